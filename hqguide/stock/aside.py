"""The rows that made no offer, in a file to be mended and imported like any other list."""

import csv
import io
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from hqguide.stock import header_words as words
from hqguide.stock.columns import Columns
from hqguide.stock.reading import Unread
from hqguide.tables.cells import clean_cell


def write_aside(
    folder: Path, name: str, columns: Columns, unread: Iterable[Unread], as_of: str, counter: str
) -> Path:
    """Write ``unread`` below the header of their list to a file of ``folder``, which is returned.

    The first columns say the line and the reason; day and counter of the list stand in columns of their
    own or in those the list has, so that the mended rows keep them. A file that is there with other
    content is left alone.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    own = [(words.DAY, "as of", as_of), (words.COUNTER, "counter", counter)]
    added = [(title, value) for field, title, value in own if field not in columns.at and value]
    width = max((at + 1 for at in columns.at.values()), default=0)
    header = [clean_cell(cell) for cell in columns.header] or _plain_header(columns, width)
    writer.writerow(["line", "why", *(title for title, _ in added), *header])
    filled = [(columns.at[field], value) for field, _, value in own if field in columns.at]
    for row in unread:
        cells = list(row.cells)
        for at, value in filled:
            if at < len(cells):
                cells[at] = cells[at] or value
        writer.writerow([row.number, row.why, *(value for _, value in added), *cells])
    return _kept(folder, name, out.getvalue().encode("utf-8-sig", errors="replace"))


def _plain_header(columns: Columns, width: int) -> list[str]:
    """Names for the columns of a list that has none."""
    fields = {at: field for field, at in columns.at.items()}
    return [fields.get(at, "") for at in range(width)]


def _kept(folder: Path, name: str, data: bytes) -> Path:
    """A file of ``folder`` with ``data``: a new one, or the one that has just these bytes."""
    folder.mkdir(exist_ok=True)
    for number in count(1):
        path = folder / (f"{name}-aside.csv" if number == 1 else f"{name}-aside-{number}.csv")
        if not path.exists():
            fresh = path.with_suffix(".new")
            fresh.write_bytes(data)
            fresh.replace(path)
            return path
        if path.read_bytes() == data:
            return path
    raise AssertionError("count never ends")
