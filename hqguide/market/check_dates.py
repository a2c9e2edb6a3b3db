"""Rules for dates: ISO 8601 as exact as known, real, not before the market and not yet to come."""

import re
from collections.abc import Iterator
from datetime import date

FIRST_YEAR = 1979
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def first_day(text: str) -> date | None:
    """The first day of ``2013``, ``2013-04`` or ``2013-04-14``; ``None`` when there is no such date."""
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


def date_faults(text: str | None, today: date) -> Iterator[str]:
    """What is wrong with a date; ``None`` is a date not known and is fine."""
    if text is None:
        return
    day = first_day(text)
    if day is None:
        yield f"date {text!r} is not YYYY, YYYY-MM or YYYY-MM-DD"
    elif day > today:
        yield f"date {text} lies after {today}, the day the pack was reviewed"
    elif day.year < FIRST_YEAR:
        yield f"date {text} lies before {FIRST_YEAR}, when the market did not exist"
