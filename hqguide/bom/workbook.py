"""Workbooks (XLSX, XLSM, XLSB, XLS, ODS): the sheet that is the bill, the others named as skipped."""

import io
from collections.abc import Sequence

from hqguide.bom.columns import find_columns
from hqguide.bom.limits import BOUNDS, ONE_BOARD
from hqguide.bom.model import Doubt, Skipped
from hqguide.bom.table import Table
from hqguide.errors import GuideError
from hqguide.tables.bounds import too_many_rows
from hqguide.tables.package import ZIP
from hqguide.tables.rows import TableRow
from hqguide.tables.workbook import opened, sheet_rows, visible_sheets


def read_workbook(data: bytes, where: str) -> tuple[Table, tuple[Skipped, ...], tuple[Doubt, ...]]:
    """The sheet of a workbook that is the bill, the other sheets as skipped; GuideError when it is none."""
    sheets = _sheets(data, where)
    best, rank = 0, -1
    for at, (_, rows) in enumerate(sheets):
        columns = find_columns([row.cells for row in rows])
        own = columns.recognised * 100 + (1 if rows else 0)
        if own > rank:
            best, rank = at, own
    if not sheets or not sheets[best][1]:
        raise GuideError("holds no rows", where=where, hint="Give the file with the bill of materials.")
    skipped, doubts = [], []
    for at, (name, rows) in enumerate(sheets):
        if at != best and rows:
            skipped.append(Skipped(0, f"sheet {name!r}, {len(rows)} rows", "another sheet"))
            if find_columns([row.cells for row in rows]).recognised >= 3:
                doubts.append(Doubt((), f"the sheet {name!r} looks like a bill too and was not read"))
    name, rows = sheets[best]
    return Table(f"workbook, sheet {name!r}", rows), tuple(skipped), tuple(doubts)


def _sheets(data: bytes, where: str) -> Sequence[tuple[str, tuple[TableRow, ...]]]:
    """Name and rows of every visible sheet."""
    found = []
    with opened(io.BytesIO(data), where, BOUNDS, packed=data.startswith(ZIP)) as book:
        for name, sheet in visible_sheets(book):
            if sheet.height > BOUNDS.rows:
                raise too_many_rows(where, BOUNDS, ONE_BOARD)
            found.append((name, tuple(sheet_rows(sheet))))
    return found
