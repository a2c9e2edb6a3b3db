"""Why an item that is sold somewhere is not on the walk: closed by then, too far for the time, or no room."""

from collections.abc import Iterator, Sequence
from itertools import islice

from hqguide.route.choice import Wanted, left_out
from hqguide.route.errand import Errand
from hqguide.route.itinerary import LeftOut
from hqguide.route.selection import Purchase
from hqguide.route.words import short_name

_NAMED = 3


def dropped(errand: Errand, purchases: Sequence[Purchase]) -> Iterator[LeftOut]:
    """The items that can be bought but are not, each with the reason."""
    bought = {number for purchase in purchases for number in purchase.wanted}
    for number, wanted in enumerate(errand.choice.wanted):
        if number not in bought:
            yield left_out(wanted.item, _why(errand, wanted))


def _why(errand: Errand, wanted: Wanted) -> str:
    shut = [site for site in wanted.offers if _closed_by_then(errand, site)]
    if len(shut) == len(wanted.offers):
        return f"Closed when you could be there: {_hours_words(errand, shut)}."
    minutes = errand.trip.budget_minutes
    if minutes is not None:
        quickest = min(_alone(errand, site) for site in wanted.offers)
        if quickest > minutes * 60:
            return f"{minutes} min is too short: to buy it alone takes {quickest / 60:.0f} min."
        return f"Does not fit into {minutes} min with what is on the walk."
    return f"Does not fit in before closing: {_hours_words(errand, list(wanted.offers))}."


def _closed_by_then(errand: Errand, site: int) -> bool:
    """Whether the hall has closed before anybody who leaves at the start can be served there."""
    windows = errand.tight.windows
    soonest = float(errand.tight.travel[errand.tight.start][site])
    return bool(windows) and all(soonest > closes for _, closes in windows[site])


def _alone(errand: Errand, site: int) -> float:
    """Seconds from the start to one site, through with one item, and on to the end."""
    task = errand.tight
    there = float(task.travel[task.start][site]) + float(task.stop[site])
    home = 0.0 if task.end is None else float(task.travel[site][task.end])
    return there + errand.ground.pace.item.value + home


def _hours_words(errand: Errand, sites: Sequence[int]) -> str:
    """``SEG Plaza 09:30-18:30, Duhui Electronics City 10:00-18:30``, three halls at most."""
    halls = {errand.choice.sites[site].building.id: errand.choice.sites[site].building for site in sites}
    named = [
        f"{short_name(hall)} {errand.doors[hall.id].words()}"
        for hall in islice(halls.values(), _NAMED)
        if hall.id in errand.doors
    ]
    more = f", and {len(halls) - _NAMED} more" if len(halls) > _NAMED else ""
    return ", ".join(named) + more
