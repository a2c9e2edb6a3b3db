from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from hqguide.market.hours import Opening, load_calendar
from hqguide.market.pack import default_folder
from hqguide.route.itinerary import Itinerary, LeftOut, Total
from hqguide.route.plan import Trip, plan
from hqguide.route.verify import verify
from tests.route.route_worlds import district, grid_district, grid_market, item, pace, street

TRIP = Trip(date="2026-11-23")
ITEMS = [
    item("a", ("synthetic-a/1F/1A01", 1.0), number=1),
    item("b", ("synthetic-c/1F/1A01", 1.0), number=2),
    item("c", ("synthetic-a/1F/1A02", 1.0), number=3),
]
GOOD = plan(grid_market(), grid_district(), pace(), ITEMS, TRIP)


def problems(found: Itinerary, trip: Trip = TRIP) -> str:
    return "\n".join(verify(found, grid_market(), grid_district(), pace(), ITEMS, trip))


def with_stop(number: int, **changes: Any) -> Itinerary:
    stops = list(GOOD.stops)
    stops[number] = replace(stops[number], **changes)
    return replace(GOOD, stops=tuple(stops))


def test_a_good_plan_has_no_problem() -> None:
    assert problems(GOOD) == ""


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (
            replace(GOOD, unplaced=(LeftOut("a", "twice", id=1),)),
            "a is on the list 1 times and in the plan 2",
        ),
        (replace(GOOD, stops=GOOD.stops[:-1], legs=GOOD.legs[:-1]), "on the list 1 times and in the plan 0"),
        (with_stop(0, items=()), "nothing is bought at"),
        (with_stop(0, items=(replace(GOOD.stops[0].items[0], quantity=9),)), "is not offered at"),
        (replace(GOOD, legs=GOOD.legs[::-1]), "the legs do not join the stops"),
        (replace(GOOD, stops=(GOOD.stops[0], GOOD.stops[2], GOOD.stops[1])), "entered again"),
        (replace(GOOD, legs=(replace(GOOD.legs[0], seconds=1.0), *GOOD.legs[1:])), "not 1.0 s"),
        (with_stop(0, arrive="09:00"), "is from 10:0"),
        (with_stop(1, place="no such place"), "no place called"),
        (replace(GOOD, total=Total(seconds=1.0, metres=GOOD.total.metres)), "not 1.0 s"),
        (replace(GOOD, total=Total(seconds=GOOD.total.seconds, metres=1.0)), "not 1.0 m"),
        (replace(GOOD, dropped=(LeftOut("d", "?"),)), "dropped though there is no budget"),
        (replace(GOOD, nearest_first_seconds=1.0), "nearest first is quicker"),
    ],
)
def test_a_plan_that_is_wrong_is_found_out(broken: Itinerary, words: str) -> None:
    assert words in problems(broken)


def test_a_plan_over_its_budget_is_found_out() -> None:
    assert "of a budget of 60 s" in problems(GOOD, replace(TRIP, budget_minutes=1))


def test_a_district_without_a_start_is_a_problem_not_an_error() -> None:
    bare = district(street("Main St", (0, 0), (100, 0)), stations=())
    assert "no station" in verify(GOOD, grid_market(), bare, pace(), ITEMS, TRIP)[0]


def opening_of(building: str, day: date) -> Opening:
    typical = load_calendar(default_folder()).typical[0]
    return Opening(day, "record", "10:30", "12:00", "2026", ("synthetic",), typical, building)


def doubled(found: Itinerary) -> Itinerary:
    return replace(found, stops=(found.stops[0], *found.stops), legs=(found.legs[0], *found.legs))


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (doubled(GOOD), "synthetic-a/1F/1A01 is visited 2 times"),
        (doubled(GOOD), "a is to be had 2 times at synthetic-a/1F/1A01"),
        (replace(GOOD, dropped=(LeftOut("a", "no time", id=1),)), "a is bought and left out"),
        (replace(GOOD, trip=Trip(date="2026-11-25")), "the plan is for another trip"),
        (with_stop(0, wait=60.0), "the wait at synthetic-a/1F/1A01 is 0.0 s, not 60.0 s"),
    ],
)
def test_a_plan_with_something_twice_or_made_up_is_found_out(broken: Itinerary, words: str) -> None:
    assert words in problems(broken)


def test_a_visit_outside_the_hours_is_found_out() -> None:
    early = verify(GOOD, grid_market(), grid_district(), pace(), ITEMS, TRIP, opening_of)
    assert any(words.startswith("the wait at synthetic-a/1F/1A01 is") for words in early)
    trip = Trip(date="2026-11-23", depart="12:00")
    late = plan(grid_market(), grid_district(), pace(), ITEMS, trip)
    found = verify(late, grid_market(), grid_district(), pace(), ITEMS, trip, opening_of)
    assert any("is 10:30-12:00, and the visit begins at 12:0" in words for words in found)


def test_a_pin_that_is_not_kept_is_found_out_unless_the_plan_says_so() -> None:
    trip = replace(TRIP, first=("synthetic-c",), never=("synthetic-a/1F/1A02",), must=("synthetic-b",))
    pinned = replace(GOOD, trip=trip)
    found = "\n".join(verify(pinned, grid_market(), grid_district(), pace(), ITEMS, trip))
    assert "synthetic-c is not where it is pinned; synthetic-a/1F/1A01 is" in found
    assert "synthetic-a/1F/1A02 is visited, but synthetic-a/1F/1A02 must not be visited" in found
    assert "synthetic-b must be visited, but is not" in found
    said = replace(pinned, warnings=("synthetic-b must be visited, but is not.",))
    again = verify(said, grid_market(), grid_district(), pace(), ITEMS, trip)
    assert "synthetic-b must be visited, but is not" not in again


def test_sellers_to_compare_are_counted() -> None:
    trip = replace(TRIP, compare=2)
    twice = [item("a", ("synthetic-a/1F/1A01", 1.0), ("synthetic-c/1F/1A01", 1.0), number=1)]
    good = plan(grid_market(), grid_district(), pace(), twice, trip)
    assert verify(good, grid_market(), grid_district(), pace(), twice, trip) == ()
    one = replace(trip, compare=1)
    found = verify(replace(good, trip=one), grid_market(), grid_district(), pace(), twice, one)
    assert "a is on the list 1 times and in the plan 2 times" in found
