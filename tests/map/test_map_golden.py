import re

import pytest

from hqguide.map.drawing import STYLES
from tests.map.renew_map import GOLDEN, PAGE, golden, with_captures


@pytest.mark.parametrize("name", list(golden()))
def test_the_picture_of_the_made_up_district_is_the_one_on_file(name: str) -> None:
    assert golden()[name] == (GOLDEN / name).read_text(encoding="utf-8")


def test_the_page_lists_every_style_a_front_end_may_meet() -> None:
    page = PAGE.read_text(encoding="utf-8")
    listed = re.search(r"The styles:\n\n(.*?)\.\n", page, re.DOTALL)
    assert listed
    assert tuple(re.split(r",\s+", listed[1])) == STYLES


def test_the_example_on_the_page_runs_and_draws_the_chosen_hall(capsys: pytest.CaptureFixture[str]) -> None:
    example = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert example
    names: dict[str, object] = {}
    exec(compile(example[1], str(PAGE), "exec"), names)  # noqa: S102 - our own page
    assert "[SEG Plaza]" in capsys.readouterr().out
    assert str(names["svg"]).startswith("<svg ")


SIZES = {
    "way": 24,
    "halls": 32,
    "ascii": 32,
    "shade": 32,
    "building": 24,
    "tools": 16,
    "plan": 40,
    "close": 24,
    "blank": 24,
    "numbers": 24,
}


def test_every_capture_on_the_page_is_replaced_by_a_picture_of_the_same_kind() -> None:
    page = PAGE.read_text(encoding="utf-8")
    new = with_captures(page)
    for text in (page, new):
        blocks = re.findall(r"<!-- capture: (\w+) -->\n```text\n(.*?)\n```\n<!-- end -->", text, re.DOTALL)
        assert {name: len(picture.split("\n")) for name, picture in blocks} == SIZES
        for name, picture in blocks:
            credit = "OpenStreetMap contributors" in picture
            assert credit == (name in ("way", "halls", "ascii", "shade"))
