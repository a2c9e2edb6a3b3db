"""What the map says of a chosen hall, station or street."""

from typing import TYPE_CHECKING

from hqguide.tui.faces.fields import field
from hqguide.tui.faces.names import bare
from hqguide.tui.faces.placecard import STATE_INKS, place_facts
from hqguide.tui.look import Look
from hqguide.tui.nearby import near_words
from hqguide.tui.runs import Line, Run, ink, width_of, wrap

if TYPE_CHECKING:
    from hqguide.market.card import Card
    from hqguide.market.district import District
    from hqguide.market.whereabouts import Near


def hall_lines(card: "Card", width: int, look: Look, *, near: "Near | None" = None) -> list[Line]:
    """Names, state and distance first, so that two lines tell the hall; then all that is known of it."""
    return heading_lines(card, width, look, near) + place_facts(card, width, look)


def heading_lines(card: "Card", width: int, look: Look, near: "Near | None") -> list[Line]:
    """The names, then where the place is; the pinyin beside the names where there is room, else below."""
    names: list[Run] = [ink(card.name_zh or "", "han")]
    if card.name_en and card.name_en != card.name_zh:
        names.append(ink(f" {card.name_en}", "title"))
    if not (card.name_zh or card.name_en):
        names = [ink(look.say("no name" if card.facts else "no stall known"), "dim")]
    sound = [ink(f"  {bare(card.pinyin)}", "dim")] if card.pinyin else []
    beside = width_of([*names, *sound]) <= width
    out = wrap([*names, *sound] if beside else names, width)
    out += wrap(_spot(card, look, near), width)
    return out if beside else out + wrap([(text.strip(), style) for text, style in sound], width)


def _spot(card: "Card", look: Look, near: "Near | None") -> list[Run]:
    """The path of a place, whether it trades, how well its hall is placed, how far that is from here."""
    runs: list[Run] = [
        ink(card.place, "gold"),
        (look.dot, "faint"),
        ink(card.status, STATE_INKS.get(card.status, "dim")),
    ]
    if card.position is None:
        runs.append(ink(look.dot + look.say("position unknown"), "warn"))
    elif card.position.accuracy_m:
        runs.append(ink(f"{look.dot}{'+-' if look.ascii else '±'}{card.position.accuracy_m:.0f} m", "dim"))
    if near is not None:
        runs.append(ink(look.dot + near_words(near, look), "good"))
    return runs


def thing_lines(thing: str, district: "District", width: int) -> list[Line]:
    """A station with its lines and exits, or the name of a street."""
    kind, _, name = thing.partition(":")
    station = next((one for one in district.stations if one.id == name), None) if kind == "station" else None
    if station is None:
        return wrap((ink(name, "title"),), width)
    out = wrap(
        (
            ink(station.name_zh, "han"),
            ink(f" {station.name_en}", "title"),
            ink(f"  {', '.join(station.lines)}", "dim"),
        ),
        width,
    )
    for exit_ in station.exits:
        out += field(exit_.name, [ink("，".join(exit_.near_zh), "dim")], width)
    return out
