"""Where a walk starts and ends, and what is said when it cannot."""

import msgspec
import pytest

from hqguide.errors import GuideError
from hqguide.market.district import load_district
from hqguide.market.pack import default_folder, load_market
from hqguide.route.plan import Trip, plan
from tests.route.route_planned import DAY, DISTRICT, MARKET, PACE, planned
from tests.route.route_worlds import (
    district,
    hall,
    item,
    market,
    position,
    stall,
    station,
    street,
)


@pytest.mark.parametrize(
    "trip",
    [
        Trip(depart="25:00", date=DAY),
        Trip(depart="ten", date=DAY),
        Trip(date="2026-02-30"),
        Trip(date="tomorrow"),
        Trip(date=DAY, budget_minutes=0),
        Trip(date=DAY, budget_minutes=-5),
    ],
)
def test_nonsense_is_refused(trip: Trip) -> None:
    with pytest.raises(GuideError):
        plan(MARKET, DISTRICT, PACE, [], trip)


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("synthetic-lost", "its position is not known); the walk starts at"),
        ("合成gone", "Synthetic gone station: its position is not known"),
        ("synthetic-None-None-None", "no building is known for it"),
    ],
)
def test_a_start_that_cannot_be_used_is_replaced_and_said(start: str, words: str) -> None:
    lost = msgspec.structs.replace(station("gone"), position=None)
    ground = district(*DISTRICT.streets, stations=(station(), lost))
    where = market(MARKET.buildings, (*MARKET.stalls, stall(None, None, None)))
    items = [item("x", ("synthetic-a/1F/1A01", 1.0))]
    found = plan(where, ground, PACE, items, Trip(start=start, date=DAY))
    assert found.start == "Synthetic huaqiang-road station"
    assert any(words in warning for warning in found.warnings)
    assert len(found.stops) == 1
    found = plan(where, ground, PACE, items, Trip(end=start, date=DAY))
    assert any("the walk ends at its last stop" in warning for warning in found.warnings)
    assert found.end == ""


@pytest.mark.parametrize("unknown", ["nowhere at all", "synthetic-a/9F"])
def test_a_start_or_end_nobody_knows_is_refused(unknown: str) -> None:
    items = [item("x", ("synthetic-a/1F/1A01", 1.0))]
    for trip in (Trip(start=unknown, date=DAY), Trip(end=unknown, date=DAY)):
        with pytest.raises(GuideError, match=unknown):
            plan(MARKET, DISTRICT, PACE, items, trip)


def test_a_start_in_a_closed_hall_begins_at_its_door_with_a_warning() -> None:
    found = planned([item("x", ("synthetic-a/1F/1A01", 1.0))], Trip(start="synthetic-shut", date=DAY))
    assert found.legs[0].origin == "synthetic-shut"
    assert any("is closed (2019-04)" in warning for warning in found.warnings)


def test_a_start_at_a_counter_walks_out_from_it() -> None:
    found = planned([item("x", ("synthetic-a/1F/1A01", 1.0))], Trip(start="synthetic-a/2F/2A01", date=DAY))
    assert found.legs[0].seconds == 20 + 30 + 20
    assert found.legs[0].how == "escalator down to 1F, counter 1A01"


def test_a_station_exit_is_named_and_its_unknown_position_confessed() -> None:
    found = planned([], Trip(start="合成站 A口", date=DAY))
    assert found.start == "Synthetic huaqiang-road station exit A"
    assert any("its sign names 合成大厦" in line for line in found.assumptions)
    found = planned([], Trip(start="合成站 exit K", date=DAY))
    assert any("exit K is not on record" in line for line in found.assumptions)


@pytest.mark.parametrize(
    ("start", "name"),
    [
        ("Huaqiang Road", "Huaqiang Road station"),
        ("huaqiang-road", "Huaqiang Road station"),
        ("Huaqiang Road station, exit A", "Huaqiang Road station exit A"),
        ("华强路站A口", "Huaqiang Road station exit A"),
        ("华强北 D1", "Huaqiang North station exit D1"),
        ("walk out of 燕南 please", "Yannan station"),
        ("seg-plaza/2F", "SEG Plaza (SEG Electronics Market) 2F"),
    ],
)
def test_stations_and_halls_of_the_pack_are_told_apart(start: str, name: str) -> None:
    pack, ground = load_market(), load_district(default_folder())
    assert plan(pack, ground, PACE, [], Trip(start=start, date=DAY)).start == name


def test_without_any_place_to_start_there_is_no_plan() -> None:
    bare = district(street("Main St", (0, 0), (100, 0)), stations=())
    with pytest.raises(GuideError, match="no station"):
        plan(MARKET, bare, PACE, [], Trip(date=DAY))
    with pytest.raises(GuideError, match="position is not known"):
        plan(MARKET, bare, PACE, [], Trip(start="synthetic-lost", date=DAY))
    found = plan(
        MARKET, bare, PACE, [item("x", ("synthetic-a/1F/1A01", 1.0))], Trip(start="synthetic-b", date=DAY)
    )
    assert len(found.stops) == 1


def test_a_district_without_streets_is_crossed_in_straight_lines_and_says_so() -> None:
    found = plan(MARKET, district(), PACE, [item("x", ("synthetic-a/1F/1A01", 1.0))], Trip(date=DAY))
    assert any("no street is mapped" in line for line in found.assumptions)
    assert found.legs[0].how.startswith("east 140 m")


def test_old_and_undated_places_are_warned_of() -> None:
    found = planned(
        [
            item("old", ("synthetic-a/1F/1A01", 1.0), as_of="2013-04"),
            item("new", ("synthetic-a/1F/1A02", 1.0), as_of="2025"),
            item("undated", ("synthetic-a/2F/2A01", 1.0), as_of=None),
        ]
    )
    warnings = " ".join(found.warnings)
    assert "Place last seen 2013: Hall A (synthetic) 1F counter 1A01" in warnings
    assert "1A02" not in warnings
    assert "Nobody knows when this was last seen: Hall A (synthetic) 2F counter 2A01" in warnings
    assert any("undated" in stop.why for stop in found.stops)


def test_what_was_assumed_is_listed() -> None:
    found = planned(
        [item("a", ("synthetic-c", 1.0)), item("b", ("synthetic-a/1F", 1.0))],
        Trip(start="synthetic-b", date=DAY),
    )
    text = "\n".join(found.assumptions)
    assert "Hall C: position good to 60 m." in text
    assert "Hall A: position" not in text
    assert "Hall C: floor unknown" in text
    assert "its doors are not mapped" in text
    unknown = next(stop for stop in found.stops if stop.building == "synthetic-c")
    assert unknown.floor is None
    assert found.legs[found.stops.index(unknown)].how.endswith("ask for the floor")


def test_a_hall_reached_only_through_a_joined_floor_says_so() -> None:
    halls = (
        hall("synthetic-a", position(100, 40), joined={2: ("synthetic-lost", 3)}),
        hall("synthetic-lost", None),
    )
    found = planned([item("x", ("synthetic-lost/3F", 1.0))], where=market(halls))
    assert any("reached through a joined floor" in line for line in found.assumptions)
