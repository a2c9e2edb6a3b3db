import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.route.solver.better import better, solve
from hqguide.route.solver.order import as_listed, fewest_stops, framed, nearest_first
from hqguide.route.solver.settle import settle
from hqguide.route.solver.task import Task
from tests.route.solver_tasks import faults, least, scattered, tasks


@settings(max_examples=80, deadline=None)
@given(tasks())
def test_no_tour_at_all_is_better_than_what_is_found_for_a_small_errand(task: Task) -> None:
    found, best = solve(task, rounds=20), least(task)
    if best is None:
        assert found.tour == ()
        assert found.cost == math.inf
    else:
        assert found.missed <= best.missed
        assert best.missed or found.cost <= best.cost + 1e-6


@settings(max_examples=80, deadline=None)
@given(tasks(plain=True))
def test_a_small_errand_without_limits_is_proven_and_costs_what_the_best_of_all_tours_does(
    task: Task,
) -> None:
    found, best = solve(task, rounds=5), least(task)
    assert best is not None
    assert found.proven
    assert found.cost == pytest.approx(best.cost)


@settings(max_examples=60, deadline=None)
@given(tasks(), st.integers(0, 3))
def test_every_tour_yielded_stands_up_to_a_second_opinion_and_beats_the_one_before(
    task: Task, seed: int
) -> None:
    found = list(better(task, seed=seed, rounds=4))
    best = least(task)
    for one in found if best else ():
        assert faults(task, one) == []
    ranks = [one.rank for one in found]
    assert ranks == sorted(ranks, reverse=True) or found[-1].proven


@settings(max_examples=60, deadline=None)
@given(tasks(), st.randoms(use_true_random=False))
def test_what_is_found_is_never_worse_than_the_simple_rules_or_the_tour_given(
    task: Task, rng: object
) -> None:
    given_tour = framed(task, range(task.sites))
    found = solve(task, rounds=0, start=given_tour)
    for rival in (given_tour, nearest_first(task), fewest_stops(task), as_listed(task)):
        settled = settle(task, rival)
        if settled is not None:
            assert found.rank <= settled.rank


@settings(max_examples=40, deadline=None)
@given(tasks(most_items=5))
def test_more_time_never_leaves_out_more_by_weight(task: Task) -> None:
    weights = tuple(1000.0 * 2**item for item in range(task.items))
    left = []
    for latest in (0.0, 80.0, 160.0, 320.0):
        errand = Task(
            travel=task.travel,
            start=task.start,
            end=None,
            stop=task.stop,
            offers=task.offers,
            penalty=weights,
            latest=latest,
        )
        found = solve(errand, rounds=20)
        left.append(sum(weight for weight, at in zip(weights, found.sellers, strict=True) if not at))
    assert left == sorted(left, reverse=True)


@pytest.mark.parametrize("limits", [{}, {"latest": 2500.0, "penalty": (5000.0,) * 40}])
def test_a_long_list_beats_the_simple_rules_by_far(limits: dict[str, object]) -> None:
    plain = scattered(40, 120, 1)
    task = Task(
        travel=plain.travel,
        start=0,
        end=0,
        stop=plain.stop,
        offers=plain.offers,
        **limits,  # type: ignore[arg-type]
    )
    found = solve(task, rounds=15)
    assert faults(task, found) == []
    assert not found.proven
    rivals = [settle(task, rule(task)) for rule in (nearest_first, fewest_stops)]
    assert found.cost < 0.9 * min(rival.cost for rival in rivals if rival is not None)


def test_the_same_seed_and_rounds_give_the_same_tours() -> None:
    task = scattered(30, 80, 4)
    assert list(better(task, seed=5, rounds=6)) == list(better(task, seed=5, rounds=6))
    costs = {solve(task, seed=seed, rounds=2).tour for seed in range(4)}
    assert len(costs) > 1


def test_a_deadline_that_has_passed_leaves_the_simple_tours() -> None:
    task = scattered(20, 80, 4)
    found = list(better(task, deadline=time.monotonic() - 1))
    rivals = [settle(task, rule(task)) for rule in (nearest_first, fewest_stops, as_listed)]
    assert found[-1].cost == min(rival.cost for rival in rivals if rival is not None)


def test_the_search_ends_with_its_deadline_by_the_clock_it_is_given() -> None:
    ticks = iter(range(10**6))
    found = list(better(scattered(20, 80, 4), deadline=30.0, clock=lambda: float(next(ticks))))
    assert next(ticks) < 60
    assert found


def test_twelve_items_are_proven_and_the_search_alone_comes_close() -> None:
    for seed in (1, 2):
        task = scattered(12, 60, seed)
        found = list(better(task))
        assert found[-1].proven
        assert found[-1].cost <= found[-2].cost <= 1.05 * found[-1].cost


def test_an_item_nobody_sells_does_not_keep_the_others_from_being_had_well() -> None:
    plain = scattered(20, 60, 2)
    task = Task(travel=plain.travel, start=0, end=0, stop=plain.stop, offers=(*plain.offers, ()))
    found = solve(task, rounds=10)
    assert found.missed == 1
    assert found.sellers[-1] == ()
    assert all(found.sellers[:-1])
    assert len(found.tour) <= len(solve(plain, rounds=10).tour) + 2


def test_sites_at_one_place_that_others_outdo_change_nothing() -> None:
    plain = scattered(18, 40, 3)
    size = plain.sites
    travel = tuple((*row, *row[1:]) for row in plain.travel)
    travel = (*travel, *travel[1:])
    offers = tuple((*pairs, (pairs[0][0] + size - 1, pairs[0][1] + 1.0)) for pairs in plain.offers)
    task = Task(travel=travel, start=0, end=0, stop=(*plain.stop, *plain.stop[1:]), offers=offers)
    assert solve(task, rounds=8).cost == pytest.approx(solve(plain, rounds=8).cost)


def test_an_errand_of_nothing_is_the_bare_way_and_proven() -> None:
    task = Task(travel=((0.0, 7.0), (7.0, 0.0)), start=0, end=1, stop=(0.0, 0.0), offers=())
    found = solve(task)
    assert (found.tour, found.cost, found.proven) == ((), 7.0, True)


def test_when_what_comes_first_cannot_be_kept_the_tour_is_empty() -> None:
    task = Task(
        travel=((0.0, 7.0), (7.0, 0.0)), start=0, end=0, stop=(0.0, 5.0), offers=(), first=(1,), latest=10.0
    )
    found = solve(task)
    assert (found.tour, found.cost) == ((), math.inf)
