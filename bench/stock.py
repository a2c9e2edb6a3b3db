"""A stock list of a million rows: what its import costs beside plain readers, and what a lookup costs.

Run ``python bench/stock.py [ROWS]``. Every part, brand and price is synthetic (seeded). Each job runs in
a process of its own; CPU seconds and the peak of its memory are those of that process.
"""

import csv
import hashlib
import os
import random
import resource
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from hqguide.stock.importing import import_list
from hqguide.stock.lookup import Stock
from hqguide.stock.order import Order

SEED = 20261123
ROWS = 1_000_000
LOOKUPS = 2_000
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
BRANDS = ("Synthetic", "Made-up", "合成电子", "Example Semi", "Placeholder", "虚构")
PACKAGES = ("SOP-8", "LQFP-48", "0603", "0402", "SOT-23", "QFN-32", "TO-220", "DIP-8")
HEADER = ("型号", "品牌", "数量", "批号", "封装", "单价(元)", "位置")
DAY = "2026-11-23"


def rows(count: int) -> Iterator[tuple[object, ...]]:
    """Rows of a made-up broker: one in fifty comes twice, one in five thousand cannot be read."""
    dice = random.Random(SEED)  # noqa: S311 - a reproducible list, no secret
    row: tuple[object, ...] = ()
    for number in range(count):
        if number % 50 != 49:
            head, tail = "".join(dice.choices(LETTERS, k=3)), "".join(dice.choices(LETTERS, k=2))
            part = f"{head}{dice.randrange(100, 99_999)}{tail}"
            quantity = "12 boxes of 3" if number % 5_000 == 7 else dice.randrange(1, 100_000)
            code = f"{dice.randrange(18, 27)}{dice.randrange(1, 53):02d}"
            price = f"{dice.random() * 20:.3f}"
            row = (part, dice.choice(BRANDS), quantity, code, dice.choice(PACKAGES), price, f"S{number % 9}")
        yield row


def write(path: Path, count: int) -> None:
    """The list as CSV."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(rows(count))


def read_only(folder: Path) -> None:
    """Peer: csv.reader goes through the file and keeps nothing."""
    with (folder / "list.csv").open(newline="", encoding="utf-8") as file:
        for _ in csv.reader(file):
            pass


def into_sqlite(folder: Path) -> None:
    """Peer: every row as it is into one SQLite table with an index on the number, like ``.import``."""
    plain = closing(sqlite3.connect(folder / "plain.sqlite"))
    with (folder / "list.csv").open(newline="", encoding="utf-8") as file, plain as link, link:
        link.execute("CREATE TABLE offer (part, brand, quantity, code, package, price, place)")
        link.executemany("INSERT INTO offer VALUES (?, ?, ?, ?, ?, ?, ?)", csv.reader(file))
        link.execute("CREATE INDEX by_part ON offer (part)")


def imported(folder: Path) -> None:
    """Ours: read, checked, merged, indexed for search."""
    import_list(folder / "stock", Order(folder / "list.csv", as_of=DAY))


JOBS: dict[str, Callable[[Path], None]] = {
    "csv.reader, nothing kept": read_only,
    "SQLite table and index": into_sqlite,
    "hqguide stock import": imported,
}


def cost(job: str, folder: Path) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak MB of one job in a process of its own."""
    begun = time.perf_counter()
    child = os.fork()
    if child == 0:
        JOBS[job](folder)
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    if status:
        raise SystemExit(f"{job} failed")
    return time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def resumed(folder: Path) -> tuple[float, float]:
    """CPU seconds of an import killed in the middle of its reading, and of the one that went on."""
    command = [sys.executable, "-m", "hqguide", "stock", "import", str(folder / "list.csv"), "--as-of", DAY]
    home = folder / "killed"
    child = subprocess.Popen(
        command, env={**os.environ, "HQGUIDE_HOME": str(home)}, stderr=subprocess.DEVNULL
    )
    size = (folder / "list.csv").stat().st_size
    while child.poll() is None:
        part = next(iter(home.glob("stock/list-*.part")), None)
        if part and part.stat().st_size > size * 0.6:
            child.send_signal(signal.SIGKILL)
        time.sleep(0.05)
    first = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env={**os.environ, "HQGUIDE_HOME": str(home)}, capture_output=True, check=True)
    both = resource.getrusage(resource.RUSAGE_CHILDREN)
    second = both.ru_utime + both.ru_stime - first.ru_utime - first.ru_stime
    return child.wait(), second


