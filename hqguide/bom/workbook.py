"""Workbooks (XLSX, XLSM, XLSB, XLS, ODS) into rows, with bounds that hold before anything is unpacked."""

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING

from hqguide.bom.cells import clean_cell
from hqguide.bom.columns import find_columns
from hqguide.bom.limits import MAX_GRID, MAX_ROWS, MAX_UNPACKED
from hqguide.bom.model import Doubt, Skipped
from hqguide.bom.table import Table, TableRow, too_many_rows
from hqguide.errors import GuideError

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How workbooks begin: packed ones, and the XLS of old."""

_CELL = re.compile(rb'<(?:\w+:)?c [^>]*?r="([A-Z]{1,4})(\d{1,8})"')
_REPEATED = re.compile(rb'number-(?:columns|rows)-repeated="(\d{1,9})"[^>]*?(?:value-type|table:value)')
_CHUNK = 1 << 20


def read_workbook(data: bytes, where: str) -> tuple[Table, tuple[Skipped, ...], tuple[Doubt, ...]]:
    """The sheet of a workbook that is the bill, the other sheets as skipped; GuideError when it is none."""
    if data.startswith(ZIP):
        _check_package(data, where)
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
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            shown = [m.name for m in book.sheets_metadata if m.visible == SheetVisibleEnum.Visible]
            return [(clean_cell(name), _rows(book.get_sheet_by_name(name), where)) for name in shown]
    except PasswordError as error:
        raise GuideError("is protected by a password", where=where, hint="Save it without one.") from error
    except (CalamineError, OSError, ValueError, KeyError, IndexError) as error:
        raise GuideError(
            f"is no workbook that can be read ({clean_cell(str(error))[:120]})",
            where=where,
            hint="Open it in a spreadsheet program and save it as XLSX or CSV.",
        ) from error


def _rows(sheet: "CalamineSheet", where: str) -> tuple[TableRow, ...]:
    """The rows of a sheet that hold text, numbered as the spreadsheet numbers them."""
    if sheet.height > MAX_ROWS:
        raise too_many_rows(where)
    above = sheet.start[0] if sheet.start else 0
    rows = (
        TableRow(number, tuple(clean_cell(cell) for cell in cells))
        for number, cells in enumerate(sheet.to_python(skip_empty_area=True), start=above + 1)
    )
    return tuple(row for row in rows if row.text)


def _check_package(data: bytes, where: str) -> None:
    """Refuse a package that unpacks to too much, or whose far corner would fill the memory."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise _too_large(where)
            left = MAX_UNPACKED
            for part in parts:
                if part.filename.endswith((".xml", ".bin", ".rels")):
                    with package.open(part) as stream:
                        left = _check_part(stream, left, where)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise GuideError(
            "is a damaged or protected package, no workbook",
            where=where,
            hint="Open it in a spreadsheet program and save it again.",
        ) from error


def _check_part(stream: IO[bytes], left: int, where: str) -> int:
    """Read one part of a package through; what may still be unpacked after it."""
    columns = rows = 1
    tail = b""
    while chunk := stream.read(_CHUNK):
        left -= len(chunk)
        if left < 0:
            raise _too_large(where)
        text = tail + chunk
        for letters, number in _CELL.findall(text):
            columns, rows = max(columns, _column(letters)), max(rows, int(number))
        if columns * rows > MAX_GRID or any(int(n) > MAX_ROWS for n in _REPEATED.findall(text)):
            raise _too_large(where)
        tail = text[-200:]
    return left


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _too_large(where: str) -> GuideError:
    return GuideError(
        "unpacks to more than a bill of materials can hold",
        where=where,
        hint="Copy the bill into a new workbook, or save it as CSV.",
    )
