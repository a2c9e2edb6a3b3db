"""What visitors ask, what the sources support, and what the guide answers: all agree."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner

from hqguide.cli.main import cli

QUESTIONS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "questions.json").read_text(encoding="utf-8")
)
TOP = 3


def ask(words: list[str]) -> str:
    result = CliRunner().invoke(cli, words, standalone_mode=False)
    assert result.exception is None, result.exception
    return result.stdout


def under(place: str, wanted: list[str]) -> bool:
    return any(place == path or place.startswith(f"{path}/") for path in wanted)


@pytest.mark.parametrize("asked", [q for q in QUESTIONS if q["ask"][0] == "find"], ids=lambda q: str(q["id"]))
def test_find_answers_as_the_sources_support(asked: dict[str, Any]) -> None:
    command, *words = asked["ask"]
    answer = msgspec.json.decode(ask([command, "--json", *words]))
    places = [place["place"] for place in answer["places"]]
    if "first" in asked:
        assert under(places[0], asked["first"]), places[:TOP]
    for path in asked.get("among", []):
        assert any(under(place, [path]) for place in places), (path, places)
    if "top" in asked:
        assert any(under(place, asked["top"]) for place in places[:TOP]), places[:TOP]
    if "year" in asked:
        assert answer["places"][0]["as_of"] >= str(asked["year"]), answer["places"][0]
    if "closed" in asked:
        assert answer["answer"] == "closed"
        assert [place["place"] for place in answer["closed"]] == asked["closed"]
    if "category" in asked:
        assert answer["categories"][0]["id"] == asked["category"]
    for place in asked.get("not", []):
        assert not any(under(path, [place]) for path in places)
    said = " ".join(answer["notes"])
    for words_ in asked.get("notes", []):
        assert words_ in said, said
    for words_ in asked.get("says", []):
        assert words_ in json.dumps(answer["places"][:TOP]), words_


@pytest.mark.parametrize(
    "asked", [q for q in QUESTIONS if q["ask"][0] == "hours"], ids=lambda q: str(q["id"])
)
def test_hours_answers_as_the_sources_support(asked: dict[str, Any]) -> None:
    told = ask(asked["ask"])
    for words in asked["says"]:
        assert words in told, told


def test_every_question_names_what_the_sources_support() -> None:
    assert len(QUESTIONS) == 25
    assert all(asked["supported"] for asked in QUESTIONS)


def test_the_page_of_questions_shows_the_answers_of_today() -> None:
    from hqguide.guide import Guide
    from tools.write_questions import PAGE, page

    assert PAGE.read_text(encoding="utf-8") == page(Guide())
