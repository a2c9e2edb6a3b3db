"""Everyday phrases that hold a trade word find nothing; what buyers say around the thing does no harm."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.parts.chinese import read_chinese
from hqguide.parts.doubt import in_doubt
from hqguide.parts.everyday import COMMON_WORDS, EVERYDAY, is_common
from hqguide.parts.everyday_chinese import LEXICON, WORDS, everyday_spans
from hqguide.parts.language import Language
from hqguide.parts.pinyin import read_pinyin
from hqguide.parts.query import take_apart
from hqguide.parts.sounds import split
from hqguide.parts.talk import DOUBLE, TALK, is_talk
from hqguide.parts.understand import understand

HERE = Path(__file__).parent


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    return rows


@pytest.mark.parametrize(("half", "least"), [("dev", 0.9), ("held", 0.84)])
def test_what_is_nothing_finds_nothing(half: str, least: float, language: Language) -> None:
    rows = [row for row in _rows("queries_nothing") if row["half"] == half]
    silent = [row for row in rows if not understand(row["query"], language)]
    assert len(silent) >= least * len(rows)


@pytest.mark.parametrize(("name", "least"), [("queries_nothing_second", 0.9), ("queries_nothing_third", 0.8)])
def test_most_everyday_queries_find_nothing(name: str, least: float, language: Language) -> None:
    rows = _rows(name)
    silent = [row for row in rows if not understand(row["query"], language)]
    assert len(silent) >= least * len(rows)


@pytest.mark.parametrize(
    ("name", "least"),
    [("queries_buyer", 0.95), ("queries_buyer_second", 0.91), ("queries_buyer_third", 0.91)],
)
def test_what_buyers_say_around_a_thing_does_not_hide_it(name: str, least: float, language: Language) -> None:
    rows = _rows(name)
    found = [
        row
        for row in rows
        if any(
            m.category == wanted or m.category.startswith(f"{wanted}.")
            for m in understand(row["query"], language, 3)
            for wanted in row["expect_any"]
        )
    ]
    assert len(found) >= least * len(rows)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("power to the people", True),
        ("bank cashier", True),
        ("fan banquet", True),
        ("power switch", False),
        ("cheap bank please", False),
        ("switch for my bedroom", False),
        ("bank of capacitors", False),
        ("spring xyzzyq", False),
    ],
)
def test_words_of_double_meaning_beside_everyday_words_are_in_doubt(
    text: str, doubted: bool, language: Language
) -> None:
    query = take_apart(text)
    assert in_doubt(query.words, query.purpose, language) is doubted


@pytest.mark.parametrize(
    ("text", "of_another"),
    [
        ("fuse of the bomb", True),
        ("box of resistors", False),
        ("relays of good quality", False),
        ("of the bomb", False),
        ("fuse of", False),
    ],
)
def test_a_part_of_something_that_is_no_goods_is_told(text: str, of_another: bool) -> None:
    assert take_apart(text).of_another is of_another


def test_what_a_thing_is_for_stands_behind_a_preposition() -> None:
    query = take_apart("a switch for the lamp in my kitchen")
    assert query.purpose == {"lamp", "kitchen"}
    assert query.behind == query.purpose
    assert take_apart("relays in bulk").behind == {"bulk"}
    assert take_apart("looking for resistors").behind == frozenset()


def test_a_thing_comes_before_what_it_is_for(language: Language) -> None:
    assert understand("a switch for my bedroom lamp", language)[0].category.startswith("switch")


def test_small_talk_is_no_trade_word_of_one_meaning() -> None:
    assert is_talk("searching")
    assert is_talk("please")
    assert not is_talk("capacitor")
    assert DOUBLE
    assert TALK


def test_the_further_common_words_are_none_of_the_pack_and_no_short_pinyin(language: Language) -> None:
    found = list(COMMON_WORDS.words())
    assert found == sorted(found)
    assert not EVERYDAY.intersection(found)
    assert not [word for word in found if word in language.index.postings]
    assert not [word for word in found if len(word) <= 5 and split(word)]
    assert all(map(is_common, found))


def test_no_everyday_chinese_word_is_a_name(language: Language) -> None:
    assert not WORDS.intersection(language.index.chinese)


@given(st.text(alphabet="电视剧影机票开关银行天桥下雨排", max_size=12))
def test_everyday_spans_are_words_in_order_that_do_not_overlap(text: str) -> None:
    spans = everyday_spans(text)
    assert all(text[start:end] in WORDS or LEXICON.holds(text[start:end]) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_a_name_inside_an_everyday_word_is_not_there_and_beside_it_is(language: Language) -> None:
    assert not read_chinese("电视剧", language).best
    assert read_chinese("电视剧音响", language).best
    assert not understand("飞机票", language)
    assert understand("电影院用的音响", language)


def test_names_in_spaced_pinyin_begin_and_end_with_what_was_typed(language: Language) -> None:
    assert read_pinyin("xiaodianrong", language).top > 0
    spaced = read_pinyin("xiaodianrong", language, apart=("xiaodi", "anrong"))
    assert all(fit.via == "typo" for fit in spaced.best.values())


@pytest.mark.parametrize("text", ["wo yao mai dianzu", "nali you dianrong", "dianzu duoshao qian"])
def test_questions_in_pinyin_are_read_around(text: str, language: Language) -> None:
    assert understand(text, language)[0].category.startswith("passive")


def test_a_few_words_that_name_something_are_no_intent(language: Language) -> None:
    assert not understand("television licence fee", language)
    assert understand("keep the cable from moving", language)
