"""What the walker asks for: where from and to, when, and how long it may take."""

import re
from datetime import date

import msgspec

from hqguide.errors import GuideError
from hqguide.market.hours import today
from hqguide.text import plain

DAY = 24 * 60


class Trip(msgspec.Struct, frozen=True):
    """One walk to plan.

    ``start`` and ``end`` are place paths, names of buildings, or stations with or without an exit
    (``华强路 A``). An empty start is Huaqiang Road station; an empty end ends the walk at its last
    stop. ``depart`` is ``HH:MM``, ``date`` ISO 8601 (empty: today in Shenzhen).
    """

    start: str = ""
    end: str = ""
    depart: str = "10:00"
    date: str = ""
    budget_minutes: int | None = None


def day(trip: Trip) -> date:
    """The date of the walk; :class:`GuideError` for no date."""
    if not trip.date:
        return today()
    try:
        return date.fromisoformat(trip.date.strip())
    except ValueError as error:
        hint = "Write it as 2026-11-23."
        raise GuideError(f"no date: {plain(trip.date)!r}", where="date", hint=hint) from error


def budget_seconds(trip: Trip) -> float | None:
    """The time there is, in seconds; :class:`GuideError` when it is no time at all."""
    if trip.budget_minutes is None:
        return None
    if not 0 < trip.budget_minutes <= 7 * DAY:
        raise GuideError(
            f"a budget of {trip.budget_minutes} minutes", where="budget", hint="Give 1 minute to 7 days."
        )
    return trip.budget_minutes * 60.0


def budget_minutes(text: str) -> int | None:
    """Minutes in ``2h``, ``90m``, ``1h30`` or ``90``; ``None`` for an empty text."""
    if not text:
        return None
    match = re.fullmatch(r"(?:(\d{1,2})h)?(?:(\d{1,4})m?)?", text.strip().lower())
    if not match or not (match[1] or match[2]):
        raise GuideError(f"no time: {text!r}", hint="Examples: 2h, 90m, 1h30")
    minutes = int(match[1] or 0) * 60 + int(match[2] or 0)
    if not 1 <= minutes <= 24 * 60:
        raise GuideError(f"a budget is 1 minute to 24 hours, not {text!r}")
    return minutes
