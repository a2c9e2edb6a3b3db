"""What somebody wants to do is told from what something is called and what is said of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.parts.deeds import ALSO_NOUNS, VERBS, acts_on_several, purpose_at, tells_a_deed
from hqguide.parts.doubt import is_of_no_use, no_thing
from hqguide.parts.language import Language
from hqguide.parts.query import take_apart
from hqguide.parts.understand import understand


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        *(("hold my phone", True), ("charge my phone", True), ("something to cut foam", True)),
        *(("a thing that beeps when pressed", True), ("how do I connect two wires", True)),
        *(("charge card", False), ("garden shed with windows", False), ("nobody knows", False)),
        *(("test of time", False), ("show me cheap scopes", False), ("help me find a capacitor", False)),
        *(("lamp of my life", False), ("", False), ("please", False)),
    ],
)
def test_a_deed_begins_with_a_verb_or_tells_of_one(text: str, deed: bool) -> None:
    assert tells_a_deed(text.lower().split()) is deed


@pytest.mark.parametrize(
    ("text", "at"),
    [("kit to open up phones", 1), ("motor that turns slowly", 1), ("adapter usb to serial", 0), ("", 0)],
)
def test_a_purpose_stands_behind_to_or_that_and_a_verb(text: str, at: int) -> None:
    assert purpose_at(text.split()) == at


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        *(("mail spare parts to spain", True), ("copy pictures from my phone", True)),
        *(("light switches for my bedroom", False), ("keep parts from falling", False), ("", False)),
        ("water filter jug from china", False),
    ],
)
def test_a_verb_before_several_things_that_go_somewhere_is_a_deed(text: str, acts: bool) -> None:
    assert acts_on_several(text.split()) is acts


def test_no_verb_is_in_both_lists() -> None:
    assert not VERBS & ALSO_NOUNS


@given(st.lists(st.sampled_from(["to", "that", "me", "show", "hold", "charge", "my", "phone", "please"])))
def test_any_words_are_read(every: list[str]) -> None:
    assert purpose_at(every) < max(1, len(every))
    assert isinstance(tells_a_deed(every), bool)


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        *(("flip a coin", True), ("screw you", True), ("the heat is on", True), ("who is in charge", True)),
        *(("tool for democracy", True), ("sensor for your feelings", True)),
        *(("my screen is broken", False), ("repair my phone", False), ("switch for my bedroom", False)),
        *(("a motor that turns", False), ("capacitors in bulk", False), ("what is a capacitor", False)),
    ],
)
def test_grammar_tells_when_a_trade_word_names_no_thing(text: str, idle: bool, language: Language) -> None:
    assert no_thing(take_apart(text).every, language) is idle


def test_what_cannot_be_touched_needs_no_goods() -> None:
    assert is_of_no_use(("tool", "for", "democracy"))
    assert not is_of_no_use(("tool", "for", "soldering"))
    assert not is_of_no_use(("tool", "for"))


@pytest.mark.parametrize(
    "text",
    [
        *("speed of light", "jack of all trades", "stock exchange opening", "prison cell", "bus terminal"),
        *("some thing nobody knows asdfgh", "does anybody know a good dentist", "jack the ripper"),
        *("芯片新闻", "天线宝宝动画片", "键盘侠", "水晶鞋", "马拉松路线", "李白的诗"),
        *("jiankang", "dianying", "guanxi", "jianpan xia"),
    ],
)
def test_a_trade_word_in_another_sense_means_nothing(text: str, language: Language) -> None:
    assert understand(text, language) == ()


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("help me find some small capacitors for my old radio", "passive"),
        ("I'm after a decent multimeter under 200 yuan", "test.meter"),
        ("extension lead, four gang", "power.adapter"),
        ("charger brick for a macbook air", "acc.charger"),
        ("a light strip that follows the music", "opto.strip"),
        ("做小车用的那种黄色电机", "em.motor"),
        ("邊度有得賣耳筒", "acc.audio"),
        ("jidian", "switch.relay"),
        ("shiboqi ershou", "test.scope"),
    ],
)
def test_what_is_said_around_a_thing_does_not_hide_it(text: str, category: str, language: Language) -> None:
    found = [meaning.category for meaning in understand(text, language)[:3]]
    assert any(one.split(".")[0] == category or one == category for one in found)
