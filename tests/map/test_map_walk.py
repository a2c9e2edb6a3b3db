from itertools import pairwise
from math import hypot, inf, sqrt

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.map.fill import bands, crosses_itself, hatch, holds, spans
from hqguide.map.fixtures import called, fixtures
from hqguide.map.walkgrid import BORDER, WalkGrid, opened, walk_grid, walks
from hqguide.map.way import about_metres, way_to, way_words
from hqguide.market.floorplan import FloorPlan, Polygon, Spot, Up, load_floorplans
from hqguide.market.pack import default_folder
from tests.map.map_floor import PLAN, box

REAL_PLANS = load_floorplans(default_folder())
numbers = st.floats(-20, 20).map(lambda value: round(value, 2))
corners = st.lists(st.tuples(numbers, numbers), min_size=3, max_size=7).map(tuple)
grids = st.integers(2, 7).flatmap(
    lambda width: st.lists(st.integers(0, 3), min_size=2 * width, max_size=7 * width).map(
        lambda values: grid_of(values[: len(values) // width * width], width)
    )
)


def grid_of(values: list[int], width: int) -> WalkGrid:
    """A grid with about three quarters of its squares open, closed all round."""
    rows = [values[at : at + width] for at in range(0, len(values), width)]
    wall = [0] * (width + 2)
    squares = [wall, *([0, *(min(value, 1) for value in row), 0] for row in rows), wall]
    return WalkGrid(0, 0, width + 2, len(squares), bytes(value for row in squares for value in row))


def slow_distance(grid: WalkGrid, start: int, end: int) -> float:
    """Shortest walk by trying every step until nothing changes."""
    far = {square: inf for square in range(len(grid.open)) if grid.open[square] or square == end}
    far[end] = 0.0
    changed = True
    while changed:
        changed = False
        for square in list(far):
            for x in (-1, 0, 1):
                for y in (-1, 0, 1):
                    other = square + y * grid.width + x
                    cut = x and y and not (grid.open[square + x] and grid.open[square + y * grid.width])
                    if other not in far or cut or far[other] + sqrt(x * x + y * y) >= far[square] - 1e-9:
                        continue
                    far[square] = far[other] + sqrt(x * x + y * y)
                    changed = True
    return far.get(start, inf)


@settings(max_examples=200)
@given(grids, st.data())
def test_a_walk_is_as_short_as_a_slow_search_says_and_never_through_a_closed_square(
    grid: WalkGrid, data: st.DataObject
) -> None:
    free = [square for square in range(len(grid.open)) if grid.open[square]]
    if len(free) < 2:
        return
    start, end = data.draw(st.sampled_from(free)), data.draw(st.sampled_from(free))
    found = walks(grid, grid.centre(end), [grid.centre(start)])
    shortest = slow_distance(grid, start, end)
    assert (found is None) == (shortest == inf)
    if found is None:
        return
    length, points = found
    straight = hypot(*(a - b for a, b in zip(grid.centre(start), grid.centre(end), strict=True)))
    assert straight - 1e-6 <= length <= shortest + 1e-6
    assert points[0] == grid.centre(start)
    assert points[-1] == grid.centre(end)
    for (x0, y0), (x1, y1) in pairwise(points):
        for step in range(51):
            square = grid.square((x0 + (x1 - x0) * step / 50, y0 + (y1 - y0) * step / 50))
            assert square is not None
            near = {square, square - 1, square + 1, square - grid.width, square + grid.width}
            assert any(grid.open[one] for one in near if 0 <= one < len(grid.open))


def test_of_two_starts_the_nearer_one_is_taken_and_walls_are_gone_round() -> None:
    grid = walk_grid(box(0, 0, 20, 10), [box(8, 0, 10, 8)])
    assert grid
    found = walks(grid, (15.5, 1.5), [(1.5, 1.5), (5.5, 8.5)])
    assert found
    assert found[1][0] == (5.5, 8.5)
    assert max(y for _, y in found[1]) > 8
    assert walks(grid, (200, 200), [(1.5, 1.5)]) is None
    assert walks(grid, (1.5, 1.5), []) is None


def test_what_is_opened_can_be_walked_and_a_sheet_too_large_has_no_grid() -> None:
    grid = walk_grid(box(0, 0, 10, 10), [box(0, 4, 10, 6)])
    assert grid
    assert grid.left == -BORDER
    assert walks(grid, (5, 1), [(5, 9)]) is None
    assert walks(opened(grid, [box(4, 3, 6, 7)], []), (5, 1), [(5, 9)])
    assert walk_grid(box(0, 0, 900, 900), []) is None


def slow_inside(outline: Polygon, x: float, y: float) -> bool:
    inside = False
    for (x0, y0), (x1, y1) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (y0 <= y) != (y1 <= y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            inside = not inside
    return inside


@given(corners, numbers, numbers)
def test_the_spans_of_an_outline_hold_what_a_ray_says_is_inside(outline: Polygon, x: float, y: float) -> None:
    lines = spans(outline, y)
    edges = [edge for line in lines for edge in line]
    if all(abs(edge - x) > 1e-6 for edge in edges):
        assert holds(outline, (x, y)) == slow_inside(outline, x, y)
    assert edges == sorted(edges)
    assert bands(outline, [y]) == [lines]


@given(numbers, numbers, st.floats(0.1, 9), st.floats(0.1, 9), numbers)
def test_an_upright_rectangle_has_the_spans_of_any_outline(
    x: float, y: float, wide: float, tall: float, at: float
) -> None:
    upright = box(x, y, x + wide, y + tall)
    for outline in (upright, upright[::-1], (*upright[1:], upright[0])):
        assert bands(outline, [at]) == [spans(outline, at)]


def test_hatching_stays_inside_and_crossed_outlines_are_known() -> None:
    strokes = list(hatch(box(2, 2, 8, 8), 0, 5, 2))
    assert strokes == [((2, 4), (8, 4))]
    assert crosses_itself(((0, 0), (4, 4), (4, 0), (0, 4)))
    assert not crosses_itself(box(0, 0, 4, 4))


def spots(plan: FloorPlan) -> list[tuple[str, Spot]]:
    known = [counter.number for counter in plan.counters[::9] if counter.number]
    known += [number.rstrip("?") for block in plan.blocks for number in block.numbers if "-" not in number]
    return [(number, spot) for number in known if (spot := plan.find(number))]


@pytest.mark.parametrize("plan", REAL_PLANS, ids=lambda one: str(one.id))
def test_metres_are_told_only_where_the_scale_is_known_and_always_with_about(plan: FloorPlan) -> None:
    for _, spot in spots(plan):
        words = way_words(plan, None, spot)
        way = way_to(plan, spot)
        assert way
        assert words.startswith(("from ", "at "))
        if words.startswith("from ") and plan.scale:
            assert f"about {about_metres(way.units * plan.scale.metres_per_unit)} m" in words
            assert f"(scale: {plan.scale.confidence} confidence)" in words
        else:
            assert " m " not in words
            assert "about" not in words
        if plan.up.direction == "unknown":
            words = words.replace(called(way.start, plan, "en"), "")
            assert not any(side in words for side in ("north", "south", " east", " west"))


def test_most_ways_follow_the_gaps_between_the_counters() -> None:
    ways = [way for plan in REAL_PLANS for _, spot in spots(plan) if (way := way_to(plan, spot))]
    assert len(ways) > 90
    assert sum(way.straight for way in ways) < 0.1 * len(ways)


def test_the_way_is_told_from_a_chosen_start_in_both_languages_and_both_kinds_of_sheet() -> None:
    spot = PLAN.find("2A07")
    assert spot
    south = next(one for one in fixtures(PLAN) if one.kind == "exit")
    assert way_words(PLAN, south, spot).startswith("from the exit about 25 m north-east, zone 2Axx")
    assert way_words(PLAN, None, spot, "zh").startswith("从")
    assert "往" in way_words(PLAN, None, spot, "zh")
    loose = msgspec.structs.replace(PLAN, scale=None, up=Up(direction="unknown", basis="made up"))
    assert way_words(loose, south, spot) == (
        "from the exit, towards the top right of the sign, zone 2Axx; not to scale, no distance"
    )
    assert way_words(loose, south, spot, "zh") == "从出口朝标牌右上方, 2Axx区; 未按比例, 无距离"
    turned = msgspec.structs.replace(PLAN, up=Up(direction="west", basis="made up"))
    assert "north-west" in way_words(turned, south, spot)
    assert way_words(PLAN, None, None) == way_words(PLAN, None, "2C99") == ""
    assert way_words(PLAN, None, "2a-07") == way_words(PLAN, None, spot)


def test_a_counter_at_the_escalator_and_one_nobody_can_walk_to_are_told_too() -> None:
    lane = fixtures(PLAN)[0]
    here = Spot(box(11, 42, 13, 45), exact=True, doubtful=False)
    assert way_words(PLAN, lane, here) == "at the west escalator"
    walled = msgspec.structs.replace(
        PLAN, voids=tuple(msgspec.structs.replace(PLAN.voids[0], poly=box(30, 0, 34, 60)) for _ in "1")
    )
    spot = walled.find("2A07")
    assert spot
    way = way_to(msgspec.structs.replace(walled, escalators=PLAN.escalators[:1]), spot)
    assert way
    assert way.straight
    bare = msgspec.structs.replace(PLAN, outline=())
    found = way_to(bare, spot)
    assert found
    assert found.straight


def test_escalators_are_called_by_compass_only_where_north_is_known() -> None:
    lane = fixtures(PLAN)[0]
    loose = msgspec.structs.replace(PLAN, up=Up(direction="unknown", basis="made up"))
    assert called(lane, PLAN, "en") == "the west escalator"
    assert called(lane, PLAN, "zh") == "西扶梯"
    assert called(lane, loose, "en") == "escalator W"
    captioned = msgspec.structs.replace(lane, name="to 3F (caption 去3楼)")
    assert called(captioned, PLAN, "en") == "escalator to 3F"
    assert called(captioned, PLAN, "zh") == "扶梯去3楼"
    assert called(msgspec.structs.replace(lane, name="扶手电梯"), PLAN, "en") == "the escalator"
    assert called(msgspec.structs.replace(lane, only=True), PLAN, "en") == "the escalator"
