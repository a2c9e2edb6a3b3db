"""Route: plan in the background, cancel, tick off, see on the map, export."""

from pathlib import Path

from textual.widgets import Input

from hqguide.errors import GuideError
from hqguide.tui.app import GuideApp
from hqguide.tui.screens.export import ExportScreen
from hqguide.tui.widgets.map_canvas import MapCanvas
from tests.tui.fake_guide import FakeGuide
from tests.tui.seeing import Driver, column_of, loaded, row_of, screen_text, shows, until


async def open_route(pilot: Driver, app: GuideApp, guide: FakeGuide) -> None:
    """Three items on the list, and the walk that buys them."""
    for text, quantity in (("resistor", 10), ("电阻", 2), ("magnet", 1)):
        guide.lists.add(text, quantity)
    await loaded(pilot, app)
    await pilot.press("f8")
    await shows(pilot, "2 stops")


async def test_the_plan_appears_by_itself_stop_by_stop(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await open_route(pilot, app, guide)
        await shows(
            pilot,
            "1 h 05 min · 480 m on foot · ¥12.5 at your target prices",
            "saves 10 min over",
            "proven best",
            "10:00  Start  Synthetic Station",
            "walk east, escalator to 2F · 5 min · 240 m on foot",
            "10:10  1 合成楼 Synthetic Hall 2F 2955",
            "10:10-10:18",
            "[ ] 10x resistor   电阻 diàn zǔ · if not, synthetic-annex/1F",
            "No place on record",
            "magnet  no place on record  磁铁 cí tiě",
            "Left out",
            "inductor  over the time budget",
            "Hours of Synthetic Hall are of 2025.",
            "70 m a minute",
        )


async def test_planning_is_said_and_can_be_cancelled(app: GuideApp, guide: FakeGuide) -> None:
    guide.lists.add("resistor")
    guide.planning.clear()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f8")
        await shows(pilot, "planning a walk for 1 items", "Esc cancels")
        await pilot.press("escape")
        await shows(pilot, "Planning was cancelled")
        guide.planning.set()
        await pilot.pause(0.1)
        await shows(pilot, "Planning was cancelled")
        await pilot.press("r")
        await shows(pilot, "1 stop ·")


async def test_an_empty_list_says_what_to_do(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f8")
        await shows(pilot, "Nothing on the list is wanted.", "Add items with 3 List")
        await pilot.press("e")
        await shows(pilot, "No walk is planned yet.")


async def test_a_plan_that_cannot_be_made_says_why(app: GuideApp, guide: FakeGuide) -> None:
    guide.lists.add("resistor")
    guide.plan_error = GuideError("no streets", hint="Reinstall.")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f8")
        await shows(pilot, "no streets", "Reinstall.")


async def test_items_are_ticked_off_in_the_walk_and_it_is_not_planned_again(
    app: GuideApp, guide: FakeGuide
) -> None:
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        await open_route(pilot, app, guide)
        await pilot.press("space")
        await shows(pilot, "[x] 10x resistor bought", "Route]")
        assert guide.lists.show()[0].state == "bought"
        await pilot.press("down", "x")
        await shows(pilot, "[-] 2x 电阻 not found")
        await pilot.press("f7", "f8")
        await shows(pilot, "[x] 10x resistor bought", "[-] 2x 电阻 not found")
        await pilot.press("x", "r")
        await shows(pilot, "1 stop")


async def test_new_items_make_it_plan_again(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        await open_route(pilot, app, guide)
        await pilot.press("f7")
        guide.lists.add("relic", 3)
        await pilot.press("f8")
        await shows(pilot, "3x relic")


async def test_an_item_gone_from_the_list_cannot_be_ticked(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        await open_route(pilot, app, guide)
        guide.lists.clear()
        await pilot.press("f7", "f8", "space")
        await shows(pilot, "no longer on the")


async def test_the_mouse_ticks_off(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        await open_route(pilot, app, guide)
        await pilot.click(offset=(20, row_of(app, "2x 电阻")), times=2)
        await until(pilot, lambda: guide.lists.show()[1].state == "bought")


async def test_the_stops_are_shown_on_the_map(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        await open_route(pilot, app, guide)
        await pilot.press("w")
        await shows(pilot, "[2 Map]", "1,2")
        drawing = app.screen.query_one(MapCanvas).drawing
        assert drawing is not None
        assert any(run.style == "path" for row in drawing.rows for run in row)


async def test_a_stop_is_shown_on_its_floor_with_the_walk_behind_it(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        await open_route(pilot, app, guide)
        await pilot.press("m")
        await shows(pilot, "[2 Map]", "* 2955: 合成电子 Synthetic Parts")
        await pilot.press("escape", "escape")
        await shows(pilot, "1,2")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: "1,2" not in screen_text(app))


async def test_the_walk_is_exported_and_a_file_is_replaced_only_when_asked_twice(
    app: GuideApp, guide: FakeGuide, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        await open_route(pilot, app, guide)
        await pilot.press("e")
        await shows(pilot, "Export the walk", "huaqiangbei-2026-11-23.html")
        await pilot.press("enter")
        await shows(pilot, "Written:")
        page = tmp_path / "huaqiangbei-2026-11-23.html"
        assert "Synthetic Hall" in page.read_text(encoding="utf-8")
        page.write_text("mine", encoding="utf-8")
        await pilot.press("e", "enter")
        await shows(pilot, "The file exists.")
        assert page.read_text(encoding="utf-8") == "mine"
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, ExportScreen))
        assert "Synthetic Hall" in page.read_text(encoding="utf-8")


async def test_an_export_that_cannot_be_written_says_why_and_can_be_left(
    app: GuideApp, guide: FakeGuide
) -> None:
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        await open_route(pilot, app, guide)
        await pilot.press("e")
        box = app.screen.query_one(Input)
        box.value = "walk.zip"
        await pilot.press("enter")
        await shows(pilot, "End the name in one of .md .html .pdf")
        box.value = "nowhere/walk.md"
        await pilot.press("enter")
        await shows(pilot, "cannot be written")
        await pilot.press("escape")
        await shows(pilot, "2 stops")


async def test_another_trip_is_asked_for_and_planned(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await open_route(pilot, app, guide)
        await pilot.press("t")
        await shows(pilot, "The walk", "Leave at     10:00")
        app.screen.query_one("#depart", Input).value = "14:30"
        app.screen.query_one("#minutes", Input).value = "soon"
        await pilot.press("enter")
        await shows(pilot, "Minutes are a whole number")
        app.screen.query_one("#minutes", Input).value = "90"
        await pilot.press("enter")
        await shows(pilot, "14:30  Start")
        assert app.visit.trip is not None
        assert app.visit.trip.budget_minutes == 90
        await pilot.press("t")
        await shows(pilot, "Minutes      90")
        await pilot.press("escape")
        await shows(pilot, "14:30  Start")


async def test_keys_of_the_bar_work_by_mouse(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await open_route(pilot, app, guide)
        await pilot.click(offset=(column_of(app, "Bought"), 29))
        await until(pilot, lambda: guide.lists.show()[0].state == "bought")
