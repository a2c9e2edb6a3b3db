"""A place path as levels of the map: hall, floor, what to mark on it."""

from typing import TYPE_CHECKING, NamedTuple

from hqguide.errors import GuideError

if TYPE_CHECKING:
    from hqguide.market.pack import Market
    from hqguide.market.places import Place


class Spot(NamedTuple):
    """A hall by its id; ``level`` and ``wanted``, a counter number or stall id, as far as they are known."""

    hall: str
    level: int | None = None
    wanted: str = ""

    @property
    def path(self) -> str:
        """The path ``show`` takes, of the floor where nothing is wanted."""
        from hqguide.market.model import floor_label

        floor = floor_label(self.level) if self.level else ""
        return "/".join(part for part in (self.hall, floor, self.wanted) if part)


def spot_of(market: "Market", path: str) -> Spot | None:
    """Where ``path`` leads; a counter nobody knows leads to its floor, what is in no hall nowhere."""
    from hqguide.market.places import resolve

    rest, unknown = path, ""
    while rest:
        try:
            return _spot(resolve(market, rest), unknown)
        except GuideError:
            rest, _, unknown = rest.rpartition("/")
    return None


def _spot(place: "Place", unknown: str) -> Spot | None:
    if place.building is None:
        return None
    stall = place.stalls[0].id if place.stalls else ""
    return Spot(place.building.id, place.level, place.counter or stall or unknown)
