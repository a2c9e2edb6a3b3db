"""Visits that all have to be made at their hours: take some out and put each back where it fits best.

One trial touches few visits, too little for arrays, so this is plain Python: begins and latest begins of the
visits are kept (Savelsbergh 1992), which tells at once whether a visit fits between two others.
"""

import math
import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from hqguide.route.solver.model import Model
from hqguide.route.solver.windows import stays

# Visits taken out at most, neighbours that are taken out together.
_MOST, _NEIGHBOURS = 15, 24
# What a trial may cost more at first and at last, in mean legs; how often a place that fits is passed over.
_HOT, _COLD, _BLINK = 0.15, 0.01, 0.02


class Chain:
    """The way that the search stands at, what it costs, and the best way seen; all from start to end."""

    def __init__(self, model: Model, way: Sequence[int], rng: random.Random) -> None:
        self.rng, self.waiting = rng, model.waiting
        self.travel: list[list[float]] = model.travel.tolist()
        self.opens, self.closes = model.opens.tolist(), model.closes.tolist()
        self.opens[0] = 0.0
        self.stay = stays(model).tolist()
        self.way = self.best = [0, *way, model.end]
        self.begins = self.begin_times(self.way)
        self.cost = self.least = self._cost(self.way, self.begins)
        self.leg = self.cost / len(self.way)
        near = np.argsort(np.minimum(model.travel, model.travel.T), axis=1, kind="stable")
        self.near: list[list[int]] = near[:, 1 : 1 + _NEIGHBOURS].tolist()

    def shuffle(self, done: float, trials: int) -> None:
        """Take visits out and put them back so many times, a share ``done`` of the search over."""
        heat = self.leg * _HOT * (_COLD / _HOT) ** done
        for _ in range(trials):
            self._trial(heat)

    def _trial(self, heat: float) -> None:
        """Take some visits out and put them back; go on from there when it is better, or by luck."""
        out = self._out()
        gone = set(out)
        self._sort(out)
        way = Times(self, [node for node in self.way if node not in gone])
        for node in out:
            if not way.insert(node):
                return
        cost = self._cost(way.nodes, way.begins)
        if self._accepts(cost, heat):
            self.way, self.begins = way.nodes, way.begins
            self._keep(cost)

    def offer(self, start: int, order: Sequence[int], heat: float) -> None:
        """Put visits from ``start`` on in another order if that keeps all hours and is better, or by luck."""
        end = start + len(order)
        begins = self._begins_from(start, order)
        if begins is None:
            return
        old, new = self.way[start - 1 : end + 1], [self.way[start - 1], *order, self.way[end]]
        change = self._walk(new) - self._walk(old)
        last = begins[-1] if start + len(begins) == len(self.way) else self.begins[-1]
        change += self.waiting * (last - self.begins[-1] - change)
        if self._accepts(self.cost + change, heat):
            self.way = [*self.way[:start], *order, *self.way[end:]]
            self.begins = [*self.begins[:start], *begins, *self.begins[start + len(begins) :]]
            self._keep(self.cost + change)

    def _begins_from(self, start: int, order: Sequence[int]) -> list[float] | None:
        """Begins from ``start`` on, as far as these visits change them; ``None`` when one is too late."""
        end, here, begin = start + len(order), self.way[start - 1], self.begins[start - 1]
        begins: list[float] = []
        for at, there in enumerate((*order, *self.way[end:]), start=start):
            begin = max(self.opens[there], begin + self.stay[here] + self.travel[here][there])
            if begin > self.closes[there]:
                return None
            if at >= end and begin == self.begins[at]:
                break
            begins.append(begin)
            here = there
        return begins

    def _accepts(self, cost: float, heat: float) -> bool:
        return cost < self.cost - heat * math.log(1 - self.rng.random())

    def _keep(self, cost: float) -> None:
        self.cost = cost
        if cost < self.least - 1e-6:
            self.best, self.least = self.way, cost

    def _out(self) -> list[int]:
        """A run of visits, or those near to a random one."""
        free = len(self.way) - 2
        number = 1 + int(self.rng.random() * min(_MOST, free))
        place = 1 + int(self.rng.random() * free)
        if self.rng.random() < 0.5:
            place = min(place, free + 1 - number)
            return self.way[place : place + number]
        node, last = self.way[place], len(self.travel) - 1
        near = [other for other in self.near[node] if 0 < other < last and other != node]
        return [node, *self.rng.sample(near, min(number - 1, len(near)))]

    def _sort(self, out: list[int]) -> None:
        """Put back in a random order, or what closes first, or what is open for the shortest time first."""
        self.rng.shuffle(out)
        kind = self.rng.random()
        if kind < 0.3:
            out.sort(key=self.closes.__getitem__)
        elif kind < 0.6:
            out.sort(key=lambda node: self.closes[node] - self.opens[node])

    def begin_times(self, way: Sequence[int]) -> list[float]:
        """When each visit of a way begins."""
        begins = [0.0]
        for here, there in pairwise(way):
            begins.append(max(self.opens[there], begins[-1] + self.stay[here] + self.travel[here][there]))
        return begins

    def _walk(self, way: Sequence[int]) -> float:
        return math.fsum(self.travel[here][there] for here, there in pairwise(way))

    def _cost(self, way: Sequence[int], begins: Sequence[float]) -> float:
        walk = self._walk(way)
        if not self.waiting:
            return walk
        busy = walk + sum(self.stay[node] for node in way)
        waited: float = begins[-1] + self.stay[way[-1]] - busy
        return walk + self.waiting * waited


