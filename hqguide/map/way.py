"""The way to a counter on a floor: from the escalator one arrives by, along the gaps between the counters."""

from math import atan2, degrees, hypot

import msgspec

from hqguide.map.fill import holds, middle
from hqguide.map.fixtures import Fixture, called, fixtures
from hqguide.map.names import Tongue
from hqguide.map.once import once
from hqguide.map.planview import Point
from hqguide.map.shapes import shapes, sound
from hqguide.map.walkgrid import opened, walk_grid, walks
from hqguide.map.wording import DIRECTIONS, say
from hqguide.market.counters import spellings
from hqguide.market.floorplan import FloorPlan, Polygon, Spot

# Compass points to turn clockwise from the top of the sheet, by where the top points.
TURNS = {"north": 0, "east": 2, "south": 4, "west": 6}
# By which one arrives: on the ground floor by a door, higher up by the escalator, else what there is.
GROUND, UPSTAIRS = ("exit", "escalator", "stairs"), ("escalator", "stairs", "exit")
AT = 1.5
ROUND_M = 5


class Way(msgspec.Struct, frozen=True):
    """A walk in plan units from ``start`` through ``points``; ``straight`` when no open walk was found."""

    start: Fixture
    points: tuple[Point, ...]
    units: float
    straight: bool


def way_to(plan: FloorPlan, spot: Spot, start: Fixture | None = None) -> Way | None:
    """The shortest way to ``spot``, from ``start`` or from where one most likely arrives.

    ``None`` when the plan has no escalator, stair or exit. A way once found is kept with its plan.
    """
    kept = _ways(plan)
    if (spot.poly, start) not in kept:
        kept[spot.poly, start] = _way(plan, spot, start)
    return kept[spot.poly, start]


@once
def _ways(_: FloorPlan) -> dict[tuple[Polygon, Fixture | None], Way | None]:
    """An empty place to keep the ways of a plan."""
    return {}


def _way(plan: FloorPlan, spot: Spot, start: Fixture | None) -> Way | None:
    known = (start,) if start else _arrivals(plan)
    if not known:
        return None
    goal = middle(spot.poly)
    found = _walk(plan, spot.poly, goal, known)
    if found:
        units, points = found
        first = min(known, key=lambda one: _apart(one.at, points[0]))
        return Way(first, tuple(points), units, straight=False)
    first = min(known, key=lambda one: _apart(one.at, goal))
    return Way(first, (first.at, goal), _apart(first.at, goal), straight=True)


def way_words(
    plan: FloorPlan, start: Fixture | None, wanted: Spot | str | None, language: Tongue = "en"
) -> str:
    """The way in words: ``from the west escalator about 25 m south-east, zone 78xx``.

    ``wanted`` is a spot of the plan or a counter number. Metres only where the scale is known, always with
    "about"; empty when the plan does not show the counter or nothing to start from.
    """
    spot = _spot(plan, wanted) if isinstance(wanted, str) else wanted
    way = way_to(plan, spot, start) if spot else None
    if way is None or spot is None:
        return ""
    who = called(way.start, plan, language)
    zone = _zone_words(plan, middle(spot.poly), language)
    if way.units < AT:
        return say("way-here", language, start=who, zone=zone)
    direction = _direction(plan, way.start.at, middle(spot.poly), language)
    if plan.scale is None:
        return say("way-unscaled", language, start=who, direction=direction, zone=zone)
    metres = say("metres", language, number=about_metres(way.units * plan.scale.metres_per_unit))
    sure = say(plan.scale.confidence, language)
    return say("way", language, start=who, metres=metres, direction=direction, zone=zone, confidence=sure)


def _spot(plan: FloorPlan, number: str) -> Spot | None:
    found = (plan.find(spelling) for spelling in spellings(number))
    return next((spot for spot in found if spot and sound(spot.poly)), None)


def about_metres(metres: float) -> int:
    """``metres`` as exact as an estimated scale allows: whole fives, and never nothing."""
    return max(ROUND_M * round(metres / ROUND_M), ROUND_M)


def _arrivals(plan: FloorPlan) -> tuple[Fixture, ...]:
    known = fixtures(plan)
    for kind in GROUND if plan.level == 1 else UPSTAIRS:
        found = tuple(one for one in known if one.kind == kind)
        if found:
            return found
    return ()


def _walk(
    plan: FloorPlan, poly: Polygon, goal: Point, known: tuple[Fixture, ...]
) -> tuple[float, list[Point]] | None:
    base = shapes(plan)
    if not base.outline:
        return None
    shut = [shape.poly for shape in base.shapes if shape.kind in ("counter", "block", "void", "room")]
    others = [
        one for fixture in fixtures(plan) if fixture.kind in ("lift", "toilet") for one in fixture.polys
    ]
    grid = walk_grid(base.outline, (*shut, *others))
    if grid is None:
        return None
    lanes = [lane for fixture in known for lane in fixture.polys]
    free = opened(grid, (poly, *lanes), (goal, *(fixture.at for fixture in known)))
    return walks(free, goal, [fixture.at for fixture in known])


def _direction(plan: FloorPlan, start: Point, end: Point, language: Tongue) -> str:
    """One of eight points of the compass, or the side of the sheet where north is not known."""
    across, down = end[0] - start[0], end[1] - start[1]
    clockwise = round(degrees(atan2(across, -down)) / 45) % 8
    if plan.up.direction in TURNS:
        side = DIRECTIONS[(clockwise + TURNS[plan.up.direction]) % 8]
        return say("bound", language, side=say(side, language))
    rows = {7: "top", 0: "top", 1: "top", 3: "bottom", 4: "bottom", 5: "bottom"}
    columns = {1: "right", 2: "right", 3: "right", 5: "left", 6: "left", 7: "left"}
    sides = [sides[clockwise] for sides in (rows, columns) if clockwise in sides]
    words = [say(side, language) for side in sides]
    return say("toward", language, side="".join(reversed(words)) if language == "zh" else " ".join(words))


def _zone_words(plan: FloorPlan, point: Point, language: Tongue) -> str:
    found = next((s for s in shapes(plan).shapes if s.kind == "zone" and holds(s.poly, point)), None)
    return say("zone", language, zone=found.words[0].split(" (")[0].removesuffix("区")) if found else ""


def _apart(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])
