"""The travelling purchaser problem in numbers: sites, items, times; and what a tour of sites costs.

Site 0 is the start and the last site the end; both sell nothing and take no time. All times are
seconds. ``travel`` is the time between the floors of two sites: it keeps the triangle inequality, as
shortest ways do, is 0 on one floor and need not be symmetric. ``stop`` holds the walk from the middle
of the floor to the counter and back as well.
"""

import math
from collections.abc import Sequence
from functools import cached_property

import msgspec

START = 0
Tour = tuple[int, ...]


class Problem(msgspec.Struct, frozen=True, dict=True):
    """Where items can be bought and how long it takes to get around.

    ``offers`` lists (item, doubt seconds) for each site, ``stop`` the fixed time there, ``floor`` a
    number shared by sites on one floor, ``lines`` how many lines of the list an item stands for, each
    of which takes ``line_seconds`` to hand over. Every item has a seller.
    """

    travel: tuple[tuple[float, ...], ...]
    stop: tuple[float, ...]
    floor: tuple[int, ...]
    offers: tuple[tuple[tuple[int, float], ...], ...]
    lines: tuple[int, ...]
    line_seconds: float = 0.0

    @property
    def end(self) -> int:
        """The number of the end site."""
        return len(self.travel) - 1

    @property
    def items(self) -> int:
        """How many items there are."""
        return len(self.lines)

    @cached_property
    def sellers(self) -> tuple[tuple[tuple[float, int], ...], ...]:
        """For each item its (doubt, site) pairs, the surest first."""
        found: list[list[tuple[float, int]]] = [[] for _ in self.lines]
        for site, offers in enumerate(self.offers):
            for item, doubt in offers:
                found[item].append((doubt, site))
        return tuple(tuple(sorted(pairs)) for pairs in found)

    def walk(self, tour: Sequence[int]) -> float:
        """Seconds to walk ``tour`` from start to end with its stops, nothing handed over yet."""
        total, here = 0.0, START
        for site in tour:
            total += self.travel[here][site] + self.stop[site]
            here = site
        return total + self.travel[here][self.end]

    def choice(self, tour: Sequence[int]) -> list[tuple[float, int]]:
        """For each item the least doubt and the site of ``tour`` that gives it; ``inf, -1`` when none."""
        best = [(math.inf, -1)] * self.items
        for site in tour:
            for item, doubt in self.offers[site]:
                if doubt < best[item][0]:
                    best[item] = (doubt, site)
        return best

    def cost(self, tour: Sequence[int]) -> float:
        """What is minimised: the walk plus the doubt of every item; ``inf`` when an item is missing."""
        return self.walk(tour) + math.fsum(doubt for doubt, _ in self.choice(tour))

    def covers(self, tour: Sequence[int]) -> bool:
        """Whether every item is sold somewhere on ``tour``."""
        return len({item for site in tour for item, _ in self.offers[site]}) == self.items


def by_floor(problem: Problem, tour: Sequence[int]) -> Tour:
    """``tour`` with the sites of a floor together, at its first visit, in the order of their numbers.

    Never longer: on one floor ``travel`` is 0, so a site next to another of its floor adds nothing.
    """
    groups: dict[int, list[int]] = {}
    for site in tour:
        groups.setdefault(problem.floor[site], []).append(site)
    return tuple(site for group in groups.values() for site in sorted(group))
