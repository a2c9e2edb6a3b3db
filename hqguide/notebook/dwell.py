"""How long the visitor really spends at a stop, learnt from the ticks of walks."""

from collections.abc import Iterable
from itertools import combinations
from statistics import median

import msgspec

from hqguide.notebook.book import Notebook

_TABLE = "dwell"
LEAST_STOPS = 5
MOST_KEPT = 200
# What is longer was a meal or a talk, what is shorter a tick made late.
SHORTEST, LONGEST = 5.0, 1800.0
STOP_RANGE = (10.0, 900.0)
ITEM_RANGE = (2.0, 300.0)


class Stay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One stop: the seconds spent there besides the search for the place, and the lines dealt with."""

    seconds: float
    items: int


class Dwell(msgspec.Struct, frozen=True):
    """The visitor's own seconds for each stop and for each line, and how many stops they rest on."""

    stop: float
    item: float
    stops: int


def own_dwell(stays: Iterable[Stay], item: float) -> Dwell | None:
    """The dwell that ``stays`` show; ``None`` for fewer than five of them.

    The estimate of Theil (1950) and Sen (1968): the seconds for a line are the median slope between any two
    stops with different numbers of lines, ``item`` when there are none; the seconds for a stop are the
    median of what is left. One stop in four may be far off without moving it much.
    """
    usable = [stay for stay in stays if SHORTEST <= stay.seconds <= LONGEST and stay.items > 0]
    if len(usable) < LEAST_STOPS:
        return None
    slopes = [
        (a.seconds - b.seconds) / (a.items - b.items)
        for a, b in combinations(usable, 2)
        if a.items != b.items
    ]
    line = _within(median(slopes) if slopes else item, ITEM_RANGE)
    stop = _within(median(stay.seconds - line * stay.items for stay in usable), STOP_RANGE)
    return Dwell(round(stop, 1), round(line, 1), len(usable))


def _within(value: float, limits: tuple[float, float]) -> float:
    return min(max(value, limits[0]), limits[1])


class Stays:
    """The stops of a notebook that dwell is learnt from, the latest two hundred."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def all(self) -> tuple[Stay, ...]:
        """The stays on record, oldest first."""
        from hqguide.notebook.damage import damaged

        with self._notebook.reading() as db:
            rows = sorted(db.table(_TABLE), key=lambda row: row.doc_id)
        try:
            return msgspec.convert([dict(row) for row in rows], type=tuple[Stay, ...])
        except msgspec.ValidationError as error:
            raise damaged(self._notebook.path, f"{_TABLE}: {error}") from error

    def add(self, stays: Iterable[Stay]) -> None:
        """Keep ``stays`` behind those on record."""
        from tinydb.table import Document

        fresh = tuple(stays)
        if not fresh:
            return
        kept = (*self.all(), *fresh)[-MOST_KEPT:]
        with self._notebook.changing() as db:
            db.drop_table(_TABLE)
            rows = [Document(msgspec.to_builtins(stay), number) for number, stay in enumerate(kept, start=1)]
            db.table(_TABLE).insert_multiple(rows)

    def forget(self) -> int:
        """Forget all of them; how many there were. Until the next change the backup holds them."""
        with self._notebook.changing() as db:
            count = len(db.table(_TABLE))
            db.drop_table(_TABLE)
        return count
