"""The counter a reader asks for on a floor: who is there, what its number says, where it is drawn."""

import re
import unicodedata
from collections.abc import Sequence
from math import hypot

import msgspec

from hqguide.map.fill import middle
from hqguide.map.shapes import Shape, Shapes, counter_thing
from hqguide.market.counters import Reading, readings, spellings
from hqguide.market.floorplan import FloorPlan, Spot
from hqguide.market.model import Building, Stall
from hqguide.market.pack import Market
from hqguide.text import plain

# How many neighbours are named; plan units and steps of the serial beyond which nothing is one.
NEAREST, CLOSE, FAR = 3, 15.0, 60
_DIGITS = re.compile(r"\d+")


class Wanted(msgspec.Struct, frozen=True):
    """A counter number as typed, the stalls on record under it here, and how the numbering reads it."""

    number: str
    stalls: tuple[Stall, ...]
    reading: Reading | None
    thing: str

    @property
    def known(self) -> bool:
        """Whether a stall is on record or the number fits the numbering."""
        return bool(self.stalls or self.reading)


class Target(msgspec.Struct, frozen=True):
    """Where the wanted counter is on a plan: its spot, or the zones its number points to, or nothing."""

    spot: Spot | None
    zones: tuple[Shape, ...] = ()


def stalls_on(market: Market, building: Building, level: int) -> tuple[Stall, ...]:
    """The stalls on record on one floor, in file order."""
    here = market.stalls_by_building.get(building.id, ())
    return tuple(stall for stall in here if stall.level == level)


def seek(building: Building, level: int, text: str | None, stalls: Sequence[Stall]) -> Wanted | None:
    """What ``text``, a counter number or the id of a stall, stands for on this floor; ``None`` when empty."""
    number = plain(unicodedata.normalize("NFKC", text or "")).strip()
    if not number:
        return None
    found = tuple(stall for stall in stalls if stall.id == number)
    if found:
        number = found[0].counter or found[0].id
    else:
        number = number.upper()
        first = spellings(number)[0]
        found = tuple(stall for stall in stalls if stall.counter and first in spellings(stall.counter))
    read = readings(building, number)
    here = next((reading for reading in read if reading.level == level), read[0] if read else None)
    return Wanted(number, found, here, counter_thing(building.id, level, number))


def target(plan: FloorPlan, base: Shapes, wanted: Wanted) -> Target:
    """Where ``wanted`` is on ``plan``."""
    for number in spellings(wanted.number):
        spot = plan.find(number)
        if spot and any(shape.poly == spot.poly for shape in base.shapes):
            return Target(spot)
    if wanted.reading and wanted.reading.level not in (None, plan.level):
        return Target(None)
    return Target(
        None, tuple(shape for shape in base.shapes if shape.kind == "zone" and _leads(shape, wanted))
    )


def _leads(zone: Shape, wanted: Wanted) -> bool:
    """Whether the label of ``zone`` is the beginning of the wanted number, as in ``78xx`` or ``10C (NW)``."""
    label = re.sub(r"\(.*", "", zone.words[0])
    heads = (part.strip().removesuffix("xx").removesuffix("区") for part in label.split("/"))
    return any(re.fullmatch(r"[0-9A-Z]+", head) and wanted.number.startswith(head) for head in heads)


def plan_for(
    plans: Sequence[FloorPlan], building: Building, level: int, wanted: Wanted | None
) -> tuple[FloorPlan | None, FloorPlan | None]:
    """The plan to draw the floor on, or else one that exists but shows another block than the counter's."""
    here = [plan for plan in plans if plan.building == building.id and plan.level == level]
    block = wanted.reading.block if wanted and wanted.reading else None
    for plan in here:
        if wanted is None or plan.block is None or plan.find(wanted.number) or _same_block(plan.block, block):
            return plan, None
    if here and wanted and not wanted.known:
        return here[0], None
    return None, here[0] if here else None


def _same_block(name: str, block: str | None) -> bool:
    return block is not None and block in re.split(r"\W+", name)


def beside(base: Shapes, spot: Spot, number: str) -> tuple[str, ...]:
    """The numbers drawn nearest to a counter that is drawn by itself, nearest first."""
    if not spot.exact:
        return ()
    x, y = middle(spot.poly)
    others = [
        (hypot(shape.middle[0] - x, shape.middle[1] - y), shape.numbers[0])
        for shape in base.shapes
        if shape.kind == "counter" and shape.numbers and shape.poly != spot.poly
    ]
    return tuple(other for away, other in sorted(others)[:NEAREST] if other != number and away <= CLOSE)


def neighbours(wanted: Wanted, stalls: Sequence[Stall]) -> tuple[str, ...]:
    """The numbers on record nearest to the wanted one that begin alike, in order."""
    own = _split(wanted.number)
    if own is None:
        return ()
    near = {
        (abs(other[1] - own[1]), stall.counter)
        for stall in stalls
        if stall.counter
        and (other := _split(stall.counter))
        and other[0] == own[0]
        and 0 < abs(other[1] - own[1]) <= FAR
    }
    return tuple(sorted(number for _, number in sorted(near)[:NEAREST]))


def _split(number: str) -> tuple[str, int] | None:
    """The last run of digits of a number and what stands before it."""
    first = spellings(number)[0].split("/")[0].split("-")[0]
    runs = list(_DIGITS.finditer(first))
    return (first[: runs[-1].start()], int(runs[-1][0])) if runs else None
