"""What the visitor saw: kept as dated facts, numbered for good, never doubled or guessed."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.notebook.book import Notebook
from hqguide.notebook.lists import Lists
from hqguide.notebook.sightings import Seen, Sighting, Sightings, new_sighting

DAY = date(2026, 11, 23)
FLOOR = "synthetic-hall/2F"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebook.json"


@pytest.fixture
def kept(path: Path) -> Sightings:
    return Sightings(Notebook(path))


def seen(text: str = "relays", seen: Seen = "sells") -> Sighting:
    return new_sighting(FLOOR, seen, text, DAY)


def test_looking_at_a_new_notebook_creates_nothing(kept: Sightings, path: Path) -> None:
    assert kept.all() == {}
    assert list(path.parent.iterdir()) == []


def test_a_sighting_is_there_for_another_object_as_it_was_kept(kept: Sightings, path: Path) -> None:
    one = new_sighting(FLOOR, "sells", " 10k   resistors ", DAY, name="Test Trading", remark="reels")
    assert kept.add(one) == (1,)
    assert Sightings(Notebook(path)).all() == {1: one}
    assert (one.text, one.on) == ("10k resistors", "2026-11-23")


def test_a_number_is_never_given_twice(kept: Sightings) -> None:
    kept.add(seen("a"), seen("b"))
    assert kept.remove(2).text == "b"
    assert kept.add(seen("c")) == (3,)
    assert [one.text for one in kept.all().values()] == ["a", "c"]


def test_the_same_sighting_is_kept_once(kept: Sightings) -> None:
    one, other = seen("a"), seen("b")
    assert kept.add(one, other, one) == (1, 2, 1)
    assert kept.add(other) == (2,)
    assert len(kept.all()) == 2


def test_keeping_nothing_writes_nothing(kept: Sightings, path: Path) -> None:
    assert kept.add() == ()
    assert not path.exists()


def test_an_unknown_number_is_refused_with_those_there_are(kept: Sightings) -> None:
    with pytest.raises(GuideError, match="no sighting 4") as refused:
        kept.remove(4)
    assert "none" in str(refused.value)
    kept.add(seen())
    with pytest.raises(GuideError, match=r"(?s)no sighting 4.*are: 1"):
        kept.remove(4)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"text": ""}, "what to buy has 0 characters"),
        ({"text": "x" * 201}, "201 characters"),
        ({"name": "x" * 41}, "is no name"),
        ({"remark": "x" * 501}, "a note has 501"),
        ({"seen": "smells"}, "nothing to note"),
        ({"on": date.today() + timedelta(days=2)}, "still to come"),  # noqa: DTZ011
    ],
)
def test_what_cannot_be_kept_is_told(change: dict[str, Any], why: str) -> None:
    given = {"place": FLOOR, "seen": "sells", "text": "relays", "on": DAY, **change}
    with pytest.raises(GuideError, match=why):
        new_sighting(**cast("Any", given))


def test_the_latest_day_is_that_of_shenzhen(monkeypatch: pytest.MonkeyPatch) -> None:
    ahead = date.today() + timedelta(days=1)  # noqa: DTZ011
    monkeypatch.setattr("hqguide.market.hours.today", lambda: ahead)
    assert new_sighting(FLOOR, "sells", "relays", ahead).on == ahead.isoformat()
    with pytest.raises(GuideError, match="is still to come in Shenzhen"):
        new_sighting(FLOOR, "sells", "relays", ahead + timedelta(days=1))


def test_what_is_closed_needs_no_words() -> None:
    assert seen("whatever", "closed").text == ""


def test_lists_and_sightings_leave_each_other_alone(kept: Sightings, path: Path) -> None:
    lists = Lists(Notebook(path))
    lists.add("esp32")
    kept.add(seen())
    lists.add("ne555")
    kept.remove(1)
    assert [item.text for item in lists.show()] == ["esp32", "ne555"]


@pytest.mark.parametrize(
    "row",
    [
        {"uid": "1", "place": FLOOR, "seen": "sells", "on": "2026-11-23"},
        {"uid": "0" * 32, "place": FLOOR, "seen": "sells", "on": "yesterday"},
        {"uid": "0" * 32, "place": FLOOR, "seen": "sells", "on": "2026-11-23", "mood": "good"},
    ],
)
def test_a_strange_row_is_a_damaged_notebook_and_stays_untouched(
    kept: Sightings, path: Path, row: dict[str, str]
) -> None:
    path.write_text(json.dumps({"format": 2, "tables": {"sightings": {"1": row}}}), encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(GuideError, match="the notebook is damaged: sightings: "):
        kept.all()
    with pytest.raises(GuideError, match="the notebook is damaged"):
        kept.remove(1)
    assert path.read_bytes() == before


@given(order=st.permutations(range(4)), cut=st.integers(0, 4))
def test_two_notebooks_merge_to_the_same_sightings_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], cut: int
) -> None:
    facts = [seen(str(number)) for number in range(4)]
    folder = tmp_path_factory.mktemp("merge")
    book = Sightings(Notebook(folder / "notebook.json"))
    book.add(*(facts[number] for number in order[:cut]))
    book.add(*(facts[number] for number in order))
    assert {one.uid for one in book.all().values()} == {one.uid for one in facts}
