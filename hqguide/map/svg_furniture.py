"""What every SVG map carries: north on the map, scale bar and credit on a strip below it."""

from hqguide.map.boxes import Box
from hqguide.map.furniture import ATTRIBUTION, SCALES
from hqguide.map.page import WIDTH
from hqguide.map.sheet import Sheet
from hqguide.map.svg_text import number, words

STRIP = 18.0
EDGE = 6.0
LONGEST_BAR = 90.0


def furnish(sheet: Sheet) -> None:
    """Put the strip and the north mark, and keep the room of the latter."""
    base = sheet.page.height + STRIP - EDGE
    sheet.names.append(words(WIDTH - EDGE, base, ATTRIBUTION, "small", "end"))
    metres = max((one for one in SCALES if one * sheet.page.scale <= LONGEST_BAR), default=SCALES[0])
    end = EDGE + metres * sheet.page.scale
    bar = f"M{number(EDGE)} {number(base - 5)}v5H{number(end)}v-5"
    sheet.marks.append(f'<path fill="none" stroke="currentColor" d="{bar}"/>')
    sheet.names.append(words(end + 4, base, f"{metres} m", "small"))
    x = WIDTH - EDGE - 6
    sheet.boxes.take(Box(x - 7, 0, WIDTH, 30))
    sheet.marks.append(f'<path fill="currentColor" d="M{number(x)} 4l4 11-4-3-4 3z"/>')
    sheet.names.append(words(x, 25, "N", "small", "middle"))
