"""Divide one list among several people who walk at once, so that the last of them is done early."""

import math
from collections import deque
from collections.abc import Sequence
from itertools import pairwise
from time import monotonic

from msgspec.structs import replace

from hqguide.errors import GuideError
from hqguide.route.errand import Errand, prepare_again
from hqguide.route.itinerary import Item, Itinerary
from hqguide.route.plan import written
from hqguide.route.selection import Purchase, Search, Selection, selections

MOST_PEOPLE = 9
_MOVES = 20
_GAIN_SECONDS = 30.0
_FIRST_SHARE, _MOVES_SHARE = 0.3, 0.3

Share = tuple[int, ...]
"""Numbers of the items one of the people buys."""


def split(errand: Errand, people: int, search: Search) -> tuple[tuple[Itinerary, tuple[Item, ...]], ...]:
    """An itinerary for each of ``people`` and the items it is for; together they are the whole list.

    The one walk over everything is cut into pieces of like length, so that each has halls of their own; then
    stops go over from whoever is out longest to whoever is done first, as long as that helps. What nobody
    sells is in the first itinerary. Raises :class:`GuideError` for no or too many people, and for pins that
    only one of them could keep.
    """
    if not 1 <= people <= MOST_PEOPLE:
        raise GuideError(f"a walk for {people} people", where="split", hint=f"Give 1 to {MOST_PEOPLE}.")
    if people > 1 and errand.pins.visited:
        pinned = ", ".join(errand.pins.visited)
        raise GuideError(f"who is to visit {pinned} is not said", where="split", hint="Leave such pins out.")
    whole = _best(errand, _until(search, _FIRST_SHARE))
    shares = _cut(errand, whole.purchases, people)
    shares = _balanced(errand, shares, _until(search, _MOVES_SHARE))
    left = [number for number in range(len(errand.choice.wanted)) if number not in {*sum(shares, ())}]
    shares[-1] = (*shares[-1], *left)
    lost = tuple(
        item for item in errand.items if item not in [wanted.item for wanted in errand.choice.wanted]
    )
    parts = []
    for number, share in enumerate(shares, start=1):
        items = (*_items(errand, share), *(lost if number == 1 else ()))
        part = prepare_again(errand, items)
        found = written(part, _best(part, _until(search, 1 / (people - number + 1))))
        parts.append((replace(found, part=number, parts=people) if people > 1 else found, items))
    return tuple(parts)


def _until(search: Search, share: float) -> Search:
    """``search`` with only a ``share`` of the time that is left."""
    now = monotonic()
    return replace(search, deadline=now + (search.deadline - now) * share)


def _best(errand: Errand, search: Search) -> Selection:
    return deque(selections(errand, search), maxlen=1)[0]


def _items(errand: Errand, share: Sequence[int]) -> tuple[Item, ...]:
    return tuple(errand.choice.wanted[number].item for number in sorted(share))


def _cut(errand: Errand, purchases: Sequence[Purchase], people: int) -> list[Share]:
    """``purchases`` cut into ``people`` runs so that the longest walk over one is short (dynamic program)."""
    count = len(purchases)
    times = [
        [_walk(errand, purchases[first:last]) for last in range(count + 1)] for first in range(count + 1)
    ]
    best = [[math.inf] * (count + 1) for _ in range(people + 1)]
    cuts = [[0] * (count + 1) for _ in range(people + 1)]
    best[0][0] = 0.0
    for one in range(1, people + 1):
        for last in range(count + 1):
            for first in range(last + 1):
                worst = max(best[one - 1][first], times[first][last])
                if worst < best[one][last]:
                    best[one][last], cuts[one][last] = worst, first
    runs, last = [], count
    for one in range(people, 0, -1):
        runs.append(purchases[cuts[one][last] : last])
        last = cuts[one][last]
    taken: set[int] = set()
    shares = []
    for run in reversed(runs):
        share = tuple(dict.fromkeys(n for purchase in run for n in purchase.wanted if n not in taken))
        taken.update(share)
        shares.append(share)
    return shares


def _walk(errand: Errand, run: Sequence[Purchase]) -> float:
    """Seconds from the start over the stops of ``run`` to the end."""
    if not run:
        return 0.0
    task = errand.free
    way = [task.start, *(purchase.site for purchase in run), *(() if task.end is None else (task.end,))]
    legs = sum(float(task.travel[a][b]) for a, b in pairwise(way))
    lines = sum(len(purchase.wanted) for purchase in run)
    stops = sum(float(task.stop[purchase.site]) for purchase in run)
    return legs + stops + lines * errand.ground.pace.item.value


def _balanced(errand: Errand, shares: list[Share], search: Search) -> list[Share]:
    """``shares`` with stops given from the longest walk to the shortest while the longest gets shorter."""
    quick = replace(search, rounds=0)
    found = [_best(prepare_again(errand, _items(errand, share)), quick) for share in shares]
    for _ in range(_MOVES):
        if monotonic() >= search.deadline:
            break
        moved = _one_move(errand, shares, found, quick)
        if moved is None:
            break
        shares, found = moved
    return shares


def _one_move(
    errand: Errand, shares: Sequence[Share], found: Sequence[Selection], quick: Search
) -> tuple[list[Share], list[Selection]] | None:
    """The move of one stop that helps most, ``None`` when none does."""
    times = [selection.seconds for selection in found]
    longest, shortest = times.index(max(times)), times.index(min(times))
    best = None
    for purchase in found[longest].purchases:
        # Numbers in a share's own plan count its items; they lead back to those of the whole list.
        stop = tuple(sorted(shares[longest])[number] for number in purchase.wanted)
        fewer = tuple(number for number in shares[longest] if number not in stop)
        more = (*shares[shortest], *stop)
        pair = [_best(prepare_again(errand, _items(errand, share)), quick) for share in (fewer, more)]
        worst = max(selection.seconds for selection in pair)
        if worst < times[longest] - _GAIN_SECONDS and (best is None or worst < best[0]):
            best = worst, fewer, more, pair
    if best is None:
        return None
    next_shares, next_found = list(shares), list(found)
    next_shares[longest], next_shares[shortest] = best[1], best[2]
    next_found[longest], next_found[shortest] = best[3]
    return next_shares, next_found
