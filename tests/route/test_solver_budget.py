import math
from collections.abc import Sequence
from itertools import pairwise

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.route.solver import relax
from hqguide.route.solver import settle as settling
from hqguide.route.solver.batch import batch_of, padded
from hqguide.route.solver.better import better, solve
from hqguide.route.solver.model import model_of
from hqguide.route.solver.order import framed, nearest_first
from hqguide.route.solver.punctual import punctual
from hqguide.route.solver.settle import begin_times, settle
from hqguide.route.solver.task import Task
from tests.route.solver_tasks import faults, scattered, tasks


def budgeted(items: int, sites: int, latest: float) -> Task:
    plain = scattered(items, sites, 3)
    free = tuple(tuple((site, 0.0) for site, _ in offers) for offers in plain.offers)
    return msgspec.structs.replace(plain, offers=free, penalty=(5000.0,) * items, latest=latest)


def one_at_a_time(task: Task, tour: tuple[int, ...]) -> tuple[int, ...] | None:
    """The items had when the line worth least goes again and again: the slow obvious way."""
    way = settling.way_of(task, tour)
    had = settling._purchases(task, way)
    while True:
        _, late = begin_times(task, way, settling._dwell(task, way, had))
        if late < 0:
            return tuple(sorted(item for _, item, _ in had))
        early = [one for one in had if one[2] < late and task.line(one[1]) > 0]
        if not early:
            return None
        had.remove(min(early, key=lambda one: (one[0] / task.line(one[1]), one[1], one[2])))


@settings(max_examples=150, deadline=None)
@given(tasks(), st.data())
def test_lines_left_out_together_are_those_left_out_one_at_a_time(task: Task, data: st.DataObject) -> None:
    tour = framed(task, data.draw(st.permutations(range(task.sites))))
    found, slow = settle(task, tour), one_at_a_time(task, tour)
    if found is None:
        assert slow is None
    else:
        assert slow == tuple(sorted(item for item, at in enumerate(found.sellers) for _ in at))


def test_five_thousand_lines_are_cut_to_the_time_in_few_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    passes = []
    slow = settling.begin_times

    def counted(task: Task, way: Sequence[int], dwell: Sequence[float]) -> tuple[list[float], int]:
        passes.append(1)
        return slow(task, way, dwell)

    monkeypatch.setattr(settling, "begin_times", counted)
    task = Task(
        travel=((0.0, 10.0, 10.0), (10.0, 0.0, 10.0), (10.0, 10.0, 0.0)),
        start=0,
        end=0,
        stop=(0.0, 5.0, 5.0),
        offers=tuple(((1 + item % 2, 0.0),) for item in range(5000)),
        line_seconds=(10.0,) * 5000,
        penalty=tuple(100.0 + item for item in range(5000)),
        latest=1040.0,
    )
    found = settle(task, (1, 2))
    assert found is not None
    assert [item for item, at in enumerate(found.sellers) if at] == list(range(4900, 5000))
    assert len(passes) < 60


@settings(max_examples=60, deadline=None)
@given(tasks(), st.integers(0, 4), st.data())
def test_the_users_own_order_is_never_made_worse_by_the_search(
    task: Task, seed: int, data: st.DataObject
) -> None:
    own = tuple(data.draw(st.permutations(range(task.sites))))
    settled = settle(task, framed(task, own))
    if settled is not None:
        for found in better(task, seed=seed, rounds=2, start=own):
            assert found.rank <= settled.rank


def test_more_time_never_leaves_out_more_when_the_shorter_walk_is_the_start() -> None:
    tour: tuple[int, ...] | None = None
    left = []
    for latest in (800.0, 1600.0, 3200.0, 6400.0):
        task = budgeted(200, 600, latest)
        found = solve(task, rounds=4, start=tour)
        assert faults(task, found) == []
        left.append(sum(not at for at in found.sellers))
        tour = found.tour
    assert left == sorted(left, reverse=True)
    assert left[0] > left[-1]


def test_a_long_list_with_a_limit_buys_far_more_than_nearest_first() -> None:
    task = budgeted(200, 600, 4000.0)
    model = model_of(task)
    assert relax.applies(model)
    found, rival = solve(task, rounds=12), settle(task, nearest_first(task))
    assert rival is not None
    assert faults(task, found) == []
    assert sum(map(bool, found.sellers)) > 1.2 * sum(map(bool, rival.sellers))
    assert found == solve(task, rounds=12)


def test_a_way_is_cut_until_it_is_within_the_limit() -> None:
    model = model_of(budgeted(60, 450, 2000.0))
    way = list(range(1, 60))
    short = relax.cut(model, way)
    assert batch_of(model, *padded(model, [short])).busy()[0] <= model.latest
    assert [node for node in way if node in set(short)] == short
    assert 0 < len(short) < len(way)


@pytest.mark.parametrize("waiting", [0.0, 1.0])
def test_putting_visits_in_another_order_keeps_all_hours_and_every_visit_and_gets_better(
    waiting: float,
) -> None:
    plain = scattered(1, 40, 6)
    order = list(range(1, 41))
    clock, windows = 0.0, [((0.0, math.inf),)]
    for here, there in pairwise([0, *order]):
        clock += plain.travel[here][there]
        windows.append(((max(0.0, clock - 4000), clock + 4000),))
    task = Task(
        travel=plain.travel,
        start=0,
        end=0,
        stop=(0.0,) * 41,
        offers=tuple(((site, 0.0),) for site in order),
        windows=tuple(windows),
        waiting=waiting,
    )
    model = model_of(task)
    costs = [settle(task, order)]
    for way, _ in punctual(model, [order], np.random.default_rng(1), lambda step: 0.4 + step / 20):
        assert sorted(way) == order
        costs.append(settle(task, model.sites(way)))
    kept = [found.cost for found in costs if found is not None]
    assert len(kept) == len(costs) > 2
    assert kept == sorted(kept, reverse=True)
    assert kept[-1] < 0.9 * kept[0]
