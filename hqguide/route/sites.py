"""The places that sell the items of a list, as sites of the walking graph, or why they cannot be used."""

import msgspec

from hqguide.errors import GuideError
from hqguide.market.model import Building, floor_label
from hqguide.market.pack import Market
from hqguide.market.places import resolve
from hqguide.route.pace import Pace
from hqguide.route.walkways import Walkways


class Site(msgspec.Struct, frozen=True):
    """A place to buy at: its node, and the seconds to find it and to talk before anything is handed over."""

    place: str
    building: Building
    level: int | None
    counter: str | None
    name: str | None
    node: int
    seconds: float
    metres: float

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
    node = ways.hall(building.id, found.level)
    if node is None:
        return f"{place}: no such floor on record"
    name = next((str(stall.name) for stall in found.stalls if stall.name), None)
    return Site(
        place=place,
        building=building,
        level=found.level,
        counter=found.counter,
        name=name,
        node=node,
        seconds=pace.stop_seconds(found.level, found.counter),
        metres=pace.counter_walk.value,
    )
