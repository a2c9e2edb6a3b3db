import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.parts import sounds
from hqguide.textindex.directory import Directory, open_directory
from hqguide.textindex.directory_build import build_directory
from hqguide.textindex.entries import (
    ALIAS,
    BLURRED,
    CHINESE,
    COUNTER,
    ENGLISH,
    INITIALS,
    PINYIN,
    WEIGHTS,
    WHOLE,
    Entry,
    Spelling,
)
from hqguide.textindex.folding import fold, fragments
from hqguide.textindex.spellings import Spellings
from hqguide.textindex.store import open_files

READINGS = {"村": "cun", "田": "tian", "电": "dian", "店": "dian", "容": "rong", "航": "hang", "顺": "shun"}


def made(entries: Sequence[Entry]) -> Directory:
    folder = Path(tempfile.mkdtemp())
    build_directory(folder, entries, READINGS)
    return open_directory(folder, sounds.blur)


def chinese(name: str, sound: str) -> tuple[Spelling, ...]:
    keys = sounds.keys(sound)
    return (
        Spelling(name, CHINESE),
        Spelling(keys.joined, PINYIN),
        Spelling(keys.initials[0], INITIALS),
        Spelling(keys.blurred, BLURRED),
    )


def english(name: str) -> tuple[Spelling, ...]:
    begins, at = [], 0
    for word in fragments(name):
        begins.append(at)
        at += len(word)
    return (Spelling(fold(name), ENGLISH, tuple(begins)),)


CAPACITORS, MURATA, SECOND, HANGSHUN, STARLINK, STARLIGHT, PLAIN = range(7)
ENTRIES = (
    Entry((*chinese("电容", "dian rong"), *english("capacitors")), ("capacitors",), prior=0.03),
    Entry((*chinese("村田", "cun tian"), Spelling("murata", ALIAS)), ("murata",), prior=0.025),
    Entry((Spelling("2f", WHOLE), Spelling("2楼", WHOLE)), shown=False),
    Entry(
        (*chinese("航顺", "hang shun"), *english("Hangshun Power")),
        ("hangshun", "power"),
        (CAPACITORS, MURATA),
    ),
    Entry((*english("Starlink Trading Power"),), ("starlink", "trading", "power"), (CAPACITORS, SECOND)),
    Entry((*english("Starlight"), Spelling("sg2a017", COUNTER, (0, 2))), ("starlight",), (MURATA, SECOND)),
    Entry((*english("Plain"),), ("plain",)),
)


@pytest.fixture(scope="module")
def directory() -> Directory:
    return made(ENTRIES)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("航顺", HANGSHUN),
        ("hang shun", HANGSHUN),
        ("hansun", HANGSHUN),
        ("Hangshun power", HANGSHUN),
        ("power hangshun", HANGSHUN),
        ("hnagshun", HANGSHUN),
        ("stralink", STARLINK),
        ("trading starlink power", STARLINK),
        ("tarligh", STARLIGHT),
        ("SG 2A-017", STARLIGHT),
        ("capasitors", CAPACITORS),
        ("店容", CAPACITORS),
        ("dr", CAPACITORS),
        ("村田电容", HANGSHUN),
        ("电容 murata", HANGSHUN),
        ("2f murata", STARLIGHT),
        ("2楼 capacitors", STARLINK),
    ],
)
def test_an_entry_is_found_by_what_people_type_for_it(directory: Directory, text: str, first: int) -> None:
    assert directory.search(text)[0][0] == first


def test_what_is_not_shown_is_never_an_answer(directory: Directory) -> None:
    assert SECOND not in dict(directory.search("2f"))
    assert {STARLINK, STARLIGHT} <= set(dict(directory.search("2f")))


def test_nothing_is_found_for_nothing_and_for_nonsense(directory: Directory) -> None:
    assert directory.search("") == directory.search("--- ---") == []
    assert directory.search("zzzzqqqq") == []
    assert directory.search("power", 0) == []


def test_an_answer_is_not_longer_than_asked_and_in_order(directory: Directory) -> None:
    found = directory.search("star", 1)
    assert len(found) == 1
    assert found == directory.search("star", 7)[:1]


