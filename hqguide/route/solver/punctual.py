"""Visits that all have to be made at their hours: whole walks first, then ever better orders of parts."""

import random
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from hqguide.route.solver.beam import length, walks
from hqguide.route.solver.mend import Mender
from hqguide.route.solver.model import Model
from hqguide.route.solver.reinsert import Chain
from hqguide.route.solver.tolls import tolls
from hqguide.route.solver.windows import narrowed

# The share of the search after which tolls are left as they are, no wider search for whole walks begins,
# and one under way ends.
_TOLLS, _WHOLE, _MOST = 0.25, 0.4, 0.75
# Trials of reinsertion between two rounds of mending, and where there are too many visits to mend.
_TRIALS, _ALONE = 8, 32
_MOST_VISITS = 600


def punctual(
    model: Model, ways: Sequence[Sequence[int]], rng: np.random.Generator, progress: Callable[[int], float]
) -> Iterator[tuple[list[int], bool]]:
    """Ways that make all visits, each better than the last, and whether it is proven best.

    It sets out from the best of ``ways`` that makes all visits, and ends when ``progress`` by round is 1, or
    when nothing is left to find; without a way where none is found.
    """
    hours = narrowed(model)
    if hours is None:
        return
    whole = [list(way) for way in ways if len(way) == model.end - 1]
    best = min(whole, key=lambda way: length(model, hours, way), default=None)
    known = np.inf if best is None else length(model, hours, best)
    small = model.end <= _MOST_VISITS
    charges = tolls(hours, lambda: progress(0) > _TOLLS) if small else np.zeros(model.end + 1)
    if small:
        late = (lambda: progress(0) > _WHOLE), (lambda: progress(0) > _MOST)
        for way, _, proven in walks(model, hours, charges, known, *late):
            best = way or best
            if best is not None:
                yield best, proven
            if proven:
                return
    if best is None or length(model, hours, best) == np.inf:
        return
    yield best, False
    chain = Chain(model, best, random.Random(int(rng.integers(2**32))))  # noqa: S311 - a search, not a secret
    mender = Mender(hours, hours.leg - charges, rng)
    step = 0
    while (done := progress(step)) < 1:
        step += 1
        before = chain.least
        if small:
            mender.mend(chain, done)
        chain.shuffle(done, _TRIALS if small else _ALONE)
        if chain.least < before:
            yield chain.best[1:-1], False
