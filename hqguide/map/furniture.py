"""What every map carries whatever it shows: scale bar, north, and who made the ground."""

from hqguide.map.canvas import Canvas
from hqguide.map.labels import Board, shortened
from hqguide.text import cells

ATTRIBUTION = "© OpenStreetMap contributors"
SHORT_ATTRIBUTION = "© OSM"
FULL_WIDTH = 30
SCALES = (2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


def attribution(width: int, ascii: bool = False) -> str:  # noqa: A002 - what front ends call the choice
    """The credit the licence asks for, short only where the full words have no room."""
    text = ATTRIBUTION if width >= FULL_WIDTH else SHORT_ATTRIBUTION
    return shortened(text.replace("©", "(c)") if ascii else text, width)


def scale_bar(metres_per_cell: float, room: int) -> str:
    """A bar of the longest round distance that fits ``room`` columns with its words, else nothing."""
    best = ""
    for metres in SCALES:
        bar = max(round(metres / metres_per_cell), 2)
        text = f"|{'-' * (bar - 2)}| {metres} m"
        if metres >= 2 * metres_per_cell and len(text) <= room:
            best = text
    return best


def furnish(canvas: Canvas, board: Board, metres_per_cell: float, ascii: bool = False) -> None:  # noqa: A002
    """Write credit bottom right, scale bar bottom left and north top right, and keep their cells."""
    width, last = canvas.width, canvas.height - 1
    credit = attribution(width, ascii)
    from_left = width - len(credit)
    _put(canvas, board, from_left, last, credit, "attribution")
    bar = scale_bar(metres_per_cell, min(from_left - 2, width // 3))
    _put(canvas, board, 0, last, bar, "scale")
    if canvas.height >= 4 and width >= 8:
        _put(canvas, board, width - 2, 0, "^", "scale")
        _put(canvas, board, width - 2, 1, "N", "scale")


def note(canvas: Canvas, board: Board, words: str, style: str) -> None:
    """Write words at the top left, on the first row nothing stands in yet, as far as they fit."""
    text = shortened(words, max(canvas.width - 3, 0))
    row = next((row for row in range(canvas.height - 1) if not board.is_taken(0, row)), None)
    if text and row is not None:
        canvas.write(0, row, text, style)
        board.take(0, row, cells(text))


def _put(canvas: Canvas, board: Board, column: int, row: int, text: str, style: str) -> None:
    canvas.write(column, row, text, style)
    board.take(column, row, len(text))
