"""Times between all places of a 200-item list: portal decomposition beside plain Dijkstra and networkx.

``python -m bench.matrix`` prints CPU milliseconds on the shipped pack, and the largest difference. networkx
is a peer for this comparison only; its row is left out when it is not installed.
"""

import math
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from hqguide.guide import Guide
from hqguide.route.matrix import Table, table_of
from hqguide.route.paths import distances
from hqguide.route.walkways import Walkways, walkways

REPEATS = 5
GOAL_MS = 50.0

Rows = dict[int, dict[int, float]]


def timed(run: Callable[[], object]) -> float:
    """The least CPU time of several runs, in milliseconds."""
    best = math.inf
    for _ in range(REPEATS):
        begin = time.process_time()
        run()
        best = min(best, time.process_time() - begin)
    return best * 1000


def plain(ways: Walkways, nodes: list[int]) -> Rows:
    """One Dijkstra over the whole graph from each node."""
    found = {}
    for node in nodes:
        reach = distances(ways.edges, node)
        found[node] = {other: reach[other] for other in nodes}
    return found


def by_networkx(ways: Walkways, nodes: list[int]) -> Rows:
    """The same by networkx."""
    nx = import_module("networkx")
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(ways.edges)))
    for node, edges in enumerate(ways.edges):
        for edge in edges:
            if not graph.has_edge(node, edge.target) or graph[node][edge.target]["s"] > edge.seconds:
                graph.add_edge(node, edge.target, s=edge.seconds)
    found = {}
    for node in nodes:
        reach = nx.single_source_dijkstra_path_length(graph, node, weight="s")
        found[node] = {other: reach.get(other, math.inf) for other in nodes}
    return found


def worst(table: Table, rows: Rows) -> float:
    """The largest difference between two ways of finding the times, in seconds."""
    return max(
        abs(table.between(a, b) - seconds)
        for a, row in rows.items()
        for b, seconds in row.items()
        if not math.isinf(seconds) or not math.isinf(table.between(a, b))
    )


def main() -> None:
    """Print the table."""
    guide = Guide()
    ways = walkways.__wrapped__(guide.market, guide.district, guide.pace)
    table_of(ways)
    nodes = sorted({*ways.inside, *ways.stations.values()})
    print(f"{len(ways.edges)} nodes, {sum(map(len, ways.edges))} edges; times between {len(nodes)} places")
    build = timed(lambda: walkways.__wrapped__(guide.market, guide.district, guide.pace))
    print(f"{'walking graph from the pack':36} {build:8.1f} ms")
    mine = timed(lambda: table_of(ways))
    print(f"{'portal decomposition (goal 50 ms)':36} {mine:8.1f} ms")
    rows = plain(ways, nodes)
    theirs = timed(lambda: plain(ways, nodes))
    print(f"{'Dijkstra from every place':36} {theirs:8.1f} ms  {theirs / mine:5.1f} x")
    print(f"{'largest difference':36} {worst(table_of(ways), rows):8.1e} s")
    if find_spec("networkx"):
        peer = timed(lambda: by_networkx(ways, nodes))
        print(f"{'networkx':36} {peer:8.1f} ms  {peer / mine:5.1f} x")


if __name__ == "__main__":
    main()
