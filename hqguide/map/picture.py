"""A plan in the making: its canvas, the cells taken, the view, the shapes, the language."""

from collections.abc import Sequence
from typing import NamedTuple

from hqguide.map.canvas import Canvas
from hqguide.map.labels import Board
from hqguide.map.names import Tongue
from hqguide.map.planview import PlanFrame, Point
from hqguide.map.shapes import Shape, Shapes
from hqguide.market.floorplan import FloorPlan


class Picture(NamedTuple):
    """What every step of drawing needs; ``shown`` are the shapes in view with their corners in dots."""

    canvas: Canvas
    board: Board
    frame: PlanFrame
    plan: FloorPlan
    base: Shapes
    shown: Sequence[tuple[Shape, list[Point]]]
    language: Tongue


def picture(
    canvas: Canvas, board: Board, frame: PlanFrame, plan: FloorPlan, base: Shapes, language: Tongue
) -> Picture:
    """A picture to draw ``plan`` in."""
    shown = [(shape, frame.dots(shape.poly)) for shape in base.shapes if frame.shows(shape.box)]
    return Picture(canvas, board, frame, plan, base, shown, language)
