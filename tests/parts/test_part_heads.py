"""Heads let the right expressions through, checked against trying them all."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.parts.heads import LENGTH, OPENING, fits, heads, openings
from hqguide.parts.language import Language


@pytest.mark.parametrize(
    ("regex", "expected"),
    [
        ("^STM32", ("STM32",)),
        ("^(LM|UA)741", ("LM741", "UA741")),
        ("^(AT)?24C0", ("24C0", "AT24C0")),
        (r"^1N4\d\d\d", ("1N4###",)),
        ("^B[12]5", ("B15", "B25")),
        (r"^X\w+-1", ("X?",)),
        ("^A$|^BC", ("A", "BC")),
        (r"^[^A]B", ("?B",)),
        (r"^.Z", ("?Z",)),
        ("", ("",)),
    ],
)
def test_heads_picture_the_first_characters(regex: str, expected: tuple[str, ...]) -> None:
    found = heads(regex)
    assert all(len(head) <= LENGTH for head in found)
    assert {head[: len(want)] for head in found for want in expected if head.startswith(want)} == set(
        expected
    )


def test_a_head_is_found_by_its_first_two_characters() -> None:
    assert openings("1#") == tuple(f"1{digit}" for digit in "0123456789")
    assert openings("M") == ("M",)
    assert "A7" in openings("??")


def test_a_short_number_does_not_fit_a_longer_head() -> None:
    assert not fits("STM32", "STM")
    assert fits("ST#", "ST7735")
    assert not fits("ST#", "STM32")


def _lookup(key: str, language: Language) -> set[int]:
    heads_by_start = language.index.heads
    return {
        number
        for size in range(OPENING + 1)
        for head, number in heads_by_start.get(key[:size], ())
        if fits(head, key)
    }


def test_no_family_that_matches_is_held_back(language: Language) -> None:
    compiled = [re.compile(family.regex, re.ASCII) for family in language.families]
    chosen = random.Random(11)  # noqa: S311
    keys = [key for key in language.index.examples if key.isascii()]
    for key in chosen.sample(keys, 250):
        mangled = key[: chosen.randrange(1, len(key) + 1)] + chosen.choice(["", "A", "7", "-B", "X1"])
        slow = {number for number, pattern in enumerate(compiled) if pattern.match(mangled)}
        assert slow <= _lookup(mangled, language), mangled


@given(st.text(alphabet="ABCLMNST0123456789-", max_size=12))
def test_a_lookup_never_fails(language: Language, key: str) -> None:
    assert all(0 <= number < len(language.families) for number in _lookup(key, language))
