"""The district in metres, projected once: streets with their weight on the map, outlines, stations."""

import msgspec

from hqguide.map.once import once
from hqguide.map.view import Bounds, View, around_points
from hqguide.market.district import District, Footprint, Point, Station, Street
from hqguide.market.projection import Projection, around

Metres = tuple[float, float]

# Order of drawing and the scale, in metres a column, beyond which a kind is left off.
RANKS: dict[str, int] = {"primary": 0, "secondary": 1, "pedestrian": 1, "tertiary": 2, "service": 4}
OTHER_RANK = 3
MAIN_RANK = 1
FARTHEST_SHOWN = (60.0, 60.0, 40.0, 16.0, 6.0)


class Way(msgspec.Struct, frozen=True):
    """A street in metres with the box it lies in; ``rank`` 0 is the most important."""

    street: Street
    rank: int
    thing: str | None
    points: tuple[Metres, ...]
    box: tuple[float, float, float, float]


class Outline(msgspec.Struct, frozen=True):
    """A building's outline in metres, closed."""

    footprint: Footprint
    points: tuple[Metres, ...]


class Ground(msgspec.Struct, frozen=True):
    """What lies under the halls, streets in order of importance."""

    plane: Projection
    ways: tuple[Way, ...]
    outlines: tuple[Outline, ...]
    stations: tuple[Station, ...]

    @property
    def main_ways(self) -> tuple[Way, ...]:
        """The streets to find one's way by."""
        return tuple(way for way in self.ways if way.rank <= MAIN_RANK)


def thing_of_street(street: Street) -> str | None:
    """``street:<name>`` by the Chinese name, else the English; ``None`` for a street without one."""
    name = street.name_zh or street.name_en
    return f"street:{name}" if name else None


def thing_of_station(station: Station) -> str:
    """``station:<id>``."""
    return f"station:{station.id}"


def ground_at(district: District, view: View) -> Ground:
    """The ground of ``district``; where there is none, a bare plane round the middle of ``view``."""
    base = ground(district)
    if base.ways or base.outlines:
        return base
    return msgspec.structs.replace(base, plane=around(view.lat, view.lon))


@once
def ground(district: District) -> Ground:
    """The district in metres around its middle; the same district is projected only once."""
    box = around_points(point for street in district.streets for point in street.points)
    plane = around(*(box or Bounds(0, 0, 0, 0)).centre)
    ways = [_way(street, plane) for street in district.streets if len(street.points) > 1]
    return Ground(
        plane=plane,
        ways=tuple(sorted(ways, key=lambda way: way.rank)),
        outlines=tuple(
            Outline(one, _closed(_project(one.points, plane)))
            for one in district.footprints
            if len(one.points) > 2
        ),
        stations=tuple(station for station in district.stations if station.position),
    )


def _way(street: Street, plane: Projection) -> Way:
    points = _project(street.points, plane)
    xs, ys = zip(*points, strict=True)
    rank = RANKS.get(street.kind, OTHER_RANK)
    return Way(street, rank, thing_of_street(street), points, (min(xs), min(ys), max(xs), max(ys)))


def _project(points: tuple[Point, ...], plane: Projection) -> tuple[Metres, ...]:
    return tuple(plane.metres(lat, lon) for lat, lon in points)


def _closed(points: tuple[Metres, ...]) -> tuple[Metres, ...]:
    return points if points[0] == points[-1] else (*points, points[0])
