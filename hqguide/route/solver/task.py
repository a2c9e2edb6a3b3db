"""One errand in numbers: where things are sold, how far it is, when doors are open; and what is found."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = Sequence[Sequence[float]] | NDArray[np.float64]
else:
    Matrix = object

Tour = tuple[int, ...]
Windows = tuple[tuple[float, float], ...]


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A travelling purchaser's errand; sites and items are numbered from 0, times count from departure.

    ``travel[a][b]`` is what it takes from site ``a`` to ``b`` (seconds, or any unit shared with the costs);
    it need not be symmetric, but going by a third site should not be shorter. ``start`` and ``end``
    (``None``: the walk may end at any stop) take no stop time and are not part of a tour; what they offer
    is had there. ``stop`` is the time a visit to each site takes, whatever is bought.

    ``offers`` lists for each item its (site, cost) pairs, a site once. ``line_seconds`` is the time each
    item takes at its seller (default 0), ``penalty`` the cost of leaving it out (default ``inf``: it must
    be had). ``quotes`` is how many sellers to visit for it (default 1; fewer sellers than that: all of
    them). The cost, time and share of the penalty count once for each of these visits.

    ``windows`` lists for each site the (open, close) times between which a visit may begin, waiting
    allowed: ``()`` for the whole field when nothing ever closes, an empty entry for a site that is never
    open. That of the start is not looked at, that of the end is. ``latest`` is when the walk must be over.
    A second of waiting costs ``waiting``.

    ``must`` are sites to visit wherever they fit, ``first`` those to visit right after the start and
    ``last`` those right before the end, in the order given.
    """

    travel: Matrix
    start: int
    end: int | None
    stop: Sequence[float]
    offers: tuple[tuple[tuple[int, float], ...], ...]
    line_seconds: tuple[float, ...] = ()
    penalty: tuple[float, ...] = ()
    windows: tuple[Windows, ...] = ()
    latest: float = math.inf
    quotes: tuple[int, ...] = ()
    must: Tour = ()
    first: Tour = ()
    last: Tour = ()
    waiting: float = 1.0

    @property
    def sites(self) -> int:
        """How many sites there are, start and end among them."""
        return len(self.stop)

    @property
    def items(self) -> int:
        """How many items are wanted."""
        return len(self.offers)

    def line(self, item: int) -> float:
        """Seconds that ``item`` takes at its seller."""
        return self.line_seconds[item] if self.line_seconds else 0.0

    def worth(self, item: int) -> float:
        """What it costs to leave ``item`` out; ``inf`` when it must be had."""
        return self.penalty[item] if self.penalty else math.inf

    def wanted(self, item: int) -> int:
        """How many sellers of ``item`` to visit: its quotes, or all sellers when there are fewer."""
        return min(self.quotes[item] if self.quotes else 1, max(1, len(self.offers[item])))

    def open(self, site: int) -> Windows:
        """When a visit to ``site`` may begin."""
        return self.windows[site] if self.windows else ((-math.inf, math.inf),)


class Found(msgspec.Struct, frozen=True):
    """A tour that keeps every hard wish, in the order walked, without start and end.

    ``sellers`` names for each item the sites it is had at, the cheapest first; ``()`` when it is left out.
    ``cost`` is the time of the walk (waiting weighed by ``Task.waiting``), plus the cost of what is had,
    plus the penalties of what is not: ``inf`` when something that must be had or visited does not fit in;
    ``missed`` counts such things. ``seconds`` is when the walk is over, ``proven`` that no tour costs less.
    """

    tour: Tour
    cost: float
    proven: bool
    sellers: tuple[Tour, ...]
    seconds: float
    missed: int = 0

    @property
    def rank(self) -> tuple[int, float]:
        """What tours are compared by: what is missed, then the cost, or the time where that is ``inf``."""
        return self.missed, self.seconds if self.missed else self.cost
