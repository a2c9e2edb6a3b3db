"""Rules that shut floors: only those that bind, only their days, and only floors that sell what they name."""

from datetime import date

import pytest
from msgspec.structs import replace

from hqguide.market.closings import closing_rule
from hqguide.market.hours import opening
from hqguide.market.pack import Market, load_market


@pytest.fixture(scope="module")
def market() -> Market:
    return load_market()


@pytest.mark.parametrize(
    ("day", "shut"),
    [
        (date(2027, 9, 30), False),
        (date(2027, 10, 1), True),
        (date(2027, 10, 3), True),
        (date(2027, 10, 4), False),  # In 2018 they had opened again; 2025 alone only warns.
        (date(2027, 2, 6), False),  # New Year's Day: whole halls shut, but nobody says which.
        (date(2026, 11, 29), False),  # A Sunday: most counters are open.
    ],
)
def test_component_floors_are_shut_on_the_days_two_visits_agree_on(
    market: Market, day: date, shut: bool
) -> None:
    found = closing_rule(market, opening(market, "seg-plaza", day), 1)
    assert (found is not None) == shut
    if found:
        assert found.basis == "2025-10; nowshenzhen-2018, itbear-2025"
        assert found.sentence.endswith(
            "from 1 to 3 October in 2018, and again in 2025 (2025-10; nowshenzhen-2018, itbear-2025)."
        )


def test_three_floors_of_huaqiang_electronic_world_stay_open_as_the_visitor_of_2025_found(
    market: Market,
) -> None:
    hours = opening(market, "hqew-1", date(2027, 10, 2))
    floors = [floor.level for floor in market.by_id["hqew-1"].floors]
    assert [level for level in floors if closing_rule(market, hours, level) is None] == [3, 4, 5]


def test_phones_and_floors_nobody_knows_are_not_shut(market: Market) -> None:
    day = date(2027, 10, 2)
    assert closing_rule(market, opening(market, "longsheng-accessories", day), 2) is None
    assert closing_rule(market, opening(market, "seg-plaza", day), None) is None
    assert closing_rule(market, opening(market, "seg-plaza", day), 40) is None
    assert closing_rule(market, opening(market, None, day), 1) is None


def test_a_rule_that_only_warns_shuts_nothing(market: Market) -> None:
    hours = opening(market, "seg-plaza", date(2027, 10, 2))
    warned = replace(hours, warnings=tuple(replace(rule, binds=False) for rule in hours.warnings))
    assert closing_rule(market, hours, 1) is not None
    assert closing_rule(market, warned, 1) is None
