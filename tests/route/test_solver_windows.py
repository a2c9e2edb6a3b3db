import itertools
import math
import random
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.route.solver.beam import length, walks
from hqguide.route.solver.better import better, solve
from hqguide.route.solver.labels import least_cost_tour
from hqguide.route.solver.mend import Mender
from hqguide.route.solver.model import Model, model_of
from hqguide.route.solver.punctual import punctual
from hqguide.route.solver.reinsert import Chain
from hqguide.route.solver.settle import settle
from hqguide.route.solver.stretch import Search, Stretches
from hqguide.route.solver.task import Task
from hqguide.route.solver.tolls import tolls
from hqguide.route.solver.windows import Hours, narrowed
from tests.route.solver_tasks import faults


@st.composite
def appointments(draw: st.DrawFn, least: int = 1, most: int = 6) -> Task:
    """Visits that must all be made, one-way travel, in windows that now and then leave no order."""
    count = draw(st.integers(least, most))
    rng = random.Random(draw(st.integers(0, 10_000)))  # noqa: S311 - a synthetic errand
    wide = draw(st.sampled_from([20, 60, 200]))
    task = appointed(count, rng, wide, draw(st.sampled_from([0.0, 1.0, 2.5])))
    if draw(st.booleans()):
        return task
    # Windows that have nothing to do with each other.
    begins = [draw(st.integers(0, 120)) for _ in range(count)]
    windows = (task.windows[0], *(((float(begin), begin + 40.0),) for begin in begins))
    return msgspec.structs.replace(task, windows=windows)


def appointed(count: int, rng: random.Random, wide: int, waiting: float) -> Task:
    """Visits to points of a plane, the window of each about the time of the walk through them in turn."""
    spots = [(rng.randrange(60), rng.randrange(60)) for _ in range(count + 1)]
    travel = [[math.dist(a, b) * rng.uniform(1, 1.2) for b in spots] for a in spots]
    stop = (0.0, *(float(rng.choice([0, 2])) for _ in range(count)))
    clock, windows = 0.0, [(0.0, 10_000.0)]
    for here in range(count):
        clock += stop[here] + travel[here][here + 1]
        windows.append((max(0.0, clock - rng.randrange(wide)), clock + rng.randrange(1, wide)))
    return Task(
        travel=travel,
        start=0,
        end=rng.choice([0, None]),
        stop=stop,
        offers=tuple(((site, 0.0),) for site in range(1, count + 1)),
        windows=tuple((window,) for window in windows),
        waiting=waiting,
    )


def orders(model: Model) -> Iterator[tuple[list[int], float]]:
    """Every order of the visits that keeps all hours, with its legs and its waiting: the slow obvious way."""
    stay = model.stop + np.isfinite(model.price) @ model.line
    for order in itertools.permutations(range(1, model.end)):
        clock = total = 0.0
        for here, there in itertools.pairwise([0, *order, model.end]):
            arrive = clock + model.travel[here, there]
            begin = max(arrive, model.opens[there])
            if begin > model.closes[there]:
                break
            total += model.travel[here, there] + model.waiting * (begin - arrive)
            clock = begin + stay[there]
        else:
            yield list(order), float(total)


def least_of(model: Model) -> float:
    """What the best of all orders comes to."""
    return min((cost for _, cost in orders(model)), default=math.inf)


def narrowed_surely(model: Model) -> Hours:
    hours = narrowed(model)
    assert hours is not None
    return hours


@settings(max_examples=60, deadline=None)
@given(appointments())
def test_what_hours_rule_out_is_in_no_order_that_keeps_them(task: Task) -> None:
    model = model_of(task)
    hours = narrowed(model)
    for order, _ in orders(model):
        assert hours is not None
        way = [0, *order, model.end]
        clock = 0.0
        for place, (here, there) in enumerate(itertools.pairwise(way), start=1):
            takes = hours.stay[here] + model.travel[here, there]
            assert hours.leg[here, there] == model.travel[here, there]
            assert hours.soonest[here, there] <= takes + 1e-9
            clock = max(clock + takes, model.opens[there])
            assert hours.soon[place, there] - 1e-6 <= clock <= hours.due[place, there] + 1e-6
            assert hours.opens[there] - 1e-6 <= clock <= hours.closes[there] + 1e-6
        assert not any(hours.before[b, a] for a, b in itertools.combinations(way, 2))


@settings(max_examples=80, deadline=None)
@given(appointments(), st.integers(0, 99))
def test_the_widest_search_finds_the_best_of_all_orders_whatever_the_tolls(task: Task, seed: int) -> None:
    model = model_of(task)
    hours, best = narrowed(model), least_of(model)
    if hours is None:
        assert best == math.inf
        return
    charged = np.random.default_rng(seed).uniform(-50, 50, size=model.end + 1)
    for charges in (tolls(hours), charged):
        found = list(walks(model, hours, charges, plan=((10_000, 0.0),)))
        assert [proven for *_, proven in found] == [True]
        way, cost, _ = found[0]
        assert cost == pytest.approx(best)
        assert (way is None) == (best == math.inf)
        assert way is None or length(model, hours, way) == cost


