"""The sheet an SVG map is drawn on: degrees to page units, and what to show when nobody said."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from hqguide.map.clip import Segment, clip
from hqguide.map.halls import hall_points
from hqguide.map.marks import Mark
from hqguide.map.view import Bounds, View, around_points
from hqguide.market.district import District, Point
from hqguide.market.pack import Market
from hqguide.market.projection import Projection, around

WIDTH = 360.0
LOWEST, HIGHEST = 240.0, 560.0
SMALLEST_M = 360.0
ROOM = 0.16
VIEW_CELLS = (80, 24)

Spot = tuple[float, float]


class Page(msgspec.Struct, frozen=True):
    """A sheet of ``WIDTH`` units by ``height``, with ``scale`` units a metre; y runs down."""

    height: float
    scale: float
    plane: Projection

    def spot(self, lat: float, lon: float) -> Spot:
        """A point in degrees on the sheet; it may lie outside."""
        east, north = self.plane.metres(lat, lon)
        return WIDTH / 2 + east * self.scale, self.height / 2 - north * self.scale

    def holds(self, spot: Spot) -> bool:
        """Whether a spot lies on the sheet."""
        return 0 <= spot[0] <= WIDTH and 0 <= spot[1] <= self.height

    def parts(self, points: Sequence[Point]) -> list[Segment]:
        """A polyline cut to the sheet: the segments that show."""
        spots = [self.spot(lat, lon) for lat, lon in points]
        cut = (clip((*start, *end), WIDTH, self.height) for start, end in pairwise(spots))
        return [part for part in cut if part]

    def lines(self, points: Sequence[Point]) -> list[list[Spot]]:
        """A polyline cut to the sheet: the pieces that show, each without a gap."""
        pieces: list[list[Spot]] = []
        for x0, y0, x1, y1 in self.parts(points):
            if pieces and pieces[-1][-1] == (x0, y0):
                pieces[-1].append((x1, y1))
            else:
                pieces.append([(x0, y0), (x1, y1)])
        return pieces


def page(bounds: Bounds) -> Page:
    """The sheet for ``bounds``: all of it shows, in a shape between wide and tall."""
    plane = around(*bounds.centre)
    east, north = (2 * side for side in plane.metres(bounds.north, bounds.east))
    east, north = max(east, SMALLEST_M), max(north, SMALLEST_M)
    height = min(max(WIDTH * north / east, LOWEST), HIGHEST)
    return Page(round(height, 1), min(WIDTH / east, height / north), plane)


def area_of(district: District, market: Market, area: View | Bounds | None, marks: Sequence[Mark]) -> Bounds:
    """The piece of ground to draw: ``area``, else round the marks, else round the halls, else streets."""
    if isinstance(area, Bounds):
        return area
    if isinstance(area, View):
        return area.bounds(*VIEW_CELLS)
    box = (
        around_points((mark.lat, mark.lon) for mark in marks)
        or around_points(hall_points(market))
        or around_points(point for street in district.streets for point in street.points)
        or Bounds(0, 0, 0, 0)
    )
    return box.wider(ROOM)
