"""Decide what to buy where and in which order: everything, or as much as doors and time allow."""

import math
from collections import Counter
from collections.abc import Iterator
from time import monotonic

import msgspec

from hqguide.route.errand import Errand, task_of
from hqguide.route.solver.better import better
from hqguide.route.solver.ladder import within
from hqguide.route.solver.order import nearest_first
from hqguide.route.solver.settle import settle
from hqguide.route.solver.task import Found, Task

# A first walk this much longer than the time there is, is not searched for one that fits.
HOPELESS = 1.5


class Purchase(msgspec.Struct, frozen=True):
    """What is bought or asked for at one site: its number, and numbers of the wanted items."""

    site: int
    wanted: tuple[int, ...]


class Selection(msgspec.Struct, frozen=True):
    """The purchases in walking order, whether they are proven best, and the doubt they carry.

    ``nearest_first`` is the time of the nearest-first walk with what it has more of doubt and, when money
    counts, of cost; ``nearest_first_items`` is how many lines that walk has when not all fit in. ``seconds``
    is how long the walk takes.
    """

    purchases: tuple[Purchase, ...]
    seconds: float = 0.0
    proven: bool = False
    nearest_first: float | None = None
    nearest_first_items: int | None = None


class Search(msgspec.Struct, frozen=True):
    """How long to look, and from which sites to start: the same search gives the same selections."""

    seed: int = 0
    rounds: int | None = None
    deadline: float = math.inf
    warm: tuple[int, ...] = ()


def selections(errand: Errand, search: Search) -> Iterator[Selection]:
    """Ever better purchases, at least one, the first within moments.

    What is best as if nothing closed and time did not matter is best anyway when it fits; only when it does
    not, the errand is solved with its doors and its budget.
    """
    if not errand.free.items:
        yield Selection((), proven=True, nearest_first=0.0)
        return
    rival: Found | None = None
    hurried: Iterator[Selection] | None = None
    fits = False
    for found in _better(errand.free, _half(search) if _is_tight(errand) else search):
        fits = _fits(errand, found)
        if fits:
            rival = rival or _rival(errand.free)
            yield _everything(errand, found, rival)
            search, hurried = msgspec.structs.replace(search, warm=found.tour), None
        elif hurried is None:
            hurried = _what_fits(errand, search)
            yield next(hurried)
            if errand.budget is not None and found.seconds > HOPELESS * errand.budget:
                break
    if not fits:
        yield from hurried or _what_fits(errand, search)


def _is_tight(errand: Errand) -> bool:
    return errand.budget is not None or bool(errand.doors)


def _half(search: Search) -> Search:
    """A search that leaves half of the time for another one."""
    now = monotonic()
    return msgspec.structs.replace(search, deadline=now + (search.deadline - now) / 2)


def _better(task: Task, search: Search) -> Iterator[Found]:
    """The solver's tours that have all they must."""
    start = search.warm or None
    found = better(task, seed=search.seed, rounds=search.rounds, deadline=search.deadline, start=start)
    return (one for one in found if one.cost < math.inf)


def _limited(errand: Errand, task: Task, search: Search) -> Iterator[Found]:
    """Tours within doors and budget; without a deadline more budget never leaves out more by weight."""
    if errand.budget is None or search.deadline < math.inf or search.rounds == 0:
        return _better(task, search)
    found = within(task, seed=search.seed, rounds=search.rounds, start=search.warm or None)
    return (one for one in found if one.cost < math.inf)


def _fits(errand: Errand, found: Found) -> bool:
    """Whether a tour found without doors and budget keeps them all the same, with no wait at a door."""
    task = errand.free
    lines = Counter(site for sellers in found.sellers[: len(errand.choice.wanted)] for site in sellers)
    here, clock = task.start, 0.0
    for site in found.tour:
        clock += float(task.travel[here][site])
        if not any(opens <= clock <= closes for opens, closes in errand.tight.open(site)):
            return False
        clock += float(task.stop[site]) + lines[site] * errand.ground.pace.item.value
        here = site
    return found.seconds <= errand.tight.latest


def _rival(task: Task) -> Found | None:
    return settle(task, nearest_first(task))


def _everything(errand: Errand, found: Found, rival: Found | None) -> Selection:
    best = _by_floor(errand, errand.free, found)
    seconds = None
    if rival is not None and rival.cost < math.inf:
        seconds = max(best.seconds, rival.cost - (best.cost - best.seconds))
    return Selection(_purchases(errand, best), best.seconds, proven=found.proven, nearest_first=seconds)


def _what_fits(errand: Errand, search: Search) -> Iterator[Selection]:
    """Ever better selections within doors and budget; without pins when those cannot be kept."""
    for task in (errand.tight, task_of(errand, tight=True, pinned=False)):
        rival, some = _rival(task), False
        count = None if rival is None else _lines(errand, rival)
        for found in _limited(errand, task, search):
            some = True
            best = _by_floor(errand, task, found)
            purchases = _purchases(errand, best)
            yield Selection(purchases, best.seconds, proven=found.proven, nearest_first_items=count)
        if some:
            return
    yield Selection(())


def _lines(errand: Errand, found: Found) -> int:
    return sum(bool(sellers) for sellers in found.sellers[: len(errand.choice.wanted)])


def _by_floor(errand: Errand, task: Task, found: Found) -> Found:
    """``found`` with the sites of a floor together, by their numbers, where that costs nothing."""
    begin, end = len(task.first), len(found.tour) - len(task.last)
    floors: dict[tuple[str, int], dict[int, list[int]]] = {}
    for number in found.tour[begin:end]:
        site = errand.choice.sites[number]
        zones = floors.setdefault((site.building.id, site.level or 1), {})
        zones.setdefault(site.node, []).append(number)
    middle = [number for zones in floors.values() for zone in zones.values() for number in sorted(zone)]
    tidy = settle(task, (*found.tour[:begin], *middle, *found.tour[end:]))
    return tidy if tidy is not None and tidy.cost <= found.cost + 1e-6 else found


def _purchases(errand: Errand, found: Found) -> tuple[Purchase, ...]:
    """The stops of ``found`` with their lines; a stop without any stays only when it is pinned."""
    lines = found.sellers[: len(errand.choice.wanted)]
    seen = {site for sellers in found.sellers for site in sellers}
    pinned = {site for inner in errand.choice.pinned.values() for site in inner}
    return tuple(
        Purchase(site, tuple(item for item, sellers in enumerate(lines) if site in sellers))
        for site in found.tour
        if site in seen or site in pinned
    )
