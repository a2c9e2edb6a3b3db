"""Spellings of the same thing become equal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.parts.normalise import MAX_QUERY, clean, fold, han, part_key, squash, stem, words
from hqguide.parts.traditional import simplify


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＳＴＭ３２", "stm32"),
        ("電容", "电容"),
        ("螢幕", "屏幕"),
        ("電晶體", "三极管"),
        ("行動電源", "充电宝"),
        ("10kΩ", "10KOHM"),
        ("10µF", "10μF"),
        ("a\u200bb", "a b"),
        ("R_0603", "r 0603"),
    ],
)
def test_folded_spellings_are_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("colour sensors", "color sensor"),
        ("Wi-Fi antennas", "wifi antenna"),
        ("heat shrink", "heatshrink"),
        ("USB-C plug", "type c plug"),
        ("CAP CER", "ceramic capacitor"),
        ("batteries", "battery"),
    ],
)
def test_words_of_the_same_thing_are_equal(one: str, other: str) -> None:
    assert set(words(fold(one))) == set(words(fold(other)))


def test_a_singular_that_ends_in_s_keeps_it() -> None:
    assert [stem(word) for word in ("glass", "bus", "chassis", "gps", "wires")] == [
        "glass",
        "bus",
        "chassis",
        "gps",
        "wire",
    ]


def test_squashed_text_has_no_punctuation() -> None:
    assert squash(fold("Type-C 母座")) == "typec母座"
    assert han("USB 母座, 16P 沉板") == "母座沉板"


def test_part_keys_ignore_case_blanks_and_underscores() -> None:
    assert part_key("stm32 f103_c8") == "STM32F103C8"
    assert len(part_key("x" * 500)) == 40


def test_simplified_text_is_left_alone() -> None:
    for text in ("贴片电容", "plain ascii", "", "屏幕 TFT"):
        assert simplify(text) == text


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text)
    assert fold(once, limit=len(once) + 1) == once
    assert len(clean(text)) <= 3 * MAX_QUERY


@given(st.text(max_size=400))
def test_folded_text_has_no_control_characters(text: str) -> None:
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in fold(text))
