"""Draw the district into terminal cells: streets, halls, stations, stops, names, scale and credit."""

from collections.abc import Mapping, Sequence

from hqguide.map.canvas import Canvas
from hqguide.map.drawing import Drawing
from hqguide.map.furniture import furnish, note
from hqguide.map.ground import ground_at
from hqguide.map.halls import halls
from hqguide.map.labels import Board
from hqguide.map.marks import Mark, pins
from hqguide.map.names import Tongue
from hqguide.map.naming import name_halls, name_marks, name_stations, name_streets
from hqguide.map.points import put_halls, put_marks, put_pins, put_stations
from hqguide.map.scene import Scene
from hqguide.map.shade import shade_legend, shaded
from hqguide.map.strokes import draw_ground, draw_path, draw_rings
from hqguide.map.view import View, frame
from hqguide.map.wording import say
from hqguide.market.district import District, Point
from hqguide.market.pack import Market


def draw(
    district: District,
    market: Market,
    view: View,
    width: int,
    height: int,
    *,
    marks: Sequence[Mark] = (),
    stops: Sequence[Mark] = (),
    path: Sequence[Point] = (),
    shade: Mapping[str, float] | None = None,
    language: Tongue = "en",
    ascii: bool = False,  # noqa: A002 - what front ends call the choice
) -> Drawing:
    """The map of ``view`` on ``width`` by ``height`` cells.

    ``marks`` are chosen places, drawn strongest and always named; ``stops`` show their numbers, else
    their order; ``path`` is a walk in WGS-84 degrees, drawn dotted. A hall that may be 50 m off or
    more is ``~``, a closed one ``x``. ``shade`` gives halls by id the share of the most evidence, 0 to 1:
    they are then ``#``, ``+`` or ``-``. ``ascii`` draws strokes without braille. A district without streets
    still shows its halls, and says so.
    """
    canvas, board = Canvas(width, height), Board(width, height)
    if not (canvas.width and canvas.height):
        return canvas.drawing(ascii)
    base, known = ground_at(district, view), shaded(halls(market), shade)
    window = frame(view, width, height, base.plane)
    scene = Scene(canvas, board, window, language, view.metres_per_cell)
    draw_path(scene, path)
    draw_ground(scene, base)
    draw_rings(scene, known, marks)
    furnish(canvas, board, view.metres_per_cell, ascii)
    note(canvas, board, shade_legend(language) if shade else "", "scale")
    note(canvas, board, "" if district.streets else say("no-streets", language), "warning")
    chosen, walk = put_marks(scene, marks), put_pins(scene, pins(stops))
    stations, shown = put_stations(scene, base.stations), put_halls(scene, known)
    name_marks(scene, chosen, "label.mark")
    name_marks(scene, walk, "label.stop")
    named = name_streets(scene, base.main_ways)
    name_stations(scene, stations)
    name_halls(scene, shown)
    name_streets(scene, base.ways, named)
    return canvas.drawing(ascii)
