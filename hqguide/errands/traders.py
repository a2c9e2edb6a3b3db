"""Offers of traders' lists the user imported, as places to buy at with a price."""

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from hqguide.errors import GuideError
from hqguide.market.pack import Market
from hqguide.market.places import resolve
from hqguide.route.itinerary import Offer
from hqguide.search.answer import StockHit

YUAN = ("CNY", "")
"""Currencies taken for yuan: prices of lists that name none are asked for in the market's own."""

PlaceOf = Callable[[str], str | None]


def counter_in(market: Market) -> PlaceOf:
    """What tells the path of the counter a trader's list names, ``None`` when the market has none such."""

    def place_of(text: str) -> str | None:
        try:
            place = resolve(market, text)
        except GuideError:
            return None
        return place.path if place.building is not None and place.counter is not None else None

    return place_of


def with_traders(offers: Sequence[Offer], stock: Iterable[StockHit], place_of: PlaceOf) -> tuple[Offer, ...]:
    """``offers`` with the prices of traders at the same counters, and other counters of traders behind them.

    Only the very part number counts, on a list that is not stale. Of several prices at a counter the lowest
    is taken.
    """
    found: dict[str, StockHit] = {}
    for hit in stock:
        place = place_of(hit.counter) if hit.counter and not hit.stale and hit.score >= 1.0 else None
        if place and (place not in found or _yuan(hit) < _yuan(found[place])):
            found[place] = hit
    known = [
        replace(offer, price=_price(found[offer.place])) if offer.place in found else offer
        for offer in offers
    ]
    places = {offer.place for offer in offers}
    return (*known, *(_offer(place, hit) for place, hit in found.items() if place not in places))


def _offer(place: str, hit: StockHit) -> Offer:
    return Offer(
        place=place,
        weight=1.0,
        as_of=hit.as_of or None,
        why=f"{hit.part} on the list {hit.list}",
        source=f"{hit.list}, line {hit.line}",
        price=_price(hit),
    )


def _price(hit: StockHit) -> float | None:
    return hit.price if hit.currency in YUAN and hit.price and hit.price > 0 else None


def _yuan(hit: StockHit) -> float:
    price = _price(hit)
    return float("inf") if price is None else price
