"""Ruin and recreate for long lists: one way at a time, of which a part is taken out and filled up again.

Where a way has many stops, a trial differs from the way it comes from by few edges and few items. To look at
only these costs less than to fill many ways together. A few short searches from the same way come
first, since which halls are gone to is settled early; the longest part goes on from the best of them.
"""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from hqguide.route.solver.model import Floats, Model
from hqguide.route.solver.refill import Detours, Filling, Offers, trimmed
from hqguide.route.solver.reorder import shorten

# Sites times items from which on this is quicker than many ways at once; trials of a round.
_LARGE, _TRIALS = 100_000, 16
# Short searches, the share of the time that each takes, and what is accepted at first in them, after them,
# and where there are none, as a share of the walk.
_SCOUTS, _SHARE, _HEAT, _HEAT_AFTER, _HEAT_ALONE = 3, 0.2, 0.015, 0.003, 0.012
# How often a part of the district is courted, a run of stops, or scattered ones are taken out; the rest of
# the time it is those around a node. How many are, at most.
_COURT, _RUN, _SCATTER = 0.2, 0.4, 0.2
_MOST, _MOST_COURTED = 20, 30
# Nodes of a part that is courted, and how much of the average time for a stop is let off there.
_PART, _OFF = (15, 150), (0.5, 3.0)
# How often a node is put in at random, the price on missing items starts low, gains are blurred and how much.
_FORCED, _PRICED, _BLURRED, _NOISE = 0.3, 0.9, 0.5, 0.4
# A trial that costs more than what is accepted by more than this share of the walk is not worth shortening.
_NEAR = 0.01
_LEAST = 1e-4


def applies(model: Model) -> bool:
    """Whether there are many sites and items, and nothing but costs to be minded."""
    plain = not model.limited and bool((model.quotes == 1).all())
    return plain and len(model.nodes) * len(model.share) > _LARGE


def improved(
    model: Model,
    way: Sequence[int],
    rng: np.random.Generator,
    progress: Callable[[int], float],
    *,
    scouts: bool = True,
) -> Iterator[list[int]]:
    """Ways better than all before, from ``way`` on, until ``progress`` by round is 1.

    Without ``scouts`` there is the longest part only.
    """
    best = _Chain(model, way, rng)
    least, step = math.inf, 0
    for begin, end, heat in _parts(scouts=scouts):
        chain = _Chain(model, way, rng) if end < 1 else best
        while (done := progress(step)) < end:
            step += 1
            cooled = heat * max(0.0, 1 - (done - begin) / (end - begin)) ** 2
            for _ in range(_TRIALS):
                chain.trial(cooled)
            if chain.least < least - _LEAST:
                least = chain.least
                yield chain.best[1:-1]
        if chain.least < best.least:
            best = chain
        best.home()


def _parts(*, scouts: bool) -> Iterator[tuple[float, float, float]]:
    """Where each part of the search begins and ends, and its heat."""
    if scouts:
        yield from ((number * _SHARE, (number + 1) * _SHARE, _HEAT) for number in range(_SCOUTS))
        yield _SCOUTS * _SHARE, 1.0, _HEAT_AFTER
    else:
        yield 0.0, 1.0, _HEAT_ALONE


