"""Rules for buildings: names, floors and the joints between them, hours, position, counter rules."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from hqguide.errors import GuideError
from hqguide.market.check_dates import date_faults
from hqguide.market.check_problem import Problem
from hqguide.market.hours import minutes
from hqguide.market.model import Building, CounterRule, floor_label
from hqguide.market.pack import Market

FILE = "buildings.json"
# South, north, west, east in degrees: the district with a street's width around it.
BOX = (22.538, 22.556, 114.074, 114.094)
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
READS = {"building", "floor", "zone", "serial"}


def doubles(values: tuple[object, ...]) -> list[object]:
    """Values that occur more than once."""
    return [value for value, count in Counter(values).items() if count > 1]


def in_box(lat: float, lon: float, margin: float = 0.0) -> bool:
    """Whether a point lies in the district, widened by ``margin`` degrees."""
    south, north, west, east = BOX
    return south - margin <= lat <= north + margin and west - margin <= lon <= east + margin


def check_buildings(market: Market, today: date) -> Iterator[Problem]:
    """Problems of the buildings of ``market``."""
    for double in doubles(tuple(building.id for building in market.buildings)):
        yield Problem(FILE, str(double), "id used twice")
    for building in market.buildings:
        for rule in (_identity, _floors, _place):
            for what in rule(building):
                yield Problem(FILE, building.id, what)
        for what in (*_times(building, today), *_joints(building, market), *_sources(building, market)):
            yield Problem(FILE, building.id, what)
        for counter_rule in building.counter_rules:
            for what in rule_faults(counter_rule):
                yield Problem(FILE, f"{building.id}/{counter_rule.regex}", what)


def rule_faults(rule: CounterRule) -> Iterator[str]:
    """What is wrong with a rule of counter numbers."""
    try:
        pattern = re.compile(rule.regex)
    except re.error as error:
        yield f"is not a regular expression: {error}"
        return
    reads = rule.reads.split("|")
    if not set(reads) <= READS or len(reads) != pattern.groups:
        yield f"reads {rule.reads!r} does not name its {pattern.groups} groups"
    if not pattern.match(rule.example):
        yield f"does not fit its example {rule.example!r}"


def _identity(building: Building) -> Iterator[str]:
    if not SLUG.fullmatch(building.id):
        yield "id is not made of a-z, 0-9 and single hyphens"
    if not (building.name.zh or building.name.en):
        yield "has neither a Chinese nor an English name"
    for double in doubles(tuple((alias.text, alias.lang) for alias in building.aliases)):
        yield f"alias twice: {double}"


def _floors(building: Building) -> Iterator[str]:
    levels = [floor.level for floor in building.floors]
    if levels != sorted(set(levels)):
        yield "floors are not in order, or one is there twice"
    for floor in building.floors:
        if floor.level == 0 or floor.label != floor_label(floor.level):
            yield f"level {floor.level} is labelled {floor.label!r}"
    above = sum(level > 0 for level in levels)
    if building.market_floors is not None and 0 < above < building.market_floors:
        yield f"has {building.market_floors} market floors but lists {above}"


def _place(building: Building) -> Iterator[str]:
    position = building.position
    if position is None:
        return
    if not in_box(position.lat, position.lon):
        yield f"position {position.lat}, {position.lon} is outside the district"
    if position.accuracy_m <= 0:
        yield "position claims to be exact"


def _times(building: Building, today: date) -> Iterator[str]:
    yield from date_faults(building.status.as_of, today)
    for hours in building.hours:
        yield from date_faults(hours.as_of, today)
        try:
            if minutes(hours.open) >= minutes(hours.close):
                yield f"opens at {hours.open}, closes at {hours.close}"
        except GuideError as error:
            yield error.what
        if len(hours.open) != 5 or len(hours.close) != 5:
            yield f"hours {hours.open} to {hours.close} are not HH:MM"


def _joints(building: Building, market: Market) -> Iterator[str]:
    for floor in building.floors:
        for joint in floor.joined:
            other = market.by_id.get(joint.building)
            there = other.floor(joint.level) if other else None
            if there is None:
                yield f"{floor.label} is joined to {joint.building} level {joint.level}, which is not known"
            elif (building.id, floor.level) not in {(j.building, j.level) for j in there.joined}:
                yield f"{floor.label} is joined to {joint.building} {there.label} on one side only"


def _sources(building: Building, market: Market) -> Iterator[str]:
    used = [*building.sources, building.status.source]
    used += [hours.source for hours in building.hours] + [exit_.source for exit_ in building.metro]
    used += [rule.source for rule in building.counter_rules]
    if building.position:
        used.append(building.position.source)
    for source in sorted({source for source in used if source} - set(market.sources)):
        yield f"unknown source {source!r}"
