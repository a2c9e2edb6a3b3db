"""Buy as many lines of the list as a time budget allows (an orienteering problem).

Ruin and recreate again, with insertion by lines gained for the time they take. Doubt breaks ties
only: a budget is kept by the clock. The search is heuristic and claims no proof.
"""

import math
import random
from collections.abc import Sequence
from itertools import pairwise
from time import monotonic

from hqguide.route.greedy import fewest_stops, nearest_first
from hqguide.route.polish import shorten
from hqguide.route.problem import START, Problem, Tour

ROUNDS = 150
_NOISE = 0.5


def most_lines(
    problem: Problem,
    budget: float,
    *,
    seed: int = 0,
    rounds: int = ROUNDS,
    deadline: float = math.inf,
) -> Tour:
    """The tour found that buys the most lines within ``budget`` seconds; empty when nothing fits.

    Never fewer lines than nearest-first or fewest-stops cut off when time is up. ``deadline`` is a time
    of ``time.monotonic`` at which the search ends early.
    """
    rng = random.Random(seed)  # noqa: S311 - not a secret
    starts = [(), _cut(problem, nearest_first(problem), budget), _cut(problem, fewest_stops(problem), budget)]
    score, best = max(
        (_score(problem, tour, budget), tour)
        for tour in (_grown(problem, start, budget, rng, 0.0) for start in starts)
    )
    current, current_score = best, score
    for _ in range(_fair(problem, rounds)):
        if monotonic() >= deadline:
            break
        kept = _ruin(current, rng)
        tour = _grown(problem, kept, budget, rng, _NOISE if rng.random() < 0.7 else 0.0)
        found = _score(problem, tour, budget)
        if found >= current_score or rng.random() < 0.03:
            current, current_score = tour, found
        if found > score:
            best, score = tour, found
    return best


def lines_bought(problem: Problem, tour: Sequence[int], budget: float) -> int:
    """How many lines the time left over by ``tour`` is enough for, of those it passes."""
    left = budget - problem.walk(tour)
    if left < 0:
        return 0
    passed = sum(problem.lines[item] for item in _sold(problem, tour))
    return passed if problem.line_seconds <= 0 else min(passed, int(left // problem.line_seconds))


def within(problem: Problem, tour: Sequence[int], budget: float) -> list[tuple[int, tuple[int, ...]]]:
    """For each stop worth keeping of ``tour`` the items to buy there so that ``budget`` is kept.

    When time is short the surest items are taken. Only for problems with one line an item.
    """
    stops = list(tour)
    while True:
        count = lines_bought(problem, stops, budget)
        sure = sorted(
            (doubt, item, site) for item, (doubt, site) in enumerate(problem.choice(stops)) if site >= 0
        )
        taken = sure[:count]
        used = {site for _, _, site in taken}
        if len(used) == len(stops):
            return [(site, tuple(sorted(item for _, item, at in taken if at == site))) for site in stops]
        stops = [site for site in stops if site in used]


def _fair(problem: Problem, rounds: int) -> int:
    """Fewer rounds for many sites, so that a plan takes about a second."""
    return max(3, min(rounds, 60_000 // (len(problem.travel) + 1)))


def _score(problem: Problem, tour: Sequence[int], budget: float) -> tuple[int, float]:
    doubt = sum(doubt for doubt, site in problem.choice(tour) if site >= 0)
    return lines_bought(problem, tour, budget), -problem.walk(tour) - doubt


def _sold(problem: Problem, tour: Sequence[int]) -> set[int]:
    return {item for site in tour for item, _ in problem.offers[site]}


def _cut(problem: Problem, tour: Sequence[int], budget: float) -> Tour:
    """The longest beginning of ``tour`` after which a line can still be bought in time."""
    for length in range(len(tour), 0, -1):
        if lines_bought(problem, tour[:length], budget) and problem.walk(tour[:length]) <= budget:
            return tuple(tour[:length])
    return ()


def _ruin(tour: Sequence[int], rng: random.Random) -> list[int]:
    if not tour:
        return []
    count = 1 + rng.randrange(min(len(tour), 2 + len(tour) // 2))
    first = rng.randrange(len(tour))
    gone = {(first + step) % len(tour) for step in range(count)}
    if rng.random() < 0.4:
        gone = {rng.randrange(len(tour)) for _ in range(count)}
    return [site for index, site in enumerate(tour) if index not in gone]


def _grown(problem: Problem, tour: Sequence[int], budget: float, rng: random.Random, noise: float) -> Tour:
    """``tour`` with sites added while they gain lines, shortened, and added to again."""
    grown = _grow(problem, list(tour), budget, rng, noise)
    return _grow(problem, list(shorten(problem, grown)), budget, rng, noise)


def _grow(problem: Problem, tour: list[int], budget: float, rng: random.Random, noise: float) -> Tour:
    sold = _sold(problem, tour)
    gains = {
        site: sum(problem.lines[item] for item, _ in offers if item not in sold)
        for site, offers in enumerate(problem.offers)
    }
    line = problem.line_seconds
    while True:
        left = budget - problem.walk(tour) - line * sum(problem.lines[item] for item in sold)
        best, chosen, place = 0.0, -1, 0
        for site, lines in gains.items():
            # Nothing is worth more than it would be with no detour.
            if not lines or lines / (problem.stop[site] + line * lines + 1.0) <= best:
                continue
            index, detour = _place(problem, tour, site)
            time = detour + problem.stop[site]
            worth = lines / (time + line * lines + 1.0) * (1 - noise * rng.random() if noise else 1.0)
            if worth > best and time + line <= left:
                best, chosen, place = worth, site, index
        if chosen < 0:
            return tuple(tour)
        tour.insert(place, chosen)
        for item in {item for item, _ in problem.offers[chosen]} - sold:
            sold.add(item)
            for _, site in problem.sellers[item]:
                gains[site] -= problem.lines[item]


def _place(problem: Problem, tour: Sequence[int], site: int) -> tuple[int, float]:
    """Where in ``tour`` the site costs the least detour, and the detour."""
    travel = problem.travel
    way = [START, *tour, problem.end]
    detours = [travel[a][site] + travel[site][b] - travel[a][b] for a, b in pairwise(way)]
    index = min(range(len(detours)), key=detours.__getitem__)
    return index, detours[index]
