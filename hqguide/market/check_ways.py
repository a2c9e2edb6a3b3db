"""Checks of ``floorways.json``: every floor has its plan, and no walk is longer than one by a third spot."""

from collections.abc import Iterator

from hqguide.market.check_problem import Problem
from hqguide.market.floorplan import FloorPlan
from hqguide.market.floorways import FILE, FloorWays
from hqguide.market.pack import Market

_ROUNDING = 1e-6


def check_ways(
    ways: tuple[FloorWays, ...], plans: tuple[FloorPlan, ...], market: Market
) -> Iterator[Problem]:
    """Problems of the walks on digitised floors."""
    known = {plan.id: plan for plan in plans}
    for floor in ways:
        plan = known.get(floor.plan)
        if plan is None or (plan.building, plan.level) != (floor.building, floor.level):
            yield Problem(FILE, floor.plan, f"no such plan of {floor.building} on level {floor.level}")
        elif (plan.as_of, plan.source, plan.up.direction) != (floor.as_of, floor.source, floor.top):
            yield Problem(FILE, floor.plan, "date, source or direction are not those of the plan")
        if _shortcut(floor):
            yield Problem(FILE, floor.plan, "a walk is longer than one by way of a third spot")
        numbers = {stall.counter for stall in market.stalls_by_building.get(floor.building, ())}
        for number in (number for spot in floor.spots for number in spot.counters):
            if number not in numbers:
                yield Problem(FILE, floor.plan, f"counter {number} is not on record")


def _shortcut(floor: FloorWays) -> bool:
    rows = floor.units
    return any(
        row[other] > far + rows[via][other] + _ROUNDING
        for row in rows
        for via, far in enumerate(row)
        for other in range(len(rows))
    )
