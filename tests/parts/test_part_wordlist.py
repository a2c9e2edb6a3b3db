"""A long list of words is looked through as it lies on the disk."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.parts.everyday import ABSTRACT, COMMON_WORDS, FURTHER_WORDS, PHRASES
from hqguide.parts.everyday_chinese import LEXICON
from hqguide.parts.everyday_pinyin import READINGS, is_everyday_reading
from hqguide.parts.wordlist import WordList, write

LISTS = (ABSTRACT, COMMON_WORDS, FURTHER_WORDS, PHRASES, LEXICON, READINGS)
WORD = st.text(alphabet="abcz电阻影", min_size=1, max_size=5)


@given(held=st.sets(WORD, max_size=30), asked=WORD)
def test_a_word_is_held_exactly_when_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, held: set[str], asked: str
) -> None:
    path = tmp_path_factory.mktemp("words") / "words.txt"
    write(path, "A notice,\nof two lines", held)
    words = WordList(path)
    assert words.holds(asked) is (asked in held)
    assert all(map(words.holds, held))
    assert words.words() == tuple(sorted(held))


@pytest.mark.parametrize("asked", ["", "#", "# A notice", "nothing"])
def test_the_notice_and_what_is_not_there_are_no_words(tmp_path: Path, asked: str) -> None:
    path = tmp_path / "words.txt"
    write(path, "A notice", {"band", "bank"})
    assert not WordList(path).holds(asked)


def test_a_missing_file_is_an_error_and_no_empty_list(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        WordList(tmp_path / "none.txt").holds("word")


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.path.stem)
def test_the_lists_that_are_shipped_are_sorted_hold_their_words_and_say_where_they_are_from(
    words: WordList,
) -> None:
    held = words.words()
    assert len(held) > 1000
    assert list(held) == sorted(set(held))
    assert all(map(words.holds, held[::97]))
    notice = [line for line in words.path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert any("From " in line for line in notice)
    assert "warrant" in " ".join(notice).lower()


@pytest.mark.parametrize(
    ("letters", "everyday"),
    [("jiankang", True), ("dianying", True), ("dianrong", False), ("jidianqi", False), ("ai", False)],
)
def test_readings_of_everyday_words_are_told_from_those_of_names(letters: str, everyday: bool) -> None:
    assert is_everyday_reading(letters) is everyday
