"""The text of a plan as QR codes (ISO/IEC 18004): for a terminal, a page and paper.

The first code holds the first stops, and so on; each stands alone and says which one it is.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hqguide.export.handout import Handout
from hqguide.export.qr_text import LIMIT, texts
from hqguide.route.itinerary import Itinerary

if TYPE_CHECKING:
    from segno import QRCode

# Readers take any of the eight masks; to look for the best one takes three quarters of the time.
MASK = 3
# Light modules round a code, as the standard asks.
MARGIN = 4
# Black on white whatever the colours of the terminal are, and back.
_PAPER, _END = "\x1b[38;5;16;48;5;231m", "\x1b[0m"
# Bytes that versions 5 to 13 hold at level L beside the mark of UTF-8 (ISO/IEC 18004, table 7).
ROOM = {5: 105, 6: 133, 7: 153, 8: 191, 9: 229, 10: 270, 11: 320, 12: 366, 13: LIMIT}
# A character for two modules, the upper and the lower; 1 is dark.
HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}


def limit_for(columns: int, rows: int, *, ascii_only: bool = False) -> int:
    """Bytes a code may hold to show whole on a screen of this size, its number above it."""
    fitting = [ROOM[5]]
    for version, room in ROOM.items():
        side = 17 + 4 * version + 2 * MARGIN
        wide, tall = (2 * side, side) if ascii_only else (side, (side + 1) // 2)
        if wide <= columns and tall < rows:
            fitting.append(room)
    return max(fitting)


def codes(itinerary: Itinerary, limit: int = LIMIT) -> "tuple[QRCode, ...]":
    """The codes of a plan in order, as segno objects; each holds at most ``limit`` bytes."""
    return tuple(_code(text) for text in texts(itinerary, limit))


def matrices(itinerary: Itinerary, limit: int = LIMIT) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """The codes as rows of 1 for a dark and 0 for a light module, with the margin."""
    return tuple(_matrix(code) for code in codes(itinerary, limit))


def picture(text: str, *, ascii_only: bool = False) -> tuple[str, ...]:
    """The code of ``text`` as lines of half blocks, or of two characters a module in ASCII; dark on light."""
    matrix = _matrix(_code(text))
    return tuple(_ascii(matrix) if ascii_only else _blocks(matrix))


def images(itinerary: Itinerary) -> tuple[str, ...]:
    """The codes as PNG in data addresses, one pixel a module."""
    return tuple(code.png_data_uri(scale=1, border=MARGIN) for code in codes(itinerary))


def drawn(
    itinerary: Itinerary, *, ascii_only: bool = False, coloured: bool = False, limit: int = LIMIT
) -> str:
    """The codes as text, each under its number: half blocks, or two characters a module in ASCII.

    ``coloured`` sets them black on white by escape sequences, for a terminal; without that they are
    dark on light as text on paper is.
    """
    found = texts(itinerary, limit)
    lines: list[str] = []
    for number, text in enumerate(found, 1):
        rows = picture(text, ascii_only=ascii_only)
        lines.append(f"{number}/{len(found)}")
        lines += (f"{_PAPER}{row}{_END}" if coloured else row for row in rows)
    return "\n".join(lines) + "\n"


def to_qr(handout: Handout) -> str:
    """The codes of a plan as half blocks, dark on light."""
    return drawn(handout.itinerary)


def _code(text: str) -> "QRCode":
    from segno import make

    return make(text, error="l", encoding="utf-8", eci=not text.isascii(), micro=False, mask=MASK)


def _matrix(code: "QRCode") -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(int(module) for module in row) for row in code.matrix_iter(border=MARGIN))


def _blocks(matrix: Sequence[Sequence[int]]) -> Iterator[str]:
    """Two rows of modules a line."""
    pairs = zip(matrix[::2], [*matrix[1::2], (0,) * len(matrix[0])], strict=False)
    for upper, lower in pairs:
        yield "".join(HALVES[dark] for dark in zip(upper, lower, strict=True))


def _ascii(matrix: Sequence[Sequence[int]]) -> Iterator[str]:
    for row in matrix:
        yield "".join("##" if dark else "  " for dark in row)
