"""A picture of terminal cells: strokes in dots, two by four a cell, and words written over them.

Coordinates of strokes are dots, ``0..2·width`` to the right and ``0..4·height`` down, and may lie far
outside; words are placed in cells. The first stroke through a cell gives it its style, so draw what
matters most first. Words win over strokes.
"""

import re
from array import array
from collections.abc import Iterable, Sequence

from hqguide.map.clip import Segment, clip
from hqguide.map.drawing import Drawing, Run
from hqguide.map.fill import bands
from hqguide.map.glyphs import ASCII_CELLS, BRAILLE_CELLS, DOT
from hqguide.text import cells

Dot = tuple[float, float]

_MASK = tuple(DOT[y][x] for y in range(4) for x in (0, 1))
# The dots of a cell from one row of dots to another, and from one column to another.
_ROWS = [[sum(sum(DOT[y]) for y in range(low, high + 1)) for high in range(4)] for low in range(4)]
_COLUMNS = [[sum(row[x] for row in DOT for x in range(low, high + 1)) for high in (0, 1)] for low in (0, 1)]
_SAME = re.compile(rb"(.)\1*", re.DOTALL)
_TABLES = {
    True: dict(enumerate(ASCII_CELLS)),
    False: dict(enumerate(BRAILLE_CELLS)),
}


def _is_inside(part: Segment, right: float, bottom: float) -> bool:
    x0, y0, x1, y1 = part
    return 0 <= x0 <= right and 0 <= x1 <= right and 0 <= y0 <= bottom and 0 <= y1 <= bottom


