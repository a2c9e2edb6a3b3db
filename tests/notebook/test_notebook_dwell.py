"""The dwell that timed stops show, and where they are kept."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.notebook.book import Notebook
from hqguide.notebook.dwell import ITEM_RANGE, LEAST_STOPS, MOST_KEPT, STOP_RANGE, Stay, Stays, own_dwell
from hqguide.notebook.walks import Tick, Walk, Walks


def exact(stop: float, item: float, *counts: int) -> list[Stay]:
    return [Stay(stop + item * count, count) for count in counts]


def test_the_dwell_of_regular_stops_is_found_again() -> None:
    own = own_dwell(exact(40, 12, 1, 2, 3, 4, 6), 10)
    assert own is not None
    assert (own.stop, own.item, own.stops) == (40, 12, 5)


def test_four_stops_are_too_few() -> None:
    assert own_dwell(exact(40, 12, 1, 2, 3, 4), 10) is None


def test_stops_of_one_size_leave_the_seconds_for_a_line_as_they_are() -> None:
    own = own_dwell(exact(50, 10, 2, 2, 2, 2, 2), 10)
    assert own is not None
    assert (own.stop, own.item) == (50, 10)


def test_a_stop_in_five_that_is_far_off_hardly_matters() -> None:
    own = own_dwell([*exact(40, 12, 1, 2, 3, 4), Stay(900, 3)], 10)
    assert own is not None
    assert own.item == pytest.approx(12, abs=8)
    assert own.stop == pytest.approx(40, abs=25)


def test_a_meal_and_a_late_tick_do_not_count() -> None:
    regular = exact(40, 12, 1, 2, 3, 4, 5)
    assert own_dwell([*regular, Stay(4000, 1), Stay(1, 3), Stay(100, 0)], 10) == own_dwell(regular, 10)


@given(st.lists(st.builds(Stay, st.floats(0, 5000), st.integers(0, 30)), max_size=30))
def test_the_dwell_is_always_a_sensible_one(stays: list[Stay]) -> None:
    own = own_dwell(stays, 10)
    if own is not None:
        assert STOP_RANGE[0] <= own.stop <= STOP_RANGE[1]
        assert ITEM_RANGE[0] <= own.item <= ITEM_RANGE[1]
        assert own.stops >= LEAST_STOPS


def test_stays_are_kept_in_order_and_the_oldest_go(tmp_path: Path) -> None:
    stays = Stays(Notebook(tmp_path / "notebook.json"))
    stays.add([])
    assert not (tmp_path / "notebook.json").exists()
    stays.add(Stay(float(n), 1) for n in range(MOST_KEPT))
    stays.add([Stay(999.0, 2)])
    kept = stays.all()
    assert (len(kept), kept[0].seconds, kept[-1].seconds) == (MOST_KEPT, 1.0, 999.0)
    assert stays.forget() == MOST_KEPT
    assert stays.all() == ()


@pytest.mark.parametrize(("table", "row"), [("dwell", {"seconds": "long"}), ("walk", {"name": 1})])
def test_a_strange_row_is_a_damaged_notebook(tmp_path: Path, table: str, row: dict[str, object]) -> None:
    path = tmp_path / "notebook.json"
    path.write_text(json.dumps({"format": 2, "tables": {table: {"1": row}}}), encoding="utf-8")
    read = {"dwell": Stays(Notebook(path)).all, "walk": Walks(Notebook(path)).get}[table]
    with pytest.raises(GuideError, match="the notebook is damaged"):
        read()


def test_a_walk_comes_back_as_it_was_put(tmp_path: Path) -> None:
    walks = Walks(Notebook(tmp_path / "notebook.json"))
    walk = Walk("shopping", (), {"stops": []}, (Tick("a/1F", "closed", "2026-11-24T11:00:00+08:00"),), 1)
    walks.put(walk)
    assert walks.get() == walk
    assert walks.end()
    assert not walks.end()
    assert walks.get() is None