@settings(max_examples=50, deadline=None)
@given(appointments(least=2, most=7))
def test_a_small_errand_with_appointments_costs_what_the_best_of_all_orders_does(task: Task) -> None:
    model = model_of(task)
    ways = list(punctual(model, [], np.random.default_rng(0), lambda step: step / 3))
    best = least_of(model)
    if best == math.inf:
        assert ways == []
        return
    assert ways[-1][1]
    costs = [length(model, narrowed_surely(model), way) for way, _ in ways]
    assert costs[-1] == pytest.approx(best)
    found = solve(task, rounds=4)
    assert faults(task, found) == []
    assert found.cost == pytest.approx(best + sum(task.stop))


@settings(max_examples=60, deadline=None)
@given(appointments(least=3), st.integers(0, 99))
def test_an_order_offered_is_taken_when_it_keeps_all_hours_and_is_priced_to_the_bit(
    task: Task, seed: int
) -> None:
    model = model_of(task)
    slow = {tuple(order): cost for order, cost in orders(model)}
    if not slow:
        return
    rng = random.Random(seed)  # noqa: S311 - a synthetic choice
    way = rng.choice(sorted(slow))
    chain = Chain(model, way, random.Random(seed))  # noqa: S311 - a search
    for _ in range(8):
        start = rng.randint(1, len(way))
        stretch = chain.way[start : rng.randint(start + 1, len(way) + 1)]
        order = rng.sample(stretch, len(stretch))
        new = (*chain.way[1:start], *order, *chain.way[start + len(order) : -1])
        chain.offer(start, order, 1e12)
        assert (tuple(chain.way[1:-1]) == new) == (new in slow)
        assert chain.begins == chain.begin_times(chain.way)
        assert chain.cost == pytest.approx(slow[tuple(chain.way[1:-1])])
    chain.shuffle(0.0, 20)
    assert chain.cost == pytest.approx(slow[tuple(chain.way[1:-1])])
    assert chain.begins == chain.begin_times(chain.way)
    assert chain.least == pytest.approx(slow[tuple(chain.best[1:-1])])


def walked(waiting: float) -> tuple[Task, list[int]]:
    """A long errand and an order that keeps its hours."""
    task = appointed(40, random.Random(3), 150, waiting)  # noqa: S311 - a synthetic errand
    return task, list(range(1, 41))


def parts_of(model: Model, way: Sequence[int], starts: Sequence[int], size: int) -> Stretches:
    """Stretches of a way that is given from start to end, to be put in their best order."""
    stay = model.stop + np.isfinite(model.price) @ model.line
    begins, latest = [0.0], [float(model.closes[way[-1]])]
    for here, there in itertools.pairwise(way):
        begins.append(max(model.opens[there], begins[-1] + stay[here] + model.travel[here, there]))
    for here, there in itertools.pairwise(reversed(way)):
        latest.append(min(model.closes[there], latest[-1] - stay[there] - model.travel[there, here]))
    nodes = np.array([[*way[at : at + size], way[at - 1], way[at + size]] for at in starts])
    return Stretches(
        nodes=nodes,
        place=np.array(starts),
        leave=np.array([begins[at - 1] + (stay[way[at - 1]] if at > 1 else 0.0) for at in starts]),
        latest=np.array([latest[::-1][at + size] for at in starts]),
        price=model.travel[nodes[:, :, None], nodes[:, None, :]],
        limit=np.full(len(starts), np.inf),
        waiting=model.waiting,
    )


@pytest.mark.parametrize("size", [3, 5])
def test_stretches_solved_together_are_each_the_best_of_all_their_orders(size: int) -> None:
    task, order = walked(0.0)
    model = model_of(task)
    hours = narrowed_surely(model)
    way, starts = [0, *order, model.end], [2, 11, 20, 35]
    together = Search(hours, parts_of(model, way, starts, size), 10_000).run()
    for start, found in zip(starts, together, strict=True):
        inside = way[start : start + size]
        tried = [
            (length(model, hours, [*way[1:start], *new, *way[start + size : -1]]), new)
            for new in itertools.permutations(inside)
        ]
        assert found is not None
        got = [*way[1:start], *found.tolist(), *way[start + size : -1]]
        assert length(model, hours, got) == pytest.approx(min(tried)[0])


