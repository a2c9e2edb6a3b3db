import math
import random
from itertools import pairwise

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.route.solver.batch import Batch, batch_of, padded, slack
from hqguide.route.solver.beam import applies
from hqguide.route.solver.better import solve
from hqguide.route.solver.labels import least_cost_tour
from hqguide.route.solver.model import Model, model_of
from hqguide.route.solver.order import as_listed, fewest_stops, nearest_first
from hqguide.route.solver.punctual import punctual
from hqguide.route.solver.recreate import Wish, recreate
from hqguide.route.solver.reorder import shorten
from hqguide.route.solver.ruin import ruined
from hqguide.route.solver.settle import begin_times, settle
from hqguide.route.solver.subsets import prove
from hqguide.route.solver.task import Task
from hqguide.route.solver.trim import trim
from tests.route.solver_tasks import faults, scattered, tasks


def everything(model: Model, seed: int = 0, size: int = 3) -> Batch:
    """A batch of ways over all nodes, each in an order of its own."""
    rng = random.Random(seed)  # noqa: S311 - a synthetic order
    free = [node for node in range(1, model.end) if node not in (*model.first, *model.last)]
    ways = [[*model.first, *rng.sample(free, len(free)), *model.last] for _ in range(size)]
    return batch_of(model, *padded(model, ways))


def wish(model: Model, size: int) -> Wish:
    nothing = np.zeros(size)
    return Wish(model.dearest / 8, nothing, nothing.astype(np.intp), nothing)


def timed(count: int, seed: int) -> Task:
    """Visits to points of a plane in windows around the times of one walk through them."""
    rng = random.Random(seed)  # noqa: S311 - a synthetic errand
    spots = [(rng.randrange(100), rng.randrange(100)) for _ in range(count + 1)]
    clock, windows = 0.0, [(0.0, 10_000.0)]
    for here, there in pairwise(spots):
        clock += math.dist(here, there)
        windows.append((max(0.0, clock - rng.randrange(60)), clock + rng.randrange(60)))
    return Task(
        travel=tuple(tuple(math.dist(a, b) for b in spots) for a in spots),
        start=0,
        end=0,
        stop=(0.0,) * len(spots),
        offers=tuple(((site, 0.0),) for site in range(1, count + 1)),
        windows=tuple((window,) for window in windows),
        waiting=0.0,
    )


@settings(max_examples=60, deadline=None)
@given(tasks())
def test_a_batch_counts_the_same_cost_as_the_exact_bill(task: Task) -> None:
    model = model_of(task)
    batch = everything(model)
    line = [task.line(item) * task.wanted(item) for item in range(task.items)]
    for row in range(batch.size):
        found = settle(task, model.sites(batch.way[row, 1 : 1 + batch.count[row]].tolist()))
        if (
            found is None
            or found.missed
            or len(set(model.nodes)) < len(model.nodes) - (task.end == task.start)
        ):
            continue
        if task.windows or task.latest < math.inf or task.line_seconds:
            continue
        assert batch.cost()[row] + sum(line) == pytest.approx(found.cost, rel=1e-5)


@settings(max_examples=60, deadline=None)
@given(tasks(plain=True), st.integers(0, 9))
def test_shortening_keeps_the_stops_and_never_lengthens(task: Task, seed: int) -> None:
    model = model_of(task)
    batch = everything(model, seed)
    before = batch.cost()
    stops = np.sort(batch.way, axis=1)
    shorten(model, batch.way, batch.count)
    assert (np.sort(batch.way, axis=1) == stops).all()
    assert (batch.cost() <= before + 1e-3).all()


@settings(max_examples=60, deadline=None)
@given(tasks(), st.integers(0, 9))
def test_trimming_never_costs_more_and_keeps_prices_in_step(task: Task, seed: int) -> None:
    model = model_of(task)
    batch = everything(model, seed)
    before = batch.busy() + batch.bought()
    trim(batch)
    assert (batch.busy() + batch.bought() <= before + 1e-3).all()
    again = batch_of(model, batch.way, batch.count)
    assert batch.best == pytest.approx(again.best)


@settings(max_examples=60, deadline=None)
@given(tasks(), st.integers(0, 9))
def test_ruining_and_filling_keeps_what_is_fixed_and_prices_in_step(task: Task, seed: int) -> None:
    model = model_of(task)
    rng = np.random.default_rng(seed)
    full = everything(model, seed)
    batch = ruined(model, full.way, full.count, rng)
    recreate(batch, wish(model, batch.size), rng)
    again = batch_of(model, batch.way, batch.count)
    assert batch.best == pytest.approx(again.best)
    for way, count in zip(batch.way, batch.count, strict=True):
        stops = way[1 : 1 + count].tolist()
        assert len(set(stops)) == len(stops)
        assert tuple(stops[: len(model.first)]) == model.first
        assert tuple(stops[len(stops) - len(model.last) :]) == model.last
        assert (way[1 + count :] == model.end).all()


