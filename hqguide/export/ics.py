"""A walk as iCalendar (RFC 5545): an event for the walk and one for every stop, in Shenzhen time."""

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

from hqguide.errors import GuideError
from hqguide.export.course import Course, Told, course_of
from hqguide.export.handout import Handout
from hqguide.export.prepare import plan_key
from hqguide.export.telling import hall, where

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone

ZONE = "Asia/Shanghai"
# China has kept one time without summer time since September 1991 (IANA time zone database).
_OFFSET = timedelta(hours=8)
_SINCE = datetime(1991, 9, 15)  # noqa: DTZ001 (a local time, as a VTIMEZONE wants it)
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "hqguide:walk")


def to_ics(handout: Handout) -> str:
    """The walk as one calendar. Its stamp is the day of the walk, so that one plan gives one file.

    Raises :class:`GuideError` for a walk without a day.
    """
    course = course_of(handout)
    day = _day(course.walk.date)
    calendar = _calendar(course)
    calendar.add_component(_zone())
    for event in _events(course, day):
        calendar.add_component(event)
    return bytes(calendar.to_ical()).decode()


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if not _SINCE.year < day.year < date.max.year:
        raise GuideError(f"the day of the walk is {text!r}", hint="A calendar needs one: --on YYYY-MM-DD.")
    return day


def _calendar(course: Course) -> "Calendar":
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//hqguide//Huaqiangbei field guide//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", course.title)
    return calendar


def _zone() -> "Timezone":
    from icalendar import Timezone, TimezoneStandard

    standard = TimezoneStandard()
    standard.add("dtstart", _SINCE)
    standard.add("tzoffsetfrom", _OFFSET)
    standard.add("tzoffsetto", _OFFSET)
    standard.add("tzname", "CST")
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(standard)
    return zone


def _events(course: Course, day: date) -> Iterator["Event"]:
    """The walk as a whole, which blocks no time, and its stops."""
    key = plan_key(course.walk)
    walk = _event(f"{key}/walk", day, course.title, course.about)
    walk.add("transp", "TRANSPARENT")
    walk.add("location", course.walk.start)
    begin = now = _clock(course.walk.depart)
    _span(walk, day, begin, begin and begin + timedelta(seconds=max(0, round(course.walk.total.seconds))))
    yield walk
    for told in course.stops:
        begin = _after(now, _clock(told.stop.arrive))
        end = now = _after(begin, _clock(told.stop.leave))
        yield _stop(key, day, told, begin, end)


def _after(now: timedelta | None, clock: timedelta | None) -> timedelta | None:
    """``clock`` not before ``now``: a walk past midnight goes on with small hours."""
    if now is None or clock is None:
        return clock
    return clock + timedelta(days=max(0, -((clock - now) // timedelta(days=1))))


def _stop(key: str, day: date, told: Told, begin: timedelta | None, end: timedelta | None) -> "Event":
    event = _event(f"{key}/{told.number}", day, told.title, told.lines)
    event.add("location", f"{hall(told.stop)} · {where(told.stop)}")
    if told.at:
        event.add("geo", (told.at.lat, told.at.lon))
    _span(event, day, begin, end)
    return event


def _event(name: str, day: date, summary: str, lines: tuple[str, ...]) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", str(uuid.uuid5(_SPACE, name)))
    event.add("dtstamp", datetime.combine(day, time(), UTC))
    event.add("summary", summary)
    event.add("description", "\n".join(lines))
    return event


def _span(event: "Event", day: date, begin: timedelta | None, end: timedelta | None) -> None:
    """Start and end of ``event``; the whole day when its time is not known."""
    if begin is None:
        event.add("dtstart", day)
        return
    midnight = datetime.combine(day, time(), timezone(_OFFSET, ZONE))
    event.add("dtstart", midnight + begin)
    if end is not None and end > begin:
        event.add("dtend", midnight + end)


def _clock(text: str) -> timedelta | None:
    """``10:05`` as time since midnight, or ``None`` for what is no time of day."""
    try:
        at = time.fromisoformat(text)
    except ValueError:
        return None
    return timedelta(hours=at.hour, minutes=at.minute)
