"""Search at scale: ours and its peers on a made-up market and on made-up part numbers, side by side.

Usage: python -m bench.search [--size 40000] [--numbers 1000000] [--seed 99] [--json FILE] [--seconds 15]
                              [--only market,parts,find,pack,intents,screen]
                              [--peers wratio,tantivy,fts5,fzf | --peers none]

A key press is every prefix of every question; its cost is CPU milliseconds. Recall counts right answers in
the first ten, MRR the first right one; a mistyped text has every entry for an answer that is as near to it
as the one meant (``bench/synthetic_judging.py``), and both are printed for the entry meant alone too.
Each engine builds and answers in processes of its own. Opening and the first answer are by the clock, the
libraries loaded and the files evicted from the memory of the system, best of three (once where it takes
seconds). Ours is timed three times on all keys and the best counts. A peer has ``--seconds`` by the clock for
key presses and as many for questions; one that is not done by then is measured on the random sample it got
through, and the table says how many keys and questions that were, with ours on the same questions. Of fzf
the CPU of its processes counts. The data are drawn with fixed seeds; ``--seed`` draws the questions: the
engine was tuned on 10 to 13. With the default seconds the whole takes about ten minutes on two quiet cores.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from bench.search_find import find_at_scale, keys_of, print_finds
from bench.search_peers import PEERS
from bench.search_run import DATA
from bench.search_table import WHAT, Figures, goal_table, table

ROOT = Path(__file__).resolve().parents[1]
OURS = "hqguide"
OPENINGS = 3
SLOW_OPENING_MS = 2_000.0
OUR_SECONDS = 120.0
BUILD_SECONDS = 240.0
"""A build or opening that is not done by then is said to be too slow."""
SCOPES = ("market", "parts", "find", "pack", "intents", "screen")


def write_market(folder: Path, size: int, seed: int) -> None:
    """The entries as peers get them, and the questions."""
    from bench.synthetic_market import synthetic_market
    from bench.synthetic_questions import questions
    from hqguide.market.pack import default_folder
    from hqguide.parts.language import load_language
    from hqguide.search.directory import listing
    from hqguide.textindex.entries import BLURRED, CHINESE, ENGLISH, WHOLE

    language = load_language(default_folder())
    market = synthetic_market(size, language)
    entries = listing(market, language).entries
    first = len(entries) - len(market.stalls)
    main = (CHINESE, ENGLISH, WHOLE)
    lines = []
    for number, entry in enumerate(entries):
        own = [s.text for s in entry.spellings if s.kind != BLURRED]
        if number >= first:
            own.append(str(market.stalls[number - first].name.en).lower())  # type: ignore[union-attr]
        of_groups = [s for g in entry.groups for s in entries[g].spellings if s.kind != BLURRED]
        groups = " ".join(s.text for s in of_groups)
        lines.append((number, own, groups, " ".join(s.text for s in of_groups if s.kind in main)))
    _write(folder, lines, questions(market, language, listing(market, language), seed))


def write_parts(folder: Path, size: int, seed: int) -> None:
    """The numbers, also as peers get them, and the questions."""
    from bench.synthetic_parts import part_questions, synthetic_numbers
    from hqguide.textindex.folding import fold

    numbers = synthetic_numbers(size)
    (folder / "numbers.txt").write_text("\n".join(numbers), encoding="utf-8")
    lines = ((row, list({fold(number), number.lower()}), "") for row, number in enumerate(numbers))
    _write(folder, lines, part_questions(numbers, seed))


def _write(
    folder: Path, lines: Iterable[object], asked: Iterable[tuple[str, str, list[int], list[int]]]
) -> None:
    questions = list(asked)
    _dump(folder / "lines.json", list(lines))
    _dump(folder / "questions.json", questions)
    _dump(folder / "questions-texts.json", [text for _, text, *_ in questions])


def _dump(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def measure(name: str, scope: str, folder: Path, size: int, seconds: float) -> Figures:
    """Build and ask one engine; what went wrong under ``failed``."""
    figures: Figures = {"engine": name, "scope": scope}
    for task in ("build", *("open",) * OPENINGS, "ask"):
        if task == "open" and figures.get("first_ms", 0.0) + figures.get("open_ms", 0.0) > SLOW_OPENING_MS:
            continue
        try:
            found = _task(task, name, scope, folder, size, seconds)
        except RuntimeError as error:
            return figures | {"failed": f"{task}: {error}"}
        except subprocess.TimeoutExpired as error:
            return figures | {"failed": f"{task}: not done after {error.timeout:.0f} s, ended"}
        # Other work on the machine only adds, so the quickest opening counts.
        figures |= (
            {key: min(value, figures.get(key, value)) for key, value in found.items()}
            if task == "open"
            else found
        )
    return figures


def _task(task: str, name: str, scope: str, folder: Path, size: int, seconds: float) -> Figures:
    """The figures of one task in a process of its own; RuntimeError with what it said when it fails."""
    command = [
        sys.executable,
        "-m",
        "bench.search_run",
        task,
        name,
        scope,
        str(folder),
        str(size),
        str(seconds),
    ]
    # One thread for the matrix library numpy brings: nothing here uses it, and its buffers cost memory.
    variables = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    begun = time.perf_counter()
    done = subprocess.run(
        command,
        check=False,
        cwd=ROOT,
        env=variables,
        capture_output=True,
        encoding="utf-8",
        timeout=BUILD_SECONDS + 3 * seconds,
    )
    if done.returncode:
        raise RuntimeError((done.stderr.strip().splitlines() or ["no reason given"])[-1])
    print(f"{scope}: {name} {task}, {time.perf_counter() - begun:.0f} s", file=sys.stderr)
    found: Figures = json.loads(done.stdout.splitlines()[-1])
    return found


def missing(name: str) -> str:
    """Why an engine cannot run here; empty when it can."""
    if name == "tantivy" and find_spec("tantivy") is None:
        return "not installed (dependency group peers)"
    if name == "fzf" and shutil.which("fzf") is None:
        return "the program is not on this machine"
    return ""


def real_pack() -> Figures:
    """CPU milliseconds of a whole ``find`` with the shipped pack, for each key of the held-out queries."""
    from hqguide.guide import Guide

    guide = Guide()
    rows = json.loads((ROOT / "tests" / "parts" / "queries_held_out.json").read_text(encoding="utf-8"))
    keys = keys_of([row["query"] for row in rows])
    best = [float("inf")] * len(keys)
    for _ in range(2):
        for at, key in enumerate(keys):
            started = time.process_time()
            guide.find(key)
            best[at] = min(best[at], (time.process_time() - started) * 1e3)
    best.sort()
    return {
        "keys": len(best),
        "p50": best[len(best) // 2],
        "p95": best[int(len(best) * 0.95)],
        "max": best[-1],
    }


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.search", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--size", type=int, default=40_000, help="stalls of the market")
    parser.add_argument("--numbers", type=int, default=1_000_000, help="different part numbers")
    parser.add_argument("--seed", type=int, default=99, help="of the questions")
    parser.add_argument("--only", default=",".join(SCOPES), help=f"which of {', '.join(SCOPES)}")
    parser.add_argument("--peers", default=",".join(PEERS), help="which peers, or none")
    parser.add_argument(
        "--seconds", type=float, default=15, help="for the keys of a peer, and again for its questions"
    )
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Print the tables."""
    from bench import keystroke
    from bench.understand import intents
    from hqguide.market.pack import default_folder
    from hqguide.parts.language import load_language

    options = _options(arguments)
    begun, load = time.perf_counter(), os.getloadavg()[0]
    scopes = [scope for scope in ("market", "parts") if scope in options.only.split(",")]
    peers = [name for name in PEERS if name in options.peers.split(",")]
    every: list[Figures] = []
    with tempfile.TemporaryDirectory() as home:
        for scope in scopes:
            size = options.size if scope == "market" else options.numbers
            folder = Path(home) / DATA / scope
            folder.mkdir(parents=True)
            (write_market if scope == "market" else write_parts)(folder, size, options.seed)
            rows = [
                {"engine": name, "scope": scope, "failed": missing(name)}
                if missing(name)
                else measure(name, scope, Path(home), size, OUR_SECONDS if name == OURS else options.seconds)
                for name in (OURS, *peers)
            ]
            print(f"\n{size:,} {WHAT[scope]}, questions of seed {options.seed}")
            table(rows)
            every += rows
    if "find" in options.only.split(","):
        finds = find_at_scale(options.size, options.seed)
        print_finds(options.size, finds)
        every += finds
    if "pack" in options.only.split(","):
        pack = real_pack()
        print(f"\nfind in the shipped pack, {pack['keys']} keys: ", end="")
        print(f"p50 {pack['p50']:.2f}  p95 {pack['p95']:.2f}  max {pack['max']:.1f} ms")
        every.append({"scope": "pack"} | pack)
    goal_table(every)
    if "intents" in options.only.split(","):
        print("\nwhat somebody wants to do, recall@3: goal 0.9")
        intents(load_language(default_folder()))
    if "screen" in options.only.split(","):
        print()
        keystroke.main([])
    print(
        f"\nthe run took {(time.perf_counter() - begun) / 60:.1f} minutes; load {load:.1f} at its beginning,",
        end="",
    )
    print(f" {os.getloadavg()[0]:.1f} at its end, {os.cpu_count()} processors")
    if options.json:
        _dump(options.json, every)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
