import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from hqguide.export.handout import Handout
from hqguide.export.list_formats import LIST_FORMATS
from tests.export.export_handouts import placed

Hq = Callable[..., Any]
TICKS: dict[str, Any] = {
    "hqguide": "ticks",
    "version": 1,
    "route": "0123456789abcdef",
    "items": [
        {"id": 1, "text": "usb-c connector", "state": "bought"},
        {"id": 2, "text": "hammer", "state": "bought"},
    ],
}


@pytest.fixture
def listed(hq: Hq) -> None:
    """A list of two things."""
    hq("list", "add", "10x usb-c connector")
    hq("list", "add", "led strip")


@pytest.fixture
def one_walk(monkeypatch: pytest.MonkeyPatch) -> Handout:
    """A walk that is there without being planned; made up, so that no checker would let it pass."""
    handout = placed()
    monkeypatch.setattr("hqguide.errands.planning.Errands.check", lambda _self, walk: walk)
    monkeypatch.setattr("hqguide.cli.export.planned", lambda *_words: handout.itinerary)
    return handout


@pytest.mark.usefixtures("one_walk")
@pytest.mark.parametrize(
    ("ending", "start"),
    [
        (".csv", b"\xef\xbb\xbfstop,"),
        (".XLSX", b"PK"),
        (".json", b'{\n "hqguide": "walk"'),
        (".ics", b"BEGIN:VCALENDAR\r\n"),
        (".gpx", b"<?xml"),
        (".kml", b"<?xml"),
        (".GeoJSON", b'{\n "type": "FeatureCollection"'),
        (".links.md", b"# Huaqiangbei walk, 2026-11-23: map links"),
        (".md", b"# Huaqiangbei walk, 2026-11-23\n"),
        ("", b"<!doctype html>"),
    ],
)
def test_the_ending_of_the_file_picks_the_format(hq: Hq, tmp_path: Path, ending: str, start: bytes) -> None:
    path = tmp_path / f"walk{ending}"
    ran = hq("export", "-o", str(path))
    assert (ran.code, ran.out) == (0, "")
    assert path.read_bytes()[: len(start)].lower() == start.lower()


@pytest.mark.usefixtures("one_walk")
def test_a_format_that_is_named_wins_over_the_ending_and_comes_to_stdout_as_bytes(
    hq: Hq, tmp_path: Path
) -> None:
    assert hq("export", "-f", "gpx", "-o", str(tmp_path / "walk.csv")).code == 0
    assert (tmp_path / "walk.csv").read_bytes().startswith(b"<?xml")
    assert hq("export", "-f", "csv").out.startswith("\ufeffstop,")


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize("fmt", LIST_FORMATS)
def test_a_list_is_exported_without_a_walk(hq: Hq, tmp_path: Path, fmt: str) -> None:
    path = tmp_path / f"list.{fmt}"
    ran = hq("export", "--list", "-o", str(path))
    assert (ran.code, ran.out) == (0, "")
    assert "2 lines" in ran.err
    assert path.stat().st_size > 100


@pytest.mark.usefixtures("listed")
def test_a_list_on_which_nothing_is_wanted_any_more_is_still_exported(hq: Hq) -> None:
    hq("list", "bought", "1", "2")
    assert "[x] 10 × **usb-c connector**" in hq("export", "--list").out


def test_a_file_can_be_exported_as_a_list(hq: Hq, tmp_path: Path) -> None:
    (tmp_path / "things.txt").write_text("10x usb-c connector\n")
    ran = hq("export", "--list", str(tmp_path / "things.txt"), "-f", "csv")
    assert "usb-c connector,10,Type-C" in ran.out