def said(stock: Path) -> dict[str, str]:
    """Checksums of all a stock says, whatever its index folders are called: offers, numbers, search index."""
    queries = (("list-*.sqlite", "offer", "key, line"), ("index-*/numbers.sqlite", "number", "row"))
    found: dict[str, str] = {}
    for pattern, table, order in queries:
        for path in stock.glob(pattern):
            told = hashlib.sha256()
            with closing(sqlite3.connect(path)) as link:
                for row in link.execute(f"SELECT * FROM {table} ORDER BY {order}"):  # noqa: S608 - names above
                    told.update(repr(row).encode())
            found[f"{table} {path.parent.name if table == 'number' else path.name}"] = told.hexdigest()
    for path in stock.glob("index-*/data-*/*"):
        found[f"{path.parent.parent.name} {path.name}"] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def lookups(folder: Path, count: int) -> dict[str, list[float]]:
    """CPU milliseconds of lookups by kind of query."""
    dice = random.Random(SEED + 1)  # noqa: S311
    sample = [str(row[0]) for n, row in enumerate(rows(count)) if n % (count // 2_500) == 1]
    stock, today = Stock(folder / "stock"), date.fromisoformat(DAY)
    kinds: dict[str, Callable[[str], str]] = {
        "exact": str,
        "no case": str.lower,
        "begun": lambda part: part[:6],
        "one slip": lambda part: part[: (at := dice.randrange(1, len(part) - 1))] + "7" + part[at + 1 :],
    }
    took: dict[str, list[float]] = {}
    stock.find(sample[0], today)
    for kind, spoilt in kinds.items():
        for part in dice.choices(sample, k=LOOKUPS // len(kinds)):
            begun = time.process_time()
            stock.find(spoilt(part), today)
            took.setdefault(kind, []).append((time.process_time() - begun) * 1000)
    return took


def main() -> None:
    """Print the cost of the import beside its peers, of a resumed one, and of lookups."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "list.csv", count)
        print(f"{count:,} rows, {(folder / 'list.csv').stat().st_size / 1e6:.0f} MB as CSV")
        print(f"{'':<26} {'wall s':>7} {'CPU s':>7} {'MB':>6} {'rows a CPU s':>13}")
        for job in JOBS:
            wall, cpu, megabytes = cost(job, folder)
            print(f"{job:<26} {wall:>7.1f} {cpu:>7.1f} {megabytes:>6.0f} {count / cpu:>13,.0f}")
        disk = sum(path.stat().st_size for path in (folder / "stock").rglob("*") if path.is_file()) / 1e6
        plain = (folder / "plain.sqlite").stat().st_size / 1e6
        print(f"on disk: {disk:.0f} MB, offers and search index; plain SQLite {plain:.0f} MB")
        code, second = resumed(folder)
        same = said(folder / "stock") == said(folder / "killed" / "stock")
        print(f"killed while reading (exit {code}), the import that went on took {second:.1f} CPU s")
        print(
            f"offers, numbers and search index as without the kill: {'the same' if same else 'NOT THE SAME'}"
        )
        print(f"{'lookup, CPU ms':<26} {'p50':>7} {'p95':>7} {'max':>7}")
        for kind, took in lookups(folder, count).items():
            cuts = statistics.quantiles(took, n=20)
            print(f"{kind:<26} {cuts[9]:>7.2f} {cuts[18]:>7.2f} {max(took):>7.2f}")


if __name__ == "__main__":
    main()
