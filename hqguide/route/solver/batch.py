"""Many ways at once: rows of nodes from start to end, and the cheapest prices of every item along them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hqguide.route.solver.model import Floats, Ints, Model

Flags = NDArray[np.bool_]


@dataclass
class Batch:
    """``way[b]`` starts at node 0, has ``count[b]`` stops and is filled up with the end node.

    ``best[level, b, item]`` is the price of the item's slot ``level`` when the slots are filled from the
    cheapest seller on; an empty slot costs its share. One level more than there are quotes is kept, to know
    what the loss of a stop costs.
    """

    model: Model
    way: Ints
    count: Ints
    best: Floats

    @property
    def size(self) -> int:
        """How many ways there are."""
        return len(self.way)

    def rows(self, which: Ints | Flags) -> "Batch":
        """Some of the ways, as a batch of their own."""
        return Batch(self.model, self.way[which], self.count[which], self.best[:, which])

    def prices(self) -> Floats:
        """By way, position and item what is asked there; ``inf`` behind the end, and where it is not sold."""
        price = self.model.price[self.way]
        price[np.arange(self.way.shape[1]) > self.count[:, None] + 1] = np.inf
        return price

    def bought(self) -> Floats:
        """What all slots of each way cost, filled or not."""
        levels = np.arange(len(self.best) - 1)[:, None] < self.model.quotes
        return np.asarray((self.best[:-1] * levels[:, None, :]).sum(axis=(0, 2), dtype=np.float64))

    def legs(self) -> Floats:
        """The walk of each leg, 0 behind the end."""
        way, model = self.way, self.model
        return model.travel.ravel().take(way[:, :-1] * len(model.nodes) + way[:, 1:])

    def cost(self) -> Floats:
        """The cost of each way but for the lines, which cost their time wherever they are had."""
        model, busy = self.model, self.busy()
        cost = np.asarray(busy + self.bought())
        if model.windowed and model.waiting:
            begins, _ = slack(self, self.dwell())
            cost += model.waiting * np.maximum(0.0, begins[:, -1] - busy - self.lines())
        return cost

    def busy(self) -> Floats:
        """The time of walking and of all stops of each way."""
        walk = self.legs().sum(axis=1, dtype=np.float64)
        return np.asarray(walk + self.model.stop[self.way].sum(axis=1, dtype=np.float64))

    def lines(self) -> Floats:
        """The time that what is had takes on each way."""
        model = self.model
        levels = np.arange(len(self.best) - 1)[:, None] < model.quotes
        filled = (self.best[:-1] < model.share) & levels[:, None, :]
        return np.asarray(filled.sum(axis=0) @ model.line)

    def dwell(self) -> Floats:
        """How long each visit takes, with what is had there."""
        model = self.model
        dwell = model.stop[self.way].astype(np.float64)
        if model.line.any():
            price = self.prices()
            order = np.argsort(price, axis=1, kind="stable")[:, : int(model.quotes.max(initial=1))]
            for level in range(order.shape[1]):
                cheap = np.take_along_axis(price, order[:, level : level + 1], axis=1)[:, 0]
                rows, items = np.nonzero(np.isfinite(cheap) & (level < model.quotes))
                np.add.at(dwell, (rows, order[rows, level, items]), model.line[items])
        return dwell


def last_slots(model: Model, best: Floats) -> Floats:
    """The dearest wanted slot of each item."""
    if len(best) == 2:
        return np.asarray(best[0])
    return np.asarray(np.take_along_axis(best, (model.quotes - 1)[None, None, :], axis=0)[0])


def next_slots(model: Model, best: Floats) -> Floats:
    """The slot after the dearest wanted one: what replaces a seller that is lost."""
    if len(best) == 2:
        return np.asarray(best[1])
    return np.asarray(np.take_along_axis(best, model.quotes[None, None, :], axis=0)[0])


def batch_of(model: Model, way: Ints, count: Ints) -> Batch:
    """A batch of the ways given."""
    size = len(way)
    levels = 1 + int(model.quotes.max(initial=1))
    best = np.empty((levels, size, len(model.share)), dtype=model.price.dtype)
    best[:] = model.share
    batch = Batch(model, way, count, best)
    everyone = np.arange(size)
    add_prices(batch, everyone, np.zeros(size, dtype=np.intp))
    add_prices(batch, everyone, np.full(size, model.end))
    for position in range(1, 1 + int(count.max(initial=0))):
        rows = np.flatnonzero(position <= count)
        add_prices(batch, rows, way[rows, position])
    return batch


def padded(model: Model, ways: Sequence[Sequence[int]], room: int = 0) -> tuple[Ints, Ints]:
    """Ways and counts of lists of stops, with ``room`` for more."""
    count = np.array([len(stops) for stops in ways], dtype=np.intp)
    way = np.full((len(ways), 2 + int(count.max(initial=0)) + room), model.end, dtype=np.intp)
    way[:, 0] = 0
    for row, stops in zip(way, ways, strict=True):
        row[1 : 1 + len(stops)] = stops
    return way, count


def add_prices(batch: Batch, rows: Ints, nodes: Ints) -> None:
    """Note the prices at one more node of each of some ways. The end sells what it sells only once."""
    model = batch.model
    price = model.price[nodes]
    for level in range(len(batch.best)):
        known = batch.best[level, rows]
        batch.best[level, rows] = np.minimum(known, price)
        price = np.maximum(known, price)


def slack(batch: Batch, dwell: Floats) -> tuple[Floats, Floats]:
    """When each visit begins, and the latest it may begin so that all after it can be kept.

    With ``p`` the time walked and stopped before a visit, it begins at ``p`` plus the largest ``open - p`` so
    far: waiting only ever pushes later visits back. The latest begin is the same from the end.
    """
    model, way = batch.model, batch.way
    spent = np.zeros(way.shape)
    np.cumsum(batch.legs() + dwell[:, :-1], axis=1, out=spent[:, 1:])
    opens = model.opens[way]
    opens[:, 0] = 0.0
    begins = np.maximum.accumulate(opens - spent, axis=1) + spent
    ends = (model.closes[way] - spent)[:, ::-1]
    return begins, np.minimum.accumulate(ends, axis=1)[:, ::-1] + spent
