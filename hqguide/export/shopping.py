"""A shopping list to be written out, without a walk over it."""

from collections.abc import Iterable, Mapping

import msgspec

from hqguide.errors import GuideError
from hqguide.export.prepare import clean
from hqguide.market.model import floor_label
from hqguide.market.pack import Market
from hqguide.market.places import resolve
from hqguide.notebook.item import ListItem
from hqguide.route.itinerary import Item


class Shopping(msgspec.Struct, frozen=True):
    """The list ``name``: its lines, and for each in the same order the words and places to find it by.

    ``places`` has the words for the path of a place.
    """

    name: str
    lines: tuple[ListItem, ...]
    items: tuple[Item, ...]
    places: Mapping[str, str]

    def place(self, path: str) -> str:
        """A place in words, else its path."""
        return self.places.get(path, path)


def shopping_of(market: Market, name: str, lines: Iterable[ListItem], items: Iterable[Item]) -> Shopping:
    """A list with every text in it made safe to write into any format."""
    items = tuple(items)
    paths = {offer.place for item in items for offer in item.offers}
    places = {path: words for path in paths if (words := _words(market, path))}
    return clean(Shopping(name, tuple(lines), items, places))


def _words(market: Market, path: str) -> str:
    """``赛格广场 SEG Plaza · 2F · counter 2955``; nothing for a place that is not known."""
    try:
        place = resolve(market, path)
    except GuideError:
        return ""
    hall = str(place.building.name) if place.building else ""
    floor = floor_label(place.level) if place.level is not None else ""
    counter = f"counter {place.counter}" if place.counter else ""
    shop = next((str(stall.name) for stall in place.stalls if stall.name), "")
    return " · ".join(part for part in (hall, floor, counter, shop) if part)
