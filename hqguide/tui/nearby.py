"""How far a hall is from where the reader said to be, and which way."""

from typing import TYPE_CHECKING

from hqguide.tui.look import Look

if TYPE_CHECKING:
    from hqguide.map.marks import Mark
    from hqguide.market.pack import Market
    from hqguide.market.whereabouts import Here, Near

HERE = "here"


def toward(here: "Here | None", market: "Market", hall: str) -> "Near | None":
    """The hall seen from ``here``; ``None`` without a place, for the hall one is in, and for a closed one."""
    from msgspec.structs import replace

    building = market.by_id.get(hall)
    if here is None or building is None:
        return None
    from hqguide.market.whereabouts import from_here

    return next(iter(from_here(here, replace(market, buildings=(building,)), 1)), None)


def near_words(near: "Near", look: Look) -> str:
    """``240 m north-east of you``; within what both points may be off, no direction."""
    metres, sign = round(near.metres), "+-" if look.ascii else "±"
    if not near.sure:
        return look.say("near unsure", n=max(round(metres, -1), 10), off=f"{sign}{near.off_by_m:.0f}")
    heading = near.heading.en if look.language == "en" else near.heading.zh
    return look.say("near", n=metres, heading=heading)


def words_of(here: "Here", look: Look) -> str:
    """Where the reader is, in the reader's language."""
    return here.words if look.language == "en" else here.words_zh


def here_mark(here: "Here | None", look: Look) -> "list[Mark]":
    """The mark of where the reader is, as wide as that is unsure; none without a position."""
    from hqguide.map.marks import Mark

    if here is None or here.position is None:
        return []
    at = here.position
    return [Mark(at.lat, at.lon, look.say("you are here"), HERE, at.accuracy_m)]
