"""What a whole ``find`` costs in a market of many stalls, and the look-up of shops and counters in it.

The same keys twice: with the shops in memory, and in the directory that ``hqguide data build`` writes.
"""

import json
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.synthetic_market import synthetic_market
from bench.synthetic_pack import write_pack
from bench.synthetic_questions import questions
from hqguide.guide import Guide
from hqguide.market.pack import default_folder
from hqguide.parts.language import load_language
from hqguide.search.directory import listing
from hqguide.search.names import read_names
from hqguide.search.signs_on_disk import write_directory

HELD_OUT = Path(__file__).resolve().parents[1] / "tests" / "parts" / "queries_held_out.json"


def keys_of(texts: Sequence[str]) -> list[str]:
    """Every prefix of every text that is not blank: what a search box is asked while they are typed."""
    return [text[:size] for text in texts for size in range(1, len(text) + 1) if text[:size].strip()]


def sample(stalls: int, seed: int, count: int) -> list[str]:
    """Keys drawn at random, half of them of questions about the stalls, half of queries for goods."""
    language = load_language(default_folder())
    market = synthetic_market(stalls, language)
    about_stalls = [text for _, text, *_ in questions(market, language, listing(market, language), seed)]
    for_goods = [row["query"] for row in json.loads(HELD_OUT.read_text(encoding="utf-8"))]
    draw = random.Random(seed)  # noqa: S311 # drawn anew from a seed, nothing secret
    return [key for texts in (about_stalls, for_goods) for key in draw.sample(keys_of(texts), count // 2)]


def timed(ask: Callable[[str], object], keys: Sequence[str]) -> dict[str, float]:
    """CPU milliseconds of each key, the best of two."""
    took = sorted(min(_once(ask, key) for _ in range(2)) for key in keys)
    return {"p50": took[len(took) // 2], "p95": took[int(len(took) * 0.95)], "max": took[-1]}


def _once(ask: Callable[[str], object], key: str) -> float:
    started = time.process_time()
    ask(key)
    return (time.process_time() - started) * 1e3


def find_at_scale(stalls: int, seed: int, count: int = 240) -> list[dict[str, Any]]:
    """The figures of the names alone and of the whole ``find``, from memory and from the directory."""
    keys = sample(stalls, seed, count)
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as home:
        pack = Path(home) / "pack"
        write_pack(pack, stalls)
        for where in ("in memory", "directory"):
            if where == "directory":
                write_directory(pack)
            guide = Guide(pack, Path(home) / "notebook.json")
            market = guide.market
            first = _once(lambda text: read_names(market, text, 0.0), "kingsley trading")  # noqa: B023 # asked at once
            for what, ask in (
                ("names", lambda text: read_names(market, text, 0.0)),  # noqa: B023 # asked at once
                ("find", guide.find),
            ):
                rows.append({"scope": what, "engine": where, "first_ms": first, "keys": len(keys)})
                rows[-1] |= timed(ask, keys)
    return rows


def print_finds(stalls: int, rows: Sequence[dict[str, Any]]) -> None:
    """Print the figures in a line each."""
    print(f"\nfind among {stalls:,} stalls, {rows[0]['keys']} keys, CPU ms a key (goal p95: 3)")
    for row in rows:
        print(
            f"{row['scope']:6} {row['engine']:10} p50 {row['p50']:6.2f}  p95 {row['p95']:6.2f}"
            f"  max {row['max']:6.1f}   the first look-up {row['first_ms']:6.0f}"
        )
