"""``hqguide show``: what is known of a building, a floor or a counter."""

import click

from hqguide.cli.output import json_out, line, seen
from hqguide.errors import FOUND
from hqguide.guide import Guide
from hqguide.market.card import Card, Fact
from hqguide.market.model import both


@click.command("show")
@click.argument("place", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Answer as one JSON object.")
@click.option("--all", "everything", is_flag=True, help="Every fact, not only the first twelve.")
@click.pass_obj
def command(guide: Guide, place: tuple[str, ...], as_json: bool, everything: bool) -> int:
    """Show PLACE: seg-plaza, seg-plaza/2F, seg-plaza/2F/2955, a name, or "华强电子世界 23C217"."""
    card = guide.show(" ".join(place))
    if as_json:
        json_out(card)
    else:
        _print(card, len(card.facts) if everything else 12)
    return FOUND


def _print(card: Card, facts: int) -> None:
    _head(card)
    _position(card)
    for access in card.access:
        line(f"Way in: {access}")
    for joint in card.joined:
        line(f"Joined to {joint}")
    for floor in card.floors:
        stalls = f"; {floor.stalls} stall{'s' if floor.stalls != 1 else ''} on record" if floor.stalls else ""
        line(f"{floor.label:>4}  {floor.goods or 'no floor statement'} ({seen(floor.as_of)}){stalls}")
    for fact in card.facts[:facts]:
        _fact(fact, card.place)
    if len(card.facts) > facts:
        line(f"{len(card.facts) - facts} more facts: --all shows them.", style="dim")
    for note in card.notes:
        line(f"Note: {note}")


def _head(card: Card) -> None:
    """Name, path, hall, status, address, hours and metro."""
    title = both(card.name_zh, card.name_en) or ("in the street" if card.building is None else card.place)
    where = (card.floor, f"counter {card.counter}" if card.counter else None)
    line(" · ".join(part for part in (title, *where) if part), style="title")
    line(card.place, style="dim")
    if card.pinyin:
        line(card.pinyin)
    if card.building_name and card.kind not in ("building", "floor"):
        line(f"In: {card.building_name}")
    line(f"Building: {card.status}, {seen(card.status_as_of)}. {card.status_note or ''}")
    if card.reading:
        line(f"The number reads: {card.reading}. No stall with it is on record.")
    for label, values in (("Address", (card.address,)), ("Hours", card.hours), ("Metro", card.metro)):
        for value in values:
            if value:
                line(f"{label}: {value}")


def _position(card: Card) -> None:
    if card.position:
        at = card.position
        line(f"Position: {at.lat:.5f}, {at.lon:.5f} WGS-84, ±{at.accuracy_m:.0f} m ({at.source})")
    elif card.building:
        line("Position: not known")


def _fact(fact: Fact, place: str) -> None:
    mark = "superseded: " if fact.superseded else ""
    part = "".join(f"[{part}] " for part in (fact.block, fact.floors) if part)
    who = (
        f"{fact.place.removeprefix(place).strip('/')} {fact.name or ''}".strip()
        if fact.place != place
        else ""
    )
    line(f"- {who + ': ' if who else ''}{mark}{part}{fact.goods}")
    line(
        f"{seen(fact.as_of)} · {fact.method} · {fact.confidence} · {fact.source_title}", indent=2, style="dim"
    )
    if fact.note:
        line(fact.note, indent=2, style="dim")
