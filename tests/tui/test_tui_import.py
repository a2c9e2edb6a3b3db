"""List: bring in a file, see what it holds before it is added, write the list out again."""

from pathlib import Path

import pytest
from textual.widgets import Input

from hqguide.export.list_formats import render_list
from hqguide.tui.app import GuideApp
from hqguide.tui.screens.intake import IntakeScreen
from hqguide.tui.screens.list import ListScreen
from hqguide.tui.widgets.page import Page
from tests.tui.fake_guide import FakeGuide
from tests.tui.seeing import Driver, loaded, shows, type_text, until

BILL = """Reference,Value,Footprint,Qty,DNP
"R1,R2",10k,Resistor_SMD:R_0603_1608Metric,2,
J1,USB-C,GCT_USB4105,1,DNP
H1,MountingHole,MountingHole_3.2mm,1,
"""


def texts(guide: FakeGuide) -> list[tuple[int, str]]:
    """Quantity and text of every item on the list."""
    return [(item.quantity, item.text) for item in guide.lists.show()]


async def open_import(pilot: Driver, app: GuideApp) -> None:
    """The list, and over it the window that asks for a file."""
    await loaded(pilot, app)
    await pilot.press("f7")
    await until(pilot, lambda: isinstance(app.screen, ListScreen))
    await pilot.press("ctrl+o")
    await shows(pilot, "Import into the list")


async def give(pilot: Driver, app: GuideApp, name: str) -> None:
    """Type another file name and press Enter."""
    app.screen.query_one(Input).value = name
    await pilot.pause()
    await pilot.press("enter")


async def test_a_bill_is_shown_row_by_row_and_added_by_a_second_enter(
    app: GuideApp, guide: FakeGuide, tmp_path: Path
) -> None:
    (tmp_path / "board.csv").write_text(BILL, encoding="utf-8")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_import(pilot, app)
        await give(pilot, app, "board.csv")
        await shows(
            pilot,
            "board.csv: a bill of materials (CSV, utf-8): 1 items, 3 rows",
            "row 3: J1 | USB-C | GCT_USB4105 | 1 | DNP  not to be placed (DNP)",
            "a mounting hole:",
            "[ ] 2x 10k 0603",
            "Enter brings this into the list",
        )
        assert texts(guide) == []
        await pilot.press("enter")
        await shows(pilot, "1 lines read, 1 items on the list", "2x 10k 0603")
        assert texts(guide) == [(2, "10k 0603")]


async def test_leaving_the_preview_adds_nothing(app: GuideApp, guide: FakeGuide, tmp_path: Path) -> None:
    (tmp_path / "parts.txt").write_text("10x 100nF 0603\nmagnet\n", encoding="utf-8")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_import(pilot, app)
        await give(pilot, app, "parts.txt")
        await shows(pilot, "parts.txt: a list of 2 items", "[ ] 10x 100nF 0603", "[ ] 1x magnet")
        await pilot.press("escape")
        await shows(pilot, "The list is empty.")
        assert texts(guide) == []


