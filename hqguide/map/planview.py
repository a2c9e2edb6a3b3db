"""Which part of a floor a picture shows, in plan units, and how to move and scale it."""

from collections.abc import Iterable, Sequence
from math import isfinite

import msgspec

Point = tuple[float, float]

CLOSEST, FARTHEST = 0.05, 20.0
FARTHEST_AWAY = 100_000.0
ZOOM_STEP = 1.5
PAN_SHARE = 0.25
MARGIN = 0.04
NEIGHBOURS = 18.0


class PlanView(msgspec.Struct, frozen=True):
    """The middle of the picture and the units one column is wide; a row is two columns high.

    On a floor without a plan ``y`` is the row in the middle of the picture, and the rest is not used.
    """

    x: float
    y: float
    units_per_cell: float

    def pan(self, columns: float, rows: float) -> "PlanView":
        """The view moved right by ``columns`` and down by ``rows``."""
        scale = self.units_per_cell
        return PlanView(self.x + columns * scale, self.y + 2 * rows * scale, scale)

    def step(self, right: int, down: int, width: int, height: int) -> "PlanView":
        """The view moved by a quarter of the picture for each step."""
        return self.pan(right * width * PAN_SHARE, down * height * PAN_SHARE)

    def zoom(self, steps: int) -> "PlanView":
        """The view closer by ``steps`` (farther when negative), within what makes sense to show."""
        scale = self.units_per_cell / ZOOM_STEP ** max(min(steps, 40), -40)
        return PlanView(self.x, self.y, min(max(scale, CLOSEST), FARTHEST))

    @property
    def usable(self) -> bool:
        """Whether the view can be drawn as it is."""
        good = all(isfinite(value) and abs(value) <= FARTHEST_AWAY for value in (self.x, self.y))
        return good and CLOSEST <= self.units_per_cell <= FARTHEST


class PlanFrame(msgspec.Struct, frozen=True):
    """A view on ``width`` by ``height`` cells: from plan units to dots and cells."""

    width: int
    height: int
    left: float
    top: float
    dots_per_unit: float

    def dots(self, points: Iterable[Point]) -> list[Point]:
        """Points in units as dots; a dot's middle is a whole number."""
        scale, left, top = self.dots_per_unit, self.left, self.top
        return [((x - left) * scale, (y - top) * scale) for x, y in points]

    def cell(self, point: Point) -> tuple[int, int] | None:
        """Column and row of a point, or ``None`` when it lies outside the picture."""
        x, y = self.dots((point,))[0]
        column, row = round(x) // 2, round(y) // 4
        return (column, row) if 0 <= column < self.width and 0 <= row < self.height else None

    def shows(self, box: tuple[float, float, float, float]) -> bool:
        """Whether a box in units (left, top, right, bottom) meets the picture."""
        (left, top), (right, bottom) = self.dots(((box[0], box[1]), (box[2], box[3])))
        return right >= 0 and bottom >= 0 and left < 2 * self.width and top < 4 * self.height


def plan_frame(view: PlanView, width: int, height: int) -> PlanFrame:
    """``view`` on ``width`` by ``height`` cells."""
    scale = 2 / view.units_per_cell
    return PlanFrame(
        width, height, view.x - (width - 0.5) / scale, view.y - (2 * height - 0.5) / scale, scale
    )


def box_of(points: Sequence[Point]) -> tuple[float, float, float, float]:
    """The smallest box (left, top, right, bottom) that holds ``points``, of which there is one at least."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def fit_points(points: Sequence[Point], width: int, height: int) -> PlanView:
    """The closest view of ``width`` by ``height`` cells that shows all ``points``."""
    left, top, right, bottom = box_of(points) if points else (0.0, 0.0, 100.0, 100.0)
    room = 1 - 2 * MARGIN
    scale = max((right - left) / max(width * room, 1), (bottom - top) / max(2 * height * room, 1))
    return PlanView((left + right) / 2, (top + bottom) / 2, min(max(scale, CLOSEST), FARTHEST))


def fit_round(point: Point, width: int, height: int) -> PlanView:
    """A close view of what lies within ``NEIGHBOURS`` units of ``point``: a counter and those beside it."""
    x, y = point
    return fit_points(((x - NEIGHBOURS, y - NEIGHBOURS), (x + NEIGHBOURS, y + NEIGHBOURS)), width, height)