class _Chain:
    """The way that a search stands at, what it costs, and the best way seen; all from start to end."""

    def __init__(self, model: Model, way: Sequence[int], rng: np.random.Generator) -> None:
        self.model, self.rng = model, rng
        self.draw = random.Random(int(rng.integers(2**32)))  # noqa: S311 - a search, not a secret
        self.offers = Offers(model)
        self.way = [0, *way, model.end]
        self.cost = self.least = trimmed(model, self.way)
        self.best = self.way
        self.walk = _length(model, self.way)
        self.detours = Detours(model, self.way)

    def home(self) -> None:
        """Go back to the best way."""
        self._stand(self.best, self.least)

    def trial(self, heat: float) -> None:
        """Take out some stops and fill the way up again; go on from there when it is better, or by luck."""
        let_off = None
        if self.draw.random() < _COURT:
            out, let_off = self._courted()
        else:
            out = self._out()
        way = self._filled(out, let_off)
        if way == self.way:
            return
        cost = trimmed(self.model, way)
        most = self.cost - heat * self.walk * math.log(1 - self.draw.random())
        if cost < most + _NEAR * self.walk:
            before = _length(self.model, way)
            way = _shortened(self.model, way)
            cost += _length(self.model, way) - before
        if cost <= most:
            self._stand(way, cost)

    def _stand(self, way: list[int], cost: float) -> None:
        self.way, self.cost = way, cost
        self.detours.follow(way)
        if cost < self.least - _LEAST:
            self.best, self.least = way, cost

    def _filled(self, out: Sequence[int], let_off: Floats | None) -> list[int]:
        """The way without the stops at places ``out``, filled up with ``let_off`` taken off stop times."""
        model, draw, way = self.model, self.draw, self.way
        gone = {way[place] for place in out}
        kept = [node for node in way if node not in gone]
        head = dict(pairwise(kept))
        tails = [tail for place in out if (tail := way[place - 1]) not in gone]
        noise = _NOISE if draw.random() < _BLURRED else 0.0
        filling = Filling(model, self.offers, kept, noise, self.rng)
        filling.lay(self.detours, [*gone, *tails], [(tail, head[tail]) for tail in tails])
        if let_off is not None:
            filling.toll -= let_off[filling.nodes]
        if len(filling.nodes) and draw.random() < _FORCED:
            number = draw.randrange(len(filling.nodes))
            filling.put(number, filling.place(number)[0])
        price = model.dearest
        if model.choosy and draw.random() < _PRICED:
            price = self.least / len(model.share) * (0.15 + 1.5 * draw.random())
        filling.fill(price)
        return filling.way

    def _free(self) -> tuple[int, int]:
        """The places of the way from which on, and up to which, stops may go."""
        return 1 + len(self.model.first), len(self.way) - 1 - len(self.model.last)

    def _out(self) -> list[int]:
        """The places of a run of stops, of scattered ones, or of those around a random node, in order."""
        draw, (first, last) = self.draw, self._free()
        free = last - first
        if free <= 0:
            return []
        number = 1 + draw.randrange(min(free, _MOST))
        kind = draw.random() * (1 - _COURT)
        if kind < _RUN:
            begin = draw.randrange(free)
            return sorted(first + (begin + place) % free for place in range(number))
        if kind < _RUN + _SCATTER:
            return sorted(draw.sample(range(first, last), number))
        away = self.model.travel[draw.randrange(len(self.model.nodes))].take(self.way[first:last])
        return sorted((first + np.argsort(away, kind="stable")[:number]).tolist())

    def _courted(self) -> tuple[list[int], Floats]:
        """Places of stops that a part of the district can stand in for, and what is let off there by node.

        With several stops gone at once and new ones cheap in one part, another hall can take over.
        """
        model, draw = self.model, self.draw
        size = len(model.nodes)
        low, high = (math.log(nodes) for nodes in _PART)
        part = np.argsort(model.travel[draw.randrange(size)])[: int(math.exp(draw.uniform(low, high)))]
        let_off = np.zeros(size, dtype=model.stop.dtype)
        let_off[part] = np.minimum(model.stop[part], self.least / len(self.way) * draw.uniform(*_OFF))
        price = model.price[self.way]
        mine = price <= np.minimum(price.min(axis=0), model.share)
        mine &= mine.sum(axis=0) == 1
        there = np.isfinite(model.price[part]).any(axis=0)
        first, last = self._free()
        lost = (mine & ~there).any(axis=1) | ~mine.any(axis=1)
        out = first + np.flatnonzero(~lost[first:last])
        if len(out) > _MOST_COURTED:
            out = np.sort(self.rng.choice(out, _MOST_COURTED, replace=False))
        return out.tolist(), let_off


def _length(model: Model, way: Sequence[int]) -> float:
    """The walk along ``way``."""
    return float(model.travel[way[:-1], way[1:]].sum(dtype=np.float64))


def _shortened(model: Model, way: Sequence[int]) -> list[int]:
    """The stops of ``way`` in a shorter order, if there is one."""
    nodes = np.array([way])
    shorten(model, nodes, np.array([len(way) - 2]))
    return [int(node) for node in nodes[0]]
