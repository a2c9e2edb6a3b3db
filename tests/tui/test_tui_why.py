"""Find: why a place stands where it does, asked for by a key and for no other."""

from hqguide.tui.app import GuideApp
from tests.tui.fake_guide import FakeGuide
from tests.tui.seeing import loaded, screen_text, shows, type_text, until


async def test_reasons_are_told_when_asked_for_and_left_off_again(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press(*"resistor", "down", "down")
        await shows(pilot, "1A07")
        assert guide.explained == []
        await pilot.press("y")
        await shows(pilot, "Why       × 0.8   a made-up reason", "× 0.25  the score of resistor", "1A07")
        await pilot.press("down")
        await shows(pilot, "a made-up reason", "doubtful (low confidence)")
        assert guide.explained == ["resistor"]
        await pilot.press("y")
        await until(pilot, lambda: "made-up reason" not in screen_text(app))


async def test_another_query_leaves_the_reasons_off(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "resistor")
        await pilot.press("down", "y")
        await shows(pilot, "a made-up reason")
        await pilot.press("slash", "ctrl+u")
        await type_text(pilot, "电阻")
        await shows(pilot, "2 places")
        await until(pilot, lambda: "made-up reason" not in screen_text(app))
        assert guide.explained == ["resistor"]


async def test_a_closed_place_says_why_it_stands_at_the_end(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "relic")
        await pilot.press("down", "y")
        await shows(pilot, "Closed places stand at the end.")


async def test_ascii_factors_have_no_other_sign(app: GuideApp) -> None:
    app.visit.look = app.visit.look._replace(ascii=True)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "resistor")
        await pilot.press("down", "y")
        await shows(pilot, "Why       x 0.8")


async def test_without_a_place_the_key_says_why(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await app.run_action("screen.why", app.screen)
        await shows(pilot, "Choose a place first.")
