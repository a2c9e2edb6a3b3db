"""What the walker asks for: where from and to, when, and how long it may take."""

from datetime import date, datetime, timedelta, timezone

import msgspec

from hqguide.errors import GuideError
from hqguide.text import plain

DAY = 24 * 60
# China keeps one time all year; no time-zone data are needed for it.
SHENZHEN = timezone(timedelta(hours=8))


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
        return datetime.now(SHENZHEN).date()
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
