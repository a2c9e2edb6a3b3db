import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.map.view import CLOSEST, FARTHEST, View, fit, frame
from hqguide.market.district import District
from hqguide.market.projection import around
from tests.map.map_ground import DISTRICT, EAST, LAT, LON, NORTH, SOUTH, STREETS, WEST, views

NOTHING = District("", "", (), (), (), ())


@given(
    st.lists(st.tuples(st.floats(SOUTH, NORTH), st.floats(WEST, EAST)), min_size=1),
    st.integers(20, 200),
    st.integers(6, 60),
)
def test_a_fitted_view_shows_every_point_asked_for(
    points: list[tuple[float, float]], width: int, height: int
) -> None:
    view = fit(DISTRICT, width, height, points)
    window = frame(view, width, height, around(LAT, LON))
    if view.metres_per_cell < FARTHEST:
        assert all(window.cell(*point) for point in points)


def test_without_points_the_crossings_are_fitted_and_without_crossings_the_streets() -> None:
    crossings = fit(DISTRICT, 80, 24)
    assert crossings.lat == pytest.approx(LAT)
    assert crossings.lon == pytest.approx(LON + 0.001)
    streets = fit(District("", "", STREETS, (), (), ()), 80, 24)
    assert (streets.lat, streets.lon) == pytest.approx((LAT, LON))
    assert streets.metres_per_cell > crossings.metres_per_cell


def test_a_district_without_streets_cannot_be_fitted() -> None:
    with pytest.raises(GuideError, match="no streets"):
        fit(NOTHING, 80, 24)


@given(views, st.integers(-40, 40), st.integers(-40, 40))
def test_panning_there_and_back_ends_where_it_began(view: View, columns: int, rows: int) -> None:
    back = view.pan(columns, rows).pan(-columns, -rows)
    assert back.lat == pytest.approx(view.lat, abs=1e-5)
    assert back.lon == pytest.approx(view.lon, abs=1e-5)


def test_panning_right_and_down_goes_east_and_south_by_cells() -> None:
    view = View(LAT, LON, 10)
    moved = view.step(1, 1, 80, 24)
    east, north = around(LAT, LON).metres(moved.lat, moved.lon)
    assert (east, north) == pytest.approx((200, -120))


@given(views, st.integers(-30, 30))
def test_zoom_stays_between_a_counter_and_the_whole_district(view: View, steps: int) -> None:
    assert CLOSEST <= view.zoom(steps).metres_per_cell <= FARTHEST
    assert (view.zoom(steps).lat, view.zoom(steps).lon) == (view.lat, view.lon)


def test_zooming_in_makes_a_column_fewer_metres() -> None:
    assert View(LAT, LON, 9).zoom(2).metres_per_cell == pytest.approx(4)


@pytest.mark.parametrize(
    ("lat", "lon", "scale"),
    [
        (LAT, LON, 0),
        (LAT, LON, -1),
        (LAT, LON, float("nan")),
        (LAT, LON, float("inf")),
        (91, LON, 5),
        (LAT, 181, 5),
    ],
)
def test_a_view_that_cannot_be_drawn_is_refused(lat: float, lon: float, scale: float) -> None:
    with pytest.raises(GuideError, match="no map at"):
        View(lat, lon, scale)


@given(views, st.integers(1, 120), st.integers(1, 60))
def test_the_corners_of_the_bounds_are_the_corners_of_the_picture(
    view: View, width: int, height: int
) -> None:
    box = view.bounds(width, height)
    window = frame(view, width, height, around(view.lat, view.lon))
    assert window.dot(box.north, box.west) == pytest.approx((-0.5, -0.5), abs=1e-3)
    assert window.dot(box.south, box.east) == pytest.approx((2 * width - 0.5, 4 * height - 0.5), abs=1e-3)
    assert box.centre == pytest.approx((view.lat, view.lon))
