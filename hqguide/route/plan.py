"""Plan one walk: places for the items, their order, the times, and what to know before setting out."""

import math
from collections import deque
from collections.abc import Iterator, Sequence

from hqguide.market.district import District
from hqguide.market.hours import clock
from hqguide.market.pack import Market
from hqguide.route.cautions import age_warnings, assumptions, hour_warnings, odd_warnings, start_warnings
from hqguide.route.costs import price_at, usual_price
from hqguide.route.errand import Errand, prepare
from hqguide.route.itinerary import Item, Itinerary, Total
from hqguide.route.leftout import dropped
from hqguide.route.pace import Pace
from hqguide.route.pins import broken_pins
from hqguide.route.selection import Purchase, Search, Selection, selections
from hqguide.route.timetable import timetable
from hqguide.route.trip import Trip, quotes_for
from hqguide.route.windows import Hours, hour_assumptions

__all__ = ["Trip", "better_plans", "plan", "plans_for", "written"]


def plan(
    market: Market,
    district: District,
    pace: Pace,
    items: Sequence[Item],
    trip: Trip,
    opening: Hours | None = None,
    *,
    seed: int = 0,
    rounds: int | None = None,
    deadline: float = math.inf,
) -> Itinerary:
    """One walk that buys ``items``: the least time for walking, floors, stops and doubtful places.

    The same input gives the same plan unless ``deadline`` (a time of ``time.monotonic``) cuts the
    search. What cannot be bought is named with the reason; :class:`GuideError` only for a time,
    date, budget or pin that is none, or when there is nowhere to start.
    """
    errand = prepare(market, district, pace, items, trip, opening)
    return deque(plans_for(errand, Search(seed, rounds, deadline)), maxlen=1)[0]


def better_plans(
    market: Market,
    district: District,
    pace: Pace,
    items: Sequence[Item],
    trip: Trip,
    opening: Hours | None = None,
    *,
    seed: int = 0,
    rounds: int | None = None,
    deadline: float = math.inf,
) -> Iterator[Itinerary]:
    """Ever better plans, the first within moments, the last the one :func:`plan` gives; same errors."""
    errand = prepare(market, district, pace, items, trip, opening)
    yield from plans_for(errand, Search(seed, rounds, deadline))


def plans_for(errand: Errand, search: Search) -> Iterator[Itinerary]:
    """Ever better plans for what is prepared already."""
    return (written(errand, found) for found in selections(errand, search))


def written(errand: Errand, selection: Selection) -> Itinerary:
    """A selection as the itinerary to read."""
    choice, (start, end) = errand.choice, errand.ends
    table = timetable(errand, selection.purchases)
    broken = broken_pins(errand.pins, [stop.place for stop in table.stops])
    warnings = (
        *errand.replaced,
        *start_warnings(start),
        *(f"Cannot be visited: {lost}." for lost in choice.lost_pins),
        *(f"{words}." for words in broken),
        *odd_warnings(errand, table),
        *hour_warnings(errand, table),
        *age_warnings(table.stops, errand.today),
    )
    used = [choice.sites[purchase.site] for purchase in selection.purchases]
    halls = {site.building.id: site.building for site in used}
    ends = [start] if end is None else [start, end]
    rival = selection.nearest_first
    return Itinerary(
        start=start.name,
        date=errand.today.isoformat(),
        depart=clock(errand.depart),
        stops=table.stops,
        legs=table.legs,
        total=Total(seconds=table.seconds, metres=table.metres, cost=_cost(errand, selection.purchases)),
        unplaced=choice.unplaced,
        dropped=tuple(dropped(errand, selection.purchases)),
        warnings=tuple(dict.fromkeys(warnings)),
        assumptions=tuple(
            dict.fromkeys(
                (
                    *assumptions(errand.ground.pace, ends, used, table),
                    *hour_assumptions(halls.values(), errand.doors),
                    *_few_sellers(errand, selection.purchases),
                )
            )
        ),
        nearest_first_seconds=None if rival is None else round(max(rival, table.seconds), 1),
        nearest_first_items=selection.nearest_first_items,
        proven=selection.proven,
        end=end.name if end else "",
        doubt_seconds=round(_doubt(errand, selection.purchases), 1),
        trip=errand.trip,
        dwell=(errand.ground.pace.stop.value, errand.ground.pace.item.value),
    )


def _doubt(errand: Errand, purchases: Sequence[Purchase]) -> float:
    """Expected seconds lost at places that no longer sell what is looked for there."""
    pace, wanted = errand.ground.pace, errand.choice.wanted
    return math.fsum(
        pace.doubt_seconds(wanted[number].offers[purchase.site].weight)
        for purchase in purchases
        for number in purchase.wanted
    )


def _cost(errand: Errand, purchases: Sequence[Purchase]) -> float:
    """Yuan for what is bought, as far as prices are known; of sellers compared the cheapest counts."""
    least: dict[int, float] = {}
    for purchase in purchases:
        for number in purchase.wanted:
            wanted = errand.choice.wanted[number]
            price = price_at(wanted.offers[purchase.site], usual_price(wanted)) * wanted.item.quantity
            least[number] = min(price, least.get(number, math.inf))
    return round(math.fsum(least.values()), 2)


def _few_sellers(errand: Errand, purchases: Sequence[Purchase]) -> Iterator[str]:
    """A sentence for each number of sellers that is less than was to be compared."""
    asked: dict[int, int] = {}
    for purchase in purchases:
        for number in purchase.wanted:
            asked[number] = asked.get(number, 0) + 1
    short: dict[int, list[str]] = {}
    for number, count in asked.items():
        item = errand.choice.wanted[number].item
        if count < quotes_for(errand.trip, item.text):
            short.setdefault(count, []).append(item.text)
    for count, texts in sorted(short.items()):
        yield f"Fewer sellers to compare than asked for ({count}): {', '.join(texts)}."
