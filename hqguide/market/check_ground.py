"""Rules for the map: the street file stands alone and credited, plans fit their floors."""

from collections.abc import Iterator
from datetime import date

from hqguide.market.check_buildings import doubles, in_box
from hqguide.market.check_claims import number_faults
from hqguide.market.check_dates import date_faults
from hqguide.market.check_problem import Problem
from hqguide.market.district import Station, StreetFile
from hqguide.market.floorplan import FloorPlan
from hqguide.market.pack import Market

CREDIT = "© OpenStreetMap contributors"
OPEN_LICENCE = "ODbL"
# Streets leave the district at its edges.
STREET_MARGIN = 0.006
PLAN_RANGE = (-20.0, 120.0)


def check_streets(ground: StreetFile, market: Market, today: date) -> Iterator[Problem]:
    """Problems of ``streets.json``."""
    for what in _licence(ground, market):
        yield Problem("streets.json", "", what)
    for what in date_faults(ground.date, today):
        yield Problem("streets.json", "", what)
    for number, street in enumerate(ground.streets):
        where = street.osm_id or f"{street.name_zh or 'street'} #{number}"
        if len(street.points) < 2:
            yield Problem("streets.json", where, "a street of fewer than two points")
        if (street.name_basis == "unnamed") != (street.name_zh is None):
            yield Problem("streets.json", where, f"name {street.name_zh} is called {street.name_basis}")
        yield from _inside("streets.json", where, street.points)
    for footprint in ground.footprints:
        yield from _inside("streets.json", footprint.osm_id, footprint.points)
        if footprint.building is not None and footprint.building not in market.by_id:
            yield Problem("streets.json", footprint.osm_id, f"unknown building {footprint.building!r}")
    points = [(junction.lat, junction.lon) for junction in ground.junctions]
    points += [(station.lat, station.lon) for station in ground.stations]
    for lat, lon in points:
        yield from _inside("streets.json", f"{lat}, {lon}", ((lat, lon),))


def _licence(ground: StreetFile, market: Market) -> Iterator[str]:
    source = market.sources.get(ground.source)
    if CREDIT not in ground.attribution or not ground.licence.startswith(OPEN_LICENCE):
        yield f"must be credited as {CREDIT!r} and licensed {OPEN_LICENCE}"
    if source is None:
        yield f"unknown source {ground.source!r}"
    elif OPEN_LICENCE not in source.licence:
        yield f"source {ground.source!r} is not under {OPEN_LICENCE}"


def _inside(file: str, where: str, points: tuple[tuple[float, float], ...]) -> Iterator[Problem]:
    if not all(in_box(lat, lon, STREET_MARGIN) for lat, lon in points):
        yield Problem(file, where, "lies outside the district")


def check_stations(stations: tuple[Station, ...], market: Market, today: date) -> Iterator[Problem]:
    """Problems of ``metro.json``, and stations that buildings name but it lacks."""
    file = "metro.json"
    for double in doubles(tuple(station.id for station in stations)):
        yield Problem(file, str(double), "id used twice")
    for station in stations:
        positions = [platform.position for platform in station.platforms]
        positions += [station.position] if station.position else []
        used = [position.source for position in positions] + [station.exits_source]
        for source in sorted({source for source in used if source} - set(market.sources)):
            yield Problem(file, station.id, f"unknown source {source!r}")
        for position in positions:
            yield from _inside(file, station.id, ((position.lat, position.lon),))
            if OPEN_LICENCE in _licence_of(market, position.source):
                yield Problem(file, station.id, f"a point under {OPEN_LICENCE} belongs in streets.json")
        for what in date_faults(station.exits_as_of, today):
            yield Problem(file, station.id, what)
        for double in doubles(tuple(exit_.name for exit_ in station.exits)):
            yield Problem(file, station.id, f"exit {double} twice")
    for building in market.buildings:
        for exit_ in building.metro:
            if not any(station.name_zh in exit_.station for station in stations):
                yield Problem("buildings.json", building.id, f"unknown metro station {exit_.station!r}")


def _licence_of(market: Market, source: str) -> str:
    return market.sources[source].licence if source in market.sources else ""


def check_plans(plans: tuple[FloorPlan, ...], market: Market, today: date) -> Iterator[Problem]:
    """Problems of ``floorplans.json``, and plans that floors name but it lacks."""
    file = "floorplans.json"
    for double in doubles(tuple(plan.id for plan in plans)):
        yield Problem(file, str(double), "id used twice")
    named = {
        plan: (building.id, floor.level)
        for building in market.buildings
        for floor in building.floors
        for plan in floor.plans
    }
    for missing in sorted(set(named) - {plan.id for plan in plans}):
        yield Problem("buildings.json", named[missing][0], f"unknown plan {missing!r}")
    for plan in plans:
        if named.get(plan.id) != (plan.building, plan.level):
            yield Problem(file, plan.id, f"no floor of {plan.building} on level {plan.level} names it")
        if plan.source not in market.sources:
            yield Problem(file, plan.id, f"unknown source {plan.source!r}")
        for what in (*date_faults(plan.as_of, today), *_drawing(plan), *_numbers(plan, market)):
            yield Problem(file, plan.id, what)


def _drawing(plan: FloorPlan) -> Iterator[str]:
    low, high = PLAN_RANGE
    for poly in plan.polygons():
        if len(poly) < 3:
            yield "a polygon of fewer than three points"
        if not all(low <= number <= high for point in poly for number in point):
            yield "a polygon lies off the sheet"
    blocks = {block.id for block in plan.blocks}
    if len(blocks) != len(plan.blocks):
        yield "two blocks with one id"
    for counter in plan.counters:
        if counter.poly is None and counter.block not in blocks:
            yield f"counter {counter.number or counter.as_read} has neither a shape nor a block"
        if counter.number is None and counter.as_read is None:
            yield "a counter without a number"


def _numbers(plan: FloorPlan, market: Market) -> Iterator[str]:
    numbers = tuple(counter.number for counter in plan.counters if counter.number)
    for double in doubles(numbers):
        yield f"counter {double} twice"
    building = market.by_id.get(plan.building)
    if building is not None:
        for number in numbers:
            yield from number_faults(building, number, plan.level)
