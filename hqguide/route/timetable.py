"""A tour of sites as stops and legs with times, in the words of the itinerary."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from hqguide.market.hours import clock
from hqguide.market.model import Building
from hqguide.route.anchors import Anchor
from hqguide.route.errand import Errand
from hqguide.route.itinerary import Leg, Stop
from hqguide.route.pace import Pace
from hqguide.route.paths import Edge, trail
from hqguide.route.selection import Purchase
from hqguide.route.sites import Site
from hqguide.route.stops import stop_of
from hqguide.route.walkways import Walkways
from hqguide.route.words import leg_words, short_name

Visit = tuple[Building, float, float]


class Timetable(msgspec.Struct, frozen=True):
    """Stops and legs, and the seconds and metres they sum to.

    ``visits`` holds for each stop its building and the minutes after midnight of arriving and leaving;
    ``straight`` tells whether a leg crosses ground where no street is mapped.
    """

    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...]
    visits: tuple[Visit, ...]
    seconds: float
    metres: float
    straight: bool


def timetable(errand: Errand, purchases: Sequence[Purchase]) -> Timetable:
    """Walk ``purchases`` in order from the start, waiting where a hall is not open yet."""
    ways, pace, choice = errand.ground.ways, errand.ground.pace, errand.choice
    names = {building.id: short_name(building) for building in errand.ground.market.buildings}
    sites = [choice.sites[purchase.site] for purchase in purchases]
    start, end = errand.ends
    anchors = [start, *map(_anchor, sites)]
    last = [_last_words(site) for site in sites]
    if end is not None:
        anchors.append(end)
        last.append(f"to {end.name}" if end.station or end.metres else "")
    trails = [_trail(ways, a, b) for a, b in pairwise(anchors)]
    legs = [
        _leg(ways, pace, names, pair, edges, words)
        for pair, edges, words in zip(pairwise(anchors), trails, last, strict=True)
    ]
    asked = _asked(purchases)
    stops, visits, now = [], [], errand.depart * 60.0
    for index, (purchase, site) in enumerate(zip(purchases, sites, strict=True)):
        arrive = round(now + legs[index].seconds, 1)
        door = errand.doors.get(site.building.id)
        begin = arrive if door is None else max(arrive, door.open * 60.0)
        now = round(begin + site.seconds + pace.item.value * len(purchase.wanted), 1)
        later = [other.site for other in purchases[index + 1 :]]
        visits.append((site.building, arrive / 60, now / 60))
        stop = stop_of(errand, purchase, later, asked)
        times = clock(arrive / 60), clock(now / 60), round(begin - arrive, 1)
        stops.append(replace(stop, arrive=times[0], leave=times[1], wait=times[2]))
    now += sum(leg.seconds for leg in legs[len(stops) :])
    return Timetable(
        stops=tuple(stops),
        legs=tuple(legs),
        visits=tuple(visits),
        seconds=round(now - errand.depart * 60.0, 1),
        metres=round(sum(leg.metres for leg in legs), 1),
        straight=any(edge.kind == "straight" for edges in trails for edge in edges),
    )


def _asked(purchases: Sequence[Purchase]) -> dict[int, list[int]]:
    """For each item the sites it is asked for at, in walking order."""
    asked: dict[int, list[int]] = {}
    for purchase in purchases:
        for number in purchase.wanted:
            asked.setdefault(number, []).append(purchase.site)
    return asked


def _anchor(site: Site) -> Anchor:
    return Anchor(
        node=site.node, name=site.place, place=site.place, metres=site.metres, building=site.building
    )


def _trail(ways: Walkways, here: Anchor, there: Anchor) -> tuple[Edge, ...]:
    edges = trail(ways.edges, here.node, there.node)
    if edges is None:
        raise AssertionError("only places that can be reached are planned")
    return edges


def _leg(
    ways: Walkways,
    pace: Pace,
    names: dict[str, str],
    ends: tuple[Anchor, Anchor],
    edges: Sequence[Edge],
    last: str,
) -> Leg:
    here, there = ends
    aisles = here.metres + there.metres
    seconds = sum(edge.seconds for edge in edges) + pace.aisle_seconds(aisles)
    spots = [ways.spots[node] for node in (here.node, *(edge.target for edge in edges))]
    return Leg(
        origin=here.place,
        target=there.place,
        metres=round(sum(edge.metres for edge in edges) + aisles, 1),
        seconds=round(seconds, 1),
        how=leg_words(ways, names, here.node, edges, last),
        points=tuple(spot for spot in spots if spot is not None),
    )


def _last_words(site: Site) -> str:
    if site.counter:
        return f"counter {site.counter}"
    if site.level is None:
        return "ask for the floor"
    return f"look for {site.name}" if site.name else "look along the aisles"
