"""Take stops out of ways: a run of them, scattered ones, or those around a random node."""

import numpy as np

from hqguide.route.solver.batch import Batch, batch_of
from hqguide.route.solver.model import Floats, Ints, Model

_RUN, _SCATTER = 0.5, 0.25
# Stops taken out at most, and of a long way this share.
_MOST, _SHARE = 12, 4
_ROOM = 8


def ruined(model: Model, way: Ints, count: Ints, rng: np.random.Generator) -> Batch:
    """The ways with some of their stops taken out; those that come first and last stay."""
    size, width = way.shape
    free = np.maximum(count - len(model.first) - len(model.last), 0)
    most = np.minimum(np.minimum(free, 3 + free // 3), np.maximum(_MOST, free // _SHARE))
    gone = np.where(free > 0, 1 + (rng.random(size) * most).astype(np.intp), 0)
    order = np.argsort(_ranks(model, way, free, rng), axis=1, kind="stable")
    rank = np.empty_like(order)
    np.put_along_axis(rank, order, np.broadcast_to(np.arange(width), order.shape), axis=1)
    kept = rank >= gone[:, None]
    packed = np.take_along_axis(way, np.argsort(~kept, axis=1, kind="stable"), axis=1)
    left = count - gone
    packed[np.arange(width) > left[:, None]] = model.end
    longest = int(left.max(initial=0))
    room = np.full((size, longest + _ROOM), model.end)
    room[:, : longest + 2] = packed[:, : longest + 2]
    return batch_of(model, room, left)


def _ranks(model: Model, way: Ints, free: Ints, rng: np.random.Generator) -> Floats:
    """By way and position what goes first when stops are taken out; ``inf`` for what stays."""
    size, width = way.shape
    place = np.arange(width) - 1 - len(model.first)
    begin = (rng.random(size) * free).astype(np.intp)
    ranks: Floats = ((place - begin[:, None]) % np.maximum(free, 1)[:, None]).astype(np.float64)
    kind = rng.random(size)
    scatter = np.flatnonzero((kind >= _RUN) & (kind < _RUN + _SCATTER))
    ranks[scatter] = rng.random((len(scatter), width))
    around = np.flatnonzero(kind >= _RUN + _SCATTER)
    middle = rng.integers(len(model.nodes), size=len(around))
    ranks[around] = model.travel[middle[:, None], way[around]]
    ranks[(place < 0) | (place >= free[:, None])] = np.inf
    return ranks
