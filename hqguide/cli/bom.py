"""``hqguide bom``: a bill of materials, and what became of every row of it."""

from pathlib import Path
from typing import Any

import click

from hqguide.bom.model import Bom
from hqguide.cli.output import json_out, line, talk
from hqguide.errors import FOUND, NOTHING_FOUND, GuideError
from hqguide.guide import Guide
from hqguide.intake import list_item

REFS_SHOWN = 8
DOUBTS_SHOWN = 20


class Percent(click.ParamType[float]):
    """A share such as ``5%``, ``5`` (per cent) or ``0.5%``."""

    name = "percent"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The share as a fraction: 0.05 for ``5%``."""
        if isinstance(value, float):
            return value
        try:
            share = float(str(value).strip().removesuffix("%"))
        except ValueError:
            share = -1.0
        if not 0 <= share <= 1000:
            self.fail(f"{value!r} is no share; write 5%", param, ctx)
        return share / 100


@click.command("bom")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line: items, skipped rows, doubts.")
@click.option("--strict", is_flag=True, help="Fail when anything is doubtful.")
@click.option(
    "--boards", type=click.IntRange(1), default=1, show_default=True, help="Buy for this many boards."
)
@click.option("--spare", type=Percent(), default=0.0, metavar="P%", help="Buy this much more of every part.")
@click.option("--into", metavar="LIST", help="Add the items to this shopping list: all of them or none.")
@click.pass_obj
def command(
    guide: Guide, file: Path, as_json: bool, strict: bool, boards: int, spare: float, into: str | None
) -> int:
    """Read the bill of materials FILE of an EDA tool, a spreadsheet or a plain list.

    Prints what became of every row: an item, merged into one, or skipped with the reason.
    """
    bom = guide.bom(file, boards=boards, spare=spare)
    if strict:
        _refuse_doubts(bom)
    if as_json:
        _print_json(bom)
    else:
        _print(bom)
    if into is not None and bom.items:
        added = guide.lists.add_many([list_item(item) for item in bom.items], name=into)
        talk(f"{len(added)} items added to the list {into!r}")
    return FOUND if bom.items else NOTHING_FOUND


def _refuse_doubts(bom: Bom) -> None:
    if not bom.warnings:
        return
    told = [f"{_rows(doubt.rows)}{doubt.what}" for doubt in bom.warnings[:DOUBTS_SHOWN]]
    more = len(bom.warnings) - len(told)
    raise GuideError(
        f"{len(bom.warnings)} doubts: {'; '.join(told)}{f'; and {more} more' if more else ''}",
        where=bom.source,
        hint="Mend the file, or read it without --strict.",
    )


def _rows(rows: tuple[int, ...]) -> str:
    return f"row {', '.join(map(str, rows[:REFS_SHOWN]))}: " if rows else ""


def _print_json(bom: Bom) -> None:
    for item in bom.items:
        json_out(
            {
                "status": "item",
                "text": item.text,
                "qty": item.quantity,
                "refs": item.refs,
                "value": item.value,
                "package": item.package,
                "footprint": item.footprint,
                "mpn": item.mpn,
                "manufacturer": item.manufacturer,
                "description": item.description,
                "supplier_part": item.supplier_part,
                "category": item.category,
                "via": item.via,
                "zh": item.zh,
                "why": item.why,
                "rows": item.rows,
                "merged": item.merged,
            }
        )
    for skipped in bom.skipped:
        json_out({"status": "skipped", "row": skipped.row, "text": skipped.text, "why": skipped.why})
    for doubt in bom.warnings:
        json_out({"status": "doubt", "rows": doubt.rows, "why": doubt.what})


def _print(bom: Bom) -> None:
    """The bill for people, its accounting last."""
    for item in bom.items:
        line(f"{item.quantity:>5} × {item.text}", style="title")
        refs = " ".join(item.refs[:REFS_SHOWN]) + (" …" if len(item.refs) > REFS_SHOWN else "")
        known = f"{item.category}: {item.why.split('; ')[0]}" if item.category else "category not known"
        line(" · ".join(part for part in (item.zh, refs, known) if part), indent=8, style="dim")
    for skipped in bom.skipped:
        line(f"row {skipped.row} skipped: {skipped.text[:80]} ({skipped.why})", style="dim")
    for doubt in bom.warnings:
        line(f"{_rows(doubt.rows)}{doubt.what}", style="warn")
    lines = sum(item.merged for item in bom.items)
    boards = f" for {bom.boards} boards" if bom.boards > 1 else ""
    talk(
        f"{bom.source} ({bom.format}): {lines} lines became {len(bom.items)} items{boards}, "
        f"{len(bom.skipped)} rows skipped, {len(bom.warnings)} doubts"
    )