class Times:
    """A way that visits are put into, with when each begins and the latest it may."""

    def __init__(self, chain: Chain, nodes: list[int]) -> None:
        self.chain, self.nodes = chain, nodes
        self.begins = chain.begin_times(nodes)
        self.latest = [chain.closes[node] for node in nodes]
        self._back(len(nodes) - 2, -1)

    def waits(self) -> Iterator[float]:
        """How long one waits at each visit but the start."""
        chain = self.chain
        for at, (here, there) in enumerate(pairwise(self.nodes)):
            yield self.begins[at + 1] - self.begins[at] - chain.stay[here] - chain.travel[here][there]

    def insert(self, node: int) -> bool:
        """Put ``node`` in where the detour is least; whether it fits anywhere."""
        chain = self.chain
        travel, stay, there = chain.travel, chain.stay[node], chain.travel[node]
        opens, closes, rng = chain.opens[node], chain.closes[node], chain.rng.random
        least, place = math.inf, -1
        first = max(0, bisect_left(self.latest, opens + stay) - 1)
        for at in range(first, min(bisect_right(self.begins, closes), len(self.nodes) - 1)):
            here, then = self.nodes[at], self.nodes[at + 1]
            away = travel[here][node]
            detour = away + there[then] - travel[here][then]
            if detour >= least:
                continue
            begin = max(opens, self.begins[at] + chain.stay[here] + away)
            if begin > closes or begin + stay + there[then] > self.latest[at + 1] or rng() < _BLINK:
                continue
            least, place = detour, at + 1
        if place < 0:
            return False
        self.nodes.insert(place, node)
        self.begins.insert(place, 0.0)
        self.latest.insert(place, closes)
        self._forward(place)
        self._back(place, place - 1)
        return True

    def _forward(self, place: int) -> None:
        chain = self.chain
        for at in range(place, len(self.nodes)):
            here, there = self.nodes[at - 1], self.nodes[at]
            begin = max(
                chain.opens[there], self.begins[at - 1] + chain.stay[here] + chain.travel[here][there]
            )
            if at > place and begin == self.begins[at]:
                return
            self.begins[at] = begin

    def _back(self, place: int, least: int) -> None:
        """Find the latest begins anew from ``place`` down, at least to ``least``, until nothing changes."""
        chain = self.chain
        for at in range(place, -1, -1):
            here, there = self.nodes[at], self.nodes[at + 1]
            latest = self.latest[at + 1] - chain.travel[here][there] - chain.stay[here]
            latest = min(chain.closes[here], latest)
            if at < least and latest == self.latest[at]:
                return
            self.latest[at] = latest
