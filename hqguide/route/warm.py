"""An earlier walk made to fit what is wanted now, to begin the search with."""

from collections.abc import Sequence

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
