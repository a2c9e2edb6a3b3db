"""Workbooks (XLSX, XLSM, XLSB, XLS, ODS) into sheets of rows, with bounds that hold beforehand."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from hqguide.errors import GuideError
from hqguide.tables.bounds import Bounds
from hqguide.tables.cells import clean_cell
from hqguide.tables.package import check_package
from hqguide.tables.rows import TableRow

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


@contextmanager
def opened(source: IO[bytes], where: str, bounds: Bounds, *, packed: bool) -> Iterator["CalamineWorkbook"]:
    """The workbook in ``source``; whatever fails while it is read is a :class:`GuideError`.

    A ``packed`` one (XLSX, XLSB, ODS) is measured against ``bounds`` before it is opened.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    if packed:
        check_package(source, where, bounds)
    source.seek(0)
    try:
        with CalamineWorkbook.from_object(source) as book:
            yield book
    except PasswordError as error:
        raise GuideError("is protected by a password", where=where, hint="Save it without one.") from error
    except (CalamineError, OSError, ValueError, KeyError, IndexError) as error:
        raise GuideError(
            f"is no workbook that can be read ({clean_cell(str(error))[:120]})",
            where=where,
            hint="Open it in a spreadsheet program and save it as XLSX or CSV.",
        ) from error


def visible_sheets(book: "CalamineWorkbook") -> Iterator[tuple[str, "CalamineSheet"]]:
    """Clean name and content of each sheet that is not hidden, in the order of the tabs."""
    from python_calamine import SheetVisibleEnum

    for sheet in book.sheets_metadata:
        if sheet.visible == SheetVisibleEnum.Visible:
            yield clean_cell(sheet.name), book.get_sheet_by_name(sheet.name)


def sheet_rows(sheet: "CalamineSheet") -> Iterator[TableRow]:
    """The rows of a sheet that hold text, numbered as the spreadsheet numbers them."""
    above = sheet.start[0] if sheet.start else 0
    for number, cells in enumerate(sheet.to_python(skip_empty_area=True), start=above + 1):
        row = TableRow(number, tuple(clean_cell(cell) for cell in cells))
        if row.text:
            yield row
