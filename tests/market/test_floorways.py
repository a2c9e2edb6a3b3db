"""Walks on digitised floors: read strictly, found by number, and in step with the plans they come from."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from hqguide.errors import GuideError
from hqguide.market.check_ways import check_ways
from hqguide.market.floorplan import load_floorplans
from hqguide.market.floorways import FILE, FloorWays, Spot, load_floorways
from hqguide.market.pack import default_folder, load_market
from tools.floorways import Floor, area, counter_spots, heads, middles, portal_spots, zone_spots

FOLDER = default_folder()
SHIPPED = load_floorways(FOLDER)
MADE: dict[str, Any] = {
    "plan": "fp-synthetic",
    "building": "synthetic-hall",
    "level": 2,
    "as_of": "2026-01-01",
    "source": "synthetic",
    "top": "north",
    "spots": [
        {"kind": "middle", "name": "", "x": 5, "y": 5},
        {"kind": "zone", "name": "zone 2A", "x": 0, "y": 0, "spread": 2.0, "heads": ["2A"]},
        {"kind": "counter", "name": "", "x": 9, "y": 9, "counters": ["2A07"]},
    ],
    "units": [[0, 7, 6], [7, 0, 13], [6, 13, 0]],
}


def made(**changes: Any) -> FloorWays:
    return msgspec.convert({**MADE, **changes}, FloorWays)


def test_a_counter_on_the_plan_comes_before_the_zone_of_its_number() -> None:
    assert [made().spot_of(number) for number in ("2A07", "2a07", "2A-07", "2A08", "3A01")] == [
        2,
        2,
        2,
        1,
        None,
    ]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"spots": [], "units": []}, "the first spot must be the middle"),
        ({"spots": MADE["spots"][::-1]}, "the first spot must be the middle"),
        ({"units": [[0, 7, 6], [7, 0, 13]]}, "a walk for every two spots"),
        ({"units": [[0, 7], [7, 0], [6, 13]]}, "a walk for every two spots"),
        ({"units": [[0, 7, 6], [8, 0, 13], [6, 13, 0]]}, "as long as the way back"),
        ({"units": [[0, -7, 6], [-7, 0, 13], [6, 13, 0]]}, "not negative"),
    ],
)
def test_walks_that_cannot_be_are_refused(tmp_path: Path, changes: dict[str, Any], words: str) -> None:
    (tmp_path / FILE).write_bytes(msgspec.json.encode([{**MADE, **changes}]))
    with pytest.raises(GuideError, match=words):
        load_floorways(tmp_path)


def test_a_pack_without_the_file_has_no_such_floor(tmp_path: Path) -> None:
    assert load_floorways(tmp_path) == ()


def test_the_keeper_finds_walks_that_do_not_fit_the_pack() -> None:
    market, plans = load_market(), load_floorplans(FOLDER)
    first = SHIPPED[0]
    longer = [list(row) for row in first.units]
    longer[0][1] = longer[1][0] = 999.0
    odd = Spot("counter", "", 1, 1, counters=("0X0",))
    for ways, words in (
        (msgspec.structs.replace(first, level=9), "no such plan of seg-plaza on level 9"),
        (msgspec.structs.replace(first, as_of="2014"), "are not those of the plan"),
        (msgspec.structs.replace(first, units=tuple(map(tuple, longer))), "by way of a third spot"),
        (msgspec.structs.replace(first, spots=(*first.spots[:-1], odd)), "counter 0X0 is not on record"),
    ):
        assert [problem.what for problem in check_ways((ways,), plans, market) if words in problem.what]


def test_the_shipped_file_shows_what_plans_and_records_show_now() -> None:
    market, plans = load_market(), load_floorplans(FOLDER)
    shipped = {ways.plan: ways for ways in SHIPPED}
    for plan in plans:
        placed = [*counter_spots(market, plans, plan), *zone_spots(plan)]
        assert bool(placed) == (plan.id in shipped), f"run python -m tools.floorways data: {plan.id}"
        if placed:
            found = [spot for spot, _ in (*portal_spots(plan), *placed)]
            told = shipped[plan.id].spots[1:]
            assert [(s.kind, s.name, s.counters, s.heads) for s in told] == [
                (s.kind, s.name, s.counters, s.heads) for s in found
            ]
            assert all(
                abs(a.x - b.x) < 0.06 and abs(a.y - b.y) < 0.06 for a, b in zip(told, found, strict=True)
            )


def test_a_shipped_walk_is_what_the_grid_of_its_plan_gives() -> None:
    plan = next(plan for plan in load_floorplans(FOLDER) if plan.id == "fp-seg-10f")
    ways = next(ways for ways in SHIPPED if ways.plan == plan.id)
    places = [*portal_spots(plan), *zone_spots(plan)]
    floor = Floor(
        plan,
        [point for place in places for point, _ in middles(place)],
        [poly for _, parts in places for poly, _ in parts],
    )
    for name, other in (("the escalator", "the south lift"), ("the escalator", "zone 10C")):
        pair = [next(place for place in places if place[0].name == one) for one in (name, other)]
        rows = [next(at for at, spot in enumerate(ways.spots) if spot.name == one) for one in (name, other)]
        assert ways.units[rows[0]][rows[1]] == pytest.approx(floor.walk(*pair), abs=2.0)


def test_no_walk_is_shorter_than_the_straight_line_between_two_points() -> None:
    for ways in SHIPPED:
        points = [at for at, spot in enumerate(ways.spots) if spot.kind not in ("zone", "middle")]
        for a in points:
            for b in points:
                one, other = ways.spots[a], ways.spots[b]
                straight = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
                # The grid has squares of one unit, and a walk goes from middle to middle of them.
                assert ways.units[a][b] >= straight - 1.5


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("78xx (NW)", ("78",)),
        ("73xx / 74xx (south and east of the core)", ("73", "74")),
        ("10C (NW)", ("10C",)),
        ("Q区 (blue) south of 振中路", ("Q",)),
        ("offices (west wing)", ()),
        ("left part, not market (cream on the poster)", ()),
    ],
)
def test_the_beginnings_of_numbers_are_read_from_the_label_of_a_zone(
    label: str, found: tuple[str, ...]
) -> None:
    assert heads(label) == found


def test_the_area_of_an_outline_is_the_same_from_either_side() -> None:
    square = ((0.0, 0.0), (4.0, 0.0), (4.0, 3.0), (0.0, 3.0))
    assert area(square) == area(square[::-1]) == 12
