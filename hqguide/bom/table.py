"""Text into rows of cells: every delimiter is tried, and columns aligned with blanks."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from hqguide.bom.columns import meanings
from hqguide.bom.limits import BOUNDS, MAX_ROWS, ONE_BOARD
from hqguide.tables.bounds import too_many_rows
from hqguide.tables.cells import clean_cell
from hqguide.tables.delimited import rows as raw_rows
from hqguide.tables.rows import TableRow
from hqguide.tables.textfile import Line

_DELIMITERS = {"\t": "TSV", ",": "CSV", ";": "CSV with ;", "|": "table with |"}
_GAP = re.compile(r"\s{2,}|\t+")
_WORD = re.compile(r"(?<=\s)\S|^\S")
_RULE = re.compile(r"[\s|+:=_\-*.]*")
_COUNTED = re.compile(r"\d{1,6}(?:\s?[xX×]\s?|\s+)(?!(?:[pnuµkKmM]?[fFhHvVaAwW]|[kKmM]?[oO]hms?|mm)\b)\w")
_HEAD = 80
_SEPARATOR_LINE = re.compile(r"sep=(?P<mark>.)\s*$", re.IGNORECASE)


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
    even = best and best[0][1] >= 0.8 and best[1].format != "table with |"
    return best[1] if best and even and not _wishes(best[1].rows) else None


def _wishes(rows: Sequence[TableRow]) -> bool:
    """Whether most rows begin with a count of something: ``10x 100nF 0603, 2 usb c`` is no table."""
    return sum(1 for row in rows if _COUNTED.match(row.text)) * 2 > len(rows)


def _delimited(text: str, delimiter: str, where: str) -> Iterator[TableRow]:
    """The rows of delimited text; a quotation mark that is never closed is an ordinary character."""
    marked = _SEPARATOR_LINE.match(text[:20].split("\n", 1)[0])
    lines = (Line(n, line.rstrip("\n")) for n, line in enumerate(io.StringIO(text, newline=None), start=1))
    for count, (number, cells, _) in enumerate(raw_rows(lines, delimiter), start=1):
        if count > MAX_ROWS:
            raise too_many_rows(where, BOUNDS, ONE_BOARD)
        if marked and number == 1:
            continue
        row = TableRow(number, tuple(map(clean_cell, cells)))
        if row.text and not _RULE.fullmatch(row.text):
            yield row


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
        elif any(line[at - 1 : at].strip() and line[at : at + 1].strip() for at in starts[1:2]):
            # A heading or remark that runs over the first column is cut where it leaves gaps itself.
            cells = tuple(clean_cell(piece) for piece in _GAP.split(line.strip()))
        else:
            cells = tuple(clean_cell(line[a:b]) for a, b in pairwise(edges))
        row = TableRow(number, cells)
        if row.text:
            rows.append(row)
    return Table("aligned text", tuple(rows))
