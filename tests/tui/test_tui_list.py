"""List: add by typing, tick off, delete and undo, coverage."""

from pathlib import Path

from hqguide.tui.app import GuideApp
from hqguide.tui.screens.list import ItemBox
from hqguide.tui.widgets.chooser import Chooser
from tests.tui.fake_guide import FakeGuide
from tests.tui.seeing import column_of, loaded, row_of, shows, type_text, until


async def test_typed_lines_become_items_with_their_quantity(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f7")
        await shows(pilot, "The list is empty.")
        assert isinstance(app.focused, ItemBox)
        await type_text(pilot, "10x 100nF 0603")
        await pilot.press("enter")
        await shows(pilot, "10x 100nF 0603", "1 wanted", "no record")
        await type_text(pilot, "magnet")
        await pilot.press("enter")
        await shows(pilot, "no record, ask for 磁铁 cí tiě", "for 0 of 2")
        assert [(item.quantity, item.text) for item in guide.lists.show()] == [
            (10, "100nF 0603"),
            (1, "magnet"),
        ]


async def test_coverage_names_the_best_place_of_each_item(app: GuideApp, guide: FakeGuide) -> None:
    guide.lists.add("resistor", 5)
    guide.lists.add("magnet")
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f7")
        await shows(pilot, "Synthetic Hall 2F 2955 2024", "a place is on record for 1 of 2")


async def test_items_are_ticked_deleted_and_brought_back(app: GuideApp, guide: FakeGuide) -> None:
    guide.lists.add("resistor", 5, note="red ones")
    guide.lists.add("magnet")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f7")
        await shows(pilot, "5x resistor", "List 2")
        await pilot.press("space")
        await shows(pilot, "[x]", "1 bought", "List 1")
        await pilot.press("space", "x")
        await shows(pilot, "[-]", "1 not found")
        await pilot.press("d")
        await shows(pilot, "Deleted: 5x resistor")
        assert [item.text for item in guide.lists.show()] == ["magnet"]
        assert app.screen.query_one(Chooser).key == str(guide.lists.show()[0].id)
        await pilot.press("u")
        await shows(pilot, "Back on the list")
        back = guide.lists.show()[-1]
        assert (back.text, back.quantity, back.note, back.state) == ("resistor", 5, "red ones", "not found")
        await pilot.press("u")
        await shows(pilot, "Nothing was deleted.")


async def test_an_item_is_searched_for_from_the_list(app: GuideApp, guide: FakeGuide) -> None:
    guide.lists.add("magnet")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f7")
        await shows(pilot, "magnet")
        await pilot.press("enter")
        await shows(
            pilot, "[F5 Find]" if isinstance(app.focused, ItemBox) else "Find]", "No record of where magnet"
        )


async def test_a_refused_line_is_a_notice_and_stays_in_the_box(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f7")
        await shows(pilot, "The list is empty.")
        app.screen.query_one(ItemBox).value = "x" * 250
        await pilot.press("enter")
        await shows(pilot, "250")
        assert app.screen.query_one(ItemBox).value == "x" * 250
        assert guide.lists.show() == ()
        await pilot.press("escape", "enter")
        await pilot.pause()
        assert guide.lists.show() == ()


async def test_a_notebook_that_breaks_meanwhile_is_said_and_nothing_is_lost(
    app: GuideApp, guide: FakeGuide
) -> None:
    guide.lists.add("resistor")
    notebook = Path.cwd() / "notebook.json"
    good = notebook.read_text(encoding="utf-8")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f7")
        await shows(pilot, "1x resistor")
        notebook.write_text("{broken", encoding="utf-8")
        await pilot.press("space")
        await shows(pilot, "the notebook is damaged")
        assert notebook.read_text(encoding="utf-8") == "{broken"
        notebook.write_text(good, encoding="utf-8")
        await pilot.press("f6", "f7")
        await shows(pilot, "1x resistor")


async def test_an_item_the_guide_cannot_search_has_no_place(app: GuideApp, guide: FakeGuide) -> None:
    guide.lists.add("boom")
    async with app.run_test(size=(60, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f7")
        await shows(pilot, "1x boom", "no record", "for 0 of 1")


async def test_the_mouse_marks_and_deletes(app: GuideApp, guide: FakeGuide) -> None:
    guide.lists.add("resistor")
    guide.lists.add("magnet")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.click(offset=(column_of(app, "List"), 0))
        await shows(pilot, "1x magnet")
        await pilot.click(offset=(12, row_of(app, "1x magnet")))
        await pilot.click(offset=(column_of(app, "Bought"), 23))
        await until(pilot, lambda: guide.lists.show()[1].state == "bought")
        await pilot.click(offset=(12, row_of(app, "1x resistor")), times=2)
        await shows(pilot, "Find]", "3 places")


async def test_keys_move_between_box_and_items(app: GuideApp, guide: FakeGuide) -> None:
    guide.lists.add("resistor")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f7")
        await shows(pilot, "1x resistor")
        assert isinstance(app.focused, Chooser)
        await pilot.press("i")
        assert isinstance(app.focused, ItemBox)
        await pilot.press("escape")
        assert isinstance(app.focused, Chooser)
        await pilot.press("ideographic_comma")
        assert isinstance(app.focused, ItemBox)


async def test_marking_nothing_says_why(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f7", "escape", "space")
        await shows(pilot, "Choose an item first.")
