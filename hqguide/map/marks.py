"""Points a reader asked for: a chosen place, or the numbered stops of a walk."""

from collections.abc import Sequence

import msgspec

from hqguide.map.names import Tongue, hall_words
from hqguide.market.model import Building


class Mark(msgspec.Struct, frozen=True):
    """A point in WGS-84 degrees with its words; ``thing`` is what a click on it opens.

    ``accuracy_m`` is the radius in metres the point may be off, 0 when nobody says. ``number`` is that of
    a stop on its walk, where stops without a known place leave gaps.
    """

    lat: float
    lon: float
    label: str
    thing: str | None = None
    accuracy_m: float = 0.0
    number: int | None = None


class Pin(msgspec.Struct, frozen=True):
    """Stops at one point, with their numbers as shown: ``2`` or ``2,5``."""

    mark: Mark
    numbers: str


def mark_hall(building: Building, language: Tongue = "en", number: int | None = None) -> Mark | None:
    """The mark of a hall under its name, or ``None`` when nobody knows where it stands."""
    where = building.position
    if where is None:
        return None
    words = hall_words(building, language)[0]
    return Mark(where.lat, where.lon, words[0], building.id, where.accuracy_m, number)


def numbered(stops: Sequence[Mark]) -> tuple[tuple[int, Mark], ...]:
    """The stops with their own numbers, those without one by their place in the row, from 1."""
    return tuple((stop.number or place, stop) for place, stop in enumerate(stops, 1))


def pins(stops: Sequence[Mark]) -> tuple[Pin, ...]:
    """The stops with their numbers as shown; those at one point share a pin."""
    numbers: dict[tuple[float, float], list[int]] = {}
    first: dict[tuple[float, float], Mark] = {}
    for number, stop in numbered(stops):
        first.setdefault((stop.lat, stop.lon), stop)
        numbers.setdefault((stop.lat, stop.lon), []).append(number)
    return tuple(Pin(first[point], ",".join(map(str, numbers[point]))) for point in first)
