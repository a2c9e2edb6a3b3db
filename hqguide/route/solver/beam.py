"""Whole walks for visits that all have to be made at their hours, from ever wider searches."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from hqguide.route.solver.model import Floats, Model
from hqguide.route.solver.stretch import Search, Stretches
from hqguide.route.solver.windows import Hours

# The haste that finds some walk where the others find none; it is not tried once there is one.
_HASTY = 1.0
# How many states are kept in each search, and with what haste: a little leaves room for what is to come.
_PLAN = (
    (16, 0.0),
    (64, 0.03),
    (256, 0.03),
    (64, _HASTY),
    (256, 0.0),
    (1024, _HASTY),
    (1024, 0.03),
)
_EPSILON = 1e-6


def applies(model: Model) -> bool:
    """Whether the errand is to make all visits of a set, at hours, and nothing else."""
    nodes = len(model.nodes) - 2
    single = len(model.prices) == len(model.share) == nodes and not (model.first or model.last)
    return model.windowed and single and nodes > 0 and bool((model.share >= model.must).all())


def walks(
    model: Model,
    hours: Hours,
    tolls: Floats,
    known: float = np.inf,
    late: Callable[[], bool] = lambda: False,
    stop: Callable[[], bool] = lambda: False,
    plan: Sequence[tuple[int, float]] = _PLAN,
) -> Iterator[tuple[list[int] | None, float, bool]]:
    """Ways that make all visits, each better than the last and than ``known``, a sum of legs and waiting.

    With each comes that sum, and whether it is proven that none is less; ``None`` in place of a way stands
    for the one before, or the one known. No search begins when it is ``late``, and ``stop`` ends the one
    under way.
    """
    for width, haste in plan:
        if haste == _HASTY and known < np.inf:
            continue
        if late():
            return
        search = Search(hours, _whole(model, hours, tolls, known), width, haste)
        order = search.run(stop)[0]
        # What is too late by a rounding error only is no way.
        if order is not None and (cost := length(model, hours, order.tolist())) < known:
            known = cost
            yield order.tolist(), known, not search.cut
        elif not search.cut:
            yield None, known, True
        if not search.cut:
            return


def length(model: Model, hours: Hours, way: Sequence[int]) -> float:
    """The legs of a way and its waiting, as it counts; ``inf`` when an hour is not kept."""
    here, leave, total = 0, 0.0, 0.0
    for there in (*way, model.end):
        arrive = leave + float(model.travel[here, there])
        begin = max(arrive, float(model.opens[there]))
        if begin > model.closes[there]:
            return np.inf
        total += float(model.travel[here, there]) + model.waiting * (begin - arrive)
        here, leave = there, begin + float(hours.stay[there])
    return total


def _whole(model: Model, hours: Hours, tolls: Floats, known: float) -> Stretches:
    """The whole walk as one stretch that is to come to less than what is known."""
    nodes = np.array([*range(1, model.end), 0, model.end])
    limit = known - float(tolls[1:].sum()) - _EPSILON
    return Stretches(
        nodes=nodes[None],
        place=np.array([1]),
        leave=np.zeros(1),
        latest=hours.closes[[model.end]],
        price=(hours.leg - tolls)[nodes[:, None], nodes][None],
        limit=np.array([limit]),
        waiting=model.waiting,
    )
