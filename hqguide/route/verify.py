"""Check a finished itinerary against the graph and the list, without trusting what made it.

Every leg is walked again over the shortest way, every sum added again, every item looked for.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hqguide.errors import GuideError
from hqguide.market.district import District
from hqguide.market.hours import clock, minutes
from hqguide.market.model import floor_label
from hqguide.market.pack import Market
from hqguide.route.anchors import Anchor, find_ends
from hqguide.route.itinerary import Item, Itinerary
from hqguide.route.pace import Pace
from hqguide.route.paths import distances
from hqguide.route.sites import find_site
from hqguide.route.trip import Trip, budget_seconds
from hqguide.route.walkways import GROUND, Walkways, walkways

_ROUNDING = 0.051


def verify(
    itinerary: Itinerary,
    market: Market,
    district: District,
    pace: Pace,
    items: Sequence[Item],
    trip: Trip,
) -> tuple[str, ...]:
    """What is wrong with ``itinerary`` as a plan for ``items`` and ``trip``; empty when nothing is."""
    ways = walkways(market, district, pace)
    try:
        start, end, _ = find_ends(market, district, ways, pace, trip)
    except GuideError as error:
        return (str(error),)
    return (
        *_items(itinerary, items),
        *_chain(itinerary, start, end),
        *_walks(itinerary, market, ways, pace, start, end),
        *_times(itinerary, market, ways, pace),
        *_limits(itinerary, trip),
    )


def _items(itinerary: Itinerary, items: Sequence[Item]) -> Iterator[str]:
    """Each line exactly once, and bought only where it is offered."""
    wanted = Counter((item.id, item.text) for item in items)
    found = Counter((item.id, item.text) for stop in itinerary.stops for item in stop.items)
    found.update((left.id, left.item) for left in (*itinerary.unplaced, *itinerary.dropped))
    for key in wanted | found:
        if wanted[key] != found[key]:
            yield f"{key[1]} is on the list {wanted[key]} times and in the plan {found[key]} times"
    offered = {(item.id, item.text, item.quantity, offer.place) for item in items for offer in item.offers}
    for stop in itinerary.stops:
        if not stop.items:
            yield f"nothing is bought at {stop.place}"
        for item in stop.items:
            if (item.id, item.text, item.quantity, stop.place) not in offered:
                yield f"{item.quantity} {item.text} is not offered at {stop.place}"


def _chain(itinerary: Itinerary, start: Anchor, end: Anchor | None) -> Iterator[str]:
    """The legs lead from the start over every stop to the end, and floors are not left and met again."""
    places = [start.place, *(stop.place for stop in itinerary.stops)]
    if end is not None:
        places.append(end.place)
    if [(leg.origin, leg.target) for leg in itinerary.legs] != list(pairwise(places)):
        yield "the legs do not join the stops"
    floors = [(stop.building, stop.floor or floor_label(GROUND)) for stop in itinerary.stops]
    entered = sum(1 for before, here in pairwise([None, *floors]) if before != here)
    if entered != len(set(floors)):
        yield "a floor is left and entered again"


def _walks(
    itinerary: Itinerary, market: Market, ways: Walkways, pace: Pace, start: Anchor, end: Anchor | None
) -> Iterator[str]:
    """Every leg takes as long as the shortest way between its ends."""
    spots = [(start.node, start.metres)]
    for stop in itinerary.stops:
        site = find_site(market, ways, pace, stop.place)
        if isinstance(site, str):
            yield site
            return
        spots.append((site.node, site.metres))
    if end is not None:
        spots.append((end.node, end.metres))
    for leg, (here, there) in zip(itinerary.legs, pairwise(spots), strict=False):
        least = distances(ways.edges, here[0])[there[0]] + pace.aisle_seconds(here[1] + there[1])
        if not math.isclose(leg.seconds, least, abs_tol=_ROUNDING):
            yield f"{leg.origin} to {leg.target} is {least:.1f} s, not {leg.seconds:.1f} s"


def _times(itinerary: Itinerary, market: Market, ways: Walkways, pace: Pace) -> Iterator[str]:
    """Arriving, leaving and the totals are what legs and stops add up to."""
    begin = now = minutes(itinerary.depart) * 60.0
    for stop, leg in zip(itinerary.stops, itinerary.legs, strict=False):
        site = find_site(market, ways, pace, stop.place)
        dwell = 0.0 if isinstance(site, str) else site.seconds + pace.item.value * len(stop.items)
        arrive = round(now + leg.seconds, 1)
        now = round(arrive + dwell, 1)
        if (stop.arrive, stop.leave) != (clock(arrive / 60), clock(now / 60)):
            yield f"{stop.place} is from {clock(arrive / 60)} to {clock(now / 60)}"
    total = now - begin + sum(leg.seconds for leg in itinerary.legs[len(itinerary.stops) :])
    if not math.isclose(total, itinerary.total.seconds, abs_tol=_ROUNDING):
        yield f"the walk takes {total:.1f} s, not {itinerary.total.seconds:.1f} s"
    metres = sum(leg.metres for leg in itinerary.legs)
    if not math.isclose(metres, itinerary.total.metres, abs_tol=_ROUNDING):
        yield f"the walk is {metres:.1f} m, not {itinerary.total.metres:.1f} m"


def _limits(itinerary: Itinerary, trip: Trip) -> Iterator[str]:
    """The budget is kept, nothing is dropped without one, and the comparison is no boast."""
    budget = budget_seconds(trip)
    if budget is None and itinerary.dropped:
        yield "items are dropped though there is no budget"
    if budget is not None and itinerary.stops and itinerary.total.seconds > budget + 1:
        yield f"the walk takes {itinerary.total.seconds:.0f} s of a budget of {budget:.0f} s"
    rival = itinerary.nearest_first_seconds
    if rival is not None and rival < itinerary.total.seconds - _ROUNDING:
        yield "nearest first is quicker"
