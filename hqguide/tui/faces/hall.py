"""What the map says of a chosen hall, station or street."""

from typing import TYPE_CHECKING

from hqguide.tui.faces.fields import field
from hqguide.tui.faces.names import bare
from hqguide.tui.faces.placecard import STATE_INKS, place_facts
from hqguide.tui.look import Look
from hqguide.tui.runs import Line, Run, ink, wrap

if TYPE_CHECKING:
    from hqguide.market.card import Card
    from hqguide.market.district import District


def hall_lines(card: "Card", width: int, look: Look) -> list[Line]:
    """Names and state first, so that two lines already tell the hall; then all that is known of it."""
    names: list[Run] = [ink(card.name_zh or "", "han"), ink(f" {card.name_en or ''}", "title")]
    if card.pinyin:
        names.append(ink(f"  {bare(card.pinyin)}", "dim"))
    spot = [
        ink(card.place, "gold"),
        (look.dot, "faint"),
        ink(card.status, STATE_INKS.get(card.status, "dim")),
    ]
    if card.position is not None and card.position.accuracy_m:
        spot.append(
            ink(
                f"{look.dot}±{card.position.accuracy_m:.0f} m"
                if not look.ascii
                else f"{look.dot}+-{card.position.accuracy_m:.0f} m",
                "dim",
            )
        )
    out = [*wrap(names, width), *wrap(spot, width)]
    return out + place_facts(card, width, look)


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
