"""Made-up stock lists, and a stock folder to import them into. No part, price or counter is real."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

from hqguide.stock.importing import Imported, import_list
from hqguide.stock.lookup import Stock
from hqguide.stock.model import FoundOffer
from hqguide.stock.order import Order

HEADER = "型号,品牌,数量,批号,封装,单价(RMB),位置"
TODAY = date(2026, 11, 23)


def write(folder: Path, text: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
    """A list as a file."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def brought_in(stock: Path, path: Path, **order: str | int) -> Imported:
    """Import ``path`` as of TODAY unless the order says another day."""
    return import_list(stock, Order(path=path, **{"as_of": TODAY.isoformat(), **order}))  # type: ignore[arg-type]


def offers(stock: Path, number: str) -> list[FoundOffer]:
    """The offers of just this number."""
    return [found for found in Stock(stock).find(number, TODAY) if found.score == 1.0]


def parts(stock: Path, number: str) -> list[str]:
    """The same, their part numbers only."""
    return [found.offer.part for found in offers(stock, number)]


def content(stock: Path) -> dict[str, object]:
    """All the stock says, whatever its index folders are called: offers, numbers, manifest."""
    found: dict[str, object] = {"stock.json": (stock / "stock.json").read_bytes()}
    for path in sorted(stock.glob("list-*.sqlite")):
        found[path.name] = rows(path, "SELECT * FROM offer ORDER BY key, line")
    for path in sorted(stock.glob("index-*/numbers.sqlite")):
        found[path.parent.name] = rows(path, "SELECT * FROM number ORDER BY row")
    for path in sorted(stock.glob("index-*/data-*/*")):
        found[f"{path.parent.parent.name}/{path.name}"] = path.read_bytes()
    return found


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    """The answer of a database to one query."""
    with closing(sqlite3.connect(path)) as link:
        return list(link.execute(query))


def many(count: int, header: str = HEADER) -> Iterable[str]:
    """A long list, line by line, with a bad row now and then."""
    yield header
    for n in range(count):
        quantity = "12 boxes of 3" if n % 1000 == 77 else str(n % 9000 + 1)
        part = f"SYN{n * 7919 % count:06d}X"
        yield f"{part},maker{n % 7},{quantity},22{n % 52:02d},SOP-8,{n % 300 / 100:.2f},S{n % 5}"
