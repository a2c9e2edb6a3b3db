"""Names of streets on the SVG map: level where the street runs across, turned or stacked where it runs up."""

from collections.abc import Iterable, Sequence

from hqguide.map.along import is_upright, length, places
from hqguide.map.boxes import Box
from hqguide.map.clip import Segment
from hqguide.map.ground import Way
from hqguide.map.names import street_words
from hqguide.map.sheet import DESCENT, LINE, Sheet
from hqguide.map.svg_text import number, safe, words
from hqguide.text import cells

CELL = 5.0
SHORTEST = 1.3


def name_streets(sheet: Sheet, ways: Sequence[Way]) -> None:
    """One name for each street that shows long enough, the important streets first."""
    done: set[str] = set()
    for way in ways:
        if not way.thing or way.thing in done:
            continue
        parts = sheet.page.parts(way.street.points)
        for text in street_words(way.street, sheet.language):
            markup = _named(sheet, parts, text)
            if markup:
                done.add(way.thing)
                sheet.names.append(markup)
                break


def _named(sheet: Sheet, parts: Sequence[Segment], text: str) -> str:
    """The name along the parts that show; empty where they are too short or there is no room."""
    upright = is_upright(parts)
    stacked = upright and cells(text) == 2 * len(text)
    long = len(text) * LINE if stacked else cells(text) * CELL
    if length(parts) < SHORTEST * long:
        return ""
    box = sheet.boxes.place(_boxes(places(parts), long, upright))
    if box is None:
        return ""
    return (_stacked if stacked else _turned if upright else _level)(box, text)


def _boxes(spots: Iterable[tuple[float, float]], long: float, upright: bool) -> Iterable[Box]:
    across, down = (LINE / 2, long / 2) if upright else (long / 2, LINE / 2)
    for x, y in spots:
        yield Box(x - across, y - down, x + across, y + down)


def _level(box: Box, text: str) -> str:
    return words((box.left + box.right) / 2, box.bottom - DESCENT, text, "street", "middle")


def _turned(box: Box, text: str) -> str:
    x, y = number(box.right - DESCENT), number((box.top + box.bottom) / 2)
    turn = f'transform="translate({x} {y}) rotate(-90)"'
    return f'<text class="street" text-anchor="middle" {turn}>{safe(text)}</text>'


def _stacked(box: Box, text: str) -> str:
    """Chinese runs down the street upright, one character below the other."""
    xs = " ".join([number((box.left + box.right) / 2)] * len(text))
    ys = " ".join(number(box.top + row * LINE - DESCENT) for row in range(1, len(text) + 1))
    return f'<text class="street" text-anchor="middle" x="{xs}" y="{ys}">{safe(text)}</text>'
