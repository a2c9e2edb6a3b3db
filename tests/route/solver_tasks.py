"""Synthetic errands for the solver tests, every tour of them, and a slow second opinion on what is found."""

import itertools
import math
import random
from collections.abc import Iterator

from hypothesis import strategies as st

from hqguide.route.solver.order import framed
from hqguide.route.solver.settle import settle
from hqguide.route.solver.task import Found, Task

WINDOWS = (((0.0, 1000.0),), ((50.0, 120.0),), ((0.0, 60.0), (150.0, 400.0)), ((200.0, 300.0),))


@st.composite
def tasks(draw: st.DrawFn, most_items: int = 6, most_sites: int = 5, *, plain: bool = False) -> Task:
    """Small errands on a slope, with every kind of wish unless ``plain``."""
    sites = draw(st.integers(2, most_sites))
    items = draw(st.integers(0, most_items))
    spots = draw(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=sites, max_size=sites))
    heights = draw(st.lists(st.integers(0, 20), min_size=sites, max_size=sites))
    travel = tuple(
        tuple(math.dist(a, b) + max(0, up - down) for b, up in zip(spots, heights, strict=True))
        for a, down in zip(spots, heights, strict=True)
    )
    order = draw(st.permutations(range(sites)))
    sellers = st.sets(st.integers(0, sites - 1), min_size=1, max_size=3)
    cost = st.sampled_from([0.0, 0.0, 5.0, 30.0])
    offers = tuple(tuple((site, draw(cost)) for site in sorted(draw(sellers))) for _ in range(items))
    stop = tuple(draw(st.sampled_from([0.0, 10.0, 30.0])) for _ in range(sites))
    end = draw(st.sampled_from([None, order[0], order[-1]]))
    task = Task(travel=travel, start=order[0], end=end, stop=stop, offers=offers)
    return task if plain else _with_wishes(draw, task, [site for site in order[1:] if site != end])


def _with_wishes(draw: st.DrawFn, task: Task, free: list[int]) -> Task:
    each = [None] * task.items
    begins, ends, hours = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
    first = (free.pop(),) if free and begins else ()
    last = (free.pop(),) if free and ends else ()
    return Task(
        travel=task.travel,
        start=task.start,
        end=task.end,
        stop=task.stop,
        offers=task.offers,
        line_seconds=tuple(draw(st.sampled_from([0.0, 5.0, 10.0])) for _ in each),
        penalty=tuple(draw(st.sampled_from([10.0, 60.0, 150.0, math.inf])) for _ in each),
        windows=tuple(draw(st.sampled_from(WINDOWS)) for _ in task.stop) if hours else (),
        latest=draw(st.sampled_from([math.inf, 0.0, 120.0, 250.0])),
        quotes=tuple(draw(st.sampled_from([1, 1, 2])) for _ in each) if draw(st.booleans()) else (),
        must=tuple(free[:1]) if draw(st.booleans()) else (),
        first=first,
        last=last,
        waiting=draw(st.sampled_from([0.0, 1.0])),
    )


def scattered(items: int, sites: int, seed: int) -> Task:
    """A larger plain errand on a plane; every item at three to eight sites."""
    rng = random.Random(seed)  # noqa: S311 - a synthetic errand
    spots = [(450.0, 450.0), *((rng.uniform(0, 900), rng.uniform(0, 900)) for _ in range(sites))]
    offers = tuple(
        tuple(
            (site, rng.choice([0.0, 60.0, 240.0]))
            for site in rng.sample(range(1, sites + 1), rng.randint(3, 8))
        )
        for _ in range(items)
    )
    return Task(
        travel=tuple(tuple(math.dist(a, b) for b in spots) for a in spots),
        start=0,
        end=0,
        stop=(0.0, *(100.0 for _ in range(sites))),
        offers=offers,
    )


def all_tours(task: Task) -> Iterator[tuple[int, ...]]:
    """Every order of every choice of sites, with those that come first and last: the slow obvious way."""
    fixed = {task.start, task.end, *task.first, *task.last}
    free = [site for site in range(task.sites) if site not in fixed]
    for size in range(len(free) + 1):
        for tour in itertools.permutations(free, size):
            yield framed(task, tour)


def least(task: Task) -> Found | None:
    """The best of all tours."""
    found = (settle(task, tour) for tour in all_tours(task))
    return min((one for one in found if one is not None), key=lambda one: one.rank, default=None)


def faults(task: Task, found: Found) -> list[str]:
    """What is wrong with a tour, worked out from the task alone and without a line of the solver."""
    wrong = []
    tour = list(found.tour)
    if len(set(tour)) < len(tour) or {task.start, task.end} & set(tour):
        wrong.append("a site twice")
    if tuple(tour[: len(task.first)]) != task.first or tuple(tour[len(tour) - len(task.last) :]) != task.last:
        wrong.append("not first or last")
    way = [task.start, *tour] + ([] if task.end is None else [task.end])
    clock = waited = 0.0
    for place, site in enumerate(way):
        stay = task.stop[site] if 0 < place <= len(tour) else 0.0
        if place:
            clock += task.travel[way[place - 1]][site]
            if task.windows:
                opens = [max(clock, o) for o, c in task.windows[site] if c >= clock]
                if not opens:
                    return [*wrong, f"too late at {site}"]
                waited += min(opens) - clock
                clock = min(opens)
        seen = place == way.index(site)
        clock += stay + sum(
            task.line_seconds[item]
            for item, sellers in enumerate(found.sellers)
            if task.line_seconds and seen and site in sellers
        )
    if clock > task.latest + 1e-6:
        wrong.append("too late at the end")
    if abs(clock - found.seconds) > 1e-6:
        wrong.append(f"over at {clock}, not {found.seconds}")
    cost, missed = _bill(task, found, set(way))
    cost += clock - waited + task.waiting * waited
    if missed != found.missed or (not missed and abs(cost - found.cost) > 1e-6):
        wrong.append(f"costs {cost} and misses {missed}, not {found.cost} and {found.missed}")
    if missed and found.cost < math.inf:
        wrong.append("costs something though things are missing")
    return wrong


def _bill(task: Task, found: Found, way: set[int]) -> tuple[float, int]:
    """Prices and penalties, and how much that must be had is not."""
    cost, missed = 0.0, len(set(task.must) - way)
    for item, sellers in enumerate(found.sellers):
        price = dict(task.offers[item])
        wanted = min(task.quotes[item] if task.quotes else 1, len(price))
        penalty = task.penalty[item] if task.penalty else math.inf
        if len(set(sellers)) < len(sellers) or len(sellers) > wanted or not set(sellers) <= way & set(price):
            missed += 100
            continue
        cost += sum(price[site] for site in sellers)
        short = wanted - len(sellers)
        if penalty == math.inf:
            missed += short
        else:
            cost += penalty * short / wanted
    return cost, missed
