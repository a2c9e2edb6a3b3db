"""One engine of the search bench in a process of its own: build it, or ask it and measure.

Usage: python -m bench.search_run build|open|ask ENGINE SCOPE FOLDER SIZE SECONDS; prints one line of JSON.
"""

import json
import os
import random
import resource
import sys
import time
from pathlib import Path
from typing import Protocol

from bench.search_peers import PEERS

DATA = "data"
PASSES = 3


class Engine(Protocol):
    """What is measured."""

    def build(self, lines: Path, folder: Path) -> None: ...

    def open(self, folder: Path) -> None: ...

    def find(self, text: str) -> list[int]: ...


class OurMarket:
    """The directory of the guide."""

    def __init__(self, size: int) -> None:
        self.size = size

    def build(self, lines: Path, folder: Path) -> None:
        """From the market itself, not from ``lines``."""
        from bench.synthetic_market import synthetic_market
        from hqguide.market.pack import default_folder
        from hqguide.parts.language import load_language
        from hqguide.search import directory

        language = load_language(default_folder())
        market = synthetic_market(self.size, language)
        self.started = time.process_time()
        directory.build(market, language, folder)

    def open(self, folder: Path) -> None:
        from hqguide.search.directory import MarketDirectory

        self.directory = MarketDirectory(folder)

    def find(self, text: str) -> list[int]:
        return [number for number, _ in self.directory.search(text)]


class OurParts:
    """The index of part numbers."""

    def build(self, lines: Path, folder: Path) -> None:
        from hqguide.textindex.parts_index import build_parts

        numbers = (lines.parent / "numbers.txt").read_text(encoding="utf-8").splitlines()
        self.started = time.process_time()
        build_parts(folder, numbers)

    def open(self, folder: Path) -> None:
        from hqguide.textindex.parts_index import open_parts

        self.index = open_parts(folder)

    def find(self, text: str) -> list[int]:
        return [row for row, _ in self.index.search(text)]


def engine(name: str, scope: str, size: int) -> Engine:
    """The engine called ``name`` for the stalls or the part numbers."""
    if name != "hqguide":
        return PEERS[name]()
    return OurMarket(size) if scope == "market" else OurParts()


def cpu() -> float:
    """CPU seconds of this process, of all its threads and its finished children."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def memory_mb() -> float:
    """Resident memory of this process now, in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def build(one: Engine, lines: Path, folder: Path) -> dict[str, float]:
    """CPU seconds of a build, its peak memory and what it leaves on the disk."""
    folder.mkdir(parents=True)
    started = cpu()
    one.build(lines, folder)
    started = getattr(one, "started", started)
    return {
        "build_s": cpu() - started,
        "build_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "disk_mb": sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6,
    }


def opened(one: Engine, folder: Path, questions: Path) -> dict[str, float]:
    """Milliseconds by the clock to open an index and to the first answer, both cold; libraries are loaded."""
    for name in ("numpy", "rapidfuzz.process", "rapidfuzz.distance.OSA", "hqguide.search.directory"):
        __import__(name)
    text = json.loads(questions.read_text(encoding="utf-8"))[0][1]
    started = time.perf_counter()
    one.open(folder)
    opening = time.perf_counter()
    one.find(text)
    return {"open_ms": (opening - started) * 1e3, "first_ms": (time.perf_counter() - opening) * 1e3}


def ask(one: Engine, folder: Path, questions: Path, seconds: float) -> dict[str, object]:
    """Ask every prefix of every question, then every question, each for ``seconds`` by the clock at most."""
    one.open(folder)
    texts = json.loads((questions.parent / f"{questions.stem}-texts.json").read_text(encoding="utf-8"))
    figures = _keys(one, texts, seconds)
    # Before the right answers are read, which are no part of an engine.
    figures["memory_mb"] = memory_mb()
    return figures | _quality(one, json.loads(questions.read_text(encoding="utf-8")), seconds)


