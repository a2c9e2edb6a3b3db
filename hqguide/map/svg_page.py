"""The frame of every SVG picture, and the lines of words above and below it."""

from collections.abc import Iterable, Sequence

from hqguide.map.bars import Bar, wrapped_rows
from hqguide.map.page import WIDTH
from hqguide.map.svg_style import CSS
from hqguide.map.svg_text import number, safe, words

EDGE, LINE = 6.0, 12.0
# Units a column takes in small and in strong type, and the styles of remark set in the latter.
PLAIN_CELL, STRONG_CELL = 4.9, 6.4
_STRONG = {"title", "label.mark", "path"}


def document(height: float, title: str, description: str, body: Iterable[str]) -> str:
    """One SVG element, 360 units wide: self-contained, without XML declaration, light and dark by CSS."""
    wide, tall = number(WIDTH), number(height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="hq-map" role="img" viewBox="0 0 {wide} {tall}" '
        f'width="{wide}" height="{tall}" font-size="9.5" font-family="sans-serif">'
    )
    about = f"<title>{safe(title)}</title><desc>{safe(description)}</desc><style>{CSS}</style>"
    return "".join((head, about, *body, "</svg>\n"))


def paragraphs(remarks: Sequence[Bar], top: float, rows: int = 3) -> tuple[list[str], float]:
    """The remarks as text elements from ``top`` down, wrapped to the page, and where they end."""
    out = []
    for bar in remarks:
        kind, cell = ("strong", STRONG_CELL) if bar.style in _STRONG else ("small", PLAIN_CELL)
        room = int((WIDTH - 2 * EDGE) / cell)
        beside = len(bar.right) + 1 if bar.right else 0
        for place, line in enumerate(wrapped_rows(bar.text, room - beside, rows)):
            top += LINE
            out.append(words(EDGE, top - 3, line, kind))
            if bar.right and not place:
                out.append(words(WIDTH - EDGE, top - 3, bar.right, "small", "end"))
    return out, top
