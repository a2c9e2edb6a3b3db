import re
from pathlib import Path

import pytest

from hqguide.guide import Guide

ROOT = Path(__file__).resolve().parents[2]
SECTION = re.compile(r"^## What it answers\n(.*?)^## ", re.MULTILINE | re.DOTALL)


def bullets() -> list[str]:
    """The answers the README gives as examples, one line each."""
    found = SECTION.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert found is not None
    return [" ".join(bullet.split()) for bullet in re.split(r"^- ", found.group(1), flags=re.MULTILINE)[1:]]


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide()


def test_the_readme_gives_six_answers() -> None:
    assert len(bullets()) == 6


@pytest.mark.parametrize("bullet", bullets())
def test_the_guide_answers_what_the_readme_says(bullet: str, guide: Guide) -> None:
    *queries, place = re.findall(r"`([^`]+)`", bullet)
    assert queries
    for query in queries:
        answer = guide.find(query, limit=5)
        hits = {hit.place: hit for hit in (*answer.places, *answer.closed)}
        assert place in hits
        assert (hits[place].as_of or "undated")[:4] in bullet
        assert (hits[place] in answer.closed) == ("closed" in bullet)
