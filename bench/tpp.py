"""Published routing instances solved by the shipped solver, beside the best values known.

``python -m bench.tpp PATH... --seconds 1 --json`` reads every instance in files and folders, solves each for
so long, and prints value, best known, gap in percent and hits, by file and by set (folder). Seconds are wall
clock; with ``--cpu`` they are process time, for a machine that is busy. ``--sample N --seed S`` takes
some of the files at random.
"""

import argparse
import json
import math
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.instance_files import Instance, known_value, read_instance
from hqguide.errors import GuideError
from hqguide.route.solver.better import better
from hqguide.route.solver.task import Found

SUFFIXES = {".tpp", ".gtsp", ".dzn", ".tw", ".txt"}


def instance_paths(paths: Sequence[Path]) -> list[Path]:
    """The files named, and all that look like instances in the folders named."""
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise GuideError("There is no such file or folder.", where=str(path))
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        found += [
            file for file in inside if file == path or (file.suffix in SUFFIXES and "known" not in file.name)
        ]
    return found


def best_value(
    instance: Instance, seconds: float, clock: Callable[[], float], seed: int
) -> tuple[float | None, bool]:
    """The best value found in so many seconds over the errands of an instance, and whether it is proven."""
    values: list[float] = []
    proven = True
    for task in instance.tasks:
        found: Found | None = None
        for latest in better(task, seed=seed, deadline=clock() + seconds / len(instance.tasks), clock=clock):
            found = latest
        value = instance.value(task, found) if found else None
        proven &= found is not None and found.proven
        if value is not None:
            values.append(value)
    pick = max if instance.most else min
    return pick(values, default=None), proven


def measured(path: Path, seconds: float, clock: Callable[[], float], seed: int) -> dict[str, Any]:
    """One row of the table."""
    instance = read_instance(path)
    known = known_value(path)
    value, proven = best_value(instance, seconds, clock, seed)
    gap = None
    if value is not None and known:
        gap = 100 * (known - value if instance.most else value - known) / abs(known)
    return {
        "set": path.parent.name,
        "instance": path.name,
        "kind": instance.kind,
        "value": None if value is None else round(value, 4),
        "known": known,
        "gap": None if gap is None else round(gap, 4),
        "hit": None if known is None else gap is not None and gap <= 1e-4,
        "proven": proven,
    }


def summaries(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One row for each set: instances, feasible ones, hits, those within 1 %, mean and largest gap."""
    for name in dict.fromkeys(row["set"] for row in rows):
        inside = [row for row in rows if row["set"] == name]
        gaps = [row["gap"] for row in inside if row["gap"] is not None]
        yield {
            "set": name,
            "instances": len(inside),
            "solved": sum(row["value"] is not None for row in inside),
            "hits": sum(bool(row["hit"]) for row in inside),
            "within_1_percent": sum(gap <= 1 for gap in gaps),
            "mean_gap": round(math.fsum(gaps) / len(gaps), 4) if gaps else None,
            "largest_gap": max(gaps, default=None),
            "proven": sum(row["proven"] for row in inside),
        }


def _line(row: dict[str, Any]) -> str:
    return "  ".join(f"{name} {'-' if value is None else value}" for name, value in row.items())


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--cpu", action="store_true", help="count process time instead of wall clock")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--sample", type=int, help="take so many of the files at random, by --seed")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(words)
    clock = time.process_time if options.cpu else time.monotonic
    try:
        paths = instance_paths(options.paths)
        if options.sample is not None:
            rng = random.Random(options.seed)  # noqa: S311 - a sample of files
            paths = sorted(rng.sample(paths, min(options.sample, len(paths))))
        rows = []
        for path in paths:
            rows.append(measured(path, options.seconds, clock, options.seed))
            if not options.json:
                print(_line(rows[-1]), flush=True)
    except GuideError as error:
        print(error, file=sys.stderr)
        return 2
    sets = list(summaries(rows))
    if options.json:
        print(json.dumps({"seconds": options.seconds, "sets": sets, "files": rows}, indent=1))
    else:
        print("\n".join(_line(row) for row in sets))
    return 0


if __name__ == "__main__":
    sys.exit(main())
