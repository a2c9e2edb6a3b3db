"""When a hall is open on a day: hours on record, else the pattern visitors report, with warnings.

Few halls have hours on record. For the rest the guide gives what visitors found in the district and
says so. A rule for Sundays or holidays binds where two sources of different years say the same of the same
days; what one visit found, a share of the counters, or days that are not named only warn.
Public holidays come from the ``holidays`` library, which works offline; beyond the years whose
calendar the government has published it knows the festivals but not the shifted working days.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from hqguide.errors import GuideError
from hqguide.market.model import Building, Confidence, Hours, Record
from hqguide.market.pack import Market, read_file

When = Literal["sunday", "national day", "spring festival", "sunday after a holiday"]
Effect = Literal["shut", "partly open", "open"]
Openness = Literal["open", "maybe", "shut"]

# China keeps one time all year; no time-zone data are needed for it.
SHENZHEN = timezone(timedelta(hours=8))
PHONE_SHARE = 0.3
SPRING_DAYS = 14
AFTER_HOLIDAY_DAYS = 7
_NEW_YEAR = "Chinese New Year (Spring Festival)"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


class TypicalHours(Record, frozen=True):
    """What visitors found in the district: first and last opening and closing, ``HH:MM`` local time."""

    open: str
    open_latest: str
    close: str
    close_latest: str
    as_of: str
    sources: tuple[str, ...]
    applies_to: str = "district"
    note: str | None = None


class ClosingRule(Record, frozen=True):
    """What visitors and press found shut or open on a kind of day.

    ``first`` and ``last`` are ``MM-DD`` and limit a National Day rule; ``share_open`` is the part of
    the counters that was open; ``buildings`` limits a rule to halls. One that ``binds`` shuts the floors
    that sell mostly ``goods``, category ids or the beginnings of such.
    """

    id: str
    when: When
    what: str
    effect: Effect
    text: str
    as_of: str
    sources: tuple[str, ...]
    confidence: Confidence
    first: str | None = None
    last: str | None = None
    share_open: float | None = None
    buildings: tuple[str, ...] = ()
    binds: bool = False
    goods: tuple[str, ...] = ()

    @property
    def basis(self) -> str:
        """When that was, and who says so: ``2017; itmedia-2017``."""
        return f"{self.as_of}; {', '.join(self.sources)}"

    @property
    def sentence(self) -> str:
        """The rule with its basis: ``On Sundays some 70 % of the counters are open (2017; itmedia-2017).``"""
        return f"{self.text.rstrip('.')} ({self.basis})."


class Calendar(Record, frozen=True):
    """``holidays.json``: the typical hours and the closing rules."""

    typical: tuple[TypicalHours, ...]
    rules: tuple[ClosingRule, ...]


class Opening(msgspec.Struct, frozen=True):
    """What is known of one hall, or of the district, on one day.

    ``basis`` is ``record`` for hours of the hall itself, ``typical`` for the district's pattern and
    ``closed`` for a hall that no longer trades (``open`` and ``close`` are then empty). A ``converted``
    hall sells other goods now, so hours from before may not hold.
    """

    day: date
    basis: Literal["record", "typical", "closed"]
    open: str
    close: str
    as_of: str | None
    sources: tuple[str, ...]
    typical: TypicalHours
    building: str | None = None
    note: str | None = None
    holiday: str | None = None
    warnings: tuple[ClosingRule, ...] = ()
    converted: bool = False


def today() -> date:
    """The date in Shenzhen, whatever the computer's own time zone."""
    return datetime.now(SHENZHEN).date()


def minutes(text: str) -> int:
    """Minutes since midnight of ``H:MM`` or ``HH:MM``; :class:`GuideError` for anything else."""
    match = _CLOCK.fullmatch(text.strip().replace("：", ":"))
    if match is None:
        raise GuideError(f"{text.strip()[:20]!r} is not a time of day", hint="Write it as 10:00 or 9:30.")
    return int(match[1]) * 60 + int(match[2])


def clock(minute: float) -> str:
    """``HH:MM`` of minutes since midnight, rounded down; past midnight it starts again at 00:00."""
    whole = int(minute) % (24 * 60)
    return f"{whole // 60:02}:{whole % 60:02}"


@lru_cache(maxsize=4)
def load_calendar(folder: Path) -> Calendar:
    """Read ``holidays.json`` of ``folder``; :class:`GuideError` when it is missing or broken."""
    return read_file(folder, "holidays.json", Calendar)


@lru_cache(maxsize=16)
def public_holidays(year: int) -> dict[date, str]:
    """Public holidays of China in ``year`` with their English names."""
    import holidays

    return dict(holidays.country_holidays("CN", years=year, language="en_US"))


def spring_festival(year: int) -> date | None:
    """New Year's Day of the Chinese calendar in ``year``, or ``None`` beyond the library's years."""
    return min((day for day, name in public_holidays(year).items() if name == _NEW_YEAR), default=None)


