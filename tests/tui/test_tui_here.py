"""Where the reader is: asked for, remembered, marked, measured from, forgotten."""

from pathlib import Path

from hqguide.tui.app import GuideApp
from hqguide.tui.screens.where import WhereScreen
from tests.tui.fake_guide import FakeGuide
from tests.tui.seeing import Driver, loaded, screen_text, shows, type_text, until


async def say_here(pilot: Driver, app: GuideApp, text: str) -> None:
    """Type where the reader is."""
    await pilot.press("h")
    await until(pilot, lambda: isinstance(app.screen, WhereScreen) and app.focused is not None)
    await type_text(pilot, text)
    await pilot.press("enter")


async def test_a_hall_is_remembered_marked_and_measured_from(tmp_path: Path) -> None:
    notebook = tmp_path / "notebook.json"
    app = GuideApp(opener=lambda: FakeGuide(notebook))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f6")
        await shows(pilot, "Click a hall")
        await say_here(pilot, app, "Synthetic Hall")
        await shows(pilot, "[You are here]", "You are here: Synthetic Hall", "Near by", "m east of you")
        await pilot.press("n", "n")
        await shows(pilot, "synthetic-annex · open · ±10 m · 206 m east of you")
    again = GuideApp(opener=lambda: FakeGuide(notebook))
    async with again.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, again)
        await type_text(pilot, "resistor")
        await pilot.press("down", "down", "down")
        await shows(pilot, "1F · 206 m east of you")
        await pilot.press("f6")
        await shows(pilot, "You are here: Synthetic Hall · ±10 m")
        await pilot.press("H")
        await shows(pilot, "Forgotten where you were.")
        await until(pilot, lambda: "[You are here]" not in screen_text(again))
        await pilot.press("H")
        await shows(pilot, "No place was set.")


async def test_a_station_exit_is_a_ring_and_directions_within_it_are_not_claimed(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f6")
        await say_here(pilot, app, "合成路口 A")
        await shows(pilot, "Synthetic Station station exit A · ±260 m", "from you, ±")
        await pilot.press("f2")
        await shows(pilot, "你在这里", "距你约")


async def test_what_is_no_place_is_said_and_nothing_is_set(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot, app)
        await pilot.press("f6")
        await say_here(pilot, app, "qwertyuiop")
        await shows(pilot, "no place called 'qwertyuiop'")
        await pilot.press("escape")
        await shows(pilot, "Click a hall")
        assert app.visit.here is None


async def test_setting_it_inside_a_hall_stays_there_and_searching_again_measures_anew(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "resistor")
        await shows(pilot, "2955")
        await pilot.press("f6", "n", "enter")
        await shows(pilot, "what is sold")
        await say_here(pilot, app, "Synthetic Annex 1F")
        await shows(pilot, "You are here: Synthetic Annex 1F", "what is sold")
        app.clear_notifications()
        await shows(pilot, "206 m west of you")
        await pilot.press("f5")
        await shows(pilot, "206 m west of you")


async def test_the_prompts_wait_for_the_guide(guide: FakeGuide) -> None:
    guide.warming.clear()
    app = GuideApp(opener=lambda: guide)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f6", "h")
        await shows(pilot, "The guide is still loading.")
        for key in ("enter", "escape", "w", "H", "n", "plus", "0", "left", "f"):
            await pilot.press(key)
        guide.warming.set()
        await shows(pilot, "Mock Lane")
