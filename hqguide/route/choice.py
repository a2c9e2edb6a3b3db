"""What there is to choose from: the sites that sell the items of a list, and why others cannot be used."""

from collections.abc import Mapping, Sequence

import msgspec

from hqguide.market.pack import Market
from hqguide.route.anchors import Anchor
from hqguide.route.itinerary import Item, LeftOut, Offer
from hqguide.route.matrix import Table
from hqguide.route.pace import Pace
from hqguide.route.pins import Pins, inside
from hqguide.route.sites import Site, find_site
from hqguide.route.walkways import Walkways


class Wanted(msgspec.Struct, frozen=True):
    """An item that can be bought on the walk, and its best offer at each site."""

    item: Item
    offers: Mapping[int, Offer]


class Choice(msgspec.Struct, frozen=True):
    """The sites, the items they sell, the items no site sells, and the pinned places that cannot be seen.

    ``pinned`` holds the sites inside each place the walker wants to see, by its path.
    """

    sites: tuple[Site, ...]
    wanted: tuple[Wanted, ...]
    unplaced: tuple[LeftOut, ...]
    pinned: Mapping[str, tuple[int, ...]] = {}
    lost_pins: tuple[str, ...] = ()


class Ground(msgspec.Struct, frozen=True):
    """The market and how one gets around in it."""

    market: Market
    ways: Walkways
    table: Table
    pace: Pace


def choose_from(ground: Ground, items: Sequence[Item], start: Anchor, pins: Pins) -> Choice:
    """Sort the offers of ``items`` into sites that can be reached from ``start`` and reasons.

    Sites are numbered hall by hall, floor by floor and by counter. A pinned place without an offer in it
    becomes a site of its own.
    """
    places = dict.fromkeys(offer.place for item in items for offer in item.offers)
    found = {place: _usable(ground, place, start, pins) for place in places}
    reasons = {place: why for place, why in found.items() if isinstance(why, str)}
    sellers = [site for site in found.values() if isinstance(site, Site)]
    seen = {path: _usable(ground, path, start, pins) for path in pins.visited}
    bare = [
        site
        for path, site in seen.items()
        if isinstance(site, Site) and not any(inside(seller.place, path) for seller in sellers)
    ]
    sites = sorted((*sellers, *bare), key=_order)
    numbers = {site.place: number for number, site in enumerate(sites)}
    wanted: list[Wanted] = []
    unplaced: list[LeftOut] = []
    for item in items:
        offers = _best_offers(item, numbers)
        if item.quantity < 1:
            unplaced.append(left_out(item, f"{item.quantity} pieces are wanted: nothing to buy."))
        elif offers:
            wanted.append(Wanted(item, offers))
        else:
            unplaced.append(left_out(item, _why_not(item, reasons)))
    pinned = {
        path: tuple(number for place, number in numbers.items() if inside(place, path))
        for path in pins.visited
    }
    return Choice(
        tuple(sites),
        tuple(wanted),
        tuple(unplaced),
        {path: inner for path, inner in pinned.items() if inner},
        tuple(str(seen[path]) for path, inner in pinned.items() if not inner),
    )


def _best_offers(item: Item, numbers: Mapping[str, int]) -> dict[int, Offer]:
    offers: dict[int, Offer] = {}
    for offer in item.offers:
        number = numbers.get(offer.place)
        if number is not None and (number not in offers or offer.weight > offers[number].weight):
            offers[number] = offer
    return offers


def _order(site: Site) -> tuple[str, bool, int, bool, str, str]:
    level, counter = site.level, site.counter
    return site.building.id, level is None, level or 0, counter is None, counter or "", site.place


def _usable(ground: Ground, place: str, start: Anchor, pins: Pins) -> Site | str:
    barred = pins.bars(place)
    if barred is not None:
        return f"you left out {barred}"
    site = find_site(ground.market, ground.ways, ground.pace, place)
    if isinstance(site, str) or ground.table.between(start.node, site.node) < float("inf"):
        return site
    return f"{site.building.label}: its position is not known, so no way leads there"


def left_out(item: Item, why: str) -> LeftOut:
    """``item`` as left out of the walk, with its Chinese words."""
    return LeftOut(item.text, why, item.zh, item.pinyin, item.id, item.quantity)


def _why_not(item: Item, reasons: Mapping[str, str]) -> str:
    if not item.offers:
        return "No record of a place that sells it."
    found = list(dict.fromkeys(reasons[offer.place] for offer in item.offers))
    more = f"; and {len(found) - 3} more" if len(found) > 3 else ""
    words = "; ".join(found[:3])
    return f"{words[0].upper() if words.startswith('you') else words[0]}{words[1:]}{more}."
