"""The stack of a building's floors as SVG, the twin of the drawing in terminal cells."""

from itertools import zip_longest

from hqguide.map.bars import Bar, wrapped_rows
from hqguide.map.floors import (
    Gap,
    Storey,
    entrance_words,
    place_words,
    status_words,
    storey_words,
    storeys,
    with_gaps,
)
from hqguide.map.names import Tongue, hall_words
from hqguide.map.page import WIDTH
from hqguide.map.svg_page import EDGE, LINE, PLAIN_CELL, STRONG_CELL, document, paragraphs
from hqguide.map.svg_style import ACCENT
from hqguide.map.svg_text import number, words
from hqguide.map.wording import say
from hqguide.market.model import Building, floor_label
from hqguide.market.pack import Market

LABEL, YEAR = 40.0, 62.0


def building_svg(
    market: Market, building: Building, *, chosen: int | None = None, language: Tongue = "en"
) -> str:
    """The floors of ``building`` from the top down as SVG text, 360 units wide; ``chosen`` is marked."""
    name = " ".join(hall_words(building, language)[0])
    about = f"{status_words(building, language)}; {place_words(building, language)}"
    body, y = paragraphs((Bar(name, "title"), Bar(about, "note")), 2.0)
    rows = storeys(market, building, language)
    if not rows:
        empty, y = paragraphs((Bar(say("no-floors", language), "warning"),), y + EDGE)
        body += empty
    y += EDGE
    lines = with_gaps(rows, language)
    for line, below in zip_longest(lines, lines[1:]):
        markup, y = _gap(line, y) if isinstance(line, Gap) else _storey(line, y, line.level == chosen)
        body += markup
        if isinstance(line, Storey) and line.level > 0 and (below is None or _is_cellar(below)):
            body.append(f'<path stroke="currentColor" stroke-width="3" d="M0 {number(y)}H{number(WIDTH)}"/>')
            y += 3
    notes = _notes(building, rows, chosen, language)
    lines_below, y = paragraphs(notes, y + 2)
    body += lines_below
    told = ". ".join(storey_words(row, language) for row in rows)
    return document(y + EDGE, name, told or say("no-floors", language), body)


def _is_cellar(line: Storey | Gap) -> bool:
    return isinstance(line, Storey) and line.level < 0


def _notes(
    building: Building, rows: tuple[Storey, ...], chosen: int | None, language: Tongue
) -> tuple[Bar, ...]:
    floor = building.floor(chosen) if chosen is not None else None
    notes = [Bar(f"{floor.label}: {note}", "warning") for note in floor.access] if floor else []
    if chosen is not None and floor is None:
        floors = ", ".join(row.label for row in reversed(rows)) or say("none", language)
        label = floor_label(chosen) if chosen else "0"
        notes.append(Bar(say("unknown-floor", language, floor=label, floors=floors), "warning"))
    return (Bar(entrance_words(building, language), "label.station"), *notes)


def _gap(gap: Gap, y: float) -> tuple[list[str], float]:
    look = 'stroke="currentColor" stroke-opacity=".4" stroke-dasharray="2 4"'
    line = f'<path {look} d="M{number(EDGE)} {number(y)}v{LINE}"/>'
    return [line, words(LABEL, y + LINE - 3, gap.words, "small")], y + LINE


def _storey(storey: Storey, y: float, chosen: bool) -> tuple[list[str], float]:
    room = int((WIDTH - LABEL - YEAR) / (STRONG_CELL if chosen else PLAIN_CELL))
    goods = wrapped_rows(storey.goods, room, 2)
    tags = [tag for tag, _ in storey.joined] + [f"! {flag}" for flag in storey.flags]
    tagged = wrapped_rows("   ".join(tags), room, 1) if tags else []
    tall = LINE * (len(goods) + len(tagged)) + 4
    look = (
        f'class="accent-line" fill="{ACCENT}" fill-opacity=".12" stroke="{ACCENT}" stroke-width="2"'
        if chosen
        else 'fill="currentColor" fill-opacity=".04" stroke="currentColor" stroke-opacity=".4"'
    )
    wide = number(WIDTH - 2 * EDGE)
    out = [f'<rect {look} x="{number(EDGE)}" y="{number(y)}" width="{wide}" height="{number(tall)}"/>']
    out.append(words(LABEL - 5, y + LINE, storey.label, "strong", "end"))
    for place, line in enumerate((*goods, *tagged), 1):
        out.append(words(LABEL, y + place * LINE, line, "strong" if chosen and place == 1 else "small"))
    out.append(words(WIDTH - EDGE - 30, y + LINE, storey.year, "small", "end"))
    out.append(words(WIDTH - EDGE - 5, y + LINE, str(storey.stalls or "-"), "small", "end"))
    return out, y + tall
