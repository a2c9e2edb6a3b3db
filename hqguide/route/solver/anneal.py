"""Ruin and recreate under simulated annealing, many trials at once.

A few chains walk through the tours, each from its own; every round tries several ruined and filled-up copies
of each. Array operations cost their overhead once for all trials, which is what makes NumPy quick enough.
"""

import math
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from hqguide.route.solver import longlist
from hqguide.route.solver.batch import Batch, batch_of, padded
from hqguide.route.solver.model import Ints, Model
from hqguide.route.solver.recreate import Wish, recreate
from hqguide.route.solver.reorder import shorten
from hqguide.route.solver.ruin import ruined
from hqguide.route.solver.trim import trim

# Trials of a round and chains that share them, at most; longer ways get fewer chains of them, so that each
# chain still makes its way down in the time there is.
_TRIALS, _CHAINS, _STOPS = 16, 8, 240
# Ways of more stops than this have a single chain, that accepts less.
_ALONE = 60
# Sites times items above which rounds are halved again and again, down to this many trials.
_LARGE, _FEWEST = 300_000, 4
# Share of the walk that annealing accepts at first; that of a way of many stops is spread over them.
_HEAT, _HEAT_STOPS, _HEAT_ALONE = 0.1, 2.5, 0.35
# The price on missing items that the first ways are filled up at, in average costs of an item.
_LOW, _GROWN = 0.3, 2
# How often a random node is put in, the price on missing items starts low, gains are blurred and how much.
_FORCED, _PRICED, _BLURRED, _NOISE = 0.3, 0.9, 0.5, 0.4
# Share of ways under limits that weigh gains by the time they take, and the exponents of the gain.
_WEIGHED, _POWERS = 0.7, (0.5, 1.0, 2.0)
# A trial that costs more than this times its chain is not worth shortening; the second when there is but one.
_NEAR, _NEAR_ALONE = 1.03, 1.015


def anneal(
    model: Model,
    ways: Sequence[Sequence[int]],
    rng: np.random.Generator,
    progress: Callable[[int], float],
    *,
    grow: bool = True,
) -> Iterator[list[int]]:
    """Ways better than all before, from the best of ``ways`` on, and of some new ones if ``grow``.

    Long lists without limits have a search of their own (``longlist``).
    ``progress`` is asked before each round, by number, what share of the search is over; 1 ends it.
    """
    chains = _Chains(model, [*ways, *(_grown(model, ways, rng) if grow else ())])
    if chains.best != list(ways[0]):
        yield chains.best
    if longlist.applies(model):
        yield from longlist.improved(model, chains.best, rng, progress, scouts=grow)
        return
    size = trials(model)
    step = 0
    while (done := progress(step)) < 1:
        step += 1
        parents = (np.arange(size) + step * size) % len(chains.ways)
        batch = _trial(model, chains, parents, rng)
        spread = _HEAT_STOPS if len(chains.ways) > 1 else _HEAT_ALONE
        heat = min(_HEAT, spread / max(1, len(chains.best)))
        if chains.take(batch, parents, heat * (1 - done) ** 2, rng):
            yield chains.best


def _grown(model: Model, ways: Sequence[Sequence[int]], rng: np.random.Generator) -> list[list[int]]:
    """Ways filled up from the bare one, at a low price on missing items, to set out from."""
    bare = [*model.first, *model.last]
    batch = batch_of(model, *padded(model, [bare] * _GROWN, room=8))
    cost = float(batch_of(model, *padded(model, ways)).cost().min())
    nothing = np.zeros(_GROWN)
    price = cost / max(1, len(model.share)) * _LOW if model.choosy else model.dearest
    recreate(batch, Wish(price, nothing + _NOISE / 4, nothing.astype(np.intp), nothing), rng)
    trim(batch)
    if not model.windowed:
        shorten(model, batch.way, batch.count)
    return [row[1 : 1 + count].tolist() for row, count in zip(batch.way, batch.count, strict=True)]


