"""The way on a floor in words: by which escalator, into which zone, which way from where one comes up."""

from collections.abc import Iterator

from hqguide.market.floorplan import Direction
from hqguide.market.floorways import Spot
from hqguide.route.ground import compass
from hqguide.route.paths import Edge
from hqguide.route.walkways import Walkways

# A plan from the wall is no survey: its metres are told in whole fives.
_ROUND_M = 5


def same_words(ways: Walkways, origin: int, *, moves: bool) -> str:
    """How two places go together that have no door nor stair between them; ``moves`` if they lie apart."""
    room = ways.rooms.by_node.get(origin)
    if room is not None and room.words and not moves:
        return "same zone"
    return "same floor" if origin in ways.inside else "here"


def portal_words(ways: Walkways, here: int, climb: Edge) -> str:
    """``the west escalator`` where the plan of either floor names it, else ``escalator``."""
    rooms = ways.rooms.by_node
    named = (rooms[node].words for node in (here, climb.target) if node in rooms and rooms[node].portal)
    return next(named, climb.name)


def aisle_words(ways: Walkways, here: int, aisle: Edge) -> Iterator[str]:
    """The zone one comes to, or how far and which way from the escalator a counter on a plan is.

    Nothing on the way to an escalator, and nothing about a place of which only the floor is known.
    """
    room, before = ways.rooms.by_node.get(aisle.target), ways.rooms.by_node.get(here)
    if room is None or room.portal:
        return
    if room.words:
        yield room.words
    elif before is not None and before.portal and before.spot and room.spot and room.ways:
        toward = bound(room.ways.top, before.spot, room.spot)
        metres = max(_ROUND_M, _ROUND_M * round(aisle.metres / _ROUND_M))
        about = f"about {metres} m" if room.ways.metres_per_unit is not None else ""
        yield " ".join(part for part in (about, toward) if part) or "along the aisles"


def bound(top: Direction, start: Spot, end: Spot) -> str:
    """The eighth of the compass ``end`` lies in, on a sheet whose top points ``top``; empty if unknown."""
    right, up = end.x - start.x, start.y - end.y
    turned = {"north": (right, up), "east": (up, -right), "south": (-right, -up), "west": (-up, right)}
    return compass((0.0, 0.0), turned[top]) if top in turned else ""
