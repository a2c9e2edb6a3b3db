"""What a visitor would do without a planner, as a task's tour: the nearest seller, or the fewest stops."""

import math
from collections.abc import Callable, Iterable, Sequence

from hqguide.route.solver.settle import earliest
from hqguide.route.solver.task import Task, Tour


def nearest_first(task: Task) -> Tour:
    """Always on to the nearest site that sells something still missing, as long as doors and time allow."""
    return _walk(task, lambda walk: min(walk.gains, key=walk.row().__getitem__))


def fewest_stops(task: Task) -> Tour:
    """The site that sells most of what is missing, again and again, in that order (greedy set cover)."""
    return _walk(task, lambda walk: max(walk.gains, key=walk.gains.__getitem__))


def as_listed(task: Task) -> Tour:
    """The list from top to bottom: each item at its surest seller, unless a stop before sells it too."""
    tour: dict[int, None] = {}
    for item, offers in enumerate(task.offers):
        surest = [site for site, _ in sorted(offers, key=lambda offer: offer[1])]
        missing = task.wanted(item) - len(tour.keys() & set(surest))
        tour |= dict.fromkeys([site for site in surest if site not in tour][: max(0, missing)])
    return framed(task, tour)


def framed(task: Task, tour: Iterable[int]) -> Tour:
    """``tour`` with the sites that come first and last put there, and no site twice."""
    fixed = {task.start, task.end, *task.first, *task.last}
    return (*task.first, *dict.fromkeys(site for site in tour if site not in fixed), *task.last)


def _walk(task: Task, choose: Callable[["_Walk"], int]) -> Tour:
    """Go from site to site by ``choose``, passing over those after which the rest cannot be kept."""
    walk = _Walk(task)
    while walk.gains:
        site = choose(walk)
        if not walk.go(site):
            # Time only runs on: what cannot be kept now cannot be kept later.
            del walk.gains[site]
    return (*task.first, *walk.tour, *task.last)


class _Walk:
    """A walk under way: where it stands, how late it is, and how many missing things each site has."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.tour: list[int] = []
        self.left = [task.wanted(item) for item in range(task.items)]
        self.sells: dict[int, list[int]] = {}
        self.buyers: list[list[int]] = []
        for item, offers in enumerate(task.offers):
            share = task.worth(item) / task.wanted(item) - task.line(item)
            self.buyers.append([site for site, cost in offers if cost < share])
            for site in self.buyers[-1]:
                self.sells.setdefault(site, []).append(item)
        sites = sorted({*self.sells, *task.must})
        self.gains = {site: len(self.sells.get(site, ())) + (site in task.must) for site in sites}
        self.here, self.clock = task.start, 0.0
        self.known: tuple[int, Sequence[float]] = -1, ()
        ends = [task.start, *task.first, *task.last, *(() if task.end is None else (task.end,))]
        for site in dict.fromkeys(ends):
            lines = self._take(site)
            if site == task.start:
                self.clock += lines
        for site in task.first:
            self.clock = self._after(self.here, site, self.clock)
            self.here = site

    def row(self) -> Sequence[float]:
        """The ways from where the walk stands."""
        if self.known[0] != self.here:
            row = self.task.travel[self.here]
            self.known = self.here, row if isinstance(row, (tuple, list)) else list(map(float, row))
        return self.known[1]

    def go(self, site: int) -> bool:
        """Go there and take everything wanted; whether the rest of the walk can still be kept."""
        task = self.task
        lines = sum(task.line(item) for item in self.sells.get(site, ()) if self.left[item])
        clock = self._after(self.here, site, self.clock) + lines
        here, time = site, clock
        for other in task.last:
            time, here = self._after(here, other, time), other
        if task.end is not None:
            way = float(task.travel[here][task.end])
            time = max(time + way, earliest(task.open(task.end), time + way))
        if time > task.latest or time == math.inf:
            return False
        self.here, self.clock = site, clock
        self.tour.append(site)
        self._take(site)
        return True

    def _after(self, here: int, site: int, clock: float) -> float:
        """When one can leave ``site``, nothing handed over yet."""
        begin = earliest(self.task.open(site), clock + float(self.task.travel[here][site]))
        return begin + float(self.task.stop[site])

    def _take(self, site: int) -> float:
        """Tick off what is had at ``site``; the time it takes."""
        seconds = 0.0
        self.gains.pop(site, None)
        for item in self.sells.get(site, ()):
            if not self.left[item]:
                continue
            self.left[item] -= 1
            seconds += self.task.line(item)
            for other in self.buyers[item] if not self.left[item] else ():
                if other in self.gains:
                    self.gains[other] -= 1
                    if not self.gains[other]:
                        del self.gains[other]
        return seconds
