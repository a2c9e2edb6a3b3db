import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hqguide.textindex.atoms import atoms
from hqguide.textindex.folding import LONGEST_KEY, bag, fold, fragments

anything = st.text(st.characters(codec=None, categories=None), max_size=80)


@given(anything)
@example("ﬃ ŉ ẞ İ ͅ Ǆ ΐ ﷺ")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(anything)
def test_what_is_folded_can_be_written_and_holds_no_blank(text: str) -> None:
    folded = fold(text)
    assert len(folded.encode()) <= 255
    assert not any(char.isspace() for char in folded)


def test_every_single_character_folds_to_something_stable() -> None:
    for code in range(0x20000):
        folded = fold(chr(code))
        assert fold(folded) == folded, hex(code)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("LM-358 N/NOPB", "lm358nnopb"),
        ("ＧＲＭ１８８", "grm188"),
        ("Type-C 母座", "typec母座"),
        ("10µF", "10μf"),
        ("\u202eab\ud800c\x00", "abc"),
        ("___", ""),
    ],
)
def test_width_case_and_punctuation_are_folded_away(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_very_long_text_is_cut() -> None:
    assert fold("x" * 10_000) == "x" * LONGEST_KEY


def test_fragments_are_the_folded_pieces_between_blanks() -> None:
    assert fragments("0603  --  X7R!") == ("0603", "x7r")


def test_a_bag_does_not_depend_on_the_order_of_its_words() -> None:
    assert bag(["sun", "star"]) == bag(["star", "sun"]) != bag(["sunstar"])


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("村田电容", ["村田", "电容"]),
        ("5f murata 玩具", ["5f", "murata", "玩具"]),
        ("x-tec 电容sh1", ["xtec", "电容", "sh1"]),
        ("某某村田的电容", ["某某", "村田", "的", "电容"]),
        ("", []),
    ],
)
def test_a_query_is_cut_at_blanks_between_scripts_and_around_known_names(
    text: str, pieces: list[str]
) -> None:
    assert atoms(text, {"村田", "电容"}) == pieces
