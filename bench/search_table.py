"""The figures of the search bench beside the goals of the project."""

from collections.abc import Sequence
from typing import Any

Figures = dict[str, Any]

WHAT = {"market": "stalls", "parts": "part numbers"}
# What a row shows, its figures, and for each kind of data the goals: no more than, or for shares no less.
ROWS: tuple[tuple[str, tuple[str, ...], str, dict[str, tuple[float, ...]]], ...] = (
    (
        "CPU ms a key, p50 / p95 / max",
        ("p50", "p95", "max"),
        ".2f",
        {"market": (1, 3, 8), "parts": (0.2, 2, 8)},
    ),
    ("R@10 / MRR", ("recall", "mrr"), ".3f", {"market": (0.995, 0.975), "parts": (0.995, 0.97)}),
    ("R@10 / MRR, entry meant alone", ("meant_recall", "meant_mrr"), ".3f", {}),
    (
        "open / first answer, cold, ms",
        ("open_ms", "first_ms"),
        ".0f",
        {"market": (10, 40), "parts": (10, 40)},
    ),
    ("memory, MB", ("memory_mb",), ".0f", {"market": (110,)}),
)
_SHARES = {"recall", "mrr"}


def table(rows: Sequence[Figures]) -> None:
    """The figures of each engine in a line, ours first; then by kind of question."""
    print(
        f"{'engine':8} {'R@10':>6} {'MRR':>6} {'questions':>10} {'(ours on them)':>15} {'p50':>7} {'p95':>7}"
        f" {'max':>7} ms CPU {'p50':>7} {'p95':>7} ms wall {'keys':>12} {'open':>7} {'first':>7} ms"
        f" {'memory':>6} MB {'build':>6} s {'disk':>5} MB"
    )
    for row in rows:
        if "failed" in row:
            print(f"{row['engine']:8} {row['failed']}")
            continue
        same = rows[0].get("each", [])[: row["asked"]]
        ours = " / ".join(f"{sum(pair[part] for pair in same) / max(1, len(same)):.3f}" for part in (0, 1))
        print(
            f"{row['engine']:8} {row['recall']:6.3f} {row['mrr']:6.3f} {_of(row, 'asked'):>10} {ours:>15}"
            f" {row['p50']:7.2f} {row['p95']:7.2f} {row['max']:7.1f}       "
            f" {row['wall_p50']:7.2f} {row['wall_p95']:7.2f}         {_of(row, 'keys'):>12}"
            f" {row['open_ms']:7.1f} {row['first_ms']:7.1f}    {row['memory_mb']:6.0f}   "
            f" {row['build_s']:6.1f}   {row['disk_mb']:5.0f}"
        )
    by_kind(rows)


def _of(row: Figures, key: str) -> str:
    """How many were measured of how many there are."""
    return f"{row[key]}/{row[f'of_{key}']}"


def by_kind(rows: Sequence[Figures]) -> None:
    """R@10 and MRR of each kind of question; of a sample with the number of questions asked."""
    rows = [row for row in rows if "kinds" in row]
    print(f"\n{'R@10 / MRR':18} {'n':>3} " + " ".join(f"{row['engine']:>17}" for row in rows))
    for kind, (count, *_) in rows[0]["kinds"].items() if rows else ():
        cells = []
        for row in rows:
            n, recall, mrr = row["kinds"].get(kind, (0, 0.0, 0.0))
            sample = f" ({n})" if n != count else ""
            cells.append(f"{recall:.2f} / {mrr:.2f}{sample}" if n else "-")
        print(f"{kind:18} {count:3d} " + " ".join(f"{cell:>17}" for cell in cells))


def goal_table(every: Sequence[Figures]) -> None:
    """Each figure with its goal, ours and those of the peers; ``*`` marks where ours falls short."""
    for scope, what in WHAT.items():
        rows = [row for row in every if row.get("scope") == scope]
        if not rows:
            continue
        names = [row["engine"] for row in rows]
        print(f"\n{what:32} {'goal':>16} " + " ".join(f"{name:>24}" for name in names))
        for title, keys, form, goals in ROWS:
            goal = goals.get(scope, ())
            cells = [
                " / ".join(format(row[key], form) for key in keys) if "p50" in row else "-" for row in rows
            ]
            if goal and "p50" in rows[0] and _short(rows[0], keys, goal):
                cells[0] += " *"
            print(f"{title:32} {' / '.join(map(str, goal)):>16} " + " ".join(f"{cell:>24}" for cell in cells))
    for row in every:
        if row.get("scope") == "pack":
            print(f"\nfind in the shipped pack, p50: goal 1, {row['p50']:.2f} ms")
    if any("recall" in row for row in every):
        print("* short of the goal")


def _short(row: Figures, keys: Sequence[str], goal: Sequence[float]) -> bool:
    return any(
        row[key] < least if key in _SHARES else row[key] > least
        for key, least in zip(keys, goal, strict=True)
    )
