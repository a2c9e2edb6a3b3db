"""The walking graph: streets, doors of buildings, their floors and rooms, and floors that are joined."""

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from itertools import permutations

import msgspec

from hqguide.market.district import District, Street
from hqguide.market.floorways import PORTALS, FloorWays, load_floorways
from hqguide.market.model import Building
from hqguide.market.pack import Market
from hqguide.market.projection import Projection
from hqguide.route.ground import Flat, Point, degrees, gap, plane_of
from hqguide.route.pace import Pace
from hqguide.route.paths import Edge
from hqguide.route.rooms import Hall, Planned, Room, Rooms, Zone, metres_per_unit, zones_of
from hqguide.route.streetnet import Axis, Network, network

GROUND = 1


class Walkways(msgspec.Struct, frozen=True, dict=True):
    """The graph and what its nodes are.

    ``spots`` holds latitude and longitude of a node in the open, ``None`` inside a building;
    ``halls`` the node of the middle of each floor by building and level; ``stations`` the node of each
    station with a known position; ``rooms`` what is known inside floors.
    """

    edges: tuple[tuple[Edge, ...], ...]
    spots: tuple[Point | None, ...]
    halls: Mapping[Hall, int]
    stations: Mapping[str, int]
    rooms: Rooms = Rooms()

    @cached_property
    def inside(self) -> Mapping[int, Hall]:
        """The building and level of each node that is in a hall."""
        floors = {node: hall for hall, node in self.halls.items()}
        return floors | {node: room.hall for node, room in self.rooms.by_node.items()}

    def hall(self, building: str, level: int | None) -> int | None:
        """The node of a floor, the ground floor when ``level`` is unknown; ``None`` when not on record."""
        return self.halls.get((building, GROUND if level is None else level))

    def nook(
        self, building: Building, level: int | None, counter: str | None, pace: Pace
    ) -> tuple[int, float] | None:
        """The node next to a place of ``building`` and the metres from there; ``None`` without such a floor.

        What is not known by its counter is anywhere on its floor.
        """
        middle = self.hall(building.id, level)
        if middle is None or level is None or counter is None:
            return None if middle is None else (middle, pace.counter_walk.value)
        return self.rooms.nook(building, level, counter, middle, pace)


class _Builder:
    """Collects nodes and edges while the graph is built."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.edges: list[list[Edge]] = []
        self.spots: list[Point | None] = []
        self.halls: dict[Hall, int] = {}
        self.planned: dict[Hall, Planned] = {}
        self.zones: dict[Zone, int] = {}
        self.rooms: dict[int, Room] = {}

    def node(self, spot: Point | None) -> int:
        self.edges.append([])
        self.spots.append(spot)
        return len(self.edges) - 1

    def hall(self, building: str, level: int) -> int:
        if (building, level) not in self.halls:
            self.halls[building, level] = self.node(None)
        return self.halls[building, level]

    def room(self, room: Room) -> int:
        node = self.node(None)
        self.rooms[node] = room
        return node

    def arrivals(self, building: str, level: int, means: str) -> Sequence[int]:
        """Where one comes up or down by ``means``: as the plan of the floor draws it, else its middle."""
        floor = self.planned.get((building, level))
        drawn = floor.portals.get(means) if floor else None
        return drawn or (self.halls[building, level],)

    def aisle(self, a: int, b: int, metres: float) -> None:
        self.both(a, b, self.pace.aisle_seconds(metres), metres, "aisle")

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
    rooms = Rooms(builder.planned, builder.zones, builder.rooms)
    return Walkways(tuple(map(tuple, builder.edges)), tuple(builder.spots), builder.halls, found, rooms)


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
    pairs = list(permutations(sorted(levels), 2))
    means = {builder.pace.climb(low, high).means for low, high in pairs}
    for ways in load_floorways(market.folder):
        if ways.building == building.id and ways.level in levels:
            _add_plan(builder, ways, means)
    for origin, target in pairs:
        climb = builder.pace.climb(origin, target)
        for here in builder.arrivals(building.id, origin, climb.means):
            for there in builder.arrivals(building.id, target, climb.means):
                builder.edges[here].append(Edge(there, climb.seconds, 0.0, "climb", climb.means))
    for zone in zones_of(market, building, builder.planned):
        node = builder.zones[zone] = builder.room(Room((building.id, zone[1]), zone[2]))
        builder.aisle(builder.halls[building.id, zone[1]], node, builder.pace.zone_walk.value)


def _add_plan(builder: _Builder, ways: FloorWays, means: Set[str]) -> None:
    """The spots of a plan and the walks between them, without the stairs or lifts nobody is to take."""
    here = (ways.building, ways.level)
    nodes = {0: builder.halls[here]}
    for at, spot in enumerate(ways.spots[1:], start=1):
        if spot.kind not in PORTALS or spot.kind in means:
            nodes[at] = builder.room(Room(here, spot.name, spot.kind in PORTALS, spot, ways))
    floor = builder.planned[here] = Planned(ways, nodes, metres_per_unit(ways, builder.pace))
    for a, b, metres in floor.edges():
        builder.aisle(a, b, metres)


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
