"""Decide what to buy where and in which order: everything, or as much as the time allows."""

import math
from collections import deque
from collections.abc import Iterator

import msgspec

from hqguide.route.budget import most_lines, within
from hqguide.route.greedy import nearest_first
from hqguide.route.problem import Problem, Tour, by_floor
from hqguide.route.purchase import Solution, better_tours
from hqguide.route.reduce import reduce

# A first walk this much longer than the budget is not searched for one that fits.
_HOPELESS = 1.5


class Purchase(msgspec.Struct, frozen=True):
    """What is bought at one site: its number, and numbers of the wanted items."""

    site: int
    wanted: tuple[int, ...]


class Selection(msgspec.Struct, frozen=True):
    """The purchases in walking order, whether they are proven best, and the doubt they carry.

    ``nearest_first`` is the time of the nearest-first walk with its greater doubt counted in.
    """

    purchases: tuple[Purchase, ...]
    doubt: float
    proven: bool = False
    nearest_first: float | None = None


def selections(
    problem: Problem,
    budget: float | None = None,
    *,
    seed: int = 0,
    rounds: int | None = None,
    deadline: float = math.inf,
) -> Iterator[Selection]:
    """Ever better purchases, at least one.

    With a ``budget`` in seconds there is one: everything if that fits, else the most lines that do.
    """
    tours = better_tours(problem, seed=seed, rounds=rounds, deadline=deadline)
    if budget is None:
        yield from (_everything(problem, found) for found in tours)
        return
    whole = next(tours)
    if _time(problem, whole.tour) <= _HOPELESS * budget:
        whole = next(iter(deque(tours, maxlen=1)), whole)
    fits = _time(problem, whole.tour) <= budget
    yield _everything(problem, whole) if fits else _most(problem, budget, seed, deadline)


def _time(problem: Problem, tour: Tour) -> float:
    return problem.walk(by_floor(problem, tour)) + problem.line_seconds * problem.items


def _everything(problem: Problem, found: Solution) -> Selection:
    tour = by_floor(problem, found.tour)
    choice = problem.choice(tour)
    doubt = sum(doubt for doubt, _ in choice)
    items = {site: tuple(item for item, (_, at) in enumerate(choice) if at == site) for site in tour}
    rival = problem.cost(nearest_first(problem)) + problem.line_seconds * problem.items - doubt
    return Selection(
        purchases=tuple(Purchase(site - 1, items[site]) for site in tour if items[site]),
        doubt=doubt,
        proven=found.proven,
        nearest_first=max(_time(problem, tour), rival),
    )


def _most(problem: Problem, budget: float, seed: int, deadline: float) -> Selection:
    smaller = reduce(problem)
    found = most_lines(smaller.problem, budget, seed=seed, deadline=deadline)
    tour = by_floor(problem, smaller.restore(found))
    bought = within(problem, tour, budget)
    offered = {site: dict(problem.offers[site]) for site, _ in bought}
    doubt = sum(offered[site][item] for site, items in bought for item in items)
    return Selection(tuple(Purchase(site - 1, items) for site, items in bought), doubt)
