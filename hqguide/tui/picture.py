"""Pictures of the district for the screens: what to mark, where to look, the drawing itself."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from hqguide.tui.look import Look

if TYPE_CHECKING:
    from hqguide.map.drawing import Drawing
    from hqguide.map.marks import Mark
    from hqguide.map.view import View
    from hqguide.market.pack import Market
    from hqguide.route.itinerary import Itinerary
    from hqguide.tui.ground import Ground

Point = tuple[float, float]

# Close enough to tell neighbouring halls apart, far enough to see the streets around.
CLOSE_M_PER_CELL = 6.0


def place_marks(market: "Market", place: str, look: Look) -> "list[Mark]":
    """The mark of the hall of a place, with floor and counter in its label; none when nobody knows where."""
    from msgspec.structs import replace

    from hqguide.map.marks import mark_hall

    hall, *parts = place.split("/")
    building = market.by_id.get(hall)
    mark = mark_hall(building, look.language) if building else None
    return [replace(mark, label=" ".join([mark.label, *parts]))] if mark else []


def hall_marks(market: "Market", halls: Iterable[str], look: Look) -> "list[Mark]":
    """The marks of halls numbered from 1; those without a known position are left off, their numbers too."""
    from hqguide.map.marks import mark_hall

    known = ((number, market.by_id.get(hall)) for number, hall in enumerate(halls, 1))
    marks = (mark_hall(building, look.language, number) for number, building in known if building)
    return [mark for mark in marks if mark is not None]


def corners(mark: "Mark") -> tuple[Point, ...]:
    """South-west and north-east of the ring a mark may be off by, WGS-84 degrees."""
    from hqguide.market.projection import around

    plane, off = around(mark.lat, mark.lon), mark.accuracy_m
    return plane.degrees(-off, -off), plane.degrees(off, off)


def walk_points(walk: "Itinerary") -> tuple[Point, ...]:
    """The points a walk leads over in the open, WGS-84 degrees."""
    return tuple(point for leg in walk.legs for point in leg.points)


def fitted(ground: "Ground", width: int, height: int, points: Sequence[Point]) -> "View":
    """The closest view that shows ``points``, else the streets, else the halls: whatever is known."""
    from hqguide.map.view import FARTHEST, View, fit

    district = ground.district
    if not (points or district.streets or district.junctions):
        halls = (building.position for building in ground.market.buildings)
        points = [(where.lat, where.lon) for where in halls if where]
        if not points:
            return View(0.0, 0.0, FARTHEST)
    return fit(district, width, height, points)


def view_of(ground: "Ground", width: int, height: int, points: Sequence[Point]) -> "View":
    """The closest sensible view that shows ``points``; the whole district when there are none."""
    from msgspec.structs import replace

    view = fitted(ground, width, height, points)
    return replace(view, metres_per_cell=max(view.metres_per_cell, CLOSE_M_PER_CELL))


def picture(
    ground: "Ground",
    view: "View",
    width: int,
    height: int,
    look: Look,
    marks: "Sequence[Mark]" = (),
    stops: "Sequence[Mark]" = (),
    path: Sequence[Point] = (),
    shade: Mapping[str, float] | None = None,
) -> "Drawing":
    """The district as the map room draws it, in the reader's language and glyphs."""
    from hqguide.map.district import draw

    return draw(
        ground.district,
        ground.market,
        view,
        width,
        height,
        marks=marks,
        stops=stops,
        path=path,
        shade=shade or None,
        language=look.language,
        ascii=look.ascii,
    )
