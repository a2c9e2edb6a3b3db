"""Fill one way up again by cheapest insertion: the rule of ``recreate``, with what stays as it is, kept.

A long way loses few stops at a time, so that most edges and most items stay. The detours by every node
through every edge of the way that the search stands at are kept in a table, and only the nodes that sell what
is missing, or sell it cheaper, are looked at.
"""

from collections.abc import Sequence

import numpy as np

from hqguide.route.solver.model import Floats, Ints, Model

_LEAST = 1e-4
_ROOM = 32


class Detours:
    """By node and edge of a way, what going by the node costs; an edge has the column of its tail."""

    def __init__(self, model: Model, way: Sequence[int]) -> None:
        self.model = model
        self.head: dict[int, int] = {}
        self.column: dict[int, int] = {}
        self.free: list[int] = []
        self.table: Floats = np.empty((len(model.nodes), 0), dtype=model.travel.dtype)
        self.follow(way)

    def follow(self, way: Sequence[int]) -> None:
        """Bring the table in step with ``way``, from start to end: only new edges are worked out."""
        model = self.model
        last = len(way) - 1 - len(model.last)
        edges = dict(zip(way[len(model.first) : last], way[len(model.first) + 1 : last + 1], strict=True))
        for tail in [tail for tail in self.head if tail not in edges]:
            del self.head[tail]
            self.free.append(self.column.pop(tail))
        new = [tail for tail, head in edges.items() if self.head.get(tail) != head]
        if not new:
            return
        for tail in new:
            if tail not in self.column:
                self.column[tail] = self._column()
            self.head[tail] = edges[tail]
        heads = [edges[tail] for tail in new]
        detours = model.travel[new] + model.back[heads]
        detours -= model.travel[new, heads][:, None]
        self.table[:, [self.column[tail] for tail in new]] = detours.T
        self.table[:, self.free] = np.inf

    def _column(self) -> int:
        if not self.free:
            size, width = self.table.shape
            more = np.full((size, _ROOM), np.inf, dtype=self.table.dtype)
            self.table = np.concatenate((self.table, more), axis=1)
            self.free = list(range(width, width + _ROOM))
        return self.free.pop()

    def least(self, nodes: Ints, cut: Sequence[int]) -> Floats:
        """The least detour by each of ``nodes`` through an edge whose tail is not one of ``cut``."""
        part = self.table[nodes]
        part[:, [self.column[tail] for tail in cut if tail in self.column]] = np.inf
        return np.asarray(part.min(axis=1, initial=np.inf))


class Offers:
    """The offers of a model, one after another: item, node and price of each."""

    def __init__(self, model: Model) -> None:
        self.item = np.repeat(np.arange(len(model.share)), np.diff(model.begin))
        self.node, self.price = model.sellers, model.prices


class Filling:
    """A way being filled up, from start to end: what nodes that can matter save, and the detours by them."""

    def __init__(
        self, model: Model, offers: Offers, way: list[int], noise: float, rng: np.random.Generator
    ) -> None:
        self.model, self.way, self.noise, self.rng = model, way, noise, rng
        self.had = np.minimum(model.price[way].min(axis=0), model.share)
        self.missing = self.had >= model.share
        use = np.flatnonzero(self.had[offers.item] > offers.price)
        self.item, self.price = offers.item[use], offers.price[use]
        node = offers.node[use]
        most = np.bincount(node, self.had[self.item] - self.price, minlength=len(model.nodes))
        self.nodes = np.flatnonzero(most > model.stop)
        number = np.full(len(model.nodes), len(self.nodes))
        number[self.nodes] = np.arange(len(self.nodes))
        self.column = number[node]
        self.toll = model.stop[self.nodes]
        self.least: Floats

    def lay(self, detours: Detours, cut: Sequence[int], joined: Sequence[tuple[int, int]]) -> None:
        """Find the detours: those of the table but for the edges ``cut``, and of the edges ``joined``."""
        self.least = detours.least(self.nodes, cut)
        for tail, head in joined:
            self._through(tail, head)

    def _through(self, tail: int, head: int) -> None:
        model = self.model
        detour = model.travel[tail].take(self.nodes)
        detour += model.back[head].take(self.nodes)
        detour -= model.travel[tail, head]
        np.minimum(self.least, detour, out=self.least)

    def fill(self, price: float) -> None:
        """Add nodes until none gains, at a price on missing items that doubles while it can matter."""
        model, size = self.model, len(self.nodes)
        if not size:
            return
        most = float(model.share[self.missing].max(initial=0.0))
        while True:
            worth = np.where(self.missing, np.minimum(model.share, price * model.rarity), self.had)
            saving = np.bincount(
                self.column, np.maximum(worth[self.item] - self.price, 0), minlength=size + 1
            )[:size]
            gain = saving - self.toll
            gain -= self.least
            if self.noise:
                gain *= 1 - self.noise * self.rng.random(size)
            if not self._put_best(gain):
                if price * float(model.rarity.min()) >= most or not self.missing.any():
                    return
                price *= 2

    def _put_best(self, gain: Floats) -> bool:
        """Put in the node that gains most, if any does; detours that were too small are mended."""
        while True:
            best = int(gain.argmax())
            if gain[best] <= _LEAST:
                return False
            place, detour = self.place(best)
            if detour > self.least[best] + _LEAST:
                gain[best] += self.least[best] - detour
                self.least[best] = detour
                continue
            self.put(best, place)
            return True

    def place(self, number: int) -> tuple[int, float]:
        """Where on the way the node of this number is had with the least detour, and that detour."""
        model, node = self.model, int(self.nodes[number])
        last = len(self.way) - 1 - len(model.last)
        way = np.array(self.way[len(model.first) : last + 1])
        detour = model.back[node].take(way[:-1])
        detour += model.travel[node].take(way[1:])
        detour -= model.travel.ravel().take(way[:-1] * len(model.nodes) + way[1:])
        at = int(detour.argmin())
        return at + len(model.first) + 1, float(detour[at])

    def put(self, number: int, place: int) -> None:
        """Put a node in at ``place``."""
        node = int(self.nodes[number])
        tail, head = self.way[place - 1], self.way[place]
        self.way.insert(place, node)
        self.toll[number] = np.inf
        self.had = np.minimum(self.had, self.model.price[node])
        self.missing = self.had >= self.model.share
        self._through(tail, node)
        self._through(node, head)


def trimmed(model: Model, way: list[int]) -> float:
    """Take out, in place, stops that cost more than they give; what the way costs then."""
    first, last = 1 + len(model.first), len(model.last)
    while True:
        nodes = np.array(way)
        price = model.price[nodes]
        best = np.minimum(price.min(axis=0), model.share)
        mine = price <= best
        second = np.minimum(np.where(mine, np.inf, price).min(axis=0), model.share)
        lost = np.where(mine.sum(axis=0) > 1, 0, second - best)
        legs = model.travel.ravel().take(nodes[:-1] * len(model.nodes) + nodes[1:])
        stop = model.stop[nodes]
        loss = (mine.astype(price.dtype) @ lost)[1:-1] - stop[1:-1]
        loss -= legs[:-1] + legs[1:] - model.travel.ravel().take(nodes[:-2] * len(model.nodes) + nodes[2:])
        loss = loss[first - 1 : len(loss) - last]
        if not len(loss) or loss.min() >= -_LEAST:
            return float(legs.sum(dtype=np.float64) + stop.sum(dtype=np.float64) + best.sum(dtype=np.float64))
        del way[first + int(loss.argmin())]
