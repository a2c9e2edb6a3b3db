"""Plans for shopping lists, each held against the independent checker before anybody sees it."""

import math
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache

import msgspec

from hqguide.errands.departure import Departure, setting_out
from hqguide.errands.items import Find, item_again, items_of
from hqguide.errands.traders import counter_in
from hqguide.errors import GuideError
from hqguide.market.district import District
from hqguide.market.hours import SHENZHEN, Opening, opening
from hqguide.market.pack import Market
from hqguide.notebook.lists import ListItem
from hqguide.parts.language import Language
from hqguide.route.errand import Errand, prepare
from hqguide.route.itinerary import Item, Itinerary
from hqguide.route.pace import Pace
from hqguide.route.plan import plans_for
from hqguide.route.selection import Search
from hqguide.route.split import split
from hqguide.route.trip import Trip
from hqguide.route.verify import check, verify

ROUNDS = 150


class Ground(msgspec.Struct, frozen=True, eq=False):
    """What plans are made of: the market, its streets, and how the guide finds what is sold where."""

    market: Market
    district: District
    language: Language
    find: Find


def shenzhen_now() -> datetime:
    """The time in Shenzhen, whatever the computer's own time zone."""
    return datetime.now(SHENZHEN)


class Errands:
    """The plans of one guide. ``pace`` is asked for each plan, since a visitor's own is learnt on the way.

    ``now`` is the clock by which one sets out.
    """

    def __init__(
        self, ground: Ground, pace: Callable[[], Pace], now: Callable[[], datetime] | None = None
    ) -> None:
        self._ground = ground
        self._pace = pace
        self.now = now or shenzhen_now
        self._opening = lru_cache(maxsize=512)(self._open)
        self._found: dict[str, Item] = {}

    def items(self, lines: Sequence[ListItem]) -> tuple[Item, ...]:
        """List lines as the planner wants them: Chinese wording and the places that may sell each."""
        ground = self._ground
        found = items_of(lines, ground.find, ground.language, counter_in(ground.market))
        self._found.update({item.text: item for item in found})
        return found

    def items_again(self, lines: Sequence[ListItem]) -> tuple[Item, ...]:
        """The same for lines that were planned before: nothing is looked up twice, so that it is quick."""
        self.items([line for line in lines if line.state == "wanted" and line.text not in self._found])
        return tuple(item_again(line, self._found[line.text]) for line in lines if line.state == "wanted")

    def plan(self, lines: Sequence[ListItem], trip: Trip, seconds: float = math.inf) -> Itinerary:
        """One walk that buys the wanted lines; what cannot be bought is named in the itinerary.

        ``seconds`` cuts the search short.
        """
        return deque(self.better(lines, trip, seconds), maxlen=1)[0]

    def better(self, lines: Sequence[ListItem], trip: Trip, seconds: float = math.inf) -> Iterator[Itinerary]:
        """Ever better plans, the first within moments; stop listening at any time.

        Unless ``seconds`` cuts the search short, the same list and trip give the same plans.
        """
        return self.plans(self.prepared(self.items(lines), trip), search_for(seconds))

    def setting_out(self, lines: Sequence[ListItem], trip: Trip) -> Departure:
        """``trip`` from now on, or from the next opening of a place that sells something of ``lines``."""
        items = self.items(lines)
        return setting_out(lambda begun: self.prepared(items, begun), trip, self.now())

    def prepared(self, items: Sequence[Item], trip: Trip) -> Errand:
        """The errand for items and a trip, ready to be planned."""
        ground = self._ground
        return prepare(ground.market, ground.district, self._pace(), items, trip, self._opening)

    def plans(self, errand: Errand, search: Search) -> Iterator[Itinerary]:
        """Ever better plans for a prepared errand, every one checked."""
        return (self.checked(found, errand.items) for found in plans_for(errand, search))

    def split(
        self, lines: Sequence[ListItem], trip: Trip, people: int, seconds: float = math.inf
    ) -> tuple[Itinerary, ...]:
        """The list divided among ``people`` who walk at once, an itinerary each."""
        errand = self.prepared(self.items(lines), trip)
        parts = split(errand, people, search_for(seconds))
        return tuple(self.checked(found, items) for found, items in parts)

    def checked(self, found: Itinerary, items: Sequence[Item]) -> Itinerary:
        """``found`` when it is right as a plan for ``items``, else a GuideError that says what is wrong."""
        ground = self._ground
        trip = found.trip
        wrong = verify(found, ground.market, ground.district, self._pace(), items, trip, self._opening)
        return _right(found, wrong)

    def check(self, found: Itinerary) -> Itinerary:
        """``found`` when it is right as a walk, whatever list it is for; else a GuideError."""
        ground, pace = self._ground, self._pace()
        if found.dwell is not None:
            pace = pace.with_dwell(
                *found.dwell, "as planned"
            )  # What was learnt since does not make it wrong.
        return _right(found, check(found, ground.market, ground.district, pace, found.trip, self._opening))

    def _open(self, building: str, day: date) -> Opening:
        return opening(self._ground.market, building, day)


def search_for(seconds: float) -> Search:
    """A search of so many rounds as make a good plan, but no longer than ``seconds``."""
    return Search(rounds=ROUNDS, deadline=deadline_in(seconds))


def deadline_in(seconds: float) -> float:
    """The time of ``time.monotonic`` so many seconds from now."""
    from time import monotonic

    return monotonic() + seconds


def _right(found: Itinerary, wrong: Sequence[str]) -> Itinerary:
    if wrong:
        raise GuideError(f"the plan does not check: {'; '.join(wrong)}", hint="Please report this list.")
    return found
