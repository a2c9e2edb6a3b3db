"""Many queries at once, with the other columns of a bill beside them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran

Hq = Callable[..., Ran]

LINES = """{"q": "10k", "designator": "RV1"}
{"q": "500mA", "designator": "F1", "quantity": 3}

nonsense
{"designator": "R1"}
{"q": "", "designator": "R1"}
[1]
{"q": "3V3", "designator": "U2", "footprint": "SOT-23-5", "description": "", "manufacturer": "TI"}
"""


@pytest.mark.parametrize(
    "order", [("--batch", "FILE", "--context"), ("--batch", "--context", "FILE"), ("--context", "FILE")]
)
def test_context_ranks_the_categories_and_bad_lines_are_reported(
    hq: Hq, tmp_path: Path, order: tuple[str, ...]
) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_text(LINES, encoding="utf-8")
    ran = hq("find", *(str(file) if word == "FILE" else word for word in order))
    answers = [json.loads(row) for row in ran.out.splitlines()]
    first = [a["categories"][0]["id"] if a["categories"] else "" for a in answers]
    assert first == ["passive.pot", "passive.protection", "", "", "", "", "ic.power"]
    for number, said in ((4, "no JSON object"), (5, "`q`"), (6, "the query is empty"), (7, "array")):
        assert any(f"line {number}:" in row and said in row for row in ran.err.splitlines()), number
    assert ran.code == 0


def test_lines_with_context_come_from_stdin_too(hq: Hq) -> None:
    ran = hq("find", "--batch", "-", "--context", stdin=b'{"q": "red", "designator": "D3"}')
    assert json.loads(ran.out)["categories"][0]["id"] == "opto.led"
    assert hq("find", "--context", stdin=b"[]").code == 1


def test_with_context_a_word_is_no_place(hq: Hq) -> None:
    ran = hq("find", "--context", stdin=b'{"q": "seg plaza", "designator": "J1"}')
    assert json.loads(ran.out)["categories"][0]["id"].startswith("con")


def test_words_and_context_exclude_each_other(hq: Hq) -> None:
    ran = hq("find", "led", "--context", "-")
    assert ran.code == 2
    assert "either WORDS or --batch" in ran.err
