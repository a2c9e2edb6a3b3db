"""Room for words on a map: who comes first keeps the cells, nobody is written over or cut.

A label keeps one free column to its left and right, so that two never read as one.
"""

from collections.abc import Iterable, Sequence

import msgspec

from hqguide.text import cells

Lines = tuple[str, ...]


class Spot(msgspec.Struct, frozen=True):
    """Words on neighbouring rows with the cell of the first row's first character."""

    column: int
    row: int
    lines: Lines

    @property
    def width(self) -> int:
        """Columns of the widest row."""
        return max(map(cells, self.lines))


class Board:
    """Which cells of a picture are taken."""

    def __init__(self, width: int, height: int) -> None:
        self.width = max(width, 0)
        self.height = max(height, 0)
        self._taken = [bytearray(self.width + 2) for _ in range(self.height)]

    def take(self, column: int, row: int, width: int = 1) -> None:
        """Keep ``width`` cells for something that is no label; what lies outside is left off."""
        if 0 <= row < self.height:
            left, right = max(column, 0), min(column + width, self.width)
            for at in range(left, right):
                self._taken[row][at + 1] = 1

    def is_taken(self, column: int, row: int, width: int = 1) -> bool:
        """Whether something stands in one of ``width`` cells."""
        return self._taken[row].find(1, column + 1, column + width + 1) >= 0

    def fits(self, spot: Spot, beside: int | None = None) -> bool:
        """Whether all of ``spot`` is inside and free; column ``beside`` may be taken by its own mark."""
        if spot.column < 0 or spot.row < 0 or spot.row + len(spot.lines) > self.height:
            return False
        if spot.column + spot.width > self.width:
            return False
        for row, line in enumerate(spot.lines, spot.row):
            left, right = spot.column, spot.column + cells(line)
            before = left if beside == left - 1 else left - 1
            after = right if beside == right else right + 1
            if self._taken[row].find(1, before + 1, after + 1) >= 0:
                return False
        return True

    def place(self, spots: Iterable[Spot], beside: int | None = None) -> Spot | None:
        """Take the first of ``spots`` that fits and return it, or ``None``."""
        found = next((spot for spot in spots if self.fits(spot, beside)), None)
        if found:
            self.put(found)
        return found

    def put(self, spot: Spot) -> None:
        """Take the cells of ``spot``."""
        for row, line in enumerate(spot.lines, spot.row):
            self.take(spot.column, row, cells(line))


def near(column: int, row: int, mark: int, lines: Sequence[str]) -> tuple[Spot, ...]:
    """Where words may stand beside a mark of ``mark`` columns: right, left, below, above.

    A blank between mark and words belongs to the words, so no stroke runs into them.
    """
    text = tuple(lines)
    wide = max(map(cells, text))
    right, left = column + mark, column - wide - 1
    middle = column + (mark - wide) // 2
    top = row - (len(text) - 1) // 2
    spaced = tuple(f" {line}" for line in text)
    ended = tuple(" " * (wide - cells(line)) + f"{line} " for line in text)
    centred = tuple(" " * ((wide - cells(line)) // 2) + line for line in text)
    return (
        Spot(right, top, spaced),
        Spot(left, top, ended),
        Spot(middle, row + 1, centred),
        Spot(middle, row - len(text), centred),
    )


def anywhere(column: int, row: int, lines: Sequence[str], width: int, height: int) -> Iterable[Spot]:
    """Every row from ``row`` outwards, as near to ``column`` as the picture's edge allows."""
    text = tuple(lines)
    start = max(0, min(column, width - max(map(cells, text))))
    for away in range(1, height):
        for at in (row + away, row - away):
            yield Spot(start, at, text)


def shortened(text: str, width: int) -> str:
    """The longest beginning of ``text`` that takes at most ``width`` columns, in whole characters."""
    used, out = 0, ""
    for char in text:
        used += cells(char)
        if used > width:
            break
        out += char
    return out
