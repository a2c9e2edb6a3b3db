"""What a tour comes to: where each item is had, when the walk is over, what it costs. Exact, in plain Python.

Every tour that leaves the solver has gone through here, so that no figure rests on the search.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from hqguide.route.solver.task import Found, Task, Tour, Windows

Purchase = tuple[float, int, int]
"""What having an item at a stop is worth, the item, and the position on the way."""


def settle(task: Task, tour: Sequence[int], *, proven: bool = False) -> Found | None:
    """``tour`` with everything worth having had at its cheapest seller; ``None`` if hours or time forbid it.

    Where the time is short the lines that are worth least are left out.
    """
    way = way_of(task, tour)
    purchases = _purchases(task, way)
    while True:
        dwell = _dwell(task, way, purchases)
        begins, late = begin_times(task, way, dwell)
        if late < 0:
            return _found(task, way, tuple(tour), purchases, begins, proven)
        early = [p for p in purchases if p[2] < late and task.line(p[1]) > 0]
        if not early:
            return None
        early.sort(key=lambda p: (p[0] / task.line(p[1]), p[1], p[2]))
        purchases = _in_time(task, way, purchases, early, late)


def _in_time(
    task: Task, way: Sequence[int], purchases: Sequence[Purchase], early: Sequence[Purchase], late: int
) -> list[Purchase]:
    """``purchases`` without as many of ``early``, in that order, as it takes to be in time at ``late``.

    Fewer lines never make a visit later, so that their number is found by bisection.
    """

    def without(number: int) -> list[Purchase]:
        gone = set(early[:number])
        return [purchase for purchase in purchases if purchase not in gone]

    def further(number: int) -> bool:
        reached = begin_times(task, way, _dwell(task, way, without(number)))[1]
        return reached < 0 or reached > late

    return without(bisect_left(range(len(early)), True, lo=1, key=further))


def way_of(task: Task, tour: Sequence[int]) -> list[int]:
    """The sites walked to: start, tour and, unless the walk may end anywhere, the end."""
    return [task.start, *tour] if task.end is None else [task.start, *tour, task.end]


def begin_times(task: Task, way: Sequence[int], dwell: Sequence[float]) -> tuple[list[float], int]:
    """When each visit of ``way`` begins, and the first position that is too late, -1 when none is."""
    begins, clock = [0.0], dwell[0]
    for position in range(1, len(way)):
        clock += float(task.travel[way[position - 1]][way[position]])
        begin = earliest(task.open(way[position]), clock)
        if begin > task.latest or begin == math.inf:
            return begins, position
        begins.append(begin)
        clock = begin + dwell[position]
    return begins, -1 if clock <= task.latest else len(way)


def earliest(windows: Windows, time: float) -> float:
    """The first moment from ``time`` on that lies in a window; ``inf`` when there is none."""
    return min((max(time, opens) for opens, closes in windows if time <= closes), default=math.inf)


def _purchases(task: Task, way: Sequence[int]) -> list[Purchase]:
    """For each item its cheapest sellers on ``way``, as many as wanted, where that beats leaving it out."""
    place: dict[int, int] = {}
    for position, site in enumerate(way):
        place.setdefault(site, position)
    found: list[Purchase] = []
    for item, offers in enumerate(task.offers):
        share = task.worth(item) / task.wanted(item) - task.line(item)
        here = sorted((cost, place[site]) for site, cost in offers if site in place and cost < share)
        found += ((share - cost, item, position) for cost, position in here[: task.wanted(item)])
    return found


def _dwell(task: Task, way: Sequence[int], purchases: Iterable[Purchase]) -> list[float]:
    dwell = [float(task.stop[site]) for site in way]
    dwell[0] = 0.0
    if task.end is not None:
        dwell[-1] = 0.0
    for _, item, position in purchases:
        dwell[position] += task.line(item)
    return dwell


def _found(
    task: Task,
    way: Sequence[int],
    tour: Tour,
    purchases: Sequence[Purchase],
    begins: Sequence[float],
    proven: bool,
) -> Found:
    sellers: list[list[int]] = [[] for _ in task.offers]
    for _, item, position in purchases:
        sellers[item].append(way[position])
    dwell = _dwell(task, way, purchases)
    seconds = begins[-1] + dwell[-1]
    legs = (float(task.travel[a][b]) for a, b in pairwise(way))
    busy = math.fsum(legs) + math.fsum(dwell)
    cost = busy + task.waiting * max(0.0, seconds - busy) + _bought(task, sellers)
    missed = len(set(task.must) - {task.start, task.end, *tour}) + sum(
        task.wanted(item) - len(at) for item, at in enumerate(sellers) if task.worth(item) == math.inf
    )
    return Found(tour, math.inf if missed else cost, proven, tuple(map(tuple, sellers)), seconds, missed)


def _bought(task: Task, sellers: Sequence[Sequence[int]]) -> float:
    """The costs of what is had and the penalties of what is not."""
    total = 0.0
    for item, at in enumerate(sellers):
        price = dict(task.offers[item])
        total += math.fsum(price[site] for site in at)
        if len(at) < task.wanted(item):
            total += task.worth(item) * (task.wanted(item) - len(at)) / task.wanted(item)
    return total
