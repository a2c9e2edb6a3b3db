"""Write names on the map where they have room: of marks always, of the rest in order of importance."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from hqguide.map.along import is_upright, length, places
from hqguide.map.clip import Segment, clip
from hqguide.map.ground import Way, thing_of_station
from hqguide.map.halls import Hall
from hqguide.map.labels import Lines, Spot, anywhere, near, shortened
from hqguide.map.marks import Mark
from hqguide.map.names import hall_words, station_words, street_words
from hqguide.map.points import Cell
from hqguide.map.scene import Scene
from hqguide.map.strokes import is_shown
from hqguide.market.district import Station
from hqguide.text import cells, plain

SHORTEST_STREET = 1.2
# How many hidden strokes the next best side of a mark is worth.
LATER_PLACE = 0.7
WIDEST_FAR, WIDEST_NEAR, FAR = 20, 40, 8.0


def name_marks(scene: Scene, put: Iterable[tuple[Mark, str, Cell]], style: str) -> None:
    """Words beside each mark; where none of the usual places is free, the nearest row that is."""
    for mark, text, (column, row) in put:
        label = plain(mark.label).strip()
        if not label:
            continue
        words = shortened(f"[{label}]" if style == "label.mark" else label, scene.board.width)
        usual = near(column, row, len(text), (words,))
        spare = anywhere(column, row, (words,), scene.board.width, scene.board.height)
        spot = _beside(scene, usual, column, len(text)) or scene.board.place(spare)
        _write(scene, spot, style, mark.thing)


def name_stations(scene: Scene, put: Iterable[tuple[Station, Cell]]) -> None:
    """Name and lines beside each station."""
    for station, cell in put:
        choices = station_words(station, scene.language)
        _name_first(scene, cell, choices, "label.station", thing_of_station(station))


def name_halls(scene: Scene, put: Iterable[tuple[Hall, Cell]]) -> None:
    """The longest form of each hall's name that has room beside its mark."""
    for hall, cell in put:
        style = "label.closed" if hall.building.status.state == "closed" else "label"
        choices = _fitting(hall_words(hall.building, scene.language), scene.metres_per_cell)
        _name_first(scene, cell, choices, style, hall.building.id)


def name_streets(scene: Scene, ways: Sequence[Way], named: frozenset[str] = frozenset()) -> frozenset[str]:
    """One name for each street that shows long enough; returns ``named`` and the things named now."""
    done = set(named)
    for way in ways:
        if way.thing and way.thing not in done and is_shown(way, scene):
            for words in street_words(way.street, scene.language):
                spot = scene.board.place(_along(scene, way, words))
                if spot:
                    done.add(way.thing)
                    _write(scene, spot, "label.street", way.thing)
                    break
    return frozenset(done)


def _name_first(scene: Scene, cell: Cell, choices: Iterable[Lines], style: str, thing: str) -> None:
    """The first of ``choices`` that has room beside the mark in ``cell``; nothing when none has."""
    column, row = cell
    for words in choices:
        spot = _beside(scene, near(column, row, 1, words), column, 1)
        if spot:
            _write(scene, spot, style, thing)
            return


def _fitting(choices: Sequence[Lines], metres_per_cell: float) -> Sequence[Lines]:
    """The choices that are not too wide for the scale, or else the narrowest."""
    widest = WIDEST_FAR if metres_per_cell >= FAR else WIDEST_NEAR
    wide = [max(map(cells, words)) for words in choices]
    return [words for words, width in zip(choices, wide, strict=True) if width <= max(widest, min(wide))]


def _beside(scene: Scene, spots: Iterable[Spot], column: int, mark: int) -> Spot | None:
    """Take the free spot round a mark that hides the fewest strokes; only the mark itself may touch it."""
    best: tuple[float, Spot] | None = None
    for order, spot in enumerate(spots):
        ends, starts = spot.column + spot.width == column, spot.column == column + mark
        if scene.board.fits(spot, column if ends else column + mark - 1 if starts else None):
            cost = LATER_PLACE * order + _hidden(scene, spot)
            if best is None or cost < best[0]:
                best = cost, spot
    if best is None:
        return None
    scene.board.put(best[1])
    return best[1]


def _hidden(scene: Scene, spot: Spot) -> int:
    """How many cells with strokes the words would cover."""
    rows = enumerate(spot.lines, spot.row)
    return sum(scene.canvas.strokes(spot.column, row, cells(line)) for row, line in rows)


def _along(scene: Scene, way: Way, words: str) -> Sequence[Spot]:
    """Places for a street's name: across it from the middle outwards, or down it in Chinese."""
    parts = _visible(scene, way)
    upright = is_upright(parts)
    down = upright and cells(words) == 2 * len(words)
    lines: Lines = tuple(words) if down else (f" {words} ",)
    wide = cells(lines[0])
    if length(parts) < SHORTEST_STREET * (4 * len(lines) if upright else 2 * wide):
        return ()
    spots = []
    for x, y in places(parts):
        column = max(0, min(round(x) // 2 - (0 if down else wide // 2), scene.board.width - wide))
        spots.append(Spot(column, round(y) // 4 - len(lines) // 2, lines))
    # A level name on a crossing would read as the name of the street that runs across.
    return sorted(spots, key=lambda spot: _hidden(scene, spot)) if upright and not down else spots


def _visible(scene: Scene, way: Way) -> list[Segment]:
    dots = scene.frame.dots(way.points)
    right, bottom = 2 * scene.frame.width - 1, 4 * scene.frame.height - 1
    cut = (clip((*start, *end), right, bottom) for start, end in pairwise(dots))
    return [part for part in cut if part]


def _write(scene: Scene, spot: Spot | None, style: str, thing: str | None) -> None:
    if spot:
        for row, line in enumerate(spot.lines, spot.row):
            scene.canvas.write(spot.column, row, line, style, thing)