async def test_another_name_is_read_before_anything_is_added(
    app: GuideApp, guide: FakeGuide, tmp_path: Path
) -> None:
    (tmp_path / "one.txt").write_text("magnet\n", encoding="utf-8")
    (tmp_path / "two.txt").write_text("resistor\n", encoding="utf-8")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_import(pilot, app)
        await give(pilot, app, "one.txt")
        await shows(pilot, "1x magnet")
        await give(pilot, app, "two.txt")
        await shows(pilot, "1x resistor")
        assert texts(guide) == []
        await pilot.press("enter")
        await until(pilot, lambda: texts(guide) == [(1, "resistor")])


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.csv", None, "gone.csv: cannot be read"),
        ("board.csv", bytes(range(256)) * 8, "board.csv: is no text"),
        ("list.txt", bytes(range(256)) * 8, "is no text, whatever its name says"),
        ("walk.json", b'{"hqguide": "walk", "version": 99}', "version 99"),
        ("page.html", b"<html>", "a web page, which holds no ticks"),
        ("bare.txt", b"# nothing but a remark\n", "There is nothing to add in it."),
        ("", None, "Type the name of a file first."),
        ("~nobody-of-that-name/list.txt", None, "cannot be read"),
    ],
)
async def test_what_brings_nothing_says_why_and_leaves_the_list_alone(
    app: GuideApp, guide: FakeGuide, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    guide.lists.add("magnet")
    if content is not None:
        (tmp_path / name).write_bytes(content)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_import(pilot, app)
        await give(pilot, app, name)
        await shows(pilot, said)
        assert isinstance(app.screen, IntakeScreen)
        assert texts(guide) == [(1, "magnet")]


async def test_ticks_of_the_phone_come_back_and_every_line_is_accounted_for(
    app: GuideApp, guide: FakeGuide, tmp_path: Path
) -> None:
    guide.lists.add("resistor", 10)
    ticks = (
        '{"hqguide": "ticks", "version": 1, "route": "ab", "items": ['
        '{"id": 1, "text": "resistor", "state": "bought"}, {"id": 7, "text": "relic", "state": "bought"}]}'
    )
    (tmp_path / "ticks.json").write_text(ticks, encoding="utf-8")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_import(pilot, app)
        await give(pilot, app, "ticks.json")
        await shows(pilot, "ticks.json: 2 ticks of the phone page", "[x] 1x relic")
        assert guide.lists.show()[0].state == "wanted"
        await pilot.press("enter")
        await shows(
            pilot, "1 changed, 0 added", "1 not matched", "relic  not on the list", "[x] 10x resistor"
        )
        assert guide.lists.show()[0].state == "bought"
        await pilot.press("enter")
        await shows(pilot, "1 bought")


async def test_an_exported_list_comes_back(app: GuideApp, guide: FakeGuide, tmp_path: Path) -> None:
    guide.lists.add("resistor", 10)
    data = render_list("json", guide.shopping("shopping", guide.lists.show()))
    assert isinstance(data, str)
    (tmp_path / "list.json").write_text(data, encoding="utf-8")
    guide.lists.clear()
    guide.lists.add("magnet")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_import(pilot, app)
        await give(pilot, app, "list.json")
        await shows(pilot, "list.json: an export of 1 lines")
        await pilot.press("enter")
        await shows(pilot, "0 changed, 1 added", "10x resistor")
        assert texts(guide) == [(1, "magnet"), (10, "resistor")]


async def test_a_notebook_that_cannot_be_written_is_said_in_the_window(
    app: GuideApp, guide: FakeGuide, tmp_path: Path
) -> None:
    (tmp_path / "parts.txt").write_text("magnet\n", encoding="utf-8")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_import(pilot, app)
        await give(pilot, app, "parts.txt")
        await shows(pilot, "1x magnet")
        (tmp_path / "notebook.json").write_text("{broken", encoding="utf-8")
        await pilot.press("enter")
        await shows(pilot, "the notebook is damaged", "1x magnet")
        assert (tmp_path / "notebook.json").read_text(encoding="utf-8") == "{broken"


async def test_a_long_file_is_scrolled_by_the_arrows(app: GuideApp, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("".join(f"part {n}\n" for n in range(60)), encoding="utf-8")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_import(pilot, app)
        await give(pilot, app, "long.txt")
        await shows(pilot, "1x part 0")
        page = app.screen.query_one("#found", Page)
        assert page.beyond
        await pilot.press("pagedown", "down")
        await until(pilot, lambda: page.scroll_offset.y == 10)
        await pilot.press("up")
        await until(pilot, lambda: page.scroll_offset.y == 9)


async def test_import_waits_for_the_guide(app: GuideApp, guide: FakeGuide) -> None:
    guide.warming.clear()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f7", "ctrl+o")
        await shows(pilot, "The guide is still loading.")
        guide.warming.set()
        await loaded(pilot, app)


async def test_the_list_itself_is_exported(app: GuideApp, guide: FakeGuide, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        guide.lists.add("resistor", 10)
        await pilot.press("f7")
        await shows(pilot, "10x resistor")
        await pilot.press("escape", "e")
        await shows(pilot, "Export the list", "shopping.md", "says the format: .md .csv .xlsx")
        app.screen.query_one(Input).value = "shopping.gpx"
        await pilot.press("enter")
        await shows(pilot, "End the name in one of .md .csv .xlsx .json")
        app.screen.query_one(Input).value = "shopping.csv"
        await pilot.press("enter")
        await shows(pilot, "Written:")
        assert "resistor" in (tmp_path / "shopping.csv").read_text(encoding="utf-8-sig")


async def test_an_empty_list_is_not_exported(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f7")
        await shows(pilot, "a file with Ctrl+O")
        await app.run_action("screen.export", app.screen)
        await shows(pilot, "The list is empty.")


async def test_the_window_of_the_list_speaks_chinese(app: GuideApp, tmp_path: Path) -> None:
    (tmp_path / "parts.txt").write_text("10x 100nF 0603\n", encoding="utf-8")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f2", "f7", "ctrl+o")
        await shows(pilot, "导入清单")
        await type_text(pilot, "parts.txt")
        await pilot.press("enter")
        await shows(pilot, "parts.txt：清单，1 条", "回车导入清单")
