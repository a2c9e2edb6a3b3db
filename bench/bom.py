"""What becomes of the rows of real bills of materials.

Usage: python bench/bom.py DIR [--items] [--no-places] [--data DATA_DIR]
       python bench/bom.py DIR --sample 150 --seed 7 --sheet SHEET.csv
       python bench/bom.py DIR --judge SHEET.csv

Reads every file of DIR, and of each folder in it the file named like the folder (a schematic with its
sheets). Prints for each and in total: rows with text, items, rows merged into them, rows skipped, doubts,
items with a known category, items with a place on record in the market, and milliseconds of CPU; then rows
that a second, simple count of the raw file sees otherwise, and why rows were skipped. `--items` prints all.
`--sample` draws rows for judging by hand, `--judge` compares the reading with the judged sheet.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from hqguide.bom.model import Bom, BomLines
    from hqguide.guide import Guide

HEAD = ("rows", "items", "merged", "skip", "doubt", "known", "place", "ms")


def files_of(folder: Path) -> Iterator[Path]:
    """The bills in a folder; of a folder inside, the sheet that is named like it."""
    for path in sorted(folder.iterdir()):
        if path.is_file():
            yield path
        else:
            yield from sorted(path.glob(f"{path.name}.*"))


def read(path: Path, guide: "Guide") -> "tuple[BomLines, Bom]":
    """The lines of a file and the items they become."""
    from functools import partial

    from hqguide.bom.normalise import normalise
    from hqguide.bom.read import read_bom
    from hqguide.parts.understand import understand

    names = {category.id: category.said_zh for category in guide.language.categories}
    lines = read_bom(path)
    return lines, normalise(lines, partial(understand, language=guide.language), names)


def differences(path: Path, lines: "BomLines") -> Iterator[str]:
    """Rows whose designators or quantity a simple count of the raw file sees otherwise."""
    from bench.bom_recount import recount, recount_parts

    parts = recount_parts(path)
    if parts is not None:
        seen = {ref for line in lines.lines for ref in line.refs}
        left_out = " ".join(s.text for s in lines.skipped)
        if lost := sorted(ref for ref in parts - seen if ref not in left_out):
            yield f"parts not read: {lost[:12]}"
        if more := sorted(seen - parts):
            yield f"parts the count does not see: {more[:12]}"
        return
    counted = recount(path)
    for line in lines.lines:
        told = counted.get(line.rows[0])
        if not told or len(line.rows) > 1:
            continue
        row = f"row {line.rows[0]}"
        if told.refs and told.refs != len(line.refs):
            yield f"{row}: {len(line.refs)} designators read, {told.refs} counted: {line.text[:70]}"
        if told.quantity is not None and told.quantity != line.quantity:
            yield f"{row}: quantity {line.quantity} read, {told.quantity} stated: {line.text[:70]}"


def report(folder: Path, guide: "Guide", *, items: bool, places: bool) -> None:
    """Print the table, the differences and the reasons."""
    from hqguide.errors import GuideError

    guide.warm()
    total, reasons, odd = Counter[str](), Counter[str](), list[str]()
    print(f"{'file':32} " + " ".join(f"{name:>5}" for name in HEAD))
    for path in files_of(folder):
        start = time.process_time()
        try:
            lines, bom = read(path, guide)
        except GuideError as error:
            print(f"{path.name[:32]:32} refused: {error.what}")
            total["refused"] += 1
            continue
        took = (time.process_time() - start) * 1e3
        rows = {row for item in bom.items for row in item.rows} | {s.row for s in bom.skipped}
        on_record = sum(1 for item in bom.items if guide.find(item.text).places) if places else 0
        merged = sum(item.merged - 1 for item in bom.items)
        known = sum(1 for item in bom.items if item.category)
        counts = (len(rows), len(bom.items), merged, len(bom.skipped), len(bom.warnings), known, on_record)
        total.update(dict(zip(HEAD, counts, strict=False)))
        total.update(files=1, ms=round(took))
        reasons.update(skipped.why.split("(")[0] for skipped in bom.skipped)
        odd += [f"{path.name}: {what}" for what in differences(path, lines)]
        shown = " ".join(f"{n:>5}" for n in (*counts, round(took)))
        print(f"{path.name[:32]:32} {shown}  {bom.format}")
        if items:
            _print_items(bom)
    summary(total, reasons, odd)


def _print_items(bom: "Bom") -> None:
    for item in bom.items:
        refs = ",".join(item.refs[:4])
        print(
            f"   {item.quantity:>4} x {item.text[:52]:52} {item.category:20} {item.via:12} {refs} [{item.zh}]"
        )
    for skipped in bom.skipped:
        print(f"   skip {skipped.row}: {skipped.text[:60]} ({skipped.why})")
    for doubt in bom.warnings:
        print(f"   ?? {doubt.rows} {doubt.what}")


def summary(total: Counter[str], reasons: Counter[str], odd: list[str]) -> None:
    """Print the sums."""
    print(
        f"{'total of ' + str(total['files']) + ' files':32} " + " ".join(f"{total[name]:>5}" for name in HEAD)
    )
    print(f"refused: {total['refused']} files")
    if total["items"]:
        known, place = total["known"] / total["items"], total["place"] / total["items"]
        print(f"category known: {known:.1%} of items; a place on record: {place:.1%}")
    print(f"{len(odd)} rows that a second count sees otherwise")
    for what in odd:
        print(f"  {what}")
    for why, times in reasons.most_common():
        print(f"  {times:>4} rows skipped: {why}")


def main() -> None:
    """Do what the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("--items", action="store_true")
    asked.add_argument("--no-places", action="store_true")
    asked.add_argument("--sample", type=int, default=0)
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--sheet", type=Path)
    asked.add_argument("--judge", type=Path)
    asked.add_argument("--data", type=Path, default=ROOT / "data")
    told = asked.parse_args()
    from bench.bom_judge import Row, draw, judge, rows_of
    from hqguide.guide import Guide

    guide = Guide(told.data)
    if not told.judge and not told.sample:
        report(told.folder, guide, items=told.items, places=not told.no_places)
        return
    rows: list[Row] = []
    for path in files_of(told.folder):
        rows.extend(rows_of(path.name, *read(path, guide)))
    if told.judge:
        judge(rows, told.judge)
    elif told.sheet:
        draw(rows, told.sample, told.seed, told.sheet)
    else:
        sys.exit("--sample needs --sheet, the file to write")


if __name__ == "__main__":
    main()
