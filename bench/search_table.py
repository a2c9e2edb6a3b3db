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
    print("* short of the goal")


def _short(row: Figures, keys: Sequence[str], goal: Sequence[float]) -> bool:
    return any(
        row[key] < least if key in _SHARES else row[key] > least
        for key, least in zip(keys, goal, strict=True)
    )
