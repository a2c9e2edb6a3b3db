"""Draw a building as a stack of its floors: what is sold where, how old that is, ways over, cautions."""

from collections.abc import Sequence

from hqguide.map.bars import MORE, Bar, bars, stacked
from hqguide.map.canvas import Canvas
from hqguide.map.drawing import Drawing
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
from hqguide.map.labels import shortened
from hqguide.map.names import Tongue, hall_words
from hqguide.map.wording import say
from hqguide.market.model import Building, floor_label
from hqguide.market.pack import Market
from hqguide.text import cells, plain

LABEL_AT, LABEL_WIDTH = 2, 5
YEAR, STALLS = 5, 6
LEAST_GOODS = 14
ROOMY = 16


def draw_building(
    market: Market,
    building: Building,
    width: int,
    height: int,
    *,
    chosen: int | None = None,
    language: Tongue = "en",
    ascii: bool = False,  # noqa: A002 - what front ends call the choice
) -> Drawing:
    """The stack on ``width`` by ``height`` cells, good from 40 by 10 up.

    ``chosen`` is the level to mark and to say more about. Cells answer to ``floor:<building>/<label>``,
    where a floor is joined to another building's with that floor.
    """
    width, height = max(width, 0), max(height, 0)
    rows = storeys(market, building, language)
    above = bars(_head(building, language), width, max(height // 4, 1))
    below = bars(_foot(building, rows, chosen, language), width, height // 3, each=1 if height < ROOMY else 2)
    room = max(height - above.height - below.height, 0)
    if rows:
        body = _stack(rows, width, room, chosen, language, ascii)
    else:
        body = bars((Bar(say("no-floors", language), "warning"),), width, min(room, 2))
    return stacked((above, stacked((body,), width, min(body.height, room)), below), width, height)


def _head(building: Building, language: Tongue) -> tuple[Bar, ...]:
    name = " ".join(hall_words(building, language)[0])
    status = Bar(f"{status_words(building, language)}; {place_words(building, language)}", "note")
    return (Bar(name, "title", thing=building.id), status)


def _foot(
    building: Building, rows: Sequence[Storey], chosen: int | None, language: Tongue
) -> tuple[Bar, ...]:
    """The chosen floor in full, then the way in."""
    out, notes = [], []
    here = next((row for row in rows if row.level == chosen), None)
    floor = building.floor(here.level) if here else None
    if here and floor:
        out.append(Bar(f"> {storey_words(here, language)}", "label.mark", thing=here.thing))
        notes = [Bar(f"! {note}", "warning", thing=here.thing) for note in floor.access]
    elif chosen is not None:
        label = floor_label(chosen) if chosen else "0"
        floors = ", ".join(row.label for row in reversed(rows)) or say("none", language)
        out.append(Bar(say("unknown-floor", language, floor=label, floors=floors), "warning"))
    out.append(Bar(entrance_words(building, language), "label.station"))
    if building.market_floors and len(rows) < building.market_floors:
        words = say("of-floors", language, known=len(rows), all=building.market_floors)
        out.append(Bar(words, "note"))
    return (*out, *notes)


def _stack(
    rows: Sequence[Storey], width: int, room: int, chosen: int | None, language: Tongue, bare: bool
) -> Drawing:
    """The floors under a roof with headings and on a ground line, one row each or two where there is room."""
    lines: list[Storey | Gap] = with_gaps(rows, language)
    room -= 2
    if len(lines) > room:
        lines = list(rows)
    above = below = 0
    if len(lines) > room:
        lines, above, below = _window(lines, max(room, 0), chosen)
    each = 2 if 2 * len(lines) <= room and not above and not below else 1
    cellar = next((i for i, line in enumerate(lines) if isinstance(line, Storey) and line.level < 0), None)
    canvas = Canvas(width, each * len(lines) + 2 + (above > 0) + (below > 0))
    ground = canvas.height - 1 if cellar is None else 1 + (above > 0) + each * cellar
    at = 1
    if above:
        _write(canvas, at, LABEL_AT, say("above", language, count=above), "scale", None)
        at += 1
    for line in lines:
        at += at == ground
        if isinstance(line, Storey):
            _storey(canvas, at, line, line.level == chosen, each)
        else:
            _write(canvas, at, LABEL_AT + LABEL_WIDTH, line.words, "scale", None)
        at += each
    if below:
        _write(canvas, at + (at == ground), LABEL_AT, say("below", language, count=below), "scale", None)
    _walls(canvas, ground, language)
    return canvas.drawing(bare)


def _window(
    lines: Sequence[Storey | Gap], room: int, chosen: int | None
) -> tuple[list[Storey | Gap], int, int]:
    """As many floors round the chosen one (else from the lowest up) as there are rows for."""
    room = max(room - 2, 1)
    levels = [line.level if isinstance(line, Storey) else None for line in lines]
    at = levels.index(chosen) if chosen in levels else len(lines) - 1
    first = min(max(at - room // 2, 0), max(len(lines) - room, 0))
    shown = list(lines[first : first + room])
    return shown, first, len(lines) - first - len(shown)


def _storey(canvas: Canvas, row: int, storey: Storey, chosen: bool, each: int) -> None:
    width = canvas.width
    style = "label.mark" if chosen else "label.floor"
    right = f"{' ' * (YEAR - cells(storey.year))}{storey.year}{storey.stalls or '-':>{STALLS}} "
    start, end = LABEL_AT + LABEL_WIDTH, width - len(right) - 1
    _write(canvas, row, 1, ">" if chosen else " ", "mark", storey.thing)
    _write(canvas, row, LABEL_AT, f"{storey.label:>{LABEL_WIDTH - 1}}", style, storey.thing)
    tags = _tags(storey)
    wide = sum(cells(words) + 2 for words, _, _ in tags)
    if each == 1 and wide > end - start - LEAST_GOODS:
        tags = [(words[0], kind, thing) for words, kind, thing in tags]
        wide = 3 * len(tags)
    room = end - start if each > 1 else end - start - wide
    goods = plain(storey.goods)
    if cells(goods) > room:
        goods = shortened(goods, max(room - len(MORE), 0)) + MORE
    _write(
        canvas, row, start, shortened(goods, max(room, 0)), "label.mark" if chosen else "label", storey.thing
    )
    _write(canvas, row, max(end, start), right, "label.year", storey.thing)
    at, line = (start, row + 1) if each > 1 else (end - wide + 1, row)
    for words, kind, thing in tags:
        if at >= start:
            _write(canvas, line, at, words, kind, thing)
        at += cells(words) + 2
    left, top = 0.0, 4.0 * row
    box = ((left, top), (2.0 * width, top), (2.0 * width, top + 4 * each - 1), (left, top + 4 * each - 1))
    canvas.own(box, storey.thing)


def _tags(storey: Storey) -> list[tuple[str, str, str]]:
    tags = [(plain(words), "label.joined", thing) for words, thing in storey.joined]
    tags += [(f"! {flag}", "warning", storey.thing) for flag in storey.flags]
    return [*tags, (storey.plan, "note", storey.thing)] if storey.plan else tags


def _walls(canvas: Canvas, ground: int, language: Tongue) -> None:
    """The walls down to the lowest floor, the roof with the headings, the street."""
    right, low = 2 * canvas.width - 1, 4 * canvas.height - (1 if ground < canvas.height - 1 else 3)
    canvas.path(((1, low), (1, 2), (right - 1, 2), (right - 1, low)), "building")
    canvas.path(((0, 4 * ground + 1), (right, 4 * ground + 1)), "street")
    canvas.write(LABEL_AT, ground, f" {say('ground', language)} ", "label.street")
    _write(canvas, 0, LABEL_AT + LABEL_WIDTH - 1, f" {say('head-sold', language)} ", "scale", None)
    words = f" {say('head-year', language)} {say('head-stalls', language)} "
    canvas.write(canvas.width - cells(words) - 1, 0, words, "scale")


def _write(canvas: Canvas, row: int, column: int, words: str, style: str, thing: str | None) -> None:
    """``words`` cut to the picture, in whole characters."""
    canvas.write(column, row, shortened(words, max(canvas.width - column - 1, 0)), style, thing)
