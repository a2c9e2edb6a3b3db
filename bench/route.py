"""Route planner: seconds of the planned walk against two simple rules, and time to get there.

Run it as ``python -m bench.route``. The first lines use the shipped pack with a fixed list of twelve
items; the others a synthetic district (no place in it is real), drawn from a seed. "Seconds" are the
expected seconds of the whole walk: walking, floors, stops, items, and the doubt about places.
"""

import math
import random
import time
from collections.abc import Iterator
from pathlib import Path

from hqguide.guide import Guide
from hqguide.market.district import District, Station, Street
from hqguide.market.model import Building, Floor, Name, Position, Stall, Status
from hqguide.market.pack import Manifest, Market, default_folder
from hqguide.notebook.lists import ListItem
from hqguide.route.anchors import find_ends
from hqguide.route.greedy import fewest_stops, nearest_first
from hqguide.route.itinerary import Item, Offer
from hqguide.route.pace import load_pace
from hqguide.route.polish import shorten
from hqguide.route.problem import Problem
from hqguide.route.purchase import better_tours
from hqguide.route.sites import choose_from, problem_of
from hqguide.route.trip import Trip
from hqguide.route.walkways import walkways

WORDS = (
    "0603 100nF capacitor",
    "usb-c connector",
    "soldering iron",
    "ESP32 module",
    "LED strip",
    "lithium battery",
    "heat shrink tube",
    "sd card",
    "oscilloscope",
    "phone screen",
    "16MHz crystal",
    "dupont wire",
)
SIZES = (10, 30, 60)
SEEDS = (1, 2, 3)
NORTH, EAST = 1 / 110_750, 1 / 102_860  # degrees in a metre at the latitude of Shenzhen


def place_at(east: float, north: float) -> tuple[float, float]:
    return 22.54 + north * NORTH, 114.08 + east * EAST


def position(east: float, north: float) -> Position:
    lat, lon = place_at(east, north)
    return Position(lat=lat, lon=lon, accuracy_m=10, basis="synthetic", source="synthetic")


def synthetic_market(rng: random.Random) -> Market:
    """Twelve halls of three to eight floors with a hundred counters each."""
    buildings, stalls = [], []
    for number in range(12):
        name = f"synthetic-hall-{number}"
        levels = range(1, rng.randint(3, 8) + 1)
        buildings.append(
            Building(
                id=name,
                name=Name(en=f"Synthetic hall {number}"),
                kind="electronics market",
                status=Status(state="open"),
                position=position(number // 2 * 110 + rng.uniform(20, 60), number % 2 * 90 + 40),
                floors=tuple(Floor(level=level, label=f"{level}F") for level in levels),
            )
        )
        for level in levels:
            for counter in range(100):
                number_there = f"{level}A{counter:02d}"
                stalls.append(
                    Stall(
                        id=f"{name}-{number_there}",
                        kind="counter",
                        claims=(),
                        building=name,
                        level=level,
                        counter=number_there,
                    )
                )
    manifest = Manifest(format=1, name="synthetic", version="0", as_of="2026-11-23")
    return Market(Path("synthetic"), manifest, tuple(buildings), tuple(stalls), {})


def synthetic_district() -> District:
    """Three streets eastward, seven across, one station at the west end."""

    def street(name: str, *ends: tuple[float, float]) -> Street:
        points = tuple(place_at(*end) for end in ends)
        return Street(kind="residential", points=points, quality="good", name_en=name)

    along = [street(f"Synthetic St {north}", (-50, north), (700, north)) for north in (0, 90, 180)]
    across = [street(f"Synthetic Cross {east}", (east, -10), (east, 190)) for east in range(0, 700, 110)]
    station = Station("huaqiang-road", "合成站", "Synthetic", ("0",), position(-40, 90))
    return District("synthetic", "none", (*along, *across), (), (), (station,))


def synthetic_items(market: Market, count: int, rng: random.Random) -> tuple[Item, ...]:
    """Items sold at 3 to 50 counters, three quarters of them on the home floors of their category."""
    floors: dict[tuple[str | None, int | None], list[Stall]] = {}
    for stall in market.stalls:
        floors.setdefault((stall.building, stall.level), []).append(stall)
    homes = []
    for _ in range(max(4, count // 12)):
        chosen = rng.sample(sorted(floors, key=str), rng.randint(2, 4))
        homes.append([stall for floor in chosen for stall in rng.sample(floors[floor], 30)])
    items = []
    for number in range(count):
        home = rng.choice(homes)
        sellers = round(math.exp(rng.uniform(math.log(3), math.log(50))))
        at = {rng.choice(home if rng.random() < 0.75 else market.stalls).id for _ in range(sellers)}
        offers = tuple(
            Offer(
                f"{s.building}/{s.floor_label}/{s.counter}", rng.choice((0.5, 0.8, 1.0)), "2026", "synthetic"
            )
            for s in market.stalls
            if s.id in at
        )
        items.append(Item(text=f"synthetic item {number}", quantity=1, offers=offers))
    return tuple(items)


def problem_for(market: Market, district: District, items: tuple[Item, ...]) -> tuple[Problem, float]:
    """The problem of a list, and the CPU seconds spent on graph and matrix."""
    begun = time.process_time()
    pace = load_pace(default_folder())
    ways = walkways(market, district, pace)
    start, end, _ = find_ends(market, district, ways, pace, Trip())
    problem = problem_of(choose_from(market, ways, pace, items, start), ways, pace, start, end)
    return problem, time.process_time() - begun


def instances() -> Iterator[tuple[str, Problem, float]]:
    """Each problem with its name and the CPU seconds to set it up."""
    guide = Guide()
    lines = tuple(ListItem(id=number, text=text) for number, text in enumerate(WORDS, start=1))
    yield "shipped pack, 12 items", *problem_for(guide.market, guide.district, guide.items(lines))
    for size in SIZES:
        for seed in SEEDS:
            rng = random.Random(seed * 1000 + size)  # noqa: S311 - a synthetic market
            market = synthetic_market(rng)
            items = synthetic_items(market, size, rng)
            name = f"synthetic, {size} items, seed {seed}"
            yield name, *problem_for(market, synthetic_district(), items)


def main() -> None:
    head = ("sites", "first s", "1 s", "end", "nearest", "fewest", "setup ms", "first ms", "all ms", "proven")
    print(f"{'instance':<28}" + "".join(f"{word:>10}" for word in head))
    for name, problem, setup in instances():
        fixed = problem.line_seconds * problem.items
        begun = time.process_time()
        found = [(time.process_time() - begun, solution) for solution in better_tours(problem)]
        spent = time.process_time() - begun
        first, last = found[0], found[-1][1]
        second = min(solution.cost for at, solution in found if at <= max(1.0, first[0]))
        rivals = (problem.cost(nearest_first(problem)), problem.cost(shorten(problem, fewest_stops(problem))))
        seconds = [cost + fixed for cost in (first[1].cost, second, last.cost, *rivals)]
        times = [1000 * value for value in (setup, first[0], spent)]
        cells = [str(problem.end - 1), *(f"{value:.0f}" for value in (*seconds, *times)), str(last.proven)]
        print(f"{name:<28}" + "".join(f"{cell:>10}" for cell in cells))
        print(
            f"{'':<28}{'':>10}   nearest first +{100 * (seconds[3] / seconds[2] - 1):.0f} %,"
            f" fewest counters +{100 * (seconds[4] / seconds[2] - 1):.0f} %"
        )


if __name__ == "__main__":
    main()
