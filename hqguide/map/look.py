"""What is to be shown of a floor: its plan, the counter asked for, where that is, the way to it."""

from collections.abc import Sequence

import msgspec

from hqguide.map.names import Tongue
from hqguide.map.shapes import shapes
from hqguide.map.wanted import Target, Wanted, plan_for, seek, stalls_on, target
from hqguide.map.way import Way, way_to
from hqguide.market.counters import spellings
from hqguide.market.floorplan import FloorPlan
from hqguide.market.model import Building, Stall
from hqguide.market.pack import Market


class Look(msgspec.Struct, frozen=True):
    """One floor as asked for.

    ``plan`` is missing where numbers are drawn side by side instead; ``other`` is then a plan that exists
    all the same, of another block or not asked for.
    """

    building: Building
    level: int
    stalls: tuple[Stall, ...]
    wanted: Wanted | None
    plan: FloorPlan | None
    other: FloorPlan | None
    found: Target
    way: Way | None
    language: Tongue

    @property
    def recorded(self) -> frozenset[str]:
        """Every counter number with a stall on record, as printed and without hyphens."""
        return frozenset(text for s in self.stalls if s.counter for text in spellings(s.counter))


def look(
    market: Market,
    plans: Sequence[FloorPlan],
    building: Building,
    level: int,
    wanted: str | None,
    marks: Sequence[Stall] | None,
    language: Tongue,
    generic: bool,
) -> Look:
    """Gather what there is; nothing here fails for a floor or a number nobody knows."""
    stalls = stalls_on(market, building, level) if marks is None else tuple(marks)
    asked = seek(building, level, wanted, stalls)
    plan, other = plan_for(plans, building, level, asked)
    if generic:
        plan, other = None, plan or other
    found = target(plan, shapes(plan), asked) if plan and asked else Target(None)
    way = way_to(plan, found.spot) if plan and found.spot else None
    return Look(building, level, stalls, asked, plan, other, found, way, language)
