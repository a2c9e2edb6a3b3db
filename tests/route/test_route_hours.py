"""Hours, dates, anytime plans, and the checker over plans of every kind."""

import time
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.market.district import District, load_district
from hqguide.market.hours import Opening, load_calendar, opening
from hqguide.market.model import Floor, Hours
from hqguide.market.pack import default_folder, load_market
from hqguide.route.plan import Trip, better_plans, plan
from hqguide.route.verify import verify
from hqguide.route.windows import doors_of
from tests.route.route_planned import A1, DAY, DISTRICT, MARKET, PACE, planned
from tests.route.route_worlds import (
    district,
    hall,
    item,
    market,
    position,
    street,
)


def at(open_at: str, close_at: str) -> Opening:
    typical = load_calendar(default_folder()).typical[0]
    day = date.fromisoformat(DAY)
    return Opening(day, "record", open_at, close_at, "2026", ("synthetic",), typical)


@pytest.mark.parametrize(
    ("depart", "hours", "words"),
    [
        ("09:00", at("10:30", "18:00"), "Hall A opens at 10:30; you come at 09:02 and wait 87 min."),
        ("17:50", at("10:30", "18:00"), "Hall A closes at 18:00; you leave at 17:54."),
        ("17:40", at("10:30", "18:00"), "The walk ends at 17:44: many counters pack up from 17:30."),
        (
            "19:00",
            at("10:30", "18:00"),
            "You leave at 19:00; every place that sells something is closed by then.",
        ),
    ],
)
def test_hours_that_bind_are_warned_of(depart: str, hours: Opening, words: str) -> None:
    items = [item("x", ("synthetic-a/1F/1A01", 1.0))]
    found = plan(MARKET, DISTRICT, PACE, items, Trip(depart=depart, date=DAY), lambda _, __: hours)
    assert words in found.warnings
    assert verify(found, MARKET, DISTRICT, PACE, items, found.trip, lambda _, __: hours) == ()


def test_a_visit_begins_when_the_door_opens() -> None:
    items = [item("x", (A1, 1.0))]
    hours = at("10:30", "18:00")
    found = plan(MARKET, DISTRICT, PACE, items, Trip(depart="10:00", date=DAY), lambda _, __: hours)
    (stop,) = found.stops
    assert (stop.arrive, stop.leave) == ("10:02", "10:31")
    assert stop.wait == pytest.approx(27 * 60, abs=60)


@pytest.mark.parametrize(
    ("depart", "hours", "why"),
    [
        ("19:00", at("10:30", "18:00"), "Closed when you could be there: Hall A 10:30-18:00."),
        ("17:57", at("10:30", "18:00"), "Closed when you could be there: Hall A 10:30-18:00."),
        ("10:00", at("", ""), "Closed when you could be there: Hall A shut that day."),
    ],
)
def test_what_is_closed_is_left_out_with_the_hours(depart: str, hours: Opening, why: str) -> None:
    items = [item("x", (A1, 1.0))]
    found = plan(MARKET, DISTRICT, PACE, items, Trip(depart=depart, date=DAY), lambda _, __: hours)
    assert (found.stops, [left.why for left in found.dropped]) == ((), [why])


def test_what_closes_first_is_bought_first() -> None:
    def opening_of(building: str, _: date) -> Opening:
        return at("10:00", "12:00") if building == "synthetic-c" else at("10:00", "18:00")

    items = [item("near", (A1, 1.0)), item("far", ("synthetic-c/1F/1A01", 1.0))]
    early = plan(MARKET, DISTRICT, PACE, items, Trip(depart="10:30", date=DAY), opening_of)
    assert [stop.building for stop in early.stops] == ["synthetic-a", "synthetic-c"]
    late = plan(MARKET, DISTRICT, PACE, items, Trip(depart="11:51", date=DAY), opening_of)
    assert [stop.building for stop in late.stops] == ["synthetic-c", "synthetic-a"]
    assert verify(late, MARKET, DISTRICT, PACE, items, late.trip, opening_of) == ()


def test_hours_nobody_has_on_record_are_assumed_and_said() -> None:
    usual = msgspec.structs.replace(at("10:00", "18:00"), basis="typical")
    items = [item("x", (A1, 1.0))]
    found = plan(MARKET, DISTRICT, PACE, items, Trip(depart="11:00", date=DAY), lambda _, __: usual)
    words = "Hours not on record, taken as 10:00-18:30 as is usual in the district: Hall A."
    assert words in found.assumptions


def test_a_hall_with_hours_for_other_days_only_is_shut() -> None:
    weekdays = Hours(days="Mon-Fri", open="10:00", close="18:00", source="synthetic", as_of="2026")
    halls = msgspec.structs.replace(MARKET.buildings[0], hours=(weekdays,))
    usual = msgspec.structs.replace(at("10:00", "18:00"), basis="typical")
    assert doors_of([halls], date(2026, 11, 22), lambda _, __: usual)["synthetic-a"].shut


def test_a_hall_that_closes_after_midnight_is_open_in_the_evening() -> None:
    door = doors_of([MARKET.buildings[0]], date(2026, 11, 22), lambda _, __: at("10:00", "02:00"))[
        "synthetic-a"
    ]
    assert (door.open, door.close, door.words()) == (600, 1560, "10:00-02:00")


def test_rules_for_the_day_are_passed_on_once() -> None:
    pack = load_market()
    items = [item("x", ("seg-plaza/2F", 1.0)), item("y", ("hqew-1/2F", 1.0))]
    found = plan(
        pack,
        load_district(default_folder()),
        PACE,
        items,
        Trip(date="2026-11-22"),
        lambda building, day: opening(pack, building, day),
    )
    assert sum("Sunday" in warning for warning in found.warnings) == 1


