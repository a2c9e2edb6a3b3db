"""Rules for claims and stalls: references, dates, goods, confidence, who supersedes whom, numbers."""

from collections.abc import Iterator, Set
from datetime import date

import msgspec

from hqguide.market.check_buildings import SLUG, doubles, rule_faults
from hqguide.market.check_dates import date_faults, first_day
from hqguide.market.check_problem import Problem
from hqguide.market.counters import readings
from hqguide.market.model import Building, Claim, Stall
from hqguide.market.pack import Market


class Placed(msgspec.Struct, frozen=True):
    """A claim and where it stands: its file, its building, the stall it speaks of, if any."""

    claim: Claim
    file: str
    building: str | None
    stall: Stall | None = None


def placed(market: Market) -> Iterator[Placed]:
    """Every claim of ``market`` with its place."""
    for building in market.buildings:
        for claim in building.claims:
            yield Placed(claim, "buildings.json", building.id)
        for floor in building.floors:
            for claim in floor.claims:
                yield Placed(claim, "buildings.json", building.id)
    for stall in market.stalls:
        for claim in stall.claims:
            yield Placed(claim, "stalls.json", stall.building, stall)


def check_claims(market: Market, categories: Set[str], today: date) -> Iterator[Problem]:
    """Problems of the claims and stalls of ``market``."""
    claims = tuple(placed(market))
    by_id = {one.claim.id: one for one in claims}
    for double in doubles(tuple(one.claim.id for one in claims)):
        yield Problem("stalls.json", str(double), "claim id used twice")
    for one in claims:
        found = (
            *_plain_facts(one, market, today),
            *_goods(one.claim, categories),
            *_superseded(one, by_id),
        )
        for what in found:
            yield Problem(one.file, one.claim.id, what)
    yield from _stalls(market)


def _plain_facts(one: Placed, market: Market, today: date) -> Iterator[str]:
    claim = one.claim
    if not SLUG.fullmatch(claim.id):
        yield "id is not made of a-z, 0-9 and single hyphens"
    if claim.source not in market.sources:
        yield f"unknown source {claim.source!r}"
    yield from date_faults(claim.as_of, today)
    if claim.as_of is None and claim.as_of_estimated:
        yield "has no date, yet calls it estimated"
    if claim.method == "machine-written" and claim.confidence != "low":
        yield "is machine-written, so its confidence must be low"
    if claim.method == "own sighting":
        yield "is somebody's own sighting, which belongs into a notebook and not into a pack"
    named = one.stall is not None and one.stall.name is not None
    if claim.says == "sells" and not (claim.goods or claim.brands or claim.part_numbers or named):
        yield "says nothing: no goods, brand, part number or name"


def _goods(claim: Claim, categories: Set[str]) -> Iterator[str]:
    for goods in claim.goods:
        if not (goods.zh or goods.en):
            yield "goods without a word"
        for category in sorted(set(goods.categories) - categories):
            yield f"unknown category {category!r}"
        if doubles(goods.categories):
            yield f"a category twice for {goods}"
    for double in doubles(tuple((goods.zh, (goods.en or "").casefold()) for goods in claim.goods)):
        yield f"goods twice: {double}"


def _superseded(one: Placed, by_id: dict[str, Placed]) -> Iterator[str]:
    if one.claim.superseded_by is None:
        return
    newer = by_id.get(one.claim.superseded_by)
    if newer is None or newer.claim.id == one.claim.id:
        yield f"is superseded by {one.claim.superseded_by!r}, which is not another claim"
        return
    if newer.claim.superseded_by:
        yield f"is superseded by {newer.claim.id}, which is superseded itself"
    if newer.building != one.building:
        yield f"is superseded by {newer.claim.id}, which speaks of another building"
    then, now = (first_day(claim.as_of or "") for claim in (one.claim, newer.claim))
    if then and now and now.year < then.year:
        yield f"is superseded by {newer.claim.id}, which is older"


def _stalls(market: Market) -> Iterator[Problem]:
    for double in doubles(tuple(stall.id for stall in market.stalls)):
        yield Problem("stalls.json", str(double), "stall id used twice")
    numbers = tuple((s.building, s.counter) for s in market.stalls if s.building and s.counter)
    for place in doubles(numbers):
        yield Problem("stalls.json", str(place), "two stalls with one counter number")
    for stall in market.stalls:
        for what in _stall(stall, market):
            yield Problem("stalls.json", stall.id, what)


def _stall(stall: Stall, market: Market) -> Iterator[str]:
    if not stall.claims:
        yield "has no claim"
    if (stall.kind == "area") != (stall.building is None):
        yield "must be of kind area exactly when it has no building"
    if stall.counter and any(mark in stall.counter for mark in "?？"):
        yield f"counter number {stall.counter!r} is not certain"
    if stall.building is None:
        return
    building = market.by_id.get(stall.building)
    if building is None:
        yield f"unknown building {stall.building!r}"
        return
    if stall.level is not None and building.floor(stall.level) is None:
        yield f"level {stall.level} is not a floor of {building.id}"
    yield from number_faults(building, stall.counter, stall.level)


def number_faults(building: Building, number: str | None, level: int | None) -> Iterator[str]:
    """Whether a counter number, read by the rules of its building, contradicts its floor."""
    if number is None or level is None or any(any(rule_faults(r)) for r in building.counter_rules):
        return
    floors = {reading.level for reading in readings(building, number)} - {None}
    if floors and level not in floors:
        yield f"counter {number} reads floor {sorted(map(str, floors))} but is on level {level}"
