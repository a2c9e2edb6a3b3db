"""Check a finished itinerary against the graph and the list, without trusting what made it.

Every leg is walked again over the shortest way, every sum added again, every item looked for.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from hqguide.errors import GuideError
from hqguide.market.closings import closing_rule
from hqguide.market.district import District
from hqguide.market.hours import clock, minutes
from hqguide.market.model import floor_label
from hqguide.market.pack import Market
from hqguide.route.anchors import Anchor, find_ends
from hqguide.route.itinerary import Item, Itinerary, Stop
from hqguide.route.pace import Pace
from hqguide.route.paths import distances
from hqguide.route.pins import Pins, broken_pins, pins_of
from hqguide.route.sites import Site, find_site
from hqguide.route.stops import PINNED
from hqguide.route.trip import Trip, budget_seconds, quotes_for
from hqguide.route.walkways import GROUND, Walkways, walkways
from hqguide.route.windows import Hours, doors_of

_ROUNDING = 0.051


def verify(
    itinerary: Itinerary,
    market: Market,
    district: District,
    pace: Pace,
    items: Sequence[Item],
    trip: Trip,
    opening: Hours | None = None,
) -> tuple[str, ...]:
    """What is wrong with ``itinerary`` as a plan for ``items`` and ``trip``; empty when nothing is."""
    return (
        *_items(itinerary, items, trip),
        *_shown(itinerary, trip),
        *check(itinerary, market, district, pace, trip, opening),
    )


def check(
    itinerary: Itinerary,
    market: Market,
    district: District,
    pace: Pace,
    trip: Trip,
    opening: Hours | None = None,
) -> tuple[str, ...]:
    """What is wrong with ``itinerary`` as a walk for ``trip``, whatever was to be bought on it."""
    ways = walkways(market, district, pace)
    try:
        start, end, _ = find_ends(market, district, ways, pace, trip)
        pins = pins_of(market, trip)
    except GuideError as error:
        return (str(error),)
    floors = () if opening or pins.visited or itinerary.part else _floors(itinerary, ways)
    return (
        *_once(itinerary),
        *_chain(itinerary, start, end),
        *floors,
        *_walks(itinerary, market, ways, pace, start, end),
        *_times(itinerary, market, ways, pace, opening),
        *_limits(itinerary, trip, opening),
        *_pins(itinerary, pins),
    )


def _items(itinerary: Itinerary, items: Sequence[Item], trip: Trip) -> Iterator[str]:
    """Each line exactly once, or at as many sellers as are to be compared, and only where it is offered."""
    wanted = Counter((item.id, item.text) for item in items)
    left = Counter((left.id, left.item) for left in (*itinerary.unplaced, *itinerary.dropped))
    found = Counter((item.id, item.text) for stop in itinerary.stops for item in stop.items)
    for key in wanted | found | left:
        lines = wanted[key] - left[key]
        if not 0 <= lines <= found[key] <= lines * quotes_for(trip, key[1]):
            seen = found[key] + left[key]
            yield f"{key[1]} is on the list {wanted[key]} times and in the plan {seen} times"
    here = Counter((item.id, item.text, stop.place) for stop in itinerary.stops for item in stop.items)
    for (number, text, place), count in here.items():
        if count > wanted[number, text]:
            yield f"{text} is to be had {count} times at {place}"
    offered = {(item.id, item.text, item.quantity, offer.place) for item in items for offer in item.offers}
    for stop in itinerary.stops:
        for item in stop.items:
            if (item.id, item.text, item.quantity, stop.place) not in offered:
                yield f"{item.quantity} {item.text} is not offered at {stop.place}"


def _shown(itinerary: Itinerary, trip: Trip) -> Iterator[str]:
    """The plan says what it was made for."""
    if itinerary.trip != trip:
        yield "the plan is for another trip"


def _once(itinerary: Itinerary) -> Iterator[str]:
    """No place is stopped at twice, none for nothing, and what is bought is not left out as well."""
    for place, count in Counter(stop.place for stop in itinerary.stops).items():
        if count > 1:
            yield f"{place} is visited {count} times"
    for stop in itinerary.stops:
        if not stop.items and stop.why != PINNED:
            yield f"nothing is bought at {stop.place}"
    bought = {(item.id, item.text) for stop in itinerary.stops for item in stop.items}
    for left in (*itinerary.unplaced, *itinerary.dropped):
        if left.id and (left.id, left.item) in bought:
            yield f"{left.item} is bought and left out"


def _chain(itinerary: Itinerary, start: Anchor, end: Anchor | None) -> Iterator[str]:
    """The legs lead from the start over every stop to the end."""
    places = [start.place, *(stop.place for stop in itinerary.stops)]
    if end is not None:
        places.append(end.place)
    if [(leg.origin, leg.target) for leg in itinerary.legs] != list(pairwise(places)):
        yield "the legs do not join the stops"


def _floors(itinerary: Itinerary, ways: Walkways) -> Iterator[str]:
    """Where nothing but the way counts, no floor with one way up is left and met again."""
    many = {
        (building, floor_label(level))
        for (building, level), floor in ways.rooms.planned.items()
        if any(len(nodes) > 1 for nodes in floor.portals.values())
    }
    floors = [(stop.building, stop.floor or floor_label(GROUND)) for stop in itinerary.stops]
    floors = [floor for floor in floors if floor not in many]
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


def _times(
    itinerary: Itinerary, market: Market, ways: Walkways, pace: Pace, opening: Hours | None
) -> Iterator[str]:
    """Arriving, waiting, leaving and the totals are what legs, doors and stops add up to."""
    begin = now = minutes(itinerary.depart) * 60.0
    for stop, leg in zip(itinerary.stops, itinerary.legs, strict=False):
        site = find_site(market, ways, pace, stop.place)
        if isinstance(site, str):
            yield site
            return
        arrive = round(now + leg.seconds, 1)
        served = arrive + stop.wait
        now = round(served + site.seconds + pace.item.value * len(stop.items), 1)
        if (stop.arrive, stop.leave) != (clock(arrive / 60), clock(now / 60)):
            yield f"{stop.place} is from {clock(arrive / 60)} to {clock(now / 60)}"
        yield from _door(itinerary, market, stop, site, arrive, opening)
    total = now - begin + sum(leg.seconds for leg in itinerary.legs[len(itinerary.stops) :])
    if not math.isclose(total, itinerary.total.seconds, abs_tol=_ROUNDING):
        yield f"the walk takes {total:.1f} s, not {itinerary.total.seconds:.1f} s"
    metres = sum(leg.metres for leg in itinerary.legs)
    if not math.isclose(metres, itinerary.total.metres, abs_tol=_ROUNDING):
        yield f"the walk is {metres:.1f} m, not {itinerary.total.metres:.1f} m"


def _door(
    itinerary: Itinerary, market: Market, stop: Stop, site: Site, arrive: float, opening: Hours | None
) -> Iterator[str]:
    """The visit lies within the hours of the hall, and nobody waits for longer than its door is shut."""
    today = date.fromisoformat(itinerary.date)
    door = doors_of([site.building], today, opening).get(site.building.id)
    wait = 0.0 if door is None else max(0.0, door.open * 60 - arrive)
    if not math.isclose(stop.wait, wait, abs_tol=_ROUNDING):
        yield f"the wait at {stop.place} is {wait:.1f} s, not {stop.wait:.1f} s"
    if door is not None and arrive + wait + site.seconds > door.close * 60 + 1:
        yield f"{stop.place} is {door.words()}, and the visit begins at {clock(arrive / 60)}"
    rule = None if opening is None else closing_rule(market, opening(site.building.id, today), site.level)
    if rule is not None:
        yield f"{stop.place} is shut that day: {rule.text}"


def _limits(itinerary: Itinerary, trip: Trip, opening: Hours | None) -> Iterator[str]:
    """The budget is kept, nothing is dropped without a reason, and the comparison is no boast."""
    budget = budget_seconds(trip)
    if budget is None and opening is None and itinerary.dropped:
        yield "items are dropped though there is no budget"
    if budget is not None and itinerary.stops and itinerary.total.seconds > budget + 1:
        yield f"the walk takes {itinerary.total.seconds:.0f} s of a budget of {budget:.0f} s"
    rival = itinerary.nearest_first_seconds
    if rival is not None and rival < itinerary.total.seconds - _ROUNDING:
        yield "nearest first is quicker"


def _pins(itinerary: Itinerary, pins: Pins) -> Iterator[str]:
    """Pinned places are where they belong, or the plan says that they are not."""
    for words in broken_pins(pins, [stop.place for stop in itinerary.stops]):
        if f"{words}." not in itinerary.warnings:
            yield words