def test_times_of_a_batch_are_those_of_the_slow_walk() -> None:
    task = timed(9, 4)
    opens = tuple(((hours[0][0], math.inf),) for hours in task.windows)
    easy = Task(travel=task.travel, start=0, end=0, stop=task.stop, offers=task.offers, windows=opens)
    batch = everything(model_of(easy), size=6)
    begins, latest = slack(batch, batch.dwell())
    for way, fast in zip(batch.way, begins, strict=True):
        slow, late = begin_times(easy, [*way[:-1], 0], [0.0] * len(way))
        assert late == -1
        assert fast == pytest.approx(slow)
    assert (latest == math.inf).all()


def test_a_proof_agrees_with_long_search_and_gives_up_on_what_is_too_much() -> None:
    task = scattered(10, 40, 5)
    model = model_of(task)
    way = prove(model, math.inf, lambda: False)
    assert way is not None
    found = settle(task, model.sites(way))
    assert found is not None
    assert found.cost <= solve(task, rounds=0).cost
    assert prove(model, math.inf, lambda: True) is None
    assert prove(model_of(scattered(15, 40, 5)), math.inf, lambda: False) is None
    assert least_cost_tour(scattered(9, 20, 1), math.inf, lambda: False) is None
    assert least_cost_tour(scattered(4, 20, 1), math.inf, lambda: True) is None


def test_narrow_hours_are_kept_and_proven_and_wide_ones_kept() -> None:
    for seed in (1, 2):
        task = timed(14, seed)
        model = model_of(task)
        assert applies(model)
        ways = punctual(model, [], np.random.default_rng(0), lambda step: step / 4)
        proven = [way for way, best in ways if best]
        assert proven
        found = solve(task, rounds=6)
        assert faults(task, found) == []
        assert (found.proven, found.missed) == (True, 0)
        assert found.cost == pytest.approx(settle(task, model.sites(proven[-1])).cost)  # type: ignore[union-attr]


def test_hours_that_no_order_keeps_leave_visits_out() -> None:
    plain = timed(12, 3)
    windows = (plain.windows[0], *(((0.0, 30.0),) for _ in plain.windows[1:]))
    task = Task(
        travel=plain.travel,
        start=0,
        end=0,
        stop=plain.stop,
        offers=plain.offers,
        windows=windows,
        waiting=0.0,
    )
    found = solve(task, rounds=4)
    assert 0 < found.missed < 12
    assert faults(task, found) == []


def test_simple_rules_do_what_they_say() -> None:
    travel = ((0.0, 1.0, 5.0, 9.0), (1.0, 0.0, 4.0, 8.0), (5.0, 4.0, 0.0, 4.0), (9.0, 8.0, 4.0, 0.0))
    offers = (((1, 0.0), (3, 0.0)), ((2, 0.0), (3, 0.0)))
    task = Task(travel=travel, start=0, end=0, stop=(0.0, 2.0, 2.0, 2.0), offers=offers)
    assert nearest_first(task) == (1, 2)
    assert fewest_stops(task) == (3,)
    hurried = Task(
        travel=travel,
        start=0,
        end=0,
        stop=(0.0, 2.0, 2.0, 2.0),
        offers=offers,
        latest=8.0,
        line_seconds=(3.0, 3.0),
    )
    assert nearest_first(hurried) == (1,)
    assert fewest_stops(hurried) == (1,)


def test_when_time_is_short_the_line_worth_least_is_left() -> None:
    task = Task(
        travel=((0.0, 10.0), (10.0, 0.0)),
        start=0,
        end=0,
        stop=(0.0, 5.0),
        offers=(((1, 0.0),), ((1, 0.0),), ((1, 0.0),)),
        line_seconds=(10.0, 10.0, 10.0),
        penalty=(100.0, 50.0, 200.0),
        latest=45.0,
    )
    found = settle(task, (1,))
    assert found is not None
    assert found.sellers == ((1,), (), (1,))
    assert (found.seconds, found.cost) == (45.0, 95.0)
    assert (
        settle(Task(travel=task.travel, start=0, end=0, stop=task.stop, offers=(), latest=20.0), (1,)) is None
    )


def test_the_list_from_top_to_bottom_goes_to_the_surest_seller_unless_a_stop_before_sells_it() -> None:
    task = Task(
        travel=tuple(tuple(abs(a - b) * 10.0 for b in range(4)) for a in range(4)),
        start=0,
        end=0,
        stop=(0.0, 5.0, 5.0, 5.0),
        offers=(((3, 0.0), (1, 2.0)), ((1, 0.0), (3, 9.0)), ((2, 0.0),)),
    )
    assert as_listed(task) == (3, 2)
    assert as_listed(msgspec.structs.replace(task, quotes=(1, 2, 1))) == (3, 1, 2)
