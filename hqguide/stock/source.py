"""A trader's file as rows, one at a time: text of any encoding and delimiter, or a workbook."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from hqguide.errors import GuideError
from hqguide.stock.columns import HEAD_ROWS, find_columns, named
from hqguide.tables.bounds import Bounds, too_many_rows
from hqguide.tables.cells import clean_cell
from hqguide.tables.delimited import delimiter_of, rows
from hqguide.tables.package import OLE, ZIP
from hqguide.tables.textfile import Done, encoding_of, lines_of
from hqguide.tables.workbook import opened, visible_sheets

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MAX_TEXT_BYTES = 512 * 1024 * 1024
"""Bytes of a text file; a million rows of seven columns take about 60 MB."""
MAX_WORKBOOK_BYTES = 128 * 1024 * 1024
"""Bytes of a workbook, packed or not."""
MAX_ROWS = 5_000_000
"""Rows of a list."""
BOUNDS = Bounds(unpacked=1 << 30, grid=12_000_000, rows=1_048_576, thing="a stock list")
"""How much a workbook may hold: a full sheet of eleven columns."""

_SPLIT_HINT = "Split the list, or save it as CSV."


class SourceRow(msgspec.Struct, frozen=True, gc=False):
    """A row: its number in the file, its raw cells, and whether it was too long to be read whole."""

    number: int
    cells: Sequence[str]
    cut: bool = False


class Source(msgspec.Struct, frozen=True):
    """The rows of a file, to be read once, and what kind of file it is."""

    kind: str
    rows: Iterator[SourceRow]


@contextmanager
def open_source(path: Path, done: Done | None = None) -> Iterator[Source]:
    """The rows of the list in ``path``; ``done`` is told the bytes read of a text.

    Raises :class:`GuideError` for a file that cannot be read, is too large, empty or no table.
    """
    start = _checked(path)
    if start.startswith((ZIP, OLE)):
        with path.open("rb") as file, opened(file, str(path), BOUNDS, packed=start.startswith(ZIP)) as book:
            name, sheet = _best_sheet(list(visible_sheets(book)), str(path))
            yield Source(f"workbook, sheet {name!r}", _sheet(sheet, str(path)))
        return
    encoding = encoding_of(path)
    with closing(lines_of(path, encoding)) as lines:
        head = [line.text for line in islice(lines, HEAD_ROWS)]
    delimiter = delimiter_of(head, named)
    with closing(lines_of(path, encoding, done)) as lines:
        yield Source(f"text, {encoding.removesuffix('-sig')}", _text(rows(lines, delimiter), str(path)))


def _checked(path: Path) -> bytes:
    """The first bytes of ``path``, which is a file of an acceptable size."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise GuideError("is no file", where=str(path), hint="Name one list: FOLDER/stock.csv")
        with path.open("rb") as file:
            start = file.read(8)
    except OSError as error:
        raise GuideError(f"cannot be read ({error.strerror})", where=str(path)) from error
    most = MAX_WORKBOOK_BYTES if start.startswith((ZIP, OLE)) else MAX_TEXT_BYTES
    if size > most:
        raise GuideError(
            f"has {size >> 20:,} MB; a stock list may have {most >> 20}", where=str(path), hint=_SPLIT_HINT
        )
    if not size:
        raise GuideError("is empty", where=str(path))
    return start


def _text(found: Iterator[tuple[int, list[str], bool]], where: str) -> Iterator[SourceRow]:
    for count, (number, cells, was_cut) in enumerate(found):
        if count >= MAX_ROWS:
            raise GuideError(f"has more than {MAX_ROWS:,} rows", where=where, hint=_SPLIT_HINT)
        yield SourceRow(number, cells, was_cut)


def _best_sheet(sheets: "Sequence[tuple[str, CalamineSheet]]", where: str) -> "tuple[str, CalamineSheet]":
    """The sheet with most named columns, the longest of those."""
    filled = [(name, sheet) for name, sheet in sheets if sheet.height]
    if not filled:
        raise GuideError("holds no rows", where=where, hint="Give the file with the stock list.")

    def rank(found: "tuple[str, CalamineSheet]") -> tuple[int, int]:
        head = [_cells(row) for row in islice(found[1].iter_rows(), HEAD_ROWS)]
        columns = find_columns(head)
        return len(columns.at) if columns else 0, found[1].height

    return max(filled, key=rank)


def _sheet(sheet: "CalamineSheet", where: str) -> Iterator[SourceRow]:
    """The rows of a sheet; a cell merged over several rows stands in each of them."""
    if sheet.height > BOUNDS.rows:
        raise too_many_rows(where, BOUNDS, _SPLIT_HINT)
    merged = dict(islice(_merged(sheet), BOUNDS.rows))
    columns = sorted({column for _, column in merged})
    above: dict[tuple[int, int], str] = {}
    for at, raw in enumerate(sheet.iter_rows()):
        cells = _cells(raw)
        for column in columns:
            if column < len(cells) and (at, column) in merged:
                cells[column] = cells[column] or above.get(merged[at, column], "")
            elif column < len(cells):
                above[at, column] = cells[column]
        if any(cells):
            yield SourceRow(at + 1, cells)


def _merged(sheet: "CalamineSheet") -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Row and column of each cell merged with one above it in the same column, and of that one."""
    for start, end in sheet.merged_cell_ranges or ():
        if start[1] == end[1]:
            yield from (((row, start[1]), start) for row in range(start[0] + 1, end[0] + 1))


def _cells(row: Sequence[object]) -> list[str]:
    return [clean_cell(cell) for cell in row]
