"""Plan one walk: places for the items, their order, the times, and what to know before setting out."""

import math
from collections import deque
from collections.abc import Iterator, Sequence

import msgspec

from hqguide.market.district import District
from hqguide.market.hours import clock, minutes
from hqguide.market.pack import Market
from hqguide.route.anchors import Anchor, find_ends
from hqguide.route.cautions import Hours, age_warnings, assumptions, hour_warnings, start_warnings
from hqguide.route.itinerary import Item, Itinerary, LeftOut, Total
from hqguide.route.pace import Pace
from hqguide.route.problem import Problem
from hqguide.route.selection import Selection, selections
from hqguide.route.sites import Choice, choose_from, left_out, problem_of
from hqguide.route.timetable import Timetable, timetable
from hqguide.route.trip import Trip, budget_seconds, day
from hqguide.route.walkways import Walkways, walkways

__all__ = ["Trip", "better_plans", "plan"]


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
    date or budget that is none, or when there is nowhere to start.
    """
    errand = _errand(market, district, pace, items, trip, opening)
    found = deque(
        selections(errand.problem, budget_seconds(trip), seed=seed, rounds=rounds, deadline=deadline),
        maxlen=1,
    )
    return _itinerary(errand, found[0])


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
    errand = _errand(market, district, pace, items, trip, opening)
    for found in selections(
        errand.problem, budget_seconds(trip), seed=seed, rounds=rounds, deadline=deadline
    ):
        yield _itinerary(errand, found)


class _Errand(msgspec.Struct, frozen=True):
    """All that is fixed before places are chosen."""

    market: Market
    pace: Pace
    items: Sequence[Item]
    trip: Trip
    opening: Hours | None
    ways: Walkways
    ends: tuple[Anchor, Anchor | None]
    replaced: tuple[str, ...]
    choice: Choice
    problem: Problem


def _errand(
    market: Market,
    district: District,
    pace: Pace,
    items: Sequence[Item],
    trip: Trip,
    opening: Hours | None,
) -> _Errand:
    # Nonsense is refused before any work is done for it.
    minutes(trip.depart)
    day(trip)
    budget_seconds(trip)
    ways = walkways(market, district, pace)
    start, end, replaced = find_ends(market, district, ways, pace, trip)
    choice = choose_from(market, ways, pace, items, start)
    problem = problem_of(choice, ways, pace, start, end)
    return _Errand(market, pace, items, trip, opening, ways, (start, end), replaced, choice, problem)


def _itinerary(errand: _Errand, selection: Selection) -> Itinerary:
    pace, choice, (start, end) = errand.pace, errand.choice, errand.ends
    depart, today = minutes(errand.trip.depart), day(errand.trip)
    table = timetable(errand.market, errand.ways, pace, choice, selection.purchases, errand.ends, depart)
    warnings = (
        *errand.replaced,
        *start_warnings(start),
        *_odd(errand.items, table, budget_seconds(errand.trip)),
        *hour_warnings(table.visits, depart + table.seconds / 60, today, errand.opening),
        *age_warnings(table.stops, today),
    )
    used = [choice.sites[purchase.site] for purchase in selection.purchases]
    ends = [start] if end is None else [start, end]
    rival = selection.nearest_first
    return Itinerary(
        start=start.name,
        date=today.isoformat(),
        depart=clock(depart),
        stops=table.stops,
        legs=table.legs,
        total=Total(seconds=table.seconds, metres=table.metres, cost=_cost(choice, selection)),
        unplaced=choice.unplaced,
        dropped=_dropped(choice, selection, errand.trip),
        warnings=tuple(dict.fromkeys(warnings)),
        assumptions=tuple(dict.fromkeys(assumptions(pace, ends, used, table))),
        nearest_first_seconds=None if rival is None else round(max(rival, table.seconds), 1),
        proven=selection.proven,
        end=end.name if end else "",
        doubt_seconds=round(selection.doubt, 1),
    )


def _odd(items: Sequence[Item], table: Timetable, budget: float | None) -> Iterator[str]:
    """Sentences on a list that is empty and on a budget that not even the bare way fits into."""
    if not items:
        yield "The list is empty: there is nothing to buy."
    if budget is not None and not table.stops and table.seconds > budget:
        yield f"The way alone takes {table.seconds / 60:.0f} minutes, with nothing bought."


def _dropped(choice: Choice, selection: Selection, trip: Trip) -> tuple[LeftOut, ...]:
    bought = {number for purchase in selection.purchases for number in purchase.wanted}
    why = f"Does not fit into {trip.budget_minutes} min with what is on the walk."
    return tuple(
        left_out(wanted.item, why) for number, wanted in enumerate(choice.wanted) if number not in bought
    )


def _cost(choice: Choice, selection: Selection) -> float:
    """Yuan for what is bought, as far as the list gives target prices."""
    bought = (choice.wanted[number].item for purchase in selection.purchases for number in purchase.wanted)
    return round(sum((item.target_price or 0.0) * item.quantity for item in bought), 2)
