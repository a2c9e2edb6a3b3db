"""Route: the walk as QR codes on the screen."""

from msgspec.structs import replace
from textual.pilot import Pilot

from hqguide.export.qr import limit_for, picture
from hqguide.export.qr_text import texts
from hqguide.tui.app import GuideApp
from hqguide.tui.screens.qr import QrScreen
from hqguide.tui.screens.route import RouteScreen
from hqguide.tui.themes import THEMES
from tests.tui.fake_guide import FakeGuide
from tests.tui.seeing import loaded, screen_text, shows, until

PAPER = ("#000000", "#ffffff")


async def open_codes(pilot: Pilot[None], app: GuideApp, guide: FakeGuide) -> None:
    """More items on the list than a small code can hold, the walk that buys them, its first code."""
    for number in range(14):
        guide.lists.add(f"resistor {number}", 10)
    await loaded(pilot, app)
    await pilot.press("f8")
    await shows(pilot, "2 stops")
    await pilot.press("s")
    await until(pilot, lambda: isinstance(app.screen, QrScreen))


def shown(app: GuideApp) -> list[str]:
    """The lines of the code on the screen, margins left off."""
    return [line.strip() for line in screen_text(app).splitlines()[1:] if line.strip()]


def codes(app: GuideApp, ascii_only: bool = False) -> list[list[str]]:
    """The codes that should be shown, margins left off."""
    assert app.visit.walk is not None
    found = texts(app.visit.walk, limit_for(*app.size, ascii_only=ascii_only))
    drawn = (picture(text, ascii_only=ascii_only) for text in found)
    return [[line.strip() for line in rows if line.strip()] for rows in drawn]


async def test_the_arrows_turn_the_codes_of_the_walk(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_codes(pilot, app, guide)
        wanted = codes(app)
        assert len(wanted) > 1
        for number, rows in enumerate(wanted, 1):
            await shows(pilot, f"QR code {number}/{len(wanted)}", "Left Right turn")
            assert shown(app) == rows
            await pilot.press("right")
        await shows(pilot, f"QR code {len(wanted)}/{len(wanted)}")
        await pilot.press("left")
        await shows(pilot, f"QR code {len(wanted) - 1}/{len(wanted)}")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, RouteScreen))


async def test_a_larger_window_shows_more_of_the_walk_in_one_code(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_codes(pilot, app, guide)
        few = codes(app)
        await pilot.resize_terminal(140, 50)
        await until(pilot, lambda: app.size.width == 140)
        await until(pilot, lambda: shown(app) == codes(app)[0])
        assert len(codes(app)) < len(few)


async def test_codes_are_black_on_white_in_every_theme(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_codes(pilot, app, guide)
        for theme in THEMES:
            app.theme = theme.name
            await pilot.pause()
            strips = app.screen._compositor.render_strips()
            styles = [part.style for strip in strips[1:] for part in strip if {"█", "▀", "▄"} & {*part.text}]
            assert styles
            found = {(str(s.color and s.color.name), str(s.bgcolor and s.bgcolor.name)) for s in styles if s}
            assert found == {PAPER}


async def test_a_window_too_small_says_how_large_it_has_to_be(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 18), notifications=True) as pilot:
        await open_codes(pilot, app, guide)
        await shows(pilot, "Make the window larger", "45 columns by 24 lines")
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: shown(app) == codes(app)[0])


async def test_ascii_codes_are_drawn_with_ascii_alone(app: GuideApp, guide: FakeGuide) -> None:
    app.visit.look = app.visit.look._replace(ascii=True)
    async with app.run_test(size=(100, 50), notifications=True) as pilot:
        await open_codes(pilot, app, guide)
        await until(pilot, lambda: shown(app) == codes(app, ascii_only=True)[0])
        assert screen_text(app).isascii()


async def test_a_walk_without_stops_has_no_code(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_codes(pilot, app, guide)
        await pilot.press("escape")
        assert app.visit.walk is not None
        app.visit.walk = replace(app.visit.walk, stops=(), unplaced=(), dropped=())
        await pilot.press("s")
        await shows(pilot, "No stop could be planned.")


async def test_without_a_walk_the_key_says_why(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f8", "s")
        await shows(pilot, "No walk is planned yet.")
