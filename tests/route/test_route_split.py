"""A list divided among people: every line once, nobody out for much longer than the others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.route.errand import prepare, prepare_again
from hqguide.route.itinerary import Item, Itinerary
from hqguide.route.selection import Search
from hqguide.route.split import _balanced, _best, _items, split
from hqguide.route.trip import Trip
from hqguide.route.verify import verify
from tests.route.route_planned import A1, DAY, DISTRICT, MARKET, PACE, planned
from tests.route.route_worlds import item

PLACES = [
    f"synthetic-{building}/{level}F/{level}A0{number}"
    for building in "abc"
    for level in (1, 2)
    for number in (1, 2)
]


def divided(items: list[Item], people: int, trip: Trip | None = None) -> tuple[Itinerary, ...]:
    """The itineraries, each held against the verifier."""
    errand = prepare(MARKET, DISTRICT, PACE, items, trip or Trip(date=DAY))
    parts = split(errand, people, Search(rounds=4))
    for found, share in parts:
        assert verify(found, MARKET, DISTRICT, PACE, share, found.trip) == ()
    return tuple(found for found, _ in parts)


def lines_of(found: tuple[Itinerary, ...]) -> list[int]:
    return sorted(
        number
        for plan in found
        for number in (
            *(one.id for stop in plan.stops for one in stop.items),
            *(left.id for left in (*plan.unplaced, *plan.dropped)),
        )
    )


def test_two_people_are_done_sooner_than_one() -> None:
    items = [item(f"i{number}", (place, 1.0), number=number) for number, place in enumerate(PLACES)]
    alone = planned(items)
    both = divided(items, 2)
    assert [(plan.part, plan.parts) for plan in both] == [(1, 2), (2, 2)]
    assert lines_of(both) == list(range(len(PLACES)))
    assert max(plan.total.seconds for plan in both) < 0.75 * alone.total.seconds


def test_stops_go_over_to_whoever_is_done_first() -> None:
    # The one walk takes what is sold in hall A alone last, so a cut of it leaves one person with too much.
    near = [
        item(f"near {n}", (f"synthetic-a/{1 + n % 2}F/{1 + n % 2}A0{1 + n // 2}", 1.0), number=n)
        for n in range(4)
    ]
    far = [
        item(f"far {n}", (f"synthetic-c/{1 + n % 2}F/{1 + n % 2}A0{1 + n // 2}", 1.0), number=9 + n)
        for n in range(4)
    ]
    errand = prepare(MARKET, DISTRICT, PACE, [*near, *far], Trip(date=DAY))
    uneven = [tuple(range(7)), (7,)]
    even = _balanced(errand, uneven, Search(rounds=0))
    quick = [_best(prepare_again(errand, _items(errand, share)), Search(rounds=0)) for share in even]
    before = [_best(prepare_again(errand, _items(errand, share)), Search(rounds=0)) for share in uneven]
    assert sorted(number for share in even for number in share) == list(range(8))
    assert max(one.seconds for one in quick) < max(one.seconds for one in before) - 60


def test_one_person_gets_the_whole_list() -> None:
    (only,) = divided([item("x", (A1, 1.0))], 1)
    assert (only.part, only.parts, len(only.stops)) == (0, 0, 1)


def test_more_people_than_stops_leaves_some_without_one() -> None:
    found = divided([item("x", (A1, 1.0), number=1)], 3)
    assert sorted(len(plan.stops) for plan in found) == [0, 0, 1]


def test_what_nobody_sells_is_named_once() -> None:
    found = divided([item("x", (A1, 1.0), number=1), item("nowhere", number=2)], 2)
    assert [left.item for plan in found for left in plan.unplaced] == ["nowhere"]


@pytest.mark.parametrize("people", [0, -1, 10])
def test_nobody_and_a_crowd_are_refused(people: int) -> None:
    with pytest.raises(GuideError, match="a walk for"):
        divided([item("x", (A1, 1.0))], people)


def test_a_visit_is_not_divided() -> None:
    with pytest.raises(GuideError, match="who is to visit synthetic-c is not said"):
        divided([item("x", (A1, 1.0))], 2, Trip(date=DAY, must=("synthetic-c",)))


OFFERS = st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from([0.4, 1.0])), max_size=3)


@settings(max_examples=15, deadline=None)
@given(st.lists(OFFERS, max_size=6), st.integers(1, 4), st.sampled_from([None, 20]))
def test_every_line_is_with_one_person(
    offers: list[list[tuple[str, float]]], people: int, budget: int | None
) -> None:
    items = [item(f"i{number}", *some, number=number) for number, some in enumerate(offers)]
    found = divided(items, people, Trip(date=DAY, budget_minutes=budget))
    assert lines_of(found) == list(range(len(items)))
    assert len(found) == people
