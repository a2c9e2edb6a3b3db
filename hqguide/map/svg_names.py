"""Names on the SVG map: of chosen places and stops always, of the rest where there is room."""

from collections.abc import Sequence

from hqguide.map.halls import Hall
from hqguide.map.labels import Lines
from hqguide.map.marks import Mark, Pin
from hqguide.map.names import hall_words, station_words, wrapped
from hqguide.map.page import Spot
from hqguide.map.sheet import Sheet
from hqguide.map.svg_marks import DOT, STATION, dot_half, half_width
from hqguide.market.district import Station
from hqguide.text import cells, plain

STRONG_CELL, PLAIN_CELL = 6.1, 5.3
GAP = 2.0
WIDEST = 24


def name_marks(sheet: Sheet, put: Sequence[tuple[Mark, Spot]]) -> None:
    """The words of each chosen place."""
    for mark, spot in put:
        sheet.name_always(spot, 2 * DOT, _choices(mark), "strong", STRONG_CELL)


def name_pins(sheet: Sheet, put: Sequence[tuple[Pin, Spot]]) -> None:
    """The words of each stop."""
    for pin, spot in put:
        sheet.name_always(spot, half_width(pin) + GAP, _choices(pin.mark), "strong", STRONG_CELL)


def name_stations(sheet: Sheet, put: Sequence[tuple[Station, Spot]]) -> None:
    """Name and lines of each station."""
    for station, spot in put:
        for lines in station_words(station, sheet.language):
            if sheet.name_beside(spot, STATION + GAP, lines, "metro", PLAIN_CELL):
                break


def name_halls(sheet: Sheet, put: Sequence[tuple[Hall, Spot]]) -> None:
    """The longest form of each hall's name that has room."""
    for hall, spot in put:
        kind = "hall closed" if hall.building.status.state == "closed" else "hall"
        for lines in hall_words(hall.building, sheet.language):
            if sheet.name_beside(spot, dot_half(hall) + GAP, lines, kind, PLAIN_CELL):
                break


def _choices(mark: Mark) -> tuple[Lines, ...]:
    """The words of a mark on one row, where they are short, and on two."""
    label = plain(mark.label).strip()
    return ((label,), wrapped(label)) if cells(label) <= WIDEST else (wrapped(label),)
