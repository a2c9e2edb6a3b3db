import math

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from hqguide.market.projection import around
from hqguide.route.ground import compass, crossing, degrees, foot, gap, plane_of

LATITUDES = st.floats(22.536, 22.556)
LONGITUDES = st.floats(114.070, 114.100)
POINTS = st.tuples(LATITUDES, LONGITUDES)
SPOTS = st.tuples(st.integers(-50, 50), st.integers(-50, 50)).map(lambda s: (float(s[0]), float(s[1])))


@given(POINTS, POINTS)
def test_flat_metres_are_within_a_thousandth_of_the_geodesic(
    a: tuple[float, float], b: tuple[float, float]
) -> None:
    plane = plane_of([(22.536, 114.070), (22.556, 114.100)])
    exact = geodesic(a, b).m
    assert gap(plane.metres(*a), plane.metres(*b)) == pytest.approx(exact, rel=1e-3, abs=1e-3)


@given(POINTS)
def test_a_spot_of_the_plane_goes_back_to_its_degrees(a: tuple[float, float]) -> None:
    plane = plane_of([(22.55, 114.08)])
    assert degrees(plane, plane.metres(*a)) == pytest.approx(a, abs=1e-7)


def test_the_plane_of_no_points_is_at_the_origin() -> None:
    assert plane_of([]) == around(0.0, 0.0)


@pytest.mark.parametrize(
    ("there", "word"),
    [((0, 9), "north"), ((9, 9), "north-east"), ((9, 0), "east"), ((0, -9), "south"), ((-9, 1), "west")],
)
def test_compass_names_the_eighth(there: tuple[float, float], word: str) -> None:
    assert compass((0, 0), there) == word


@given(SPOTS, SPOTS, SPOTS)
def test_the_foot_is_the_nearest_point_of_the_segment(
    spot: tuple[float, float], a: tuple[float, float], b: tuple[float, float]
) -> None:
    share, beside = foot(spot, a, b)
    assert 0 <= share <= 1
    tried = [(a[0] + step / 200 * (b[0] - a[0]), a[1] + step / 200 * (b[1] - a[1])) for step in range(201)]
    assert gap(spot, beside) <= min(gap(spot, one) for one in tried) + 1e-9


@given(SPOTS, SPOTS, SPOTS, SPOTS)
def test_a_crossing_is_one_point_of_both_segments(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]
) -> None:
    shares = crossing(a, b, c, d)
    if shares is None:
        return
    one = (a[0] + shares[0] * (b[0] - a[0]), a[1] + shares[0] * (b[1] - a[1]))
    two = (c[0] + shares[1] * (d[0] - c[0]), c[1] + shares[1] * (d[1] - c[1]))
    assert math.dist(one, two) < 1e-6


def test_segments_that_cross_touch_or_pass_by_are_told_apart() -> None:
    assert crossing((0, 0), (10, 0), (5, -5), (5, 5)) == (0.5, 0.5)
    assert crossing((0, 0), (10, 0), (10, 0), (10, 5)) == (1.0, 0.0)
    assert crossing((0, 0), (10, 0), (5, 1), (5, 5)) is None
    assert crossing((0, 0), (10, 0), (0, 1), (10, 1)) is None