@pytest.mark.usefixtures("listed")
def test_a_quote_sheet_opens(hq: Hq, tmp_path: Path) -> None:
    hq("export", "-o", str(tmp_path / "walk.xlsx"))
    page = openpyxl.load_workbook(tmp_path / "walk.xlsx")["Quotes"]
    assert page["B2"].value in ("usb-c connector", "led strip")


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-f", "docx"), "no export format 'docx'"),
        (("-o", "walk.docx"), "no format has this ending"),
        (("--list", "-f", "gpx"), "a list has no format 'gpx'"),
        (("--list", "-o", "list.gpx"), "no format has this ending"),
        (("-f", "csv", "-o", "none/walk.csv"), "Make the folder none first"),
        (("-f", "csv", "-o", "."), "is a folder"),
        (("-f", "csv", "-o", os.devnull), "not an ordinary file"),
        (("nowhere", "-f", "csv"), "no list and no file"),
    ],
)
def test_what_cannot_be_exported_is_a_clear_error(
    hq: Hq, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = hq("export", *words)
    assert ran.code == 2
    assert said in ran.err
    assert ran.out == ""


@pytest.mark.usefixtures("one_walk")
def test_an_existing_file_stays_without_force(hq: Hq, tmp_path: Path) -> None:
    path = tmp_path / "walk.gpx"
    path.write_bytes(b"mine")
    assert "exists already" in hq("export", "-o", str(path)).err
    assert path.read_bytes() == b"mine"
    assert hq("export", "-o", str(path), "--force").code == 0
    assert path.read_bytes().startswith(b"<?xml")


@pytest.mark.usefixtures("listed")
def test_a_divided_walk_is_a_file_for_each_or_none(hq: Hq, tmp_path: Path) -> None:
    ran = hq("export", "--split", "2", "-o", str(tmp_path / "walk.links.md"))
    assert ran.code == 0
    names = ["walk-1of2.links.md", "walk-2of2.links.md"]
    assert sorted(path.name for path in tmp_path.glob("walk*")) == names
    assert "1 of 2" in (tmp_path / names[0]).read_text("utf-8")
    (tmp_path / names[0]).unlink()
    assert "exists already" in hq("export", "--split", "2", "-o", str(tmp_path / "walk.links.md")).err
    assert not (tmp_path / names[0]).exists()
    assert "-o FILE" in hq("export", "--split", "2").err
    assert hq("export", "--split", "0", "-o", str(tmp_path / "walk.gpx")).code == 2


@pytest.mark.usefixtures("one_walk")
def test_a_binary_file_is_not_thrown_at_a_terminal(hq: Hq, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    ran = hq("export", "-f", "xlsx")
    assert ran.code == 2
    assert "-o FILE" in ran.err


@pytest.mark.usefixtures("listed")
def test_what_was_bought_on_the_phone_is_known_on_the_laptop(hq: Hq, tmp_path: Path) -> None:
    path = tmp_path / "message.txt"
    path.write_text(f"Bought: {json.dumps(TICKS)} see you")
    ran = hq("list", "import", str(path))
    assert ran.code == 0
    assert "usb-c connector: wanted → bought" in ran.err
    assert "hammer (bought): not on the list, where 2 is led strip" in ran.err
    assert "1 changed, 0 added, 0 known already, 1 not matched" in ran.err
    assert [item.get("state") for item in json.loads(hq("list", "--json").out)] == ["bought", None]


@pytest.mark.usefixtures("listed")
def test_pasted_ticks_are_read_from_stdin(hq: Hq) -> None:
    ran = hq("list", "shopping", "import", "-", "--json", stdin=json.dumps(TICKS).encode())
    assert json.loads(ran.out)[0]["state"] == "bought"


@pytest.mark.usefixtures("listed")
def test_ticks_of_which_none_is_known_end_with_nothing_found(hq: Hq) -> None:
    ticks = {**TICKS, "items": TICKS["items"][1:]}
    assert hq("list", "import", "-", stdin=json.dumps(ticks).encode()).code == 1


@pytest.mark.usefixtures("listed")
def test_an_exported_list_and_walk_go_to_another_list_and_back(hq: Hq, tmp_path: Path) -> None:
    hq("export", "--list", "-o", str(tmp_path / "list.json"))
    hq("export", "-o", str(tmp_path / "walk.json"))
    assert "2 added" in hq("list", "copy", "import", str(tmp_path / "list.json")).err
    assert "2 known already" in hq("list", "copy", "import", str(tmp_path / "walk.json")).err
    hq("list", "copy", "missing", "2")
    hq("export", "copy", "--list", "-o", str(tmp_path / "back.json"))
    assert "led strip: wanted → not found" in hq("list", "import", str(tmp_path / "back.json")).err


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("ticks.json", b"{}", "not readable"),
        ("ticks.json", b'{"hqguide": "ticks", "version": 9}', "version 9"),
        ("walk.html", b"<!doctype html>", "a web page"),
        ("list.txt", b"x" * 9_000_000, "too large"),
        ("list.txt", b"\xff\xfe\xff", "not UTF-8"),
        ("list.txt", b"usb\n" + b"x" * 300, "list.txt, line 2"),
    ],
    ids=["no kind", "newer", "page", "huge", "not text", "long line"],
)
def test_what_cannot_come_back_leaves_the_list_as_it_was(
    hq: Hq, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    before = hq("list", "--json").out
    (tmp_path / name).write_bytes(data)
    ran = hq("list", "import", str(tmp_path / name))
    assert ran.code == 2
    assert said in ran.err
    assert hq("list", "--json").out == before


@pytest.mark.parametrize("name", ["missing.json", ".", "a\0b"])
def test_a_file_that_cannot_be_read_is_named(hq: Hq, name: str) -> None:
    ran = hq("list", "import", name)
    assert ran.code == 2
    assert "hqguide: " in ran.err


def test_a_walk_that_is_wrong_is_never_written(
    hq: Hq, listed: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("hqguide.cli.export.planned", lambda *_words: placed().itinerary)
    ran = hq("export", "-o", str(tmp_path / "walk.html"))
    assert (ran.code, "the plan does not check" in ran.err) == (2, True)
    assert not (tmp_path / "walk.html").exists()
