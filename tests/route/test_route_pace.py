import json
from pathlib import Path
from typing import Any

import pytest

from hqguide.errors import GuideError
from hqguide.market.pack import default_folder
from hqguide.route.pace import Climb, Pace, load_pace, storey


def edited(folder: Path, **changes: Any) -> Path:
    data = json.loads((default_folder() / "walking.json").read_text())
    for name, value in changes.items():
        if isinstance(value, dict):
            data[name].update(value)
        else:
            data[name] = value
    (folder / "walking.json").write_text(json.dumps(data))
    return folder


def test_every_figure_of_the_shipped_file_has_a_source() -> None:
    figures = load_pace(default_folder()).figures()
    assert len(figures) == 20
    assert all(figure.source.strip() for figure in figures.values())


def test_the_page_on_walking_explains_every_figure_with_its_value() -> None:
    page = (Path(__file__).parents[2] / "docs" / "walking.md").read_text()
    for name, figure in load_pace(default_folder()).figures().items():
        assert f"| `{name}` | {figure.value:g} {figure.unit} |" in page, name


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"street_speed": {"unit": "s"}}, "street_speed is in s"),
        ({"stop": {"unit": "m"}}, "stop is in m"),
        ({"aisle_speed": {"value": 0}}, "aisle_speed must be above 0"),
        ({"street_detour": {"value": 0.9}}, "street_detour must be 1 or more"),
        ({"stop": {"value": -1}}, "broken data"),
        ({"stop": {"value": "quick"}}, "broken data"),
        ({"vertical": "rope"}, "broken data"),
        ({"teleport": {}}, "teleport"),
    ],
)
def test_a_figure_that_cannot_be_is_refused_by_name(tmp_path: Path, changes: Any, words: str) -> None:
    if "teleport" in changes:
        data = json.loads((default_folder() / "walking.json").read_text())
        (tmp_path / "walking.json").write_text(json.dumps(data | changes))
    else:
        edited(tmp_path, **changes)
    with pytest.raises(GuideError, match=words) as caught:
        load_pace(tmp_path)
    assert "walking.json" in caught.value.where


def with_vertical(tmp_path: Path, means: str) -> Pace:
    return load_pace(edited(tmp_path, vertical=means))


def test_no_floor_lies_between_the_ground_floor_and_the_basement() -> None:
    assert [storey(level) for level in (-2, -1, 1, 2)] == [-2, -1, 0, 1]


def test_escalators_are_taken_up_to_the_top_market_floor_and_lifts_above(tmp_path: Path) -> None:
    pace = with_vertical(tmp_path, "escalator")
    assert pace.climb(1, 3) == Climb(60.0, "escalator")
    assert pace.climb(1, -1) == Climb(30.0, "escalator")
    assert pace.climb(1, 22) == Climb(60.0 + 21 * 6, "lift")


def test_stairs_are_slower_up_than_down(tmp_path: Path) -> None:
    pace = with_vertical(tmp_path, "stairs")
    assert pace.climb(1, 3) == Climb(44.0, "stairs")
    assert pace.climb(3, 1) == Climb(36.0, "stairs")
    assert any("Stairs" in words for words in pace.words())


def test_a_lift_is_waited_for_once(tmp_path: Path) -> None:
    pace = with_vertical(tmp_path, "lift")
    assert pace.climb(2, 1) == Climb(66.0, "lift")
    assert any("Lifts" in words for words in pace.words())


def test_what_is_not_known_has_to_be_searched_for() -> None:
    pace = load_pace(default_folder())
    assert pace.stop_seconds(2, "2A01") == 60
    assert pace.stop_seconds(2, None) == 150
    assert pace.stop_seconds(None, None) == 300


@pytest.mark.parametrize(
    ("weight", "seconds"), [(1.0, 0.0), (0.25, 450.0), (0.0, 600.0), (7.0, 0.0), (-1, 600)]
)
def test_doubt_costs_its_share_of_a_failed_search(weight: float, seconds: float) -> None:
    assert load_pace(default_folder()).doubt_seconds(weight) == seconds
