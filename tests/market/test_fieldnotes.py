"""Phrases, history, prices and advice of the shipped pack."""

import re
from pathlib import Path

import pytest

from hqguide.errors import GuideError
from hqguide.market.fieldnotes import FieldNotes, Filling, Phrase, load_fieldnotes
from hqguide.market.pack import default_folder


@pytest.fixture(scope="module")
def notes() -> FieldNotes:
    return load_fieldnotes(default_folder())


def test_the_phrase_book_is_complete(notes: FieldNotes) -> None:
    assert len(notes.phrases) == 126
    assert len({phrase.topic for phrase in notes.phrases}) == 14


def test_filling_a_phrase_fills_all_three_lines(notes: FieldNotes) -> None:
    phrase = next(phrase for phrase in notes.phrases if phrase.id == "find.have_mpn")
    filled = phrase.fill({"part": Filling("ESP32", "ESP32", "ESP32")})
    assert (filled.en, filled.zh, filled.pinyin) == ("Do you have ESP32?", "有ESP32吗？", "yǒu ESP32 ma")
    assert filled.slots == ()


def test_a_slot_without_a_word_stays() -> None:
    phrase = Phrase(
        id="x", topic="find", en="{a} or {b}", zh="{a}还是{b}", pinyin="{a} háishi {b}", slots=("a", "b")
    )
    filled = phrase.fill({"a": Filling("{b}", "{b}", "{b}")})
    assert filled.zh == "{b}还是{b}"
    assert filled.slots == ("b",)


def test_history_keeps_its_doubts(notes: FieldNotes) -> None:
    by_status = {event.status for event in notes.timeline}
    assert by_status == {"two sources", "one source", "conflict", "date inferred"}
    early = next(event for event in notes.timeline if event.as_written == "early 1980s")
    assert early.date == "1980"


def test_history_runs_forward(notes: FieldNotes) -> None:
    years = [int(event.date[:4]) for event in notes.timeline]
    assert years == sorted(years)


def test_the_story_of_the_one_day_phone_is_not_told_as_fact(notes: FieldNotes) -> None:
    story = next(event for event in notes.timeline if "iPhone" in event.event)
    assert story.note is not None
    assert "two months" in story.note


def test_prices_name_amount_and_date(notes: FieldNotes) -> None:
    assert len(notes.prices) == 26
    assert all(price.yuan is not None or price.printed for price in notes.prices)
    assert sum(price.doubtful for price in notes.prices) == 4


def test_the_price_index_says_what_is_not_known(notes: FieldNotes) -> None:
    index = notes.price_index
    assert index.indices == 55
    assert len(index.families) == 4
    assert "weights" in index.not_known
    assert index.readings[0].as_of is None


def test_a_memory_card_asks_for_a_full_write(notes: FieldNotes) -> None:
    advice = next(one for one in notes.advice if one.id == "test-cards")
    assert "full" in advice.text
    assert advice.as_of == "2017"


def test_advice_for_a_hall_is_found_by_its_id(notes: FieldNotes) -> None:
    about = {advice.id for advice in notes.advice if "longsheng-communications" in advice.applies_to}
    assert {"no-photos-longsheng", "hidden-lift"} <= about


def test_nobody_is_named(notes: FieldNotes) -> None:
    texts = [event.event for event in notes.timeline] + [advice.text for advice in notes.advice]
    assert not [text for text in texts if re.search(r"\b(Mr|Ms|Mrs)\b|马福元|bunnie", text)]


def test_a_missing_file_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="phrases"):
        load_fieldnotes(tmp_path)
