import math
import random

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.route.solver import longlist
from hqguide.route.solver.batch import batch_of, padded
from hqguide.route.solver.better import solve
from hqguide.route.solver.model import Model, model_of
from hqguide.route.solver.order import nearest_first
from hqguide.route.solver.refill import Detours, Filling, Offers, trimmed
from hqguide.route.solver.settle import settle
from hqguide.route.solver.task import Task
from tests.route.solver_tasks import faults, scattered, tasks


def costs(model: Model, way: list[int]) -> float:
    """What a batch says that a way from start to end costs."""
    return float(batch_of(model, *padded(model, [way[1:-1]])).cost()[0])


def all_nodes(model: Model, seed: int) -> list[int]:
    """A way from start to end over all nodes, what comes first and last in its place."""
    rng = random.Random(seed)  # noqa: S311 - a synthetic order
    free = [node for node in range(1, model.end) if node not in (*model.first, *model.last)]
    return [0, *model.first, *rng.sample(free, len(free)), *model.last, model.end]


def slow_detour(model: Model, way: list[int], node: int) -> float:
    """The least detour by ``node`` over all edges that may be opened, the slow obvious way."""
    edges = range(len(model.first), len(way) - 1 - len(model.last))
    travel = model.travel.astype(float)
    return min(
        float(travel[way[e], node] + travel[node, way[e + 1]] - travel[way[e], way[e + 1]]) for e in edges
    )


@settings(max_examples=60, deadline=None)
@given(tasks(plain=True), st.integers(0, 9), st.data())
def test_the_table_of_detours_follows_the_way_it_belongs_to(
    task: Task, seed: int, data: st.DataObject
) -> None:
    fixed = [site for site in range(task.sites) if site not in (task.start, task.end)]
    model = model_of(msgspec.structs.replace(task, first=tuple(fixed[:1]), last=tuple(fixed[1:2])))
    way = all_nodes(model, seed)
    detours = Detours(model, way)
    nodes = np.arange(len(model.nodes))
    for _ in range(3):
        free = way[1 + len(model.first) : len(way) - 1 - len(model.last)]
        kept = data.draw(st.permutations(free))[: data.draw(st.integers(0, len(free)))]
        way = [0, *model.first, *kept, *model.last, model.end]
        detours.follow(way)
        expected = [slow_detour(model, way, int(node)) for node in nodes]
        assert detours.least(nodes, ()) == pytest.approx(expected, abs=1e-3)


@settings(max_examples=60, deadline=None)
@given(tasks(plain=True), st.integers(0, 9))
def test_trimming_counts_what_the_way_costs_and_never_makes_it_dearer(task: Task, seed: int) -> None:
    model = model_of(task)
    way = all_nodes(model, seed)
    before = costs(model, way)
    cost = trimmed(model, way)
    assert cost == pytest.approx(costs(model, way), rel=1e-5)
    assert cost <= before + 1e-2


@settings(max_examples=60, deadline=None)
@given(tasks(plain=True), st.integers(0, 9))
def test_a_way_that_is_filled_has_everything_and_no_node_twice(task: Task, seed: int) -> None:
    model = model_of(task)
    bare = [0, *model.first, *model.last, model.end]
    filling = Filling(model, Offers(model), list(bare), 0.4, np.random.default_rng(seed))
    filling.lay(Detours(model, bare), (), ())
    filling.fill(model.dearest / 8)
    assert len(set(filling.way)) == len(filling.way)
    found = settle(task, model.sites(filling.way[1:-1]))
    assert found is not None
    assert found.missed == 0


@pytest.mark.parametrize("fixed", [{}, {"first": (7, 3), "last": (11,), "end": None}])
def test_a_long_list_is_searched_one_way_at_a_time_and_gets_ever_better(fixed: dict[str, object]) -> None:
    task = msgspec.structs.replace(scattered(220, 700, 3), **fixed)
    model = model_of(task)
    assert longlist.applies(model)
    start = model.ways(task, nearest_first(task))
    found = [settle(task, nearest_first(task))]
    for way in longlist.improved(model, start, np.random.default_rng(1), lambda step: step / 12):
        found.append(settle(task, model.sites(way)))
        assert tuple(way[: len(model.first)]) == model.first
        assert tuple(way[len(way) - len(model.last) :]) == model.last
    bills = [one.cost for one in found if one is not None]
    assert len(bills) == len(found) > 3
    assert bills == sorted(bills, reverse=True)
    assert bills[-1] < 0.9 * bills[0]


def test_a_long_list_comes_out_the_same_again_and_stands_up_to_a_second_opinion() -> None:
    task = scattered(220, 700, 5)
    found = solve(task, rounds=6, seed=2)
    assert found == solve(task, rounds=6, seed=2)
    assert faults(task, found) == []


def test_limits_quotes_and_short_lists_are_searched_many_ways_at_a_time() -> None:
    long = scattered(220, 700, 5)
    assert not longlist.applies(model_of(scattered(30, 80, 1)))
    limited = msgspec.structs.replace(long, latest=5000.0, penalty=(1e5,) * 220)
    assert not longlist.applies(model_of(limited))
    assert not longlist.applies(model_of(msgspec.structs.replace(long, quotes=(2,) * 220)))


def test_items_that_are_not_worth_their_walk_are_left() -> None:
    plain = scattered(220, 700, 6)
    task = msgspec.structs.replace(plain, penalty=tuple(20.0 if i % 2 else math.inf for i in range(220)))
    found = solve(task, rounds=4)
    assert faults(task, found) == []
    assert found.missed == 0
    assert any(not at for at in found.sellers)


def test_a_way_without_stops_that_may_go_is_left_alone() -> None:
    task = msgspec.structs.replace(scattered(220, 700, 7), penalty=(0.5,) * 220)
    found = solve(task, rounds=2)
    assert (found.tour, found.cost) == ((), 110.0)
