"""The halls in order of importance, and how each is marked."""

import msgspec

from hqguide.map.once import once
from hqguide.market.district import Point
from hqguide.market.model import Building, Position
from hqguide.market.pack import Market

UNSURE_M = 50.0
OPEN, HOLLOW, CLOSED = "o", "~", "x"


class Hall(msgspec.Struct, frozen=True):
    """A building with a known position, and the character and style that mark it."""

    building: Building
    position: Position
    glyph: str
    style: str

    @property
    def unsure(self) -> bool:
        """Whether the point may be so far off that it is drawn hollow."""
        return self.position.accuracy_m >= UNSURE_M


@once
def halls(market: Market) -> tuple[Hall, ...]:
    """Every building with a position: trading ones first, then by how many stalls are on record."""
    known = [_hall(building, building.position) for building in market.buildings if building.position]
    stalls = market.stalls_by_building

    def weight(hall: Hall) -> tuple[bool, int, float]:
        count = len(stalls.get(hall.building.id, ()))
        return hall.building.status.state != "open", -count, hall.position.accuracy_m

    return tuple(sorted(known, key=weight))


def hall_points(market: Market) -> tuple[Point, ...]:
    """Latitude and longitude of every hall with a known position, to fit a view round them."""
    return tuple((hall.position.lat, hall.position.lon) for hall in halls(market))


def _hall(building: Building, position: Position) -> Hall:
    if building.status.state == "closed":
        return Hall(building, position, CLOSED, "hall.closed")
    if position.accuracy_m >= UNSURE_M:
        return Hall(building, position, HOLLOW, "hall.unsure")
    return Hall(building, position, OPEN, "hall")