def opening(market: Market, building_id: str | None, day: date) -> Opening:
    """Hours of a hall, or of the district for ``None``, on ``day``, with the warnings for that day.

    Raises :class:`GuideError` for a building the pack does not have.
    """
    calendar = load_calendar(market.folder)
    building = _building(market, building_id) if building_id is not None else None
    typical = _typical(calendar, building)
    found = Opening(
        day=day,
        basis="typical",
        open=typical.open,
        close=typical.close,
        as_of=typical.as_of,
        sources=typical.sources,
        typical=typical,
        building=building_id,
        note="Typical for the district." if building_id is None else "Typical, no record for this hall.",
        holiday=public_holidays(day.year).get(day),
        warnings=tuple(rule for rule in calendar.rules if _applies(rule, building_id, day)),
    )
    return _of_hall(found, building, day) if building else found


def _typical(calendar: Calendar, building: Building | None) -> TypicalHours:
    """The pattern of phone-repair halls where much on record is for phones, else the district's."""
    goods = [g for floor in (building.floors if building else ()) for c in floor.claims for g in c.goods]
    goods += [g for claim in (building.claims if building else ()) for g in claim.goods]
    phones = sum(any(c.startswith("phone") or c == "service.repair" for c in g.categories) for g in goods)
    if goods and phones >= PHONE_SHARE * len(goods):
        return next((t for t in calendar.typical if t.applies_to == "phone repair"), calendar.typical[0])
    return calendar.typical[0]


def is_open(opening: Opening, at: str) -> Openness:
    """Whether one can buy at ``HH:MM``: ``maybe`` when the doors are open but counters may not be.

    Counters open later than doors, so the first hour of the district's pattern is a ``maybe``; so is
    any time on a day for which a warning says that part of the market is shut.
    """
    if opening.basis == "closed":
        return "shut"
    now = minutes(at)
    sure = minutes(opening.typical.open), minutes(opening.close)
    first, last = minutes(opening.open), sure[1]
    if opening.basis == "typical":
        sure = minutes(opening.typical.open_latest), minutes(opening.close)
        last = minutes(opening.typical.close_latest)
    if not first <= now < last:
        return "shut"
    doubted = opening.converted or any(rule.effect != "open" for rule in opening.warnings)
    return "open" if sure[0] <= now < sure[1] and not doubted else "maybe"


def halls_open(market: Market, day: date, at: str) -> tuple[tuple[str, Openness], ...]:
    """Halls with hours on record that are, or may be, open on ``day`` at ``HH:MM``, sure ones first."""
    found = []
    for building in market.buildings:
        known = opening(market, building.id, day)
        state = is_open(known, at)
        if known.basis == "record" and state != "shut":
            found.append((building.id, state))
    return tuple(sorted(found, key=lambda hall: hall[1] != "open"))


def _of_hall(found: Opening, building: Building, day: date) -> Opening:
    status = building.status
    if status.state == "closed":
        return msgspec.structs.replace(
            found,
            basis="closed",
            open="",
            close="",
            as_of=status.as_of,
            sources=(status.source,) if status.source else (),
            note=status.note or "Closed for good.",
            warnings=(),
        )
    found = msgspec.structs.replace(found, converted=status.state == "converted")
    hours = _hours_on(building, day)
    if hours is None:
        return found
    return msgspec.structs.replace(
        found,
        basis="record",
        open=hours.open,
        close=hours.close,
        as_of=hours.as_of,
        sources=(hours.source,),
        note=hours.note,
    )


def _building(market: Market, building_id: str) -> Building:
    try:
        return market.by_id[building_id]
    except KeyError:
        raise GuideError(
            f"no building {building_id!r}", hint="`hqguide data stats` lists the buildings."
        ) from None


def _hours_on(building: Building, day: date) -> Hours | None:
    return next((hours for hours in building.hours if day.weekday() in _weekdays(hours.days)), None)


def _weekdays(days: str) -> range:
    """Weekday numbers of ``Mon-Fri`` or ``Sun``; every day for words such as ``daily``."""
    names = [part.strip().casefold()[:3] for part in days.split("-")]
    if any(name not in _WEEKDAYS for name in names):
        return range(7)
    return range(_WEEKDAYS.index(names[0]), _WEEKDAYS.index(names[-1]) + 1)


def _applies(rule: ClosingRule, building_id: str | None, day: date) -> bool:
    if rule.buildings and building_id is not None and building_id not in rule.buildings:
        return False
    if rule.when == "national day":
        return (rule.first or "10-01") <= f"{day:%m-%d}" <= (rule.last or "10-08")
    if rule.when == "spring festival":
        return _in_spring_festival(day)
    if day.weekday() != _WEEKDAYS.index("sun"):
        return False
    return rule.when == "sunday" or _after_holiday(day)


def _in_spring_festival(day: date) -> bool:
    """From New Year's Eve for the two weeks that visitors found halls shut."""
    first = spring_festival(day.year)
    return first is not None and -1 <= (day - first).days <= SPRING_DAYS


def _after_holiday(day: date) -> bool:
    """Whether a public holiday of more than one day ended in the week before ``day``."""
    return day not in public_holidays(day.year) and any(
        before in public_holidays(before.year) and before - timedelta(1) in public_holidays(before.year)
        for before in _days_before(day)
    )


def _days_before(day: date) -> Iterator[date]:
    return (day - timedelta(days) for days in range(1, AFTER_HOLIDAY_DAYS + 1))
