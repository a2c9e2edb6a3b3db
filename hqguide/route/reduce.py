"""A smaller problem with the same best tour: alike items merged, outdone sites left out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from hqguide.route.problem import Problem, Tour


class Reduced(msgspec.Struct, frozen=True):
    """The smaller problem, and how its sites and those of the problem it came from correspond.

    ``sites`` holds the old number of each new site, ``stands_in`` the new site that serves for an old
    one: itself, or the one that outdoes it.
    """

    problem: Problem
    sites: tuple[int, ...]
    stands_in: Mapping[int, int]

    def restore(self, tour: Sequence[int]) -> Tour:
        """``tour`` in sites of the problem reduced."""
        return tuple(self.sites[site] for site in tour)

    def translate(self, tour: Sequence[int]) -> Tour:
        """A ``tour`` of the problem reduced in new sites; it costs no more."""
        return tuple(dict.fromkeys(self.stands_in[site] for site in tour if site in self.stands_in))


def reduce(problem: Problem) -> Reduced:
    """Merge items with the same sellers, and drop sites that another on the floor outdoes."""
    merged: dict[tuple[tuple[float, int], ...], list[int]] = {}
    for item, sellers in enumerate(problem.sellers):
        merged.setdefault(sellers, []).append(item)
    number = {items[0]: new for new, items in enumerate(merged.values())}
    count = [len(items) for items in merged.values()]
    offers = [
        {number[item]: doubt * count[number[item]] for item, doubt in offered if item in number}
        for offered in problem.offers
    ]
    keep = [0, *_worthwhile(problem, offers), problem.end]
    rows = {problem.floor[a]: tuple(problem.travel[a][b] for b in keep) for a in _one_a_floor(problem, keep)}
    smaller = Problem(
        travel=tuple(rows[problem.floor[a]] for a in keep),
        stop=tuple(problem.stop[site] for site in keep),
        floor=tuple(problem.floor[site] for site in keep),
        offers=tuple(tuple(offers[site].items()) for site in keep),
        lines=tuple(sum(problem.lines[item] for item in items) for items in merged.values()),
        line_seconds=problem.line_seconds,
    )
    return Reduced(smaller, tuple(keep), dict(_stand_ins(problem, offers, keep)))


def _one_a_floor(problem: Problem, sites: Sequence[int]) -> Iterable[int]:
    """One site of each floor of ``sites``; all of a floor are as far from everything else."""
    return {problem.floor[site]: site for site in sites}.values()


def _stand_ins(
    problem: Problem, offers: Sequence[dict[int, float]], keep: Sequence[int]
) -> Iterator[tuple[int, int]]:
    by_floor: dict[int, list[int]] = {}
    for site in keep:
        by_floor.setdefault(problem.floor[site], []).append(site)
    number = {site: new for new, site in enumerate(keep)}
    for site in range(1, problem.end):
        if offers[site]:
            others = by_floor[problem.floor[site]]
            better = (other for other in others if _outdoes(problem, offers, other, site))
            yield site, number[site] if site in number else number[next(better)]


def _worthwhile(problem: Problem, offers: Sequence[dict[int, float]]) -> list[int]:
    """Sites that sell something and that no other site of their floor outdoes."""
    floors: dict[int, list[int]] = {}
    for site in range(1, problem.end):
        if offers[site]:
            floors.setdefault(problem.floor[site], []).append(site)
    kept = []
    for sites in floors.values():
        left: list[int] = []
        for site in sorted(sites, key=lambda one: (-len(offers[one]), problem.stop[one], one)):
            if not any(_outdoes(problem, offers, other, site) for other in left):
                left = [other for other in left if not _outdoes(problem, offers, site, other)]
                left.append(site)
        kept += left
    return sorted(kept)


def _outdoes(problem: Problem, offers: Sequence[dict[int, float]], one: int, other: int) -> bool:
    """Whether ``one`` sells all that ``other`` does, at no more doubt, in no more time."""
    if problem.stop[one] > problem.stop[other] or len(offers[one]) < len(offers[other]):
        return False
    mine = offers[one]
    return all(item in mine and mine[item] <= doubt for item, doubt in offers[other].items())
