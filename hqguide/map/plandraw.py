"""Draw a digitised floor plan: shapes, fixtures, the wanted counter, the way to it, and their names."""

from hqguide.map.fill import hatch
from hqguide.map.fixtures import fixtures
from hqguide.map.look import Look
from hqguide.map.picture import Picture
from hqguide.map.planmarks import put_fixtures, put_recorded, put_wanted
from hqguide.map.plannames import name_fixtures, name_shapes, name_start, name_streets, name_wanted
from hqguide.map.wanted import Target, Wanted
from hqguide.map.way import Way
from hqguide.market.floorplan import Polygon
from hqguide.text import plain

# Style of the outline of each kind of shape, and every how many dots it has one.
STROKES = {
    "counter": ("counter", 1),
    "block": ("block", 1),
    "void": ("void", 3),
    "room": ("room", 2),
    "outside": ("room", 2),
    "zone": ("zone", 3),
}
WAY_GAP, HATCH_DOTS = 2, 2.0


def draw_plan(picture: Picture, seen: Look) -> None:
    """Draw all of it, what matters most first."""
    wanted, found, way, recorded = seen.wanted, seen.found, seen.way, seen.recorded
    _strokes(picture, found, way, recorded)
    _inside(picture, wanted, found)
    put_wanted(picture, wanted, found)
    shown = put_fixtures(picture, way)
    name_wanted(picture, wanted, found)
    name_start(picture, way)
    put_recorded(picture, recorded)
    name_shapes(picture, found)
    name_fixtures(picture, [pair for pair in shown if not way or pair[0] != way.start])
    name_streets(picture)


def _strokes(picture: Picture, found: Target, way: Way | None, recorded: frozenset[str]) -> None:
    canvas, frame = picture.canvas, picture.frame
    if way:
        canvas.path(frame.dots(way.points), "path", "way", WAY_GAP)
    if found.spot:
        _hatch(picture, found.spot.poly)
        _outline(picture, found.spot.poly, "mark")
    for zone in found.zones:
        _outline(picture, zone.poly, "zone.wanted", zone.thing)
    for fixture in fixtures(picture.plan):
        for poly in fixture.polys:
            _outline(picture, poly, fixture.kind, fixture.thing)
    for shape, dots in picture.shown:
        style, gap = STROKES[shape.kind]
        style = "counter.record" if shape.is_on(recorded) else style
        canvas.path((*dots, dots[0]), style, shape.thing, gap)
    if picture.base.outline:
        _outline(picture, picture.base.outline, "outline", "floor")
    for line in picture.plan.streets:
        if line.name:
            canvas.path(frame.dots(line.points), "street", f"street:{plain(line.name)}")


def _outline(picture: Picture, poly: Polygon, style: str, thing: str | None = None, gap: int = 1) -> None:
    picture.canvas.path(picture.frame.dots((*poly, poly[0])), style, thing, gap)


def _hatch(picture: Picture, poly: Polygon) -> None:
    dots = picture.frame.dots(poly)
    for stroke in hatch(dots, 0, 4 * picture.frame.height, HATCH_DOTS):
        picture.canvas.path(stroke, "mark")


def _inside(picture: Picture, wanted: Wanted | None, found: Target) -> None:
    """What the empty cells inside the shapes answer to, small shapes before large ones."""
    canvas, frame = picture.canvas, picture.frame
    if found.spot and wanted:
        canvas.own(frame.dots(found.spot.poly), wanted.thing)
    for fixture in fixtures(picture.plan):
        for poly in fixture.polys:
            canvas.own(frame.dots(poly), fixture.thing)
    for shape, dots in picture.shown:
        canvas.own(dots, shape.thing)
    if picture.base.outline:
        canvas.own(frame.dots(picture.base.outline), "floor")
