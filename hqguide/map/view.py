"""Which piece of the ground a picture shows, and how to move and scale it."""

from collections.abc import Iterable
from math import isfinite

import msgspec

from hqguide.errors import GuideError
from hqguide.market.district import District, Point
from hqguide.market.projection import Projection, around

CLOSEST = 0.25
FARTHEST = 60.0
ZOOM_STEP = 1.5
PAN_SHARE = 0.25
MARGIN = 0.06


class Bounds(msgspec.Struct, frozen=True):
    """A box in WGS-84 degrees."""

    south: float
    west: float
    north: float
    east: float

    @property
    def centre(self) -> Point:
        """Latitude and longitude of the middle."""
        return (self.south + self.north) / 2, (self.west + self.east) / 2

    def wider(self, share: float) -> "Bounds":
        """The box with ``share`` of its height and width added on every side."""
        tall, across = (self.north - self.south) * share, (self.east - self.west) * share
        return Bounds(self.south - tall, self.west - across, self.north + tall, self.east + across)


class View(msgspec.Struct, frozen=True):
    """The middle of a picture in WGS-84 degrees, and the metres one column is wide.

    A row is taken to be two columns high, as in most terminal fonts.
    """

    lat: float
    lon: float
    metres_per_cell: float

    def __post_init__(self) -> None:
        """Refuse a view that cannot be drawn."""
        good = isfinite(self.metres_per_cell) and self.metres_per_cell > 0
        if not (good and -85 <= self.lat <= 85 and -180 <= self.lon <= 180):
            raise GuideError(
                f"no map at {self.lat}, {self.lon} with {self.metres_per_cell} metres a column",
                hint="Give WGS-84 degrees, latitude first, and a scale above 0.",
            )

    def pan(self, columns: float, rows: float) -> "View":
        """The view moved right by ``columns`` and down by ``rows``."""
        plane = around(self.lat, self.lon)
        lat, lon = plane.degrees(columns * self.metres_per_cell, -2 * rows * self.metres_per_cell)
        return View(min(max(lat, -85), 85), min(max(lon, -180), 180), self.metres_per_cell)

    def step(self, right: int, down: int, width: int, height: int) -> "View":
        """The view moved by a quarter of the picture for each step."""
        return self.pan(right * width * PAN_SHARE, down * height * PAN_SHARE)

    def zoom(self, steps: int) -> "View":
        """The view closer by ``steps`` (farther when negative), within what makes sense to show."""
        scale = self.metres_per_cell / ZOOM_STEP**steps
        return View(self.lat, self.lon, min(max(scale, CLOSEST), FARTHEST))

    def bounds(self, width: int, height: int) -> Bounds:
        """The ground a picture of ``width`` by ``height`` cells shows."""
        plane = around(self.lat, self.lon)
        east, north = width * self.metres_per_cell / 2, height * self.metres_per_cell
        south, west = plane.degrees(-east, -north)
        top, right = plane.degrees(east, north)
        return Bounds(south, west, top, right)


class Frame(msgspec.Struct, frozen=True):
    """A view on ``width`` by ``height`` cells: from metres of ``plane`` to dots and cells."""

    width: int
    height: int
    east: float
    north: float
    dots_per_metre: float
    plane: Projection

    def dots(self, points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        """Points in metres as dots, y down; a dot's middle is a whole number."""
        scale, east, north = self.dots_per_metre, self.east, self.north
        return [((x - east) * scale, (north - y) * scale) for x, y in points]

    def dot(self, lat: float, lon: float) -> tuple[float, float]:
        """A point in degrees as dots."""
        return self.dots((self.plane.metres(lat, lon),))[0]

    def cell(self, lat: float, lon: float) -> tuple[int, int] | None:
        """Column and row of a point in degrees, or ``None`` when it lies outside the picture."""
        x, y = self.dot(lat, lon)
        column, row = round(x) // 2, round(y) // 4
        return (column, row) if 0 <= column < self.width and 0 <= row < self.height else None


def frame(view: View, width: int, height: int, plane: Projection) -> Frame:
    """``view`` on ``width`` by ``height`` cells, for points in metres of ``plane``."""
    x, y = plane.metres(view.lat, view.lon)
    scale = 2 / view.metres_per_cell
    return Frame(width, height, x - (width - 0.5) / scale, y + (2 * height - 0.5) / scale, scale, plane)


def around_points(points: Iterable[Point]) -> Bounds | None:
    """The smallest box that holds ``points``; ``None`` when there are none."""
    known = tuple(points)
    if not known:
        return None
    lats, lons = [lat for lat, _ in known], [lon for _, lon in known]
    return Bounds(min(lats), min(lons), max(lats), max(lons))


def fit(district: District, width: int, height: int, points: Iterable[Point] = ()) -> View:
    """The closest view of ``width`` by ``height`` cells that shows all ``points``.

    Without points it shows the signalled crossings, which is the grid of main streets, or else every
    street.
    """
    box = (
        around_points(points)
        or around_points((crossing.lat, crossing.lon) for crossing in district.junctions)
        or around_points(point for street in district.streets for point in street.points)
    )
    if box is None:
        raise GuideError(
            "the district has no streets to show", hint="Reinstall hqguide, or use a complete pack."
        )
    lat, lon = box.centre
    east, north = around(lat, lon).metres(box.north, box.east)
    room = 1 - 2 * MARGIN
    scale = max(2 * east / max(width * room, 1), north / max(height * room, 1))
    return View(lat, lon, min(max(scale, CLOSEST), FARTHEST))
