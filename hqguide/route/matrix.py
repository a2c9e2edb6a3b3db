"""How long it takes between any two floors and stations, worked out once for a walking graph.

Portal decomposition: a street is entered and left by few doors only, so the times between those doors are
found first (Dijkstra, 1959, in the open); floors, doors and the ways between them are then a graph small
enough for all its pairs at once (Floyd, 1962; Warshall, 1962).
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from hqguide.route.paths import Edge, distances
from hqguide.route.walkways import Walkways

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Table(msgspec.Struct, frozen=True, eq=False):
    """Seconds between the ``rows``: the row number of each floor, station and door by its node."""

    rows: Mapping[int, int]
    seconds: "NDArray[np.float64]"

    def between(self, origin: int, target: int) -> float:
        """Seconds from one node to another, ``inf`` where no way leads."""
        return float(self.seconds[self.rows[origin], self.rows[target]])


def table_of(ways: Walkways) -> Table:
    """The table of ``ways``; a place and its door are in it, a crossing in the street is not."""
    import numpy as np

    portals = portals_of(ways)
    nodes = [*ways.halls.values(), *portals]
    rows = {node: row for row, node in enumerate(nodes)}
    seconds = np.full((len(nodes), len(nodes)), np.inf)
    np.fill_diagonal(seconds, 0.0)
    for node in nodes:
        for edge in ways.edges[node]:
            if edge.target in rows:
                pair = rows[node], rows[edge.target]
                seconds[pair] = min(seconds[pair], edge.seconds)
    outdoors = _outdoors(ways)
    columns = [rows[portal] for portal in portals]
    for portal in portals:
        reach = distances(outdoors, portal)
        row = seconds[rows[portal]]
        row[columns] = np.minimum(row[columns], [reach[other] for other in portals])
    for via in range(len(nodes)):
        np.minimum(seconds, seconds[:, via, None] + seconds[via], out=seconds)
    return Table(rows, seconds)


def portals_of(ways: Walkways) -> tuple[int, ...]:
    """The nodes in the open by which a hall is entered or left, and the stations."""
    doors = {edge.target for node in ways.halls.values() for edge in ways.edges[node]} - set(ways.inside)
    return tuple(sorted(doors | set(ways.stations.values())))


def _outdoors(ways: Walkways) -> tuple[tuple[Edge, ...], ...]:
    """The edges in the open alone."""
    return tuple(
        () if node in ways.inside else tuple(edge for edge in edges if edge.target not in ways.inside)
        for node, edges in enumerate(ways.edges)
    )
