"""Opening hours: records first, the district's pattern else, and warnings on special days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.market.hours import (
    clock,
    halls_open,
    is_open,
    minutes,
    opening,
    public_holidays,
    spring_festival,
)
from hqguide.market.pack import Market

TUESDAY = date(2026, 11, 24)
SUNDAY = date(2026, 11, 29)
NATIONAL_DAY = date(2026, 10, 2)


def rules(market: Market, building: str | None, day: date) -> set[str]:
    return {rule.id for rule in opening(market, building, day).warnings}


@given(st.integers(0, 24 * 60 - 1))
def test_a_time_survives_the_way_there_and_back(minute: int) -> None:
    assert minutes(clock(minute)) == minute


@pytest.mark.parametrize(("text", "value"), [("9:30", 570), ("09:30", 570), (" 0:00 ", 0), ("18：05", 1085)])
def test_times_of_day_are_read(text: str, value: int) -> None:
    assert minutes(text) == value


@pytest.mark.parametrize("text", ["", "9", "24:00", "12:60", "9:5", "noon", "-1:00", "9:30pm"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(GuideError, match="not a time of day"):
        minutes(text)


def test_a_clock_past_midnight_starts_again() -> None:
    assert clock(24 * 60 + 5.9) == "00:05"


def test_a_hall_with_hours_on_record_gives_them_with_their_source(market: Market) -> None:
    found = opening(market, "seg-plaza", TUESDAY)
    assert (found.basis, found.open, found.close) == ("record", "09:30", "18:30")
    assert found.sources == ("tcg-diaba",)


def test_a_hall_without_a_record_says_so(market: Market) -> None:
    found = opening(market, "duhui", TUESDAY)
    assert (found.basis, found.open, found.close) == ("typical", "10:00", "18:00")
    assert found.note == "Typical, no record for this hall."


def test_a_closed_hall_is_closed_on_any_day(market: Market) -> None:
    found = opening(market, "gaokede-electronics", TUESDAY)
    assert found.basis == "closed"
    assert found.warnings == ()
    assert is_open(found, "12:00") == "shut"


def test_hours_follow_the_day_of_the_week(market: Market) -> None:
    assert opening(market, "wanshang", date(2026, 11, 28)).close == "22:00"
    assert opening(market, "wanshang", TUESDAY).close == "21:30"


def test_an_unknown_hall_is_a_clear_error(market: Market) -> None:
    with pytest.raises(GuideError, match="no building 'nowhere'"):
        opening(market, "nowhere", TUESDAY)


@pytest.mark.parametrize(
    ("at", "state"),
    [
        ("9:59", "shut"),
        ("10:00", "maybe"),
        ("11:59", "maybe"),
        ("12:00", "open"),
        ("17:59", "open"),
        ("18:00", "maybe"),
        ("18:29", "maybe"),
        ("18:30", "shut"),
    ],
)
def test_the_typical_pattern_has_soft_edges(market: Market, at: str, state: str) -> None:
    assert is_open(opening(market, None, TUESDAY), at) == state


@pytest.mark.parametrize(
    ("at", "state"),
    [("9:29", "shut"), ("9:30", "maybe"), ("10:00", "open"), ("18:29", "open"), ("18:30", "shut")],
)
def test_open_doors_are_not_yet_open_counters(market: Market, at: str, state: str) -> None:
    assert is_open(opening(market, "seg-plaza", TUESDAY), at) == state


def test_sunday_half_past_nine_is_answered(market: Market) -> None:
    assert is_open(opening(market, None, SUNDAY), "9:30") == "shut"
    assert ("hqew-1", "maybe") in halls_open(market, SUNDAY, "9:30")
    assert rules(market, None, SUNDAY) == {"sunday-70"}
    assert [rule.share_open for rule in opening(market, None, SUNDAY).warnings] == [0.7]


def test_halls_sure_to_be_open_come_first(market: Market) -> None:
    found = halls_open(market, TUESDAY, "10:00")
    assert found[0][1] == "open"
    assert [state for _, state in found] == sorted((state for _, state in found), key=["open", "maybe"].index)
    assert halls_open(market, TUESDAY, "4:00") == ()


def test_arriving_on_the_second_of_october_is_answered(market: Market) -> None:
    found = opening(market, "hqew-1", NATIONAL_DAY)
    assert found.holiday == "National Day"
    assert is_open(found, "11:00") == "maybe"
    assert {rule.id for rule in found.warnings} == {
        "national-day-components",
        "national-day-components-2025",
        "national-day-hqew",
        "national-day-retail",
    }
    assert all(rule.sources for rule in found.warnings)


def test_a_rule_for_one_hall_stays_with_it(market: Market) -> None:
    assert "national-day-hqew" not in rules(market, "seg-plaza", NATIONAL_DAY)
    assert "national-day-hqew" in rules(market, None, NATIONAL_DAY)


def test_the_three_days_of_2018_end_before_the_week_does(market: Market) -> None:
    assert "national-day-components" not in rules(market, None, date(2026, 10, 4))
    assert "national-day-components-2025" in rules(market, None, date(2026, 10, 8))
    assert rules(market, None, date(2026, 10, 9)) == set()


@pytest.mark.parametrize(("year", "first"), [(2026, date(2026, 2, 17)), (2027, date(2027, 2, 6))])
def test_the_spring_festival_is_known_offline(year: int, first: date) -> None:
    assert spring_festival(year) == first


def test_two_weeks_of_warnings_around_the_new_year(market: Market) -> None:
    first = date(2027, 2, 6)
    warned = [
        day
        for day in (first + timedelta(n) for n in range(-5, 25))
        if "spring-festival" in rules(market, None, day)
    ]
    assert (warned[0], warned[-1], len(warned)) == (date(2027, 2, 5), date(2027, 2, 20), 16)


def test_a_sunday_after_a_holiday_is_worse_than_a_sunday(market: Market) -> None:
    assert rules(market, None, date(2026, 10, 11)) == {"sunday-70", "sunday-after-holiday"}
    assert rules(market, None, date(2026, 10, 18)) == {"sunday-70"}


def test_holidays_need_no_network_for_the_next_years() -> None:
    assert all(date(year, 10, 1) in public_holidays(year) for year in range(2026, 2031))
