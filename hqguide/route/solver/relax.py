"""A time limit in long lists: a price on what is left out stands for it, then the walk is cut.

Under a hard limit every way is full, so that little can be tried. With a price on each item left out, in
seconds, ways may be shorter or longer than the limit; the price is moved until they come out about as long.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, count
from math import inf

import numpy as np

from hqguide.route.solver.anneal import anneal
from hqguide.route.solver.batch import batch_of, padded
from hqguide.route.solver.model import Model
from hqguide.route.solver.trim import losses, savings

# Nodes from which on this pays; shorter lists are quick enough with the limit itself.
_NODES = 400
# Prices that are tried, and the share of the search that goes to them.
_PRICES, _SHARE = 3, 0.85
# The first price, in what an item takes on the best way there is; how fast the price moves with the length of
# the way, and how far at once.
_FIRST, _POWER, _MOST = 1.2, 2.0, 2.0


def applies(model: Model) -> bool:
    """Whether there is a limit, no hours, and something that may be left out."""
    large = len(model.nodes) > _NODES
    return large and model.timed and not model.windowed and bool((model.share < model.must).any())


def priced(
    model: Model, ways: Sequence[Sequence[int]], rng: np.random.Generator, progress: Callable[[int], float]
) -> Iterator[list[int]]:
    """Ways within the limit: one for each price, then better ones by search under the limit."""
    step = count()
    optional = model.share < model.must
    worth = np.where(optional, model.share + model.line, 0)
    batch = batch_of(model, *padded(model, ways))
    had = int((batch.best[0] < model.share).sum(axis=1).max())
    seconds = _FIRST * model.latest / max(1, had) / float(np.median(worth[optional]))
    fitting = list(ways)
    for number in range(_PRICES):
        share = np.where(optional, worth * seconds - model.line, model.share).astype(model.share.dtype)
        easy = replace(model, share=share, timed=False, latest=inf)
        part = _part(progress, step, _SHARE * number / _PRICES, _SHARE * (number + 1) / _PRICES)
        ways = [deque(chain(ways[:1], anneal(easy, ways, rng, part, grow=number == 0)), maxlen=1)[0]]
        within = cut(model, ways[0])
        fitting.append(within)
        yield within
        batch = batch_of(easy, *padded(easy, ways))
        length = float(batch.busy()[0] + batch.lines()[0])
        seconds *= min(_MOST, max(1 / _MOST, (model.latest / max(1.0, length)) ** _POWER))
    yield from anneal(model, fitting, rng, _part(progress, step, _SHARE, 1.0), grow=False)


def _part(
    progress: Callable[[int], float], step: Iterator[int], begin: float, end: float
) -> Callable[[int], float]:
    """How much of a part of the search is over; rounds count on over all parts."""
    return lambda _: max(0.0, progress(next(step)) - begin) / (end - begin)


def cut(model: Model, way: Sequence[int]) -> list[int]:
    """``way`` without the stops that give least for the time they take, until it is within the limit."""
    left = list(way)
    while left:
        batch = batch_of(model, *padded(model, [left]))
        over = float(batch.busy()[0] + batch.lines()[0]) - model.latest
        if over <= 0:
            break
        time = savings(batch)[0]
        free = np.flatnonzero(np.isfinite(time))
        if not len(free):
            break
        lost = losses(batch, batch.prices())[0, free] + time[free]
        del left[int(free[(lost / np.maximum(time[free], 1e-3)).argmin()]) - 1]
    return left
