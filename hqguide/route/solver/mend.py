"""Visits that all have to be made at their hours: parts of the walk are put in their best order by turns.

The legs are made dearer by chance, less and less so, so that a part does not always come out the same; what
comes out is taken when it is better, or by luck (annealing).
"""

import numpy as np

from hqguide.route.solver.model import Floats, Ints
from hqguide.route.solver.reinsert import Chain, Times
from hqguide.route.solver.stretch import Search, Stretches
from hqguide.route.solver.windows import Hours

# Visits of a stretch, stretches at once at most, and states kept of each.
_SHORTEST, _LONGEST, _AT_ONCE, _WIDTH = 8, 20, 8, 32
# What chance puts on a leg at first and at last, in mean legs.
_HOT, _COLD = 0.15, 0.01


class Mender:
    """Puts stretches of a chain's walk in order; ``price`` are its legs, tolls taken off."""

    def __init__(self, hours: Hours, price: Floats, rng: np.random.Generator) -> None:
        self.hours, self.price, self.rng = hours, price, rng

    def mend(self, chain: Chain, done: float) -> None:
        """Other orders for some stretches, better ones or by luck, a share ``done`` of the search over."""
        noise = chain.leg * _HOT * (_COLD / _HOT) ** done
        starts, length = self._choice(len(chain.way) - 2)
        parts = self._stretches(chain, starts, length, noise)
        for start, order in zip(starts, Search(self.hours, parts, _WIDTH).run(), strict=True):
            if order is not None:
                chain.offer(start, order.tolist(), noise)

    def _choice(self, visits: int) -> tuple[list[int], int]:
        """Where stretches begin that do not touch each other, and how many visits each has."""
        length = min(visits, int(self.rng.integers(_SHORTEST, _LONGEST + 1)))
        number = max(1, min(_AT_ONCE, visits // (length + 1)))
        gaps = np.sort(self.rng.integers(0, visits - number * (length + 1) + 2, size=number))
        return (1 + gaps + np.arange(number) * (length + 1)).tolist(), length

    def _stretches(self, chain: Chain, starts: list[int], length: int, noise: float) -> Stretches:
        times = Times(chain, chain.way)
        way = np.array(chain.way)
        place = np.array(starts)
        nodes = way[place[:, None] + [*range(length), -1, length]]
        price = self.price[nodes[:, :, None], nodes[:, None, :]]
        price += noise * self.rng.standard_exponential(price.shape)
        stand = self._now(chain, times, place, length, price)
        return Stretches(
            nodes=nodes,
            place=place,
            leave=np.array([times.begins[at - 1] + chain.stay[chain.way[at - 1]] for at in starts]),
            latest=np.array([times.latest[at + length] for at in starts]),
            price=price,
            limit=stand - 1e-6 * chain.leg,
            waiting=chain.waiting,
        )

    def _now(self, chain: Chain, times: Times, place: Ints, length: int, price: Floats) -> Floats:
        """What each stretch costs as it stands."""
        along = [length, *range(length), length + 1]
        cost: Floats = price[:, along[:-1], along[1:]].sum(axis=1)
        if chain.waiting:
            waits = np.array([0.0, *times.waits()])
            cost += chain.waiting * waits[place[:, None] + np.arange(length + 1)].sum(axis=1)
        return cost
