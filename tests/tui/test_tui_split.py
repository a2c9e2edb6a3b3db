"""Route: the list divided among people."""

from pathlib import Path

from hqguide.errors import GuideError
from hqguide.tui.app import GuideApp
from hqguide.tui.screens.qr import QrScreen
from hqguide.tui.screens.split import SplitScreen
from tests.tui.fake_guide import FakeGuide
from tests.tui.seeing import Driver, loaded, shows, until


async def open_split(pilot: Driver, app: GuideApp, guide: FakeGuide) -> None:
    """Four items on the list, divided among two people."""
    for text in ("resistor", "电阻", "relic", "inductor"):
        guide.lists.add(text)
    await loaded(pilot, app)
    await pilot.press("f8")
    await shows(pilot, "2 stops")
    await pilot.press("p")
    await shows(pilot, "Person 1 of 2", "1x resistor", "1x relic")


async def test_the_arrows_show_the_walk_of_each_and_a_digit_says_how_many(
    app: GuideApp, guide: FakeGuide
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_split(pilot, app, guide)
        await pilot.press("right")
        await shows(pilot, "Person 2 of 2", "1x 电阻", "1x inductor")
        await pilot.press("right")
        await shows(pilot, "Person 1 of 2", "1x resistor")
        await pilot.press("4", "left")
        await shows(pilot, "of 4")
        await pilot.press("3")
        await shows(pilot, "Person 1 of 3", "1x resistor", "1x inductor")
        await pilot.press("escape")
        await shows(pilot, "[4 Route]")
        assert {item.state for item in guide.lists.show()} == {"wanted"}


async def test_each_walk_is_exported_and_scanned_on_its_own(
    app: GuideApp, guide: FakeGuide, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_split(pilot, app, guide)
        await pilot.press("right", "e")
        await shows(pilot, "huaqiangbei-2026-11-23-2of2.html")
        await pilot.press("enter")
        await shows(pilot, "Written:")
        page = (tmp_path / "huaqiangbei-2026-11-23-2of2.html").read_text(encoding="utf-8")
        assert "inductor" in page and "relic" not in page
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, QrScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, SplitScreen))


async def test_what_cannot_be_divided_says_why(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_split(pilot, app, guide)
        guide.plan_error = GuideError("who is to visit it is not said", hint="Leave such pins out.")
        await pilot.press("3")
        await shows(pilot, "who is to visit it is not said", "Leave such pins out.")
        await pilot.press("right", "e", "s")
        assert isinstance(app.screen, SplitScreen)


async def test_nothing_wanted_is_not_divided(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f8", "p")
        await shows(pilot, "Nothing on the list is wanted.")
