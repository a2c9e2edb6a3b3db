"""What hours say about the order of visits that all have to be made: what comes before what.

The rules are those of Desrosiers, Dumas, Solomon and Soumis (1995) and Ascheuer, Fischetti and Groetschel
(2001). All of them keep every walk that keeps all hours.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from hqguide.route.solver.batch import Flags
from hqguide.route.solver.model import Floats, Model

# Rounds of tightening, each of which can give the next more to do.
_ROUNDS = 2
# Shortest ways by other visits are looked for among so many nodes; beyond that a bound stands for them.
_MOST_DETOURS = 300
# What rounding may do to sums of times, as a share of the longest.
_SLACK = 1e-9


@dataclass(frozen=True)
class Hours:
    """Nodes of a model and what is left of their hours; node 0 is the start, the last one the end.

    A visit begins between ``opens`` and ``closes`` and takes ``stay``. ``leg`` is the travel between nodes,
    ``inf`` where no walk that keeps all hours goes from the one right to the other; ``soonest`` the least
    time from begin to begin. ``before[a, b]`` says that a comes before b. By place in the walk, from 0, and
    node ``soon`` is when it can begin there at the earliest and ``due`` when it has to at the latest;
    ``inf`` and ``-inf`` where the node cannot have the place.
    """

    opens: Floats
    closes: Floats
    stay: Floats
    leg: Floats
    soonest: Floats
    before: Flags
    soon: Floats
    due: Floats


def stays(model: Model) -> Floats:
    """How long a visit to each node takes with the one line that is had there."""
    return np.asarray(model.stop + np.isfinite(model.price) @ model.line)


def narrowed(model: Model) -> Hours | None:
    """The hours of an errand that makes all visits once; ``None`` when no order keeps them."""
    stay, end = stays(model), model.end
    stay[0] = 0.0
    leg = np.array(model.travel, dtype=float)
    leg[np.diag_indices(end + 1)] = np.inf
    leg[:, 0] = leg[end] = np.inf
    if end > 1:
        leg[0, end] = np.inf
    opens, closes = np.maximum(model.opens, 0.0), np.array(model.closes, dtype=float)
    opens[0] = closes[0] = 0.0
    # Who never waits without need is done by then.
    done = float(opens[np.isfinite(opens)].max() + (stay + model.travel.max(axis=1)).sum())
    closes, slack = np.minimum(closes, done), _SLACK * done
    before = np.zeros((end + 1, end + 1), dtype=bool)
    for _ in range(_ROUNDS):
        ways = np.isfinite(leg).sum()
        takes = stay[:, None] + leg
        soonest = _soonest(takes)
        opens, closes = _tighter(opens, closes, takes)
        before = _before(opens, closes + slack, soonest)
        if (before & before.T).any() or (opens > closes + slack).any():
            return None
        opens = np.maximum(opens, np.where(before, opens[:, None] + soonest, -np.inf).max(axis=0))
        closes = np.minimum(closes, np.where(before, closes - soonest, np.inf).min(axis=1))
        leg[~_possible(opens, closes + slack, takes, before)] = np.inf
        if np.isfinite(leg).sum() == ways:
            break
    soon, due = _by_place(opens, closes + slack, stay[:, None] + leg, before)
    if not np.isfinite(due[0, 0]):
        return None
    return Hours(opens, closes + slack, stay, leg, soonest, before, soon, due)


def _soonest(takes: Floats) -> Floats:
    """The least time from begin to begin, by whichever visits between, or a bound below it."""
    soonest = takes.copy()
    if len(takes) <= _MOST_DETOURS:
        for middle in range(1, len(takes) - 1):
            np.minimum(soonest, soonest[:, middle, None] + soonest[middle], out=soonest)
    else:
        np.minimum(soonest, takes.min(axis=1)[:, None] + takes.min(axis=0), out=soonest)
    soonest[np.diag_indices(len(takes))] = 0.0
    return soonest


def _tighter(opens: Floats, closes: Floats, takes: Floats) -> tuple[Floats, Floats]:
    """Hours without the time before any visit can lead there, and after the last that leads on."""
    opens[1:] = np.maximum(opens, (opens[:, None] + takes).min(axis=0))[1:]
    closes[:-1] = np.minimum(closes, (closes - takes).max(axis=1))[:-1]
    return opens, closes


def _before(opens: Floats, closes: Floats, soonest: Floats) -> Flags:
    """What has to come before what: what is too late after the other, and so on along chains."""
    before = (opens[:, None] + soonest > closes).T
    before[0, 1:] = before[:-1, -1] = True
    before[np.diag_indices(len(opens))] = False
    while True:
        longer = before | _chained(before)
        if (longer == before).all():
            return before
        before = longer


def _chained(before: Flags) -> Flags:
    """What comes before something that comes before what."""
    rows = np.packbits(before, axis=1)
    chained = np.array([np.bitwise_or.reduce(rows[after], axis=0) for after in before])
    return np.unpackbits(chained, axis=1, count=len(before)).astype(bool)


def _possible(opens: Floats, closes: Floats, takes: Floats, before: Flags) -> Flags:
    """Which ways are neither too late nor backward nor past something that comes between."""
    in_time = np.isfinite(takes) & (opens[:, None] + takes <= closes)
    return np.asarray(in_time & ~before.T & ~_chained(before))


def _by_place(opens: Floats, closes: Floats, takes: Floats, before: Flags) -> tuple[Floats, Floats]:
    """When each node can begin soonest, and has to at the latest, at each place in the walk."""
    end = len(opens) - 1
    first, last = before.sum(axis=0), end - before.sum(axis=1)
    nodes = [np.flatnonzero((first <= place) & (last >= place)) for place in range(end + 1)]
    soon, due = np.full(takes.shape, np.inf), np.full(takes.shape, -np.inf)
    soon[0, 0] = opens[0]
    for place, (here, there) in enumerate(pairwise(nodes), start=1):
        begin = np.maximum(
            opens[there], (soon[place - 1, here, None] + takes[np.ix_(here, there)]).min(axis=0)
        )
        soon[place, there] = np.where(begin <= closes[there], begin, np.inf)
    due[end, end] = closes[end]
    for place in range(end - 1, -1, -1):
        here, there = nodes[place], nodes[place + 1]
        until = np.minimum(closes[here], (due[place + 1, there] - takes[np.ix_(here, there)]).max(axis=1))
        due[place, here] = np.where(until >= soon[place, here], until, -np.inf)
    soon[due == -np.inf] = np.inf
    return soon, due
