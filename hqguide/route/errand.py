"""Everything about a walk that is fixed before places are chosen, and the same in numbers for the solver."""

import math
from collections.abc import Collection, Sequence
from datetime import date
from functools import cached_property, lru_cache

import msgspec
from msgspec.structs import replace

from hqguide.market.district import District
from hqguide.market.hours import minutes
from hqguide.market.pack import Market
from hqguide.route.anchors import Anchor, find_ends
from hqguide.route.choice import Choice, Ground, Wanted, choose_from
from hqguide.route.costs import costs_of
from hqguide.route.itinerary import Item
from hqguide.route.matrix import table_of
from hqguide.route.pace import Pace
from hqguide.route.pinned import pinned_sites
from hqguide.route.pins import Pins, inside, pins_of
from hqguide.route.shut import Shut, shut_of
from hqguide.route.solver.task import Task, Windows
from hqguide.route.trip import Trip, budget_seconds, day_on_record, quotes_for, seconds_per_yuan
from hqguide.route.walkways import walkways
from hqguide.route.windows import Doors, Hours, doors_of, windows_of

# What leaving out a line counts in seconds: more than any detour. Each mark of priority is worth ten lines.
LEFT_OUT = 100_000.0
PRIORITY_STEP = 10.0
PIN_PRIORITY = 5


class Errand(msgspec.Struct, frozen=True, dict=True):
    """A list, a trip and the ground, read and found to make sense.

    ``replaced`` are warnings about places that another one stands in for; ``opening`` tells the hours.
    ``shut`` are the places a rule of the day has taken from the offers of ``items``.
    """

    ground: Ground
    items: tuple[Item, ...]
    trip: Trip
    pins: Pins
    ends: tuple[Anchor, Anchor | None]
    replaced: tuple[str, ...]
    choice: Choice
    doors: Doors
    opening: Hours | None
    today: date
    depart: int
    shut: Shut = Shut()

    @property
    def budget(self) -> float | None:
        """The time there is, in seconds."""
        return budget_seconds(self.trip)

    @cached_property
    def free(self) -> Task:
        """The errand as if nothing closed and there were time for everything."""
        return task_of(self, tight=False)

    @cached_property
    def tight(self) -> Task:
        """The errand with doors and budget; what does not fit is left out, the least wanted first."""
        return task_of(self, tight=True)


@lru_cache(maxsize=4)
def ground_of(market: Market, district: District, pace: Pace) -> Ground:
    """The walking graph of ``market`` and its table of times; kept, since every plan needs the same."""
    ways = walkways(market, district, pace)
    return Ground(market, ways, table_of(ways), pace)


def prepare(
    market: Market,
    district: District,
    pace: Pace,
    items: Sequence[Item],
    trip: Trip,
    opening: Hours | None = None,
) -> Errand:
    """Read ``trip`` and find the places for ``items``.

    Raises :class:`GuideError` for a time, date, budget or pin that is none, and when there is nowhere to
    start.
    """
    # Nonsense is refused before any work is done for it.
    depart, today = minutes(trip.depart), day_on_record(trip, market.manifest.as_of)
    budget_seconds(trip)
    seconds_per_yuan(trip)
    quotes_for(trip, "")
    pins = pins_of(market, trip)
    ground = ground_of(market, district, pace)
    start, end, replaced = find_ends(market, district, ground.ways, pace, trip)
    choice = choose_from(ground, items, start, pins)
    shut = shut_of(market, choice.sites, today, opening)
    if shut.rules:
        open_now = shut.remaining(items)
        choice = _explained(choose_from(ground, open_now, start, pins), shut, items)
        items = open_now
    halls = {site.building.id: site.building for site in choice.sites}
    return Errand(
        ground=ground,
        items=tuple(items),
        trip=trip,
        pins=pins,
        ends=(start, end),
        replaced=replaced,
        choice=choice,
        doors=doors_of(halls.values(), today, opening),
        opening=opening,
        today=today,
        depart=depart,
        shut=shut,
    )


def _explained(choice: Choice, shut: Shut, items: Sequence[Item]) -> Choice:
    """``choice`` with the rule named for each of ``items`` that it shuts every place of."""
    return replace(choice, unplaced=tuple(shut.reason(left, items) for left in choice.unplaced))


