"""Draws rows of bills for judging by hand, and compares the program with what was judged.

A sheet has one line a row: file, row, the row's text, and three columns a person fills in: the pieces for
one board (0: no part to buy), the number of designators, and the category; a slash divides categories that
are all right, and an id without a point stands for every category below it. ``?`` leaves a cell unjudged.
"""

import csv
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from hqguide.bom.model import Bom, BomLines

FIELDS = ("file", "row", "text", "quantity", "designators", "category")
NO_ROWS = (
    *("the names of the columns", "above the names", "only placeholders", "only numbers", "no words"),
    "a symbol of the drawing",
)


class Row(NamedTuple):
    """A row as the program reads it; quantity 0 when it became no item."""

    file: str
    row: int
    text: str
    quantity: int
    designators: int
    category: str


def rows_of(name: str, read: BomLines, bom: Bom) -> Iterator[Row]:
    """Every row of a file that holds more than names of columns, with what became of it."""
    category = {row: item.category for item in bom.items for row in item.rows}
    for line in read.lines:
        row = line.rows[0]
        kept = row in category
        yield Row(name, row, line.text, line.quantity * kept, len(line.refs), category.get(row, ""))
    for skipped in read.skipped:
        if skipped.row and not skipped.why.startswith(NO_ROWS):
            yield Row(name, skipped.row, skipped.text, 0, 0, "")


def draw(rows: Sequence[Row], count: int, seed: int, sheet: Path) -> None:
    """Write ``count`` rows drawn with ``seed`` to ``sheet``, the columns to judge left empty."""
    chosen = random.Random(seed).sample(sorted(rows), min(count, len(rows)))  # noqa: S311
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(FIELDS)
        writer.writerows((row.file, row.row, row.text, "", "", "") for row in sorted(chosen))


def judge(rows: Sequence[Row], sheet: Path) -> None:
    """Print how many judged rows the program reads as the person did, in all and by kind of file."""
    by_place = {(row.file, row.row): row for row in rows}
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    with sheet.open(encoding="utf-8", newline="") as file:
        for told in csv.DictReader(file):
            read = by_place.get((told["file"], int(told["row"])))
            for outcome in _compare(told, read):
                for kind in ("all", Path(told["file"]).suffix):
                    outcomes[kind][outcome] += 1
                if outcome.startswith("wrong"):
                    print(f"  {outcome}: {told['file']} {told['row']}: {told['text'][:70]}")
                    judged = (told["quantity"], told["designators"], told["category"])
                    print(f"      judged {judged}, read {tuple(read[3:]) if read else 'nothing'}")
    for kind, counts in outcomes.items():
        _print(kind, counts)


def _compare(told: dict[str, str], read: Row | None) -> Iterator[str]:
    if told["quantity"] == "0":
        yield "no part: right" if read is None or read.quantity == 0 else "wrong: an item that is no part"
        return
    yield "part"
    if read is None or read.quantity == 0:
        yield "wrong: a part that became no item"
        yield "counts: wrong"
        yield "category: wrong"
        return
    wanted = {"quantity": read.quantity, "designators": read.designators}
    counted = all(told[field] in ("?", str(value)) for field, value in wanted.items())
    yield "counts: right" if counted else "wrong: quantity or designators"
    if not counted:
        yield "counts: wrong"
    if told["category"] != "?":
        right = any(
            read.category == c or read.category.split(".")[0] == c for c in told["category"].split("/")
        )
        yield "category: right" if right else "category: wrong"
        if not right:
            yield "wrong category"


def _print(kind: str, counts: Counter[str]) -> None:
    parts, known = counts["part"], counts["category: right"] + counts["category: wrong"]
    no_part = counts["no part: right"] + counts["wrong: an item that is no part"]
    counted, named = counts["counts: right"], counts["category: right"]
    print(
        f"{kind:10} {parts:4} part rows: quantity and designators right {counted}"
        f" ({counted / max(1, parts):.1%}),"
        f" category right {named} of {known} ({named / max(1, known):.1%});"
        f" no part {counts['no part: right']} of {no_part}"
    )
