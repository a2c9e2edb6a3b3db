"""Inside a floor: the escalators and counters of its plan, and the zones its counter numbers tell.

Where a plan was digitised the walks on it are those of ``floorways.json``. Where only the numbers tell
zones, counters of one zone are nearer to each other than to the rest. Else all counters of a floor are
equally far from its middle.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import combinations
from statistics import fmean

import msgspec

from hqguide.market.counters import readings
from hqguide.market.floorways import PORTALS, FloorWays, Spot
from hqguide.market.model import Building
from hqguide.market.pack import Market
from hqguide.route.pace import Pace

Hall = tuple[str, int]
Zone = tuple[str, int, str]


class Room(msgspec.Struct, frozen=True):
    """What a node inside a hall is that is not the middle of a floor; ``spot`` is where it is on a plan."""

    hall: Hall
    words: str
    portal: bool = False
    spot: Spot | None = None
    ways: FloorWays | None = None


class Planned(msgspec.Struct, frozen=True, dict=True):
    """A floor with a plan: its walks, the node of each spot in use, and metres for a unit."""

    ways: FloorWays
    nodes: Mapping[int, int]
    scale: float

    @cached_property
    def portals(self) -> Mapping[str, tuple[int, ...]]:
        """The nodes of escalators, stairs and lifts by kind."""
        kinds: dict[str, tuple[int, ...]] = {}
        for at, node in self.nodes.items():
            spot = self.ways.spots[at]
            if spot.kind in PORTALS:
                kinds[spot.kind] = (*kinds.get(spot.kind, ()), node)
        return kinds

    def edges(self) -> Iterator[tuple[int, int, float]]:
        """Every two nodes of the floor and the metres between them."""
        for a, b in combinations(self.nodes, 2):
            yield self.nodes[a], self.nodes[b], self.ways.units[a][b] * self.scale

    def nook(self, number: str) -> tuple[int, float] | None:
        """The node of a counter and the metres from it, if the plan tells where the counter is."""
        at = self.ways.spot_of(number)
        return None if at is None else (self.nodes[at], self.ways.spots[at].spread * self.scale)


class Rooms(msgspec.Struct, frozen=True):
    """Everything known inside halls: planned floors, nodes of zones, and what each node is."""

    planned: Mapping[Hall, Planned] = {}
    zones: Mapping[Zone, int] = {}
    by_node: Mapping[int, Room] = {}

    def nook(self, building: Building, level: int, number: str, middle: int, pace: Pace) -> tuple[int, float]:
        """The node next to a counter, ``middle`` when only its floor tells, and the metres from there."""
        floor = self.planned.get((building.id, level))
        drawn = floor.nook(number) if floor else None
        if drawn:
            return drawn
        zone = zone_words(building, level, number)
        if not zone:
            return middle, pace.counter_walk.value
        node = self.zones.get((building.id, level, zone))
        if node is None:
            return middle, pace.zone_walk.value + pace.zone_counter.value
        return node, pace.zone_counter.value


def zone_words(building: Building, level: int, number: str) -> str:
    """The zone of a counter by its number: ``zone C``, ``building 2, zone C``, ``counters 28xx``."""
    for reading in readings(building, number):
        if reading.zone and reading.level in (None, level):
            block = f"building {reading.block}, " if reading.block else ""
            if reading.zone.isdecimal():
                return f"{block}counters {level}{reading.zone}xx"
            return f"{block}zone {reading.zone}"
    return ""


def zones_of(market: Market, building: Building, planned: Mapping[Hall, Planned]) -> Iterator[Zone]:
    """The zones of the counters on record in ``building`` that no plan shows, each once, in order."""
    found = set()
    for stall in market.stalls_by_building.get(building.id, ()):
        if stall.level is None or not stall.counter:
            continue
        floor = planned.get((building.id, stall.level))
        zone = zone_words(building, stall.level, stall.counter)
        if zone and not (floor and floor.nook(stall.counter)):
            found.add((building.id, stall.level, zone))
    yield from sorted(found)


def metres_per_unit(ways: FloorWays, pace: Pace) -> float:
    """Metres for a unit of a plan.

    A plan without a scale tells proportions only: the mean walk from the nearest escalator to what it shows
    is then taken as that from the middle of any floor.
    """
    if ways.metres_per_unit is not None:
        return ways.metres_per_unit
    arrivals = [at for at, spot in enumerate(ways.spots) if spot.kind == "escalator"] or [0]
    drawn = [at for at, spot in enumerate(ways.spots) if spot.kind in ("counter", "block")]
    shown = drawn or [at for at, spot in enumerate(ways.spots) if spot.kind == "zone"]
    mean = fmean(min(ways.units[at][arrival] for arrival in arrivals) for at in shown)
    return pace.counter_walk.value / mean if mean else 1.0
