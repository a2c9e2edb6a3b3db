"""The records of the stock: an offer as imported, a list, and the manifest that names the lists in use."""

from datetime import date

import msgspec

FORMAT = 1
"""Version of the stock folder: a folder of another one is not read."""

STALE_DAYS = 30
"""Days after which a list is marked stale unless it was imported with another age.

Our judgement, measured by nobody: brokers send their lists again every week to every month, so a list
that is older has most likely been replaced by one that was not imported.
"""


class StockOffer(msgspec.Struct, frozen=True, gc=False):
    """One row of a trader's list; what the list does not say is empty or ``None``.

    ``price`` is for one piece in ``currency`` (``CNY``, ``USD``, ``HKD``, ``EUR``; empty: not said).
    ``date_code`` is as written. ``as_of`` is the day of the row, else of its list, ``line`` where it is in
    the file, counted from 1.
    """

    part: str
    brand: str = ""
    quantity: int | None = None
    date_code: str = ""
    package: str = ""
    price: float | None = None
    currency: str = ""
    counter: str = ""
    as_of: str = ""
    line: int = 0


class FoundOffer(msgspec.Struct, frozen=True, gc=False):
    """An offer that answers a query: its list, whether it is stale, and how near the number is (0 to 1)."""

    offer: StockOffer
    list: str
    stale: bool
    score: float


class Aside(msgspec.Struct, frozen=True):
    """A file of rows that could not be read, to be mended and imported again: its path and its rows."""

    path: str
    rows: int


class StockList(msgspec.Struct, frozen=True):
    """A list in use: where it came from, its rows and offers (equal ones merged), its day and age limit.

    ``file`` names its offers in the stock folder; ``asides`` are the rows kept aside.
    """

    name: str
    source: str
    file: str
    rows: int
    offers: int
    numbers: int
    as_of: str
    dated_by: str
    stale_days: int = STALE_DAYS
    counter: str = ""
    asides: tuple[Aside, ...] = ()

    def stale(self, as_of: str, today: date) -> bool:
        """Whether a row of the day ``as_of`` (ISO) is older than the list's age limit on ``today``."""
        return (today - date.fromisoformat(as_of)).days > self.stale_days


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``stock.json``: the lists in use and the folder of the index over their part numbers."""

    format: int
    index: str
    lists: tuple[StockList, ...]
