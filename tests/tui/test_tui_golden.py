"""Whole screens as text. ``HQGUIDE_RENEW_GOLDEN=1`` writes them anew; read the difference first."""

import os
from pathlib import Path

import pytest

from hqguide.tui.app import GuideApp
from tests.tui.fake_guide import FakeGuide
from tests.tui.seeing import Driver, loaded, screen_text, shows, type_text, until

GOLDEN = Path(__file__).parent / "golden"
WALLS = {"small": (80, 24), "wide": (120, 36)}
EVERY_WALL = {**WALLS, "huge": (200, 60)}


async def compare(pilot: Driver, name: str) -> None:
    """The screen becomes the golden one called ``name``."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("HQGUIDE_RENEW_GOLDEN"):
        await pilot.pause(0.4)
        path.parent.mkdir(exist_ok=True)
        path.write_text(screen_text(pilot.app), encoding="utf-8")
    golden = path.read_text(encoding="utf-8")
    await until(pilot, lambda: screen_text(pilot.app) == golden)


async def tour(pilot: Driver, app: GuideApp, name: str) -> None:
    """Every mode, compared with its golden screen."""
    await loaded(pilot, app)
    await type_text(pilot, "resistor")
    await shows(pilot, "2955")
    await pilot.press("down")
    await compare(pilot, f"find-{name}")
    await pilot.press("f6", "n")
    await compare(pilot, f"map-{name}")
    await pilot.press("enter", "up")
    await compare(pilot, f"building-{name}")
    await pilot.press("enter", "n", "n", "enter")
    await compare(pilot, f"floor-{name}")
    await pilot.press("f7")
    await compare(pilot, f"list-{name}")
    await pilot.press("f8")
    await compare(pilot, f"route-{name}")


def dress(look: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set what the program reads at its start for a look."""
    if look == "ascii":
        monkeypatch.setenv("HQGUIDE_ASCII", "1")
    if look == "no-color":
        monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.parametrize("wall", WALLS)
@pytest.mark.parametrize("look", ["dark", "light", "ascii", "no-color"])
async def test_screens_are_as_agreed(
    guide: FakeGuide, wall: str, look: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text, quantity in (("resistor", 10), ("电阻", 2), ("magnet", 1)):
        guide.lists.add(text, quantity)
    dress(look, monkeypatch)
    app = GuideApp(opener=lambda: guide)
    async with app.run_test(size=WALLS[wall]) as pilot:
        if look == "light":
            await pilot.press("f3")
        # Meaning never hangs on colour: dark, light and grey show the very same text.
        await tour(pilot, app, f"{wall}-ascii" if look == "ascii" else wall)


@pytest.mark.parametrize(
    ("wall", "language"), [("huge", "en"), ("small", "zh"), ("wide", "zh"), ("huge", "zh")]
)
@pytest.mark.parametrize("look", ["dark", "light", "ascii", "no-color"])
async def test_maps_are_as_agreed_on_every_wall_and_in_chinese(
    guide: FakeGuide, wall: str, language: str, look: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dress(look, monkeypatch)
    app = GuideApp(opener=lambda: guide)
    async with app.run_test(size=EVERY_WALL[wall]) as pilot:
        if look == "light":
            await pilot.press("f3")
        if language == "zh":
            await pilot.press("f2")
        await loaded(pilot, app)
        name = f"{wall}-{language}-ascii" if look == "ascii" else f"{wall}-{language}"
        await pilot.press("f6", "n")
        await compare(pilot, f"map-{name}")
        await pilot.press("enter", "up")
        await compare(pilot, f"building-{name}")
        await pilot.press("enter", "n", "n", "enter")
        await compare(pilot, f"floor-{name}")


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*-ascii.txt")), ids=lambda path: path.stem)
def test_ascii_screens_hold_no_glyphs_but_those_of_the_data(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    drawn = {char for char in text if not char.isascii() and not char.isalpha()}
    assert drawn <= {"¥"}
