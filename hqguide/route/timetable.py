"""A tour of sites as stops and legs with times, in the words of the itinerary."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from hqguide.market.hours import clock
from hqguide.market.model import Building
from hqguide.market.pack import Market
from hqguide.route.anchors import Anchor
from hqguide.route.itinerary import Leg, Offer, Stop, StopItem
from hqguide.route.pace import Pace
from hqguide.route.paths import Edge, trail
from hqguide.route.selection import Purchase
from hqguide.route.sites import Choice, Site, Wanted
from hqguide.route.walkways import Walkways
from hqguide.route.words import leg_words, short_name, site_words

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


def timetable(
    market: Market,
    ways: Walkways,
    pace: Pace,
    choice: Choice,
    purchases: Sequence[Purchase],
    ends: tuple[Anchor, Anchor | None],
    depart: int,
) -> Timetable:
    """Walk ``purchases`` in order from the start, leaving ``depart`` minutes after midnight."""
    names = {building.id: short_name(building) for building in market.buildings}
    sites = [choice.sites[purchase.site] for purchase in purchases]
    start, end = ends
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
    stops, visits, now = [], [], depart * 60.0
    for index, (purchase, site) in enumerate(zip(purchases, sites, strict=True)):
        arrive = round(now + legs[index].seconds, 1)
        now = round(arrive + site.seconds + pace.item.value * len(purchase.wanted), 1)
        later = [other.site for other in purchases[index + 1 :]]
        visits.append((site.building, arrive / 60, now / 60))
        stops.append(_stop(choice, purchase, later, (clock(arrive / 60), clock(now / 60))))
    now += sum(leg.seconds for leg in legs[len(stops) :])
    return Timetable(
        stops=tuple(stops),
        legs=tuple(legs),
        visits=tuple(visits),
        seconds=round(now - depart * 60.0, 1),
        metres=round(sum(leg.metres for leg in legs), 1),
        straight=any(edge.kind == "straight" for edges in trails for edge in edges),
    )


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


def _stop(choice: Choice, purchase: Purchase, later: Sequence[int], times: tuple[str, str]) -> Stop:
    site = choice.sites[purchase.site]
    bought = [choice.wanted[number] for number in purchase.wanted]
    offers = [wanted.offers[purchase.site] for wanted in bought]
    return Stop(
        place=site.place,
        building=site.building.id,
        building_name=str(site.building.name),
        floor=site.floor,
        counter=site.counter,
        name=site.name,
        arrive=times[0],
        leave=times[1],
        items=tuple(_stop_item(choice, wanted, purchase.site, later) for wanted in bought),
        why="; ".join(dict.fromkeys(_why(offer) for offer in offers)),
        as_of=max((offer.as_of for offer in offers if offer.as_of), default=None),
        source=", ".join(dict.fromkeys(offer.source for offer in offers if offer.source)),
    )


def _why(offer: Offer) -> str:
    """The words of the claim, with its year and confidence where those are given apart."""
    if not offer.confidence:
        return offer.why
    year = offer.as_of[:4] if offer.as_of else "undated"
    return f"{offer.why} ({year}, {offer.confidence} confidence)"


def _stop_item(choice: Choice, wanted: Wanted, site: int, later: Sequence[int]) -> StopItem:
    item = wanted.item
    other = _fallback(choice.sites, wanted.offers, site, later)
    return StopItem(
        text=item.text,
        quantity=item.quantity,
        zh=item.zh,
        pinyin=item.pinyin,
        fallback=other.place if other else None,
        else_at=site_words(other) if other else None,
        id=item.id,
    )


def _fallback(
    sites: Sequence[Site], offers: Mapping[int, Offer], site: int, later: Sequence[int]
) -> Site | None:
    """Where to try next: the surest other place, one still ahead or in this building before others."""
    others = [other for other in offers if other != site]
    if not others:
        return None
    building = sites[site].building.id
    best = min(
        others,
        key=lambda other: (
            -round(offers[other].weight, 1),
            other not in later,
            sites[other].building.id != building,
            -offers[other].weight,
            sites[other].place,
        ),
    )
    return sites[best]
