"""The shopping list as rows: tick box, quantity, words, state, and whether a place is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hqguide.tui.faces.names import fitting
from hqguide.tui.look import Look
from hqguide.tui.runs import Line, Run, cut, ink, pad, spread, width_of

if TYPE_CHECKING:
    from hqguide.notebook.lists import ListItem

ONE_LINE, INDENT = 70, 11
STATE_INKS = {"bought": "good", "not found": "warn"}


@dataclass(frozen=True)
class Coverage:
    """Where an item may be bought: hall (empty: none is known), floor and counter; and what to say there."""

    hall: str = ""
    spot: str = ""
    as_of: str | None = None
    zh: str = ""
    pinyin: str = ""


def item_lines(item: "ListItem", coverage: Coverage | None, width: int, look: Look) -> list[Line]:
    """An item on one line, or on two where its place has no room beside it."""
    left = _item(item, look)
    half = width // 2
    room = width - half - 2 if width >= ONE_LINE else width - INDENT
    right = _place(coverage, room, look)
    if item.state != "wanted":
        right = [ink(look.say(f"state {item.state}"), STATE_INKS[item.state])]
    if width >= ONE_LINE:
        return [(*pad(left, half, look.more), ("  ", ""), *cut(right, room, look.more))]
    return [cut(left, width, look.more), cut(((" " * INDENT, ""), *right), width, look.more)]


def _item(item: "ListItem", look: Look) -> list[Run]:
    wanted = item.state == "wanted"
    runs = [
        ink(look.box(item.state), "gold" if wanted else STATE_INKS[item.state]),
        ink(f"{item.quantity:>5}x ", "gold" if wanted else "faint"),
        ink(item.text, "title" if wanted else "dim"),
    ]
    if item.priority:
        runs.append(ink(f" {'!' * item.priority}", "warn"))
    if item.target_price is not None:
        runs.append(ink(look.dot + look.say("each", price=item.target_price), "dim"))
    if item.note:
        runs.append(ink(look.dot + item.note, "faint"))
    return runs


def _place(coverage: Coverage | None, room: int, look: Look) -> list[Run]:
    if coverage is None:
        return []
    if coverage.hall:
        tail = [ink(f" {coverage.spot}" if coverage.spot else "", "gold")]
        tail.append(ink(f" {coverage.as_of[:4] if coverage.as_of else look.say('undated')}", "dim"))
        return [ink(fitting(coverage.hall, room - width_of(tail), look)), *tail]
    runs = [ink(look.say("no record"), "warn")]
    if coverage.zh:
        runs += [ink(f", {look.say('ask', zh='')}".rstrip() + " ", "dim"), ink(coverage.zh, "han")]
        runs.append(ink(f" {coverage.pinyin}", "dim"))
    return runs


def summary(items: "Sequence[ListItem]", covered: Mapping[str, Coverage], width: int, look: Look) -> Line:
    """How many items there are of each state, and for how many a place is on record."""
    counts = [
        (state, sum(item.state == state for item in items)) for state in ("wanted", "bought", "not found")
    ]
    left = [ink(look.dot.join(look.say(state, n=n) for state, n in counts if n), "dim")]
    known = [covered[item.text] for item in items if item.text in covered]
    right = (
        [ink(look.say("checking"), "faint")]
        if len(known) < len(items)
        else [ink(look.say("coverage", known=sum(bool(one.hall) for one in known), all=len(items)), "dim")]
    )
    return spread(left, right, max(width, width_of(right)), look.more)
