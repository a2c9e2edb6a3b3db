"""Lines into rows of cells, one by one: the delimiter that fits, quoted cells, lost quotation marks."""

import csv
import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from hqguide.tables.textfile import Line

DELIMITERS = ("\t", ",", ";", "|", "，")
GAPS = "gaps"
"""Stands for columns that two blanks or more keep apart."""
LONGEST_QUOTE = 5
"""Lines a quoted cell may run over; where it would run on, the quotation mark is an ordinary character."""

_GAP = re.compile(r" {2,}|\t+")

Named = Callable[[Sequence[str]], int]
RawRow = tuple[int, list[str], bool]


def delimiter_of(lines: Sequence[str], named: Named) -> str:
    """The delimiter of the table that starts with ``lines``; empty for one column.

    ``named`` tells how many cells of a row are names of columns. The delimiter whose best row has
    most names wins, then the one that cuts the lines most evenly.
    """
    best, rank = "", (0, 0.0)
    for delimiter in (*DELIMITERS, GAPS):
        rows = [cut(line, delimiter) for line in lines if line.strip()]
        widths = Counter(len(row) for row in rows)
        width, times = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        own = (max((named(row) for row in rows), default=0), times / len(rows) if width > 1 else 0.0)
        if own > rank and (own[0] > 1 or own[1] > 0.5):
            best, rank = delimiter, own
    return best


def cut(text: str, delimiter: str) -> list[str]:
    """The cells of one line; an empty ``delimiter`` leaves it whole."""
    if not delimiter:
        return [text]
    if delimiter == GAPS:
        return _GAP.split(text.strip())
    if '"' not in text:
        return text.split(delimiter)
    return _quoted(text, delimiter) or text.replace('"', "").split(delimiter)


def _quoted(text: str, delimiter: str) -> list[str] | None:
    """The cells of ``text`` with quotation marks; ``None`` when one of them is never closed."""
    try:
        return next(csv.reader([text], delimiter=delimiter, skipinitialspace=True, strict=True), [])
    except csv.Error:
        return None


def rows(lines: Iterable[Line], delimiter: str) -> Iterator[RawRow]:
    """Number of the first line, raw cells, and whether the line was too long, of each row."""
    source = iter(lines)
    ahead: deque[Line] = deque()
    while line := ahead.popleft() if ahead else next(source, None):
        cells = None
        if '"' in line.text and line.text.count('"') % 2 and delimiter not in ("", GAPS):
            ahead.extend(islice(source, LONGEST_QUOTE - 1 - len(ahead)))
            cells, used = _joined(line.text, ahead, delimiter)
            for _ in range(used):
                ahead.popleft()
        yield line.number, cells or cut(line.text, delimiter), line.cut


def _joined(text: str, ahead: Iterable[Line], delimiter: str) -> tuple[list[str] | None, int]:
    """The row that ``text`` begins when its quoted cell ends in a line ``ahead``, and how many it takes."""
    for used, more in enumerate(ahead, start=1):
        text = f"{text}\n{more.text}"
        if text.count('"') % 2 == 0:
            cells = _quoted_lines(text, delimiter)
            return cells, used if cells else 0
    return None, 0


def _quoted_lines(text: str, delimiter: str) -> list[str] | None:
    """The one row that ``text`` of several lines is; ``None`` when it is not one row."""
    try:
        found = list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return found[0] if len(found) == 1 else None