def test_asking_again_gives_the_same_answer(directory: Directory) -> None:
    texts = ["star", "村田电容", "hnagshun", "2f murata", "power"] * 12
    once = {text: made(ENTRIES).search(text) for text in set(texts)}
    for text in texts:
        assert directory.search(text) == once[text]


def test_an_empty_directory_answers_nothing() -> None:
    assert made(()).search("power") == []
    assert len(made(())) == 0


def test_a_directory_of_one_group_and_no_member_answers() -> None:
    assert made(ENTRIES[:1]).search("dianrong")[0][0] == CAPACITORS


@pytest.mark.parametrize(
    "text",
    [
        "(a+)+$" * 50,
        "x" * 10_000,
        "\ud800\udfff",
        "\u202e\u200f",
        "村田" * 5_000,
        "a b " * 2_000,
        "\x00" * 9,
        "ﷺ" * 999,
    ],
    ids=range(8),
)
def test_a_hostile_query_is_answered_like_any_other(directory: Directory, text: str) -> None:
    assert len(directory.search(text)) <= 10


def test_a_directory_that_is_no_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="no index"):
        open_directory(tmp_path, sounds.blur)


def test_of_two_names_as_near_the_one_with_a_letter_left_out_comes_first() -> None:
    everrise, emberrise = (Entry(english(name), (name.lower(),)) for name in ("Everrise", "Emberrise"))
    assert [number for number, _ in made((everrise, emberrise)).search("eberrise")] == [1, 0]


def test_a_word_that_begins_a_name_is_not_taken_for_another_two_slips_away() -> None:
    found = made((Entry(english("Shenmao")), Entry(english("Shimao")))).search("shenma")
    assert [number for number, _ in found] == [0]


names = st.text("abc", min_size=1, max_size=7)
kinds = st.sampled_from((CHINESE, ENGLISH, ALIAS, COUNTER, PINYIN, INITIALS, BLURRED, WHOLE))
spelled = st.builds(
    lambda text, kind, at: Spelling(text, kind, (0, min(at, len(text) - 1))), names, kinds, st.integers(0, 6)
)
some_entries = st.lists(st.lists(spelled, max_size=3).map(lambda s: Entry(tuple(s))), max_size=9)


def slow_match(entries: Sequence[Entry], typed: str) -> list[float]:
    """The best score of each entry, looking at every place of every spelling."""
    return [
        max((one(s, typed, at) for s in e.spellings for at in range(len(s.text))), default=0.0)
        for e in entries
    ]


def one(spelling: Spelling, typed: str, at: int) -> float:
    text = spelling.text
    if not text.startswith(typed, at) or (spelling.kind == WHOLE and text != typed):
        return 0.0
    if (len(typed) == 1 and at > 0) or (len(typed) == 2 and at not in spelling.begins):
        return 0.0
    end = at + len(typed)
    closes = end == len(text) or end in spelling.begins
    if at == 0:
        value = 1.0 if text == typed else 0.96 if closes else 0.94
    elif at in spelling.begins:
        value = 0.93 if closes else 0.89
    else:
        value = 0.84 if closes else 0.83
    return (value - 0.05 * (1 - len(typed) / len(text))) * WEIGHTS[spelling.kind]


@settings(max_examples=30, deadline=None)
@given(some_entries, st.text("abc", min_size=1, max_size=4))
def test_matching_gives_each_entry_what_a_look_at_every_spelling_gives(
    entries: list[Entry], typed: str
) -> None:
    folder = Path(tempfile.mkdtemp())
    build_directory(folder, entries, {})
    scores = np.zeros(len(entries), np.float32)
    Spellings(open_files(folder, "directory")).match(typed.encode(), scores)
    assert scores.tolist() == pytest.approx(slow_match(entries, typed), abs=1e-5)


@given(st.sampled_from([HANGSHUN, STARLINK, STARLIGHT, PLAIN]), st.integers(1, 4), st.sampled_from("abcxyz"))
def test_a_wrong_letter_never_raises_the_score_of_the_exact_name(
    directory: Directory, entry: int, at: int, letter: str
) -> None:
    name = ENTRIES[entry].words[0]
    exact = dict(directory.search(name))[entry]
    typed = name[:at] + letter + name[at + 1 :]
    assert dict(directory.search(typed)).get(entry, 0.0) <= exact
