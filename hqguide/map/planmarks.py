"""The one-character things of a plan: the wanted counter, escalators and the like, stalls on record."""

from hqguide.map.fill import middle
from hqguide.map.fixtures import Fixture, fixtures
from hqguide.map.picture import Picture
from hqguide.map.planview import box_of
from hqguide.map.shapes import Shape
from hqguide.map.wanted import Target, Wanted
from hqguide.map.way import Way
from hqguide.text import cells


def put_wanted(picture: Picture, wanted: Wanted | None, found: Target) -> None:
    """A star in the middle of the wanted counter's shape."""
    cell = picture.frame.cell(middle(found.spot.poly)) if found.spot and wanted else None
    if cell and wanted:
        picture.canvas.write(*cell, "*", "mark", wanted.thing)
        picture.board.take(*cell)


def put_fixtures(picture: Picture, way: Way | None) -> list[tuple[Fixture, tuple[int, int]]]:
    """The letters of what one finds one's way by, the start of the way first."""
    order = sorted(fixtures(picture.plan), key=lambda one: way is None or one != way.start)
    shown = []
    for fixture in order:
        cell = picture.frame.cell(fixture.at)
        if cell and not picture.board.is_taken(cell[0], cell[1]):
            glyph = "@" if way and fixture == way.start else fixture.glyph
            picture.canvas.write(*cell, glyph, "start" if glyph == "@" else fixture.kind, fixture.thing)
            picture.board.take(*cell)
            shown.append((fixture, cell))
    return shown


def put_recorded(picture: Picture, recorded: frozenset[str]) -> None:
    """A mark in each counter with a stall on record."""
    for shape in picture.base.shapes:
        cell = picture.frame.cell(shape.middle) if shape.is_on(recorded) else None
        if cell and not picture.board.is_taken(*cell):
            picture.canvas.write(*cell, "o", "counter.record", shape.thing)
            if not _roomy(picture, shape):
                picture.board.take(*cell)


def _roomy(picture: Picture, shape: Shape) -> bool:
    """Whether the number itself has room in the shape, which says more than a mark."""
    left, _, right, _ = box_of(shape.poly)
    return (right - left) * picture.frame.dots_per_unit / 2 >= max(map(cells, shape.words), default=99)
