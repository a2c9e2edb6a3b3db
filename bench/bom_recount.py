"""Counts a bill of materials a second time, with none of the program's code, to check its reading.

For every row of the file: how many designators its cells name and what quantity they state, as a short,
stupid reading of the raw text sees it. Only files that such a reading understands are counted.
"""

import csv
import io
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

ENCODINGS = ("utf-8-sig", "utf-16", "gb18030", "cp1252")
COUNT_NAMES = re.compile(
    r"\b(?:qty|quantity|count|qnty|anzahl|menge|cantidad|quantità|amount|number)\b|数量|수량|кол",
    re.IGNORECASE,
)
REF = re.compile(r"([A-Za-z_$.]{1,8}?)(\d{1,4})(?:\s*(?:-|–|—|~|\.\.+|to)\s*([A-Za-z_$.]{0,8}?)(\d{1,4}))?")


class Recount(NamedTuple):
    """What a row states: designators (0: none seen) and quantity (``None``: none seen)."""

    refs: int
    quantity: int | None


def recount(path: Path) -> dict[int, Recount]:
    """Row of the file -> what it states; rows without designators and quantity are left out."""
    text = _text(path)
    if path.suffix == ".kicad_sch" or text.lstrip().startswith(("(", "<", "{")):
        return {}
    return _table(text)


def recount_parts(path: Path) -> set[str] | None:
    """The designators of a schematic or netlist of KiCad by plain search; ``None`` for other files."""
    text = _text(path)
    if path.suffix == ".net":
        return set(re.findall(r'\(comp\s+\(ref\s+"?([^\s")]+)', text))
    if path.suffix != ".kicad_sch":
        return None
    found: set[str] = set()
    for sheet in sorted(path.parent.glob("*.kicad_sch")) if path.parent.name == path.stem else [path]:
        own = _text(sheet)
        found |= set(re.findall(r'\(reference "([^"]+)"\)', own))
        if "(instances" not in own and "symbol_instances" not in text:
            found |= set(re.findall(r'\(property "Reference" "([^"]*\d)"', own))
    return {ref for ref in found if not ref.startswith("#")}


def _text(path: Path) -> str:
    data = path.read_bytes()
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeError:
            continue
    return data.decode("latin-1")


def _table(text: str) -> dict[int, Recount]:
    """Rows of the file cut at the delimiter that cuts most rows alike."""
    best: list[tuple[int, list[str]]] = []
    score = 0
    for delimiter in ",;\t|":
        reader = csv.reader(io.StringIO(text), delimiter=delimiter, skipinitialspace=True)
        rows: list[tuple[int, list[str]]] = []
        last = 0
        try:
            for cells in reader:
                rows.append((last + 1, [cell.strip() for cell in cells]))
                last = reader.line_num
        except csv.Error:
            continue
        widths = Counter(len(cells) for _, cells in rows if len(cells) > 1)
        if widths and widths.most_common(1)[0][1] > score:
            best, score = rows, widths.most_common(1)[0][1]
    if not best:
        return {}
    column, counts = _refs_column(best), _count_column(best)
    out = {}
    for number, cells in best:
        refs = _refs(cells[column]) if column is not None and column < len(cells) else 0
        told = cells[counts] if counts is not None and counts < len(cells) else ""
        stated = int(told) if re.fullmatch(r"\d{1,6}", told) else None
        if refs or stated is not None:
            out[number] = Recount(refs, stated)
    return out


def _refs_column(rows: list[tuple[int, list[str]]]) -> int | None:
    """The column most of whose cells begin like a designator and hold nothing else."""
    hits: Counter[int] = Counter()
    for _, cells in rows:
        hits.update(at for at, cell in enumerate(cells) if _refs(cell))
    best = hits.most_common(1)
    return best[0][0] if best and best[0][1] >= max(3, len(rows) // 3) else None


def _refs(cell: str) -> int:
    """Designators in a cell that holds designators alone, ranges spelled out."""
    words = [word for word in re.split(r"[,;\s]+", re.sub(r"\s*([-–~])\s*", r"\1", cell)) if word]
    total = 0
    for word in words:
        found = REF.fullmatch(word)
        if not found:
            return 0
        total += int(found[4]) - int(found[2]) + 1 if found[4] else 1
    return total


def _count_column(rows: list[tuple[int, list[str]]]) -> int | None:
    """The first column whose name speaks of a quantity, in the first row that names one."""
    for _, cells in rows[:30]:
        for at, cell in enumerate(cells):
            if (
                COUNT_NAMES.search(cell)
                and len(cell) < 30
                and not re.search(r"price|cost|total|safety", cell, re.I)
            ):
                return at
    return None
