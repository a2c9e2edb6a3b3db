import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.synthetic_parts import synthetic_numbers
from bench.synthetic_slips import LETTERS_AND_DIGITS, slip
from hqguide.textindex.folding import fold
from hqguide.textindex.parts_index import PartsIndex, build_parts, open_parts
from tests.textindex.slow_parts import slow_search

NUMBERS = synthetic_numbers(120, seed=5)
# Few letters, so that numbers come near each other.
tight = st.text("ab10o-", max_size=13)
FEW = settings(max_examples=40, deadline=None)


def index(numbers: Sequence[str]) -> PartsIndex:
    folder = Path(tempfile.mkdtemp())
    build_parts(folder, numbers)
    return open_parts(folder)


@pytest.fixture(scope="module")
def parts() -> PartsIndex:
    return index(NUMBERS)


def agree(fast: list[tuple[int, float]], slow: list[tuple[int, float]]) -> None:
    """Same scores in order; of equal ones at the end of the list any may stand there."""
    assert [round(score, 9) for _, score in fast] == [round(score, 9) for _, score in slow]
    last = slow[-1][1] + 1e-9 if slow else 1.0
    assert {row for row, score in fast if score > last} == {row for row, score in slow if score > last}


@FEW
@given(st.lists(tight, max_size=25), st.one_of(tight, st.text("ab10o ", max_size=14)), st.integers(1, 12))
def test_the_index_finds_what_a_look_at_every_number_finds(numbers: list[str], text: str, limit: int) -> None:
    agree(index(numbers).search(text, limit), slow_search(numbers, text, limit))


def test_it_finds_the_same_for_real_shapes_with_slips_pieces_and_beginnings(parts: PartsIndex) -> None:
    draw = random.Random(3)  # noqa: S311
    for number in draw.sample(NUMBERS, 10):
        key = fold(number)
        texts = (
            number,
            number[:5],
            key[3:8],
            f"{key[-4:]} {key[:4]}",
            slip(key, 1, draw, LETTERS_AND_DIGITS),
        )
        for text in (*texts, slip(key, 2, draw, LETTERS_AND_DIGITS)):
            agree(parts.search(text), slow_search(NUMBERS, text, 10))


@given(st.sampled_from(range(len(NUMBERS))), st.integers(0, 10**6), st.integers(1, 2))
def test_a_slip_never_raises_the_score_of_the_exact_spelling(
    parts: PartsIndex, row: int, seed: int, count: int
) -> None:
    exact = dict(parts.search(NUMBERS[row], 400))
    assert exact[row] == 1.0
    draw = random.Random(seed)  # noqa: S311
    typed = slip(NUMBERS[row].lower(), count, draw, LETTERS_AND_DIGITS)
    after = dict(parts.search(typed, 400)).get(row, 0.0)
    assert after < 1.0 or fold(typed) == fold(NUMBERS[row])


def test_case_and_punctuation_do_not_count_and_only_the_same_number_scores_one() -> None:
    found = index(["STM32F103-C8T6", "stm32f103c8t6", "STM32F103C8T6TR"])
    assert found.search("stm32 f103 c8t6")[:2] == [(0, 1.0), (1, 1.0)]
    assert found.search("stm32 f103 c8t6")[2][1] < 1.0


def test_letters_taken_for_digits_come_before_other_slips() -> None:
    found = index(["CL05A1O5", "CL05A105", "CL05A155"])
    assert [row for row, _ in found.search("cl05a1o5")] == [0, 1, 2]


def test_of_a_text_that_begins_many_numbers_the_shortest_come_first() -> None:
    found = index([f"LM358-{'X' * size}" for size in range(30, 0, -1)])
    assert [row for row, _ in found.search("lm358", 3)] == [29, 28, 27]


def test_numbers_that_fold_to_nothing_keep_their_row_and_are_not_found() -> None:
    found = index(["---", "LM358", "", "Ω"])
    assert len(found) == 4
    assert found.search("lm358") == [(1, 1.0)]
    assert found.search("---") == []


def test_an_empty_list_is_an_index_in_which_nothing_is_found() -> None:
    assert index([]).search("lm358") == []
    assert len(index([])) == 0


def test_progress_comes_to_its_end() -> None:
    told: list[tuple[int, int]] = []
    build_parts(Path(tempfile.mkdtemp()), NUMBERS, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] > 0


HOSTILE = (
    "(a+)+$" * 20,
    "[[[[" + "(.*" * 500,
    "x" * 10_000,
    "grm" * 4_000,
    "\ud800\udfff lm358",
    "\u202elm358\u202c\u200f",
    "\x00\x1b[2J",
    "ﷺ" * 500,
    "10" * 200,
    " ".join("0603" for _ in range(2_000)),
    "%' OR 1=1 --",
    "村田" * 50,
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_is_answered_like_any_other(parts: PartsIndex, text: str) -> None:
    found = parts.search(text)
    assert len(found) <= 10
    assert all(0 <= row < len(NUMBERS) and 0 < score <= 1 for row, score in found)


def test_marks_of_direction_and_surrogates_do_not_hide_a_number() -> None:
    assert index(["LM358"]).search("\u202elm\ud800358\u202c") == [(0, 1.0)]


@pytest.mark.parametrize("limit", [0, -1])
def test_no_answers_are_given_when_none_are_asked_for(parts: PartsIndex, limit: int) -> None:
    assert parts.search(NUMBERS[0], limit) == []
