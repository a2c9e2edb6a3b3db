"""What the map says of the parts of a floor: a zone, a block of counters, a stair, a way out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hqguide.tui.faces.fields import field
from hqguide.tui.look import Look
from hqguide.tui.runs import Line, ink, wrap

if TYPE_CHECKING:
    from hqguide.market.floorplan import FloorPlan

# Shorter names are letters on the plan, such as the side an escalator is on.
LEAST_NAME = 3
KINDS = {"zone", "block", "room", "counter", "void"}


def plan_lines(thing: str, plan: "FloorPlan | None", width: int, look: Look) -> list[Line]:
    """The thing in one line, then what the sign on the wall says of it."""
    kind, _, name = thing.partition(":")
    title = _fixture(thing, plan, look)
    if not title:
        what = look.say(f"part {kind}") if kind in KINDS else kind
        known = name if kind != "counter" else ""
        title = " ".join(part for part in (what, _named(kind, name, plan) or known) if part)
    out = wrap((ink(title, "title"),), width)
    for label, words in _facts(kind, name, plan, look):
        out += field(label, [ink(words, "dim")], width)
    return out


def _fixture(thing: str, plan: "FloorPlan | None", look: Look) -> str:
    """An escalator, a lift, a stair, a way out, as the map calls it."""
    if plan is None:
        return ""
    from hqguide.map.fixtures import called, fixtures

    found = next((one for one in fixtures(plan) if one.thing == thing), None)
    if found is None:
        return ""
    words = called(found, plan, look.language)
    return words if found.name in words or len(found.name) < LEAST_NAME else f"{words}: {found.name}"


def _named(kind: str, name: str, plan: "FloorPlan | None") -> str:
    if plan is None or kind not in ("zone", "block"):
        return ""
    if kind == "zone":
        return next((zone.label for zone in plan.zones if zone.id == name), "")
    return next((block.label or "" for block in plan.blocks if block.id == name), "")


def _facts(kind: str, name: str, plan: "FloorPlan | None", look: Look) -> Iterator[tuple[str, str]]:
    if plan is None:
        return
    block = next((one for one in plan.blocks if one.id == name), None) if kind == "block" else None
    if block:
        yield look.say("counters"), ", ".join(block.numbers) or look.say("no numbers")
        if block.zone:
            yield look.say("part zone"), block.zone
        if block.cells:
            yield look.say("drawn"), str(block.cells)
    yield look.say("source"), f"{plan.source}, {plan.as_of}"
