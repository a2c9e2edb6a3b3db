"""Visits that all have to be made at their hours: the best walks of each length are carried on.

The dynamic program of Held and Karp over sets of visits, of which each layer keeps only so many states
(Malandraki and Dial, 1996). Narrow windows leave few orders, so that often nothing is cut off at all: then
the walk is the best there is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from hqguide.route.solver.batch import Flags
from hqguide.route.solver.model import Floats, Ints, Model

_WIDTHS = (16, 64, 256, 1024, 4096)


def applies(model: Model) -> bool:
    """Whether the errand is to make all visits of a set, at hours, and nothing else."""
    nodes = len(model.nodes) - 2
    single = len(model.prices) == len(model.share) == nodes and not (model.first or model.last)
    return model.windowed and single and nodes > 0 and bool((model.share >= model.must).all())


def stays(model: Model) -> Floats:
    """How long a visit to each node takes with the one line that is had there."""
    return np.asarray(model.stop + np.isfinite(model.price) @ model.line)


def walks(model: Model, stop: Callable[[], bool]) -> Iterator[tuple[list[int], bool]]:
    """Ways that make all visits, from ever wider searches, and whether nothing was cut off.

    States are ranked by cost; by time only where that finds no way at all.
    """
    for width in _WIDTHS:
        for by_time in (False, True):
            if stop():
                return
            beam = _Beam(model, width, by_time)
            way = beam.run(stop)
            if way is not None:
                yield way, not beam.cut and model.waiting == 0
            if not beam.cut:
                return
            if way is not None:
                break


@dataclass
class _Layer:
    """Walks of one length: visits made, the last, when it is left, the cost above the least, the origin."""

    made: Flags
    last: Ints
    leave: Floats
    cost: Floats
    name: Ints
    origin: Ints


class _Beam:
    """One search of a given width; states are ranked by what they cost or by how late they are."""

    def __init__(self, model: Model, width: int, by_time: bool) -> None:
        self.model, self.width, self.by_time, self.cut = model, width, by_time, False
        self.nodes, self.stays = np.arange(1, model.end), stays(model)
        self.opens, self.closes = model.opens[1 : model.end], model.closes[1 : model.end]
        self.between = model.travel[1 : model.end, 1 : model.end]
        # A visit that is left costs its shortest way in at least: ranks count only what is above that.
        can = self.opens[:, None] + self.stays[self.nodes, None] + self.between <= self.closes
        can[np.diag_indices(len(self.nodes))] = False
        ways = np.where(can, self.between, np.inf).min(axis=0)
        self.least = np.minimum(ways, model.travel[0, 1 : model.end])
        # Sets of visits are told apart by the sum of a random number for each.
        self.names = np.random.default_rng(7).integers(2**62, size=len(self.nodes), dtype=np.int64)

    def run(self, stop: Callable[[], bool]) -> list[int] | None:
        """The best way found; ``None`` when there is none or ``stop`` says so."""
        count, zero = len(self.nodes), np.zeros(1)
        start = np.zeros(1, dtype=np.intp)
        layer = _Layer(np.zeros((1, count), dtype=bool), start - 1, zero, zero, start, start)
        layers = []
        for _ in range(count):
            layer = self._next(layer)
            if not len(layer.last) or stop():
                return None
            layers.append(layer)
        home = self.model.travel[1 : self.model.end, self.model.end][layer.last]
        total = np.where(layer.leave + home <= self.model.closes[self.model.end], layer.cost + home, np.inf)
        at = int(total.argmin())
        if total[at] == np.inf:
            return None
        way = []
        for layer in reversed(layers):
            way.append(int(self.nodes[layer.last[at]]))
            at = int(layer.origin[at])
        return way[::-1]

    def _next(self, layer: _Layer) -> _Layer:
        """All walks one visit longer that can still keep every hour, of equal ones the best."""
        away = self.between[layer.last] if layer.last[0] >= 0 else self.model.travel[:1, 1 : self.model.end]
        begin = np.maximum(layer.leave[:, None] + away, self.opens)
        origin, node = np.nonzero(~layer.made & (begin <= self.closes))
        leave = begin[origin, node] + self.stays[self.nodes[node]]
        made = layer.made[origin]
        made[np.arange(len(node)), node] = True
        late = leave[:, None] + self.between[node] > self.closes
        fits = ~(late & ~made).any(axis=1)
        origin, node, leave, made = origin[fits], node[fits], leave[fits], made[fits]
        cost = layer.cost[origin] + away[origin, node] - self.least[node]
        name = layer.name[origin] + self.names[node]
        kept = self._best(name, node, leave, cost)
        return _Layer(made[kept], node[kept], leave[kept], cost[kept], name[kept], origin[kept])

    def _best(self, name: Ints, node: Ints, leave: Floats, cost: Floats) -> Ints:
        """Of states with the same visits and place the cheapest and earlier ones, and of these the best."""
        order = np.lexsort((leave, cost, node, name))
        same = np.zeros(len(order), dtype=bool)
        same[1:] = (name[order[1:]] == name[order[:-1]]) & (node[order[1:]] == node[order[:-1]])
        first = np.maximum.accumulate(np.where(same, 0, np.arange(len(order))))
        order = order[~same | (leave[order] < leave[order[first]])]
        if len(order) > self.width:
            self.cut = True
            rank = leave[order] if self.by_time else cost[order]
            order = order[np.argpartition(rank, self.width)[: self.width]]
        return order
