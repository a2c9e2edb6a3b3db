"""The best tour, proven: a dynamic program over what has been bought (Held and Karp, 1962, on items).

A state is the set of items bought and the site one stands at. An item is bought at once where no
site is surer of it; otherwise both buying and waiting are followed. States that cannot beat the
best tour known are cut off by a lower bound: the farthest missing item must still be fetched, and
the missing items cannot be had in fewer stops than a smallest cover of them by sites.
"""

import math
from collections.abc import Sequence
from time import monotonic

from hqguide.route.problem import START, Problem, Tour

MOST_ITEMS = 14
_EPSILON = 1e-7

State = tuple[int, int]


class _Search:
    """Values of the states reached, by set of items, and where each was reached from."""

    def __init__(self, problem: Problem, bound: float) -> None:
        self.problem, self.bound = problem, bound
        self.full = (1 << problem.items) - 1
        self.values: list[dict[int, float]] = [{} for _ in range(self.full + 1)]
        self.values[0][START] = 0.0
        self.came: dict[State, State] = {}
        self.least = [sellers[0][0] for sellers in problem.sellers]
        self.sells = [sum(1 << item for item, _ in offers) for offers in problem.offers]
        self.covers = self._covers()
        self.least_stop = min((problem.stop[site] for site in range(1, problem.end)), default=0.0)
        self.doubts = self._doubts()
        self.farthest = [self._farthest(site) for site in range(len(problem.travel))]
        self.into = tuple(zip(*problem.travel, strict=True))
        self.surest = [
            sum(1 << item for item, doubt in offers if doubt <= self.least[item]) for offers in problem.offers
        ]

    def _farthest(self, site: int) -> list[tuple[float, int]]:
        """Least seconds from ``site`` to the end by way of a seller of an item, extra doubt included.

        One for each item beside its bit, the farthest first, and last the bare way to the end.
        """
        travel, stop, end = self.problem.travel, self.problem.stop, self.problem.end
        row = travel[site]
        ways = [
            min(
                doubt - least + (row[end] if m == site else row[m] + stop[m] + travel[m][end])
                for doubt, m in sellers
            )
            for sellers, least in zip(self.problem.sellers, self.least, strict=True)
        ]
        return [*sorted(((way, 1 << item) for item, way in enumerate(ways)), reverse=True), (row[end], 0)]

    def _doubts(self) -> list[float]:
        """For each set of items the least doubt at which the others can be had."""
        doubts = [0.0] * (self.full + 1)
        for bought in range(self.full - 1, -1, -1):
            missing = self.full & ~bought
            bit = missing & -missing
            doubts[bought] = doubts[bought | bit] + self.least[bit.bit_length() - 1]
        return doubts

    def _covers(self) -> list[int]:
        """For each set of items the least number of sites that together sell them."""
        stops = [0] * (self.full + 1)
        for items in range(1, self.full + 1):
            item = (items & -items).bit_length() - 1
            stops[items] = 1 + min(stops[items & ~self.sells[m]] for _, m in self.problem.sellers[item])
        return stops

    def arrive(self, value: float, at: int, bought: int, origin: State) -> None:
        """Note a state reached at ``value``, with everything bought there that no site is surer of."""
        gained = self.surest[at] & ~bought
        for item, doubt in self.problem.offers[at]:
            if gained >> item & 1:
                value += doubt
        bought |= gained
        if value + self._rest(at, bought) > self.bound + _EPSILON:
            return
        known = self.values[bought]
        if value < known.get(at, math.inf):
            known[at] = value
            self.came[bought, at] = origin

    def _rest(self, at: int, bought: int) -> float:
        """A lower bound on the seconds from here to the end with everything bought."""
        rest = self.doubts[bought]
        for far, bit in self.farthest[at]:
            if not bought & bit:
                rest += far
                break
        more = self.covers[self.full & ~bought & ~self.sells[at]] - 1
        return rest + more * self.least_stop if more > 0 else rest

    def expand(self, bought: int) -> int:
        """Follow every state with this set of items; how many moves were weighed."""
        here = list(self.values[bought].items())
        problem = self.problem
        for site, value in here:
            for item, doubt in problem.offers[site]:
                if not bought >> item & 1:
                    self.arrive(value + doubt, site, bought | 1 << item, (bought, site))
        missing = [item for item in range(problem.items) if not bought >> item & 1]
        targets = {site for item in missing for _, site in problem.sellers[item]}
        for target in sorted(targets):
            column = self.into[target]
            sums = [value + column[site] for site, value in here]
            least = min(sums)
            self._visit(least + problem.stop[target], target, bought, here[sums.index(least)][0])
        return len(here) * len(targets)

    def _visit(self, value: float, target: int, bought: int, origin: int) -> None:
        """Go to ``target`` and buy there at least one thing."""
        if self.surest[target] & ~bought:
            self.arrive(value, target, bought, (bought, origin))
            return
        for item, doubt in self.problem.offers[target]:
            if not bought >> item & 1:
                self.arrive(value + doubt, target, bought | 1 << item, (bought, origin))

    def best(self) -> Tour:
        """The stops of the best complete tour; there is one, because the bound is that of a tour."""
        end = self.problem.end
        last = self.values[self.full]
        state = (self.full, min(last, key=lambda site: (last[site] + self.problem.travel[site][end], site)))
        stops: list[int] = []
        while state[1] != START:
            if not stops or stops[-1] != state[1]:
                stops.append(state[1])
            state = self.came[state]
        return tuple(reversed(stops))


def exact(problem: Problem, known: Sequence[int], effort: int, deadline: float = math.inf) -> Tour | None:
    """The tour of least cost; ``known`` is any complete tour.

    ``None`` when more than ``effort`` moves would have to be weighed (some three million a second),
    when ``deadline`` (a time of ``time.monotonic``) passes, or with more than :data:`MOST_ITEMS` items.
    """
    if problem.items > MOST_ITEMS:
        return None
    search = _Search(problem, problem.cost(known))
    for bought in range(search.full):
        if search.values[bought]:
            effort -= search.expand(bought)
            if effort < 0 or monotonic() >= deadline:
                return None
    return search.best()
