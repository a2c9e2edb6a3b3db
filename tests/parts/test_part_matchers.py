"""Single matchers at their edges: what they find, and what they leave alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.parts.chinese import read_chinese
from hqguide.parts.english import read_english
from hqguide.parts.families import read_part
from hqguide.parts.guesses import completions
from hqguide.parts.language import Language
from hqguide.parts.lookalikes import alike
from hqguide.parts.pinyin import read_exact, read_initials, read_pinyin
from hqguide.parts.query import take_apart
from hqguide.parts.reading import Fits
from hqguide.parts.spelling import Spellings, allowed, beginning, nearest


def _categories(fits: Fits, language: Language) -> list[str]:
    ranked = sorted(fits.best.items(), key=lambda item: -item[1].score)
    return [language.index.targets[number].category for number, _ in ranked]


def test_a_better_fit_replaces_a_worse_one() -> None:
    fits = Fits()
    fits.add([7, 900], 0.5, "typo")
    fits.add([7, 1000], 0.9, "alias")
    fits.add([7, 1000], 0.4, "words")
    assert (fits.best[7].score, fits.best[7].via, fits.top) == (0.9, "alias", 0.9)
    assert Fits().top == 0.0


def test_nothing_gives_no_fits(language: Language) -> None:
    for fits in (
        read_english((), language),
        read_chinese("", language),
        read_pinyin("a", language),
        read_initials("qqq", language),
        read_exact("", language),
    ):
        assert not fits.best


@pytest.mark.parametrize(
    ("words", "category"),
    [
        (("solder", "iron"), "tool.solder"),
        (("solderingiron",), "tool.solder"),
        (("jumperwire",), "wire.wire"),
        (("multime",), "test.meter"),
        (("soldering", "irn"), "tool.solder"),
        (("oscil", "loscope"), "test.scope"),
        (("tweaser",), "tool.hand"),
    ],
)
def test_words_written_apart_together_short_or_wrong_are_found(
    language: Language, words: tuple[str, ...], category: str
) -> None:
    assert category in _categories(read_english(words, language), language)[:6]


def test_the_last_word_names_the_thing(language: Language) -> None:
    assert _categories(read_english(("relay", "tester"), language), language)[0] != "switch.relay"


def test_completions_grow_with_the_share_typed() -> None:
    names = ("capacitor", "capacity", "card")
    assert [name for name, _ in completions("capa", names)] == ["capacitor", "capacity"]
    assert completions("capacit", names)[0][1] > completions("capa", names)[0][1]
    assert completions("x", names) == []


def test_a_name_inside_a_longer_one_counts_less(language: Language) -> None:
    fits = read_chinese("锂电池保护板厂家", language)
    assert _categories(fits, language)[0] == "battery.bms"


def test_same_sound_and_one_wrong_character_are_found(language: Language) -> None:
    assert "passive.mlcc" in _categories(read_chinese("贴片点容", language), language)
    assert "discrete.mosfet" in _categories(read_chinese("场效英管", language), language)


def test_pinyin_is_found_whole_begun_blurred_inside_and_mistyped(language: Language) -> None:
    for letters in ("jidianqi", "jidian", "zhidianqi", "cipianjidianqi", "jidanqi", "jdianqi"):
        assert "switch.relay" in _categories(read_pinyin(letters, language), language), letters


def test_pinyin_with_digits_is_found_whole_and_blurred(language: Language) -> None:
    for typed in ("232shoufaqi", "232soufaqi"):
        assert _categories(read_exact(typed, language), language) == ["ic.interface"]


def test_letters_that_are_not_repaired_are_left_alone(language: Language) -> None:
    assert "switch.relay" not in _categories(read_pinyin("jdianqi", language, repair=False), language)


def test_part_numbers_are_found_exact_begun_looking_alike_and_mistyped(language: Language) -> None:
    for text in ("STM32F103C8T6", "stm32f1O3c8t6", "STM32F10C8T6", "STM32F103C"):
        best = read_part(text, language)[0]
        assert language.families[best.family].category == "ic.mcu", text
    assert read_part("QQQ999ZZZ", language) == ()


def test_an_exact_part_number_is_marked(language: Language) -> None:
    assert read_part("NE555P", language)[0].exact
    assert not read_part("AO4499X", language)[0].exact


@given(st.lists(st.text("abcdef", min_size=1, max_size=9), max_size=40), st.text("abcdef", max_size=9))
def test_words_kept_by_length_give_the_same_nearest_as_all_of_them(words: list[str], word: str) -> None:
    assert sorted(nearest(word, Spellings(words))) == sorted(nearest(word, words))


@given(st.lists(st.text("abc", max_size=4)), st.text("abc", max_size=3))
def test_names_that_begin_alike_stand_together(names: list[str], start: str) -> None:
    ordered = sorted(names)
    assert list(beginning(start, ordered)) == [name for name in ordered if name.startswith(start)]


def test_a_text_becomes_each_that_looks_like_it() -> None:
    assert "电阻" in set(alike("电阴"))
    assert list(alike("abc")) == []


def test_edits_grow_with_the_length() -> None:
    assert [allowed(size) for size in (3, 4, 6, 10)] == [0, 1, 2, 3]
    assert nearest("abc", ["abd"]) == []
    assert nearest("abcd", ["abdc", "xyzw"]) == [("abdc", 0.75)]


def test_a_query_is_taken_apart() -> None:
    query = take_apart("哪里有卖 0603 贴片电阻 10k")
    assert query.chinese_bare == "贴片电阻"
    assert query.values.text("package") == "0603"
    query = take_apart("where can I buy toggle switches for a front panel?")
    assert query.words == ("toggle", "switch", "front", "panel")
    assert query.heads == ("switch",)
    assert take_apart("SWITCH TACTILE").heads == ("tactile", "switch")


def test_a_reference_designator_is_no_word() -> None:
    query = take_apart("R1,R2 10k")
    assert (query.designator, query.words) == ("R", ("10k",))
    assert take_apart("F connector").designator == ""


def test_a_question_that_is_nothing_else_stays() -> None:
    assert take_apart("哪里").chinese == "哪里"
