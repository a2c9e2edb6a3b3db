"""Where the things of a drawing stand, and which of them is next in a direction."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hqguide.map.drawing import Drawing

Cell = tuple[float, float]
# A cell is about twice as high as wide; a thing aside counts as so much farther than one straight ahead.
TALL, ASIDE = 2.0, 2.0
# Stairs and zones are passed over for a counter up to so many times as far.
OTHERS = 4.0
CHIEF = ("counter:", "block:")
LEAST = 0.6


def spots(drawing: "Drawing", without: tuple[str, ...]) -> dict[str, Cell]:
    """The middle, in columns and rows, of every thing in sight but the kinds ``without``."""
    cells: dict[int, list[tuple[int, int]]] = {}
    for at, owner in enumerate(drawing.owners):
        column, row = at % drawing.width, at // drawing.width
        owned = cells.setdefault(owner, [])
        if owned and row > owned[-1][1] + 1:
            owned.clear()  # A remark above the picture is about the thing, not where it stands.
        owned.append((column, row))
    out: dict[str, Cell] = {}
    for owner, owned in cells.items():
        thing = drawing.things[owner]
        if thing is not None and thing.partition(":")[0] not in without:
            columns, rows = zip(*owned, strict=True)
            out[thing] = (sum(columns) / len(columns), sum(rows) / len(rows))
    return out


def beyond(known: Mapping[str, Cell], own: str, start: Cell, right: int, down: int) -> str | None:
    """The nearest thing ``right`` or ``down`` of ``start``, in a wide beam; ``None`` when there is none."""
    best: tuple[float, str] | None = None
    for thing, (column, row) in known.items():
        across, along = (column - start[0]), (row - start[1]) * TALL
        ahead, aside = (across * right, abs(along)) if right else (along * down, abs(across))
        if thing != own and ahead >= LEAST and aside <= ASIDE * ahead:
            far = (ahead + ASIDE * aside) * (1 if thing.startswith(CHIEF) else OTHERS)
            best = min(best or (float("inf"), ""), (far, thing))
    return best[1] if best else None
