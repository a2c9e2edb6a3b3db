"""Pinyin becomes keys, and letters become syllables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.parts.language import Language
from hqguide.parts.sounds import blur, keys, split, toneless


def test_tone_marks_are_dropped_and_umlauts_written_v() -> None:
    assert toneless("Lǜ sè diàn zǔ") == "lv se dian zu"


def test_a_reading_gives_every_way_of_typing_it() -> None:
    made = keys("pái mǔ")
    assert (made.joined, made.initials, made.blurred) == ("paimu", ("pm",), "paimu")


def test_a_latin_word_in_a_name_is_typed_whole_or_not_at_all() -> None:
    assert keys("npn san ji guan").initials == ("npnsjg", "sjg", "nsjg")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zhongzhen", "zonzen"),
        ("lvdian", "ludian"),
        ("dianrong", "dianron"),
        ("guoluo", "golo"),
        ("shang", "san"),
    ],
)
def test_sounds_learners_confuse_are_equal(one: str, other: str) -> None:
    assert blur(one) == blur(other)


@pytest.mark.parametrize(
    ("letters", "syllables"),
    [
        ("tiepiandianrong", ("tie", "pian", "dian", "rong")),
        ("sanjigan", ("san", "ji", "gan")),
        ("a", ("a",)),
        ("", ()),
        ("mosfet", ()),
        ("qwerty", ()),
    ],
)
def test_letters_are_cut_into_syllables_or_refused(letters: str, syllables: tuple[str, ...]) -> None:
    assert split(letters) == syllables


@given(st.lists(st.sampled_from(["dian", "rong", "zu", "pai", "mu", "er", "guan", "xian", "lv"]), max_size=8))
def test_joined_syllables_can_always_be_cut(syllables: list[str]) -> None:
    joined = "".join(syllables)
    found = split(joined)
    assert "".join(found) == joined
    assert len(found) <= len(syllables)


def test_characters_are_spelled_from_the_table(language: Language) -> None:
    assert language.spell("電容 0603") == "dian rong 0603"


def test_the_table_agrees_with_the_readings_of_the_glossary(language: Language) -> None:
    total = right = 0
    for term in language.terms:
        reading = term.readings.get(term.zh, "")
        if len(reading.split()) == len(term.zh) and reading.isascii():
            total += 1
            right += language.spell(term.zh) == reading
    assert total > 500
    assert right / total > 0.9
