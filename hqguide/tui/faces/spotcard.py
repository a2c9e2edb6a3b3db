"""What the map says of a floor or a counter: who is there, what is sold, since when that is known."""

from typing import TYPE_CHECKING

from hqguide.tui.faces.dates import about
from hqguide.tui.faces.fields import field
from hqguide.tui.faces.hall import heading_lines
from hqguide.tui.look import Look
from hqguide.tui.runs import Line, Run, ink

if TYPE_CHECKING:
    from hqguide.market.card import Card, Fact
    from hqguide.market.whereabouts import Near

MOST_FACTS = 6


def spot_lines(
    card: "Card", width: int, look: Look, *, near: "Near | None" = None, way: str = ""
) -> list[Line]:
    """Name, place and way first, so that a few lines already lead there; then the evidence."""
    out = heading_lines(card, width, look, near)
    if way:
        out += field(look.say("way"), [ink(way, "gold")], width)
    if card.reading:
        out += field(look.say("number"), [ink(card.reading, "dim")], width)
    for number, fact in enumerate(card.facts[:MOST_FACTS]):
        out += field("" if number else look.say("sells"), _fact(fact, look), width)
    if not card.facts:
        out += field(look.say("sells"), [ink(look.say("no record"), "faint")], width)
    for label, values in ((look.say("access"), card.access), (look.say("joined"), card.joined)):
        for number, value in enumerate(values):
            out += field("" if number else label, [ink(value, "dim")], width)
    if card.stalls:
        out += field(look.say("counters"), [ink(look.say("stalls", n=len(card.stalls)), "dim")], width)
    return out


def _fact(fact: "Fact", look: Look) -> list[Run]:
    tail = [part for part in (fact.block, about(fact.as_of, look, fact.as_of_estimated), fact.source) if part]
    runs = [ink(fact.goods or fact.says), ink(look.dot + look.dot.join(tail), "dim")]
    if fact.superseded:
        runs.append(ink(f" ({look.say('superseded')})", "warn"))
    return runs
