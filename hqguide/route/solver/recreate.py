"""Fill ways up again by cheapest insertion, with a price on every missing item that doubles until it pays.

A node is worth going to when what it saves, in prices and in what is still missing, is more than the detour
and the stop. A low price at first makes nodes that sell several missing items come before single ones.
All ways of a batch grow at once, one node each at a time.
"""

from dataclasses import dataclass

import numpy as np

from hqguide.route.solver.batch import Batch, add_prices, last_slots, slack
from hqguide.route.solver.model import Floats, Ints

_LEAST = 1e-4
_ROOM = 6


@dataclass
class Wish:
    """How a batch is filled: the price on missing items, noise on gains, a node to begin with (0: none).

    ``power`` is the exponent of the saving for ways that weigh it against the time it takes; 0 for those
    that look at the difference.
    """

    price: float
    noise: Floats
    forced: Ints
    power: Floats


def recreate(batch: Batch, wish: Wish, rng: np.random.Generator) -> None:
    """Add nodes to every way of ``batch``, in place, until nothing is gained by one more."""
    growth = (_TimedGrowth if batch.model.windowed else _Growth)(batch, wish, rng)
    growth.begin(wish.forced)
    while growth.grow():
        pass


class _Growth:
    """A batch being filled: what the nodes that can matter save, and the detours to them.

    ``choice[b]`` are these nodes, filled up with the end; ``number[b, node]`` is their column. ``worth`` is
    what a further slot of an item has to undercut: the price of the dearest one, or that on missing items.
    """

    def __init__(self, batch: Batch, wish: Wish, rng: np.random.Generator) -> None:
        self.batch, self.wish, self.rng = batch, wish, rng
        self.model = model = batch.model
        self.kind = model.price.dtype
        self.everyone = np.arange(batch.size)
        self.choice: Ints
        self.number: Ints
        self.live = np.ones(batch.size, dtype=bool)
        self.price = np.full(batch.size, wish.price, dtype=self.kind)
        self.last = last_slots(model, batch.best).copy()
        self.missing = self.last >= model.share
        self._choose()
        self.worth = np.where(self.missing, np.minimum(self.last, self._bids(self.everyone)), self.last)
        self.saving = np.zeros(self.choice.shape, dtype=self.kind)
        rows, items = np.nonzero(self.worth > 0)
        self._revalue(rows, items, self.worth[rows, items])
        self.toll = model.stop[self.choice]
        self.toll[self.choice == model.end] = np.inf
        self.extra = np.isfinite(model.price) * model.line if model.line.any() else None
        self._lay_edges()

    def _choose(self) -> None:
        """List the nodes that can save more than their stop takes, and those asked for."""
        batch, model = self.batch, self.model
        nodes = len(model.nodes)
        self.number = self.everyone[:, None] * nodes + np.arange(nodes)
        self.saving = np.zeros(self.number.shape, dtype=self.kind)
        rows, items = np.nonzero(self.last > 0)
        self._revalue(rows, items, self.last[rows, items])
        useful = self.saving > model.stop
        useful[self.everyone, self.wish.forced] = True
        useful[self.everyone[:, None], batch.way] = False
        rows, chosen = np.nonzero(useful)
        begin = np.searchsorted(rows, self.everyone)
        column = np.arange(len(rows)) - begin[rows]
        width = 1 + int(column.max(initial=-1)) + 1
        self.choice = np.full((batch.size, width), model.end)
        self.choice[rows, column] = chosen
        # Nodes that do not matter share the last column, which is the end.
        self.number = np.repeat(self.everyone[:, None] * width + width - 1, nodes, axis=1)
        self.number[rows, chosen] = rows * width + column

    def _revalue(self, rows: Ints, items: Ints, worth: Floats, before: Floats | None = None) -> None:
        """Note what the sellers of these items save now that they are worth so much, and were before."""
        model = self.model
        begin = model.begin[items]
        most = worth if before is None else np.maximum(worth, before)
        count = np.searchsorted(model.keys, items * model.span + most) - begin
        owner = np.repeat(np.arange(len(items)), count)
        offer = np.arange(len(owner)) + (begin - np.cumsum(count) + count)[owner]
        price = model.prices[offer]
        saved = np.maximum(worth[owner] - price, 0)
        if before is not None:
            saved -= np.maximum(before[owner] - price, 0)
        where = self.number.ravel().take(rows[owner] * len(model.nodes) + model.sellers[offer])
        total = np.bincount(where, weights=saved, minlength=self.saving.size)
        self.saving += total.reshape(self.saving.shape)

    def _lay_edges(self) -> None:
        """Detours by edge, way and column; edges go from ``tail`` to ``head`` and are in no order."""
        batch, model = self.batch, self.model
        self.tail, self.head = batch.way[:, :-1].T.copy(), batch.way[:, 1:].T.copy()
        nodes = len(model.nodes)
        place = batch.way.T[:, :, None] * nodes + self.choice
        away = model.travel.ravel().take(place)
        back = away if model.symmetric else model.back.ravel().take(place)
        self.detour = away[:-1] + back[1:]
        self.detour -= batch.legs().T[:, :, None]
        edge = np.arange(len(self.tail))[:, None]
        shut = (edge > batch.count - len(model.last)) | (edge < len(model.first))
        self.detour[shut] = np.inf
        self.least = self.detour.min(axis=0)

    def begin(self, nodes: Ints) -> None:
        """Put in the nodes asked for, 0 for none, on ways that have time for them."""
        column = self.number[self.everyone, nodes] - self.everyone * self.choice.shape[1]
        fits = (nodes > 0) & (self.choice[self.everyone, column] == nodes)
        if self.model.limited:
            fits &= self._gains()[self.everyone, column] > -np.inf
        self.step(np.flatnonzero(fits), column[fits])

    def grow(self) -> bool:
        """One node more for every way that gains by one, a higher price for the others; whether any did."""
        gain = self._gains()
        if self.wish.noise.any():
            gain *= 1 - self.wish.noise[:, None] * self.rng.random(gain.shape, dtype=np.float32)
        column = gain.argmax(axis=1)
        gains = (gain[self.everyone, column] > _LEAST) & self.live
        self._raise_price(np.flatnonzero(self.live & ~gains))
        rows = np.flatnonzero(gains)
        self.step(rows, column[rows])
        return bool(self.live.any())

    def _gains(self) -> Floats:
        """What each way gains by each node; ``-inf`` for nodes that it has or has no time for."""
        gain = self.saving - self.toll
        gain -= self.least
        if self.model.limited:
            took = np.maximum(self.least + self.toll, 0)
            if self.model.timed and not self.model.windowed:
                spare = self.model.latest - self.batch.busy() - self.batch.lines()
                gain[took + self._line_time(self.everyone) > spare[:, None]] = -np.inf
            weighed = np.flatnonzero(self.wish.power)
            ratio = np.maximum(self.saving[weighed], 0) ** self.wish.power[weighed, None] / (
                took[weighed] + 1
            )
            gain[weighed] = np.where(gain[weighed] > 0, ratio, -np.inf)
        return gain

    def _line_time(self, rows: Ints) -> Floats | float:
        """How long handing over what is missing takes at each node."""
        if self.extra is None:
            return 0.0
        everything = self.missing[rows].astype(self.kind) @ self.extra.T
        return np.asarray(np.take_along_axis(everything, self.choice[rows], axis=1))

    def _bids(self, rows: Ints) -> Floats:
        """The price on each item should it be missing."""
        return self.price[rows, None] * self.model.rarity

    def _raise_price(self, rows: Ints) -> None:
        """Double the price on what is missing; a way where it is as high as can be is done."""
        if not len(rows):
            return
        self.price[rows] *= 2
        worth = np.minimum(self.last[rows], self._bids(rows))
        where, items = np.nonzero(self.missing[rows] & (worth > self.worth[rows]))
        done = np.ones(len(rows), dtype=bool)
        done[where] = False
        self.live[rows[done]] = False
        self._set_worth(rows[where], items, worth[where, items])

    def _set_worth(self, rows: Ints, items: Ints, worth: Floats) -> None:
        self._revalue(rows, items, worth, self.worth[rows, items])
        self.worth[rows, items] = worth

    def step(self, rows: Ints, column: Ints) -> None:
        """Put one node each into some of the ways, where the detour is least."""
        if not len(rows):
            return
        nodes = self.choice[rows, column]
        self._split(rows, nodes, column)
        add_prices(self.batch, rows, nodes)
        self.toll[rows, column] = np.inf
        last = last_slots(self.model, self.batch.best[:, rows])
        where, items = np.nonzero(last < self.last[rows])
        lower = last[where, items]
        self.last[rows[where], items] = lower
        self.missing[rows[where], items] = False
        self._set_worth(rows[where], items, lower)
        self._look_again(rows)

    def _look_again(self, rows: Ints) -> None:
        """Whatever more has to be found out about ways that have changed."""

    def _split(self, rows: Ints, nodes: Ints, column: Ints) -> None:
        batch = self.batch
        if batch.count[rows].max() + 2 >= batch.way.shape[1]:
            self._widen()
        slot = self.detour[:, rows, column].argmin(axis=0)
        tail, head = self.tail[slot, rows], self.head[slot, rows]
        new = batch.count[rows] + 1
        self.head[slot, rows] = nodes
        self.tail[new, rows], self.head[new, rows] = nodes, head
        self.detour[slot, rows] = self._through(rows, tail, nodes)
        self.detour[new, rows] = self._through(rows, nodes, head)
        self.least = self.detour[: int(batch.count.max()) + 2].min(axis=0)
        insert(batch, rows, nodes, tail)

    def _through(self, rows: Ints, tail: Ints, head: Ints) -> Floats:
        """The detours through one edge of each of some ways."""
        model, choice, nodes = self.model, self.choice[rows], len(self.model.nodes)
        detour = model.travel.ravel().take(tail[:, None] * nodes + choice)
        detour += model.back.ravel().take(head[:, None] * nodes + choice)
        detour -= model.travel[tail, head][:, None]
        return np.asarray(detour)

    def _widen(self) -> None:
        batch = self.batch
        more = np.full((batch.size, _ROOM), self.model.end)
        batch.way = np.concatenate((batch.way, more), axis=1)
        self.tail, self.head = (np.concatenate((part, more.T)) for part in (self.tail, self.head))
        shut = np.full((_ROOM, *self.choice.shape), np.inf, dtype=self.kind)
        self.detour = np.concatenate((self.detour, shut))


