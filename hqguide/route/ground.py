"""Plane geometry in metres for walking: distances, directions, feet and crossings of segments."""

import math
from collections.abc import Iterable

from hqguide.market.projection import Projection, around

Point = tuple[float, float]
Flat = tuple[float, float]

_COMPASS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


def plane_of(points: Iterable[Point]) -> Projection:
    """The plane that touches the ground at the middle of ``points``; at 0, 0 when there are none."""
    known = list(points)
    if not known:
        return around(0.0, 0.0)
    lats, lons = zip(*known, strict=True)
    return around((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)


def degrees(plane: Projection, spot: Flat) -> Point:
    """Latitude and longitude of a spot of ``plane``, to 7 decimals (1 cm)."""
    lat, lon = plane.degrees(*spot)
    return round(lat, 7), round(lon, 7)


def gap(a: Flat, b: Flat) -> float:
    """Metres between two spots of one plane."""
    return math.hypot(b[0] - a[0], b[1] - a[1])


def compass(a: Flat, b: Flat) -> str:
    """The eighth of the compass in which ``b`` lies from ``a``: ``north``, ``south-east`` ..."""
    return _COMPASS[round(math.degrees(math.atan2(b[0] - a[0], b[1] - a[1])) / 45) % 8]


def foot(spot: Flat, a: Flat, b: Flat) -> tuple[float, Flat]:
    """The point of the segment a-b nearest to ``spot``: its share of the way from a, and itself."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    share = 0.0 if square == 0 else ((spot[0] - a[0]) * dx + (spot[1] - a[1]) * dy) / square
    share = min(1.0, max(0.0, share))
    return share, (a[0] + share * dx, a[1] + share * dy)


def crossing(a: Flat, b: Flat, c: Flat, d: Flat) -> tuple[float, float] | None:
    """Where the segments a-b and c-d cross, as shares of both; ``None`` when they do not or run along."""
    rx, ry, sx, sy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    turn = rx * sy - ry * sx
    if turn == 0:
        return None
    qx, qy = c[0] - a[0], c[1] - a[1]
    first, second = (qx * sy - qy * sx) / turn, (qx * ry - qy * rx) / turn
    if 0 <= first <= 1 and 0 <= second <= 1:
        return first, second
    return None
