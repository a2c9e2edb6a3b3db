"""Where the user said to be: remembered, replaced, forgotten, and never guessed from a broken file."""

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.market.model import Position
from hqguide.market.whereabouts import Here
from hqguide.notebook.book import Notebook
from hqguide.notebook.lists import Lists
from hqguide.notebook.position import Whereabouts

AT = Position(lat=22.5, lon=114.1, accuracy_m=12.5, basis="made up", source="synthetic")
HALL = Here(how="floor", words="Synthetic Hall 2F", words_zh="试验楼 2F", place="synthetic-hall/2F", level=2)
EXIT = Here(
    how="metro exit",
    words="Test Road station exit A",
    words_zh="试验路站A口",
    station="test-road",
    exit="A",
    position=AT,
)
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebook.json"


@pytest.fixture
def whereabouts(path: Path) -> Whereabouts:
    return Whereabouts(Notebook(path))


def test_a_new_notebook_knows_no_place_and_asking_creates_nothing(path: Path) -> None:
    assert Whereabouts(Notebook(path)).get() is None
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("here", [HALL, EXIT])
def test_a_place_is_remembered_with_its_date_by_another_object(
    whereabouts: Whereabouts, path: Path, here: Here
) -> None:
    kept = whereabouts.set(here, NOON)
    assert kept.as_of is not None
    assert datetime.fromisoformat(kept.as_of) == NOON
    assert msgspec.structs.replace(kept, as_of=None) == here
    assert Whereabouts(Notebook(path)).get() == kept


def test_the_date_is_now_when_none_is_given(whereabouts: Whereabouts) -> None:
    before = datetime.now(NOON.tzinfo)
    kept = whereabouts.set(HALL)
    assert kept.as_of is not None
    set_at = datetime.fromisoformat(kept.as_of)
    assert set_at.tzinfo is not None
    assert timedelta(minutes=-1) < set_at - before < timedelta(minutes=1)


def test_the_latest_place_wins_and_no_trail_is_kept(whereabouts: Whereabouts, path: Path) -> None:
    whereabouts.set(HALL, NOON)
    kept = whereabouts.set(EXIT, NOON - timedelta(days=1))
    assert whereabouts.get() == kept
    assert len(json.loads(path.read_bytes())["tables"]["here"]) == 1


def test_a_forgotten_place_is_gone(whereabouts: Whereabouts) -> None:
    whereabouts.set(EXIT)
    assert whereabouts.forget() is True
    assert whereabouts.get() is None
    assert whereabouts.forget() is False
    whereabouts.set(HALL)
    assert whereabouts.get() is not None


def test_lists_and_the_place_leave_each_other_alone(whereabouts: Whereabouts, path: Path) -> None:
    lists = Lists(Notebook(path))
    item = lists.add("esp32", 3)
    kept = whereabouts.set(EXIT)
    assert lists.names() == ("shopping",)
    lists.add("ne555")
    assert whereabouts.get() == kept
    whereabouts.forget()
    assert lists.show()[0] == item
    assert len(lists.show()) == 2


@pytest.mark.parametrize(
    "row",
    [
        {"how": "guess", "words": "x", "words_zh": "x"},
        {"how": "floor", "words": "x"},
        {"how": "floor", "words": "x", "words_zh": "x", "mood": "lost"},
        {"how": "floor", "words": "x", "words_zh": "x", "position": {"lat": "north"}},
    ],
)
def test_a_strange_row_is_a_damaged_notebook_and_stays_untouched(
    whereabouts: Whereabouts, path: Path, row: dict[str, object]
) -> None:
    path.write_text(json.dumps({"format": 1, "tables": {"here": {"1": row}}}), encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(GuideError, match="the notebook is damaged: here: "):
        whereabouts.get()
    assert path.read_bytes() == before
    whereabouts.set(HALL)
    assert whereabouts.get() is not None


def test_a_notebook_that_cannot_be_read_is_told_and_kept(whereabouts: Whereabouts, path: Path) -> None:
    path.write_text("{", encoding="utf-8")
    for call in (whereabouts.get, whereabouts.forget, lambda: whereabouts.set(HALL)):
        with pytest.raises(GuideError, match="the notebook is damaged"):
            call()
    assert path.read_text(encoding="utf-8") == "{"


positions = st.none() | st.builds(
    Position,
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    accuracy_m=st.floats(0, 1e6),
    basis=st.text(max_size=20),
    source=st.text(max_size=20),
)


@given(st.text(max_size=60), st.none() | st.integers(-9, 99), positions)
def test_any_place_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, words: str, level: int | None, position: Position | None
) -> None:
    whereabouts = Whereabouts(Notebook(tmp_path_factory.getbasetemp() / "any-place" / "notebook.json"))
    here = Here(how="building", words=words, words_zh=words[::-1], level=level, position=position)
    kept = whereabouts.set(here, NOON)
    assert whereabouts.get() == kept
    assert msgspec.structs.replace(kept, as_of=None) == here
