"""The places that sell the items of a list, as sites of the walking graph, or why they cannot be used."""

import msgspec

from hqguide.errors import GuideError
from hqguide.market.model import Building, floor_label
from hqguide.market.pack import Market
from hqguide.market.places import resolve
from hqguide.route.pace import Pace
from hqguide.route.walkways import Walkways


class Site(msgspec.Struct, frozen=True):
    """A place to buy at: its node, the metres from there, and the seconds to find it and to talk.

    ``seconds`` pass before anything is handed over. ``drawn`` tells from which plan the metres on its floor
    are, empty when none shows the place.
    """

    place: str
    building: Building
    level: int | None
    counter: str | None
    name: str | None
    node: int
    seconds: float
    metres: float
    drawn: str = ""

    @property
    def floor(self) -> str | None:
        """The label of the floor, ``None`` when it is not known."""
        return None if self.level is None else floor_label(self.level)


def find_site(market: Market, ways: Walkways, pace: Pace, place: str) -> Site | str:
    """The site of a place path, or in words why it cannot be gone to."""
    try:
        found = resolve(market, place)
    except GuideError as error:
        return f"{place}: {error.what}"
    building = found.building
    if building is None:
        return f"{place}: no building is known for it"
    if building.status.state == "closed":
        since = f" ({building.status.as_of})" if building.status.as_of else ""
        return f"{building.label} is closed{since}"
    nook = ways.nook(building, found.level, found.counter, pace)
    if nook is None:
        return f"{place}: no such floor on record"
    node, metres = nook
    name = next((str(stall.name) for stall in found.stalls if stall.name), None)
    return Site(
        place=place,
        building=building,
        level=found.level,
        counter=found.counter,
        name=name,
        node=node,
        seconds=pace.stop_seconds(found.level, found.counter),
        metres=metres,
        drawn=_drawn(ways, node),
    )


def _drawn(ways: Walkways, node: int) -> str:
    """The plan a node is on, and how far it can be trusted."""
    room = ways.rooms.by_node.get(node)
    if room is None or room.ways is None:
        return ""
    plan = room.ways
    size = (
        f"its scale is an estimate ({plan.confidence} confidence)"
        if plan.metres_per_unit is not None
        else "it has no scale and tells proportions only"
    )
    return f"ways by the plan on the wall of {plan.as_of}; {size}"
