"""How long it takes between any two places and stations, worked out once for a walking graph.

Portal decomposition: a street is entered and left by few doors only, and so is whatever hangs together
inside. First come the times between doors over the streets (Dijkstra, 1959), and those inside each such part
(Floyd, 1962; Warshall, 1962). Then the doors know each other by street and through halls, and any two places
by the doors between them.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from hqguide.route.paths import Edge, distances
from hqguide.route.walkways import Walkways

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Times = NDArray[np.float64]


class Table(msgspec.Struct, frozen=True, eq=False):
    """Seconds between the ``rows``: the row number of each place, station and door by its node."""

    rows: Mapping[int, int]
    seconds: "Times"

    def between(self, origin: int, target: int) -> float:
        """Seconds from one node to another, ``inf`` where no way leads."""
        return float(self.seconds[self.rows[origin], self.rows[target]])


class _Part(msgspec.Struct, frozen=True):
    """What hangs together inside: its rows, its doors, and the times from each door in and out to each."""

    rows: slice
    doors: list[int]
    into: "list[Times]"
    out: "list[Times]"


def table_of(ways: Walkways) -> Table:
    """The table of ``ways``; a place and its door are in it, a crossing in the street is not."""
    import numpy as np

    portals, parts = portals_of(ways), list(_parts(ways))
    count = len(portals)
    rows = {node: row for row, node in enumerate((*portals, *chain(*parts)))}
    seconds = np.full((len(rows), len(rows)), np.inf)
    np.fill_diagonal(seconds, 0.0)
    for node, row in rows.items():
        for edge in ways.edges[node]:
            if edge.target in rows:
                pair = row, rows[edge.target]
                seconds[pair] = min(seconds[pair], edge.seconds)
    outdoors = _outdoors(ways)
    for row, portal in enumerate(portals):
        reach = distances(outdoors, portal)
        seconds[row, :count] = [reach[other] for other in portals]
    closed = [_part(seconds, count, slice(rows[part[0]], rows[part[-1]] + 1)) for part in parts]
    for part in closed:
        for door, walk in zip(part.doors, part.into, strict=True):
            through = (walk[:, None] + seconds[part.rows, :count]).min(axis=0)
            np.minimum(seconds[door, :count], through, out=seconds[door, :count])
    _close(seconds[:count, :count])
    for part in closed:
        mine = seconds[part.rows, :count]
        for door, walk in zip(part.doors, part.out, strict=True):
            np.minimum(mine, walk[:, None] + seconds[door, :count], out=mine)
    for part in closed:
        mine = seconds[:, part.rows]
        for door, walk in zip(part.doors, part.into, strict=True):
            np.minimum(mine, seconds[:, door, None] + walk, out=mine)
    return Table(rows, seconds)


def _part(seconds: "Times", count: int, rows: slice) -> _Part:
    """The part of the places ``rows``; the times among them are closed up in ``seconds``.

    The first ``count`` rows are the doors of all parts.
    """
    import numpy as np

    block = seconds[rows, rows]
    _close(block)
    enter, leave = seconds[:count, rows], seconds[rows, :count]
    doors = np.flatnonzero(np.isfinite(enter).any(axis=1) | np.isfinite(leave).any(axis=0)).tolist()
    into = [(enter[door][:, None] + block).min(axis=0) for door in doors]
    out = [(block + leave[:, door]).min(axis=1) for door in doors]
    return _Part(rows, doors, into, out)


def _close(times: "Times") -> None:
    """Make no way longer than one by way of a third row (Floyd and Warshall)."""
    import numpy as np

    closed = times.copy()
    for via in range(len(closed)):
        np.minimum(closed, closed[:, via, None] + closed[via], out=closed)
    times[:] = closed


def _parts(ways: Walkways) -> Iterator[Sequence[int]]:
    """The nodes inside halls by what can be walked between without going out, one way at least."""
    beside: dict[int, list[int]] = {node: [] for node in ways.inside}
    for node, others in beside.items():
        for edge in ways.edges[node]:
            if edge.target in beside:
                others.append(edge.target)
                beside[edge.target].append(node)
    seen: set[int] = set()
    for first in beside:
        if first not in seen:
            seen.add(first)
            part = [first]
            for node in part:
                fresh = [other for other in dict.fromkeys(beside[node]) if other not in seen]
                seen.update(fresh)
                part += fresh
            yield part


def portals_of(ways: Walkways) -> tuple[int, ...]:
    """The nodes in the open by which a hall is entered or left, and the stations."""
    doors = {edge.target for node in ways.inside for edge in ways.edges[node]} - set(ways.inside)
    return tuple(sorted(doors | set(ways.stations.values())))


def _outdoors(ways: Walkways) -> tuple[tuple[Edge, ...], ...]:
    """The edges in the open alone."""
    return tuple(
        () if node in ways.inside else tuple(edge for edge in edges if edge.target not in ways.inside)
        for node, edges in enumerate(ways.edges)
    )