def test_a_walk_in_office_hours_on_a_weekday_has_no_hour_warning() -> None:
    items = [item("x", ("synthetic-a/1F/1A01", 1.0))]
    found = plan(MARKET, DISTRICT, PACE, items, Trip(date=DAY), lambda _, __: at("09:30", "18:00"))
    assert found.warnings == ()


def test_today_is_the_date_when_none_is_given() -> None:
    assert planned([], Trip()).date >= "2026-01-01"


def test_a_deadline_that_has_passed_still_gives_a_plan() -> None:
    items = [item("x", (A1, 1.0)), item("y", ("synthetic-c/1F", 1.0))]
    for budget in (None, 5):
        trip = Trip(date=DAY, budget_minutes=budget)
        found = plan(MARKET, DISTRICT, PACE, items, trip, deadline=time.monotonic() - 1)
        assert verify(found, MARKET, DISTRICT, PACE, items, trip) == ()
        assert found.stops


def test_better_plans_end_with_the_plan() -> None:
    items = [
        item(
            f"i{n}",
            *((f"synthetic-{b}/{f}F/{f}A0{n % 2 + 1}", 0.5 + n % 3 / 6) for b in "abc" for f in (1, 2)),
        )
        for n in range(6)
    ]
    plans = list(better_plans(MARKET, DISTRICT, PACE, items, Trip(date=DAY)))
    assert plans[-1] == plan(MARKET, DISTRICT, PACE, items, Trip(date=DAY))
    costs = [one.total.seconds + one.doubt_seconds for one in plans]
    assert costs == sorted(costs, reverse=True)


PLACES = st.builds(
    lambda b, tail: f"synthetic-{b}{tail}",
    st.sampled_from(["a", "b", "c", "lost", "shut"]),
    st.sampled_from(["", "/1F", "/2F", "/1F/1A01", "/2F/2A02", "/2F/2A01", "/9F"]),
)
OFFERS = st.lists(st.tuples(PLACES, st.floats(0, 1)), max_size=4)
ENDS = st.sampled_from(["", "synthetic-a", "synthetic-c/2F", "合成站 A", "synthetic-lost"])


@settings(max_examples=60)
@given(
    st.lists(OFFERS, max_size=7),
    ENDS,
    ENDS,
    st.one_of(st.none(), st.integers(1, 60)),
    st.integers(0, 23),
)
def test_any_plan_passes_the_verifier(
    offers: list[list[tuple[str, float]]], start: str, end: str, budget: int | None, hour: int
) -> None:
    items = [item(f"item {number % 3}", *some, number=number) for number, some in enumerate(offers)]
    trip = Trip(start=start, end=end, date=DAY, depart=f"{hour:02d}:59", budget_minutes=budget)
    found = plan(MARKET, DISTRICT, PACE, items, trip, rounds=5)
    assert verify(found, MARKET, DISTRICT, PACE, items, trip) == ()


COORDINATES = st.tuples(st.integers(-200, 400), st.integers(-300, 300))


@settings(max_examples=40)
@given(
    st.lists(st.lists(COORDINATES, min_size=2, max_size=4), max_size=4),
    st.lists(COORDINATES, min_size=1, max_size=4),
    st.data(),
)
def test_plans_in_any_district_pass_the_verifier(
    streets: list[list[tuple[int, int]]], spots: list[tuple[int, int]], data: st.DataObject
) -> None:
    halls = tuple(
        hall(
            f"synthetic-{number}",
            position(*spot),
            joined={2: (f"synthetic-{number - 1}", 3)} if number else None,
        )
        for number, spot in enumerate(spots)
    )
    ground: District = district(*(street(f"St {n}", *corners) for n, corners in enumerate(streets)))
    where = market(halls)
    places = st.builds("synthetic-{}/{}F".format, st.integers(0, len(spots) - 1), st.integers(1, 3))
    wanted = data.draw(
        st.lists(st.lists(st.tuples(places, st.floats(0, 1)), min_size=1, max_size=4), max_size=6)
    )
    items = [item(f"i{number}", *offers, number=number) for number, offers in enumerate(wanted)]
    trip = Trip(date=DAY, end=data.draw(st.sampled_from(["", "synthetic-0"])))
    found = plan(where, ground, PACE, items, trip, rounds=5)
    assert verify(found, where, ground, PACE, items, trip) == ()
    assert sum(len(stop.items) for stop in found.stops) == len(items)
    assert found.nearest_first_seconds is not None


def test_a_walk_over_the_shipped_pack_passes_the_verifier() -> None:
    pack, ground = load_market(), load_district(default_folder())
    places = [f"{b.id}/{floor.label}" for b in pack.buildings if b.position for floor in b.floors][::7]
    items = [item(f"i{n}", (places[n], 0.8), (places[-n - 1], 0.6), number=n) for n in range(8)]
    for trip in (Trip(date=DAY), Trip(start="华强路 A", end="华强北 D1", date=DAY, budget_minutes=45)):
        found = plan(pack, ground, PACE, items, trip)
        assert verify(found, pack, ground, PACE, items, trip) == ()


def test_planning_loads_neither_geopy_nor_numpy(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = "import hqguide.route.plan, sys; print({'geopy', 'numpy', 'textual', 'rich'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.strip() == "set()"


def test_hours_of_the_model_are_not_needed_to_plan() -> None:
    timed = msgspec.structs.replace(
        MARKET.buildings[0],
        hours=(Hours(days="daily", open="10:00", close="18:00", source="synthetic", as_of="2026"),),
        floors=(Floor(level=1, label="1F"),),
    )
    assert len(planned([item("x", ("synthetic-a/1F", 1.0))], where=market((timed,))).stops) == 1
