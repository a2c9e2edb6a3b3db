"""Rows of a list on their way in: written in batches, each with the place where the reading stands.

A process killed at any moment leaves whole batches; the next import of the same file goes on behind them.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from hqguide.errors import GuideError
from hqguide.stock.model import StockOffer
from hqguide.stock.reading import Unread
from hqguide.textindex.folding import fold

BATCH = 20_000
"""Rows of a batch."""

_TABLES = """
CREATE TABLE row (key, part, brand, quantity, date_code, package, price, currency, counter, as_of, line);
CREATE TABLE unread (line INTEGER PRIMARY KEY, why, cells);
CREATE TABLE progress (rows INTEGER);
INSERT INTO progress VALUES (0);
"""
_SEPARATOR = "\x1f"


class Staging:
    """The rows read so far; ``done`` is how many rows of the file they come from."""

    def __init__(self, link: sqlite3.Connection) -> None:
        self.link = link
        self.done: int = link.execute("SELECT rows FROM progress").fetchone()[0]

    def add(self, offers: Sequence[StockOffer], unread: Sequence[Unread], rows: int) -> None:
        """Keep a batch, ``rows`` rows of the file, all of it or nothing."""
        with self.link:
            self.link.executemany(
                "INSERT INTO row VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                (
                    (
                        fold(o.part),
                        o.part,
                        o.brand,
                        o.quantity,
                        o.date_code,
                        o.package,
                        o.price,
                        o.currency,
                        o.counter,
                        o.as_of,
                        o.line,
                    )
                    for o in offers
                ),
            )
            self.link.executemany(
                "INSERT OR REPLACE INTO unread VALUES (?, ?, ?)",
                ((row.number, row.why, _SEPARATOR.join(row.cells)) for row in unread),
            )
            self.done += rows
            self.link.execute("UPDATE progress SET rows = ?", (self.done,))

    def unread(self) -> Iterator[Unread]:
        """The rows kept aside, in the order of the file."""
        for line, why, cells in self.link.execute("SELECT line, why, cells FROM unread ORDER BY line"):
            yield Unread(line, why, tuple(cells.split(_SEPARATOR)))

    def count(self) -> tuple[int, int]:
        """How many rows made an offer, and how many were kept aside."""
        offers, unread = self.link.execute(
            "SELECT (SELECT count(*) FROM row), (SELECT count(*) FROM unread)"
        ).fetchone()
        return offers, unread


@contextmanager
def staging(path: Path) -> Iterator[Staging]:
    """The staging file ``path``, begun anew when there is none or it is not whole."""
    try:
        with closing(_begun(path)) as link:
            yield Staging(link)
    except sqlite3.Error as error:
        if not isinstance(error, sqlite3.OperationalError):
            remove_database(path)  # No disk that is full, but a file that is no database any more.
        raise GuideError(
            f"the import cannot be written ({error})",
            where=str(path),
            hint="The stock is as it was. Free some space, then import the list again.",
        ) from error


def _begun(path: Path) -> sqlite3.Connection:
    link = sqlite3.connect(path)
    try:
        link.execute("SELECT rows FROM progress").fetchone()[0]
    except (sqlite3.Error, TypeError):
        link.close()
        remove_database(path)
        link = sqlite3.connect(path)
        link.executescript(f"BEGIN; {_TABLES} COMMIT;")
    # Losing power costs at most the import: the finished list is flushed before it is used.
    link.execute("PRAGMA synchronous = OFF")
    return link


def remove_database(path: Path) -> None:
    """Remove a database and its journal, which would otherwise be played into the next one of that name."""
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