def trials(model: Model) -> int:
    """How many trials a round has: fewer when each needs large arrays."""
    size, weight = _TRIALS, len(model.nodes) * len(model.share)
    while weight > _LARGE and size > _FEWEST:
        size, weight = size // 2, weight // 4
    return size


class _Chains:
    """The ways that annealing stands at, what they cost, and the best way seen."""

    def __init__(self, model: Model, ways: Sequence[Sequence[int]]) -> None:
        self.model = model
        start = batch_of(model, *padded(model, ways))
        costs = start.cost()
        order = np.argsort(costs, kind="stable")
        self.best = list(ways[int(order[0])])
        self.least = float(costs[order[0]])
        stops = max(1, len(self.best))
        number = 1 if stops > _ALONE else min(_CHAINS, _STOPS // stops)
        some = [int(order[chain % len(order)]) for chain in range(number)]
        self.ways = [list(ways[chain]) for chain in some]
        self.costs = np.array([costs[chain] for chain in some])

    def take(self, batch: Batch, parents: Ints, heat: float, rng: np.random.Generator) -> bool:
        """Let every chain move to trials that cost less, or a little more by luck; whether one is best."""
        costs = batch.cost()
        luck = rng.random(len(costs))
        heat = heat * self._scale() + 1e-9
        better = False
        for trial, chain in enumerate(parents):
            rise = float(costs[trial] - self.costs[chain])
            if rise >= 0 and luck[trial] >= math.exp(-rise / heat):
                continue
            self.costs[chain] = costs[trial]
            self.ways[chain] = batch.way[trial, 1 : 1 + batch.count[trial]].tolist()
            if costs[trial] < self.least - 1e-4:
                self.least, self.best, better = float(costs[trial]), self.ways[chain], True
        return better

    def _scale(self) -> float:
        """What costs are weighed by: the walk of the best way; where time is limited, all that it costs."""
        if self.model.limited:
            return self.least % self.model.must
        way, _ = padded(self.model, [self.best])
        return float(self.model.travel[way[0, :-1], way[0, 1:]].sum())


def _trial(model: Model, chains: _Chains, parents: Ints, rng: np.random.Generator) -> Batch:
    """A ruined and filled-up copy of the way of every parent."""
    way, count = padded(model, [chains.ways[chain] for chain in parents])
    batch = ruined(model, way, count, rng)
    recreate(batch, _wish(model, batch, chains.least, rng), rng)
    trim(batch)
    if model.windowed:
        return batch
    margin = _NEAR if len(chains.ways) > 1 else _NEAR_ALONE
    near = np.flatnonzero(batch.cost() < chains.costs[parents] * margin + 1e-9)
    part = batch.way[near]
    shorten(model, part, batch.count[near])
    batch.way[near] = part
    if model.timed:
        nothing = np.zeros(batch.size)
        by_time = Wish(model.dearest, nothing, nothing.astype(np.intp), nothing + 1.0)
        recreate(batch, by_time, rng)
    return batch


def _wish(model: Model, batch: Batch, cost: float, rng: np.random.Generator) -> Wish:
    """How this round fills up; a low price only helps where items have several sellers."""
    size = batch.size
    forced = np.where(rng.random(size) < _FORCED, rng.integers(len(model.nodes), size=size), 0)
    forced[(batch.way == forced[:, None]).any(axis=1)] = 0
    price = model.dearest
    if model.choosy and rng.random() < _PRICED:
        # Under a limit the time for an item counts, not the penalties of those that are left.
        price = min(cost, model.latest) / max(1, len(model.share)) * (0.15 + 1.5 * rng.random())
    noise = np.where(rng.random(size) < _BLURRED, _NOISE, 0.0)
    power = np.where(rng.random(size) < _WEIGHED, rng.choice(_POWERS, size), 0.0)
    return Wish(price, noise, forced, power if model.limited else np.zeros(size))
