"""The places that sell the items of a list, as sites of the walking graph, or why they cannot be used."""

import math
from collections.abc import Mapping, Sequence

import msgspec

from hqguide.errors import GuideError
from hqguide.market.model import Building, floor_label
from hqguide.market.pack import Market
from hqguide.market.places import resolve
from hqguide.route.anchors import Anchor
from hqguide.route.itinerary import Item, LeftOut, Offer
from hqguide.route.pace import Pace
from hqguide.route.paths import distances
from hqguide.route.problem import Problem
from hqguide.route.walkways import Walkways


class Site(msgspec.Struct, frozen=True):
    """A place to buy at: its node, and the seconds to find it and to talk before anything is handed over."""

    place: str
    building: Building
    level: int | None
    counter: str | None
    name: str | None
    node: int
    seconds: float
    metres: float

    @property
    def floor(self) -> str | None:
        """The label of the floor, ``None`` when it is not known."""
        return None if self.level is None else floor_label(self.level)


class Wanted(msgspec.Struct, frozen=True):
    """An item that can be bought on the walk, and its best offer at each site."""

    item: Item
    offers: Mapping[int, Offer]


class Choice(msgspec.Struct, frozen=True):
    """What there is to choose from: the sites, the items they sell, and the items no site sells."""

    sites: tuple[Site, ...]
    wanted: tuple[Wanted, ...]
    unplaced: tuple[LeftOut, ...]


def find_site(market: Market, ways: Walkways, pace: Pace, place: str) -> Site | str:
    """The site of a place path, or in words why it cannot be gone to."""
    try:
        found = resolve(market, place)
    except GuideError as error:
        return f"{place}: {error.what}"
    building = found.building
    if building is None:
        return f"{place}: no building is known for it"
    if building.status.state == "closed":
        since = f" ({building.status.as_of})" if building.status.as_of else ""
        return f"{building.label} is closed{since}"
    node = ways.hall(building.id, found.level)
    if node is None:
        return f"{place}: no such floor on record"
    name = next((str(stall.name) for stall in found.stalls if stall.name), None)
    return Site(
        place=place,
        building=building,
        level=found.level,
        counter=found.counter,
        name=name,
        node=node,
        seconds=pace.stop_seconds(found.level, found.counter),
        metres=pace.counter_walk.value,
    )


def choose_from(market: Market, ways: Walkways, pace: Pace, items: Sequence[Item], start: Anchor) -> Choice:
    """Sort the offers of ``items`` into sites that can be reached from ``start`` and reasons.

    Sites are numbered hall by hall, floor by floor and by counter.
    """
    reach = distances(ways.edges, start.node)
    places = dict.fromkeys(offer.place for item in items for offer in item.offers)
    found = {place: _reachable(find_site(market, ways, pace, place), reach) for place in places}
    sites = sorted((site for site in found.values() if isinstance(site, Site)), key=_order)
    reasons = {place: why for place, why in found.items() if isinstance(why, str)}
    numbers = {site.place: number for number, site in enumerate(sites)}
    wanted: list[Wanted] = []
    unplaced: list[LeftOut] = []
    for item in items:
        offers: dict[int, Offer] = {}
        for offer in item.offers:
            number = numbers.get(offer.place)
            if number is not None and (number not in offers or offer.weight > offers[number].weight):
                offers[number] = offer
        if offers:
            wanted.append(Wanted(item, offers))
        else:
            unplaced.append(left_out(item, _why_not(item, reasons)))
    return Choice(tuple(sites), tuple(wanted), tuple(unplaced))


def _order(site: Site) -> tuple[str, bool, int, bool, str, str]:
    level, counter = site.level, site.counter
    return site.building.id, level is None, level or 0, counter is None, counter or "", site.place


def left_out(item: Item, why: str) -> LeftOut:
    """``item`` as left out of the walk, with its Chinese words."""
    return LeftOut(item=item.text, why=why, zh=item.zh, pinyin=item.pinyin, id=item.id)


def _reachable(site: Site | str, reach: Sequence[float]) -> Site | str:
    if isinstance(site, str) or not math.isinf(reach[site.node]):
        return site
    return f"{site.building.label}: its position is not known, so no way leads there"


def _why_not(item: Item, reasons: Mapping[str, str]) -> str:
    if not item.offers:
        return "No record of a place that sells it."
    found = list(dict.fromkeys(reasons[offer.place] for offer in item.offers))
    more = f"; and {len(found) - 3} more" if len(found) > 3 else ""
    return "; ".join(found[:3]) + more + "."


def problem_of(choice: Choice, ways: Walkways, pace: Pace, start: Anchor, end: Anchor | None) -> Problem:
    """The numbers to solve; without ``end`` the walk may end anywhere for nothing."""
    nodes = [start.node, *(site.node for site in choice.sites)]
    rows = {}
    for node in dict.fromkeys(nodes):
        reach = distances(ways.edges, node)
        rows[node] = (*(reach[other] for other in nodes), reach[end.node] if end else 0.0)
    # Sites of a floor share one row: a long list has thousands of sites on a few dozen floors.
    travel = (*(rows[node] for node in nodes), (*(math.inf for _ in nodes), 0.0))
    offers: list[list[tuple[int, float]]] = [[] for _ in travel]
    for number, wanted in enumerate(choice.wanted):
        for site, offer in wanted.offers.items():
            offers[site + 1].append((number, pace.doubt_seconds(offer.weight)))
    there_and_back = [pace.aisle_seconds(2 * site.metres) for site in choice.sites]
    return Problem(
        travel=travel,
        stop=(0.0, *(s.seconds + way for s, way in zip(choice.sites, there_and_back, strict=True)), 0.0),
        floor=(-1, *(site.node for site in choice.sites), -2),
        offers=tuple(map(tuple, offers)),
        lines=(1,) * len(choice.wanted),
        line_seconds=pace.item.value,
    )
