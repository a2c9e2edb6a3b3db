"""Setting out: now, or with the next opening when everything is closed."""

from datetime import date, datetime

import msgspec
import pytest

from hqguide.errands.departure import Departure
from hqguide.market.hours import SHENZHEN, Opening
from hqguide.notebook.lists import ListItem
from hqguide.route.trip import Trip
from tests.errands.errand_worlds import SyntheticErrands

LINES = (ListItem(id=1, text="resistor", quantity=1),)


class ShutOnSundays(SyntheticErrands):
    """Open from 10:00 to 20:00, but not on Sundays."""

    def _open(self, building: str, day: date) -> Opening:
        hours = super()._open(building, day)
        return msgspec.structs.replace(hours, open="", close="") if day.weekday() == 6 else hours


class NeverOpen(SyntheticErrands):
    """Shut on every day there is."""

    def _open(self, building: str, day: date) -> Opening:
        return msgspec.structs.replace(super()._open(building, day), open="", close="")


def at(text: str, errands: type[SyntheticErrands] = ShutOnSundays, trip: Trip | None = None) -> Departure:
    now = datetime.fromisoformat(text).replace(tzinfo=SHENZHEN)
    return errands(lambda: now).setting_out(LINES, trip or Trip(depart=""))


def test_one_sets_out_now_when_something_is_open() -> None:
    found = at("2026-11-24T14:07")
    assert (found.trip.date, found.trip.depart, found.told) == ("2026-11-24", "14:07", ())


@pytest.mark.parametrize(
    ("now", "day", "words"),
    [
        ("2026-11-24T05:00", "2026-11-24", "The next opens today at 10:00"),
        ("2026-11-24T20:00", "2026-11-25", "The next opens on Wednesday 2026-11-25 at 10:00"),
        ("2026-11-28T21:00", "2026-11-30", "The next opens on Monday 2026-11-30 at 10:00"),
        ("2026-11-29T12:00", "2026-11-30", "The next opens on Monday 2026-11-30 at 10:00"),
    ],
)
def test_when_all_is_closed_the_walk_begins_with_the_next_opening(now: str, day: str, words: str) -> None:
    found = at(now)
    assert (found.trip.date, found.trip.depart) == (day, "10:00")
    assert words in found.told[0]
    assert found.told[0].startswith(f"It is {now[-5:]}: ")


def test_where_nothing_opens_at_all_the_plan_is_left_to_say_so() -> None:
    found = at("2026-11-24T12:00", NeverOpen)
    assert (found.trip.depart, found.told) == ("12:00", ())


@pytest.mark.parametrize(
    ("trip", "depart", "told"),
    [
        (Trip(depart="", date="2026-12-01"), "10:00", ()),
        (Trip(depart="09:00", date="2026-12-01"), "09:00", ()),
        (Trip(depart="12:40"), "12:40", ()),
        (Trip(depart="09:00"), "09:00", ("It is 13:00: the walk as planned began at 09:00.",)),
        (Trip(depart="", date="2026-11-20"), "10:00", ("2026-11-20 is past: today is 2026-11-24.",)),
        (Trip(depart="", date="2026-11-24"), "13:00", ()),
    ],
)
def test_a_time_or_day_of_ones_own_is_kept(trip: Trip, depart: str, told: tuple[str, ...]) -> None:
    found = at("2026-11-24T13:00", trip=trip)
    assert (found.trip.depart, found.told) == (depart, told)