def test_a_narrow_search_says_that_it_cut_and_a_stopped_one_finds_nothing() -> None:
    task, order = walked(0.0)
    model = model_of(task)
    hours = narrowed_surely(model)
    parts = parts_of(model, [0, *order, model.end], [1], 40)
    narrow = Search(hours, parts, 2)
    assert not narrow.cut
    narrow.run()
    assert narrow.cut
    stopped = Search(hours, parts, 100)
    assert stopped.run(lambda: True) == [None]
    assert stopped.cut
    late = Search(hours, parts, 8, 1.0).run()[0]
    assert late is not None
    assert length(model, hours, late.tolist()) < math.inf


@pytest.mark.parametrize("waiting", [0.0, 1.0])
def test_mending_keeps_every_visit_and_all_hours_and_gets_better(waiting: float) -> None:
    task, order = walked(waiting)
    model = model_of(task)
    hours = narrowed_surely(model)
    chain = Chain(model, order, random.Random(1))  # noqa: S311 - a search
    mender = Mender(hours, hours.leg - tolls(hours), np.random.default_rng(1))
    before = chain.least
    for step in range(30):
        mender.mend(chain, step / 30)
        assert sorted(chain.way[1:-1]) == order
        assert chain.cost == pytest.approx(length(model, hours, chain.way[1:-1]))
    assert chain.least < before


def test_tolls_tell_more_than_none_and_stop_when_told() -> None:
    task, order = walked(0.0)
    model = model_of(task)
    hours = narrowed_surely(model)
    charges = tolls(hours)
    known = length(model, hours, order)
    found = {}
    for name, given_tolls in (("tolls", charges), ("none", np.zeros(model.end + 1))):
        found[name] = [cost for _, cost, _ in walks(model, hours, given_tolls, known, plan=((8, 0.0),))]
    assert min(found["tolls"], default=known) < min(found["none"], default=known)
    early = tolls(hours, lambda: True)
    assert np.isfinite(early).all()
    assert not np.array_equal(early, charges)


def test_the_same_seed_and_rounds_give_the_same_order() -> None:
    task, _ = walked(0.0)
    first, again = solve(task, seed=4, rounds=8), solve(task, seed=4, rounds=8)
    assert first == again
    assert first.missed == 0


def test_a_search_without_time_for_tables_still_keeps_the_order_it_was_given() -> None:
    task, order = walked(0.0)
    found = list(better(task, rounds=3, start=order))
    given_tour = settle(task, order)
    assert given_tour is not None
    assert found[-1].cost <= given_tour.cost
    late = list(punctual(model_of(task), [order], np.random.default_rng(0), lambda _: 1.0))
    assert late == [(order, False)]


def test_more_visits_than_tables_are_made_for_are_only_reinserted(monkeypatch: pytest.MonkeyPatch) -> None:
    task, order = walked(0.0)
    monkeypatch.setattr("hqguide.route.solver.punctual._MOST_VISITS", 10)
    monkeypatch.setattr("hqguide.route.solver.windows._MOST_DETOURS", 10)
    model = model_of(task)
    ways = [way for way, _ in punctual(model, [order], np.random.default_rng(0), lambda step: step / 20)]
    assert ways[0] == order
    hours = narrowed_surely(model)
    costs = [length(model, hours, way) for way in ways]
    assert costs == sorted(costs, reverse=True)
    assert costs[-1] < costs[0] < math.inf


def test_a_seller_at_the_start_and_the_end_is_one_seller_to_ask() -> None:
    task = Task(
        travel=((0.0, 0.0, 6.0), (0.0, 0.0, 6.0), (6.0, 6.0, 0.0)),
        start=0,
        end=0,
        stop=(0.0, 0.0, 0.0),
        offers=(((0, 0.0), (1, 0.0)), ((2, 0.0),)),
        penalty=(10.0, 10.0),
        quotes=(2, 1),
    )
    found = solve(task, rounds=4)
    assert (found.tour, found.cost, found.proven) == ((1,), 10.0, True)
    assert found.sellers == ((0, 1), ())


def test_an_earlier_walk_that_has_to_wait_does_not_outdo_a_later_one() -> None:
    far = {(0, 1): 6.0, (0, 2): 4.0, (0, 4): 9.0}
    travel = [[far.get((a, b), float(a != b)) for b in range(5)] for a in range(5)]
    task = Task(
        travel=travel,
        start=0,
        end=None,
        stop=(0.0,) * 5,
        offers=tuple(((site, 0.0),) for site in range(1, 5)),
        windows=(*(((0.0, 99.0),) for _ in range(4)), ((20.0, 99.0),)),
        waiting=3.0,
    )
    tour = least_cost_tour(task, math.inf, lambda: False)
    costs = {
        one.tour: one.cost for order in itertools.permutations(range(1, 5)) if (one := settle(task, order))
    }
    assert tour is not None
    assert costs[tour] == min(costs.values())
