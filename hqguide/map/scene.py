"""A picture in the making: its canvas, the cells already taken, the ground it shows, its language."""

from typing import NamedTuple

from hqguide.map.canvas import Canvas
from hqguide.map.labels import Board
from hqguide.map.names import Tongue
from hqguide.map.view import Frame


class Scene(NamedTuple):
    """What every drawing step needs."""

    canvas: Canvas
    board: Board
    frame: Frame
    language: Tongue
    metres_per_cell: float
