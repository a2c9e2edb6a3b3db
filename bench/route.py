"""The solver on a synthetic district, beside simple rules and routing libraries, in one run.

``python -m bench.route`` prints for lists of 10, 30, 60 and 200 items the gap in percent to the best tour
that anything found (a long run of the solver, a proof, or a peer), the milliseconds to the first complete
plan, and how many of 200 items two hours buy, on the same lists and on lists of as many different counters
an item as drawn. ``--cpu`` counts process time for the solver, for a machine
that is busy; peers are always given wall clock. ``--fast`` leaves out the long runs and the peers.
"""

import argparse
import math
import time
from collections.abc import Callable, Iterator

import msgspec

from bench.route_peers import INSTALL, peers
from bench.synthetic_district import District, district, errand
from hqguide.route.solver.better import better
from hqguide.route.solver.order import fewest_stops, nearest_first
from hqguide.route.solver.settle import settle
from hqguide.route.solver.task import Found, Task

SIZES = (10, 30, 60, 200)
SEEDS = (1, 2, 3)
LIMITS = (0.2, 1.0)
LONG = 4.0
TWO_HOURS = 7200.0
LINE_SECONDS = 0.0
# Peers take many nodes for a long list; beyond this they are not run.
PEER_ITEMS = 60

Clock = Callable[[], float]


def solved(task: Task, seconds: float, clock: Clock, seed: int = 0) -> tuple[Found, float]:
    """The best tour found in so many seconds, and the seconds to the first."""
    begun = clock()
    first, latest = math.inf, []
    for found in better(task, seed=seed, deadline=begun + seconds, clock=clock):
        first = min(first, clock() - begun)
        latest = [found]
    return latest[0], first


def costs(task: Task, clock: Clock, *, fast: bool) -> dict[str, float | None]:
    """Cost by method; ``None`` where there is no complete tour. The long run is named so."""
    found: dict[str, float | None] = {}
    for name, rule in (("nearest first", nearest_first), ("fewest counters", fewest_stops)):
        tour = settle(task, rule(task))
        found[name] = None if tour is None or tour.missed else tour.cost
    for seconds in LIMITS:
        best, first = solved(task, seconds, clock)
        found[f"hqguide {seconds:g} s"] = best.cost
        found["first ms"] = min(1000 * first, found.get("first ms") or math.inf)
    if not fast:
        found["long"] = min(solved(task, LONG, clock, seed)[0].cost for seed in (1, 2))
        if task.items <= PEER_ITEMS:
            for name, run in peers().items():
                found[f"{name} 1 s"] = run(task, 1.0) if run else None
    return found


def gaps(place: District, clock: Clock, *, fast: bool) -> Iterator[tuple[int, dict[str, float]]]:
    """For each size the mean gap in percent by method, and the mean milliseconds to the first plan."""
    for size in SIZES:
        rows = []
        for seed in SEEDS:
            row = costs(errand(place, size, seed), clock, fast=fast)
            first = row.pop("first ms") or 0.0
            best = min(cost for cost in row.values() if cost is not None)
            gap = {name: 100 * (cost / best - 1) for name, cost in row.items() if cost is not None}
            rows.append({**gap, "first ms": first})
        names = dict.fromkeys(name for row in rows for name in row)
        yield size, {name: sum(row.get(name, math.nan) for row in rows) / len(rows) for name in names}


def bought_in_two_hours(place: District, clock: Clock, *, different: bool) -> Iterator[tuple[int, int, int]]:
    """By seed, how many of 200 items the solver and nearest-first buy in 120 minutes, stops only.

    Without ``different`` a counter drawn twice for an item counts once, which leaves 14 to 16 an item on the
    mean; with it there are as many as drawn, 16 to 18. More counters an item make more fit in.
    """
    for seed in SEEDS:
        plain = errand(place, 200, seed, different=different)
        task = msgspec.structs.replace(
            plain,
            line_seconds=(LINE_SECONDS,) * plain.items,
            penalty=(TWO_HOURS,) * plain.items,
            latest=TWO_HOURS,
        )
        rival = settle(task, nearest_first(task))
        best, _ = solved(task, 1.0, clock)
        yield seed, sum(map(bool, best.sellers)), sum(map(bool, rival.sellers)) if rival else 0


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cpu", action="store_true")
    parser.add_argument("--fast", action="store_true")
    options = parser.parse_args()
    clock = time.process_time if options.cpu else time.monotonic
    place = district()
    for name, run in peers().items():
        if run is None:
            print(f"{name}: {INSTALL}")
    for size, row in gaps(place, clock, fast=options.fast):
        cells = (f"{name} {value:.2f}" for name, value in row.items())
        print(f"{size} items, gap %:  " + "  ".join(cells), flush=True)
    for different, words in ((False, "counters drawn"), (True, "different counters")):
        for seed, ours, rival in bought_in_two_hours(place, clock, different=different):
            bought = f"{words}, seed {seed}: {ours} bought, nearest first {rival}"
            print(f"200 items in 120 min, {bought}", flush=True)


if __name__ == "__main__":
    main()
