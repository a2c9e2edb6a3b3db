"""What is left of a walk: the lines, the places still worth trying, the time, and why others are not."""

from collections.abc import Sequence
from datetime import date, datetime

from msgspec.structs import replace

from hqguide.market.hours import clock, minutes
from hqguide.notebook.walks import Tick, Walk
from hqguide.route.itinerary import Item, Itinerary
from hqguide.route.pins import inside
from hqguide.route.trip import Trip


def reason(ticks: Sequence[Tick], line: tuple[int, str], place: str) -> str:
    """Why a line is no longer looked for at a place, if a tick tells."""
    for tick in ticks:
        if tick.mark == "closed" and inside(place, tick.place):
            return f"{tick.place} is closed"
        if tick.place == place and tick.mark == "not found" and (tick.item, tick.text) == line:
            return f"{place} does not have it"
    return ""


def bought(ticks: Sequence[Tick]) -> set[tuple[int, str]]:
    """The lines that need nothing more."""
    return {(tick.item, tick.text) for tick in ticks if tick.mark == "bought"}


def with_reasons(plan: Itinerary, items: Sequence[Item], ticks: Sequence[Tick]) -> Itinerary:
    """``plan`` with the places that failed named where none is left to try; ``items`` are as they were."""
    places = {(item.id, item.text): [offer.place for offer in item.offers] for item in items}
    unplaced = []
    for left in plan.unplaced:
        line = left.id, left.item
        told = (reason(ticks, line, place) for place in places.get(line, ()))
        failed = list(dict.fromkeys(filter(None, told)))
        why = f"{'; '.join(failed)}; no other place is on record." if failed else left.why
        unplaced.append(replace(left, why=why))
    return replace(plan, unplaced=tuple(unplaced))


def items_left(items: Sequence[Item], ticks: Sequence[Tick]) -> tuple[Item, ...]:
    """``items`` without the offers that proved wrong."""
    closed = tuple({tick.place for tick in ticks if tick.mark == "closed"})
    wrong = {(tick.item, tick.text, tick.place) for tick in ticks if tick.mark == "not found"}
    return tuple(
        replace(
            item,
            offers=tuple(
                offer
                for offer in item.offers
                if not any(inside(offer.place, place) for place in closed)
                and (item.id, item.text, offer.place) not in wrong
            ),
        )
        for item in items
    )


def rest_of(plan: Itinerary, walk: Walk, here: str, at: str, moment: datetime) -> Trip:
    """The trip that is left: from here, from now, with the rest of the time and of the pins.

    Without ``at`` it is ``moment``, when that is on the day of the plan.
    """
    trip = plan.trip
    begun = minutes(plan.depart)
    now = minutes(at) if at else _now(plan, walk, moment)
    budget = trip.budget_minutes
    stops = {stop.place for stop in plan.stops}
    since = [tick.place for tick in walk.ticks[walk.learnt :] if tick.place in stops]
    return replace(
        trip,
        start=here or (since[-1] if since else trip.start),
        depart=clock(now),
        date=plan.date,
        budget_minutes=None if budget is None else max(1, budget - max(0, now - begun)),
        must=tuple(path for path in trip.must if not _seen_to(path, walk.ticks)),
        first=tuple(path for path in trip.first if not _seen_to(path, walk.ticks)),
        last=tuple(path for path in trip.last if not _seen_to(path, walk.ticks)),
    )


def _seen_to(path: str, ticks: Sequence[Tick]) -> bool:
    """Whether a pinned place was visited, or lies in one that was found closed."""
    return any(
        inside(tick.place, path) or (tick.mark == "closed" and inside(path, tick.place)) for tick in ticks
    )


def _now(plan: Itinerary, walk: Walk, moment: datetime) -> int:
    """Minutes after midnight: by the clock on the day of the plan, else when the stop ticked last is left."""
    if moment.date() == date.fromisoformat(plan.date):
        return moment.hour * 60 + moment.minute
    left = {stop.place: minutes(stop.leave) for stop in plan.stops}
    return next(
        (left[tick.place] for tick in reversed(walk.ticks) if tick.place in left), minutes(plan.depart)
    )
