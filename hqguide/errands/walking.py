"""The walk under way: begin it, tick things off, and plan the rest anew from where one stands."""

from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

import msgspec
from msgspec.structs import replace

from hqguide.errands.planning import Errands, deadline_in
from hqguide.errands.progress import Progress, done_places, mark_of, next_stop, stays
from hqguide.errands.rest import bought, items_left, reason, rest_of, with_reasons
from hqguide.errors import GuideError
from hqguide.market.hours import SHENZHEN
from hqguide.notebook.book import Notebook
from hqguide.notebook.dwell import Dwell, Stays, own_dwell
from hqguide.notebook.lists import ListItem, Lists, State
from hqguide.notebook.walks import Mark, Tick, Walk, Walks
from hqguide.route.changes import changes
from hqguide.route.itinerary import Itinerary, Stop, StopItem
from hqguide.route.pace import Pace
from hqguide.route.pins import inside
from hqguide.route.selection import Search
from hqguide.route.warm import fitting, mended

REPLAN_SECONDS = 0.02


class Walking:
    """The one walk of a notebook. Every call reads or changes the file; nothing is cached.

    ``pace`` gives the figures of the data pack, which the visitor's own dwell is held against; ``path_of``
    reads the name of a place into its path.

    Raises :class:`GuideError` when there is no walk, for a stop or item it does not have, and for a notebook
    that cannot be read or changed.
    """

    def __init__(
        self, notebook: Notebook, pace: Callable[[], Pace], path_of: Callable[[str], str] = str
    ) -> None:
        self._walks, self._lists, self._own = Walks(notebook), Lists(notebook), Stays(notebook)
        self._pace, self._path_of = pace, path_of

    def begin(self, plan: Itinerary, lines: Sequence[ListItem], name: str = "") -> Progress:
        """Set out on ``plan``, which buys ``lines`` (of the list ``name``); an earlier walk ends here."""
        if (earlier := self._walks.get()) is not None:
            self._learn(earlier)
        walk = Walk(name=name, lines=tuple(lines), plan=msgspec.to_builtins(plan))
        self._walks.put(walk)
        return _progress(walk)

    def now(self) -> Progress | None:
        """Where the walk stands, ``None`` when there is none."""
        walk = self._walks.get()
        return None if walk is None else _progress(walk)

    def ticks_made(self) -> int:
        """How many ticks the walk under way has, 0 when there is none; its plan need not be readable."""
        walk = self._walks.get()
        return len(walk.ticks) if walk else 0

    def end(self) -> bool:
        """The walk is over; whether there was one. What its stops took is learnt."""
        walk = self._walks.get()
        if walk is not None:
            self._learn(walk)
        return self._walks.end()

    def tick(self, which: str, mark: Mark, at: datetime | None = None) -> Progress:
        """Mark what ``which`` names: stop ``3``, its second item ``3.2``, or a place (``seg-plaza/2F``).

        A place that is closed need not be on the plan: it is kept in mind when the rest is planned again.
        """
        walk = self._under_way()
        plan, stamp = _plan_of(walk), _stamp(at)
        if which.partition(".")[0].isdecimal():
            return self._ticked(walk, tuple(_ticks(plan, which, mark, stamp)))
        return self._ticked(walk, tuple(_ticks_at(plan, self._path(plan, which, mark), mark, stamp)))

    def _path(self, plan: Itinerary, which: str, mark: Mark) -> str:
        """The path of the place ``which`` names; only what is closed has to be known."""
        if any(inside(stop.place, which) for stop in plan.stops):
            return which
        try:
            return self._path_of(which)
        except GuideError:
            if mark == "closed":
                raise
            return which

    def tick_item(self, stop: Stop, item: StopItem, mark: Mark, at: datetime | None = None) -> Progress:
        """Mark one item of one stop; the mark it has already is taken away again."""
        walk = self._under_way()
        if mark_of(walk.ticks, stop, item) == mark:
            kept = [tick for tick in walk.ticks if not _about(tick, stop, item)]
            walk = replace(walk, ticks=tuple(kept), learnt=min(walk.learnt, len(kept)))
            self._walks.put(walk)
            self._set_state(walk, item.id, "wanted")
            return _progress(walk)
        if mark == "closed":
            return self._ticked(walk, (Tick(place=stop.place, mark=mark, at=_stamp(at)),))
        return self._ticked(walk, (_tick(stop, item, mark, _stamp(at)),))

    def undo(self) -> Progress:
        """Take away what was ticked last, all of it: a whole stop when a stop was ticked."""
        walk = self._under_way()
        if not walk.ticks:
            raise GuideError("nothing is ticked off yet")
        taken = [tick for tick in walk.ticks if tick.at == walk.ticks[-1].at]
        kept = tuple(tick for tick in walk.ticks if tick not in taken)
        walk = replace(walk, ticks=kept, learnt=min(walk.learnt, len(kept)))
        self._walks.put(walk)
        for tick in taken:
            if (tick.item, tick.text) not in bought(kept):
                self._set_state(walk, tick.item, "wanted")
        return _progress(walk)

    def _ticked(self, walk: Walk, ticks: Sequence[Tick]) -> Progress:
        walk = replace(walk, ticks=(*walk.ticks, *ticks))
        self._walks.put(walk)
        for stop in _plan_of(walk).stops:
            for item in stop.items:
                if any(_about(tick, stop, item) for tick in ticks):
                    self._follow(walk, stop, item)
        return _progress(walk)

    def _follow(self, walk: Walk, stop: Stop, item: StopItem) -> None:
        """What is ticked on the walk shows on its list; not found only when no other place is left."""
        mark = mark_of(walk.ticks, stop, item)
        if mark == "bought":
            self._set_state(walk, item.id, "bought")
        elif mark == "not found" and not item.fallback:
            self._set_state(walk, item.id, "not found")

    def _set_state(self, walk: Walk, number: int, state: State) -> None:
        if walk.name and any(line.id == number for line in self._lists.show(walk.name)):
            self._lists.mark(number, state, name=walk.name)

    def replan(
        self, errands: Errands, *, here: str = "", at: str = "", seconds: float = REPLAN_SECONDS
    ) -> Progress:
        """Plan what is left anew from ``here`` (default: the place ticked last) at ``HH:MM`` (default: now).

        The plan there was is the first thing tried, so that little changes without need, and what does
        change is said. ``seconds`` is how long to look for something better.
        """
        walk = self._under_way()
        self._learn(walk)
        old = _plan_of(walk)
        done = done_places(old, walk.ticks)
        trip = rest_of(old, walk, here, at, errands.now())
        items = errands.items_again(self._lines(walk))
        errand = errands.prepared(items_left(items, walk.ticks), trip)
        numbers = {site.place: number for number, site in enumerate(errand.choice.sites)}
        ahead = [
            numbers[stop.place] for stop in old.stops if stop.place in numbers and stop.place not in done
        ]
        warm = fitting(errand.tight, mended(errand.free, ahead))
        new = deque(errands.plans(errand, Search(deadline=deadline_in(seconds), warm=warm)), maxlen=1)[0]
        new = with_reasons(new, items, walk.ticks)
        told = changes(old, new, done, partial(reason, walk.ticks), bought(walk.ticks))
        new = replace(new, changes=told)
        walk = replace(walk, plan=msgspec.to_builtins(new), learnt=len(walk.ticks))
        self._walks.put(walk)
        return _progress(walk)

    def own_dwell(self) -> Dwell | None:
        """The visitor's own seconds for stops and lines, ``None`` before five stops were timed."""
        return own_dwell(self._own.all(), self._pace().item.value)

    def forget_dwell(self) -> int:
        """Go back to the assumed dwell; how many timed stops are forgotten."""
        return self._own.forget()

    def _learn(self, walk: Walk) -> None:
        try:
            plan = _plan_of(walk)
        except GuideError:
            return  # A walk that cannot be read teaches nothing, and must not keep one from setting out.
        if len(walk.ticks) > walk.learnt:
            search = {
                stop.place: self._pace().search_seconds(stop.floor, stop.counter) for stop in plan.stops
            }
            self._own.add(stays(plan, walk.ticks, walk.learnt, search))

    def _lines(self, walk: Walk) -> tuple[ListItem, ...]:
        """The lines not bought: of the list as it is now, else of the file as it was.

        What was given up on this very walk is kept, so that the plan goes on to name it.
        """
        lines = self._lists.show(walk.name) if walk.name else walk.lines
        had = bought(walk.ticks)
        missed = {(tick.item, tick.text) for tick in walk.ticks if tick.mark == "not found"}
        return tuple(
            replace(line, state="wanted") if (line.id, line.text) in missed else line
            for line in lines
            if (line.id, line.text) not in had
        )

    def _under_way(self) -> Walk:
        walk = self._walks.get()
        if walk is None:
            raise GuideError("no walk is under way", hint="Set out: hqguide walk start")
        return walk


