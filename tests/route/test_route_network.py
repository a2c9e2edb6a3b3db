import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.market.district import load_district
from hqguide.market.pack import default_folder, load_market
from hqguide.route.paths import Edge, distances, trail
from hqguide.route.streetnet import Axis, Network, network
from hqguide.route.walkways import Walkways, walkways
from tests.route.route_worlds import district as synthetic_district
from tests.route.route_worlds import (
    grid_district,
    grid_market,
    hall,
    market,
    pace,
    position,
    stall,
    station,
    street,
)

EDGES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(0, 20)), max_size=25)


def graph_of(edges: list[tuple[int, int, int]]) -> list[list[Edge]]:
    graph: list[list[Edge]] = [[] for _ in range(8)]
    for a, b, seconds in edges:
        graph[a].append(Edge(b, seconds, seconds, "street"))
    return graph


def floyd_warshall(edges: list[tuple[int, int, int]]) -> list[list[float]]:
    table = [[0.0 if a == b else math.inf for b in range(8)] for a in range(8)]
    for a, b, seconds in edges:
        table[a][b] = min(table[a][b], seconds)
    for k in range(8):
        for a in range(8):
            for b in range(8):
                table[a][b] = min(table[a][b], table[a][k] + table[k][b])
    return table


@given(EDGES)
def test_shortest_times_equal_those_of_floyd_and_warshall(edges: list[tuple[int, int, int]]) -> None:
    graph = graph_of(edges)
    assert [distances(graph, source) for source in range(8)] == floyd_warshall(edges)


@given(EDGES, st.integers(0, 7), st.integers(0, 7))
def test_a_trail_is_a_way_of_the_least_time(edges: list[tuple[int, int, int]], a: int, b: int) -> None:
    graph = graph_of(edges)
    found = trail(graph, a, b)
    least = distances(graph, a)[b]
    if found is None:
        assert math.isinf(least)
        return
    here = a
    for edge in found:
        assert edge in graph[here]
        here = edge.target
    assert here == b
    assert sum(edge.seconds for edge in found) == least


def walked(net: Network, a: int, b: int) -> float:
    graph: list[list[Edge]] = [[] for _ in net.nodes]
    for link in net.links:
        graph[link.a].append(Edge(link.b, link.metres, link.metres, "street"))
        graph[link.b].append(Edge(link.a, link.metres, link.metres, "street"))
    return distances(graph, a)[b]


def test_streets_that_cross_can_be_turned_at() -> None:
    axes = [Axis("x", ((0, 0), (100, 0))), Axis("y", ((50, -50), (50, 50)))]
    net = network(axes, [(0, 5), (55, 40)], join=15, detour=1.3)
    assert walked(net, *net.anchors) == pytest.approx(90)


def test_an_end_near_another_street_is_joined_to_it() -> None:
    axes = [Axis("x", ((0, 0), (100, 0))), Axis("y", ((50, 10), (50, 60)))]
    net = network(axes, [(0, 0), (50, 60)], join=15, detour=1.3)
    assert walked(net, *net.anchors) == pytest.approx(110)
    assert all(link.known for link in net.links)


def test_a_street_that_touches_nothing_is_reached_by_a_detour() -> None:
    axes = [Axis("x", ((0, 0), (100, 0))), Axis("y", ((50, 40), (50, 60)))]
    net = network(axes, [(0, 0), (50, 60)], join=15, detour=1.5)
    straight = [link for link in net.links if not link.known]
    assert len(straight) == 1
    assert walked(net, *net.anchors) == pytest.approx(20 + sum(link.metres for link in straight) + 0, abs=60)
    assert straight[0].metres >= 40 * 1.5


def test_without_streets_the_straight_line_is_taken_times_the_detour() -> None:
    net = network([], [(0, 0), (30, 40), (0, 0)], join=15, detour=1.3)
    assert walked(net, net.anchors[0], net.anchors[1]) == pytest.approx(65)
    assert net.anchors[0] == net.anchors[2]


LINES = st.lists(
    st.lists(
        st.tuples(st.integers(0, 200), st.integers(0, 200)).map(lambda p: (float(p[0]), float(p[1]))),
        min_size=2,
        max_size=4,
    ),
    max_size=5,
)
SPOTS = st.lists(
    st.tuples(st.integers(0, 200), st.integers(0, 200)).map(lambda p: (float(p[0]), float(p[1]))),
    min_size=2,
    max_size=4,
)


