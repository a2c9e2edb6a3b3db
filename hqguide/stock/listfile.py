"""The offers of one list as they are searched: equal ones merged, in the order of their part numbers."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hqguide.errors import GuideError
from hqguide.stock.model import StockOffer
from hqguide.stock.staging import remove_database

_MADE = """
CREATE TABLE done.offer (
  key, part, brand, quantity, date_code, package, price, currency, counter, as_of, line,
  PRIMARY KEY (key, line)
) WITHOUT ROWID;
INSERT INTO done.offer
SELECT key, part, brand, quantity, date_code, package, price, currency, counter, as_of, line
FROM (
  SELECT *, max(as_of || printf('%010d', line)) FROM row
  GROUP BY key, upper(part), upper(brand), upper(package), counter, price, currency
) ORDER BY key, line;
"""
_NEXT_KEY = "SELECT key, min(part) FROM offer GROUP BY key ORDER BY key"


def write_list(link: sqlite3.Connection, path: Path) -> None:
    """Write the rows of a staging database to ``path``, of equal ones the newest.

    Equal are rows of one number, brand, package, counter and price; of one day the last of the file wins.
    The same rows give the same bytes.
    """
    remove_database(path)
    link.execute("ATTACH ? AS done", (str(path),))
    try:
        link.executescript(f"BEGIN; {_MADE} COMMIT;")
    finally:
        if link.in_transaction:
            link.rollback()
        link.execute("DETACH done")


class ListFile:
    """The offers of one list, open for reading."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._link = _reading(path)

    def offers(self, key: str) -> list[StockOffer]:
        """The offers of the part number that folds to ``key``, in the order of the file."""
        return [StockOffer(*row[1:]) for row in self._rows("SELECT * FROM offer WHERE key = ?", (key,))]

    def has(self, key: str) -> bool:
        """Whether there is an offer of the part number that folds to ``key``."""
        return next(self._rows("SELECT 1 FROM offer WHERE key = ? LIMIT 1", (key,)), None) is not None

    def numbers(self) -> Iterator[tuple[str, str]]:
        """Key and spelling of every part number, in the order of the keys."""
        yield from self._rows(_NEXT_KEY)

    def count(self) -> tuple[int, int]:
        """How many offers and how many different part numbers there are."""
        offers, numbers = next(self._rows("SELECT count(*), count(DISTINCT key) FROM offer"))
        return offers, numbers

    def close(self) -> None:
        """Close the file."""
        self._link.close()

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._link.execute(query, values)
        except sqlite3.Error as error:
            raise damaged(self._path) from error


def damaged(path: Path) -> GuideError:
    """The error for a file of the stock that cannot be read."""
    return GuideError(
        "the stock is damaged", where=str(path), hint="Import the list again: hqguide stock import FILE"
    )


def _reading(path: Path) -> sqlite3.Connection:
    try:
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error as error:
        raise damaged(path) from error
