"""What one finds one's way by on a floor: escalators, lifts, stairs, toilets, exits, next halls."""

import re
from collections.abc import Iterator

import msgspec

from hqguide.map.fill import middle
from hqguide.map.names import Tongue
from hqguide.map.once import once
from hqguide.map.planview import Point
from hqguide.map.shapes import sound
from hqguide.map.wording import COMPASS, say
from hqguide.market.floorplan import Area, FloorPlan, Polygon
from hqguide.text import plain

GLYPHS = {"escalator": "E", "lift": "L", "stairs": "S", "toilet": "W", "exit": "X", "link": "J", "here": "i"}
_HAN = re.compile(r"[\d\u3400-\u9fff]*[\u3400-\u9fff]")


class Fixture(msgspec.Struct, frozen=True):
    """One of them: its kind (a key of ``GLYPHS``), the name on the plan, its middle, its outlines.

    ``only`` says that the floor has no other of the kind.
    """

    kind: str
    name: str
    at: Point
    polys: tuple[Polygon, ...] = ()
    only: bool = False

    @property
    def glyph(self) -> str:
        """The letter that stands for the kind."""
        return GLYPHS[self.kind]

    @property
    def thing(self) -> str:
        """``escalator:W``, ``stairs:2``, ``toilet``: what a click on it means."""
        return f"{self.kind}:{self.name}" if self.name else self.kind


@once
def fixtures(plan: FloorPlan) -> tuple[Fixture, ...]:
    """Everything of the kind on ``plan`` that has a place."""
    found = list(_found(plan))
    kinds = [one.kind for one in found]
    return tuple(msgspec.structs.replace(one, only=kinds.count(one.kind) == 1) for one in found)


def called(fixture: Fixture, plan: FloorPlan, language: Tongue) -> str:
    """The fixture in words: ``the west escalator``, ``escalator to 3F``, ``the escalator``.

    A letter of the compass is read as a direction only where the plan says which way it points.
    """
    what, name = say(fixture.kind, language), plain(fixture.name)
    side = COMPASS.get(name) if plan.up.direction != "unknown" else None
    if fixture.only or not name:
        return say("the", language, what=what)
    if side:
        join = "" if language == "zh" else " "
        return say("the", language, what=f"{say(side, language)}{join}{what}")
    chinese = _HAN.search(name)
    if language == "zh" and chinese:
        name = chinese[0]
    elif language != "zh":
        name = re.sub(r"[^\x00-\x7f]+", "", re.sub(r"\([^)]*\)", "", name)).strip()
    return say("named", language, what=what, name=name) if name else say("the", language, what=what)


def _found(plan: FloorPlan) -> Iterator[Fixture]:
    for escalator in plan.escalators:
        lanes = tuple(lane for lane in escalator.lanes if sound(lane))
        if lanes:
            corners = [point for lane in lanes for point in lane]
            mean = sum(x for x, _ in corners) / len(corners), sum(y for _, y in corners) / len(corners)
            yield Fixture("escalator", escalator.id, mean, lanes)
    yield from _areas("lift", plan.lifts)
    yield from _areas("stairs", plan.stairs)
    yield from _areas("toilet", plan.toilets)
    for exit_ in plan.exits:
        # "M7, north" on a sheet nobody could orient speaks of the sheet, not of the ground.
        name = exit_.label.split(", ")[0] if plan.up.direction == "unknown" else exit_.label
        yield Fixture("exit", name, exit_.at)
    for link in plan.links:
        yield Fixture("link", link.block or link.building, link.at)
    if plan.you_are_here:
        yield Fixture("here", "", plan.you_are_here)


def _areas(kind: str, areas: tuple[Area, ...]) -> Iterator[Fixture]:
    for area in areas:
        if sound(area.poly):
            yield Fixture(kind, area.label or "", middle(area.poly), (area.poly,))
