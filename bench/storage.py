"""Our notebook beside TinyDB's own JSONStorage: what accidents lose, and what an insert costs.

Run ``python bench/storage.py``. POSIX only. Every item is synthetic. An accident counts as lost every
item that was written before it and can no longer be read; the write in flight does not count.
"""

import os
import resource
import signal
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tinydb import TinyDB

from hqguide.errors import GuideError
from hqguide.notebook.book import Notebook
from hqguide.notebook.lists import ListItem, Lists

ITEMS = 50
WRITERS = 2
INSERTS = 60
TRIALS = 6
SIZES = (10, 100, 1000)


class Stock:
    """The same list on TinyDB as it comes."""

    name = "TinyDB JSONStorage"

    def __init__(self, path: Path) -> None:
        self.db = TinyDB(path)

    def fill(self, texts: list[str]) -> None:
        self.db.insert_multiple({"text": text, "quantity": 1} for text in texts)

    def add(self, text: str) -> None:
        self.db.insert({"text": text, "quantity": 1})

    def remove(self, item_id: int) -> None:
        self.db.remove(doc_ids=[item_id])

    def texts(self) -> set[str]:
        return {doc["text"] for doc in self.db}

    def close(self) -> None:
        self.db.close()


class Ours:
    """The notebook of hqguide."""

    name = "hqguide notebook"

    def __init__(self, path: Path) -> None:
        self.lists = Lists(Notebook(path, timeout=60))

    def fill(self, texts: list[str]) -> None:
        self.lists.add_many(ListItem(0, text) for text in texts)

    def add(self, text: str) -> None:
        self.lists.add(text)

    def remove(self, item_id: int) -> None:
        self.lists.remove(item_id)

    def texts(self) -> set[str]:
        return {item.text for item in self.lists.show()}

    def close(self) -> None:
        """Nothing is held open between calls."""


Opener = type[Stock] | type[Ours]


def in_child(action: Callable[[], object]) -> int:
    """Start ``action`` in a fork; the process id."""
    pid = os.fork()
    if pid == 0:
        try:
            action()
        except (OSError, ValueError, GuideError):
            os._exit(1)
        os._exit(0)
    return pid


def lost(opener: Opener, path: Path, expected: set[str]) -> int:
    """How many of ``expected`` cannot be read any more."""
    try:
        with closing(opener(path)) as store:
            return len(expected - store.texts())
    except (ValueError, GuideError):
        return len(expected)


def killed_at_fsync(opener: Opener, path: Path) -> tuple[int, int]:
    """A removal makes the file shorter; the process dies when it asks for the first flush to disk."""
    texts = [f"synthetic part {number}" for number in range(ITEMS)]
    with closing(opener(path)) as store:
        store.fill(texts)

    def remove_and_die() -> None:
        store = opener(path)
        vars(os)["fsync"] = lambda _handle: os.kill(os.getpid(), signal.SIGKILL)
        store.remove(1)

    os.waitpid(in_child(remove_and_die), 0)
    return lost(opener, path, set(texts[1:])), ITEMS - 1


def disk_full(opener: Opener, path: Path) -> tuple[int, int]:
    """The disk takes no byte beyond the present size of the file."""
    texts = [f"synthetic part {number}" for number in range(ITEMS)]
    with closing(opener(path)) as store:
        store.fill(texts)
    size = path.stat().st_size

    def add_to_full_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        opener(path).add("one part too many")

    os.waitpid(in_child(add_to_full_disk), 0)
    return lost(opener, path, set(texts)), ITEMS


def two_writers(opener: Opener, path: Path) -> tuple[int, int]:
    """Two processes add different items at once."""

    def write(name: int) -> Callable[[], None]:
        def run() -> None:
            store = opener(path)
            for number in range(INSERTS):
                store.add(f"synthetic part {number} of {name}")

        return run

    for pid in [in_child(write(name)) for name in range(WRITERS)]:
        os.waitpid(pid, 0)
    expected = {f"synthetic part {number} of {name}" for number in range(INSERTS) for name in range(WRITERS)}
    return lost(opener, path, expected), len(expected)


def insert_ms(opener: Opener, path: Path, size: int) -> float:
    """Median milliseconds of one durable insert into a list of ``size`` items."""
    times = []
    with closing(opener(path)) as store:
        store.fill([f"synthetic part {number}" for number in range(size)])
        for number in range(30):
            start = time.perf_counter()
            store.add(f"another part {number}")
            times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    """Both stores through every accident, then the price of an insert."""
    scenes = (("killed at fsync", killed_at_fsync), ("disk full", disk_full), ("two writers", two_writers))
    print(f"lost items, sum of {TRIALS} trials (trials with a loss)")
    for title, scene in scenes:
        for opener in (Stock, Ours):
            results = []
            for _ in range(TRIALS):
                with tempfile.TemporaryDirectory() as folder:
                    results.append(scene(opener, Path(folder) / "notebook.json"))
            gone, total = sum(result[0] for result in results), sum(result[1] for result in results)
            hit = sum(result[0] > 0 for result in results)
            print(f"  {title:16} {opener.name:20} {gone:5} of {total} ({hit})")
    print("ms per insert, median of 30 (every insert flushed to disk)")
    for size in SIZES:
        cost = {}
        for opener in (Stock, Ours):
            with tempfile.TemporaryDirectory() as folder:
                cost[opener] = insert_ms(opener, Path(folder) / "notebook.json", size)
        print(
            f"  {size:5} items      {Stock.name} {cost[Stock]:.2f}   {Ours.name} {cost[Ours]:.2f}"
            f"   ratio {cost[Ours] / cost[Stock]:.2f}"
        )


if __name__ == "__main__":
    main()
