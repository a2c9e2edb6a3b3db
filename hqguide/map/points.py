"""The one-character things of the map: chosen places, numbered stops, stations, halls."""

from collections.abc import Sequence

from hqguide.map.ground import thing_of_station
from hqguide.map.halls import Hall
from hqguide.map.marks import Mark, Pin
from hqguide.map.scene import Scene
from hqguide.market.district import Station

CHOSEN, STATION = "*", "M"
ASIDE = (0, -1, 1, -2, 2)

Cell = tuple[int, int]


def put_marks(scene: Scene, marks: Sequence[Mark]) -> list[tuple[Mark, str, Cell]]:
    """Put chosen places on the map; returns those inside it with the cell they got."""
    put = [(mark, CHOSEN, _put(scene, mark, CHOSEN, "mark", mark.thing)) for mark in marks]
    return [(mark, text, cell) for mark, text, cell in put if cell]


def put_pins(scene: Scene, pins: Sequence[Pin]) -> list[tuple[Mark, str, Cell]]:
    """Put stops on the map by their numbers; returns those inside it with the cell they got."""
    put = [
        (pin.mark, pin.numbers, _put(scene, pin.mark, pin.numbers, "stop", pin.mark.thing)) for pin in pins
    ]
    return [(mark, text, cell) for mark, text, cell in put if cell]


def put_stations(scene: Scene, stations: Sequence[Station]) -> list[tuple[Station, Cell]]:
    """Put metro stations on the map; returns those that show."""
    out = []
    for station in stations:
        if station.position:
            cell = scene.frame.cell(station.position.lat, station.position.lon)
            if cell and _keep(scene, cell, STATION, "station", thing_of_station(station)):
                out.append((station, cell))
    return out


def put_halls(scene: Scene, halls: Sequence[Hall]) -> list[tuple[Hall, Cell]]:
    """Put halls on the map, the most important where two share a cell; returns those that show."""
    out = []
    for hall in halls:
        cell = scene.frame.cell(hall.position.lat, hall.position.lon)
        if cell and _keep(scene, cell, hall.glyph, hall.style, hall.building.id):
            out.append((hall, cell))
    return out


def _put(scene: Scene, mark: Mark, text: str, style: str, thing: str | None) -> Cell | None:
    """Put a mark in its cell, or a row or two aside where another already stands."""
    cell = scene.frame.cell(mark.lat, mark.lon)
    if cell is None:
        return None
    column = max(min(cell[0], scene.board.width - len(text)), 0)
    for aside in ASIDE:
        if _keep(scene, (column, cell[1] + aside), text, style, thing):
            return column, cell[1] + aside
    return None


def _keep(scene: Scene, cell: Cell, text: str, style: str, thing: str | None) -> bool:
    column, row = cell
    if not 0 <= row < scene.board.height or scene.board.is_taken(column, row, len(text)):
        return False
    scene.board.take(column, row, len(text))
    scene.canvas.write(column, row, text, style, thing)
    return True
