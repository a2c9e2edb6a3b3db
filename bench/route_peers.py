"""The same errands solved by OR-Tools routing and PyVRP, for comparison only; neither is used by hqguide.

Both know nothing of a stop shared by several items: an offer becomes a node of its own, one of each item's
offers is visited, and going on at the same counter costs no stop.
"""

from importlib.util import find_spec
from typing import Any

import numpy as np

from hqguide.route.solver.settle import settle
from hqguide.route.solver.task import Task

INSTALL = "not installed: make peers"
_SCALE = 10  # tenths of a second: both want whole numbers


def peers() -> dict[str, Any]:
    """The peers that are installed: a function of an errand and seconds that gives a cost or ``None``."""
    found = {"OR-Tools routing": ("ortools", by_ortools), "PyVRP": ("pyvrp", by_pyvrp)}
    return {name: run if find_spec(package) else None for name, (package, run) in found.items()}


def _offers(task: Task) -> tuple[list[int], list[int], Any]:
    """Item and site of every offer, node 0 being the start, and times between nodes with the stop to come."""
    items, sites = [-1], [task.start]
    for item, pairs in enumerate(task.offers):
        for site, _ in pairs:
            items.append(item)
            sites.append(site)
    at = np.array(sites)
    times = np.asarray(task.travel)[np.ix_(at, at)] + np.asarray(task.stop)[at][None, :]
    times[at[:, None] == at[None, :]] = 0.0
    return items, sites, np.rint(times * _SCALE).astype(np.int64)


def _cost(task: Task, visited: list[int]) -> float | None:
    found = settle(task, list(dict.fromkeys(site for site in visited if site != task.start)))
    return None if found is None or found.missed else found.cost


def by_ortools(task: Task, seconds: float) -> float | None:
    """OR-Tools routing: offers of an item are a disjunction; guided local search from cheapest insertion."""
    from ortools.constraint_solver import pywrapcp, routing_enums_pb2

    items, sites, times = _offers(task)
    manager = pywrapcp.RoutingIndexManager(len(items), 1, 0)
    routing = pywrapcp.RoutingModel(manager)
    rows = times.tolist()
    callback = routing.RegisterTransitCallback(
        lambda a, b: rows[manager.IndexToNode(a)][manager.IndexToNode(b)]
    )
    routing.SetArcCostEvaluatorOfAllVehicles(callback)
    for item in range(task.items):
        nodes = [manager.NodeToIndex(node) for node, one in enumerate(items) if one == item]
        routing.AddDisjunction(nodes, 10**7, 1)
    settings = pywrapcp.DefaultRoutingSearchParameters()
    settings.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    settings.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    settings.time_limit.FromMilliseconds(int(seconds * 1000))
    solution = routing.SolveWithParameters(settings)
    if solution is None:
        return None
    visited, index = [], routing.Start(0)
    while not routing.IsEnd(index):
        visited.append(sites[manager.IndexToNode(index)])
        index = solution.Value(routing.NextVar(index))
    return _cost(task, visited)


def by_pyvrp(task: Task, seconds: float) -> float | None:
    """PyVRP: offers of an item are a mutually exclusive group, one of which is required."""
    from pyvrp import Model, solve
    from pyvrp.stop import MaxRuntime

    items, sites, times = _offers(task)
    model = Model()
    places = [model.add_location(0, 0) for _ in items]
    depot = model.add_depot(places[0])
    groups = [model.add_client_group() for _ in range(task.items)]
    for item, place in zip(items[1:], places[1:], strict=True):
        model.add_client(place, required=False, group=groups[item])
    model.add_vehicle_type(1, start_depot=depot, end_depot=depot)
    data = model.data().replace(distance_matrices=[times], duration_matrices=[times])
    best = solve(data, MaxRuntime(seconds), display=False).best
    visits = [one.idx for route in best.routes() for one in route.schedule() if one.is_client()]
    return _cost(task, [sites[visit + 1] for visit in visits])
