"""The small market of the planning tests, and a plan over it."""

from hqguide.market.pack import Market
from hqguide.route.itinerary import Item, Itinerary
from hqguide.route.plan import Trip, plan
from hqguide.route.verify import verify
from tests.route.route_worlds import (
    grid_district,
    grid_market,
    pace,
)

DAY = "2026-11-23"
A1 = "synthetic-a/1F/1A01"
MARKET = grid_market()
DISTRICT = grid_district()
PACE = pace()


def planned(
    items: list[Item], trip: Trip | None = None, *, where: Market = MARKET, rounds: int | None = None
) -> Itinerary:
    """The plan for ``items``, checked by the verifier."""
    trip = trip or Trip(date=DAY)
    found = plan(where, DISTRICT, PACE, items, trip, rounds=rounds)
    assert verify(found, where, DISTRICT, PACE, items, trip) == ()
    return found
