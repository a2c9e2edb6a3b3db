"""The walking graph: streets, the doors of buildings, their floors, and floors joined to each other."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import combinations

import msgspec

from hqguide.market.district import District, Street
from hqguide.market.model import Building
from hqguide.market.pack import Market
from hqguide.market.projection import Projection
from hqguide.route.ground import Flat, Point, degrees, gap, plane_of
from hqguide.route.pace import Pace
from hqguide.route.paths import Edge
from hqguide.route.streetnet import Axis, Network, network

GROUND = 1

Hall = tuple[str, int]


class Walkways(msgspec.Struct, frozen=True, dict=True):
    """The graph and what its nodes are.

    ``spots`` holds latitude and longitude of a node in the open, ``None`` inside a building;
    ``halls`` the node of each floor by building and level; ``stations`` the node of each station
    with a known position.
    """

    edges: tuple[tuple[Edge, ...], ...]
    spots: tuple[Point | None, ...]
    halls: Mapping[Hall, int]
    stations: Mapping[str, int]

    @cached_property
    def inside(self) -> Mapping[int, Hall]:
        """The building and level of each node that is a floor."""
        return {node: hall for hall, node in self.halls.items()}

    def hall(self, building: str, level: int | None) -> int | None:
        """The node of a floor, the ground floor when ``level`` is unknown; ``None`` when not on record."""
        return self.halls.get((building, GROUND if level is None else level))


class _Builder:
    """Collects nodes and edges while the graph is built."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.edges: list[list[Edge]] = []
        self.spots: list[Point | None] = []
        self.halls: dict[Hall, int] = {}

    def node(self, spot: Point | None) -> int:
        self.edges.append([])
        self.spots.append(spot)
        return len(self.edges) - 1

    def hall(self, building: str, level: int) -> int:
        if (building, level) not in self.halls:
            self.halls[building, level] = self.node(None)
        return self.halls[building, level]

    def both(self, a: int, b: int, seconds: float, metres: float, kind: str, name: str = "") -> None:
        self.edges[a].append(Edge(b, seconds, metres, kind, name))
        self.edges[b].append(Edge(a, seconds, metres, kind, name))


def street_name(street: Street) -> str:
    """The name to show: English, else Chinese; empty for an unnamed or unconfirmed one."""
    if street.name_basis in ("unnamed", "unconfirmed"):
        return ""
    return street.name_en or street.name_zh or ""


@lru_cache(maxsize=4)
def walkways(market: Market, district: District, pace: Pace) -> Walkways:
    """The walking graph of ``market`` in ``district`` at ``pace``.

    A building without position has floors in the graph, but no door unless it is joined to a
    building that has one.
    """
    doors = [(b.id, b.label, (b.position.lat, b.position.lon)) for b in market.buildings if b.position]
    stops = [(s.id, (s.position.lat, s.position.lon)) for s in district.stations if s.position]
    points = [*(point for _, _, point in doors), *(point for _, point in stops)]
    plane = plane_of([*points, *(point for street in district.streets for point in street.points)])
    axes = [Axis(street_name(s), tuple(plane.metres(*point) for point in s.points)) for s in district.streets]
    spots = [plane.metres(*point) for point in points]
    net = network(axes, spots, pace.join_gap.value, pace.street_detour.value)
    builder = _Builder(pace)
    _add_streets(builder, net, plane)
    for building in market.buildings:
        _add_floors(builder, building, market)
    ends = _approaches(builder, plane, net, spots)
    for (building_id, label, _), outside in zip(doors, ends, strict=False):
        inside = builder.hall(building_id, GROUND)
        builder.edges[outside].append(Edge(inside, pace.enter_building.value, 0.0, "enter", label))
        builder.edges[inside].append(Edge(outside, pace.enter_building.value, 0.0, "leave", label))
    where = {building_id: spot for (building_id, _, _), spot in zip(doors, spots, strict=False)}
    _join_floors(builder, market.buildings, where)
    found = {station: node for (station, _), node in zip(stops, ends[len(doors) :], strict=True)}
    return Walkways(tuple(map(tuple, builder.edges)), tuple(builder.spots), builder.halls, found)


def _add_streets(builder: _Builder, net: Network, plane: Projection) -> None:
    for spot in net.nodes:
        builder.node(degrees(plane, spot))
    for link in net.links:
        kind = "street" if link.known else "straight"
        builder.both(link.a, link.b, builder.pace.street_seconds(link.metres), link.metres, kind, link.name)


def _approaches(builder: _Builder, plane: Projection, net: Network, spots: Sequence[Flat]) -> list[int]:
    """The nodes of buildings and stations, tied to the street beside them; one node for one spot."""
    nodes: dict[Flat, int] = {}
    for spot, anchor in zip(spots, net.anchors, strict=True):
        if spot not in nodes:
            nodes[spot] = builder.node(degrees(plane, spot))
            metres = gap(spot, net.nodes[anchor]) * builder.pace.street_detour.value
            builder.both(nodes[spot], anchor, builder.pace.street_seconds(metres), metres, "door")
    return [nodes[spot] for spot in spots]


def _add_floors(builder: _Builder, building: Building, market: Market) -> None:
    levels = {GROUND, *(floor.level for floor in building.floors)}
    levels |= {s.level for s in market.stalls_by_building.get(building.id, ()) if s.level is not None}
    for level in sorted(levels):
        builder.hall(building.id, level)
    for low, high in combinations(sorted(levels), 2):
        for origin, target in ((low, high), (high, low)):
            climb = builder.pace.climb(origin, target)
            way = Edge(builder.halls[building.id, target], climb.seconds, 0.0, "climb", climb.means)
            builder.edges[builder.halls[building.id, origin]].append(way)


def _join_floors(builder: _Builder, buildings: Iterable[Building], where: Mapping[str, Flat]) -> None:
    """Links floors one walks between without a stair, each pair once."""
    pace, done = builder.pace, set()
    for building in buildings:
        for floor in building.floors:
            here = (building.id, floor.level)
            for there in ((joint.building, joint.level) for joint in floor.joined):
                if there not in builder.halls or (there, here) in done or (here, there) in done:
                    continue
                done.add((here, there))
                metres = pace.joined_passage.value
                if here[0] in where and there[0] in where:
                    metres = gap(where[here[0]], where[there[0]]) * pace.street_detour.value
                a, b = builder.halls[here], builder.halls[there]
                builder.both(a, b, pace.aisle_seconds(metres), metres, "joint")
