"""Text into rows of cells: every delimiter is tried, and columns aligned with blanks."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from hqguide.bom.cells import clean_cell
from hqguide.bom.columns import meanings
from hqguide.bom.decoding import spans
from hqguide.bom.limits import MAX_ROWS
from hqguide.errors import GuideError

_DELIMITERS = {"\t": "TSV", ",": "CSV", ";": "CSV with ;", "|": "table with |"}
_GAP = re.compile(r"\s{2,}|\t+")
_WORD = re.compile(r"(?<=\s)\S|^\S")
_RULE = re.compile(r"[\s|+:=_\-*.]*")
_HEAD = 80
_LONG_QUOTE = 12
_SEPARATOR_LINE = re.compile(r"sep=(?P<mark>.)\s*$", re.IGNORECASE)


class TableRow(msgspec.Struct, frozen=True):
    """One row: the number of its first line in the file, and its cells, clean."""

    number: int
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        """All the row says, on one line."""
        return " | ".join(cell for cell in self.cells if cell)


class Table(msgspec.Struct, frozen=True):
    """Rows that hold text, and how they were told apart."""

    format: str
    rows: tuple[TableRow, ...]


def read_table(text: str, where: str) -> Table | None:
    """``text`` as a table; ``None`` when nothing in it looks like columns of parts."""
    best: tuple[tuple[int, float], Table] | None = None
    for delimiter, name in _DELIMITERS.items():
        if delimiter not in text:
            continue
        rows = tuple(_delimited(text, delimiter, where))
        rank = _rank(rows)
        if best is None or rank > best[0]:
            best = rank, Table(name, rows)
    if best and best[0][0] >= 2:
        return best[1]
    aligned = _aligned(text)
    if aligned:
        return aligned
    return best[1] if best and best[0][1] >= 0.8 and best[1].format != "table with |" else None


def _delimited(text: str, delimiter: str, where: str) -> Iterator[TableRow]:
    """The rows of delimited text; a quotation mark that is never closed is an ordinary character."""
    marked = _SEPARATOR_LINE.match(text[:20].split("\n", 1)[0])
    quoting: Literal[0, 3] = (
        csv.QUOTE_NONE if spans(text, _LONG_QUOTE) or text.count('"') % 2 else csv.QUOTE_MINIMAL
    )
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting, skipinitialspace=True
    )
    before = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise GuideError(f"line {reader.line_num} cannot be read ({error})", where=where) from error
        first, before = before + 1, reader.line_num
        if first > MAX_ROWS:
            raise too_many_rows(where)
        if marked and first == 1:
            continue
        row = TableRow(first, tuple(_unquoted(cell, quoting) for cell in cells))
        if row.text and not _RULE.fullmatch(row.text):
            yield row


def too_many_rows(where: str) -> GuideError:
    """The error for a table that is too long to be a bill of materials."""
    return GuideError(
        f"has more than {MAX_ROWS:,} rows", where=where, hint="Give the bill of materials of one board."
    )


def _unquoted(cell: str, quoting: int) -> str:
    cell = clean_cell(cell)
    if quoting == csv.QUOTE_NONE and len(cell) > 1 and cell[0] == cell[-1] == '"':
        cell = cell[1:-1].replace('""', '"')
    return cell


def _rank(rows: Sequence[TableRow]) -> tuple[int, float]:
    """How many columns a header names, and how alike the rows are in width."""
    header = max((len({m[0][0] for c in row.cells if (m := meanings(c))}) for row in rows[:_HEAD]), default=0)
    widths = Counter(len(row.cells) for row in rows)
    common, times = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return header, times / len(rows) if rows and common > 1 else 0.0


def _aligned(text: str) -> Table | None:
    """A table whose columns are aligned with blanks, such as the part list of Eagle."""
    lines = text.expandtabs(8).splitlines()[: MAX_ROWS + 1]
    for at, line in enumerate(lines[:_HEAD]):
        names = [name for name in _GAP.split(line.strip()) if name]
        if len(names) >= 3 and len({m[0][0] for n in names if (m := meanings(n))}) >= 2:
            return _cut(lines, at)
    return None


def _cut(lines: Sequence[str], header: int) -> Table:
    """Cut every line where a word of the header starts and nearly all lines have a blank before it."""
    body = [line for line in lines[header + 1 :] if line.strip() and not _RULE.fullmatch(line)]
    starts = [0]
    for found in _WORD.finditer(lines[header]):
        at = found.start()
        blank = sum(1 for line in body if len(line) < at or line[at - 1] == " ")
        if at and blank >= 0.9 * len(body):
            starts.append(at)
    edges = [*starts, None]
    rows = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or _RULE.fullmatch(line):
            continue
        if number <= header:
            cells: tuple[str, ...] = (clean_cell(line),)
        else:
            cells = tuple(clean_cell(line[a:b]) for a, b in pairwise(edges))
        row = TableRow(number, cells)
        if row.text:
            rows.append(row)
    return Table("aligned text", tuple(rows))
