"""Zones side by side with their counters in number order, as SVG."""

from collections.abc import Sequence

from hqguide.map.labels import shortened
from hqguide.map.names import Tongue
from hqguide.map.numbers import Entry, Group
from hqguide.map.page import WIDTH
from hqguide.map.svg_page import EDGE, LINE, PLAIN_CELL, STRONG_CELL
from hqguide.map.svg_style import ACCENT
from hqguide.map.svg_text import number, words
from hqguide.map.wording import say
from hqguide.text import plain

ACROSS, GAP = 2, 8.0


def schematic_markup(shown: Sequence[Group], top: float, language: Tongue) -> tuple[list[str], float]:
    """The boxes from ``top`` down, two beside each other, and where they end."""
    if not shown:
        return [words(EDGE, top + LINE, say("empty", language), "small")], top + 2 * LINE
    across = min(ACROSS, len(shown))
    wide = (WIDTH - 2 * EDGE - GAP * (across - 1)) / across
    out: list[str] = []
    for start in range(0, len(shown), across):
        line = shown[start : start + across]
        tall = LINE * (1 + max(len(group.entries) for group in line)) + EDGE
        for at, group in enumerate(line):
            out += _box(group, EDGE + at * (wide + GAP), top, wide, tall)
        top += tall + GAP
    return out, top


def _box(group: Group, left: float, top: float, wide: float, tall: float) -> list[str]:
    look = 'fill="currentColor" fill-opacity=".04" stroke="currentColor" stroke-opacity=".4"'
    place = f'x="{number(left)}" y="{number(top)}" width="{number(wide)}" height="{number(tall)}"'
    out = [
        f'<rect {look} stroke-dasharray="4 3" {place}/>',
        words(left + 4, top + LINE - 2, group.title, "hall"),
    ]
    for row, entry in enumerate(group.entries, 2):
        out += _entry(entry, left + 4, top + row * LINE - 2, wide - 8)
    return out


def _entry(entry: Entry, x: float, y: float, wide: float) -> list[str]:
    text = f"{'* ' if entry.wanted else ''}{plain(entry.number)} {plain(entry.name)}".rstrip()
    if not entry.wanted:
        return [words(x, y, shortened(text, int(wide / PLAIN_CELL)), "small")]
    place = f'x="{number(x - 2)}" y="{number(y - 9)}" width="{number(wide + 4)}" height="{number(LINE)}"'
    box = f'<rect class="accent-line" fill="none" stroke="{ACCENT}" stroke-width="1.5" {place}/>'
    return [box, words(x, y, shortened(text, int(wide / STRONG_CELL)), "strong")]
