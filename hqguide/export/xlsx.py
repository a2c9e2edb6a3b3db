"""A quote sheet as XLSX: items down, sellers across, and an empty cell where a price is to be written.

Cells of sellers nothing is on record for are grey. The same sheet always gives the same bytes.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hqguide.export.handout import Handout
from hqguide.export.quotes import Row, Sheet, list_quotes, walk_quotes
from hqguide.export.shopping import Shopping

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

COLUMNS = (("Id", 5), ("Item", 34), ("中文", 18), ("Pinyin", 18), ("Qty", 7), ("¥ each", 9))
_SELLER_WIDTH, _NOTE_WIDTH, _HEAD_HEIGHT = 16, 28, 78
_LONGEST = 32_767  # characters in a cell, a limit of the format
# A file made at no particular time: the first moment a ZIP archive can hold.
_MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def walk_xlsx(handout: Handout) -> bytes:
    """The quote sheet of a walk: its stops are the sellers, in walking order."""
    return _written(walk_quotes(handout))


def list_xlsx(shopping: Shopping) -> bytes:
    """The quote sheet of a list: the best places on record for its lines are the sellers."""
    return _written(list_quotes(shopping))


def _written(sheet: Sheet) -> bytes:
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"title": sheet.title, "created": _MADE, "comments": "Made by hqguide"})
    looks = _looks(book)
    page = book.add_worksheet("Quotes")
    _page(page, len(COLUMNS) + len(sheet.sellers), len(sheet.rows), sheet.title)
    _head(page, sheet.sellers, looks)
    for number, row in enumerate(sheet.rows, start=1):
        _row(page, number, row, len(sheet.sellers), looks)
    notes = book.add_worksheet("About")
    notes.set_column(0, 0, 100)
    for number, line in enumerate((sheet.title, *sheet.about)):
        notes.write_string(number, 0, line[:_LONGEST], looks["text"])
    book.close()
    return out.getvalue()


def _looks(book: "Workbook") -> Mapping[str, "Format"]:
    edge = {"border": 1, "border_color": "#999999", "valign": "top"}
    wrapped = edge | {"text_wrap": True}
    return {
        "head": book.add_format(wrapped | {"bold": True, "bg_color": "#e8e8e8"}),
        "text": book.add_format(wrapped),
        "zh": book.add_format(wrapped | {"font_size": 14}),
        "number": book.add_format(edge | {"num_format": "#,##0"}),
        "price": book.add_format(edge | {"num_format": "0.00##"}),
        "unknown": book.add_format(edge | {"bg_color": "#d9d9d9", "num_format": "0.00##"}),
    }


def _page(page: "Worksheet", last_column: int, last_row: int, title: str) -> None:
    """Freeze the head and the words of the item, on the screen and on every sheet of paper."""
    page.freeze_panes(1, 3)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.repeat_rows(0)
    page.repeat_columns(0, 2)
    page.print_area(0, 0, last_row, last_column)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    # An ampersand starts a code in a footer.
    page.set_footer(f"&L{title[:100].replace('&', '&&')}&R&P / &N")


def _head(page: "Worksheet", sellers: Sequence[str], looks: Mapping[str, "Format"]) -> None:
    page.set_row(0, _HEAD_HEIGHT)
    for column, (name, width) in enumerate(COLUMNS):
        page.set_column(column, column, width)
        page.write_string(0, column, name, looks["head"])
    for column, seller in enumerate(sellers, start=len(COLUMNS)):
        page.write_string(0, column, seller[:_LONGEST], looks["head"])
    note = len(COLUMNS) + len(sellers)
    if sellers:
        page.set_column(len(COLUMNS), note - 1, _SELLER_WIDTH)
    page.set_column(note, note, _NOTE_WIDTH)
    page.write_string(0, note, "Note", looks["head"])


def _row(page: "Worksheet", number: int, row: Row, sellers: int, looks: Mapping[str, "Format"]) -> None:
    """One item; texts are written as texts, so that nothing in them is calculated or linked."""
    words: Iterable[tuple[int, str, str]] = (
        (1, row.text, "text"),
        (2, row.zh, "zh"),
        (3, row.pinyin, "text"),
        (len(COLUMNS) + sellers, row.note, "text"),
    )
    for column, text, look in words:
        page.write_string(number, column, text[:_LONGEST], looks[look])
    for column, figure, look in ((0, row.id or None, "number"), (4, row.quantity, "number")):
        page.write(number, column, figure, looks[look])
    page.write(number, 5, row.price, looks["price"])
    for seller in range(sellers):
        look = "price" if seller in row.sellers else "unknown"
        page.write_blank(number, len(COLUMNS) + seller, None, looks[look])
