"""The table of times equals walking every way, and the portals are where halls meet the street."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.market.district import load_district
from hqguide.market.pack import default_folder, load_market
from hqguide.route.matrix import portals_of, table_of
from hqguide.route.paths import distances
from hqguide.route.walkways import Walkways, walkways
from tests.route.route_worlds import (
    district,
    grid_district,
    grid_market,
    hall,
    market,
    pace,
    position,
    street,
)


def assert_equal_to_dijkstra(ways: Walkways) -> None:
    table = table_of(ways)
    for origin in table.rows:
        reach = distances(ways.edges, origin)
        for target in table.rows:
            found = table.between(origin, target)
            assert found == reach[target] or math.isclose(found, reach[target], abs_tol=1e-6)


def test_the_table_of_the_shipped_pack_is_what_dijkstra_finds() -> None:
    assert_equal_to_dijkstra(walkways(load_market(), load_district(default_folder()), pace()))


SPOTS = st.tuples(st.integers(-200, 400), st.integers(-300, 300))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(SPOTS, min_size=2, max_size=4), max_size=4),
    st.lists(SPOTS, min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=3),
)
def test_the_table_of_any_district_is_what_dijkstra_finds(
    streets: list[list[tuple[int, int]]], spots: list[tuple[int, int]], joints: list[tuple[int, int]]
) -> None:
    joined = {one % len(spots): other % len(spots) for one, other in joints}
    halls = tuple(
        hall(
            f"synthetic-{number}",
            position(*spot) if number or len(spots) < 3 else None,
            joined={2: (f"synthetic-{joined[number]}", 3)} if number in joined else None,
        )
        for number, spot in enumerate(spots)
    )
    ground = district(*(street(f"St {n}", *corners) for n, corners in enumerate(streets)))
    assert_equal_to_dijkstra(walkways(market(halls), ground, pace()))


def test_portals_are_the_doors_and_the_stations() -> None:
    ways = walkways(grid_market(), grid_district(), pace())
    assert set(ways.stations.values()) <= set(portals_of(ways))
    assert not set(portals_of(ways)) & set(ways.inside)


def test_a_floor_nobody_can_reach_is_endlessly_far() -> None:
    ways = walkways(grid_market(), grid_district(), pace())
    table = table_of(ways)
    lost, station = ways.hall("synthetic-lost", 1), ways.stations["huaqiang-road"]
    assert lost is not None
    assert table.between(station, lost) == math.inf
    assert table.between(station, station) == pytest.approx(0)
