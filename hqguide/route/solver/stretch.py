"""The best order of stretches of a walk whose visits have hours, several stretches at once.

The dynamic program of Held and Karp over sets of visits, of which each layer keeps only the most promising
states (Malandraki and Dial 1996). What a state comes to is told by a bound on the rest of its stretch, so
that a state that cannot beat what is known is dropped at once; narrow hours and a good walk often leave so
few that none is cut off.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hqguide.route.solver.batch import Flags
from hqguide.route.solver.model import Floats, Ints
from hqguide.route.solver.windows import Hours

Words = NDArray[np.uint64]

# Visits are kept as bits of words.
_BITS = 64


@dataclass(frozen=True)
class Stretches:
    """Parts of one length of walks, each to be put in the best order.

    ``nodes[part]`` are the visits in the order they have, and at the end the one before them, left at
    ``leave``, and the one after them, which may begin at ``latest``; ``place`` is where in the walk each
    part begins. An order is wanted only when its legs by ``price`` (part, from, to; in the order of
    ``nodes``), and its waiting at ``waiting`` a second, come to less than ``limit``.
    """

    nodes: Ints
    place: Ints
    leave: Floats
    latest: Floats
    price: Floats
    limit: Floats
    waiting: float

    @property
    def length(self) -> int:
        """How many visits each part has."""
        return int(self.nodes.shape[1]) - 2


@dataclass(frozen=True)
class _States:
    """Walks of one length: part, last visit, those made in bits and by name, when left, cost, origin."""

    part: Ints
    last: Ints
    made: Words
    name: Ints
    leave: Floats
    cost: Floats
    origin: Ints

    def some(self, which: Ints | Flags) -> "_States":
        """Those of a choice."""
        return _States(
            self.part[which],
            self.last[which],
            self.made[which],
            self.name[which],
            self.leave[which],
            self.cost[which],
            self.origin[which],
        )


class Search:
    """One search over all parts; of each the ``width`` cheapest states are kept.

    A second that a state is later than another counts as ``haste`` in that.
    """

    def __init__(self, hours: Hours, parts: Stretches, width: int, haste: float = 0.0) -> None:
        self.parts, self.width, self.haste, self.cut = parts, width, haste, False
        self.visits = parts.nodes[:, : parts.length]
        every, self.after = parts.nodes[:, :-1], parts.nodes[:, -1]
        self.opens, self.stay = hours.opens[self.visits], hours.stay[self.visits]
        self.travel = hours.leg[every[:, :, None], self.visits[:, None, :]]
        self.home, self.shut = hours.leg[every, self.after[:, None]], hours.opens[self.after]
        on_time = parts.latest[:, None] - hours.soonest[self.visits, self.after[:, None]]
        self.closes = np.minimum(hours.closes[self.visits], on_time)
        place = parts.place[:, None] + np.arange(parts.length)
        self.due = np.minimum(hours.due[place[:, :, None], self.visits[:, None, :]], self.closes[:, None, :])
        self.rest = self._rest()
        self._needs(hours)
        rng = np.random.default_rng(7)
        # Sets of visits are told apart by the sum of a random number for each.
        self.names = rng.integers(2**62, size=self.visits.shape, dtype=np.int64)
        self.lasts = rng.integers(2**62, size=self.visits.shape, dtype=np.int64)

    def _rest(self) -> Floats:
        """By part, place and visit a bound on what it takes from there to the end of the part."""
        length, price = self.parts.length, self.parts.price
        can = np.isfinite(self.due)
        rest = np.empty(can.shape)
        ahead = price[:, :length, -1]
        inner = price[:, :length, :length]
        for at in range(length - 1, -1, -1):
            rest[:, at] = np.where(can[:, at], ahead, np.inf)
            ahead = (inner + rest[:, at, None]).min(axis=2)
        return rest

    def _needs(self, hours: Hours) -> None:
        """Which visits have to be made before one begins at a time: those it would then be too late for."""
        parts, length = self.visits.shape
        until = self.closes[:, None, :] - hours.soonest[self.visits[:, :, None], self.visits[:, None, :]]
        until[hours.before[self.visits[:, None, :], self.visits[:, :, None]]] = -np.inf
        order = until.argsort(axis=2)
        until = np.take_along_axis(until, order, axis=2)
        words = -(-length // _BITS)
        one = np.arange(length)
        self.word, self.bit = one // _BITS, np.uint64(1) << (one % _BITS).astype(np.uint64)
        bits = np.zeros((length, words), dtype=np.uint64)
        bits[one, self.word] = self.bit
        need = np.zeros((parts, length, length + 1, words), dtype=np.uint64)
        np.bitwise_or.accumulate(bits[order], axis=2, out=need[:, :, 1:])
        self.need = need.reshape(-1, words)
        span = float(self.closes.max() + 1)
        self.span = 2 * span
        rows = np.arange(parts * length).reshape(parts, length, 1)
        self.until = (np.clip(until, -1.0, span) + rows * self.span).ravel()

    def run(self, stop: Callable[[], bool] = lambda: False) -> list[Ints | None]:
        """The best order found of each part; ``None`` where none is within the limit, or ``stop`` ends it."""
        count = len(self.visits)
        zero, start = np.zeros(count), np.full(count, self.parts.length)
        made = np.zeros((count, self.need.shape[1]), dtype=np.uint64)
        part = np.arange(count)
        states = _States(part, start, made, np.zeros(count, dtype=np.int64), self.parts.leave, zero, part)
        layers = []
        for at in range(self.parts.length):
            states = self._next(states, at)
            if not len(states.part):
                return [None] * count
            if stop():
                self.cut = True
                return [None] * count
            layers.append(states)
        return self._orders(layers)

    def _next(self, states: _States, at: int) -> _States:
        """All walks one visit longer that can keep every hour and the limit; of equal ones the best."""
        length = self.parts.length
        open_now = np.flatnonzero(np.isfinite(self.rest[:, at]).any(axis=0))
        # From every last visit to every next one, and from there to the end: what a state can still cost.
        whole = self.parts.price[:, :-1, open_now] + self.rest[:, at][:, None, open_now]
        stand = states.part * (length + 1) + states.last
        ahead = whole.reshape(-1, len(open_now)).take(stand, axis=0)
        within = ahead < (self.parts.limit[states.part] - states.cost)[:, None]
        origin, column = np.nonzero(within)
        node, part = open_now[column], states.part[origin]
        leg = stand[origin] * length + node
        row = part * length + node
        arrive = states.leave[origin] + self.travel.take(leg)
        begin = np.maximum(arrive, self.opens.take(row))
        fresh = states.made[origin, self.word[node]] & self.bit[node] == 0
        fits = np.flatnonzero(fresh & (begin <= self.due[:, at].take(row)))
        part, node, origin, begin = part[fits], node[fits], origin[fits], begin[fits]
        row, waits = row[fits], begin - arrive[fits]
        made = states.made[origin]
        made[np.arange(len(node)), self.word[node]] |= self.bit[node]
        late = np.searchsorted(self.until, begin + row * self.span) + row
        fits = np.flatnonzero(_none(self.need[late] & ~made))
        part, node, origin, row = part[fits], node[fits], origin[fits], row[fits]
        legs = self.parts.price[part, states.last[origin], node]
        new = _States(
            part,
            node,
            made[fits],
            states.name[origin] + self.names.take(row),
            begin[fits] + self.stay.take(row),
            states.cost[origin] + legs + self.parts.waiting * waits[fits],
            origin,
        )
        return self._best(new, at)

    def _best(self, states: _States, at: int) -> _States:
        """Of states with the same visits and place the cheaper or earlier ones, and the best of these."""
        # A cheaper and earlier state can wait, and must then still be the cheaper one.
        early = states.cost - self.parts.waiting * states.leave
        name = states.name + self.lasts[states.part, states.last]
        order = np.lexsort((states.leave, early, name))
        name, leave = name[order], states.leave[order]
        same = np.zeros(len(order), dtype=bool)
        same[1:] = name[1:] == name[:-1]
        first = np.maximum.accumulate(np.where(same, 0, np.arange(len(order))))
        states = states.some(order[~same | (leave < leave[first])])
        if len(states.part) > self.width:
            states = self._widest(states, at)
        return states

    def _widest(self, states: _States, at: int) -> _States:
        number = np.bincount(states.part, minlength=len(self.visits))
        if number.max() <= self.width:
            return states
        self.cut = True
        rank = states.cost + self.rest[states.part, at, states.last] + self.haste * states.leave
        order = np.lexsort((rank, states.part))
        within = np.arange(len(order)) - np.repeat(np.cumsum(number) - number, number)
        return states.some(order[within < self.width])

    def _orders(self, layers: list[_States]) -> list[Ints | None]:
        states = layers[-1]
        part, last = states.part, states.last
        arrive = states.leave + self.home[part, last]
        begin = np.maximum(arrive, self.shut[part])
        cost = states.cost + self.parts.price[part, last, -1] + self.parts.waiting * (begin - arrive)
        fits = (begin <= self.parts.latest[part]) & (cost < self.parts.limit[part])
        orders: list[Ints | None] = [None] * len(self.visits)
        ranked = np.flatnonzero(fits)[np.lexsort((cost[fits], part[fits]))]
        for best in ranked[np.diff(part[ranked], prepend=-1) > 0]:
            at, order = best, []
            for layer in reversed(layers):
                order.append(self.visits[layer.part[at], layer.last[at]])
                at = layer.origin[at]
            orders[int(part[best])] = np.array(order[::-1])
        return orders


def _none(bits: Words) -> Flags:
    """Which rows of words have no bit set."""
    any_bit = bits[:, 0]
    for word in range(1, bits.shape[1]):
        any_bit = any_bit | bits[:, word]
    return np.asarray(any_bit == 0)
