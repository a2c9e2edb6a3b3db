"""What the walker asks for: where from and to, when, and how long it may take."""

import re
from datetime import date, timedelta
from math import isfinite

import msgspec

from hqguide.errors import GuideError
from hqguide.market.hours import today
from hqguide.text import plain

DAY = 24 * 60
MOST_DAYS_BACK = timedelta(days=366)
LEAST_VALUE, MOST_VALUE = 1.0, 1_000_000.0
MOST_QUOTES = 9


class Trip(msgspec.Struct, frozen=True):
    """One walk to plan.

    ``start`` and ``end`` are place paths, names of buildings, or stations with or without an exit
    (``华强路 A``). An empty start is Huaqiang Road station; an empty end ends the walk at its last
    stop. ``depart`` is ``HH:MM``, ``date`` ISO 8601 (empty: today in Shenzhen).

    ``value_of_time`` in yuan an hour makes money count: that much is paid to save an hour. ``compare``
    is how many sellers to ask for each item, or only for the items whose wording holds one of
    ``compare_only``. ``must``, ``never``, ``first`` and ``last`` pin places: to be visited, to be left
    out, and to be the first and the last stops in the order given.
    """

    start: str = ""
    end: str = ""
    depart: str = "10:00"
    date: str = ""
    budget_minutes: int | None = None
    value_of_time: float | None = None
    compare: int = 1
    compare_only: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    last: tuple[str, ...] = ()


def day(trip: Trip) -> date:
    """The date of the walk; :class:`GuideError` for no date."""
    if not trip.date:
        return today()
    try:
        return date.fromisoformat(trip.date.strip())
    except ValueError as error:
        hint = "Write it as 2026-11-23."
        raise GuideError(f"no date: {plain(trip.date)!r}", where="date", hint=hint) from error


def day_on_record(trip: Trip, reviewed: str) -> date:
    """The date of the walk; :class:`GuideError` when it lies years before the records were ``reviewed``."""
    when, known = day(trip), date.fromisoformat(reviewed)
    if known - when > MOST_DAYS_BACK:
        raise GuideError(
            f"{when} is long past",
            where="date",
            hint=f"The records are of the market of {known}. Give a day from then on.",
        )
    return when


def budget_seconds(trip: Trip) -> float | None:
    """The time there is, in seconds; :class:`GuideError` when it is no time at all."""
    if trip.budget_minutes is None:
        return None
    if not 0 < trip.budget_minutes <= 7 * DAY:
        raise GuideError(
            f"a budget of {trip.budget_minutes} minutes", where="budget", hint="Give 1 minute to 7 days."
        )
    return trip.budget_minutes * 60.0


def seconds_per_yuan(trip: Trip) -> float:
    """What a yuan counts in seconds; 0 when money does not count, :class:`GuideError` for no sum of money."""
    if trip.value_of_time is None:
        return 0.0
    if not (isfinite(trip.value_of_time) and LEAST_VALUE <= trip.value_of_time <= MOST_VALUE):
        raise GuideError(
            f"an hour worth {trip.value_of_time:g} yuan",
            where="value of time",
            hint=f"Give {LEAST_VALUE:g} to {MOST_VALUE:,.0f} yuan an hour.",
        )
    return 3600.0 / trip.value_of_time


def quotes_for(trip: Trip, text: str) -> int:
    """At how many sellers to ask for the item worded ``text``; :class:`GuideError` for fewer than one."""
    if not 1 <= trip.compare <= MOST_QUOTES:
        raise GuideError(
            f"a comparison of {trip.compare} sellers", where="compare", hint=f"Give 1 to {MOST_QUOTES}."
        )
    named = not trip.compare_only or any(one.casefold() in text.casefold() for one in trip.compare_only)
    return trip.compare if named else 1


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