@given(LINES, SPOTS)
def test_any_streets_make_a_connected_network_no_shorter_than_the_straight_line(
    lines: list[list[tuple[float, float]]], spots: list[tuple[float, float]]
) -> None:
    net = network([Axis("s", tuple(line)) for line in lines], spots, join=15, detour=1.3)
    for anchor in net.anchors[1:]:
        metres = walked(net, net.anchors[0], anchor)
        assert math.isfinite(metres)
        # Points closer than a decimetre are one node, so a way may be shorter by that at every node.
        assert metres >= math.dist(net.nodes[net.anchors[0]], net.nodes[anchor]) - 0.1 * len(net.nodes)


def ways() -> Walkways:
    return walkways(grid_market(), grid_district(), pace())


def test_a_hall_is_entered_from_the_street_beside_it() -> None:
    graph = ways()
    ground = graph.hall("synthetic-a", None)
    assert ground is not None
    found = trail(graph.edges, graph.stations["huaqiang-road"], ground)
    assert found is not None
    assert list(dict.fromkeys(edge.kind for edge in found)) == ["door", "street", "enter"]
    assert sum(edge.metres for edge in found) == pytest.approx(100 + 40 * 1.3, rel=1e-2)
    assert sum(edge.seconds for edge in found) == pytest.approx(152 / 1.1 + 20, rel=1e-2)


def test_joined_floors_are_walked_between_without_a_stair_in_both_directions() -> None:
    graph = ways()
    a, b = graph.hall("synthetic-a", 2), graph.hall("synthetic-b", 2)
    assert a is not None
    assert b is not None
    for origin, target in ((a, b), (b, a)):
        found = trail(graph.edges, origin, target)
        assert found is not None
        assert [edge.kind for edge in found] == ["joint"]
        assert found[0].metres == pytest.approx(80 * 1.3, rel=1e-2)


def test_a_hall_without_position_has_floors_but_no_way_to_them() -> None:
    graph = ways()
    lost = graph.hall("synthetic-lost", 2)
    assert lost is not None
    assert math.isinf(distances(graph.edges, graph.stations["huaqiang-road"])[lost])


def test_a_hall_without_position_is_reached_through_a_joined_floor() -> None:
    halls = (
        hall("synthetic-a", position(100, 40), joined={2: ("synthetic-lost", 3)}),
        hall("synthetic-lost", None, joined={3: ("synthetic-a", 2), 2: ("synthetic-gone", 9)}),
    )
    graph = walkways(market(halls), grid_district(), pace())
    lost = graph.hall("synthetic-lost", 3)
    assert lost is not None
    found = trail(graph.edges, graph.stations["huaqiang-road"], lost)
    assert found is not None
    assert [edge.kind for edge in found[-2:]] == ["climb", "joint"]
    assert found[-1].metres == 60


def test_a_floor_known_only_from_a_stall_is_in_the_graph_and_others_are_not() -> None:
    halls = (hall("synthetic-a", position(100, 40), levels=(1,)),)
    graph = walkways(market(halls, (stall("synthetic-a", 5, "5A01"),)), grid_district(), pace())
    assert graph.hall("synthetic-a", 5) is not None
    assert graph.hall("synthetic-a", 4) is None


def test_halls_on_one_spot_share_their_door() -> None:
    halls = (hall("synthetic-a", position(100, 40)), hall("synthetic-b", position(100, 40)))
    graph = walkways(market(halls), grid_district(), pace())
    a, b = graph.hall("synthetic-a", 1), graph.hall("synthetic-b", 1)
    assert a is not None
    assert b is not None
    found = trail(graph.edges, a, b)
    assert found is not None
    assert [edge.kind for edge in found] == ["leave", "enter"]


def test_a_station_without_position_is_not_in_the_graph() -> None:
    from msgspec.structs import replace

    place = synthetic_district(
        street("Main St", (0, 0), (100, 0)), stations=(replace(station(), position=None),)
    )
    assert walkways(grid_market(), place, pace()).stations == {}


def test_every_hall_of_the_pack_with_a_position_can_be_walked_to_from_every_station() -> None:
    pack = load_market()
    graph = walkways(pack, load_district(default_folder()), pace())
    for source in graph.stations.values():
        reach = distances(graph.edges, source)
        for building in pack.buildings:
            if building.position:
                assert reach[graph.halls[building.id, 1]] < 3600
