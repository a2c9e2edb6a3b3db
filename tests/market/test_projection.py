from geopy.distance import geodesic
from hypothesis import assume, given
from hypothesis import strategies as st

from hqguide.market.projection import around
from tests.map.map_ground import LAT, LON

near_lat = st.floats(LAT - 0.015, LAT + 0.015)
near_lon = st.floats(LON - 0.015, LON + 0.015)


@given(near_lat, near_lon, near_lat, near_lon)
def test_distances_in_the_district_agree_with_the_geodesic_within_a_thousandth(
    lat: float, lon: float, other_lat: float, other_lon: float
) -> None:
    truth = geodesic((lat, lon), (other_lat, other_lon)).m
    assume(truth > 1)
    plane = around(LAT, LON)
    (x0, y0), (x1, y1) = plane.metres(lat, lon), plane.metres(other_lat, other_lon)
    assert abs(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 - truth) <= 0.001 * truth


@given(near_lat, near_lon)
def test_metres_lead_back_to_the_same_degrees(lat: float, lon: float) -> None:
    plane = around(LAT, LON)
    back = plane.degrees(*plane.metres(lat, lon))
    assert abs(back[0] - lat) < 1e-9
    assert abs(back[1] - lon) < 1e-9


def test_north_and_east_are_positive_and_the_centre_is_nought() -> None:
    plane = around(LAT, LON)
    assert plane.metres(LAT, LON) == (0, 0)
    assert plane.metres(LAT + 0.01, LON)[1] > 0
    assert plane.metres(LAT, LON + 0.01)[0] > 0
