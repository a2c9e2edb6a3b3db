"""What the screens share during one visit: the guide, the look, what was chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hqguide.tui.look import Look

if TYPE_CHECKING:
    from hqguide.guide import Guide
    from hqguide.market.whereabouts import Here
    from hqguide.route.itinerary import Itinerary
    from hqguide.route.trip import Trip


@dataclass
class Visit:
    """``guide`` is there once it is loaded; ``place`` is what the map is to show next, ``""`` the district.

    ``wanted`` counts the items still to buy and is shown on the tab. ``trip`` is the walk asked for,
    ``walk`` the planned one; ``show_walk`` says that the map is to show its stops. ``query`` is to be
    searched when Find opens. ``shade`` is the evidence, 0 to 1, by hall for ``shade_for``, what was
    searched. ``here`` is where the reader said to be.
    """

    look: Look = field(default_factory=Look)
    guide: "Guide | None" = None
    wanted: int = 0
    place: str | None = None
    query: str | None = None
    trip: "Trip | None" = None
    walk: "Itinerary | None" = None
    show_walk: bool = False
    shade: Mapping[str, float] = field(default_factory=dict)
    shade_for: str = ""
    here: "Here | None" = None
