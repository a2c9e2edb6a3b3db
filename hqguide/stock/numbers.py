"""The distinct part numbers of all lists: numbered once, found by what is typed."""

import heapq
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path

from hqguide.errors import GuideError
from hqguide.stock.listfile import ListFile, damaged
from hqguide.stock.staging import remove_database

NUMBERS = "numbers.sqlite"
LIKELY = 0.7
"""Score of a number from which it is worth showing: one slip away, not two."""

Tell = Callable[[int, int], None]


def build_numbers(folder: Path, lists: Sequence[Path], tell: Tell | None = None) -> None:
    """Number the part numbers of ``lists`` in the order of their keys and index them in ``folder``."""
    from hqguide.textindex.parts_index import build_parts

    folder.mkdir(exist_ok=True)
    path = folder / NUMBERS
    remove_database(path)
    files = [ListFile(one) for one in lists]
    try:
        with closing(sqlite3.connect(path)) as link, link:
            link.execute("CREATE TABLE number (row INTEGER PRIMARY KEY, key, part)")
            link.executemany("INSERT INTO number VALUES (?, ?, ?)", _numbered(files))
            spellings = (part for (part,) in link.execute("SELECT part FROM number ORDER BY row"))
            build_parts(folder, spellings, tell)
    finally:
        for file in files:
            file.close()


def _numbered(files: Sequence[ListFile]) -> Iterator[tuple[int, str, str]]:
    merged = heapq.merge(*(file.numbers() for file in files))
    for row, (key, spelled) in enumerate(groupby(merged, key=lambda number: number[0])):
        yield row, key, next(spelled)[1]


class Numbers:
    """The part numbers of ``folder``, open for searching."""

    def __init__(self, folder: Path) -> None:
        from hqguide.textindex.parts_index import open_parts

        self._path = folder / NUMBERS
        try:
            self._index = open_parts(folder)
        except GuideError as error:
            raise GuideError(error.what, where=error.where, hint="Run: hqguide stock rebuild") from error
        self._link = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)

    def near(self, text: str, limit: int, *, slips: bool = True) -> list[tuple[str, float]]:
        """Keys of the numbers that read like ``text`` with their scores (to 1), best first.

        Without ``slips`` only numbers that hold it.
        """
        hits = self._index.search(text, limit, slips=slips)
        found = [(row, score) for row, score in hits if score >= LIKELY]
        try:
            return [(self._key(row), score) for row, score in found]
        except (sqlite3.Error, TypeError) as error:
            raise damaged(self._path) from error

    def _key(self, row: int) -> str:
        key: str = self._link.execute("SELECT key FROM number WHERE row = ?", (row,)).fetchone()[0]
        return key

    def close(self) -> None:
        """Close the file of numbers."""
        self._link.close()
