"""Rows of a list into offers; a row that makes none is kept aside with the reason."""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from hqguide.stock import header_words as words
from hqguide.stock.columns import Columns, is_header, name_key
from hqguide.stock.fields import asks_price, read_currency, read_day, read_price, read_quantity
from hqguide.stock.model import StockOffer
from hqguide.stock.source import SourceRow
from hqguide.tables.cells import clean_cell, emptied

LONGEST_PART, LONGEST_WORD = 80, 60
"""Characters of a part number, and of any other cell that is kept."""

_WORDS = (words.BRAND, words.DATE_CODE, words.PACKAGE, words.COUNTER, words.DAY)
_HEADING = "the names of the columns again"
_BROKEN = "\ufffd"


@lru_cache(maxsize=65_536)
def cleaned(cell: str) -> str:
    """A cell without what only says that there is nothing; brands and packages repeat in nearly every row."""
    return emptied(clean_cell(cell))


class Unread(msgspec.Struct, frozen=True, gc=False):
    """A row that makes no offer: its number in the file, the reason, its cells as they are."""

    number: int
    why: str
    cells: tuple[str, ...]


class ListReader:
    """Reads the rows of one list: its columns, and the day and counter of rows that name none."""

    def __init__(self, columns: Columns, as_of: str, counter: str) -> None:
        self._columns = columns
        self._as_of = as_of
        self._counter = counter
        self._part, self._quantity, self._price = (
            columns.at.get(field, -1) for field in (words.PART, words.QUANTITY, words.PRICE)
        )
        self._words = tuple(columns.at.get(field, -1) for field in _WORDS)

    def read(self, row: SourceRow) -> StockOffer | Unread | None:
        """The offer ``row`` makes, or why it makes none; ``None`` for one that says nothing at all."""
        cells = row.cells
        part = emptied(clean_cell(cells[self._part])) if self._part < len(cells) else ""
        why = self._no_part(part, row)
        if why:
            return None if why == _HEADING or not any(cells) else _aside(row, why)
        stated = _cell(cells, self._quantity)
        quantity = read_quantity(stated) if stated else None
        if stated and quantity is None and any(char.isdigit() for char in stated):
            return _aside(row, f"{stated[:40]!r} is no quantity")
        money = _cell(cells, self._price)
        price = read_price(money) if money and not asks_price(money) else None
        if money and price is None and not asks_price(money):
            return _aside(row, f"{money[:40]!r} is no price")
        brand, date_code, package, counter, day = (_cell(cells, at)[:LONGEST_WORD] for at in self._words)
        return StockOffer(
            part,
            brand,
            quantity,
            date_code,
            package,
            price,
            (read_currency(money) or self._columns.currency) if price is not None else "",
            counter or self._counter,
            (read_day(day) if day else "") or self._as_of,
            row.number,
        )

    def _no_part(self, part: str, row: SourceRow) -> str:
        """Why ``row`` names no part; empty when it does."""
        if row.cut:
            return "the line is too long"
        if _BROKEN in "".join(row.cells):
            return "holds bytes that are no text"
        if not part:
            return "no part number"
        if len(part) > LONGEST_PART:
            return f"the part number has more than {LONGEST_PART} characters"
        if not part.isascii() or part.isalpha() or " " in part or part.endswith("."):
            key = name_key(part)  # Totals and names of columns are words.
            if key in words.TOTALS:
                return "a total, no part"
            if key in words.NAMES and is_header(row.cells, self._columns):
                return _HEADING
        return "" if any(char.isalnum() for char in part) else "no part number"


def _cell(cells: Sequence[str], at: int) -> str:
    return cleaned(cells[at]) if 0 <= at < len(cells) else ""


def _aside(row: SourceRow, why: str) -> Unread:
    return Unread(row.number, why, tuple(row.cells))
