"""Which column of a stock list holds what: by its header, which may take two rows, else by its content."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest

import msgspec

from hqguide.stock import header_words as words
from hqguide.stock.fields import read_currency, read_price, read_quantity

HEAD_ROWS = 60
"""Rows at the top that are looked at for the header and, without one, for what the columns hold."""

_BRACKETS = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")
_NOT_WORD = re.compile(r"[\W_]+")
_LONGEST_NAME = 40
_PART_NUMBER = re.compile(r"(?=[^\s]*\d)(?=[^\s]*[A-Za-z])[A-Za-z0-9][\w\-./+#,()]{3,39}")
_MOST_OF_THEM = 0.6
_PACKAGE = re.compile(
    r"(?:01005|0[2468]0[1235]|1206|1210|1812|2010|2512|SMD|SMT|TO-?\d+\w*|[A-Z]{0,4}(?:DIP|SOP|SOIC|SSOP|QFP|QFN|DFN|BGA|"
    r"SOT|SOD|LCC|SIP|CSP)[-\d()A-Z]*)",
    re.IGNORECASE,
)

Row = Sequence[str]


class Columns(msgspec.Struct, frozen=True):
    """Field -> column; how many rows the title and header take; the currency the price column names."""

    at: Mapping[str, int]
    rows: int
    currency: str = ""
    header: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def name_key(cell: str) -> str:
    """A column name as compared: ``数 量（PCS）`` is 数量, ``Part No.`` is partno."""
    if len(cell) > _LONGEST_NAME:
        return ""
    return _NOT_WORD.sub("", _BRACKETS.sub("", unicodedata.normalize("NFKC", cell).casefold()))


def named(row: Row) -> int:
    """How many different fields the cells of ``row`` name."""
    return len({words.NAMES[key][0] for cell in row if (key := name_key(cell)) in words.NAMES})


def find_columns(rows: Sequence[Row]) -> Columns | None:
    """The columns of the table that starts with ``rows``; ``None`` when none holds part numbers."""
    head = rows[:HEAD_ROWS]
    best = max(range(len(head)), key=lambda at: (named(head[at]), -at), default=-1)
    if best < 0:
        return None
    header, used = list(head[best]), best + 1
    if named(header) and used < len(head) and _second_row(header, head[used]):
        header = [lower if name_key(lower) in words.NAMES else upper for upper, lower in _pairs(head, best)]
        used += 1
    at = _by_name(header)
    if words.PART in at and (len(at) > 1 or len([cell for cell in header if cell]) == 1):
        return Columns(at, used, _currency(header, at), tuple(header))
    found = _by_content(head)
    return Columns(found, 0) if words.PART in found else None


def is_header(row: Row, columns: Columns) -> bool:
    """Whether ``row`` is the header again, as at the top of every printed page."""
    return bool(columns.header) and named(row) >= max(2, len(columns.at) - 1)


def _pairs(head: Sequence[Row], at: int) -> "zip_longest[tuple[str, str]]":
    return zip_longest(head[at], head[at + 1], fillvalue="")


def _second_row(header: Row, below: Row) -> bool:
    """Whether the row below completes a header of merged cells: it only names columns the first does not."""
    filled = [at for at, cell in enumerate(below) if cell]
    names = [at for at in filled if name_key(below[at]) in words.NAMES]
    free = [at for at in names if at >= len(header) or name_key(header[at]) not in words.NAMES]
    return bool(free) and len(names) == len(filled)


def _by_name(header: Row) -> dict[str, int]:
    """Field -> column, the surest name first where several columns mean one field."""
    best: dict[str, tuple[int, int]] = {}
    for at, cell in enumerate(header):
        field, rank = words.NAMES.get(name_key(cell), ("", 0))
        if field and (field not in best or rank < best[field][0]):
            best[field] = rank, at
    return {field: at for field, (_, at) in best.items()}


def _currency(header: Row, at: Mapping[str, int]) -> str:
    return read_currency(header[at[words.PRICE]]) if words.PRICE in at else ""


def _by_content(rows: Sequence[Row]) -> dict[str, int]:
    """Field -> column by what stands in the cells; columns that fit nothing are left alone."""
    width = max((len(row) for row in rows), default=0)
    free = {at: [row[at] for row in rows if at < len(row) and row[at]] for at in range(width)}
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
        (words.PACKAGE, lambda cell: _PACKAGE.fullmatch(cell) is not None),
        (words.PART, lambda cell: _PART_NUMBER.fullmatch(cell) is not None),
        (words.PRICE, lambda cell: "." in cell and read_price(cell) is not None),
        (words.QUANTITY, lambda cell: read_quantity(cell) is not None),
        (words.BRAND, lambda cell: cell.replace(" ", "").isalpha()),
    )
    found: dict[str, int] = {}
    for field, fits in tests:
        shares = {at: sum(map(fits, cells)) / len(cells) for at, cells in free.items() if cells}
        best = max(shares, key=lambda at: (shares[at], -at), default=-1)
        if best >= 0 and shares[best] >= _MOST_OF_THEM:
            found[field] = best
            del free[best]
    return found
