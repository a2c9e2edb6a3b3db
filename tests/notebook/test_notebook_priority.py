"""Exclamation marks before or behind a line, and the priority they give it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.notebook.book import Notebook
from hqguide.notebook.lists import ListItem, Lists
from hqguide.notebook.quickline import read_line, read_marks


@pytest.mark.parametrize(
    ("line", "text", "quantity", "priority"),
    [
        ("! esp32", "esp32", 1, 1),
        ("!!10x 100nF 0603", "100nF 0603", 10, 2),
        ("10x 100nF 0603 !!!", "100nF 0603", 10, 3),
        ("！！ 电阻 100个", "电阻", 100, 2),
        ("esp32 !!!!!", "esp32", 1, 3),
        ("esp32", "esp32", 1, 0),
        ("wow!", "wow!", 1, 0),
        ("!!!", "!!!", 1, 0),
        ("", "", 1, 0),
    ],
)
def test_marks_give_a_priority(line: str, text: str, quantity: int, priority: int) -> None:
    assert read_line(line) == ListItem(id=0, text=text, quantity=quantity, priority=priority)


@given(st.text(alphabet="! ！ab1x", max_size=20))
def test_no_word_is_lost(line: str) -> None:
    text, priority = read_marks(line)
    assert 0 <= priority <= 3
    letters = str.maketrans("", "", "!！ ")
    assert text.translate(letters) == line.translate(letters)


def test_the_same_line_again_keeps_the_higher_priority(tmp_path: Path) -> None:
    lists = Lists(Notebook(tmp_path / "notebook.json"))
    lists.add_many([read_line("!! esp32")])
    (item,) = lists.add_many([read_line("esp32")])
    assert (item.quantity, item.priority) == (2, 2)


@pytest.mark.parametrize("priority", [-1, 4, True])
def test_other_priorities_are_refused(tmp_path: Path, priority: int) -> None:
    lists = Lists(Notebook(tmp_path / "notebook.json"))
    with pytest.raises(GuideError, match="is no priority"):
        lists.add_many([ListItem(id=0, text="esp32", priority=priority)])


def test_a_notebook_of_before_is_read_and_lifted_with_the_first_change(tmp_path: Path) -> None:
    path = tmp_path / "notebook.json"
    path.write_text('{"format":1,"tables":{"list:shopping":{"1":{"text":"esp32"}}}}', encoding="utf-8")
    lists = Lists(Notebook(path))
    assert lists.show()[0].priority == 0
    lists.add_many([read_line("! usb cable")])
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["format"] == 2
    assert [row["text"] for row in document["tables"]["list:shopping"].values()] == ["esp32", "usb cable"]