class Canvas:
    """Strokes and words on ``width`` by ``height`` cells, each with a style and the thing it shows."""

    def __init__(self, width: int, height: int) -> None:
        self.width = max(width, 0)
        self.height = max(height, 0)
        size = self.width * self.height
        self._bits = bytearray(size)
        self._inks = bytearray(size)
        self._owners = array("H", bytes(2 * size))
        self._words: dict[int, dict[int, str]] = {}
        self._styles: dict[str, int] = {"": 0}
        self._things: dict[str | None, int] = {None: 0}

    def path(self, points: Iterable[Dot], style: str, thing: str | None = None, gap: int = 1) -> None:
        """Straight strokes from point to point, an outline when the last point is the first.

        With ``gap`` n only every nth dot is set.
        """
        ink, owner = self._pen(style, thing)
        right, bottom = 2 * self.width - 1, 4 * self.height - 1
        last: Dot | None = None
        for point in points:
            part = None if last is None else (*last, *point)
            if part and not _is_inside(part, right, bottom):
                part = clip(part, right, bottom)
            if part:
                ends = [round(value) for value in part]
                if gap == 1 and (ends[0] == ends[2] or ends[1] == ends[3]):
                    self._bar(ends, ink, owner)
                else:
                    self._stroke(ends, ink, owner, gap)
            last = point

    def write(self, column: int, row: int, text: str, style: str, thing: str | None = None) -> None:
        """Put ``text`` on one row, in whole characters; what falls outside the picture is left off."""
        if not 0 <= row < self.height:
            return
        ink, owner = self._pen(style, thing)
        words = self._words.setdefault(row, {})
        for char in text:
            wide = cells(char)
            if wide == 0 and words.get(column - 1):
                words[column - 1] += char
            elif wide and column >= 0 and column + wide <= self.width:
                self._clear(words, column, wide)
                words[column] = char
                for taken in range(column, column + wide):
                    words.setdefault(taken, "")
                    self._inks[row * self.width + taken] = ink
                    self._owners[row * self.width + taken] = owner
            column += wide

    def own(self, points: Sequence[Dot], thing: str) -> None:
        """Let the cells inside an outline answer as ``thing`` where nothing else does yet."""
        owner = self._pen("", thing)[1]
        owners, width = self._owners, self.width
        rows = [y for _, y in points]
        top, bottom = max(int(min(rows) // 4), 0), min(int(max(rows) // 4), self.height - 1)
        lines = range(top, bottom + 1)
        for row, inside in zip(lines, bands(points, [4 * row + 1.5 for row in lines]), strict=True):
            for left, right in inside:
                start, stop = max(round(left / 2), 0), min(round(right / 2), width)
                if start < stop:
                    run = slice(row * width + start, row * width + stop)
                    owners[run] = array("H", [one or owner for one in owners[run]])

    def strokes(self, column: int, row: int, width: int) -> int:
        """How many of ``width`` cells have a stroke in them; those outside the picture have none."""
        if not 0 <= row < self.height:
            return 0
        start, stop = max(column, 0), min(column + width, self.width)
        base = row * self.width
        return max(stop - start, 0) - self._bits.count(0, base + start, base + max(stop, start))

    def drawing(self, ascii: bool = False) -> Drawing:  # noqa: A002 - what front ends call the choice
        """The finished picture; strokes as braille, or as ``.-|/\\+#`` when ``ascii``."""
        rows = tuple(self._row(row, _TABLES[ascii]) for row in range(self.height))
        return Drawing(self.width, self.height, rows, tuple(self._owners), tuple(self._things))

    def _pen(self, style: str, thing: str | None) -> tuple[int, int]:
        ink = self._styles.setdefault(style, len(self._styles))
        return ink, self._things.setdefault(thing, len(self._things))

    def _stroke(self, ends: Sequence[int], ink: int, owner: int, gap: int) -> None:
        x0, y0, x1, y1 = ends
        steps = max(abs(x1 - x0), abs(y1 - y0), 1)
        dx, dy = (x1 - x0) / steps, (y1 - y0) / steps
        x, y = x0 + 0.5, y0 + 0.5
        # Counting dots from the picture's edge keeps the gaps of neighbouring segments in step.
        phase = x0 if abs(dx) >= abs(dy) else y0
        toward = 1 if (dx if abs(dx) >= abs(dy) else dy) >= 0 else -1
        bits, inks, owners, width, mask = self._bits, self._inks, self._owners, self.width, _MASK
        for _ in range(steps + 1):
            if gap == 1 or phase % gap == 0:
                column, row = int(x), int(y)
                cell = (row >> 2) * width + (column >> 1)
                bits[cell] |= mask[(row & 3) * 2 + (column & 1)]
                if not inks[cell]:
                    inks[cell] = ink
                    owners[cell] = owner
            phase += toward
            x += dx
            y += dy

    def _bar(self, ends: Sequence[int], ink: int, owner: int) -> None:
        """A level or upright stroke without gaps, a whole cell at a time."""
        x0, y0, x1, y1 = ends
        left, right = (x0, x1) if x0 <= x1 else (x1, x0)
        top, bottom = (y0, y1) if y0 <= y1 else (y1, y0)
        bits, inks, owners, width = self._bits, self._inks, self._owners, self.width
        first, last = (top >> 2) * width + (left >> 1), (bottom >> 2) * width + (right >> 1)
        level = top == bottom
        whole = _ROWS[top & 3][top & 3] if level else _COLUMNS[left & 1][left & 1]
        head = _COLUMNS[left & 1][1] if level else _ROWS[top & 3][3]
        tail = _COLUMNS[0][right & 1] if level else _ROWS[0][bottom & 3]
        for cell in range(first, last + 1, 1 if level else width):
            mask = whole
            if cell == first:
                mask &= head
            if cell == last:
                mask &= tail
            bits[cell] |= mask
            if not inks[cell]:
                inks[cell] = ink
                owners[cell] = owner

    def _clear(self, words: dict[int, str], column: int, wide: int) -> None:
        """Free cells for a character; the other half of a wide one that was there becomes a blank."""
        if words.get(column) == "":
            words[column - 1] = " "
        if words.get(column + wide) == "":
            words[column + wide] = " "
        for taken in range(column, column + wide):
            words.pop(taken, None)

    def _row(self, row: int, table: dict[int, str]) -> tuple[Run, ...]:
        start, stop = row * self.width, (row + 1) * self.width
        strokes = self._bits[start:stop].decode("latin-1").translate(table)
        names = tuple(self._styles)
        words = self._words.get(row)
        spans = [(same.span(), names[same[1][0]]) for same in _SAME.finditer(self._inks[start:stop])]
        if not words:
            return tuple(Run(strokes[left:right], style) for (left, right), style in spans)
        chars = list(strokes)
        for column, char in words.items():
            chars[column] = char
        return tuple(Run("".join(chars[left:right]), style) for (left, right), style in spans)