class _TimedGrowth(_Growth):
    """A batch filled under opening hours: every edge is looked at anew after each step."""

    def _lay_edges(self) -> None:
        self.dwell = self.batch.dwell()
        self.least = np.full(self.choice.shape, np.inf)
        self.place = np.zeros(self.choice.shape, dtype=np.intp)
        self._look_again(self.everyone)

    def _look_again(self, rows: Ints) -> None:
        """Find the least detour to every choice that keeps all hours, and the position it comes behind."""
        model, part = self.model, self.batch.rows(rows)
        way, choice, nodes = part.way, self.choice[rows], len(model.nodes)
        begins, latest = slack(part, self.dwell[rows])
        leave = begins + self.dwell[rows]
        there = model.travel.ravel().take(way[:, :-1, None] * nodes + choice[:, None, :])
        back = model.back.ravel().take(way[:, 1:, None] * nodes + choice[:, None, :])
        begin = np.maximum(leave[:, :-1, None] + there, model.opens[choice][:, None, :])
        fits = begin <= model.closes[choice][:, None, :]
        begin += (model.stop[choice] + self._line_time(rows))[:, None, :]
        begin += back
        fits &= begin <= latest[:, 1:, None]
        edge = np.arange(way.shape[1] - 1)
        fits &= ((edge <= part.count[:, None] - len(model.last)) & (edge >= len(model.first)))[:, :, None]
        detour = np.where(fits, there + back - part.legs()[:, :, None], np.inf)
        place = detour.argmin(axis=1)
        self.place[rows] = place
        self.least[rows] = np.take_along_axis(detour, place[:, None, :], axis=1)[:, 0]

    def _split(self, rows: Ints, nodes: Ints, column: Ints) -> None:
        batch = self.batch
        if batch.count[rows].max() + 2 >= batch.way.shape[1]:
            more = np.full((batch.size, _ROOM), self.model.end)
            batch.way = np.concatenate((batch.way, more), axis=1)
            self.dwell = np.concatenate((self.dwell, np.zeros(more.shape)), axis=1)
        place = self.place[rows, column][:, None] + 1
        stay = self.model.stop[nodes]
        if self.extra is not None:
            stay = stay + (self.missing[rows] * self.extra[nodes]).sum(axis=1)
        at = np.arange(batch.way.shape[1])
        moved = np.where(at > place, np.roll(self.dwell[rows], 1, axis=1), self.dwell[rows])
        self.dwell[rows] = np.where(at == place, stay[:, None], moved)
        insert(batch, rows, nodes, batch.way[rows, place[:, 0] - 1])


def insert(batch: Batch, rows: Ints, nodes: Ints, after: Ints) -> None:
    """Put a node each into some of the ways, right after the node ``after``; prices stay as they are."""
    way = batch.way[rows]
    place = (way == after[:, None]).argmax(axis=1)[:, None] + 1
    at = np.arange(way.shape[1])
    moved = np.where(at > place, np.roll(way, 1, axis=1), way)
    batch.way[rows] = np.where(at == place, nodes[:, None], moved)
    batch.count[rows] += 1
