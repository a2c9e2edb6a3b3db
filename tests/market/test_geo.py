"""Distances and directions, against geopy."""

import math

import pytest
from geopy.distance import geodesic, great_circle
from hypothesis import assume, example, given
from hypothesis import strategies as st

from hqguide.market.geo import HEADINGS, bearing, compass, metres_between
from hqguide.market.model import Position


def at(lat: float, lon: float) -> Position:
    return Position(lat=lat, lon=lon, accuracy_m=0, basis="synthetic", source="synthetic")


points = st.builds(at, st.floats(22.53, 22.57), st.floats(114.07, 114.10))
world = st.builds(at, st.floats(-80, 80), st.floats(-180, 180))


@given(world, world)
def test_a_distance_is_the_geodesic_and_near_the_great_circle(here: Position, there: Position) -> None:
    metres = metres_between(here, there)
    assert metres == geodesic((here.lat, here.lon), (there.lat, there.lon)).m
    assert metres == pytest.approx(great_circle((here.lat, here.lon), (there.lat, there.lon)).m, rel=0.006)


@given(points, points)
def test_a_distance_is_the_same_both_ways(here: Position, there: Position) -> None:
    assert metres_between(here, there) == pytest.approx(metres_between(there, here), abs=1e-6)


@given(points, points)
def test_walking_the_bearing_leads_there(here: Position, there: Position) -> None:
    """A bearing that is 0.2 degrees off misses by 3.5 mm a metre."""
    metres = metres_between(here, there)
    reached = geodesic(meters=metres).destination((here.lat, here.lon), bearing(here, there))
    assert metres_between(at(reached.latitude, reached.longitude), there) <= metres * math.radians(0.2) + 1e-6


@given(world, world)
def test_a_bearing_is_the_azimuth_of_the_great_circle(here: Position, there: Position) -> None:
    metres = great_circle((here.lat, here.lon), (there.lat, there.lon)).m
    assume(1 < metres < 15_000_000)
    reached = great_circle(meters=metres).destination((here.lat, here.lon), bearing(here, there))
    assert great_circle((reached.latitude, reached.longitude), (there.lat, there.lon)).m < 1e-6 * metres + 0.1


@given(points, points)
@example(at(22.54, 114.08), at(22.54, 114.08))
@example(at(0, 0), at(1, -1e-17))
@example(at(22.54, 114.08), at(22.55, 114.08 - 1e-14))
def test_a_bearing_is_at_least_0_and_less_than_360(here: Position, there: Position) -> None:
    assert 0 <= bearing(here, there) < 360


def test_seg_plaza_is_north_east_of_huaqiang_road_station() -> None:
    station, plaza = at(22.5430403, 114.0799442), at(22.5440568, 114.0823344)
    assert metres_between(station, plaza) == pytest.approx(270.5, abs=0.5)
    assert bearing(station, plaza) == pytest.approx(65.4, abs=0.2)
    assert compass(bearing(station, plaza)).en == "north-east"
    assert compass(bearing(plaza, station)).zh == "西南"


@pytest.mark.parametrize(
    ("angle", "short"),
    [
        *((0, "N"), (22.4, "N"), (22.6, "NE"), (45, "NE"), (90, "E"), (135, "SE"), (180, "S"), (225, "SW")),
        *((270, "W"), (315, "NW"), (337.4, "NW"), (337.6, "N"), (359.99, "N"), (360, "N"), (-90, "W")),
        (725, "N"),
    ],
)
def test_an_angle_has_one_of_eight_names(angle: float, short: str) -> None:
    assert compass(angle).short == short


@given(st.floats(0, 360))
def test_the_name_is_of_the_nearest_point_of_the_compass(angle: float) -> None:
    off = abs((HEADINGS.index(compass(angle)) * 45 - angle + 180) % 360 - 180)
    assert off <= 22.5


def test_names_are_in_english_and_chinese() -> None:
    assert [heading.zh for heading in HEADINGS] == ["北", "东北", "东", "东南", "南", "西南", "西", "西北"]
    assert compass(45).en == "north-east"
