"""``hqguide note``: what you saw yourself, kept in the notebook and laid over the data pack."""

from datetime import datetime
from typing import Any

import click

from hqguide.cli.output import json_out, line, talk
from hqguide.errors import FOUND, NOTHING_FOUND, GuideError
from hqguide.guide import Guide
from hqguide.market.hours import today
from hqguide.market.places import resolve
from hqguide.notebook.sightings import Seen, Sighting

_WORDS = {"sells": "sells", "lacks": "does not have", "closed": "closed"}
_ON = click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day it was seen (today in Shenzhen)."
)
_REMARK = click.option("--remark", default="", help="A remark to keep with it.")
_JSON = click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")


@click.group("note")
def command() -> None:
    """Note what you saw yourself: it stands before everything else on record from then on."""


@command.command("saw")
@click.argument("place")
@click.argument("words", nargs=-1, required=True)
@click.option("--name", default="", help="The trading name on the sign.")
@_ON
@_REMARK
@_JSON
@click.pass_obj
def saw(guide: Guide, /, **given: Any) -> int:
    """Note that PLACE sells what WORDS call it."""
    return _keep(guide, "sells", **given)


@command.command("lacks")
@click.argument("place")
@click.argument("words", nargs=-1, required=True)
@_ON
@_REMARK
@_JSON
@click.pass_obj
def lacks(guide: Guide, /, **given: Any) -> int:
    """Note that PLACE was asked for WORDS and does not have it."""
    return _keep(guide, "lacks", **given)


@command.command("closed")
@click.argument("place")
@_ON
@_REMARK
@_JSON
@click.pass_obj
def closed(guide: Guide, /, **given: Any) -> int:
    """Note that PLACE, a counter, a floor or a whole hall, is closed for good."""
    return _keep(guide, "closed", **given)


def _keep(
    guide: Guide,
    seen: Seen,
    *,
    place: str,
    words: tuple[str, ...] = (),
    name: str = "",
    on: datetime | None,
    remark: str,
    as_json: bool,
) -> int:
    from hqguide.sighted import Sight

    day = on.date() if on else today()
    (number,) = guide.note(Sight(place, seen, day, " ".join(words), name, remark))
    return _show(guide, {number: guide.sightings[number]}, as_json)


@command.command("show")
@click.argument("place", default="")
@_JSON
@click.pass_obj
def show(guide: Guide, place: str, as_json: bool) -> int:
    """What you noted, or only what you noted at PLACE and inside it."""
    path = resolve(guide.market, place).path if place else ""
    kept = {
        number: one
        for number, one in guide.sightings.items()
        if not path or f"{one.place}/".startswith(f"{path}/")
    }
    if not kept and not as_json:
        talk("Nothing is noted. Note something: hqguide note saw PLACE WORDS")
    return _show(guide, kept, as_json)


@command.command("remove")
@click.argument("number", type=click.IntRange(1))
@_JSON
@click.pass_obj
def remove(guide: Guide, number: int, as_json: bool) -> int:
    """Take the note NUMBER out again."""
    gone = guide.forget_sighting(number)
    talk(f"Taken out: {gone.place} {_WORDS[gone.seen]} {gone.text}".rstrip())
    if as_json:
        json_out({"number": number, **_plain(gone)})
    return FOUND


def _show(guide: Guide, kept: dict[int, Sighting], as_json: bool) -> int:
    if as_json:
        json_out([{"number": number, **_plain(one)} for number, one in kept.items()])
    for number, one in () if as_json else kept.items():
        _print(guide, number, one)
    return FOUND if kept else NOTHING_FOUND


def _plain(one: Sighting) -> dict[str, Any]:
    import msgspec

    return {"text": "", "categories": (), "name": "", "remark": "", **msgspec.to_builtins(one)}


def _print(guide: Guide, number: int, one: Sighting) -> None:
    name = f" ({one.name})" if one.name else ""
    line(f"{number:>3} {one.place}{name}: {_WORDS[one.seen]} {one.text}".rstrip(), style="title")
    meant = [guide.language.category(c) for c in one.categories if c in guide.language.by_id]
    read = "; ".join(f"{category.name_en} {category.name_zh}" for category in meant)
    if one.text:
        line(f"understood as {read}" if read else "found by its own words only", indent=4, style="dim")
    line(f"{one.on}{' · ' + one.remark if one.remark else ''}", indent=4, style="dim")
    try:
        resolve(guide.market, one.place)
    except GuideError:
        line("This data pack has no such place: kept, but shown nowhere else.", indent=4, style="warn")
