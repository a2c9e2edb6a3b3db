"""What is typed into the boxes of the trip, into a trip; what cannot be meant is a GuideError in words."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from hqguide.errors import GuideError
from hqguide.market.places import resolve
from hqguide.route.pins import pins_of
from hqguide.route.trip import Trip, budget_minutes, budget_seconds, day, quotes_for, seconds_per_yuan
from hqguide.tui.look import Look

if TYPE_CHECKING:
    from hqguide.market.pack import Market

PINS = ("must", "never", "first", "last")
FIELDS = ("start", "end", "depart", "date", "minutes", "value", "compare", *PINS)
_BETWEEN = re.compile(r"[,;，；、]")


def boxes_of(trip: Trip) -> dict[str, str]:
    """What stands in each box for ``trip``; empty where the trip has the usual value."""
    return {
        "start": trip.start,
        "end": trip.end,
        "depart": trip.depart,
        "date": trip.date,
        "minutes": "" if trip.budget_minutes is None else str(trip.budget_minutes),
        "value": "" if trip.value_of_time is None else f"{trip.value_of_time:g}",
        "compare": "" if trip.compare == 1 else str(trip.compare),
        **{kind: ", ".join(getattr(trip, kind)) for kind in PINS},
    }


def read_trip(boxes: Mapping[str, str], trip: Trip, market: "Market", look: Look) -> Trip:
    """``trip`` with what stands in ``boxes``; a box that cannot be read is a GuideError that names it."""
    typed = {name: text.strip() for name, text in boxes.items()}
    try:
        budget = budget_minutes(typed["minutes"])
    except GuideError:
        raise GuideError(look.say("trip minutes wrong")) from None
    found = replace(
        trip,
        start=typed["start"],
        end=typed["end"],
        depart=typed["depart"] or Trip().depart,
        date=typed["date"],
        budget_minutes=budget,
        value_of_time=_value(typed["value"], look),
        compare=_compare(typed["compare"], look),
        **{kind: _pins(kind, typed[kind], market, look) for kind in PINS},
    )
    day(found)
    budget_seconds(found)
    seconds_per_yuan(found)
    quotes_for(found, "")
    _agree(market, found)
    return found


def _value(text: str, look: Look) -> float | None:
    try:
        return float(text.lstrip("¥￥")) if text else None
    except ValueError:
        raise GuideError(look.say("trip value wrong")) from None


def _compare(text: str, look: Look) -> int:
    try:
        return int(text or 1)
    except ValueError:
        raise GuideError(look.say("trip compare wrong")) from None


def _pins(kind: str, text: str, market: "Market", look: Look) -> tuple[str, ...]:
    """The places typed, as they were typed; each must name one place."""
    places = tuple(place.strip() for place in _BETWEEN.split(text) if place.strip())
    for place in places:
        try:
            resolve(market, place)
        except GuideError as error:
            raise GuideError(error.what, where=look.say(f"trip {kind}"), hint=error.hint) from error
    return places


def _agree(market: "Market", trip: Trip) -> None:
    """Raise for pins that contradict each other; which boxes to change is said by their own words."""
    try:
        pins_of(market, trip)
    except GuideError as error:
        raise GuideError(error.what) from error
