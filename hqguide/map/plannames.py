"""Write names on a plan where they have room: the wanted counter and the start always, then the rest."""

from collections.abc import Iterable, Sequence

from hqguide.map.bars import MORE, wrapped_rows
from hqguide.map.fill import middle, spans
from hqguide.map.fixtures import Fixture, called
from hqguide.map.labels import Spot, anywhere, near, shortened
from hqguide.map.picture import Picture
from hqguide.map.planview import Point
from hqguide.map.shapes import Shape
from hqguide.map.wanted import Target, Wanted
from hqguide.map.way import Way
from hqguide.map.wording import say
from hqguide.text import cells, plain

# The widest name, how far that of a zone may go over its border, from how many numbers on they are listed.
WIDEST, SPARE, FEWEST_LISTED = 28, 2, 3
# From this many columns a unit on, escalators and the like get their names.
NAMED_FIXTURES = 1.2


def name_wanted(picture: Picture, wanted: Wanted | None, found: Target) -> None:
    """The wanted number beside its star; where no usual place is free, the nearest row that is."""
    cell = picture.frame.cell(middle(found.spot.poly)) if found.spot and wanted else None
    if cell and wanted:
        words = shortened(f"[{wanted.number}]", picture.board.width)
        usual = near(*cell, 1, (words,))
        spot = _beside(picture, usual, cell[0])
        spot = spot or picture.board.place(
            anywhere(*cell, (words,), picture.board.width, picture.board.height)
        )
        _write(picture, spot, "label.mark", wanted.thing)


def name_start(picture: Picture, way: Way | None) -> None:
    """Where the way begins: "you", and at what."""
    cell = picture.frame.cell(way.start.at) if way else None
    if way and cell:
        who = called(way.start, picture.plan, picture.language).removeprefix("the ")
        words = f"{say('start', picture.language)}: {who}"
        _name(picture, cell, (words, say("start", picture.language)), "label.start", way.start.thing)


def name_shapes(picture: Picture, found: Target) -> None:
    """Zones, then counters and blocks by number, then rooms: inside the shape, the longest form with room."""
    wanted = {zone.thing for zone in found.zones}
    zones = [(shape, dots) for shape, dots in picture.shown if shape.kind == "zone"]
    for zone, dots in sorted(zones, key=lambda pair: pair[0].thing not in wanted):
        style = "label.mark" if zone.thing in wanted else "label.zone"
        words = [f"[{word}]" for word in zone.words] if zone.thing in wanted else zone.words
        _name_inside(picture, zone, dots, words, style)
    for kinds, style in ((("counter", "block"), "label.counter"), (("room", "outside"), "label.room")):
        for shape, dots in picture.shown:
            own = found.spot is not None and shape.poly == found.spot.poly and len(shape.numbers) == 1
            if shape.kind in kinds and not own and not _list_inside(picture, shape, dots):
                _name_inside(picture, shape, dots, shape.words, style)


