"""What somebody wants to do is understood: the words of intents, and the share found."""

import json
from pathlib import Path
from typing import Any

import pytest

from hqguide.packfile import decode
from hqguide.parts.intents import is_deed, read_intents
from hqguide.parts.language import INTENTS, Language
from hqguide.parts.model import Intents
from hqguide.parts.understand import understand

HERE = Path(__file__).parent


def _rows(half: str) -> list[dict[str, Any]]:
    rows = json.loads((HERE / "intents.json").read_text(encoding="utf-8"))
    return [row for row in rows if row["half"] == half]


def _recall(half: str, language: Language) -> float:
    rows = _rows(half)
    hits = sum(
        any(m.category in row["expect_any"] for m in understand(row["query"], language)[:3]) for row in rows
    )
    return hits / len(rows)


def test_the_intents_tuned_on_are_among_the_first_three(language: Language) -> None:
    assert _recall("dev", language) >= 0.95


def test_the_intents_seen_since_are_among_the_first_three(language: Language) -> None:
    assert _recall("held", language) >= 0.95


def test_most_held_out_intents_are_among_the_first_three(language: Language) -> None:
    assert _recall("fresh", language) >= 0.85


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("melt tin to join wires", "tool.solder"),
        ("keep the cable from moving", "wire.sleeve"),
        ("把电池固定住", "battery.primary"),
        ("measuring the voltages", "test.meter"),
    ],
)
def test_an_intent_is_found_in_any_form_and_order(language: Language, text: str, category: str) -> None:
    assert category in [meaning.category for meaning in understand(text, language)[:3]]


def test_a_thing_named_outright_is_no_intent(language: Language) -> None:
    assert all(meaning.via != "intent" for meaning in understand("soldering iron", language))


def test_a_deed_begins_with_what_to_do(language: Language) -> None:
    assert is_deed("keep cables tidy", "", language)
    assert is_deed("防止短路", "防止短路", language)
    assert is_deed("照片存不下", "照片存不下", language)
    assert not is_deed("cable tie", "", language)
    assert not is_deed("mend drone", "", language)
    assert not is_deed("a light strip that follows the music", "", language)
    assert not is_deed("", "", language)


def test_words_that_tell_of_nothing_mean_nothing(language: Language) -> None:
    assert read_intents("the quick brown fox", "", language) == {}
    assert read_intents("", "", language) == {}


def test_every_intent_names_a_category_and_known_classes(language: Language) -> None:
    intents = decode(language.folder / INTENTS, Intents)
    assert intents.source == "hqguide wording"
    assert set(intents.asked) <= set(language.by_id)
    used = {
        word.removeprefix("@")
        for lines in intents.asked.values()
        for line in lines
        for place in line.split()
        for word in place.split("|")
        if word.startswith("@")
    }
    assert used <= set(intents.classes)
