"""The best tour, proven: a dynamic program over what has been had (Held and Karp, 1962, on items).

A state is the set of items had and the node one stands at. An item is had at once where no seller is cheaper;
otherwise both having it and waiting are followed. States that cannot beat the best tour known are cut off by
a lower bound: the dearest missing item to fetch must still be fetched or paid for.
"""

from collections.abc import Callable

import numpy as np

from hqguide.route.solver.model import Floats, Ints, Model

MOST_ITEMS = 14
# Moves (a node and the set of items had there) that are weighed at most.
_MOST_MOVES = 60_000
_EPSILON = 1e-6


def prove(model: Model, bound: float, stop: Callable[[], bool]) -> list[int] | None:
    """The stops of a tour that no other undercuts; ``None`` when that is too much work or ``stop`` says so.

    Only for tasks without limits on time and with one quote an item. ``bound`` is the cost of a tour that
    is known, in the model's figures; no costlier one is looked for.
    """
    items = len(model.share)
    if model.limited or items > MOST_ITEMS or (model.quotes > 1).any():
        return None
    search = _Search(model, bound)
    if len(search.moves[0]) > _MOST_MOVES:
        return None
    for had in range(1 << items):
        if stop():
            return None
        search.expand(had)
    return search.stops()


class _Search:
    """Values of all states, and the moves that lead from one to another.

    ``spare`` is what an item costs that is not fetched: at a node that is visited anyway, or left out.
    """

    def __init__(self, model: Model, bound: float) -> None:
        self.model = model
        self.items = items = len(model.share)
        fixed = [0, *model.first, *model.last, model.end]
        here, goal = ([0, *model.first])[-1], ([*model.last, model.end])[0]
        self.sites = np.setdiff1d(np.arange(1, model.end), fixed)
        self.spare = np.minimum(model.price[fixed].min(axis=0), model.share).astype(np.float64)
        price = model.price[self.sites].astype(np.float64)
        self.price = np.where(price < self.spare, price, np.inf)
        travel = model.travel.astype(np.float64)
        self.out = travel[here, self.sites]
        self.between = travel[np.ix_(self.sites, self.sites)]
        self.home = travel[self.sites, goal]
        self.stop = model.stop[self.sites].astype(np.float64)
        fixed_way = np.array(fixed)
        legs = travel[fixed_way[:-1], fixed_way[1:]]
        self.bare = float(travel[here, goal])
        self.base = float(legs.sum() + model.stop[fixed].sum()) - self.bare
        self.bound = bound - self.base + _EPSILON * max(1.0, abs(bound))
        self.least = np.minimum(self.price.min(axis=0, initial=np.inf), self.spare)
        fetch = self.between[:, :, None] + (self.stop + self.home)[None, :, None] + self.price[None]
        self.far = np.minimum(fetch.min(axis=1, initial=np.inf), self.spare + self.home[:, None]) - self.least
        bits = 1 << np.arange(items)
        self.has = (np.arange(1 << items)[:, None] & bits) > 0
        self.floor = (~self.has * self.least).sum(axis=1)
        self.rest = (~self.has * self.spare).sum(axis=1)
        self.value = np.full((1 << items, len(self.sites)), np.inf)
        self.moves = self._moves(bits)

    def _moves(self, bits: Ints) -> tuple[Ints, Ints, Floats]:
        """For each move its node, the items had and their price; cut off when there are too many."""
        nodes: list[int] = []
        taken: list[int] = []
        prices: list[float] = []
        for node, price in enumerate(self.price):
            sure = np.flatnonzero(price <= self.least)
            maybe = np.flatnonzero(np.isfinite(price) & (price > self.least))
            if len(prices) > _MOST_MOVES:
                break
            sets, costs = [int(bits[sure].sum())], [float(price[sure].sum())]
            for item in maybe:
                sets += [some | int(bits[item]) for some in sets]
                costs += [cost + float(price[item]) for cost in costs]
            begin = 0 if len(sure) else 1
            nodes += [node] * (len(sets) - begin)
            taken += sets[begin:]
            prices += costs[begin:]
        return np.array(nodes, dtype=np.intp), np.array(taken, dtype=np.intp), np.array(prices)

    def _bound(self, had: int) -> Floats:
        """By node the least that is still to come once these items are had."""
        missing = ~self.has[had]
        return np.asarray(
            self.floor[had] + np.maximum(self.home, self.far[:, missing].max(axis=1, initial=0.0))
        )

    def expand(self, had: int) -> None:
        """Follow every move from the states with these items."""
        arrive = self._arrive(had)
        if arrive is None:
            return
        nodes, taken, prices = self.moves
        # Of what a move has, nothing may be had already unless it costs nothing to have it again.
        new = (taken & ~had) > 0
        gained = np.flatnonzero(new & (arrive[nodes] < np.inf))
        nodes, sets, value = nodes[gained], taken[gained] | had, arrive[nodes[gained]] + prices[gained]
        value -= self._again(had, nodes, taken[gained])
        np.minimum.at(self.value, (sets, nodes), value)

    def _again(self, had: int, nodes: Ints, taken: Ints) -> Floats:
        """The prices in a move of items that are had already."""
        both = self.has[taken & had]
        return np.asarray(np.where(both, self.price[nodes], 0.0).sum(axis=1))

    def _arrive(self, had: int) -> Floats | None:
        """By node the least value of coming there with these items, stop included."""
        if not had:
            return np.asarray(self.out + self.stop)
        row = self.value[had]
        here = np.flatnonzero(row + self._bound(had) <= self.bound)
        if not len(here):
            return None
        return np.asarray((row[here, None] + self.between[here]).min(axis=0) + self.stop)

    def stops(self) -> list[int]:
        """The stops of the best tour, found from its end on."""
        total = self.value + self.home + self.rest[:, None]
        if not total.size or total.min() >= self.bare + self.rest[0]:
            return [*self.model.first, *self.model.last]
        had, node = divmod(int(total.argmin()), total.shape[1])
        way = [node]
        while (before := self._before(had, node)) is not None:
            had, node = before
            way.append(node)
        return [*self.model.first, *(int(self.sites[node]) for node in reversed(way)), *self.model.last]

    def _before(self, had: int, node: int) -> tuple[int, int] | None:
        """The state that this one was reached from; ``None`` for the start."""
        nodes, taken, _ = self.moves
        value = self.value[had, node]
        choices = []
        for move in np.flatnonzero((nodes == node) & ((taken | had) == had)):
            for some in _parts(had, int(taken[move])):
                paid = float(self.price[node][self.has[int(taken[move]) & ~some]].sum())
                come = self.out[node] if not some else (self.value[some] + self.between[:, node]).min()
                choices.append((abs(float(come) + self.stop[node] + paid - value), some))
        some = min(choices)[1]
        return (some, int((self.value[some] + self.between[:, node]).argmin())) if some else None


def _parts(had: int, taken: int) -> list[int]:
    """The sets that become ``had`` when ``taken`` is had as well and something of it is new."""
    rest, parts, sub = had & ~taken, [], taken
    while sub:
        sub = (sub - 1) & taken
        parts.append(rest | sub)
    return parts
