"""Write ``floorways.json``, the walks on digitised floors: ``python -m tools.floorways data``.

Only floors are written on which the plan tells where a counter on record is, or the zone of its number.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import inf
from pathlib import Path
from typing import cast

import msgspec

from hqguide.map.fill import middle
from hqguide.map.fixtures import called, fixtures
from hqguide.map.shapes import shapes, sound
from hqguide.map.walkgrid import opened, walk_grid, walks
from hqguide.map.wanted import plan_for, seek, stalls_on, target
from hqguide.market.floorplan import FloorPlan, Point, Polygon, load_floorplans
from hqguide.market.floorways import FILE, PORTALS, FloorWays, Kind, Spot
from hqguide.market.pack import Market, load_market

# Mean distance of two random points of a square, as a share of its side (Santaló, 1976).
MEAN_IN_SQUARE = 0.5214
CLOSED = ("counter", "block", "void", "room")
HEAD = re.compile(r"(\w*\d\w*?|[A-Z])(?:xx|区)?")

Parts = tuple[tuple[Polygon, float], ...]
"""The outlines a spot stands for, each with its share of their area; a portal has none."""


def area(poly: Sequence[Point]) -> float:
    """The area of an outline in square units (shoelace formula)."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*poly, poly[0]]))) / 2


def heads(label: str) -> tuple[str, ...]:
    """What the numbers of a zone begin with: ``73`` and ``74`` for ``73xx / 74xx (south)``."""
    found = (HEAD.fullmatch(part.strip()) for part in re.sub(r"\(.*", "", label).split("/"))
    return tuple(match[1] for match in found if match)


def parts_of(polys: Sequence[Polygon]) -> Parts:
    """Outlines with their shares."""
    whole = sum(map(area, polys))
    return tuple((poly, area(poly) / whole) for poly in polys)


def counter_spots(
    market: Market, plans: Sequence[FloorPlan], plan: FloorPlan
) -> Iterator[tuple[Spot, Parts]]:
    """The counters and blocks of ``plan`` with a stall on record."""
    building, base = market.by_id[plan.building], shapes(plan)
    stalls = stalls_on(market, building, plan.level)
    found: dict[Polygon, tuple[bool, list[str]]] = {}
    for stall in stalls:
        wanted = seek(building, plan.level, stall.counter, stalls)
        if wanted is None or plan_for(plans, building, plan.level, wanted)[0] is not plan:
            continue
        spot = target(plan, base, wanted).spot
        if spot:
            found.setdefault(spot.poly, (spot.exact, []))[1].append(wanted.number)
    for poly, (exact, numbers) in found.items():
        x, y = middle(poly)
        there = tuple(sorted(set(numbers)))
        yield Spot("counter" if exact else "block", "", x, y, counters=there), parts_of([poly])


def zone_spots(plan: FloorPlan) -> Iterator[tuple[Spot, Parts]]:
    """One spot for each beginning of a number that names zones of ``plan``."""
    zones: dict[str, list[Polygon]] = {}
    labels: dict[str, str] = {}
    for zone in plan.zones:
        for head in heads(zone.label) if sound(zone.poly) else ():
            zones.setdefault(head, []).append(zone.poly)
            labels[head] = f"{head}xx" if f"{head}xx" in zone.label else head
    for head, polys in zones.items():
        x, y = middle(max(polys, key=area))
        yield Spot("zone", f"zone {labels[head]}", x, y, heads=(head,)), parts_of(polys)


def portal_spots(plan: FloorPlan) -> Iterator[tuple[Spot, Parts]]:
    """Escalators, stairs and lifts of ``plan``."""
    for fixture in fixtures(plan):
        if fixture.kind in PORTALS:
            name = called(fixture, plan, "en").split(":")[0]
            yield Spot(cast("Kind", fixture.kind), name, *fixture.at), ()


