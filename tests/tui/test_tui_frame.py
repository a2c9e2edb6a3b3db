"""What every screen has: tabs, keys, help, palette, language, colours, sizes, trouble."""

from pathlib import Path

import pytest

from hqguide.errors import GuideError
from hqguide.guide import Guide
from hqguide.tui.app import GuideApp
from hqguide.tui.screens.find import SearchBox
from hqguide.tui.screens.help import HelpScreen
from hqguide.tui.screens.trouble import TroubleScreen
from hqguide.tui.themes import DARK, LIGHT, MONO
from hqguide.tui.widgets.page import Page
from tests.tui.fake_guide import FakeGuide
from tests.tui.seeing import column_of, loaded, screen_text, shows, type_text, until


async def test_digits_switch_modes_outside_the_box_and_function_keys_everywhere(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot, app)
        await shows(pilot, "[F5 Find]")
        await pilot.press("2")
        assert app.query_one(SearchBox).value == "2"
        await pilot.press("f6")
        await shows(pilot, "[2 Map]")
        await pilot.press("4")
        await shows(pilot, "[4 Route]")
        await pilot.press("３")
        await shows(pilot, "List]")
        await pilot.press("f5")
        await shows(pilot, "Find]")


async def test_the_tabs_can_be_clicked(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot, app)
        for name in ("Map", "Route", "List", "Find"):
            await pilot.click(offset=(column_of(app, f" {name}") + 2, 0))
            await shows(pilot, f" {name}]")


async def test_help_lists_the_keys_of_the_screen_in_the_readers_language(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot, app)
        await pilot.press("f6", "question_mark")
        await shows(pilot, "Keys", "Go into the chosen hall")
        page = app.screen.query_one(Page)
        await pilot.press("down", "space", "pagedown", "up")
        assert page.scroll_offset.y > 0
        await pilot.press("escape", "f2", "f1")
        await shows(pilot, "按键", "进入所选商场")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("f5", "q")
        await shows(pilot, "[2 地图]")


async def test_the_palette_runs_commands_by_their_chinese_or_english_name(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot, app)
        await pilot.press("ctrl+p")
        await shows(pilot, "Add to list", "Find · 查找")
        await type_text(pilot, "Route")
        await shows(pilot, "Route  (4 F8)")
        await pilot.press("enter")
        await shows(pilot, "[4 Route]")
        await pilot.press("ctrl+p")
        await type_text(pilot, "地图")
        await shows(pilot, "Map  (2 F6)")
        await pilot.press("escape")
        await shows(pilot, "Nothing on the list")


async def test_the_language_switches_every_screen(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot, app)
        await pilot.press("f2")
        await shows(pilot, "[F5 查找]", "要找什么？", "帮助")
        await pilot.press("f7")
        await shows(pilot, "清单为空。", "添加条目")
        await pilot.press("f2", "f5")
        await shows(pilot, "What do you need?")


async def test_the_colours_go_dark_light_grey_and_back(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        for _ in range(4):
            seen.append((app.theme, app.screen.styles.background.hex))
            await pilot.press("f3")
            await pilot.pause()
        assert [name for name, _ in seen] == [DARK, LIGHT, MONO, DARK]
        assert len({ground for _, ground in seen}) == 3


async def test_no_color_starts_grey(guide: FakeGuide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = GuideApp(opener=lambda: guide)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot, app)
        assert app.theme == MONO
        assert not app.native_ansi_color


@pytest.mark.parametrize("size", [(20, 10), (49, 24), (80, 13), (1, 1)])
async def test_a_window_too_small_says_so_and_recovers(app: GuideApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "resistor")
        if size[0] >= 20:
            await shows(pilot, "too")
            assert "1A07" not in screen_text(app)
        await pilot.resize_terminal(50, 14)
        await shows(pilot, "3 places", "电阻")


async def test_keys_quit_outside_the_box_and_ctrl_q_everywhere(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot, app)
        await pilot.press("q")
        assert app.query_one(SearchBox).value == "q"
        await pilot.press("f6", "q")
        await until(pilot, lambda: not app.is_running or app._exit)
    assert app.return_code == 0


async def test_a_broken_pack_is_said_on_a_clear_screen_and_can_be_quit(tmp_path: Path) -> None:
    app = GuideApp(tmp_path / "no-such-pack", tmp_path / "notebook.json")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "The guide cannot be opened", "cannot be read", "Reinstall", "Press q")
        await pilot.press("enter")
        assert isinstance(app.screen, TroubleScreen)
        await pilot.press("q")
    assert app.return_code == 0


async def test_a_broken_notebook_is_said_and_searching_goes_on(guide: FakeGuide, tmp_path: Path) -> None:
    (tmp_path / "notebook.json").write_text("{broken", encoding="utf-8")
    app = GuideApp(opener=lambda: guide)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "The notebook cannot be read", "notebook.json", "Press Enter to search")
        await pilot.press("enter")
        await type_text(pilot, "resistor")
        await shows(pilot, "3 places")
        await pilot.press("f7")
        await shows(pilot, "List]", "the notebook is damaged")
        assert (tmp_path / "notebook.json").read_text(encoding="utf-8") == "{broken"


async def test_an_opener_that_fails_is_trouble_too() -> None:
    def opener() -> Guide:
        raise GuideError("made up", where="here [/x]", hint="do [that]")

    app = GuideApp(opener=opener)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "made up", "here [/x]", "do [that]")


async def test_commands_before_the_guide_is_loaded_say_so(app: GuideApp, guide: FakeGuide) -> None:
    guide.warming.clear()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for action in ("screen.add",):
            await app.run_action(action, app.screen)
        await shows(pilot, "still loading")
        await pilot.press("f7")
        await type_text(pilot, "resistor")
        await pilot.press("enter", "f8", "r")
        guide.warming.set()
        await shows(pilot, "Nothing on the list is wanted.")


async def test_keys_without_room_are_hinted_at_and_a_click_there_shows_all_of_them(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f6")
        await shows(pilot, "… ? Help")
        await pilot.click(offset=(column_of(app, "… ? Help"), 23))
        await shows(pilot, "Esc closes this.")
        await pilot.press("escape")
        await pilot.resize_terminal(200, 60)
        await shows(pilot, "f What is there")
        assert "…" not in screen_text(app).splitlines()[-1]
