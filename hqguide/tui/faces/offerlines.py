"""Offers of the user's stock lists, and parts to take instead, as lines under a card."""

from typing import TYPE_CHECKING

from hqguide.tui.faces.fields import field
from hqguide.tui.look import Look
from hqguide.tui.runs import EMPTY, Line, Run, ink

if TYPE_CHECKING:
    from hqguide.search.answer import Answer, StockHit, SubstituteHit


def offer_lines(answer: "Answer", width: int, look: Look) -> list[Line]:
    """What the lists hold of the part asked, then what can be taken instead; none when both are empty."""
    out: list[Line] = []
    for hit in answer.stock:
        out += field(look.say("in stock"), _offer(hit, look), width)
    for instead in answer.substitutes:
        out += field(look.say("instead"), _instead(instead, look), width)
    return [EMPTY, *out] if out else []


def _offer(hit: "StockHit", look: Look) -> list[Run]:
    """Number, goods, price and counter; then the list and its day, marked when that is long ago."""
    goods = [part for part in (hit.brand, hit.package, hit.date_code) if part]
    goods += [look.say("pieces", n=f"{hit.quantity:,}")] if hit.quantity is not None else []
    goods += [f"{hit.price:g} {hit.currency}".strip()] if hit.price is not None else []
    goods += [hit.counter] if hit.counter else []
    day = f"{look.dot}{hit.list} {hit.as_of}"
    runs = [ink(hit.part, "title"), ink(" " + look.dot.join(goods)), ink(day, "dim")]
    return [*runs, ink(f" {look.say('stale')}", "warn")] if hit.stale else runs


def _instead(hit: "SubstituteHit", look: Look) -> list[Run]:
    """The part, why, what to check, and the first place or offer of it."""
    where = [place.place for place in hit.places[:1]] + [offer.list for offer in hit.stock[:1]]
    return [
        ink(hit.part, "title"),
        ink(f" {hit.why}"),
        ink(look.dot + hit.check, "dim"),
        *(ink(look.dot + one, "gold") for one in where),
    ]
