"""The shapes of a floor plan as they are drawn: counters, blocks, zones, what is not for sale."""

from collections.abc import Iterator
from math import isfinite
from typing import Literal

import msgspec

from hqguide.map.fill import crosses_itself, middle
from hqguide.map.once import once
from hqguide.map.planview import Point, box_of
from hqguide.market.floorplan import FloorPlan, Polygon
from hqguide.market.model import floor_label

Kind = Literal["counter", "block", "void", "room", "outside", "zone"]
FARTHEST_POINT = 1000.0


class Shape(msgspec.Struct, frozen=True):
    """One outline; ``words`` are what may be written in it, whole first, then shorter."""

    kind: Kind
    poly: Polygon
    thing: str
    words: tuple[str, ...]
    box: tuple[float, float, float, float]
    middle: Point
    numbers: tuple[str, ...] = ()

    def is_on(self, recorded: frozenset[str]) -> bool:
        """Whether one of the shape's numbers is among those with a stall on record."""
        return any(number.rstrip("?") in recorded for number in self.numbers)


class Shapes(msgspec.Struct, frozen=True):
    """All shapes of a plan that can be drawn, those to draw first in front, and what was wrong.

    ``points`` are what a picture of all of the floor must hold: walls, doors, the streets beside it.
    """

    shapes: tuple[Shape, ...]
    outline: Polygon
    points: tuple[Point, ...]
    broken: int
    crossed: int

    @property
    def has_numbers(self) -> bool:
        """Whether any counter number is on the plan."""
        return any(shape.numbers for shape in self.shapes)


def sound(poly: Polygon) -> bool:
    """Whether ``poly`` has three corners or more, all of them on a sheet."""
    return len(poly) >= 3 and all(map(_is_on_sheet, poly))


def _is_on_sheet(point: Point) -> bool:
    return all(isfinite(value) and abs(value) <= FARTHEST_POINT for value in point)


@once
def shapes(plan: FloorPlan) -> Shapes:
    """The shapes of ``plan``; the same plan is prepared only once."""
    whole = tuple(shape for shape in _shapes(plan) if shape)
    polys = list(plan.polygons())
    good = [poly for poly in polys if sound(poly)]
    outline = plan.outline if sound(plan.outline) else ()
    corners = outline or tuple(point for shape in whole for point in shape.poly)
    doors = (*(door.at for door in plan.exits), *(link.at for link in plan.links))
    streets = tuple(point for line in plan.streets if line.name for point in line.points)
    return Shapes(
        shapes=whole,
        outline=outline,
        points=tuple(point for point in (*corners, *doors, *streets) if _is_on_sheet(point)),
        broken=sum(1 for poly in polys if poly and not sound(poly)),
        crossed=sum(map(crosses_itself, good)),
    )


def counter_thing(building: str, level: int, number: str) -> str:
    """``counter:<building>/<floor>/<number>``: the path of the counter behind its kind."""
    return f"counter:{building}/{floor_label(level)}/{number}"


def _shapes(plan: FloorPlan) -> Iterator[Shape | None]:
    for place, counter in enumerate(plan.counters):
        if counter.poly:
            number = counter.number or ""
            own = counter_thing(plan.building, plan.level, number) if number else f"counter:?{place}"
            yield _shape("counter", counter.poly, own, (counter.as_read or number,), (number,))
    for block in plan.blocks:
        inside = tuple(c.number for c in plan.counters if c.block == block.id and c.number)
        numbers = (*block.numbers, *inside)
        own = f"block:{block.id}"
        if block.cells == 1 and len(numbers) == 1:
            own = counter_thing(plan.building, plan.level, numbers[0].rstrip("?"))
        yield _shape("block", block.poly, own, _ranges(numbers), numbers)
    for area in plan.voids:
        yield _shape("void", area.poly, "void", ())
    for area in plan.rooms:
        yield _shape("room", area.poly, f"room:{area.label or area.kind}", (area.label or area.kind,))
    for area in plan.outside:
        yield _shape("outside", area.poly, f"room:{area.label or area.kind}", (area.label or area.kind,))
    for zone in plan.zones:
        yield _shape("zone", zone.poly, f"zone:{zone.id}", (zone.label, zone.label.split(" (")[0]))


def _shape(
    kind: Kind, poly: Polygon, thing: str, words: tuple[str, ...], numbers: tuple[str, ...] = ()
) -> Shape | None:
    if not sound(poly):
        return None
    numbers = tuple(filter(None, numbers))
    return Shape(kind, poly, thing, tuple(filter(None, words)), box_of(poly), middle(poly), numbers)


def _ranges(numbers: tuple[str, ...]) -> tuple[str, ...]:
    """All numbers of a block, then its first and last, for a sign names its ends."""
    if len(numbers) < 2:
        return numbers
    return (" ".join(numbers), f"{numbers[0]}..{numbers[-1]}", numbers[0])
