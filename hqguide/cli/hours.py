"""``hqguide hours``: what is open, and how sure that is."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import click
import msgspec

from hqguide.cli.output import json_out, line, seen
from hqguide.errors import FOUND, GuideError
from hqguide.guide import Guide
from hqguide.market.hours import Opening, is_open, today

STATES: Mapping[str, str] = MappingProxyType(
    {"open": "open", "maybe": "perhaps open, not everything", "shut": "shut"}
)


@click.command("hours")
@click.argument("place", nargs=-1)
@click.option("--on", "day", default="", metavar="YYYY-MM-DD", help="The day; today when not given.")
@click.option("--at", default="", metavar="HH:MM", help="Is it open at this time?")
@click.option("--json", "as_json", is_flag=True, help="Answer as one JSON object.")
@click.pass_obj
def command(guide: Guide, place: tuple[str, ...], day: str, at: str, as_json: bool) -> int:
    """Opening hours of PLACE, or of the district: on record, or the usual pattern, with its source."""
    try:
        when = date.fromisoformat(day) if day else today()
    except ValueError:
        raise GuideError(f"no date: {day!r}", hint="Example: --on 2026-10-02") from None
    opening = guide.opening(" ".join(place), when)
    state = is_open(opening, at) if at else None
    if as_json:
        json_out({**msgspec.to_builtins(opening), "state": state})
        return FOUND
    line(_title(guide, opening, at), style="title")
    if opening.note:
        line(opening.note)
    if at and not place:
        for hall, state in guide.halls_open(when, at):
            line(f"{hall}: {'open' if state == 'open' else 'may be open'} by the hours on record", indent=2)
    for rule in opening.warnings:
        line(f"{rule.text} ({rule.as_of}; {', '.join(rule.sources)})", style="warn")
    line(f"Basis: {opening.basis}, {seen(opening.as_of)}; {', '.join(opening.sources)}", style="dim")
    return FOUND


def _title(guide: Guide, opening: Opening, at: str) -> str:
    """The answer in one line, such as ``SEG Plaza, Sunday 2026-11-29: 09:30-18:30; at 09:15: shut``."""
    hall = guide.market.by_id.get(opening.building or "")
    where = hall.label if hall else "The district"
    day = f"{opening.day:%A} {opening.day}" + (f" ({opening.holiday})" if opening.holiday else "")
    if opening.basis == "closed":
        return f"{where}: closed since {seen(opening.as_of)}"
    now = f"; at {at}: {STATES[is_open(opening, at)]}" if at else ""
    return f"{where}, {day}: {opening.open}-{opening.close}{now}"
