"""Counter numbers are read by the numbering of their building."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.market.counters import decode, readings, spellings
from hqguide.market.pack import Market


@pytest.mark.parametrize(
    ("building", "number", "words"),
    [
        ("hqew-1", "23C217", "building 2, 4F, zone C, number 217"),
        ("hqew-1", "20A407", "building 2, 1F, zone A, number 407"),
        ("hqew-1", "31C173S", "building 3, 1F, zone C, number 173S"),
        ("seg-plaza", "2955", "2F, zone 9, number 55"),
        ("seg-plaza", "3A15", "3F, zone A, number 15"),
        ("duhui", "3B071-072", "3F, zone B, number 071"),
        ("duhui", " 3b002 ", "3F, zone B, number 002"),
    ],
)
def test_a_number_is_read_by_the_rules_of_its_building(
    market: Market, building: str, number: str, words: str
) -> None:
    reading = decode(market.by_id[building], number)
    assert reading is not None
    assert reading.words() == words


def test_a_number_no_rule_fits_is_not_read(market: Market) -> None:
    assert decode(market.by_id["seg-plaza"], "ZZZ") is None
    assert decode(market.by_id["maoye"], "2955") is None


def test_a_range_is_spelt_by_its_first_number() -> None:
    assert spellings("3B071-072") == ("3B071-072", "3B071072", "3B071")
    assert "5B641" in spellings("5B641/642")


def test_every_numbered_stall_on_a_known_floor_agrees_with_its_number(market: Market) -> None:
    checked = 0
    for stall in market.stalls:
        building = market.by_id.get(stall.building or "")
        if building is None or stall.counter is None or stall.level is None:
            continue
        levels = {r.level for r in readings(building, stall.counter) if r.level}
        checked += bool(levels)
        assert not levels or stall.level in levels, stall.id
    assert checked > 150


@given(st.text(max_size=30))
def test_any_text_can_be_tried_as_a_number(market: Market, text: str) -> None:
    for building in market.buildings[:6]:
        for reading in readings(building, text):
            assert reading.level != 0
