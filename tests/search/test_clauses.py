"""Sentences are cut into wishes; small talk, prices and refusals are not goods."""

from collections.abc import Sequence

import pytest

from hqguide.parts.understand import Meaning
from hqguide.search.clauses import wishes

KNOWN = {
    "soldering station": 1.0,
    "drones": 1.0,
    "lunch": 0.95,
    "fine?": 0.8,
    "connectors": 0.95,
    "smart watch": 1.0,
    "pcb and stencil": 0.97,
}


def read(words: str) -> Sequence[Meaning]:
    score = KNOWN.get(words, 0.0)
    return [Meaning(words, score, "alias", words, "")] if score else []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("soldering station", ["soldering station"]),
        ("soldering station today, staff who speak English", ["soldering station"]),
        ("lunch under 20 yuan inside", ["lunch"]),
        ("connectors, a few samples", ["connectors"]),
        ("drones and connectors", ["drones", "connectors"]),
        ("drones，connectors", ["drones", "connectors"]),
        ("connectors, not drones", ["connectors"]),
        ("pcb and stencil", ["pcb and stencil"]),
        ("a smart watch for my nephew", ["smart watch"]),
        ("how are you", []),
        ("drones, fine?", ["drones"]),
        ("a lunch for my nephew", []),
    ],
)
def test_a_sentence_is_cut_into_what_is_wanted(text: str, wanted: list[str]) -> None:
    assert [wish.words for wish in wishes(text, read, KNOWN.__contains__)] == wanted


def test_a_word_that_is_only_part_of_a_name_is_nothing_beside_a_sure_clause() -> None:
    said = {
        "pack": Meaning("battery", 0.88, "words", "battery pack", ""),
        "cap": Meaning("cap", 0.88, "alias", "cap", ""),
    }

    def reader(words: str) -> Sequence[Meaning]:
        return [said[words]] if words in said else read(words)

    assert [wish.words for wish in wishes("pack and drones", reader, KNOWN.__contains__)] == ["drones"]
    assert [wish.words for wish in wishes("cap and drones", reader, KNOWN.__contains__)] == ["cap", "drones"]


def test_at_most_four_clauses_are_read() -> None:
    asked: list[str] = []

    def counting(words: str) -> Sequence[Meaning]:
        asked.append(words)
        return []

    wishes(",".join("abcdefgh"), counting, lambda _: False)
    assert len(asked) <= 1 + 2 * 4
