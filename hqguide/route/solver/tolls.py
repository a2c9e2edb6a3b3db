"""Tolls on visits that make a walk that repeats some and leaves out others cost what a proper one does.

A walk that has the right number of visits, each in a place of the order that it can have, is cheap to find.
With the toll of a visit added for each time it is missed, and taken off when it is made, it costs no more
than the best proper walk. The tolls are moved until it costs as much as they can make it (Held and Karp
1971, on the relaxation of Christofides, Mingozzi and Toth 1981): then what is left of a walk is told well
from where it stands.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from hqguide.route.solver.model import Floats, Ints
from hqguide.route.solver.windows import Hours

# How far above the best bound a proper walk is taken to be at first, rounds without gain before that
# shrinks, and to what share of it.
_ABOVE, _PATIENCE, _SHRINK = 0.1, 3, 0.6
# Rounds at most, and legs looked at in all of them together; a place takes as long as so many legs at least.
_ROUNDS, _EFFORT, _LEAST = 200, 30_000_000, 1000


@dataclass(frozen=True)
class _Places:
    """By place in the walk the nodes that can have it, filled up with the end, and the legs to the next."""

    nodes: Ints
    legs: Floats


def tolls(hours: Hours, stop: Callable[[], bool] = lambda: False) -> Floats:
    """A toll for each node.

    Where many visits can have many places there are fewer rounds; ``stop`` ends them.
    """
    choice = int(np.isfinite(hours.soon).sum(axis=1).max())
    rounds = min(_ROUNDS, _EFFORT // (len(hours.opens) * (choice**2 + _LEAST)))
    count = len(hours.opens)
    # To begin with each visit is charged for the shortest way to it.
    least = hours.leg.min(axis=0)
    now = np.where(np.isfinite(least), least, 0.0)
    best, bound, step, idle = now, -np.inf, 1.0, 0
    if rounds < 1 or stop():
        return now
    places = _places(hours)
    for _ in range(rounds):
        cost, made = _walk(places, now)
        cost += now.sum()
        off = 1.0 - np.bincount(made, minlength=count)
        off[[0, -1]] = 0.0
        if cost > bound:
            best, bound, idle = now, cost, 0
        else:
            idle += 1
        if cost == np.inf or not off.any() or stop():
            break
        if idle > _PATIENCE:
            step, idle, now = step * _SHRINK, 0, best
        now = now + step * (bound + _ABOVE * abs(bound) - cost) / (off @ off) * off
    return best


def _places(hours: Hours) -> _Places:
    end = len(hours.opens) - 1
    can = [np.flatnonzero(row) for row in np.isfinite(hours.soon)]
    nodes = np.full((end + 1, max(map(len, can))), end)
    for at, inside in enumerate(can):
        nodes[at, : len(inside)] = inside
    place = np.arange(end + 1)[:, None]
    soon, due = hours.soon[place, nodes], hours.due[place, nodes]
    real = np.arange(nodes.shape[1]) < np.array([len(inside) for inside in can])[:, None]
    soon[~real] = np.inf
    here, there = nodes[:-1, :, None], nodes[1:, None, :]
    legs = hours.leg[here, there]
    legs[~(soon[:-1, :, None] + hours.stay[here] + legs <= due[1:, None, :])] = np.inf
    legs.transpose(0, 2, 1)[~real[1:]] = np.inf
    return _Places(nodes, legs)


def _walk(places: _Places, tolls: Floats) -> tuple[float, Ints]:
    """The cheapest walk less its tolls, proper or not, and its nodes but the start."""
    reduced = places.legs - tolls[places.nodes[1:]][:, None, :]
    columns = np.arange(places.nodes.shape[1])
    cost = np.where(columns == 0, 0.0, np.inf)
    origins = []
    for legs in reduced:
        ways = cost[:, None] + legs
        origin = ways.argmin(axis=0)
        origins.append(origin)
        cost = ways[origin, columns]
    at = int(cost.argmin())
    least, made = float(cost[at]), []
    for nodes, origin in zip(places.nodes[:0:-1], origins[::-1], strict=True):
        made.append(nodes[at])
        at = origin[at]
    return least, np.array(made)
