"""CPU milliseconds to draw one frame of district, building and floor, after the first, over pan and zoom.

Usage: python bench/map.py [PACK FOLDER]
"""

import sys
from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from time import process_time

from hqguide.map.building import draw_building
from hqguide.map.district import draw
from hqguide.map.floor import draw_floor, fit_floor
from hqguide.map.halls import hall_points
from hqguide.map.marks import mark_hall
from hqguide.map.svg import district_svg
from hqguide.map.svg_building import building_svg
from hqguide.map.svg_floor import floor_svg
from hqguide.map.view import View, fit
from hqguide.market.district import District, load_district
from hqguide.market.floorplan import FloorPlan, load_floorplans
from hqguide.market.pack import Market, default_folder, load_market

SIZES = ((80, 24), (200, 60))
ROUNDS = 8
ZOOMS = range(4)


def tour(district: District, market: Market, width: int, height: int) -> list[View]:
    """Views a reader passes through: all halls, closer step by step, and once round at each scale."""
    view = fit(district, width, height, hall_points(market))
    views = []
    for _ in range(ROUNDS):
        views += [view, *(view.step(*way, width, height) for way in ((1, 0), (-1, 0), (0, 1), (0, -1)))]
        view = view.zoom(1)
    return views


def report(name: str, frames: Iterable[Callable[[], object]]) -> None:
    """Draw every frame once and print how long the first took and the rest."""
    times = [process_time()]
    for frame in frames:
        frame()
        times.append(process_time())
    first, *rest = (1000 * (after - before) for before, after in pairwise(times))
    print(
        f"{name}: first {first:.1f} ms, then median {median(rest):.1f} ms, "
        f"p95 {quantiles(rest, n=20)[-1]:.1f} ms over {len(rest)} frames"
    )


def some_number(plan: FloorPlan) -> str | None:
    """A counter number that is on the plan, where there is one."""
    numbers = [number for block in plan.blocks for number in block.numbers if "-" not in number]
    return next((counter.number for counter in plan.counters if counter.number), None) or next(
        iter(numbers), None
    )


def floors(market: Market, plans: tuple[FloorPlan, ...], width: int, height: int) -> None:
    """One line for all buildings, one for each plan, one for floors without a plan."""
    stacks = [partial(draw_building, market, one, width, height, chosen=1) for one in market.buildings]
    report(f"building {width}x{height}", stacks)
    for plan in plans:
        building = market.by_id[plan.building]
        whole = fit_floor(plans, building, plan.level, width, height)
        floor = partial(draw_floor, market, plans, building, plan.level, width, height)
        wanted = some_number(plan)
        views = (whole.zoom(step).step(aside, 0, width, height) for step in ZOOMS for aside in (0, 1, -1))
        report(f"{plan.id} {width}x{height}", [partial(floor, wanted=wanted, view=view) for view in views])
    levels = [(building, floor.level) for building in market.buildings for floor in building.floors]
    schematics = [partial(draw_floor, market, (), one, level, width, height) for one, level in levels]
    report(f"schematic {width}x{height}", schematics)


def main() -> None:
    """Print one line for each view and size, and one for each SVG."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else default_folder()
    district, market, plans = load_district(folder), load_market(folder), load_floorplans(folder)
    marks = [mark for building in market.buildings[:1] if (mark := mark_hall(building))]
    for width, height in SIZES:
        views = tour(district, market, width, height)
        frames = [partial(draw, district, market, view, width, height, marks=marks) for view in views]
        report(f"district {width}x{height}", frames)
        floors(market, plans, width, height)
    plan, building = plans[0], market.by_id[plans[0].building]
    twins: dict[str, Callable[[], str]] = {
        "district": partial(district_svg, district, market, marks=marks),
        "building": partial(building_svg, market, building),
        "floor": partial(floor_svg, market, plans, building, plan.level, wanted=some_number(plan)),
    }
    for name, make in twins.items():
        before = process_time()
        size = len(make().encode())
        print(f"{name} SVG: {1000 * (process_time() - before):.1f} ms, {size} bytes")


if __name__ == "__main__":
    main()
