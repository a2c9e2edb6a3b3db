"""Inside a floor: zones by number, counters by plan, escalators by name, and the words for all of it."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.market.district import load_district
from hqguide.market.floorways import FILE, load_floorways
from hqguide.market.model import Building, CounterRule
from hqguide.market.pack import Market, default_folder, load_market
from hqguide.route.itinerary import Itinerary
from hqguide.route.matrix import table_of
from hqguide.route.paths import distances
from hqguide.route.plan import Trip, plan
from hqguide.route.rooms import zone_words
from hqguide.route.roomwords import bound
from hqguide.route.sites import Site, find_site
from hqguide.route.verify import verify
from hqguide.route.walkways import Walkways, walkways
from tests.route.route_worlds import grid_district, hall, item, market, pace, position, stall

DAY = "2026-11-23"
PACE = pace()
RULE = CounterRule(r"^(\d)([A-F])(\d{2})$", "2A01", "floor|zone|serial", "synthetic")
SPOTS: list[dict[str, Any]] = [
    {"kind": "middle", "name": "", "x": 50, "y": 50},
    {"kind": "escalator", "name": "the west escalator", "x": 10, "y": 50},
    {"kind": "escalator", "name": "the east escalator", "x": 90, "y": 50},
    {"kind": "lift", "name": "the lift", "x": 50, "y": 10},
    {"kind": "zone", "name": "zone 2A", "x": 15, "y": 40, "spread": 6, "heads": ["2A"]},
    {"kind": "counter", "name": "", "x": 90, "y": 20, "counters": ["2B05"]},
    {"kind": "block", "name": "", "x": 90, "y": 10, "spread": 4, "counters": ["2B07", "2B08"]},
]


def between(a: dict[str, Any], b: dict[str, Any]) -> float:
    """A walk along aisles that run both ways: never shorter by a third spot."""
    return float(abs(a["x"] - b["x"]) + abs(a["y"] - b["y"]))


def world(folder: Path, **changes: Any) -> Market:
    """Two halls: the first has zones in its numbers, and a plan of 2F."""
    row = {
        "plan": "fp-synthetic",
        "building": "synthetic-a",
        "level": 2,
        "as_of": "2026-01-01",
        "source": "synthetic",
        "top": "north",
        "metres_per_unit": 0.5,
        "confidence": "low",
        "spots": SPOTS,
        "units": [[between(a, b) for b in SPOTS] for a in SPOTS],
        **changes,
    }
    (folder / FILE).write_bytes(msgspec.json.encode([row]))
    load_floorways.cache_clear()
    numbered = msgspec.structs.replace(hall("synthetic-a", position(100, 40)), counter_rules=(RULE,))
    numbers = ("1A01", "1A02", "1B01", "2A01", "2A02", "2B05", "2B07", "2B08", "2C01", "3A01")
    stalls = (*(stall("synthetic-a", int(one[0]), one) for one in numbers), stall("synthetic-a", 1, None))
    made = market((numbered, hall("synthetic-b", position(180, 40))), stalls)
    return msgspec.structs.replace(made, folder=folder)


def seconds(where: Market, a: str, b: str) -> float:
    """From counter to counter: the graph between their nodes, and the metres beside them."""
    ways = walkways(where, grid_district(), PACE)
    one, other = site(where, ways, a), site(where, ways, b)
    beside = PACE.aisle_seconds(one.metres + other.metres)
    return distances(ways.edges, one.node)[other.node] + beside


def site(where: Market, ways: Walkways, number: str) -> Site:
    found = find_site(where, ways, PACE, f"synthetic-a/{number[0]}F/{number}")
    assert isinstance(found, Site)
    return found


def walk(where: Market, *places: str, **trip: Any) -> Itinerary:
    """The walk over ``places``, checked."""
    items = [item(place, (place, 1.0), number=number) for number, place in enumerate(places, start=1)]
    asked = Trip(date=DAY, **trip)
    found = plan(where, grid_district(), PACE, items, asked)
    assert verify(found, where, grid_district(), PACE, items, asked) == ()
    return found


@pytest.mark.parametrize(
    ("a", "b", "metres"),
    [
        ("1A01", "1A02", 20),  # one zone
        ("1A01", "1B01", 46),  # another zone of the floor
        ("2A01", "2A02", 0.5 * 12),  # one zone of the plan: twice half its mean walk
        ("2A01", "2B05", 0.5 * (6 + 75 + 20)),
        ("2B05", "2B07", 0.5 * (10 + 4)),
        ("2B07", "2B08", 0.5 * 8),
    ],
)
def test_metres_between_counters_of_a_floor(tmp_path: Path, a: str, b: str, metres: float) -> None:
    where = world(tmp_path)
    assert seconds(where, a, b) == pytest.approx(metres)
    assert seconds(where, b, a) == pytest.approx(metres)


def test_a_counter_the_plan_does_not_show_is_told_by_its_zone_from_the_middle(tmp_path: Path) -> None:
    where = world(tmp_path)
    to_escalator = 0.5 * 40
    assert seconds(where, "2C01", "1A01") == pytest.approx(10 + 13 + to_escalator + 30 + 13 + 10)


def test_one_comes_up_by_the_escalator_that_is_nearer(tmp_path: Path) -> None:
    where = world(tmp_path)
    found = walk(where, "synthetic-a/2F/2B05", "synthetic-a/3F/3A01", first=("synthetic-a/2F",))
    assert found.legs[0].how.endswith("the east escalator up to 2F, about 15 m north, counter 2B05")
    assert found.legs[1].how == "the east escalator up to 3F, zone A, counter 3A01"
    words = (
        "Hall A 2F: ways by the plan on the wall of 2026-01-01; its scale is an estimate (low confidence)."
    )
    assert words in found.assumptions


def test_zones_are_named_on_the_way(tmp_path: Path) -> None:
    found = walk(world(tmp_path), "synthetic-a/1F/1A01", "synthetic-a/1F/1A02", "synthetic-a/1F/1B01")
    assert [leg.how.partition(", ")[2] if n == 0 else leg.how for n, leg in enumerate(found.legs)][1:] in (
        ["same zone, counter 1A02", "same floor, zone B, counter 1B01"],
        ["same zone, counter 1A01", "same floor, zone B, counter 1B01"],
        ["same floor, zone A, counter 1A01", "same zone, counter 1A02"],
        ["same floor, zone A, counter 1A02", "same zone, counter 1A01"],
    )


def test_a_plan_without_a_scale_tells_proportions_only(tmp_path: Path) -> None:
    where = world(tmp_path, metres_per_unit=None, confidence=None)
    ways = walkways(where, grid_district(), PACE)
    near, far = site(where, ways, "2B05"), site(where, ways, "2B07")
    # The mean way from the nearest escalator, 30 and 40 units, is that from the middle of any floor, 20 m.
    assert distances(ways.edges, near.node)[far.node] == pytest.approx(10 * 20 / 35)
    found = walk(where, "synthetic-a/2F/2B05")
    assert found.legs[0].how.endswith("the east escalator up to 2F, north, counter 2B05")
    assert any("it has no scale and tells proportions only" in words for words in found.assumptions)


def test_a_plan_nobody_could_turn_to_the_north_names_no_direction(tmp_path: Path) -> None:
    found = walk(world(tmp_path, top="unknown", metres_per_unit=None), "synthetic-a/2F/2B05")
    assert found.legs[0].how.endswith("up to 2F, along the aisles, counter 2B05")


def test_stairs_and_lifts_nobody_takes_are_not_in_the_graph(tmp_path: Path) -> None:
    where = world(tmp_path)
    ways = walkways(where, grid_district(), PACE)
    assert "the lift" not in {room.words for room in ways.rooms.by_node.values()}
    by_lift = msgspec.structs.replace(PACE, vertical="lift")
    words = {room.words for room in walkways(where, grid_district(), by_lift).rooms.by_node.values()}
    assert "the lift" in words
    assert "the west escalator" not in words


@pytest.mark.parametrize(
    ("top", "side"),
    [("north", "east"), ("east", "south"), ("south", "west"), ("west", "north"), ("unknown", "")],
)
def test_the_right_side_of_a_sheet_is_where_its_top_says(top: Any, side: str) -> None:
    spots = load_floorways(default_folder())[0].spots
    left, right = (msgspec.structs.replace(spots[0], x=x, y=0.0) for x in (0.0, 9.0))
    assert bound(top, left, right) == side


def test_a_number_says_its_zone_only_on_its_own_floor() -> None:
    numbered: Building = msgspec.structs.replace(hall("synthetic-a", None), counter_rules=(RULE,))
    assert [zone_words(numbered, level, "2A01") for level in (2, 3)] == ["zone A", ""]
    groups = msgspec.structs.replace(
        numbered, counter_rules=(CounterRule(r"^(\d)(\d)(\d\d)$", "2801", "floor|zone|serial", "s"),)
    )
    assert zone_words(groups, 2, "2801") == "counters 28xx"
    blocks = CounterRule(r"^([QH])(\d)([A-C])(\d\d)$", "Q1A01", "building|floor|zone|serial", "s")
    assert zone_words(msgspec.structs.replace(numbered, counter_rules=(blocks,)), 1, "Q1A01") == (
        "building Q, zone A"
    )


def test_the_table_is_what_dijkstra_finds_inside_floors_too(tmp_path: Path) -> None:
    ways = walkways(world(tmp_path), grid_district(), PACE)
    table = table_of(ways)
    assert set(ways.rooms.by_node) <= set(table.rows)
    for origin in table.rows:
        reach = distances(ways.edges, origin)
        for target in table.rows:
            assert table.between(origin, target) == pytest.approx(reach[target])


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(("1A01", "1A02", "1B01", "2A01", "2B05", "2B07", "2C01", "3A01")), min_size=2)
)
def test_going_by_a_third_place_is_never_shorter(
    tmp_path_factory: pytest.TempPathFactory, some: list[str]
) -> None:
    where = world(tmp_path_factory.mktemp("pack"))
    a, b, c = (some * 3)[:3]
    ways = walkways(where, grid_district(), PACE)
    nodes = [site(where, ways, one).node for one in (a, b, c)]
    table = table_of(ways)
    assert table.between(nodes[0], nodes[2]) <= (
        table.between(nodes[0], nodes[1]) + table.between(nodes[1], nodes[2]) + 1e-9
    )


def test_a_walk_inside_a_floor_that_is_wrong_is_found_out(tmp_path: Path) -> None:
    where = world(tmp_path)
    found = walk(where, "synthetic-a/1F/1A01", "synthetic-a/1F/1B01")
    items = [
        item(f"synthetic-a/1F/1{one}01", (f"synthetic-a/1F/1{one}01", 1.0), number=n + 1)
        for n, one in enumerate("AB")
    ]
    legs = (found.legs[0], msgspec.structs.replace(found.legs[1], seconds=20.0))
    wrong = verify(
        msgspec.structs.replace(found, legs=legs), where, grid_district(), PACE, items, Trip(date=DAY)
    )
    assert any("is 46.0 s, not 20.0 s" in words for words in wrong)


def test_counters_on_the_plans_of_the_shipped_pack_are_met_by_their_escalators() -> None:
    where, ground = load_market(), load_district(default_folder())
    offers = ("seg-plaza/10F/10A85", "hqew-2/6F/Q6E1082", "hqew-1/4F/23C217")
    items = [item(place, (place, 1.0), number=number) for number, place in enumerate(offers)]
    found = plan(where, ground, PACE, items, Trip(date=DAY))
    assert verify(found, where, ground, PACE, items, Trip(date=DAY)) == ()
    how = " | ".join(leg.how for leg in found.legs)
    assert "the escalator up to 10F" in how
    assert "escalator Q up to 6F" in how
    assert "building 2, zone C, counter 23C217" in how


def test_no_way_between_two_escalators_leads_over_another_floor() -> None:
    ways = walkways(load_market(), load_district(default_folder()), PACE)
    table = table_of(ways)
    for floor in ways.rooms.planned.values():
        for a, b, metres in floor.edges():
            assert table.between(a, b) == pytest.approx(PACE.aisle_seconds(metres))


PLACES = st.sampled_from(
    [
        f"synthetic-a/{one[0]}F/{one}"
        for one in ("1A01", "1A02", "1B01", "2A01", "2B05", "2B07", "2C01", "3A01")
    ]
    + ["synthetic-a/1F", "synthetic-a/2F", "synthetic-a", "synthetic-b/2F", "synthetic-b"]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.tuples(PLACES, st.floats(0, 1)), min_size=1, max_size=4), min_size=1, max_size=7),
    st.sampled_from(["", "synthetic-b", "synthetic-b/2F"]),
    st.one_of(st.none(), st.integers(5, 40)),
)
def test_any_plan_over_zones_and_planned_floors_passes_the_verifier(
    tmp_path_factory: pytest.TempPathFactory,
    offers: list[list[tuple[str, float]]],
    end: str,
    budget: int | None,
) -> None:
    where = world(tmp_path_factory.mktemp("pack"))
    items = [item(f"i{number}", *some, number=number) for number, some in enumerate(offers, start=1)]
    trip = Trip(start=end, end=end, date=DAY, budget_minutes=budget)
    found = plan(where, grid_district(), PACE, items, trip, rounds=5)
    assert verify(found, where, grid_district(), PACE, items, trip) == ()
    if budget is None:
        assert sum(len(stop.items) for stop in found.stops) == len(items)