def _name_inside(
    picture: Picture, shape: Shape, dots: Sequence[Point], choices: Iterable[str], style: str
) -> None:
    """The first of ``choices`` that fits between the walls of a shape, near its middle."""
    over = SPARE if shape.kind == "zone" else 1
    (x0, y0), (x1, y1) = picture.frame.dots((shape.box[:2], shape.box[2:]))
    fitting = [words for text in choices if cells(words := plain(text)) <= min((x1 - x0) / 2 + over, WIDEST)]
    if not fitting:
        return
    rows = range(max(round(y0) // 4, 0), min(round(y1) // 4 + 1, picture.board.height))
    centre = picture.frame.dots((shape.middle,))[0][1] / 4
    order = sorted(rows, key=lambda row: abs(row + 0.5 - centre))
    inside = [(row, max(one, key=_width)) for row in order if (one := spans(dots, 4 * row + 1.5))]
    for words in fitting:
        wide = cells(words)
        spots = [
            Spot(round((left + right) / 4 - wide / 2 + 0.25), row, (words,))
            for row, (left, right) in inside
            if wide <= int((right - left) / 2) + over
        ]
        if shape.kind == "zone":
            spots.sort(key=lambda spot: picture.canvas.strokes(spot.column, spot.row, spot.width))
        placed = picture.board.place(spots)
        if placed:
            _write(picture, placed, style, shape.thing)
            return


def _list_inside(picture: Picture, shape: Shape, dots: Sequence[Point]) -> bool:
    """All numbers of a block on several rows inside it; False where they have no room."""
    if len(shape.numbers) < FEWEST_LISTED:
        return False
    (left, top), (right, bottom) = picture.frame.dots((shape.box[:2], shape.box[2:]))
    room, most = int((right - left) / 2) - 2, int((bottom - top) / 4) - 1
    if room < max(map(cells, shape.numbers)) or most < 2:
        return False
    lines = wrapped_rows(" ".join(shape.numbers), room, most)
    first = round((top + bottom) / 8 - len(lines) / 2)
    spot = Spot(int(left / 2) + 2, first, tuple(lines))
    walls = [spans(dots, 4 * row + 1.5) for row in range(first, first + len(lines))]
    start, end = 2 * spot.column, 2 * (spot.column + spot.width)
    clear = all(any(low <= start and end <= high for low, high in one) for one in walls)
    if lines[-1].endswith(MORE) or not clear or not picture.board.fits(spot):
        return False
    picture.board.put(spot)
    _write(picture, spot, "label.counter", shape.thing)
    return True


def _width(span: tuple[float, float]) -> float:
    return span[1] - span[0]


def name_fixtures(picture: Picture, shown: Sequence[tuple[Fixture, tuple[int, int]]]) -> None:
    """Exits and ways into the next hall always where there is room, the others close up."""
    close = picture.frame.dots_per_unit / 2 >= NAMED_FIXTURES
    for fixture, cell in shown:
        if fixture.name and (close or fixture.kind in ("exit", "link")):
            name = plain(fixture.name)
            short = name.split(" (")[0].split(",")[0]
            _name(
                picture,
                cell,
                [one for one in (name, short) if cells(one) <= WIDEST],
                "label.fixture",
                fixture.thing,
            )


def name_streets(picture: Picture) -> None:
    """Streets beside the building, and what the sign says about each of its sides."""
    frame = picture.frame
    for line in picture.plan.streets:
        for point in line.points if line.name else ():
            cell = frame.cell(point)
            if cell and _name(picture, cell, (plain(line.name or ""),), "label.street", None):
                break
    width, height = frame.width, frame.height
    for side, text in picture.plan.sides.items():
        words = f" {plain(text)} "
        wide = cells(words)
        column = {"left": 0, "right": width - wide}.get(side, (width - wide) // 2)
        rows = {"top": (0,), "bottom": (height - 1,)}.get(side, range(height))
        order = sorted(rows, key=lambda row: abs(row - height // 2))
        free = (Spot(column, row, (words,)) for row in order if not picture.canvas.strokes(column, row, wide))
        _write(picture, picture.board.place(free), "label.street", None)


def _name(
    picture: Picture, cell: tuple[int, int], choices: Sequence[str], style: str, thing: str | None
) -> bool:
    """The first of ``choices`` with room beside a cell."""
    for words in choices:
        spot = _beside(picture, near(*cell, 1, (words,)), cell[0])
        if spot:
            _write(picture, spot, style, thing)
            return True
    return False


def _beside(picture: Picture, spots: Iterable[Spot], column: int) -> Spot | None:
    """Take the free spot round a mark that hides the fewest strokes."""
    best: tuple[int, Spot] | None = None
    for spot in spots:
        touches = spot.column + spot.width == column or spot.column == column + 1
        if picture.board.fits(spot, column if touches else None):
            cost = sum(picture.canvas.strokes(spot.column, spot.row, cells(line)) for line in spot.lines)
            if best is None or cost < best[0]:
                best = cost, spot
    if best is None:
        return None
    picture.board.put(best[1])
    return best[1]


def _write(picture: Picture, spot: Spot | None, style: str, thing: str | None) -> None:
    if spot:
        for row, line in enumerate(spot.lines, spot.row):
            picture.canvas.write(spot.column, row, line, style, thing)
