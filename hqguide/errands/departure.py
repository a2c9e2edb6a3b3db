"""When one sets out: now, or as soon as a place that sells something on the list is open."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import msgspec
from msgspec.structs import replace

from hqguide.market.hours import clock, minutes
from hqguide.route.errand import Errand
from hqguide.route.trip import Trip, day

# So many days ahead one that is open is looked for.
DAYS_AHEAD = 14
LATE_MINUTES = 30


class Departure(msgspec.Struct, frozen=True):
    """The trip to plan, and what there is to tell about when it begins."""

    trip: Trip
    told: tuple[str, ...] = ()


def setting_out(prepared: Callable[[Trip], Errand], trip: Trip, now: datetime) -> Departure:
    """``trip`` from ``now`` on, unless it names a time or another day of its own.

    When everything that sells something on the list is closed now, it begins with the next opening.
    ``prepared`` makes the errand of a trip.
    """
    today = now.date()
    if trip.depart or (trip.date and day(trip) != today):
        return _as_asked(trip, now)
    trip = replace(trip, date=today.isoformat(), depart=f"{now:%H:%M}")
    doors = prepared(trip).doors.values()
    minute = minutes(trip.depart)
    if not doors or any(door.open <= minute < door.close for door in doors):
        return Departure(trip)
    later = [door.open for door in doors if not door.shut and door.open > minute]
    if later:
        return _at_opening(trip, now, today, min(later))
    for ahead in (today + timedelta(days) for days in range(1, DAYS_AHEAD + 1)):
        doors = prepared(replace(trip, date=ahead.isoformat())).doors.values()
        opens = [door.open for door in doors if not door.shut]
        if opens:
            return _at_opening(trip, now, ahead, min(opens))
    return Departure(trip)


def _as_asked(trip: Trip, now: datetime) -> Departure:
    """A trip at a time of its own, and whether that is over."""
    trip = replace(trip, depart=trip.depart or Trip().depart, date=trip.date or now.date().isoformat())
    told = []
    if day(trip) < now.date():
        told.append(f"{day(trip)} is past: today is {now.date()}.")
    elif day(trip) == now.date() and over(trip, now):
        told.append(f"It is {now:%H:%M}: the walk as planned began at {trip.depart}.")
    return Departure(trip, tuple(told))


def over(trip: Trip, now: datetime) -> bool:
    """Whether the time of day at which ``trip`` begins is over by more than ``LATE_MINUTES``."""
    return now.hour * 60 + now.minute - minutes(trip.depart) > LATE_MINUTES


def _at_opening(trip: Trip, now: datetime, when: date, minute: float) -> Departure:
    opens = clock(minute)
    today = when == now.date()
    on = "today" if today else f"on {when:%A} {when}"
    told = (
        f"It is {now:%H:%M}: every place that sells something on the list is closed. "
        f"The next opens {on} at {opens}; the walk is planned from then."
    )
    return Departure(replace(trip, date=when.isoformat(), depart=opens), (told,))
