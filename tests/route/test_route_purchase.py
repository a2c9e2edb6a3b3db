import math
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.route.budget import lines_bought, most_lines, within
from hqguide.route.exact import MOST_ITEMS, exact
from hqguide.route.fill import fill
from hqguide.route.greedy import fewest_stops, nearest_first
from hqguide.route.polish import drop_idle, shorten
from hqguide.route.problem import Problem, by_floor
from hqguide.route.purchase import better_tours, default_rounds, solve
from hqguide.route.reduce import reduce
from tests.route.route_worlds import all_tours, problems


def least_cost(problem: Problem) -> float:
    return min(problem.cost(tour) for tour in all_tours(problem))


def scattered(items: int, sites: int, seed: int) -> Problem:
    """A larger synthetic problem on a plane; every item at three to eight sites."""
    rng = random.Random(seed)  # noqa: S311 - a synthetic problem
    floors = [(rng.uniform(0, 900), rng.uniform(0, 900)) for _ in range(max(2, sites // 5))]
    at = [rng.randrange(len(floors)) for _ in range(sites)]
    spots = [(450.0, 450.0), *(floors[floor] for floor in at), (450.0, 450.0)]
    offers: list[list[tuple[int, float]]] = [[] for _ in spots]
    for item in range(items):
        for site in rng.sample(range(1, sites + 1), min(sites, rng.randint(3, 8))):
            offers[site].append((item, rng.choice([0.0, 60.0, 240.0])))
    return Problem(
        travel=tuple(tuple(math.dist(a, b) for b in spots) for a in spots),
        stop=(0.0, *(100.0 for _ in at), 0.0),
        floor=(-1, *at, -2),
        offers=tuple(map(tuple, offers)),
        lines=(1,) * items,
        line_seconds=10.0,
    )


@settings(max_examples=60)
@given(problems(most_sites=6))
def test_the_exact_program_finds_the_least_cost_of_all_tours(problem: Problem) -> None:
    found = exact(problem, nearest_first(problem), effort=10**6)
    assert found is not None
    assert problem.cost(found) == pytest.approx(least_cost(problem))


@settings(max_examples=60)
@given(problems(most_sites=6))
def test_small_lists_are_solved_to_a_proven_optimum(problem: Problem) -> None:
    found = solve(problem, rounds=3)
    assert found.proven
    assert problem.cost(found.tour) == pytest.approx(found.cost)
    assert found.cost == pytest.approx(least_cost(problem))


@settings(max_examples=60)
@given(problems())
def test_no_tour_yielded_costs_more_than_the_one_before_or_than_the_simple_rules(problem: Problem) -> None:
    rivals = [problem.cost(rule(problem)) for rule in (nearest_first, fewest_stops)]
    costs = [found.cost for found in better_tours(problem, rounds=5, effort=0)]
    assert costs == sorted(costs, reverse=True)
    assert all(cost <= min(rivals) + 1e-6 for cost in costs)


@settings(max_examples=60)
@given(problems(most_sites=6))
def test_a_reduced_problem_has_the_same_least_cost(problem: Problem) -> None:
    reduced = reduce(problem)
    assert least_cost(reduced.problem) == pytest.approx(least_cost(problem))
    for tour in ((), nearest_first(reduced.problem)):
        assert reduced.problem.walk(tour) == pytest.approx(problem.walk(reduced.restore(tour)))
    for tour in (nearest_first(problem), fewest_stops(problem)):
        assert reduced.problem.cost(reduced.translate(tour)) <= problem.cost(tour) + 1e-6


def test_alike_items_are_merged_and_outdone_sites_dropped() -> None:
    flat = tuple((0.0,) * 5 for _ in range(5))
    offers = ((), ((0, 9.0), (1, 9.0)), ((0, 9.0), (1, 9.0), (2, 0.0)), ((2, 5.0),), ())
    problem = Problem(flat, (0.0, 60.0, 60.0, 60.0, 0.0), (-1, 0, 0, 0, -2), offers, (1, 1, 1), 10.0)
    smaller = reduce(problem)
    assert smaller.sites == (0, 2, 4)
    assert smaller.problem.lines == (2, 1)
    assert smaller.problem.offers[1] == ((0, 18.0), (1, 0.0))


@given(problems(), st.randoms(use_true_random=False))
def test_polishing_keeps_the_sites_and_never_lengthens(problem: Problem, rng: random.Random) -> None:
    tour = list(range(1, problem.end))
    rng.shuffle(tour)
    shorter = shorten(problem, tour)
    assert sorted(shorter) == sorted(tour)
    assert problem.walk(shorter) <= problem.walk(tour) + 1e-6
    grouped = by_floor(problem, tour)
    assert sorted(grouped) == sorted(tour)
    assert problem.walk(grouped) <= problem.walk(tour) + 1e-6


@given(problems())
def test_dropping_stops_never_costs_more_and_loses_no_item(problem: Problem) -> None:
    tour = list(range(1, problem.end))
    fewer = drop_idle(problem, tour)
    assert problem.covers(fewer)
    assert problem.cost(fewer) <= problem.cost(tour) + 1e-6


@given(problems(), st.integers(0, 99), st.sampled_from([0.0, 1.0, 500.0]))
def test_filling_covers_every_item_and_keeps_what_was_there(
    problem: Problem, seed: int, price: float
) -> None:
    begun = nearest_first(problem)[:1]
    full = fill(problem, begun, price, random.Random(seed))  # noqa: S311 - a synthetic search
    assert problem.covers(full)
    assert set(begun) <= set(full)
    assert len(set(full)) == len(full)


@settings(max_examples=60)
@given(problems(most_sites=5), st.sampled_from([0.0, 60.0, 200.0, 400.0, 900.0]))
def test_a_budget_is_kept_and_buys_as_much_as_any_tour_cut_off_would(problem: Problem, budget: float) -> None:
    tour = most_lines(problem, budget, rounds=30)
    bought = within(problem, tour, budget)
    lines = sum(len(items) for _, items in bought)
    stops = [site for site, _ in bought]
    if lines:
        assert problem.walk(stops) + problem.line_seconds * lines <= budget + 1e-6
    assert all(items for _, items in bought)
    simple = nearest_first(problem)
    cuts = [simple[:length] for length in range(len(simple) + 1)]
    assert lines >= max(
        lines_bought(problem, cut, budget) for cut in cuts if problem.walk(cut) <= budget or not cut
    )


def test_stops_that_time_is_too_short_to_use_are_left_out() -> None:
    flat = tuple((0.0,) * 4 for _ in range(4))
    offers = ((), ((0, 0.0),), ((1, 90.0),), ())
    problem = Problem(flat, (0.0, 60.0, 60.0, 0.0), (-1, 0, 1, -2), offers, (1, 1), 10.0)
    assert within(problem, (1, 2), 135.0) == [(1, (0,))]
    assert within(problem, (1, 2), 100.0) == []
    assert within(problem, (1, 2), 140.0) == [(1, (0,)), (2, (1,))]


def test_a_budget_search_finds_what_all_tours_allow_on_most_small_problems() -> None:
    reached = 0
    for seed in range(12):
        problem = scattered(6, 6, seed)
        budget = 0.6 * problem.walk(nearest_first(problem))
        best = max(lines_bought(problem, tour, budget) for tour in all_tours(problem))
        reached += lines_bought(problem, most_lines(problem, budget), budget) == best
    assert reached >= 11


def test_lists_of_ten_are_proven_and_the_search_alone_comes_close() -> None:
    for seed in (1, 2, 3):
        problem = scattered(10, 60, seed)
        proven = solve(problem)
        searched = solve(problem, effort=0, rounds=200)
        assert proven.proven
        assert not searched.proven
        assert proven.cost - 1e-6 <= searched.cost <= 1.03 * proven.cost


def test_longer_lists_beat_the_simple_rules_by_far_and_claim_no_proof() -> None:
    problem = scattered(MOST_ITEMS + 16, 120, 1)
    found = solve(problem, rounds=60)
    assert not found.proven
    assert found.cost < 0.8 * problem.cost(nearest_first(problem))


def test_a_list_too_hard_to_prove_is_searched_on() -> None:
    problem = scattered(12, 80, 2)
    found = solve(problem, effort=1000, rounds=400)
    assert not found.proven
    assert found.cost <= 1.01 * solve(problem).cost


def test_the_same_seed_gives_the_same_tour() -> None:
    problem = scattered(20, 80, 4)
    assert solve(problem, seed=5, rounds=25) == solve(problem, seed=5, rounds=25)


def test_a_deadline_that_has_passed_leaves_the_first_tour() -> None:
    problem = scattered(20, 80, 4)
    found = list(better_tours(problem, deadline=time.monotonic() - 1))
    assert len(found) == 1
    assert problem.covers(found[0].tour)


def test_work_is_cut_for_large_problems() -> None:
    assert default_rounds(scattered(5, 20, 1)) > default_rounds(scattered(60, 400, 1)) >= 3
