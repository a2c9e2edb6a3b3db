"""``hqguide note``: keeps, shows and takes out what the visitor saw."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hqguide.market.hours import today
from tests.cli.conftest import Ran

Hq = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HQGUIDE_HOME", str(tmp_path))


def test_a_note_says_what_was_understood_and_is_dated_today(hq: Hq) -> None:
    ran = hq("note", "saw", "SEG 2F", "100nF", "0603", "--name", "Test Trading", "--remark", "reels only")
    assert ran.code == 0
    assert "1 seg-plaza/2F (Test Trading): sells 100nF 0603" in ran.out
    assert "understood as MLCC" in ran.out
    assert f"{today()} · reels only" in ran.out


def test_notes_are_shown_by_place_and_as_json(hq: Hq) -> None:
    hq("note", "saw", "seg-plaza/2F/2958", "led", "--on", "2026-11-01")
    hq("note", "closed", "tongtiandi", "--on", "2026-11-02")
    hq("note", "lacks", "seg-plaza/3F", "asdfgh", "--on", "2026-11-03")
    rows = json.loads(hq("note", "show", "--json").out)
    assert [(row["number"], row["place"], row["seen"], row["on"]) for row in rows] == [
        (1, "seg-plaza/2F/2958", "sells", "2026-11-01"),
        (2, "tongtiandi", "closed", "2026-11-02"),
        (3, "seg-plaza/3F", "lacks", "2026-11-03"),
    ]
    inside = hq("note", "show", "seg-plaza").out
    assert "2958" in inside
    assert "does not have asdfgh" in inside
    assert "found by its own words only" in inside
    assert "tongtiandi" not in inside


def test_without_notes_it_says_how_to_make_one(hq: Hq) -> None:
    ran = hq("note", "show")
    assert (ran.code, ran.out) == (1, "")
    assert "hqguide note saw PLACE WORDS" in ran.err


def test_a_note_is_taken_out_by_its_number(hq: Hq) -> None:
    hq("note", "saw", "seg-plaza/2F", "led")
    ran = hq("note", "remove", "1", "--json")
    assert json.loads(ran.out)["text"] == "led"
    assert "Taken out: seg-plaza/2F sells led" in ran.err
    assert hq("note", "remove", "1").code == 2
    assert hq("note", "show", "--json").out.strip() == "[]"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("saw", "nowhere at all", "led"), "no place called"),
        (("saw", "seg-plaza/2F"), "Missing argument"),
        (("closed", "seg-plaza", "--on", "2999-01-01"), "still to come"),
        (("saw", "seg-plaza/2F", "led", "--on", "soon"), "Invalid value"),
    ],
)
def test_bad_input_is_refused_and_nothing_is_kept(
    hq: Hq, tmp_path: Path, words: tuple[str, ...], why: str
) -> None:
    ran = hq("note", *words)
    assert ran.code == 2
    assert why in ran.err
    assert not (tmp_path / "notebook.json").exists()


def test_a_place_the_pack_no_longer_has_is_marked(hq: Hq, tmp_path: Path) -> None:
    hq("note", "saw", "seg-plaza/2F", "led")
    file = tmp_path / "notebook.json"
    file.write_text(
        file.read_text(encoding="utf-8").replace("seg-plaza/2F", "seg-plaza/99F"), encoding="utf-8"
    )
    assert "no such place" in hq("note", "show").out


def test_the_ticks_of_a_walk_are_noted_when_it_ends(hq: Hq) -> None:
    for words in ("led strip", "esp32 board"):
        hq("list", "add", words)
    walk = json.loads(hq("walk", "start", "--depart", "10:00", "--on", "2026-11-24", "--json").out)
    places = [stop["place"] for stop in walk["plan"]["stops"] for _ in stop["items"]]
    texts = [item["text"] for stop in walk["plan"]["stops"] for item in stop["items"]]
    assert sorted(texts) == ["esp32 board", "led strip"]
    first, second = ("1.1", "1.2") if places[0] == places[1] else ("1.1", "2.1")
    hq("walk", "bought", first)
    hq("walk", "missing", second)
    assert "2 things noted" in hq("walk", "end", "--note").err
    rows = json.loads(hq("note", "show", "--json").out)
    assert [(row["place"], row["seen"], row["text"]) for row in rows] == [
        (places[0], "sells", texts[0]),
        (places[1], "lacks", texts[1]),
    ]
    assert "0 things noted" in hq("walk", "end", "--note").err
