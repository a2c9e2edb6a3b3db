"""Pictures of the district for the screens: what to mark, where to look, the drawing itself."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from hqguide.tui.look import Look

if TYPE_CHECKING:
    from hqguide.guide import Guide
    from hqguide.map.drawing import Drawing
    from hqguide.map.marks import Mark
    from hqguide.map.view import View

# Close enough to tell neighbouring halls apart, far enough to see the streets around.
CLOSE_M_PER_CELL = 6.0


def place_marks(guide: "Guide", place: str, look: Look) -> "list[Mark]":
    """The mark of the hall of a place, with floor and counter in its label; none when nobody knows where."""
    from msgspec.structs import replace

    from hqguide.map.marks import mark_hall

    hall, *parts = place.split("/")
    building = guide.market.by_id.get(hall)
    mark = mark_hall(building, look.language) if building else None
    return [replace(mark, label=" ".join([mark.label, *parts]))] if mark else []


def hall_marks(guide: "Guide", halls: Iterable[str], look: Look) -> "list[Mark]":
    """The marks of halls numbered from 1; those without a known position are left off, their numbers too."""
    from hqguide.map.marks import mark_hall

    known = ((number, guide.market.by_id.get(hall)) for number, hall in enumerate(halls, 1))
    marks = (mark_hall(building, look.language, number) for number, building in known if building)
    return [mark for mark in marks if mark is not None]


def view_of(guide: "Guide", width: int, height: int, marks: "Sequence[Mark]") -> "View":
    """The closest sensible view that shows ``marks``; the whole district when there are none."""
    from msgspec.structs import replace

    from hqguide.map.view import fit

    view = fit(guide.district, width, height, [(mark.lat, mark.lon) for mark in marks])
    return replace(view, metres_per_cell=max(view.metres_per_cell, CLOSE_M_PER_CELL))


def picture(
    guide: "Guide",
    view: "View",
    width: int,
    height: int,
    look: Look,
    marks: "Sequence[Mark]" = (),
    stops: "Sequence[Mark]" = (),
) -> "Drawing":
    """The district as the map room draws it, in the reader's language and glyphs."""
    from hqguide.map.district import draw

    return draw(
        guide.district,
        guide.market,
        view,
        width,
        height,
        marks=marks,
        stops=stops,
        language=look.language,
        ascii=look.ascii,
    )
