"""A walk on the ground: its stops told in words with the place they stand at, and the line walked."""

from collections.abc import Iterator
from itertools import zip_longest
from math import isfinite
from typing import Literal

import msgspec

from hqguide.export.handout import Handout
from hqguide.export.prepare import clean, count_items, distance, duration
from hqguide.export.telling import accuracy, evidence, hall, left_out, title_of, wanted, where
from hqguide.market.model import Position
from hqguide.route.itinerary import Itinerary, Stop

DATUM: Literal["WGS-84"] = "WGS-84"
_DIGITS = 6  # a tenth of a metre; no position in the pack is better than ten metres


class Point(msgspec.Struct, frozen=True):
    """A point in WGS-84 degrees on the line walked, and the number of the stop made there, if any."""

    lat: float
    lon: float
    stop: int | None = None


class Told(msgspec.Struct, frozen=True):
    """A stop by its number from 1: a title, what to know there line by line, and where its hall stands."""

    number: int
    stop: Stop
    title: str
    lines: tuple[str, ...]
    at: Position | None


class Course(msgspec.Struct, frozen=True):
    """A walk with every text in it made safe; ``line`` is empty when no point of it is known."""

    walk: Itinerary
    title: str
    about: tuple[str, ...]
    stops: tuple[Told, ...]
    line: tuple[Point, ...]


def course_of(handout: Handout) -> Course:
    """The walk of ``handout`` with the positions it has, all in WGS-84."""
    walk = clean(handout.itinerary)
    # The key of a hall is looked up as it was given: cleaning may have changed it in the walk.
    halls = [handout.positions.get(stop.building) for stop in handout.itinerary.stops]
    placed = enumerate(zip(walk.stops, halls, strict=True), start=1)
    stops = tuple(_told(number, stop, _valid(at)) for number, (stop, at) in placed)
    return Course(walk, title_of(walk), tuple(_about(walk, stops)), stops, tuple(_line(walk, stops)))


def _told(number: int, stop: Stop, at: Position | None) -> Told:
    return Told(number, stop, f"{number}. {hall(stop)} · {where(stop)}", tuple(_lines(stop, at)), at)


def _lines(stop: Stop, at: Position | None) -> Iterator[str]:
    yield f"When: {stop.arrive} to {stop.leave}"
    for item in stop.items:
        yield wanted(item)
        if item.fallback:
            yield f"If not here: {item.else_at or item.fallback}"
    yield f"Evidence: {evidence(stop)}"
    yield f"Position: {DATUM}, {accuracy(at)}" if at else "Position: not known"


def _about(walk: Itinerary, stops: tuple[Told, ...]) -> Iterator[str]:
    yield f"Start: {walk.start or 'not given'}, {walk.depart or 'any time'}"
    figures = f"{duration(walk.total.seconds)}, {distance(walk.total.metres)} on foot"
    yield f"{count_items(walk)} items, {len(stops)} stops, {figures}"
    lost = [str(told.number) for told in stops if told.at is None]
    if lost:
        yield f"Stops without a known position: {', '.join(lost)}"
    yield from (left_out("Ask for", left) for left in walk.unplaced)
    yield from (left_out("Left out", left) for left in walk.dropped)
    yield from (f"Mind: {warning}" for warning in walk.warnings)
    yield f"Coordinates: {DATUM}. A position is that of the hall; floor and counter are in the words."


def _line(walk: Itinerary, stops: tuple[Told, ...]) -> list[Point]:
    """The points of the legs in order, each stop after the leg to it."""
    line: list[Point] = []
    for leg, told in zip_longest(walk.legs, stops):
        for lat, lon in leg.points if leg else ():
            if _on_earth(lat, lon):
                _walk_to(line, Point(round(lat, _DIGITS), round(lon, _DIGITS)))
        if told and told.at:
            _walk_to(line, Point(told.at.lat, told.at.lon, told.number))
    return line


def _walk_to(line: list[Point], point: Point) -> None:
    """Add ``point``, or make the last point the stop it is: only two stops may be at one place in turn."""
    if line and (line[-1].lat, line[-1].lon) == (point.lat, point.lon):
        if point.stop is None:
            return
        if line[-1].stop is None:
            line.pop()
    line.append(point)


def _valid(at: Position | None) -> Position | None:
    """``at`` to a tenth of a metre with its texts made safe; a point not on the earth is no position."""
    if at is None or not _on_earth(at.lat, at.lon):
        return None
    return msgspec.structs.replace(clean(at), lat=round(at.lat, _DIGITS), lon=round(at.lon, _DIGITS))


def _on_earth(lat: float, lon: float) -> bool:
    return isfinite(lat) and isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180
