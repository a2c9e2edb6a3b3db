"""What it counts to buy an item at a place: doubt about the place, and money when an hour has a value."""

from hqguide.route.choice import Wanted
from hqguide.route.itinerary import Offer
from hqguide.route.pace import Pace


def costs_of(wanted: Wanted, pace: Pace, rate: float) -> dict[int, float]:
    """What buying an item counts at each of its sites: doubt, and the price at ``rate`` seconds a yuan."""
    costs = {site: pace.doubt_seconds(offer.weight) for site, offer in wanted.offers.items()}
    if rate:
        usual = usual_price(wanted)
        for site, offer in wanted.offers.items():
            costs[site] += rate * wanted.item.quantity * price_at(offer, usual)
    return costs


def usual_price(wanted: Wanted) -> float | None:
    """The price to expect where none is on record: the target, else the mean of those on record."""
    if wanted.item.target_price is not None:
        return wanted.item.target_price
    known = [offer.price for offer in wanted.offers.values() if offer.price is not None]
    return sum(known) / len(known) if known else None


def price_at(offer: Offer, usual: float | None) -> float:
    """Yuan for one piece: on record there, else usual, else 0."""
    return offer.price if offer.price is not None else usual or 0.0
