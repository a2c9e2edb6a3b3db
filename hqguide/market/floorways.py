"""Walks on floors whose plan was digitised, found beforehand along the gaps between the counters.

``floorways.json`` is made from ``floorplans.json`` and the counters on record by ``tools/floorways.py``, for
a walk over a grid takes longer than a plan may.
"""

from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from hqguide.market.counters import spellings
from hqguide.market.floorplan import Direction
from hqguide.market.model import Confidence, Record
from hqguide.market.pack import read_file

FILE = "floorways.json"
Kind = Literal["middle", "escalator", "stairs", "lift", "zone", "block", "counter"]
PORTALS: frozenset[str] = frozenset({"escalator", "stairs", "lift"})


class Spot(Record, frozen=True):
    """A point of a floor, in plan units, and its name in English: ``the west escalator``, ``zone 78xx``.

    ``spread`` is half the mean walk between two points of a zone or block, 0 for a single counter.
    ``counters`` are the numbers on record there; ``heads`` what other numbers there begin with.
    """

    kind: Kind
    name: str
    x: float
    y: float
    spread: float = 0.0
    counters: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()


class FloorWays(Record, frozen=True, dict=True):
    """The spots of one floor and the walks between them in plan units, row by row; the middle comes first.

    ``metres_per_unit`` and ``confidence`` are those of the plan, ``None`` where it has no scale. ``top`` is
    where the top of the sheet points.
    """

    plan: str
    building: str
    level: int
    as_of: str
    source: str
    top: Direction
    spots: tuple[Spot, ...]
    units: tuple[tuple[float, ...], ...]
    metres_per_unit: float | None = None
    confidence: Confidence | None = None

    def __post_init__(self) -> None:
        """Refuse walks that are none: spots missing, a way back of another length, a negative one."""
        size, rows = len(self.spots), self.units
        if not size or self.spots[0].kind != "middle":
            raise ValueError("the first spot must be the middle")
        if len(rows) != size or any(len(row) != size for row in rows):
            raise ValueError("there must be a walk for every two spots")
        if any(rows[a][b] != rows[b][a] or rows[a][b] < 0 for a in range(size) for b in range(a + 1)):
            raise ValueError("a walk must be as long as the way back, and not negative")

    @cached_property
    def _by_counter(self) -> dict[str, int]:
        return {number: at for at, spot in enumerate(self.spots) for number in spot.counters}

    def spot_of(self, number: str) -> int | None:
        """The number of the spot where a counter stands; ``None`` when the plan does not tell."""
        for spelling in spellings(number):
            if spelling in self._by_counter:
                return self._by_counter[spelling]
        first = spellings(number)[0]
        return next(
            (at for at, spot in enumerate(self.spots) for head in spot.heads if first.startswith(head)), None
        )


@lru_cache(maxsize=4)
def load_floorways(folder: Path) -> tuple[FloorWays, ...]:
    """Read ``floorways.json`` of ``folder``; a pack without plans has none."""
    return read_file(folder, FILE, tuple[FloorWays, ...]) if (folder / FILE).exists() else ()
