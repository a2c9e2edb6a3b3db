"""What of an earlier walk can still be made: what comes too late is left out of it."""

import math

from hqguide.route.solver.task import Task
from hqguide.route.warm import fitting

NEVER, ALWAYS = (), ((-math.inf, math.inf),)
TASK = Task(
    travel=[[0.0 if a == b else 10.0 for b in range(5)] for a in range(5)],
    start=4,
    end=None,
    stop=(5.0, 5.0, 5.0, 5.0, 0.0),
    offers=(((0, 0.0), (1, 0.0)), ((2, 0.0),), ((3, 0.0),)),
    line_seconds=(2.0, 2.0, 2.0),
    penalty=(100.0, 100.0, 100.0),
    windows=(ALWAYS, ALWAYS, ((40.0, 50.0),), NEVER, ALWAYS),
)


def test_a_place_that_never_opens_is_left_out_and_the_rest_stays_in_order() -> None:
    assert fitting(TASK, (0, 3, 1, 2)) == (0, 1, 2)


def test_a_place_reached_after_closing_is_left_out() -> None:
    early = Task(
        **{name: getattr(TASK, name) for name in TASK.__struct_fields__}
        | {"windows": (ALWAYS, ALWAYS, ((0.0, 26.0),), ALWAYS, ALWAYS)}
    )
    assert fitting(early, (0, 2)) == (0,)
    assert fitting(early, (2, 0)) == (2, 0)


def test_the_time_there_is_ends_the_walk() -> None:
    short = Task(**{name: getattr(TASK, name) for name in TASK.__struct_fields__} | {"latest": 34.0})
    assert fitting(short, (0, 1, 2)) == (0, 1)
