"""A task as arrays: the sites that can matter, their distances, the costs of every item at each of them."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hqguide.route.solver.task import Task, Tour

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating]
    Ints = NDArray[np.intp]
else:
    Floats = Ints = object

# A missing item that must be had costs this many times all the walking there could be.
_MUST = 16.0
# Stands for travel where there is no way.
_FAR = 1e7
_EXACT_NODES, _MARGIN = 400, 1e-6


@dataclass(frozen=True)
class Model:
    """Arrays over internal nodes and slots. Node 0 is the start, the last one the end.

    A site with several windows has a node for each of them, so that every node has one window. An item
    with several quotes has one entry and ``quotes`` slots. ``price[node, item]`` is ``inf`` where it is not
    sold; ``share`` is what an empty slot costs. ``sellers`` and ``prices`` are
    the offers, item after item, cheapest first, each item from ``begin[item]`` on; ``keys`` are prices raised
    by ``span`` for each item, so that they ascend throughout. ``rarity`` is larger for items that few
    sell, and 1 on the mean.
    """

    nodes: Tour
    travel: Floats
    back: Floats
    stop: Floats
    opens: Floats
    closes: Floats
    price: Floats
    share: Floats
    line: Floats
    quotes: Ints
    sellers: Ints
    prices: Floats
    begin: Ints
    rarity: Floats
    keys: Floats
    span: float
    first: Tour
    last: Tour
    symmetric: bool
    timed: bool
    windowed: bool
    latest: float
    waiting: float
    must: float

    @property
    def dearest(self) -> float:
        """What the item dearest to leave out costs."""
        return float(self.share.max(initial=0.0))

    @property
    def choosy(self) -> bool:
        """Whether items have several sellers to choose from, on the whole."""
        return len(self.prices) > 1.5 * len(self.share)

    @property
    def end(self) -> int:
        """The number of the end node."""
        return len(self.nodes) - 1

    @property
    def limited(self) -> bool:
        """Whether time or doors can forbid a tour."""
        return self.timed or self.windowed

    def sites(self, way: Sequence[int]) -> Tour:
        """The tour in sites of the task, each once, that a way over nodes stands for."""
        return tuple(dict.fromkeys(self.nodes[node] for node in way))

    def ways(self, task: Task, tour: Sequence[int]) -> list[int]:
        """The nodes of ``tour`` between start and end, sites that cannot matter left out."""
        place: dict[int, int] = {}
        for node in range(1, self.end):
            place.setdefault(self.nodes[node], node)
        return [place[site] for site in tour if site in place]


def model_of(task: Task) -> Model:
    """The arrays of ``task``; in single precision unless hours or a time limit have to be kept to the bit."""
    import numpy as np

    share, rows = _items(task)
    nodes, opens, closes = _nodes(task, rows)
    # A time limit is kept to the last bit where that is cheap, with a margin for rounding elsewhere.
    exact = bool(task.windows) or (task.latest < math.inf and len(nodes) <= _EXACT_NODES)
    kind: np.dtype[np.floating] = np.dtype("f8" if exact else "f4")
    travel = _travel(task, nodes, kind)
    stop = np.array([*(float(task.stop[site]) for site in nodes[:-1]), 0.0]).astype(kind)
    stop[0] = 0.0
    dearest = max((cost for offers in rows for _, cost in offers), default=0.0)
    must = max(1.0, _MUST * (float(travel.max()) + float(stop.max()) + dearest))
    if math.inf in share:
        must = max(must, 2 * sum(value for value in share if value < math.inf))
    worth = np.array([value if value < math.inf else must for value in share]).astype(kind)
    price = _prices(task, nodes, rows, worth)
    all_count = bool(task.windows) or any(task.wanted(item) > 1 for item in range(task.items))
    keep = _useful(travel, stop, price, _fixed(task, nodes), all_count=all_count)
    return _model(task, (nodes, opens, closes), (travel, stop, price, worth), keep, must)


def _model(
    task: Task,
    hours: tuple[Tour, Sequence[float], Sequence[float]],
    arrays: tuple[Floats, Floats, Floats, Floats],
    keep: Ints,
    must: float,
) -> Model:
    import numpy as np

    travel, stop, price, worth = arrays
    nodes = tuple(hours[0][node] for node in keep)
    if len(keep) < len(stop):
        travel, stop, price = travel[np.ix_(keep, keep)], stop[keep], price[keep]
    symmetric = bool(np.array_equal(travel, travel.T))
    sellers, prices, begin = _by_item(price)
    span = 2.0 * float(max(worth.max(initial=0.0), prices.max(initial=0.0)) + 1)
    more = price.shape[1] - task.items
    place = {nodes[node]: node for node in range(len(nodes) - 2, 0, -1)}
    return Model(
        nodes=nodes,
        travel=travel,
        back=travel if symmetric else np.ascontiguousarray(travel.T),
        stop=stop,
        opens=np.array(hours[1])[keep],
        closes=np.minimum(np.array(hours[2])[keep], task.latest),
        price=price,
        share=worth,
        line=np.array([*(task.line(item) for item in range(task.items)), *[0.0] * more]).astype(price.dtype),
        quotes=np.array([*(task.wanted(item) for item in range(task.items)), *[1] * more], dtype=np.intp),
        sellers=sellers,
        prices=prices,
        begin=begin,
        rarity=_rarity(begin).astype(price.dtype),
        keys=np.repeat(np.arange(price.shape[1]), np.diff(begin)) * span + prices,
        span=span,
        first=tuple(place[site] for site in task.first),
        last=tuple(place[site] for site in task.last),
        symmetric=symmetric,
        timed=task.latest < math.inf,
        windowed=bool(task.windows),
        latest=task.latest if travel.dtype == np.float64 else task.latest * (1 - _MARGIN),
        waiting=task.waiting,
        must=must,
    )


def _rarity(begin: Ints) -> Floats:
    """What a missing item bids against others: less when many sell it, by the root of their number."""
    import numpy as np

    rarity: Floats = 1 / np.sqrt(np.maximum(np.diff(begin), 1))
    return rarity / rarity.mean() if len(rarity) else rarity


def _prices(task: Task, nodes: Tour, rows: Sequence[Sequence[tuple[int, float]]], worth: Floats) -> Floats:
    """The price of every item at every node; ``inf`` where it is not sold, or not worth having."""
    import numpy as np

    number: dict[int, list[int]] = {}
    for node, site in enumerate(nodes):
        number.setdefault(site, []).append(node)
    price = np.full((len(nodes), len(rows)), np.inf, dtype=worth.dtype)
    for item, offers in enumerate(rows):
        for site, cost in offers:
            price[number.get(site, []), item] = cost
    price[price >= worth] = np.inf
    return price


def _fixed(task: Task, nodes: Tour) -> Ints:
    """The nodes that every tour has."""
    import numpy as np

    sites = {*task.first, *task.last}
    inner = [node for node in range(1, len(nodes) - 1) if nodes[node] in sites]
    return np.array([0, *inner, len(nodes) - 1], dtype=np.intp)


def _useful(travel: Floats, stop: Floats, price: Floats, fixed: Ints, *, all_count: bool) -> Ints:
    """The nodes that are fixed, or sell something and are not outdone by another at the same place.

    At the same place are nodes no time apart; one outdoes another when it asks no more for anything and
    takes no longer. Where ``all_count``, under opening hours or with quotes to collect, none is outdone.
    """
    import numpy as np

    kept = np.asarray(np.isfinite(price).any(axis=1))
    kept[fixed] = True
    if not all_count:
        place = np.argmax((travel <= 0) & (travel.T <= 0), axis=1)
        free = np.setdiff1d(np.flatnonzero(kept), fixed)
        order = free[np.argsort(place[free], kind="stable")]
        for group in np.split(order, np.flatnonzero(np.diff(place[order])) + 1):
            if len(group) > 1:
                kept[group] = _best_here(stop[group], price[group])
    return np.flatnonzero(kept)


def _best_here(stop: Floats, price: Floats) -> list[bool]:
    """Which of some nodes at one place no other outdoes; of equal ones the first."""
    kept = [True] * len(stop)
    for node in range(len(stop)):
        no_dearer = (price <= price[node]).all(axis=1) & (stop <= stop[node])
        no_dearer[node] = False
        for other in no_dearer.nonzero()[0]:
            equal = stop[other] == stop[node] and bool((price[other] == price[node]).all())
            if kept[other] and not (equal and other > node):
                kept[node] = False
    return kept


def _items(task: Task) -> tuple[list[float], list[list[tuple[int, float]]]]:
    """What an empty slot of each item costs, and its offers; sites that must be seen are items as well."""
    share = [task.worth(item) / task.wanted(item) - task.line(item) for item in range(task.items)]
    rows = [list(offers) for offers in task.offers]
    fixed = {task.start, task.end, *task.first, *task.last}
    must = [site for site in dict.fromkeys(task.must) if site not in fixed]
    return [*share, *(math.inf for _ in must)], [*rows, *([(site, 0.0)] for site in must)]


def _nodes(task: Task, rows: Sequence[Sequence[tuple[int, float]]]) -> tuple[Tour, list[float], list[float]]:
    """Sites of the nodes, and when each opens and closes."""
    fixed = (*task.first, *task.last)
    wanted = {site for offers in rows for site, _ in offers} - {task.start, task.end, *fixed}
    nodes, opens, closes = [task.start], [-math.inf], [math.inf]
    for site in (*fixed, *sorted(wanted)):
        windows = list(_windows(task, site, whole=site in fixed))
        nodes += [site] * len(windows)
        opens += [window[0] for window in windows]
        closes += [window[1] for window in windows]
    nodes.append(-1 if task.end is None else task.end)
    ends = list(_windows(task, task.end, whole=True)) if task.end is not None else [(-math.inf, math.inf)]
    return tuple(nodes), [*opens, ends[0][0]], [*closes, ends[0][1]]


def _windows(task: Task, site: int, *, whole: bool) -> Iterator[tuple[float, float]]:
    windows = [window for window in task.open(site) if window[1] >= 0 and window[0] <= task.latest]
    if whole:
        yield min((o for o, _ in windows), default=math.inf), max((c for _, c in windows), default=-math.inf)
    else:
        yield from windows


def _travel(task: Task, nodes: Tour, kind: "np.dtype[np.floating]") -> Floats:
    """Travel between nodes; to an end that may be anywhere it takes nothing."""
    import numpy as np

    inner = list(nodes[:-1])
    travel = np.zeros((len(nodes), len(nodes)), dtype=kind)
    if isinstance(task.travel, np.ndarray):
        table = task.travel
        rows = [*inner, *([] if task.end is None else [task.end])]
        travel[: len(rows), : len(rows)] = table[np.ix_(rows, rows)]
    else:
        # Sites of one floor may share a row: it is turned into numbers once.
        known: dict[int, Floats] = {}
        rows = [*inner, *([] if task.end is None else [task.end])]
        for number, site in enumerate(rows):
            row = task.travel[site]
            if id(row) not in known:
                known[id(row)] = np.array(row, dtype=kind)[rows]
            travel[number, : len(rows)] = known[id(row)]
    travel[~np.isfinite(travel)] = _FAR
    return travel


def _by_item(price: Floats) -> tuple[Ints, Floats, Ints]:
    """Sellers and prices item after item, cheapest first, and where each item begins and the last ends."""
    import numpy as np

    items, nodes = np.nonzero(np.isfinite(price.T))
    costs = price[nodes, items]
    order = np.lexsort((nodes, costs, items))
    begin = np.concatenate(([0], np.cumsum(np.bincount(items, minlength=price.shape[1]))))
    return nodes[order], costs[order], begin.astype(np.intp)
