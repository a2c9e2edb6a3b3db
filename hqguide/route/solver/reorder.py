"""Walk the same stops in a shorter order: 2-opt and or-opt over all ways of a batch at once.

Each round weighs every reversal of a piece and every move of a piece of up to three stops, turned or not,
and does the best of them on each way, until no way gains. Pieces that are turned are priced by their own
direction, so that stairs that are slower up than down are treated exactly.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hqguide.route.solver.model import Floats, Ints, Model

_LEAST = 1e-3
_LONGEST = 3
_ROUNDS = 60


def shorten(model: Model, way: Ints, count: Ints) -> None:
    """Reorder the stops of each way, in place, until neither move makes it shorter."""
    rows = np.flatnonzero(count - len(model.first) - len(model.last) > 1)
    for _ in range(_ROUNDS):
        if not len(rows):
            return
        width = int(count[rows].max()) + 2
        part = way[rows, :width]
        gain, order = _best_moves(model, part, count[rows])
        better = gain < -_LEAST
        way[rows[better], :width] = np.take_along_axis(part[better], order[better], axis=1)
        rows = rows[better]


@dataclass(frozen=True)
class _Ground:
    """What all moves look at: distances between positions, legs, and which positions may move.

    ``shut[b, p]`` is ``inf`` where position ``p`` has to stay and 0 elsewhere; ``closed`` the same for
    legs that nothing may be put into.
    """

    between: Floats
    legs: Floats
    shut: Floats
    closed: Floats
    turning: Floats | None


def _best_moves(model: Model, way: Ints, count: Ints) -> tuple[Floats, Ints]:
    """For each way the best change of its length, and the order of its positions after the move."""
    ground = _ground(model, way, count)
    gain, first, last = _reversals(ground)
    place = np.arange(way.shape[1])
    key = np.where((place >= first) & (place <= last), first + last - place, place).astype(np.float64)
    for size in range(1, min(_LONGEST, way.shape[1] - 3) + 1):
        for turned in (False, True)[: min(size, 2)]:
            found, first, after = _shifts(ground, size, turned)
            other = found < gain
            step = (first + size - 1 - place if turned else place - first) + 1
            moved = np.where((step > 0) & (step <= size), after + step / (size + 1), place)
            key[other] = moved[other]
            gain = np.where(other, found, gain)
    return gain, np.argsort(key, axis=1)


def _ground(model: Model, way: Ints, count: Ints) -> _Ground:
    between = model.travel.ravel().take(way[:, :, None] * len(model.nodes) + way[:, None, :])
    place = np.arange(way.shape[1])
    legs = np.ascontiguousarray(between[:, place[:-1], place[1:]])
    first, last = 1 + len(model.first), (count - len(model.last))[:, None]
    shut = np.where((place >= first) & (place <= last), 0, np.inf).astype(between.dtype)
    closed = np.where((place >= first - 1) & (place <= last), 0, np.inf)[:, :-1].astype(between.dtype)
    turning = None
    if not model.symmetric:
        turning = np.zeros(way.shape, dtype=between.dtype)
        np.cumsum(between[:, place[1:], place[:-1]] - legs, axis=1, out=turning[:, 1:])
    return _Ground(between, legs, shut, closed, turning)


def _reversals(ground: _Ground) -> tuple[Floats, Ints, Ints]:
    """The best reversal of each way: its gain, and the first and last position of the piece."""
    between, legs = ground.between, ground.legs
    width = between.shape[1]
    gain = between[:, :-2, 1:-1] + between[:, 1:-1, 2:]
    gain += (ground.shut[:, 1:-1] - legs[:, :-1])[:, :, None]
    gain += (ground.shut[:, 1:-1] - legs[:, 1:])[:, None, :]
    if ground.turning is not None:
        gain += ground.turning[:, None, 1:-1] - ground.turning[:, 1:-1, None]
    gain += _upward(width - 2, gain.dtype.char)
    return _least(gain, width - 2, 1, 1)


def _shifts(ground: _Ground, size: int, turned: bool) -> tuple[Floats, Ints, Ints]:
    """The best move of a piece: its gain, its first position, and the position it comes to stand behind."""
    between, legs = ground.between, ground.legs
    width = between.shape[1]
    starts = np.arange(1, width - size)
    ends = starts + size - 1
    head, tail = (ends, starts) if turned else (starts, ends)
    gain = np.swapaxes(between[:, :-1][:, :, head], 1, 2) + between[:, tail][:, :, 1:]
    gain += (ground.closed - legs)[:, None, :]
    saved = legs[:, starts - 1] + legs[:, ends] - between[:, starts - 1, ends + 1]
    if turned and ground.turning is not None:
        saved += ground.turning[:, starts] - ground.turning[:, ends]
    gain += (ground.shut[:, starts] + ground.shut[:, ends] - saved)[:, :, None]
    gain += _elsewhere(width, size, gain.dtype.char)
    return _least(gain, width - 1, 1, 0)


def _least(gain: Floats, columns: int, row: int, column: int) -> tuple[Floats, Ints, Ints]:
    """The least gain of each way, and its row and column raised by so much, as columns themselves."""
    flat = gain.reshape(len(gain), -1)
    at = flat.argmin(axis=1)
    return flat[np.arange(len(flat)), at], (at // columns + row)[:, None], (at % columns + column)[:, None]


@lru_cache(maxsize=256)
def _upward(size: int, kind: str) -> Floats:
    """0 above the diagonal, ``inf`` on and below it."""
    return np.where(np.tri(size, dtype=bool), np.inf, 0).astype(kind)


@lru_cache(maxsize=256)
def _elsewhere(width: int, size: int, kind: str) -> Floats:
    """``inf`` where a piece would be put into itself or stay where it is, 0 elsewhere."""
    start, leg = np.arange(1, width - size)[:, None], np.arange(width - 1)
    return np.where((leg >= start - 1) & (leg < start + size), np.inf, 0).astype(kind)
