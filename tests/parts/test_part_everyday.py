"""What is no trade word says nothing, and what says how many says nothing either."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.parts.counts import without_counts
from hqguide.parts.everyday import EVERYDAY, FILLERS, THINGS, is_common
from hqguide.parts.guesses import lacking, resolve
from hqguide.parts.language import Language
from hqguide.parts.understand import understand


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("10k resistor 0603 100 pcs", "10k resistor 0603"),
        ("100pcs NE555", "NE555"),
        ("2 pieces LM358", "LM358"),
        ("NE555 1,000 ea", "NE555"),
        ("qty: 50 LM358", "LM358"),
        ("10 pc", ""),
        ("电阻 10k 100个", "电阻 10k"),
        ("数量 20 电容", "电容"),
        ("三个电容", "电容"),
    ],
)
def test_how_many_is_left_out(text: str, left: str) -> None:
    assert without_counts(text) == left


@pytest.mark.parametrize(
    "text",
    ["gaming pc", "10 pc fans", "51单片机", "5件套", "第三只手", "A4 pieces", "M3x10", "0603", "4.7个"],
)
def test_numbers_and_words_of_a_name_stay(text: str) -> None:
    assert without_counts(text) == text


@given(st.text(max_size=80))
def test_leaving_out_counts_never_adds_text(text: str) -> None:
    assert len(without_counts(text)) <= len(text)


@pytest.mark.parametrize("count", ["100 pcs", "5 pieces", "qty 20", "100个", "50 ea"])
def test_a_quantity_changes_no_meaning(language: Language, count: str) -> None:
    for query in ("10k resistor 0603", "1N4148", "heat shrink", "贴片电容"):
        assert understand(f"{query} {count}", language) == understand(query, language), query


def test_a_quantity_alone_means_nothing(language: Language) -> None:
    assert understand("100 pcs", language) == ()


def test_no_everyday_word_is_a_name_of_the_pack(language: Language) -> None:
    assert EVERYDAY.isdisjoint(language.index.english)
    assert EVERYDAY.isdisjoint(language.index.pinyin)
    assert THINGS.isdisjoint(FILLERS)
    assert THINGS | FILLERS == EVERYDAY


def test_an_everyday_word_alone_means_nothing(language: Language) -> None:
    answered = [word for word in sorted(EVERYDAY) if understand(word, language)]
    assert answered == []


@pytest.mark.parametrize(
    ("word", "common"),
    [
        *(("sleep", True), ("sleeping", True), ("frying", True), ("swimming", True), ("tried", True)),
        *(("cheaply", True), ("fished", True), ("soldering", False), ("ing", False), ("sodering", False)),
    ],
)
def test_regular_forms_of_everyday_words_are_common(word: str, common: bool) -> None:
    assert is_common(word) == common


@pytest.mark.parametrize(
    ("query", "category"),
    [
        ("men jin", "security.access"),
        ("can ting", "service.visitor"),
        ("song xia ji dian qi", "switch.relay"),
    ],
)
def test_pinyin_that_looks_like_english_is_still_read(language: Language, query: str, category: str) -> None:
    assert understand(query, language)[0].category == category


@pytest.mark.parametrize(
    "query",
    [
        *("foo", "water", "water goods", "thing", "trousers", "football boots", "dog food", "bicycle tyre"),
        *("car tyre", "knockoff handbags", "hotel booking", "wedding dress", "orange juice", "teddy bear"),
        *("garden hose", "horse saddle", "mountain bike", "wooden chair", "swimming pool"),
        *("frying pan", "sleeping bag", "green tea", "rocket", "motorbike", "cooking oil", "car wash"),
    ],
)
def test_other_goods_mean_nothing(language: Language, query: str) -> None:
    assert understand(query, language) == ()


@pytest.mark.parametrize(
    ("query", "category"),
    [
        ("water pump", "em.motor"),
        ("rain sensor", "sensor.process"),
        ("baby monitor", "security.camera"),
        ("banana plug", "con.dc"),
        ("LED strips for my kitchen", "opto.strip"),
        ("kitchen scale", "device.home"),
        ("my phone screen is broken", "phone.screen"),
        ("can I print something", "service.visitor"),
        ("thermal past", "tool.adhesive"),
        ("battery is dead", "battery.lithium"),
        ("hard drive", "pc.storage"),
        ("gift for my daughter", "device.gift"),
        ("finger print sensor", "sensor.process"),
    ],
)
def test_everyday_words_beside_trade_words_do_no_harm(language: Language, query: str, category: str) -> None:
    assert understand(query, language)[0].category == category


def test_a_word_is_completed_from_four_letters_on(language: Language) -> None:
    assert resolve(("osc", "capa"), language)[1].forms
    assert not resolve(("kap",), language)[0].forms
    assert resolve(("tweez",), language)[0].forms


def test_letters_left_out_are_likelier_than_letters_added(language: Language) -> None:
    assert lacking("srink", "shrink") > lacking("srink", "sink") == 0.0
    assert lacking("same", "same") == 0.0
    assert understand("heat srink", language)[0].category == "wire.sleeve"


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Where can I get my iPhone fixed?", "service.repair"),
        ("fix my laptop", "service.repair"),
        ("mend drone", "service.repair"),
        ("fixed resistor", "passive.chipres"),
        ("fixed inductor", "passive.inductor"),
        ("7 seg display", "display.char"),
        ("7-seg", "display.char"),
        ("seven segment", "display.char"),
    ],
)
def test_words_that_mean_the_same_are_one(language: Language, query: str, first: str) -> None:
    assert understand(query, language)[0].category == first