def _progress(walk: Walk) -> Progress:
    plan = _plan_of(walk)
    return Progress(plan, walk.name, walk.ticks, next_stop(plan, walk.ticks), plan.changes)


def _plan_of(walk: Walk) -> Itinerary:
    try:
        return msgspec.convert(walk.plan, Itinerary)
    except msgspec.ValidationError as error:
        raise GuideError(
            f"the plan of the walk is not readable ({error})",
            hint="Another version of the guide made it. Set out anew: hqguide walk start",
        ) from error


def _stamp(at: datetime | None) -> str:
    return (at or datetime.now(SHENZHEN)).isoformat(timespec="milliseconds")


def _tick(stop: Stop, item: StopItem, mark: Mark, at: str) -> Tick:
    return Tick(place=stop.place, mark=mark, at=at, item=item.id, text=item.text)


def _about(tick: Tick, stop: Stop, item: StopItem) -> bool:
    if tick.place != stop.place:
        return False
    return tick.mark == "closed" or (tick.item, tick.text) == (item.id, item.text)


def _ticks(plan: Itinerary, which: str, mark: Mark, at: str) -> list[Tick]:
    """Ticks for a stop by its number, or for one item of it."""
    number, _, place = which.partition(".")
    if not 1 <= int(number) <= len(plan.stops):
        raise GuideError(f"the walk has no stop {number}", hint=f"It has stops 1 to {len(plan.stops)}.")
    stop = plan.stops[int(number) - 1]
    if mark == "closed":
        return [Tick(place=stop.place, mark=mark, at=at)]
    items = stop.items
    if place:
        if not place.isdecimal() or not 1 <= int(place) <= len(items):
            raise GuideError(f"stop {number} has no item {place}", hint=f"It has items 1 to {len(items)}.")
        items = (items[int(place) - 1],)
    return [_tick(stop, item, mark, at) for item in items] or [Tick(place=stop.place, mark=mark, at=at)]


def _ticks_at(plan: Itinerary, path: str, mark: Mark, at: str) -> list[Tick]:
    """Ticks for every stop inside the place ``path``, and for the place itself when it is closed."""
    stops = [number for number, stop in enumerate(plan.stops, start=1) if inside(stop.place, path)]
    ticks = [tick for number in stops for tick in _ticks(plan, str(number), mark, at)]
    if mark == "closed" and path not in [tick.place for tick in ticks]:
        ticks.insert(0, Tick(place=path, mark=mark, at=at))
    if not ticks:
        known = ", ".join(dict.fromkeys(stop.place for stop in plan.stops))
        raise GuideError(
            f"the walk has no stop {path!r}",
            hint=f"Give the number of a stop, such as 3 or 3.2, or its place: {known or 'there is none'}.",
        )
    return ticks
