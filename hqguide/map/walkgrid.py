"""Shortest walks on a floor plan: squares of one plan unit, shapes in the way closed (Dijkstra, 1959).

A step to one of the eight neighbours costs its length; corners of closed squares are not cut. Where the
drawing leaves no gap between shapes there is no walk, and the caller says so.
"""

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from math import hypot, sqrt

import msgspec

from hqguide.map.fill import spans
from hqguide.map.planview import Point, box_of

SIDE = 1.0
BORDER = 3
ROUND = 1.5
MOST_SQUARES = 60_000
_STEPS = [(x, y, sqrt(x * x + y * y)) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y]


class WalkGrid(msgspec.Struct, frozen=True):
    """Which squares are open, row by row, from the corner ``left``, ``top`` in plan units."""

    left: float
    top: float
    width: int
    height: int
    open: bytes

    def square(self, point: Point) -> int | None:
        """The square a point lies in; ``None`` outside the grid."""
        column, row = int((point[0] - self.left) // SIDE), int((point[1] - self.top) // SIDE)
        return row * self.width + column if 0 <= column < self.width and 0 <= row < self.height else None

    def centre(self, square: int) -> Point:
        """The middle of a square in plan units."""
        row, column = divmod(square, self.width)
        return self.left + (column + 0.5) * SIDE, self.top + (row + 0.5) * SIDE


def walk_grid(outline: Sequence[Point], closed: Iterable[Sequence[Point]]) -> WalkGrid | None:
    """The grid inside ``outline`` with the shapes of ``closed`` taken out; ``None`` when it is too large."""
    left, top, right, bottom = box_of(outline)
    width, height = int(right - left) + 2 * BORDER, int(bottom - top) + 2 * BORDER
    if width * height > MOST_SQUARES:
        return None
    grid = WalkGrid(left - BORDER, top - BORDER, width, height, b"")
    squares = bytearray(width * height)
    _paint(grid, squares, outline, 1)
    for shape in closed:
        _paint(grid, squares, shape, 0)
    return msgspec.structs.replace(grid, open=bytes(squares))


def opened(grid: WalkGrid, shapes: Iterable[Sequence[Point]], points: Iterable[Point]) -> WalkGrid:
    """``grid`` with the squares of ``shapes`` and round ``points`` open: where a walk starts and ends."""
    squares = bytearray(grid.open)
    for shape in shapes:
        _paint(grid, squares, shape, 1)
    for point in points:
        x, y = point
        _paint(
            grid,
            squares,
            ((x - ROUND, y - ROUND), (x + ROUND, y - ROUND), (x + ROUND, y + ROUND), (x - ROUND, y + ROUND)),
            1,
        )
    return msgspec.structs.replace(grid, open=bytes(squares))


def walks(grid: WalkGrid, goal: Point, starts: Sequence[Point]) -> tuple[float, list[Point]] | None:
    """The shortest walk from one of ``starts`` to ``goal``: its length in units and its corners.

    ``None`` when there is none.
    """
    end = grid.square(goal)
    begin = {square for point in starts if (square := grid.square(point)) is not None}
    if end is None or not begin:
        return None
    back = _search(grid, end, begin)
    first = next((square for square in begin if square in back), None)
    if first is None:
        return None
    squares = [first]
    while squares[-1] != end:
        squares.append(back[squares[-1]])
    corners = _straight(grid, squares)
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(corners)), corners


def _search(grid: WalkGrid, end: int, begin: set[int]) -> dict[int, int]:
    """The next square towards ``end`` from each square reached, until the nearest of ``begin`` is."""
    best = {end: 0.0}
    back = {end: end}
    done: set[int] = set()
    heap = [(0.0, end)]
    squares, width = grid.open, grid.width
    while heap:
        cost, square = heappop(heap)
        if square in done:
            continue
        done.add(square)
        if square in begin:
            return {one: back[one] for one in back if one in done}
        for x, y, step in _STEPS:
            other = square + y * width + x
            if not 0 <= other < len(squares) or not squares[other]:
                continue
            if x and y and not (squares[square + x] and squares[square + y * width]):
                continue
            if cost + step < best.get(other, 1e9):
                best[other] = cost + step
                back[other] = square
                heappush(heap, (cost + step, other))
    return {}


def _straight(grid: WalkGrid, squares: Sequence[int]) -> list[Point]:
    """The corners of a walk, with every bend left off that open squares let one cut."""
    corners, at = [grid.centre(squares[0])], 0
    while at < len(squares) - 1:
        ahead = len(squares) - 1
        while ahead > at + 1 and not _clear(grid, corners[-1], grid.centre(squares[ahead])):
            ahead -= 1
        corners.append(grid.centre(squares[ahead]))
        at = ahead
    return corners


def _clear(grid: WalkGrid, start: Point, end: Point) -> bool:
    steps = max(int(3 * hypot(end[0] - start[0], end[1] - start[1])), 1)
    dx, dy = (end[0] - start[0]) / steps, (end[1] - start[1]) / steps
    for step in range(steps + 1):
        square = grid.square((start[0] + step * dx, start[1] + step * dy))
        if square is None or not grid.open[square]:
            return False
    return True


def _paint(grid: WalkGrid, squares: bytearray, shape: Sequence[Point], value: int) -> None:
    _, top, _, bottom = box_of(shape)
    first = max(int((top - grid.top) // SIDE), 0)
    last = min(int((bottom - grid.top) // SIDE), grid.height - 1)
    for row in range(first, last + 1):
        for left, right in spans(shape, grid.top + (row + 0.5) * SIDE):
            start = max(int((left - grid.left) / SIDE + 0.5), 0)
            stop = min(int((right - grid.left) / SIDE + 0.5), grid.width)
            for square in range(row * grid.width + start, row * grid.width + stop):
                squares[square] = value
