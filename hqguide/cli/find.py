"""``hqguide find``: who sells it."""

from functools import partial

import click

from hqguide.cli.batch import answer_lines
from hqguide.cli.offers import show_stock, show_substitutes
from hqguide.cli.output import json_out, line, seen
from hqguide.errors import FOUND, NOTHING_FOUND
from hqguide.guide import Guide
from hqguide.search.answer import Answer, PlaceHit

MEANINGS_SHOWN = 4
HEARSAY = ("supplier record", "vendor site", "machine-written")


@click.command("find")
@click.argument("words", nargs=-1)
@click.option(
    "-n", "limit", type=click.IntRange(1, 500), default=8, show_default=True, help="Places at most."
)
@click.option("--near", metavar="PLACE", help="Prefer places near this one, else near where `here` was set.")
@click.option("--explain", is_flag=True, help="Say for each place why it stands where it does.")
@click.option("--substitutes", is_flag=True, help="Name parts to take instead even if the part is on record.")
@click.option("--json", "as_json", is_flag=True, help="Answer as one JSON object.")
@click.option(
    "--batch",
    metavar="[FILE]",
    is_flag=False,
    flag_value="-",
    help="One query a line from FILE (- for stdin), one JSON object a line.",
)
@click.option(
    "--context",
    metavar="[FILE]",
    is_flag=False,
    flag_value="-",
    help='Lines of --batch are JSON: {"q": ..., "designator": ..., "footprint": ..., "description": ...}.',
)
@click.pass_obj
def command(
    guide: Guide,
    words: tuple[str, ...],
    limit: int,
    near: str | None,
    explain: bool,
    substitutes: bool,
    as_json: bool,
    batch: str | None,
    context: str | None,
) -> int:
    """Find where WORDS are sold: English, 中文, pinyin, a part number or a value, misspelt or not."""
    ask = partial(guide.find, limit=limit, near=near, why=explain, instead=substitutes)
    if batch is not None or context is not None:
        if words:
            raise click.UsageError("give either WORDS or --batch FILE, not both")
        file = next((name for name in (batch, context) if name not in (None, "-")), "-")
        return answer_lines(
            lambda query, beside: ask(query, context=beside), file or "-", with_context=context is not None
        )
    answer = ask(" ".join(words))
    if as_json:
        json_out(answer)
    else:
        show(answer)
    return NOTHING_FOUND if answer.answer == "nothing" else FOUND


def show(answer: Answer) -> None:
    """Print an answer for people."""
    for hit in answer.categories[:MEANINGS_SHOWN]:
        term = f"{hit.term_en} {hit.term_zh}".strip()
        what = f"{term} → " if term and hit.term_en != hit.name_en else ""
        line(f"{what}{hit.name_en} {hit.name_zh} ({hit.pinyin})  [{hit.via}]", style="title")
    for gone in answer.closed:
        date = seen(gone.as_of, gone.as_of_estimated)
        line(f"{gone.status.upper()}  {gone.building_name}: {date}. {gone.note or ''}", style="warn")
    for number, place in enumerate(answer.places, start=1):
        _place(number, place)
    show_stock(answer.stock)
    show_substitutes(answer.substitutes)
    for note in answer.notes:
        line(f"Note: {note}", style="warn")
    if answer.answer == "nothing":
        line("Nothing found. Try another word, the Chinese name, or the part number.")


def _place(number: int, place: PlaceHit) -> None:
    away = f"  {place.metres:.0f} m away" if place.metres is not None else ""
    line(f"{number}. {' · '.join(_where(place))}{away}", style="title")
    if place.sells:
        line(place.sells, indent=3)
    status = "" if place.status == "open" else f" · building: {place.status}"
    known = (seen(place.as_of, place.as_of_estimated), place.method, place.confidence, place.source)
    line(f"{' · '.join(part for part in known if part)}{status} · {place.place}", indent=3, style="dim")
    if place.note and (place.confidence == "low" or place.method in HEARSAY or not place.building):
        line(place.note, indent=3, style="dim")
    for older in place.older[:2]:
        mark = "superseded" if older.superseded else "also"
        date = seen(older.as_of, older.as_of_estimated)
        line(f"{mark} {date}: {older.sells} ({older.method})", indent=3, style="dim")
    for reason in place.why:
        line(f"× {reason.factor:.3g}  {reason.what}", indent=3, style="dim")


def _where(place: PlaceHit) -> list[str]:
    """Hall, part of it, floor, counter and name, as far as they are known."""
    if not place.building:
        return ["in the street", *([place.name] if place.name else [])]
    floor = place.floor or (f"floors {place.floors}" if place.floors else "")
    whole = place.place == place.building
    parts = [place.building_name, place.block or "", floor or ("" if whole else "floor not known")]
    parts += [f"counter {place.counter}" if place.counter else "", place.name or ""]
    return [part for part in parts if part]
