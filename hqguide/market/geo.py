"""Distances on the ground between WGS-84 positions."""

from hqguide.market.model import Position


def metres_between(here: Position, there: Position) -> float:
    """Geodesic distance in metres on the WGS-84 ellipsoid (geopy, Karney's algorithm)."""
    from geopy.distance import geodesic

    return float(geodesic((here.lat, here.lon), (there.lat, there.lon)).m)
