"""The synthetic plans with positions and points on the way. The places lie in the sea and do not exist."""

import msgspec
from hypothesis import strategies as st

from hqguide.export.handout import Handout
from hqguide.market.model import Position
from hqguide.route.itinerary import Itinerary, LeftOut, StopItem
from tests.export.export_plans import HOSTILE, LONG, hostile_plan, plan

DAY = "2026-11-23"
# Hypothesis draws no lone surrogates of itself.
SPICY = st.text(max_size=30) | st.sampled_from(
    (*HOSTILE, "a\ud800b", "\ufffe\uffff", "a\x85b\u2029c", "\u202ecba")
)


def at(number: int, source: str = "synthetic-source") -> Position:
    """The ``number``-th synthetic position, off the coast."""
    return Position(21.5 + number / 1000, 114.5 + number / 2000, 30.0, "synthetic", source)


def walked(itinerary: Itinerary) -> Itinerary:
    """``itinerary`` with two points on every leg."""
    legs = tuple(
        msgspec.structs.replace(leg, points=((21.5 + n / 1000, 114.4999), (21.5004 + n / 1000, 114.5)))
        for n, leg in enumerate(itinerary.legs)
    )
    return msgspec.structs.replace(itinerary, legs=legs)


def placed(stops: int = 3, items: int = 2) -> Handout:
    """The tidy plan; its hall has a position."""
    return Handout(walked(plan(stops, items)), positions={"synthetic-hall": at(0)})


def hostile() -> Handout:
    """The hostile plan; every other hall has a position with a hostile source."""
    keys = (*HOSTILE, LONG)
    return Handout(walked(hostile_plan()), positions={key: at(n, key) for n, key in enumerate(keys[::2])})


def dated(handout: Handout) -> Handout:
    """``handout`` on a day that exists, which a calendar needs."""
    return msgspec.structs.replace(handout, itinerary=msgspec.structs.replace(handout.itinerary, date=DAY))


def compared() -> Handout:
    """Two stops that are both asked for the same thing, which a third left out, and a thing bought twice."""
    walk = plan(2, 1)
    ask = [StopItem("relay", 4, "继电器", "jìdiànqì", id=7, price=2.5, quote=n, quotes=2) for n in (1, 2)]
    twice = StopItem("fuse", 1, "保险丝", "bǎoxiǎnsī")
    stops = tuple(
        msgspec.structs.replace(stop, items=(item, twice)) for stop, item in zip(walk.stops, ask, strict=True)
    )
    dropped = (LeftOut("relay", "a third seller is too far", "继电器", "jìdiànqì", 7),)
    return Handout(msgspec.structs.replace(walk, stops=stops, unplaced=(), dropped=dropped))
