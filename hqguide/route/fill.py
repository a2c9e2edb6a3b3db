"""Complete a tour by cheapest insertion, with a price on every missing item.

A site is worth going to when what it saves, in doubt and in prices of missing items, is more than the
detour and the stop. The price rises until everything is bought, which makes the fill consider
sites that sell several missing items before it pays for single ones.
"""

import math
import random
from collections.abc import Sequence

from hqguide.route.problem import START, Problem, Tour

_NOISE = 0.4


def fill(problem: Problem, tour: Sequence[int], price: float, rng: random.Random) -> Tour:
    """``tour`` with sites added until it covers every item; ``price`` in seconds doubles as needed."""
    noise = _NOISE if rng.random() < 0.5 else 0.0
    while True:
        filling = _Filling(problem, tour, price)
        while filling.grow(rng, noise):
            pass
        tour = filling.way[1:-1]
        if problem.covers(tour):
            return tuple(tour)
        price = max(1.0, price * 2)


class _Filling:
    """A tour being filled: what each item is worth, what each site would save, where it fits best."""

    def __init__(self, problem: Problem, tour: Sequence[int], price: float) -> None:
        self.problem = problem
        self.way = [START, *tour, problem.end]
        self.worth = [min(price, doubt) for doubt, _ in problem.choice(tour)]
        self.saving: dict[int, float] = {}
        self.places: dict[int, tuple[float, int]] = {}
        inside = set(tour)
        for sellers, worth in zip(problem.sellers, self.worth, strict=True):
            for doubt, site in sellers:
                if doubt >= worth:
                    break
                if site not in inside:
                    self.saving[site] = self.saving.get(site, 0.0) + worth - doubt

    def grow(self, rng: random.Random, noise: float) -> bool:
        """Add the site that gains most; whether there was one."""
        stop, best, chosen = self.problem.stop, 1e-9, -1
        for site, saving in self.saving.items():
            gain = saving - stop[site]
            if gain <= best:
                continue
            gain -= (self.places.get(site) or self._place(site))[0]
            if noise and gain > 0:
                gain *= 1 - noise * rng.random()
            if gain > best:
                best, chosen = gain, site
        if chosen < 0:
            return False
        self._insert(chosen)
        return True

    def _place(self, site: int) -> tuple[float, int]:
        """The least detour to ``site``, and the site it is taken after."""
        travel = self.problem.travel
        away = travel[site]
        least, after = math.inf, START
        here = START
        row = travel[START]
        for there in self.way[1:]:
            detour = row[site] + away[there] - row[there]
            if detour < least:
                least, after = detour, here
            here, row = there, travel[there]
        self.places[site] = (least, after)
        return self.places[site]

    def _insert(self, site: int) -> None:
        before = self.places[site][1]
        index = self.way.index(before) + 1
        after = self.way[index]
        self.way.insert(index, site)
        del self.saving[site], self.places[site]
        self._update_places(before, site, after)
        for item, doubt in self.problem.offers[site]:
            if doubt < self.worth[item]:
                self._cheapen(item, doubt)

    def _update_places(self, before: int, site: int, after: int) -> None:
        """Mend the noted detours: those through the cut piece are forgotten, the two new pieces tried."""
        travel = self.problem.travel
        row_before, row = travel[before], travel[site]
        first, second = row_before[site], row[after]
        for other, (least, through) in list(self.places.items()):
            if through == before:
                del self.places[other]
                continue
            away = travel[other]
            one = row_before[other] + away[site] - first
            two = row[other] + away[after] - second
            if min(one, two) < least:
                self.places[other] = (one, before) if one <= two else (two, site)

    def _cheapen(self, item: int, doubt: float) -> None:
        """``item`` is now had at ``doubt``: every other seller saves less by it."""
        worth = self.worth[item]
        self.worth[item] = doubt
        for other, site in self.problem.sellers[item]:
            if other >= worth:
                break
            if site in self.saving:
                self.saving[site] -= worth - max(other, doubt)
