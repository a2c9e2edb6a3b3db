"""All a format may show of a walk: the plan, pictures drawn for it, and where its halls stand."""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from hqguide.market.model import Position
from hqguide.route.itinerary import Itinerary

NO_FLOORS: Mapping[str, str] = MappingProxyType({})
NO_POSITIONS: Mapping[str, Position] = MappingProxyType({})


class Handout(msgspec.Struct, frozen=True):
    """A plan with what goes with it.

    ``map_svg`` is the district and ``floors`` the floor of each stop by the path of the stop, both as trusted
    markup of our own renderer; they are there only for a format with pictures. ``positions`` holds the
    halls of the stops by building id, in WGS-84 degrees. ``language`` is that of the format's own words.
    """

    itinerary: Itinerary
    map_svg: str | None = None
    floors: Mapping[str, str] = NO_FLOORS
    positions: Mapping[str, Position] = NO_POSITIONS
    language: str = "en"
