"""An earlier walk made to fit what is wanted now, to begin the search with."""

import math
from collections.abc import Sequence

from hqguide.route.solver.settle import earliest
from hqguide.route.solver.task import Task, Tour


def mended(task: Task, tour: Sequence[int]) -> Tour:
    """``tour`` with the seller that costs least on the way put in for each item it does not have.

    The sites there are keep their order, so that little changes for somebody who knows the tour.
    """
    way = list(dict.fromkeys(tour))
    for offers in task.offers:
        if offers and not any(site in way for site, _ in offers):
            options = ((*_cheapest_place(task, way, site, cost), site) for site, cost in offers)
            _, place, site = min(options)
            way.insert(place, site)
    return tuple(way)


def fitting(task: Task, tour: Sequence[int]) -> Tour:
    """``tour`` without the sites at which one comes too late, each line bought where it is met first."""
    here, clock, had, way = task.start, 0.0, set[int](), []
    sells: dict[int, list[int]] = {}
    for item, offers in enumerate(task.offers):
        for site, _ in offers:
            sells.setdefault(site, []).append(item)
    for site in tour:
        begin = earliest(task.open(site), clock + float(task.travel[here][site]))
        lines = [item for item in sells.get(site, ()) if item not in had]
        leave = begin + float(task.stop[site]) + sum(map(task.line, lines))
        if math.isfinite(leave) and leave <= task.latest:
            here, clock = site, leave
            had.update(lines)
            way.append(site)
    return tuple(way)


def _cheapest_place(task: Task, way: Sequence[int], site: int, cost: float) -> tuple[float, int]:
    """What a stop at ``site`` costs where it costs least on ``way``, and where that is."""
    nodes = [task.start, *way, *(() if task.end is None else (task.end,))]
    places = []
    for place, before in enumerate(nodes):
        there = float(task.travel[before][site])
        if place + 1 < len(nodes):
            after = nodes[place + 1]
            there += float(task.travel[site][after]) - float(task.travel[before][after])
        elif task.end is not None:
            continue
        places.append((there + float(task.stop[site]) + cost, place))
    return min(places)
