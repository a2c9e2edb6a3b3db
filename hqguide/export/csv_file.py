"""A walk or a list as CSV that opens right in a spreadsheet: UTF-8 with BOM, CRLF, no formula runs."""

import csv
import io
from collections.abc import Iterable, Iterator

from hqguide.export.course import Told, course_of
from hqguide.export.handout import Handout
from hqguide.export.shopping import Shopping
from hqguide.export.telling import hall
from hqguide.route.itinerary import LeftOut, StopItem

Cell = str | int | float | None

WALK_COLUMNS = (
    *("stop", "arrive", "leave", "hall", "floor", "counter", "shop"),
    *("id", "item", "quantity", "chinese", "pinyin", "price", "plan", "if not here"),
    *("why", "as of", "source"),
    *("latitude", "longitude", "accuracy m", "place"),
)
LIST_COLUMNS = (
    *("id", "item", "quantity", "chinese", "pinyin", "target price", "state", "note"),
    *("best place", "why", "as of", "confidence", "source", "place"),
)
# What a spreadsheet takes for the start of a formula, also in full width.
_FORMULA = tuple("=+-@|%＝＋－＠｜％")


def walk_csv(handout: Handout) -> str:
    """The walk with one row an item, latitude and longitude in WGS-84 degrees.

    ``plan`` is ``buy``, ``ask 1 of 3`` where sellers are compared, ``no place known`` or ``left out``; the
    reason of the last two is in ``why``. ``price`` is in yuan for one, on record or the target.
    """
    course = course_of(handout)
    walk = course.walk
    rows = [row for told in course.stops for row in _stop(told)]
    rows += [_left("no place known", left) for left in walk.unplaced]
    rows += [_left("left out", left) for left in walk.dropped]
    return _table(WALK_COLUMNS, rows)


def list_csv(shopping: Shopping) -> str:
    """The list with one row a line, each with the best place on record for it."""
    return _table(LIST_COLUMNS, _lines(shopping))


def _stop(told: Told) -> Iterator[tuple[Cell, ...]]:
    """A row an item; a stop with nothing to buy has one row, so that it is not lost."""
    stop, at = told.stop, told.at
    before = (told.number, stop.arrive, stop.leave, hall(stop), stop.floor, stop.counter, stop.name)
    spot = (at.lat, at.lon, at.accuracy_m) if at else (None, None, None)
    after = (stop.why, stop.as_of, stop.source, *spot, stop.place)
    items = [_item(item) for item in stop.items] or [(None,) * 8]
    yield from ((*before, *item, *after) for item in items)


def _item(item: StopItem) -> tuple[Cell, ...]:
    plan = f"ask {item.quote} of {item.quotes}" if item.quotes else "buy"
    words = (item.id or None, item.text, item.quantity, item.zh, item.pinyin)
    return (*words, item.price, plan, item.else_at or item.fallback)


def _left(plan: str, left: LeftOut) -> tuple[Cell, ...]:
    item = (left.id or None, left.item, left.quantity, left.zh, left.pinyin, None, plan, None, left.why)
    return (*(None,) * 7, *item, *(None,) * 6)


def _lines(shopping: Shopping) -> Iterator[tuple[Cell, ...]]:
    for line, item in zip(shopping.lines, shopping.items, strict=True):
        best = item.offers[0] if item.offers else None
        known = (best.why, best.as_of, best.confidence, best.source, best.place) if best else (None,) * 5
        place = (shopping.place(best.place) if best else None, *known)
        words = (line.id, line.text, line.quantity, item.zh, item.pinyin)
        yield (*words, line.target_price, line.state, line.note, *place)


def _table(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_defused(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def _defused(cell: Cell) -> Cell:
    """``cell``, a text that a spreadsheet would calculate with an apostrophe before it, which ends that."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
