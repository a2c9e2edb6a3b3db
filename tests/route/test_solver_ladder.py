import math
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.route.solver.ladder import RUNGS, cuts, within
from hqguide.route.solver.order import as_listed, fewest_stops, framed, nearest_first
from hqguide.route.solver.settle import settle
from hqguide.route.solver.task import Found, Task
from tests.route.solver_tasks import WINDOWS, faults, scattered, tasks

SHORT = (60.0, 120.0, 250.0, 500.0)


def last(task: Task, rungs: tuple[float, ...] = SHORT, start: tuple[int, ...] | None = None) -> Found:
    """The tour that the climb ends with."""
    return list(within(task, seed=1, rounds=12, rungs=rungs, start=start))[-1]


def left_out(task: Task, found: Found) -> float:
    """The penalties of what is left out, by the sellers alone; ``inf`` for a walk that cannot be kept."""
    if found.cost == math.inf:
        return math.inf
    assert faults(task, found) == []
    wanted = [min(task.quotes[i] if task.quotes else 1, len(task.offers[i])) for i in range(task.items)]
    shares = ((some - len(at)) / some for some, at in zip(wanted, found.sellers, strict=True))
    return math.fsum(share * cost for share, cost in zip(shares, task.penalty, strict=True))


@st.composite
def long_lists(draw: st.DrawFn) -> Task:
    """Errands of nine to thirty lines that may be left out, some dear ones, with doors or without."""
    items = draw(st.integers(9, 30))
    plain = scattered(items, draw(st.integers(8, 40)), draw(st.integers(0, 999)))
    hours = draw(st.booleans())
    return msgspec.structs.replace(
        plain,
        travel=tuple(tuple(way / 10 for way in row) for row in plain.travel),
        stop=tuple(stop / 10 for stop in plain.stop),
        line_seconds=tuple(draw(st.sampled_from([0.0, 5.0])) for _ in range(items)),
        penalty=tuple(draw(st.sampled_from([1e5, 1e5, 1e6])) for _ in range(items)),
        windows=tuple(draw(st.sampled_from(WINDOWS)) for _ in plain.stop) if hours else (),
        end=draw(st.sampled_from([None, 0])),
    )


@settings(max_examples=40, deadline=None)
@given(long_lists(), st.integers(0, 600), st.integers(1, 200))
def test_more_time_never_leaves_out_more_of_a_long_list(task: Task, limit: int, more: int) -> None:
    left = []
    for latest in (float(limit), float(limit + more)):
        errand = msgspec.structs.replace(task, latest=latest)
        left.append(left_out(errand, last(errand)))
    assert left[0] >= left[1]


@settings(max_examples=60, deadline=None)
@given(tasks(most_items=5), st.integers(0, 300), st.integers(1, 200))
def test_more_time_never_leaves_out_more_of_a_short_list_with_any_wishes(
    task: Task, limit: int, more: int
) -> None:
    easy = msgspec.structs.replace(task, must=(), penalty=(1e5,) * task.items)
    left = []
    for latest in (float(limit), float(limit + more)):
        errand = msgspec.structs.replace(easy, latest=latest)
        left.append(left_out(errand, last(errand)))
    assert left[0] >= left[1]


@settings(max_examples=40, deadline=None)
@given(long_lists(), st.integers(0, 600))
def test_a_rule_cut_off_when_time_is_up_and_a_tour_cut_to_it_never_leave_out_less(
    task: Task, latest: int
) -> None:
    errand = msgspec.structs.replace(task, latest=float(latest))
    own = framed(task, range(1, task.sites, 2))
    best = left_out(errand, last(errand, start=own))
    for tour in (nearest_first(task), fewest_stops(task), as_listed(task), own):
        for stops in range(len(tour) + 1):
            found = settle(task, tour[:stops])
            if found is not None and found.seconds <= latest:
                assert best <= left_out(errand, found)


def test_each_tour_leaves_out_no_more_than_the_one_before_and_comes_again() -> None:
    task = msgspec.structs.replace(scattered(30, 90, 2), penalty=(1e5,) * 30, latest=1900.0)
    found = list(within(task, seed=3, rounds=12))
    assert found == list(within(task, seed=3, rounds=12))
    left = [left_out(task, one) for one in found]
    assert left == sorted(left, reverse=True)
    assert all(one.seconds <= 1900.0 for one in found)
    assert not any(one.proven for one in found)
    rival = settle(task, nearest_first(task))
    assert rival is not None
    assert left[-1] < left_out(task, rival)


@pytest.mark.parametrize("latest", [100.0, 120.0, 180.0])
def test_a_few_lines_are_proven_best_under_the_limit_itself(latest: float) -> None:
    task = msgspec.structs.replace(
        scattered(6, 12, 5),
        travel=tuple(tuple(way / 10 for way in row) for row in scattered(6, 12, 5).travel),
        stop=(0.0,) * 13,
        penalty=(1e5,) * 6,
        latest=latest,
    )
    assert last(task).proven


def test_what_cannot_be_kept_at_all_is_an_empty_tour_that_costs_more_than_anything() -> None:
    plain = scattered(9, 20, 1)
    task = msgspec.structs.replace(plain, penalty=(1e5,) * 9, first=(3,), latest=10.0)
    found = list(within(task, rounds=6))
    assert [(one.tour, one.cost) for one in found] == [((), math.inf)]


def test_cuts_take_one_stop_at_a_time_and_keep_what_comes_first_and_last() -> None:
    plain = scattered(12, 30, 4)
    task = msgspec.structs.replace(plain, first=(5,), last=(9,), penalty=(1e5,) * 12)
    tour = framed(task, range(1, 31))
    short = list(cuts(task, tour))
    assert short[0] == tour
    assert short[-1] == (5, 9)
    for longer, shorter in pairwise(short):
        assert len(shorter) == len(longer) - 1
        assert [site for site in longer if site in shorter] == list(shorter)
    had = [sum(any(site in one for site, _ in offers) for offers in task.offers) for one in short]
    assert had[12] == 12


def test_the_rungs_rise_to_a_week() -> None:
    assert list(RUNGS) == sorted(set(RUNGS))
    assert RUNGS[-1] == 7 * 24 * 3600
