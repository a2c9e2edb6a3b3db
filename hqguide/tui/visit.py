"""What the screens share during one visit: the guide, the look, what was chosen."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hqguide.tui.look import Look

if TYPE_CHECKING:
    from hqguide.guide import Guide
    from hqguide.route.itinerary import Itinerary
    from hqguide.route.trip import Trip


@dataclass
class Visit:
    """``guide`` is there once it is loaded; ``place`` is the path of the place to mark on the map.

    ``wanted`` counts the items still to buy and is shown on the tab. ``trip`` is the walk asked for,
    ``walk`` the planned one; ``show_walk`` says that the map is to show its stops. ``query`` is to be
    searched when Find opens.
    """

    look: Look = field(default_factory=Look)
    guide: "Guide | None" = None
    wanted: int = 0
    place: str = ""
    query: str | None = None
    trip: "Trip | None" = None
    walk: "Itinerary | None" = None
    show_walk: bool = False
