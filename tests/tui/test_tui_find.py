"""Find: type, see places and the card, add to the list, go to the map."""

from textual.events import Key

from hqguide.tui.app import GuideApp
from hqguide.tui.screens.find import SearchBox
from hqguide.tui.widgets.chooser import Chooser
from hqguide.tui.widgets.page import Page
from tests.tui.fake_guide import FakeGuide
from tests.tui.seeing import column_of, loaded, row_of, screen_text, shows, type_text, until


async def test_results_appear_while_typing_with_the_card_of_the_first(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press(*"resistor")
        await shows(
            pilot, "3 places, 1 closed", "2F 2955", "counter 2955", "diàn zǔ", "2024-05", "high confidence"
        )
        assert isinstance(app.focused, SearchBox)
        assert not app.focused.cursor_blink


async def test_typing_before_the_guide_is_loaded_is_kept_and_searched_then(
    app: GuideApp, guide: FakeGuide
) -> None:
    guide.warming.clear()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "loading the guide")
        await type_text(pilot, "resistor")
        await shows(pilot, "loading; your words are kept")
        assert guide.asked == []
        guide.warming.set()
        await shows(pilot, "3 places")
        assert guide.asked.count("resistor") == 1


async def test_letters_typed_right_behind_a_key_of_the_box_do_not_overtake_it(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        box = app.query_one(SearchBox)
        for key in ("x", "y", "backspace", "ctrl+u", *"电容", "home", "a"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: len(box.value) == 3)
        assert box.value == "a电容"


async def test_the_highlight_moves_and_the_card_follows(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "resistor")
        await pilot.press("down")
        assert isinstance(app.focused, Chooser)
        await pilot.press("down", "down")
        await shows(pilot, "doubtful (low confidence)")
        assert app.query_one(Chooser).key == "synthetic-annex/1F"


async def test_enter_goes_to_the_results_and_enter_again_adds(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "resistor")
        await pilot.press("enter", "enter")
        await shows(pilot, "On the list: 1x resistor", "[1 Find]  2 Map   3 List 1")
        assert [item.text for item in guide.lists.show()] == ["resistor"]


async def test_plus_a_and_their_full_width_form_add_the_typed_quantity(
    app: GuideApp, guide: FakeGuide
) -> None:
    guide.answers["10x 电阻"] = guide.answers["电阻"]
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "10x 电阻")
        await pilot.press("down", "plus", "a", "fullwidth_plus_sign")
        assert [(item.text, item.quantity) for item in guide.lists.show()] == [("电阻", 30)]


async def test_no_record_is_said_with_the_word_to_ask_for(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "magnet")
        await shows(
            pilot,
            "No record of where magnet is sold",
            "Ask for it with",
            "磁铁",
            "cí tiě",
            "Ask in the annex.",
        )


async def test_a_query_nobody_knows_is_said_to_have_no_record(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "qwx")
        await shows(pilot, "No record for “qwx”.")


async def test_closed_places_are_said_to_be_closed(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "relic")
        await shows(pilot, "CLOSED", "This place is closed", "no place, 1 closed")


async def test_older_and_superseded_evidence_stays_visible(app: GuideApp) -> None:
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "resistor")
        await shows(pilot, "Older", "synthetic-old", "superseded", "Status", "open as of 2026-01-01")


async def test_list_and_card_stand_side_by_side_when_there_is_room(app: GuideApp) -> None:
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "resistor")
        await shows(pilot, "2955")
        rows, card = app.query_one("#rows"), app.query_one("#card")
        assert rows.region.y == card.region.y
        assert rows.region.width >= 50
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: rows.region.right == card.region.right)
        assert min(rows.region.height, card.region.height) >= 6


async def test_the_card_takes_the_whole_screen_and_gives_it_back(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "resistor")
        await pilot.press("down", "c")
        assert not app.query_one(Chooser).display
        await shows(pilot, "superseded")
        await pilot.press("c")
        assert app.query_one(Chooser).display
        await pilot.press("c", "escape")
        assert app.query_one(Chooser).display


async def test_page_keys_scroll_the_card_while_typing(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "resistor")
        await shows(pilot, "Sells")
        page = app.query_one("#card", Page)
        assert page.beyond
        await pilot.press("pagedown")
        await until(pilot, lambda: page.scroll_offset.y > 0)
        await pilot.press("pageup")
        await until(pilot, lambda: page.scroll_offset.y == 0)


async def test_escape_empties_the_box_then_leaves_it(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "resistor")
        await pilot.press("escape")
        await shows(pilot, "Type what you call it")
        await type_text(pilot, "relic")
        await pilot.press("down", "slash")
        assert isinstance(app.focused, SearchBox)


async def test_the_map_opens_on_the_place(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "resistor")
        await pilot.press("down", "m")
        await shows(pilot, "[2 Map]", "* 2955: 合成电子 Synthetic Parts", "synthetic-hall/2F/2955 · open")
        await pilot.press("escape")
        await shows(pilot, "what is sold", ">  2F")
        await pilot.press("backspace")
        await shows(pilot, "[Synthetic Hall 2F 2955]", "OpenStreetMap")


async def test_the_mouse_chooses_adds_and_changes_mode(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "resistor")
        await shows(pilot, "1A07")
        await pilot.click(offset=(10, row_of(app, "1A07")))
        await shows(pilot, "counter 1A07")
        await pilot.click(offset=(column_of(app, "Add to list"), 23))
        await shows(pilot, "On the list")
        await pilot.click(offset=(10, row_of(app, "2F 2955")), times=2)
        await until(pilot, lambda: [item.quantity for item in guide.lists.show()] == [2])
        await pilot.click(offset=(column_of(app, "3 List"), 0))
        await shows(pilot, "[3 List 2]" if "List 2" in screen_text(app) else "[3 List 1]")


async def test_a_query_that_fails_is_a_notice_and_typing_goes_on(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "boom")
        await shows(pilot, "a query that fails", "Made up.")
        await pilot.press("escape")
        await type_text(pilot, "电阻")
        await shows(pilot, "2 places")


async def test_commands_without_an_object_say_why(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        app.screen.set_focus(app.query_one(Chooser))
        await app.run_action("screen.on_map", app.screen)
        await shows(pilot, "Choose a place first.")
        await app.run_action("screen.add", app.screen)
        await shows(pilot, "Type what you need first.")
        assert guide.lists.show() == ()


async def test_an_unknown_place_leaves_the_card_of_the_answer(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        guide.answers["resistor"] = guide.answers["resistor"]
        await type_text(pilot, "resistor")
        await pilot.press("down", "down", "down", "down")
        await shows(pilot, "3F · counter 3001", "This place is closed")
