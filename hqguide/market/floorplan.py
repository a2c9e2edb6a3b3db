"""Floor schematics digitised from plans on the walls of the halls.

Coordinates are plan units: ``x`` to the right and ``y`` down, both on one scale, the longer side of
the sheet 100. A porch or a street beyond the outline may lie a little outside that range. Metres
exist only where ``scale`` says so, and then as an estimate with a range.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from hqguide.market.model import Confidence, Record
from hqguide.market.pack import read_file

Point = tuple[float, float]
Polygon = tuple[Point, ...]
Direction = Literal["north", "east", "south", "west", "unknown"]
AreaKind = Literal[
    "void",
    "lightwell",
    "lift",
    "lift core",
    "lift lobby",
    "stairs",
    "toilet",
    "room",
    "plant",
    "corridor",
    "office",
    "canopy",
    "porch",
    "hidden",
]
BlockKind = Literal["block", "counters", "shops", "kiosk", "island"]

_RANGE = re.compile(r"(\w*?)(\d+)-\1(\d+)")


class Up(Record, frozen=True):
    """Which way the top of the sheet points, and how that is known."""

    direction: Direction
    basis: str
    confidence: Confidence | None = None


class Scale(Record, frozen=True):
    """Metres per plan unit: an estimate, its range, and what it rests on."""

    metres_per_unit: float
    basis: str
    confidence: Confidence
    low: float | None = None
    high: float | None = None


class Accuracy(Record, frozen=True):
    """How far a drawn line may be from the sign, in plan units, and what else to beware of."""

    units: float
    caveat: str | None = None


class Zone(Record, frozen=True):
    """A coloured or labelled part of the floor."""

    id: str
    label: str
    colour: str
    poly: Polygon


class Area(Record, frozen=True):
    """A piece of the building that is not for sale: a stair, a lift, a void, a room."""

    kind: AreaKind
    poly: Polygon
    label: str | None = None


class Escalator(Record, frozen=True):
    """An escalator with one polygon a lane."""

    id: str
    lanes: tuple[Polygon, ...]
    label: str | None = None


class Exit(Record, frozen=True):
    """A way out of the floor."""

    at: Point
    label: str


class Link(Record, frozen=True):
    """A way on one level into another building, or another block of the same building."""

    at: Point
    building: str
    label: str
    block: str | None = None


class Line(Record, frozen=True):
    """An aisle, or a street beside the building when it has a name."""

    points: Polygon
    name: str | None = None


class Block(Record, frozen=True):
    """A run of counters or shops drawn as one shape.

    ``numbers`` are those read on it, in ``order``; one that ends in ``?`` is a doubtful reading, and
    ``1C81-1C98`` is a run. ``cells`` is how many counters the drawing shows.
    """

    id: str
    kind: BlockKind
    poly: Polygon
    numbers: tuple[str, ...] = ()
    order: str | None = None
    cells: int | None = None
    zone: str | None = None
    confidence: Confidence | None = None
    label: str | None = None


class PlanCounter(Record, frozen=True):
    """A single counter on the plan.

    ``number`` is missing when digits could not be read; ``as_read`` is set whenever the reading is
    doubtful. ``block`` names the shape it stands in when the counter has no shape of its own.
    """

    confidence: Confidence
    number: str | None = None
    poly: Polygon | None = None
    block: str | None = None
    as_read: str | None = None
    area_m2: float | None = None
    names_zh: tuple[str, ...] = ()
    note: str | None = None


class Spot(msgspec.Struct, frozen=True):
    """Where a counter is on a plan: its own shape when ``exact``, else the block it stands in."""

    poly: Polygon
    exact: bool
    doubtful: bool

    @property
    def middle(self) -> Point:
        """The mean of the corners, in plan units."""
        xs, ys = zip(*self.poly, strict=True)
        return sum(xs) / len(xs), sum(ys) / len(ys)


class FloorPlan(Record, frozen=True):
    """One floor as the sign on its wall draws it, on the date of the photograph."""

    id: str
    building: str
    level: int
    as_of: str
    source: str
    evidence: str
    up: Up
    outline: Polygon
    accuracy: Accuracy
    size: Point
    block: str | None = None
    scale: Scale | None = None
    sides: Mapping[str, str] = {}
    zones: tuple[Zone, ...] = ()
    voids: tuple[Area, ...] = ()
    escalators: tuple[Escalator, ...] = ()
    lifts: tuple[Area, ...] = ()
    lift_cars: tuple[Point, ...] = ()
    stairs: tuple[Area, ...] = ()
    toilets: tuple[Area, ...] = ()
    rooms: tuple[Area, ...] = ()
    outside: tuple[Area, ...] = ()
    hidden: tuple[Area, ...] = ()
    exits: tuple[Exit, ...] = ()
    links: tuple[Link, ...] = ()
    aisles: tuple[Line, ...] = ()
    streets: tuple[Line, ...] = ()
    blocks: tuple[Block, ...] = ()
    counters: tuple[PlanCounter, ...] = ()
    you_are_here: Point | None = None
    note: str | None = None

    def find(self, number: str) -> Spot | None:
        """Where counter ``number`` is; ``None`` when the plan does not show it.

        A counter drawn by itself wins over the block whose numbers or run hold it.
        """
        shapes = {block.id: block.poly for block in self.blocks}
        for counter in self.counters:
            if counter.number == number:
                shape = counter.poly or shapes[counter.block or ""]
                return Spot(shape, exact=counter.poly is not None, doubtful=counter.as_read is not None)
        for block in self.blocks:
            for text in block.numbers:
                if text.rstrip("?") == number or _in_run(number, text):
                    return Spot(block.poly, exact=block.cells == 1, doubtful=text.endswith("?"))
        return None

    def polygons(self) -> Iterator[Polygon]:
        """Every polygon of the plan, the outline first."""
        yield self.outline
        for area in (*self.voids, *self.lifts, *self.stairs, *self.toilets, *self.rooms):
            yield area.poly
        for area in (*self.outside, *self.hidden):
            yield area.poly
        yield from (zone.poly for zone in self.zones)
        yield from (block.poly for block in self.blocks)
        for escalator in self.escalators:
            yield from escalator.lanes
        yield from (counter.poly for counter in self.counters if counter.poly)


def _in_run(number: str, text: str) -> bool:
    """Whether ``text`` is a run such as ``1C81-1C98`` that holds ``number``."""
    run = _RANGE.fullmatch(text.rstrip("?"))
    if run is None or not number.startswith(run[1]):
        return False
    serial = number[len(run[1]) :]
    return serial.isdecimal() and int(run[2]) <= int(serial) <= int(run[3])


def load_floorplans(folder: Path) -> tuple[FloorPlan, ...]:
    """Read ``floorplans.json`` of ``folder``; :class:`GuideError` when it is missing or broken."""
    return read_file(folder, "floorplans.json", tuple[FloorPlan, ...])