class Floor:
    """The walking grid of a plan, and the walks found on it."""

    def __init__(self, plan: FloorPlan, points: Sequence[Point], polys: Sequence[Polygon]) -> None:
        base = shapes(plan)
        shut = [shape.poly for shape in base.shapes if shape.kind in CLOSED]
        shut += [poly for fixture in fixtures(plan) if fixture.kind == "toilet" for poly in fixture.polys]
        grid = walk_grid(base.outline, shut)
        if grid is None:
            raise SystemExit(f"{plan.id}: too large for a grid")
        ways = [poly for fixture in fixtures(plan) if fixture.kind in PORTALS for poly in fixture.polys]
        self.grid = opened(grid, (*polys, *ways), points)
        self.between = cache(self._between)

    def _between(self, a: Point, b: Point) -> float:
        found = walks(self.grid, b, [a])
        return inf if found is None else found[0]

    def walk(self, one: tuple[Spot, Parts], other: tuple[Spot, Parts]) -> float:
        """The mean walk between the points two spots stand for."""
        if one == other:
            return 0.0
        return sum(
            own * their * self.between(*sorted((a, b)))
            for a, own in middles(one)
            for b, their in middles(other)
        )

    def spread(self, place: tuple[Spot, Parts]) -> float:
        """Half the mean walk between two points of a zone or block."""
        if place[0].kind not in ("zone", "block"):
            return 0.0
        whole = 0.0
        for a, own in place[1]:
            for b, their in place[1]:
                far = (
                    MEAN_IN_SQUARE * area(a) ** 0.5
                    if a == b
                    else self.between(*sorted((middle(a), middle(b))))
                )
                whole += own * their * far
        return whole / 2


def middles(place: tuple[Spot, Parts]) -> Iterator[tuple[Point, float]]:
    """The middle of each outline of a spot with its share; of a portal the point itself."""
    spot, parts = place
    yield from ((middle(poly), share) for poly, share in parts) if parts else (((spot.x, spot.y), 1.0),)


def closed_up(units: list[list[float]]) -> list[list[float]]:
    """``units`` to a tenth, and no walk longer than two others by way of a third (Floyd, 1962)."""
    rows = [[round(one, 1) for one in row] for row in units]
    for via, row in enumerate(rows):
        for other in rows:
            for at, far in enumerate(row):
                other[at] = round(min(other[at], other[via] + far), 1)
    return rows


def ways_of(market: Market, plans: Sequence[FloorPlan], plan: FloorPlan) -> FloorWays | None:
    """The walks on ``plan``; ``None`` when it says nothing of any counter on record."""
    placed = [*counter_spots(market, plans, plan), *zone_spots(plan)]
    if not placed:
        return None
    found = [*portal_spots(plan), *placed]
    floor = Floor(
        plan,
        [point for place in found for point, _ in middles(place)],
        [poly for _, parts in placed for poly, _ in parts],
    )
    units = [[floor.walk(one, other) for other in found] for one in found]
    # Where nothing is known of a counter it is looked for from the spot nearest to all others.
    central = min(range(len(found) - len(placed), len(found)), key=lambda at: sum(units[at]))
    x, y = found[central][0].x, found[central][0].y
    order = [central, *range(len(found))]
    spots = [
        msgspec.structs.replace(
            spot, x=round(spot.x, 1), y=round(spot.y, 1), spread=round(floor.spread((spot, parts)), 1)
        )
        for spot, parts in found
    ]
    scale = plan.scale
    return FloorWays(
        plan=plan.id,
        building=plan.building,
        level=plan.level,
        as_of=plan.as_of,
        source=plan.source,
        top=plan.up.direction,
        spots=(Spot("middle", "", round(x, 1), round(y, 1)), *spots),
        units=tuple(map(tuple, closed_up([[units[a][b] for b in order] for a in order]))),
        metres_per_unit=scale.metres_per_unit if scale else None,
        confidence=scale.confidence if scale else None,
    )


def floorways(folder: Path) -> bytes:
    """The bytes of ``floorways.json`` for the pack in ``folder``, a line for each floor."""
    market, plans = load_market(folder), load_floorplans(folder)
    found = (ways_of(market, plans, plan) for plan in plans)
    rows = [msgspec.json.encode(ways) for ways in found if ways]
    return b"[\n" + b",\n".join(rows) + b"\n]\n"


if __name__ == "__main__":
    data = Path(sys.argv[1])
    (data / FILE).write_bytes(floorways(data))
