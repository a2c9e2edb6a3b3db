"""The quote sheet of a walk or of a list: which items to ask whom for."""

import msgspec

from hqguide.export.course import course_of
from hqguide.export.handout import Handout
from hqguide.export.shopping import Shopping
from hqguide.export.telling import hall, where
from hqguide.route.itinerary import StopItem

SELLERS_AN_ITEM = 3
_PRICES = "¥ each is a price on record, else the target price of the list. White cells wait for a price."


class Row(msgspec.Struct, frozen=True):
    """An item to ask for: its price in yuan as far as known, the sellers by number from 0, and a note."""

    id: int
    text: str
    quantity: int | None
    zh: str
    pinyin: str
    price: float | None = None
    sellers: frozenset[int] = frozenset()
    note: str = ""


class Sheet(msgspec.Struct, frozen=True):
    """A quote sheet: its title, what to know about it, the sellers in order and the items."""

    title: str
    about: tuple[str, ...]
    sellers: tuple[str, ...]
    rows: tuple[Row, ...]


def walk_quotes(handout: Handout) -> Sheet:
    """The quote sheet of a walk: its stops are the sellers, in walking order."""
    course = course_of(handout)
    walk = course.walk
    rows: dict[tuple[int, str, int], Row] = {}
    for seller, told in enumerate(course.stops):
        for item in told.stop.items:
            # Only an item for which sellers are compared is at more than one stop.
            key = (item.id, item.text, 0 if item.quotes else len(rows) + 1)
            row = rows.get(key) or _row(item)
            rows[key] = msgspec.structs.replace(row, sellers=row.sellers | {seller})
    left = tuple(
        Row(left.id, left.item, left.quantity, left.zh, left.pinyin, note=left.why)
        for left in (*walk.unplaced, *walk.dropped)
        if (left.id, left.item, 0) not in rows
    )
    sellers = tuple(f"{told.number}. {hall(told.stop)}\n{where(told.stop)}" for told in course.stops)
    return Sheet(course.title, (_PRICES, *course.about), sellers, (*rows.values(), *left))


def _row(item: StopItem) -> Row:
    fallback = item.else_at or item.fallback
    note = f"if not there: {fallback}" if fallback else ""
    return Row(item.id, item.text, item.quantity, item.zh, item.pinyin, item.price, note=note)


def list_quotes(shopping: Shopping) -> Sheet:
    """The quote sheet of a list: the best places on record for its lines are the sellers."""
    best = [item.offers[:SELLERS_AN_ITEM] for item in shopping.items]
    places = sorted({offer.place for offers in best for offer in offers})
    number = {place: at for at, place in enumerate(places)}
    rows = tuple(
        Row(
            line.id,
            line.text,
            line.quantity,
            item.zh,
            item.pinyin,
            line.target_price,
            frozenset(number[offer.place] for offer in offers),
            "; ".join(part for part in (line.note, line.state if line.state != "wanted" else "") if part),
        )
        for line, item, offers in zip(shopping.lines, shopping.items, best, strict=True)
    )
    about = f"Places on record for each item, {SELLERS_AN_ITEM} at most. Ask before you rely on one."
    return Sheet(f"Shopping list {shopping.name}", (_PRICES, about), tuple(map(shopping.place, places)), rows)