def prepare_again(errand: Errand, items: Sequence[Item]) -> Errand:
    """The same errand for some of its items; why one has no place is taken over."""
    choice = choose_from(errand.ground, items, errand.ends[0], errand.pins)
    known = {(left.id, left.item): left for left in errand.choice.unplaced}
    unplaced = tuple(known.get((left.id, left.item), left) for left in choice.unplaced)
    return replace(errand, items=tuple(items), choice=replace(choice, unplaced=unplaced))


def task_of(errand: Errand, *, tight: bool, pinned: bool = True) -> Task:
    """The errand in numbers: sites as in the choice, then the start, then the end if there is one.

    ``tight`` adds doors and budget; ``pinned`` is false when the pins cannot be kept.
    """
    choice, pace = errand.choice, errand.ground.pace
    end = errand.ends[1]
    size = len(choice.sites)
    rate = seconds_per_yuan(errand.trip)
    lines = [
        tuple((site, cost) for site, cost in costs_of(wanted, pace, rate).items() if site in distinct)
        for wanted, distinct in ((wanted, _distinct(errand, wanted)) for wanted in choice.wanted)
    ]
    first, last, must = pinned_sites(choice, errand.pins) if pinned else ((), (), ())
    # A visit that is wanted for itself is had like an item, at any of the sites that count as it.
    groups = tuple(tuple((site, 0.0) for site in inner) for inner in must)
    offers = (*lines, *groups)
    least = [min(cost for _, cost in pairs) for pairs in offers]
    rank = [wanted.item.priority for wanted in choice.wanted] + [PIN_PRIORITY] * len(groups)
    return Task(
        travel=_travel(errand),
        start=size,
        end=None if end is None else size + 1,
        stop=(
            *(site.seconds + pace.aisle_seconds(2 * site.metres) for site in choice.sites),
            *(0.0 for _ in range(1 if end is None else 2)),
        ),
        offers=offers,
        line_seconds=(*(pace.item.value for _ in lines), *(0.0 for _ in groups)),
        penalty=tuple(low + LEFT_OUT * PRIORITY_STEP**p for low, p in zip(least, rank, strict=True))
        if tight
        else (),
        windows=_windows(errand) if tight and errand.doors else (),
        latest=(errand.budget or math.inf) if tight else math.inf,
        quotes=(
            *(quotes_for(errand.trip, wanted.item.text) for wanted in choice.wanted),
            *(1 for _ in groups),
        ),
        first=first,
        last=last,
    )


def _distinct(errand: Errand, wanted: Wanted) -> Collection[int]:
    """The sites to choose from: when sellers are compared, no place that another one lies in."""
    if quotes_for(errand.trip, wanted.item.text) == 1:
        return wanted.offers
    places = {site: errand.choice.sites[site].place for site in wanted.offers}
    return {
        site
        for site, place in places.items()
        if not any(other != place and inside(other, place) for other in places.values())
    }


def _travel(errand: Errand) -> tuple[tuple[float, ...], ...]:
    """Seconds from site to site; the walk between a counter and the middle of its floor is in the stop."""
    table, pace, (start, end) = errand.ground.table, errand.ground.pace, errand.ends
    ends = [start] if end is None else [start, end]
    nodes = [site.node for site in errand.choice.sites] + [anchor.node for anchor in ends]
    columns = [table.rows[node] for node in nodes]
    inside_hall = [0.0] * len(errand.choice.sites) + [pace.aisle_seconds(anchor.metres) for anchor in ends]
    # Sites of a floor share one row: a long list has thousands of sites on a few dozen floors.
    rows = {
        node: tuple((table.seconds[table.rows[node], columns] + inside_hall).tolist())
        for node in dict.fromkeys(nodes)
    }
    ways_out = [
        rows[node] if not more else tuple(time + more for time in rows[node])
        for node, more in zip(nodes, inside_hall, strict=True)
    ]
    return tuple(ways_out)


def _windows(errand: Errand) -> tuple[Windows, ...]:
    """When a visit to each site may begin; start and end are always open."""
    always: Windows = ((-math.inf, math.inf),)
    sites = windows_of(
        errand.choice.sites, errand.doors, errand.ground.pace, errand.depart, errand.shut.rules
    )
    return (*sites, *(always for anchor in errand.ends if anchor is not None))