def _keys(one: Engine, texts: list[str], seconds: float) -> dict[str, object]:
    """How many key presses there are, how many were measured, and what they took: CPU and wall milliseconds.

    They come in random order until the time is up. When all were asked in time they are typed again letter by
    letter, :data:`PASSES` times, and the best counts, because other work on the machine only adds.
    """
    every = [text[:size] for text in texts for size in range(1, len(text) + 1)]
    ends = time.perf_counter() + seconds
    taken = _timed(one, random.Random(2).sample(every, len(every)), ends)  # noqa: S311 # drawn anew from a seed, nothing secret
    if len(taken) == len(every):
        passes = [_timed(one, every, ends) for _ in range(PASSES)]
        whole = [times for times in passes if len(times) == len(every)] or [taken]
        taken = [(min(t[0] for t in times), min(t[1] for t in times)) for times in zip(*whole, strict=True)]
    cpus, walls = (sorted(times) for times in zip(*taken, strict=True))
    return {
        "keys": len(taken),
        "of_keys": len(every),
        "p50": _at(cpus, 0.5),
        "p95": _at(cpus, 0.95),
        "max": cpus[-1],
        "wall_p50": _at(walls, 0.5),
        "wall_p95": _at(walls, 0.95),
    }


def _timed(one: Engine, texts: list[str], ends: float) -> list[tuple[float, float]]:
    """CPU and wall milliseconds of each text in order, until the clock says ``ends``; at least one."""
    taken: list[tuple[float, float]] = []
    for text in texts:
        begun, started = time.perf_counter(), cpu()
        if begun > ends and taken:
            break
        one.find(text)
        taken.append(((cpu() - started) * 1e3, (time.perf_counter() - begun) * 1e3))
    return taken


def _at(ordered: list[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _quality(
    one: Engine, asked: list[tuple[str, str, list[int], list[int]]], seconds: float
) -> dict[str, object]:
    """Recall in the first ten and reciprocal rank: over all, for each kind, of the entries meant alone.

    The order is random and the same for every engine, so that one that ran out of time is compared with
    another on the same questions: ``each`` has the figures of all in that order.
    """
    random.Random(3).shuffle(asked)  # noqa: S311 # drawn anew from a seed, nothing secret
    kinds: dict[str, list[tuple[float, float]]] = {}
    every: list[tuple[float, float]] = []
    meant: list[tuple[float, float]] = []
    ends = time.perf_counter() + seconds
    for kind, text, right, made_from in asked:
        if time.perf_counter() > ends and every:
            break
        found = one.find(text)[:10]
        every.append(_judged(found, set(right)))
        kinds.setdefault(kind, []).append(every[-1])
        meant.append(_judged(found, set(made_from)))
    return {
        "asked": len(every),
        "of_asked": len(asked),
        "recall": _mean(every, 0),
        "mrr": _mean(every, 1),
        "each": every,
        "meant_recall": _mean(meant, 0),
        "meant_mrr": _mean(meant, 1),
        "kinds": {kind: [len(pairs), _mean(pairs, 0), _mean(pairs, 1)] for kind, pairs in kinds.items()},
    }


def _judged(found: list[int], wanted: set[int]) -> tuple[float, float]:
    """Which share of the wanted, ten at most, was found, and one by the place of the first of them."""
    recall = sum(number in wanted for number in found) / min(10, len(wanted))
    return recall, next((1 / (at + 1) for at, number in enumerate(found) if number in wanted), 0.0)


def _mean(pairs: list[tuple[float, float]], part: int) -> float:
    return sum(pair[part] for pair in pairs) / max(1, len(pairs))


def evict(folder: Path) -> None:
    """Ask the system to forget the files of ``folder``, so that opening them reads the disk."""
    for path in folder.rglob("*"):
        if path.is_file() and hasattr(os, "posix_fadvise"):
            handle = os.open(path, os.O_RDONLY)
            os.fsync(handle)
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(handle)


def main(arguments: list[str]) -> int:
    """Build, open or ask one engine."""
    task, name, scope, where, size, seconds = arguments
    data, folder = Path(where) / DATA / scope, Path(where) / scope / name
    one = engine(name, scope, int(size))
    if task == "build":
        figures: dict[str, object] = dict(build(one, data / "lines.json", folder))
    elif task == "open":
        evict(folder)
        figures = dict(opened(one, folder, data / "questions.json"))
    else:
        figures = ask(one, folder, data / "questions.json", float(seconds))
    print(json.dumps(figures, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
