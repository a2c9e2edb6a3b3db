"""Distances and directions on the ground between WGS-84 positions."""

from math import atan2, cos, degrees, radians, sin

from hqguide.market.model import Position, Record


class Heading(Record, frozen=True):
    """One of the eight points of the compass: short (``NE``), in English words, in Chinese."""

    short: str
    en: str
    zh: str


HEADINGS = (
    Heading("N", "north", "北"),
    Heading("NE", "north-east", "东北"),
    Heading("E", "east", "东"),
    Heading("SE", "south-east", "东南"),
    Heading("S", "south", "南"),
    Heading("SW", "south-west", "西南"),
    Heading("W", "west", "西"),
    Heading("NW", "north-west", "西北"),
)


def metres_between(here: Position, there: Position) -> float:
    """Geodesic distance in metres on the WGS-84 ellipsoid (geopy, Karney's algorithm)."""
    from geopy.distance import geodesic

    return float(geodesic((here.lat, here.lon), (there.lat, there.lon)).m)


def bearing(here: Position, there: Position) -> float:
    """Degrees clockwise from true north, 0 to 360, in which to leave ``here`` for ``there``.

    The azimuth of the great circle, tan θ = sin Δλ cos φ₂ / (cos φ₁ sin φ₂ - sin φ₁ cos φ₂ cos Δλ); on the
    ellipsoid it is less than 0.2 degrees off. For one and the same point it is 0.
    """
    across = radians(there.lon - here.lon)
    start, end = radians(here.lat), radians(there.lat)
    east = sin(across) * cos(end)
    north = cos(start) * sin(end) - sin(start) * cos(end) * cos(across)
    turned = degrees(atan2(east, north)) % 360.0
    return 0.0 if turned == 360.0 else turned  # a tiny negative angle is rounded up to a full turn


def compass(angle: float) -> Heading:
    """The point of the compass nearest to ``angle`` (degrees from north, any number of turns)."""
    return HEADINGS[round(angle % 360.0 / 45.0) % 8]
