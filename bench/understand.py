"""How well and how fast queries are understood, beside a peer measured in the same run.

Usage: python bench/understand.py [DATA_DIR] [--misses]

The peer is RapidFuzz's WRatio over every English and Chinese name of the pack, the obvious few lines
anyone would write first. Figures are per kind of query, for the sets tuned on and for those held out, and for
what somebody wants to do (intents). Which set was seen when is told in docs/search.md.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hqguide.parts.language import Language

ROOT = Path(__file__).resolve().parents[1]
Row = dict[str, Any]
Answerer = Callable[[Row], list[str]]
SETS = (
    *("queries_dev", "queries_seen", "queries_held_out"),
    *("queries_field", "queries_bills", "queries_field_second", "queries_bills_held_out", "queries_buyer"),
    "queries_bills_third",
    *("queries_buyer_second", "queries_buyer_third", "queries_nothing_second", "queries_nothing_third"),
    *("queries_bills_fourth", "queries_people_fourth", "queries_nothing_fourth"),
    # Written and judged by somebody else, run, and never looked at line by line.
    *("queries_bills_closed", "queries_people_closed", "queries_nothing_closed"),
)


def hit(found: list[str], row: Row) -> bool:
    """Whether a category list answers a query; a query that expects nothing wants an empty list."""
    wanted = row["expect_any"]
    if not wanted:
        return not found
    return any(c == w or ("." not in w and c.split(".")[0] == w) for c in found for w in wanted)


def top(found: list[str], row: Row, count: int) -> bool:
    return hit(found[:count], row) if row["expect_any"] else not found


def report(title: str, rows: list[Row], answer: Answerer, *, misses: bool = False) -> None:
    total, first, third, took = Counter[str](), Counter[str](), Counter[str](), []
    for row in rows:
        start = time.perf_counter()
        found = answer(row)
        took.append((time.perf_counter() - start) * 1e3)
        kind = row["kind"]
        total[kind] += 1
        first[kind] += top(found, row, 1)
        third[kind] += top(found, row, 3)
        if misses and not top(found, row, 1):
            mark = "" if top(found, row, 3) else "!!"
            print(f"  {mark:2} {kind:9} {row['query']!r} wanted {row['expect_any']} got {found[:4]}")
    took.sort()
    count = len(rows)
    print(f"{title}: {count} queries")
    for kind, n in total.items():
        print(f"  {kind:9} {n:4}  top-1 {first[kind] / n:6.1%}  top-3 {third[kind] / n:6.1%}")
    best, fair = sum(first.values()) / count, sum(third.values()) / count
    print(f"  {'all':9} {count:4}  top-1 {best:6.1%}  top-3 {fair:6.1%}")
    slow = took[int(count * 0.95)]
    print(f"  ms per query: median {took[count // 2]:.2f}, p95 {slow:.2f}, max {took[-1]:.2f}")


def main(folder: Path, *, misses: bool) -> None:
    start = time.perf_counter()
    from hqguide.parts.language import load_language
    from hqguide.parts.understand import understand

    imported = time.perf_counter()
    language = load_language(folder)
    loaded = time.perf_counter()
    understand("capasitor", language)
    ready = time.perf_counter()
    print(
        f"cold: import {(imported - start) * 1e3:.0f} ms, load {(loaded - imported) * 1e3:.0f} ms, "
        f"first query {(ready - loaded) * 1e3:.0f} ms"
    )
    ours, peer = answerers(language)
    for name in SETS:
        rows = read_rows(name)
        report(f"hqguide, {name}", rows, ours, misses=misses)
        report(f"WRatio, {name}", rows, peer)
    for half in ("dev", "held"):
        rows = [row for row in read_rows("queries_nothing") if row["half"] == half]
        report(f"hqguide, queries_nothing ({half})", rows, ours, misses=misses)
        report(f"WRatio, queries_nothing ({half})", rows, peer)
    intents(language, misses=misses)


def intents(language: "Language", *, misses: bool = False) -> None:
    """The figures for what somebody wants to do, ours and the peer's."""
    ours, peer = answerers(language)
    for half in ("dev", "held", "fresh"):
        rows = [{"kind": "intent", **row} for row in read_rows("intents") if row["half"] == half]
        report(f"hqguide, intents ({half})", rows, ours, misses=misses)
        report(f"WRatio, intents ({half})", rows, peer)


def answerers(language: "Language") -> tuple[Answerer, Answerer]:
    """Ours and the peer's way from a row to categories."""
    from rapidfuzz import fuzz, process

    from hqguide.parts.beside import Context
    from hqguide.parts.understand import understand

    names = {**language.index.english, **language.index.chinese}
    texts = list(names)

    def ours(row: Row) -> list[str]:
        context = Context(**row.get("context", {}))
        return [meaning.category for meaning in understand(row["query"], language, context=context)]

    def peer(row: Row) -> list[str]:
        best = process.extract(row["query"].lower(), texts, scorer=fuzz.WRatio, limit=8, score_cutoff=60)
        return list(dict.fromkeys(language.index.targets[names[text][0]].category for text, _, _ in best))

    return ours, peer


def read_rows(name: str) -> list[Row]:
    rows: list[Row] = json.loads((ROOT / "tests" / "parts" / f"{name}.json").read_text(encoding="utf-8"))
    return rows


if __name__ == "__main__":
    folders = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    main(Path(folders[0]) if folders else ROOT / "data", misses="--misses" in sys.argv)
