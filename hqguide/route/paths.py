"""Shortest ways over a small graph with times on its edges."""

import heapq
import math
from collections.abc import Sequence

import msgspec


class Edge(msgspec.Struct, frozen=True):
    """One way on from a node: where to, how long, how far, of what kind, under what name.

    ``kind`` is ``street``, ``straight`` (no street mapped), ``door``, ``enter``, ``leave``, ``climb``,
    ``joint`` or ``aisle``.
    """

    target: int
    seconds: float
    metres: float
    kind: str
    name: str = ""


Graph = Sequence[Sequence[Edge]]


def distances(graph: Graph, source: int) -> list[float]:
    """Seconds of the shortest way from ``source`` to every node; ``inf`` where none leads (Dijkstra)."""
    return _search(graph, source, None)[0]


def trail(graph: Graph, source: int, target: int) -> tuple[Edge, ...] | None:
    """The edges of the shortest way from ``source`` to ``target``; ``None`` when none leads there."""
    best, via = _search(graph, source, target)
    if math.isinf(best[target]):
        return None
    edges: list[Edge] = []
    node = target
    while node != source:
        previous = via[node]
        edges.append(previous[1])
        node = previous[0]
    return tuple(reversed(edges))


def _search(graph: Graph, source: int, target: int | None) -> tuple[list[float], dict[int, tuple[int, Edge]]]:
    """Times from ``source``, and for each node reached the node and edge it is reached by.

    Ends early once ``target`` is settled.
    """
    best = [math.inf] * len(graph)
    best[source] = 0.0
    via: dict[int, tuple[int, Edge]] = {}
    queue = [(0.0, source)]
    while queue:
        time, node = heapq.heappop(queue)
        if node == target:
            break
        if time > best[node]:
            continue
        for edge in graph[node]:
            arrival = time + edge.seconds
            if arrival < best[edge.target]:
                best[edge.target] = arrival
                via[edge.target] = (node, edge)
                heapq.heappush(queue, (arrival, edge.target))
    return best, via
