"""The best tour under hours, a time limit or quotes, proven: every walk that is not outdone is followed.

A label is a walk so far: where it stands, what it has, how late it is and what it cost. Of two labels that
stand at one site with the same things had, the one that is later and costs more is dropped, also when the
earlier one has to wait.
"""

import math
from collections.abc import Callable, Iterator, Sequence

import msgspec

from hqguide.route.solver.settle import earliest
from hqguide.route.solver.task import Task, Tour

MOST_ITEMS = 8
# Labels that are followed at most.
_MOST_LABELS = 30_000
_EPSILON = 1e-7


class _Label(msgspec.Struct, frozen=True):
    """A walk so far; ``had`` counts the sellers of each item."""

    here: int
    had: Tour
    time: float
    cost: float
    tour: Tour


def least_cost_tour(task: Task, bound: float, stop: Callable[[], bool]) -> Tour | None:
    """The tour that no other undercuts; ``None`` if that is too much work or none costs ``bound`` or less."""
    if task.items + len(task.must) > MOST_ITEMS:
        return None
    return _Search(task, bound).best(stop)


class _Search:
    def __init__(self, task: Task, bound: float) -> None:
        self.task = task
        fixed = {task.start, task.end, *task.first, *task.last}
        must = [site for site in dict.fromkeys(task.must) if site not in fixed]
        self.wanted = [*(task.wanted(item) for item in range(task.items)), *(1 for _ in must)]
        self.line = [*(task.line(item) for item in range(task.items)), *(0.0 for _ in must)]
        self.share = [*(task.worth(i) / task.wanted(i) for i in range(task.items)), *(math.inf for _ in must)]
        offers = [*task.offers, *(((site, 0.0),) for site in must)]
        self.sold: dict[int, list[tuple[int, float]]] = {}
        for item, sellers in enumerate(offers):
            for site, cost in sellers:
                if cost + self.line[item] < self.share[item]:
                    self.sold.setdefault(site, []).append((item, cost))
        self.least = [
            min(share, min((cost for _, cost in sellers), default=math.inf) + line)
            for share, sellers, line in zip(self.share, offers, self.line, strict=True)
        ]
        self.middle = sorted(set(self.sold) - fixed)
        self.bound = bound + _EPSILON * max(1.0, abs(bound))
        self.tour: Tour | None = None
        self.known: dict[tuple[int, int, Tour, frozenset[int]], list[tuple[float, float]]] = {}

    def best(self, stop: Callable[[], bool]) -> Tour | None:
        """Follow all labels; ``None`` when there are too many, or no tour is within the bound."""
        task = self.task
        nothing = _Label(task.start, (0,) * len(self.wanted), 0.0, 0.0, ())
        labels = list(self._buy(nothing, 0))
        for number, site in enumerate(task.first, start=1):
            labels = [new for label in labels for new in self._visit(label, site, number)]
        work = 0
        while labels:
            work += 1
            if work > _MOST_LABELS or stop():
                return None
            label = labels.pop()
            self._finish(label)
            for site in self.middle:
                if site not in label.tour and any(label.had[i] < self.wanted[i] for i, _ in self.sold[site]):
                    labels += self._visit(label, site, len(task.first) + 1)
        return self.tour

    def _visit(self, label: _Label, site: int, stage: int, *, ends: bool = False) -> Iterator[_Label]:
        """Go to ``site``, with everything that can be had there or not."""
        task = self.task
        way = float(task.travel[label.here][site])
        begin = earliest(task.open(site), label.time + way)
        stay = 0.0 if ends else float(task.stop[site])
        if begin + stay > task.latest:
            return
        cost = label.cost + way + stay + task.waiting * (begin - label.time - way)
        tour = label.tour if ends else (*label.tour, site)
        there = _Label(site, label.had, begin + stay, cost, tour)
        if ends and (site == task.start or site in label.tour):
            # What is sold there has been offered already.
            yield there
        else:
            yield from self._buy(there, stage)

    def _buy(self, label: _Label, stage: int) -> Iterator[_Label]:
        bought = [label]
        for item, cost in self.sold.get(label.here, ()):
            if label.had[item] < self.wanted[item]:
                bought += [self._with(one, item, cost) for one in bought]
        yield from (
            one for one in bought if one.time <= self.task.latest and self._worth_following(one, stage)
        )

    def _with(self, label: _Label, item: int, cost: float) -> _Label:
        had = (*label.had[:item], label.had[item] + 1, *label.had[item + 1 :])
        line = self.line[item]
        return _Label(label.here, had, label.time + line, label.cost + line + cost, label.tour)

    def _worth_following(self, label: _Label, stage: int) -> bool:
        rest = (
            least * (wanted - had)
            for least, wanted, had in zip(self.least, self.wanted, label.had, strict=True)
        )
        if label.cost + sum(rest) > self.bound:
            return False
        quotes = max(self.wanted, default=1) > 1
        seen = self.known.setdefault(
            (stage, label.here, label.had, frozenset(label.tour) if quotes else frozenset()), []
        )
        # The earlier label may have to wait where the later one need not: it must then still be the cheaper.
        early = label.cost - self.task.waiting * label.time
        if any(time <= label.time and cost <= early + _EPSILON for time, cost in seen):
            return False
        seen[:] = [one for one in seen if one[0] < label.time or one[1] < early]
        seen.append((label.time, early))
        return True

    def _finish(self, label: _Label) -> None:
        """Walk on to the last sites and the end, and keep the tour when it is the best so far."""
        ways: Sequence[_Label] = [label]
        stage = len(self.task.first) + 2
        for number, site in enumerate(self.task.last):
            ways = [new for one in ways for new in self._visit(one, site, stage + number)]
        if self.task.end is not None:
            end, stage = self.task.end, stage + len(self.task.last)
            ways = [new for one in ways for new in self._visit(one, end, stage, ends=True)]
        for one in ways:
            missing = (
                share * (wanted - had)
                for share, wanted, had in zip(self.share, self.wanted, one.had, strict=True)
                if had < wanted
            )
            total = one.cost + sum(missing)
            if total <= self.bound and total < math.inf and (self.tour is None or total < self.bound):
                self.tour, self.bound = one.tour, total
