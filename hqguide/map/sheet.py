"""An SVG page in the making: which boxes are taken, and the marks and names put there so far."""

from collections.abc import Iterable, Sequence

from hqguide.map.boxes import Box, Boxes, beside
from hqguide.map.labels import Lines
from hqguide.map.names import Tongue
from hqguide.map.page import WIDTH, Page, Spot
from hqguide.map.svg_text import words
from hqguide.text import cells

LINE = 11.0
DESCENT = 2.6


class Sheet:
    """Marks are drawn below names; both in the order they were put."""

    def __init__(self, page: Page, language: Tongue) -> None:
        self.page = page
        self.language = language
        self.boxes = Boxes(WIDTH, page.height)
        self.marks: list[str] = []
        self.names: list[str] = []

    def spot(self, lat: float, lon: float) -> Spot | None:
        """A point in degrees on the page, ``None`` when it lies outside."""
        spot = self.page.spot(lat, lon)
        return spot if self.page.holds(spot) else None

    def keep(self, spot: Spot, half_width: float, half_height: float) -> None:
        """Keep a box round ``spot`` free of words."""
        x, y = spot
        self.boxes.take(Box(x - half_width, y - half_height, x + half_width, y + half_height))

    def try_keep(self, spot: Spot, half: float) -> bool:
        """Keep a square round ``spot`` unless it is outside or another mark stands there already."""
        x, y = spot
        return self.boxes.place((Box(x - half, y - half, x + half, y + half),)) is not None

    def name_beside(self, spot: Spot, gap: float, lines: Lines, kind: str, cell: float) -> bool:
        """Write ``lines``, ``cell`` units a column, next to a spot; False where there is no room."""
        wide, tall = _size(lines, cell)
        box = self.boxes.place(beside(*spot, gap, wide, tall))
        if box:
            self._write(box, spot, lines, kind)
        return box is not None

    def name_always(self, spot: Spot, gap: float, choices: Sequence[Lines], kind: str, cell: float) -> None:
        """Write the first of ``choices`` with room next to a spot, else the last one in the nearest free row.

        Where no row is free it goes over what is there.
        """
        if any(self.name_beside(spot, gap, lines, kind, cell) for lines in choices):
            return
        lines = choices[-1]
        rows = tuple(self._rows(spot, *_size(lines, cell)))
        box = self.boxes.place(rows) or rows[0]
        self.boxes.take(box)
        self._write(box, spot, lines, kind)

    def _rows(self, spot: Spot, wide: float, tall: float) -> Iterable[Box]:
        """Rows from ``spot`` outwards, moved sideways into the page."""
        left = max(min(spot[0] - wide / 2, WIDTH - wide), 0)
        for away in range(1, int(self.page.height / LINE) + 1):
            for top in (spot[1] + away * LINE, spot[1] - away * LINE - tall):
                yield Box(left, top, left + wide, top + tall)

    def _write(self, box: Box, spot: Spot, lines: Lines, kind: str) -> None:
        if box.left >= spot[0]:
            x, anchor = box.left, "start"
        elif box.right <= spot[0]:
            x, anchor = box.right, "end"
        else:
            x, anchor = (box.left + box.right) / 2, "middle"
        for row, line in enumerate(lines, 1):
            if not line:
                continue
            self.names.append(words(x, box.top + row * LINE - DESCENT, line, kind, anchor))


def _size(lines: Lines, cell: float) -> tuple[float, float]:
    return max(map(cells, lines)) * cell, len(lines) * LINE
