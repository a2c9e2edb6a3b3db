"""Ever better tours for an errand: simple rules at once, then a search, then a proof where there is one."""

import math
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from hqguide.route.solver.order import as_listed, fewest_stops, framed, nearest_first
from hqguide.route.solver.settle import settle
from hqguide.route.solver.task import Found, Task, Tour

if TYPE_CHECKING:
    from hqguide.route.solver.model import Model

# Rounds of the search when neither their number nor a deadline is given.
ROUNDS = 60
# Rounds before a proof is tried: a good tour makes the proof short.
_WARM = 12
_EPSILON = 1e-6


def better(
    task: Task,
    *,
    seed: int = 0,
    rounds: int | None = None,
    deadline: float = math.inf,
    start: Sequence[int] | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Found]:
    """Ever better tours, at least one; stop listening at any time.

    The first is there at once. ``rounds`` limits the search; the same seed and rounds give the same tours
    unless ``deadline``, a time of ``clock``, cuts them short. With a deadline alone the search lasts until
    then; with neither it takes :data:`ROUNDS` rounds. No tour costs more than nearest-first, fewest-stops,
    the list from top to bottom, or ``start``, a tour to set out from. When not even the sites that come
    first and last can be kept, the one tour is empty and costs ``inf``.
    """
    timer = _Timer(rounds, deadline, clock)
    best: Found | None = None
    tours: list[Tour] = []
    for tour in _simple(task, start):
        found = settle(task, tour)
        if found is not None:
            tours.append(tour)
            if best is None or found.rank < best.rank:
                best = found
                yield best
    if best is None:
        yield Found((), math.inf, False, ((),) * task.items, 0.0)
        return
    for tour, proven in _search(task, tours, seed, timer):
        found = settle(task, tour, proven=proven)
        if found is None:
            continue
        if found.rank < best.rank or (proven and found.cost <= best.cost + _EPSILON):
            best = found
            yield best


def solve(
    task: Task,
    *,
    seed: int = 0,
    rounds: int | None = None,
    deadline: float = math.inf,
    start: Sequence[int] | None = None,
) -> Found:
    """The last of :func:`better`."""
    return deque(better(task, seed=seed, rounds=rounds, deadline=deadline, start=start), maxlen=1)[0]


def _simple(task: Task, start: Sequence[int] | None) -> Iterator[Tour]:
    """Tours to set out from: the one given, those of simple rules, and the bare way."""
    if start is not None:
        yield framed(task, (site for site in start if 0 <= site < task.sites))
    yield nearest_first(task)
    yield fewest_stops(task)
    yield as_listed(task)
    yield framed(task, ())


class _Timer:
    """How far a search is: by rounds when they are given, else by the time until the deadline."""

    def __init__(self, rounds: int | None, deadline: float, clock: Callable[[], float]) -> None:
        self.rounds = ROUNDS if rounds is None and deadline == math.inf else rounds
        self.deadline, self.clock, self.begun = deadline, clock, clock()

    def over(self) -> bool:
        """Whether the deadline has passed."""
        return self.clock() >= self.deadline

    def share(self, step: int) -> float:
        """What share of the search is over before a round; 1 ends it."""
        if self.rounds is None:
            return (self.clock() - self.begun) / max(1e-9, self.deadline - self.begun)
        return 1.0 if step >= self.rounds or self.over() else step / self.rounds

    def warm(self, step: int) -> float:
        """The same for the rounds before a proof is tried."""
        most = _WARM if self.rounds is None else min(self.rounds, _WARM)
        return 1.0 if step >= most or self.over() else step / most


def _search(task: Task, tours: Sequence[Tour], seed: int, timer: _Timer) -> Iterator[tuple[Tour, bool]]:
    """Ever better tours from the best of ``tours`` on, each with whether it is proven best."""
    import numpy as np

    from hqguide.route.solver import relax
    from hqguide.route.solver.anneal import anneal
    from hqguide.route.solver.beam import applies
    from hqguide.route.solver.model import model_of
    from hqguide.route.solver.punctual import punctual
    from hqguide.route.solver.subsets import MOST_ITEMS

    if timer.over():
        return
    model = model_of(task)
    if not len(model.share):
        yield framed(task, ()), True
        return
    ways = [model.ways(task, tour) for tour in tours]
    rng = np.random.default_rng(seed)
    if len(model.share) <= MOST_ITEMS:
        for way in anneal(model, ways, rng, timer.warm):
            ways = [way]
            yield model.sites(way), False
        proven = _proof(task, model, ways, timer)
        if proven is not None:
            yield proven, True
            return
    if applies(model):
        whole = False
        for way, best in punctual(model, ways, rng, timer.share):
            whole = True
            yield model.sites(way), best
        if whole:
            return
    search = relax.priced if relax.applies(model) else anneal
    for way in search(model, ways, rng, timer.share):
        yield model.sites(way), False


def _proof(task: Task, model: "Model", ways: Sequence[Sequence[int]], timer: _Timer) -> Tour | None:
    """A tour proven best, within the effort there is."""
    from hqguide.route.solver.labels import least_cost_tour
    from hqguide.route.solver.subsets import prove

    costs = [found.cost for way in ways if (found := settle(task, model.sites(way))) is not None]
    bound = min(costs, default=math.inf)
    if model.limited or model.quotes.max() > 1:
        return least_cost_tour(task, bound, timer.over)
    way = prove(model, bound, timer.over)
    return None if way is None else model.sites(way)
