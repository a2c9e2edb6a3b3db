"""A time limit under which more time never buys less: the walk is one of a family that grows with the limit.

Walks are searched for under a ladder of limits that are the same for every errand, each search setting out
from the walk of the rung below. What is found does not depend on the limit asked for: that only tells how far
up the ladder is climbed, to the first rung not below it, and which walks are short enough. Between rungs, the
walk of the rung above is cut, stop by stop.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from hqguide.route.solver.better import ROUNDS, better
from hqguide.route.solver.labels import MOST_ITEMS
from hqguide.route.solver.order import as_listed, fewest_stops, framed, nearest_first
from hqguide.route.solver.settle import settle, way_of
from hqguide.route.solver.task import Found, Task, Tour

# The rungs in minutes: close where budgets are common, to a week.
_MINUTES = (15, 30, 45, 60, 75, 90, 105, 120, 150, 180, 210, 240, 300, 360, 420, 480, 600, 720, 960, 1440)
RUNGS = (*(60.0 * minutes for minutes in _MINUTES), *(86_400.0 * days for days in range(2, 8)))
# Rounds of the whole search for one of a rung.
_PART = 6


def within(
    task: Task,
    *,
    seed: int = 0,
    rounds: int | None = None,
    start: Sequence[int] | None = None,
    rungs: Sequence[float] = RUNGS,
) -> Iterator[Found]:
    """Ever better tours within ``task.latest``: of two limits the longer leaves out no more, by weight.

    That holds for the last tours of two searches that differ in ``latest`` alone, whatever the hours are. It
    rests on counting rounds, so that there is no deadline. A limit above the last rung counts as that rung.
    Errands of few items are solved under the limit itself as well: what is proven best there is yielded last,
    so that for these it holds as long as both proofs end.
    """
    climb = _Climb(task, min(task.latest, rungs[-1]), start)
    yield from climb.cut_off(start)
    each = max(1, (ROUNDS if rounds is None else rounds) // _PART)
    for rung in rungs[: bisect_left(rungs, task.latest) + 1]:
        if climb.best is not None and not climb.weight(climb.best):
            break
        yield from climb.step(rung, seed, each)
    if task.items + len(task.must) <= MOST_ITEMS and not (climb.best and climb.best.proven):
        yield from climb.proven(seed, each)
    if climb.best is None:
        yield Found((), math.inf, False, ((),) * task.items, 0.0)


class _Climb:
    """The best tour so far within a limit, and the tour the next rung sets out from."""

    def __init__(self, task: Task, latest: float, start: Sequence[int] | None) -> None:
        self.task, self.latest = task, latest
        self.open = replace(task, latest=math.inf)
        self.start = start
        self.best: Found | None = None

    def weight(self, found: Found) -> float:
        """What the items and quotes left out cost."""
        return self._weight([len(at) for at in found.sellers])

    def _weight(self, had: Sequence[int]) -> float:
        task = self.task
        wanted = [task.wanted(item) for item in range(task.items)]
        return math.fsum(
            task.worth(item) * (some - have) / some
            for item, (some, have) in enumerate(zip(wanted, had, strict=True))
            if have < some
        )

    def _takes(self, found: Found | None) -> Iterator[Found]:
        """``found`` if it is within the limit and better than the best so far."""
        if found is None or found.cost == math.inf or found.seconds > self.latest:
            return
        if self.best is None or self._rank(found) < self._rank(self.best):
            self.best = found
            yield found

    def _rank(self, found: Found) -> tuple[float, float]:
        return self.weight(found), found.cost

    def cut_off(self, start: Sequence[int] | None) -> Iterator[Found]:
        """The walks of the simple rules and the tour to set out from, cut off when the time is up."""
        task = self.open
        tours = [rule(task) for rule in (nearest_first, fewest_stops, as_listed)]
        for tour in (*tours, *(() if start is None else (framed(task, start),))):
            free = tour[len(task.first) : len(tour) - len(task.last)]
            yield from self._shrinking(framed(task, free[:stops]) for stops in range(len(free), -1, -1))

    def step(self, rung: float, seed: int, rounds: int) -> Iterator[Found]:
        """Search under the limit of one rung; then cut the walk to the limit there is, if that is less."""
        tight = replace(self.task, latest=rung)
        found: Found | None = None
        for found in better(tight, seed=seed, rounds=rounds, start=self.start):
            yield from self._takes(found if rung == self.task.latest else replace(found, proven=False))
        if found is not None and found.cost < math.inf:
            self.start = found.tour
            yield from self._shrinking(cuts(self.open, found.tour))

    def proven(self, seed: int, rounds: int) -> Iterator[Found]:
        """The best tour under the limit itself, where it is proven."""
        start = None if self.best is None else self.best.tour
        for found in better(self.task, seed=seed, rounds=rounds, start=start):
            if found.proven:
                self.best = found
                yield found

    def _shrinking(self, tours: Iterator[Tour]) -> Iterator[Found]:
        """The better ones of tours each of which has only stops of the one before it."""
        for tour in tours:
            if self._bare_seconds(tour) > self.latest:
                continue
            if self.best is not None and self._least_weight(tour) >= self.weight(self.best):
                return
            yield from self._takes(settle(self.open, tour))

    def _least_weight(self, tour: Tour) -> float:
        """What a tour leaves out at least: what is not sold on it."""
        way = set(way_of(self.task, tour))
        return self._weight([sum(site in way for site, _ in offers) for offers in self.task.offers])

    def _bare_seconds(self, tour: Tour) -> float:
        """The walk and the stops of a tour, without lines and waiting."""
        task, here, seconds = self.task, self.task.start, 0.0
        for site in tour:
            seconds += float(task.travel[here][site]) + float(task.stop[site])
            here = site
        return seconds + (0.0 if task.end is None else float(task.travel[here][task.end]))


def cuts(task: Task, tour: Tour) -> Iterator[Tour]:
    """``tour``, then with ever fewer stops: the one goes next that gives least for the time it takes.

    Sites that come first and last stay. The order does not depend on any limit.
    """
    fixed = {*task.first, *task.last}
    sold: dict[int, list[int]] = {}
    for item, offers in enumerate(task.offers):
        for site, _ in offers:
            sold.setdefault(site, []).append(item)
    left = list(tour)
    had = Counter(item for site in {*way_of(task, tour)} for item in sold.get(site, ()))
    yield tuple(left)
    while True:
        way = way_of(task, left)
        rated = []
        for place, site in enumerate(left, start=1):
            if site in fixed:
                continue
            lost = sum(_share(task, item) for item in sold.get(site, ()) if had[item] <= task.wanted(item))
            rated.append((lost / max(1e-3, _saved(task, way, place)), place))
        if not rated:
            return
        site = left.pop(min(rated)[1] - 1)
        had.subtract(sold.get(site, ()))
        yield tuple(left)


def _share(task: Task, item: int) -> float:
    """What leaving out one seller of ``item`` costs, if that is a sum."""
    return min(task.worth(item), 1e12) / task.wanted(item)


def _saved(task: Task, way: Sequence[int], place: int) -> float:
    """The seconds that are saved without the stop at ``place``, lines not counted."""
    before, site = way[place - 1], way[place]
    seconds = float(task.travel[before][site]) + float(task.stop[site])
    if place + 1 < len(way):
        after = way[place + 1]
        seconds += float(task.travel[site][after]) - float(task.travel[before][after])
    return seconds
