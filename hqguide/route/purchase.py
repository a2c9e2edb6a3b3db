"""The travelling purchaser: choose places and their order so that walk, stops and doubt cost least.

Small lists are solved to a proven optimum (:mod:`hqguide.route.exact`). Larger ones are searched:
part of the tour is ruined, filled again at a random rising price (:mod:`hqguide.route.fill`),
polished, and kept by simulated annealing. The same problem, seed and rounds give the same tour.
"""

import math
import random
import time
from collections.abc import Iterator, Sequence

import msgspec

from hqguide.route.exact import MOST_ITEMS, exact
from hqguide.route.fill import fill
from hqguide.route.greedy import fewest_stops, nearest_first
from hqguide.route.polish import drop_idle, shorten
from hqguide.route.problem import Problem, Tour
from hqguide.route.reduce import reduce

EFFORT = 8_000_000
# Rounds before a proof is tried: a tight bound makes the proof short.
_WARM = 120
# Share of the cost that annealing accepts at first; with less it stays in the first good region it finds.
_HEAT = 0.15
# How often a random site is put in, and how often the price on missing items starts low.
_FORCED = 0.4
_PRICED = 0.9


class Solution(msgspec.Struct, frozen=True):
    """A complete tour, its cost in seconds, and whether it is proven that none costs less."""

    tour: Tour
    cost: float
    proven: bool


def solve(
    problem: Problem,
    *,
    seed: int = 0,
    rounds: int | None = None,
    deadline: float = math.inf,
    effort: int = EFFORT,
) -> Solution:
    """The last of :func:`better_tours`."""
    return list(better_tours(problem, seed=seed, rounds=rounds, deadline=deadline, effort=effort))[-1]


def better_tours(
    problem: Problem,
    *,
    seed: int = 0,
    rounds: int | None = None,
    deadline: float = math.inf,
    effort: int = EFFORT,
) -> Iterator[Solution]:
    """Ever better tours, at least one; stop listening at any time.

    ``rounds`` limits the search (default by size), ``deadline`` is a time of ``time.monotonic`` at
    which it ends as well, ``effort`` limits the proof. No tour yielded costs more than nearest-first
    or fewest-stops.
    """
    reduced = reduce(problem)
    small = reduced.problem
    starts = (
        reduced.translate(nearest_first(problem)),
        reduced.translate(fewest_stops(problem)),
        fill(small, (), 1.0, random.Random(0)),  # noqa: S311 - a fixed first tour
    )
    best = min((_improved(small, tour) for tour in starts), key=lambda tour: (small.cost(tour), tour))
    cost = small.cost(best)
    yield Solution(reduced.restore(best), cost, proven=not small.items)
    if not small.items:
        return
    wanted = default_rounds(small) if rounds is None else rounds
    warm = min(wanted, _WARM) if small.items <= MOST_ITEMS else wanted
    for tour in _search(small, best, random.Random(seed), warm, deadline):  # noqa: S311 - not a secret
        best, cost = tour, small.cost(tour)
        yield Solution(reduced.restore(best), cost, proven=False)
    proven = exact(small, best, effort, deadline)
    if proven is not None:
        yield Solution(reduced.restore(proven), small.cost(proven), proven=True)
        return
    if warm < wanted:
        for tour in _search(small, best, random.Random(seed + 1), wanted - warm, deadline):  # noqa: S311
            yield Solution(reduced.restore(tour), small.cost(tour), proven=False)


def default_rounds(problem: Problem) -> int:
    """Rounds that take about half a second in plain Python, fewer for more offers and items."""
    offers = sum(len(sellers) for sellers in problem.sellers)
    return max(5, min(1000, 1_000_000 // (offers + 20 * problem.items + 1)))


def _improved(problem: Problem, tour: Sequence[int]) -> Tour:
    return drop_idle(problem, shorten(problem, drop_idle(problem, tour)))


def _search(problem: Problem, tour: Tour, rng: random.Random, rounds: int, deadline: float) -> Iterator[Tour]:
    """Ruin and recreate for ``rounds``; yields each tour better than all before."""
    current = best = tour
    current_cost = best_cost = problem.cost(tour)
    for step in range(rounds):
        if time.monotonic() >= deadline:
            return
        heat = _HEAT * best_cost * (1 - step / rounds) ** 2 + 1e-9
        kept = _force(problem, _ruin(problem, current, rng), rng)
        price = best_cost / problem.items * (0.15 + 1.5 * rng.random())
        tour = fill(problem, kept, price if rng.random() < _PRICED else best_cost, rng)
        tour = shorten(problem, drop_idle(problem, tour))
        cost = problem.cost(tour)
        if cost < current_cost or rng.random() < math.exp((current_cost - cost) / heat):
            current, current_cost = tour, cost
        if cost < best_cost - 1e-9:
            best, best_cost = tour, cost
            yield best


def _ruin(problem: Problem, tour: Sequence[int], rng: random.Random) -> list[int]:
    """``tour`` without some stops: a run of them, scattered ones, or those around a random site."""
    length = len(tour)
    count = 1 + rng.randrange(min(length, 3 + length // 3))
    kind = rng.random()
    if kind < 0.5:
        first = rng.randrange(length)
        gone = {(first + step) % length for step in range(count)}
    elif kind < 0.8:
        gone = {rng.randrange(length) for _ in range(count)}
    else:
        row = problem.travel[rng.randrange(len(problem.travel))]
        gone = set(sorted(range(length), key=lambda index: row[tour[index]])[:count])
    return [site for index, site in enumerate(tour) if index not in gone]


def _force(problem: Problem, tour: list[int], rng: random.Random) -> list[int]:
    """Now and then a random site is put where it costs least, so that new places are tried."""
    site = rng.randrange(1, problem.end) if problem.end > 1 else 0
    if rng.random() >= _FORCED or not site or site in tour:
        return tour
    travel = problem.travel
    way = [0, *tour, problem.end]
    place = min(
        range(len(way) - 1),
        key=lambda index: (
            travel[way[index]][site] + travel[site][way[index + 1]] - travel[way[index]][way[index + 1]]
        ),
    )
    return [*tour[:place], site, *tour[place:]]
