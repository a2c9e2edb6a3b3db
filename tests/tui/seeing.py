"""What a test does with a screen: read it as text, type, wait until something is so."""

import asyncio
from collections.abc import Callable

from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot

from hqguide.tui.app import GuideApp

Driver = Pilot[None]


def screen_text(app: App[None]) -> str:
    """What stands on the screen, blanks at line ends left off."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips()) + "\n"


async def until(pilot: Driver, so: Callable[[], bool]) -> None:
    """Wait until something is so, at most some seconds."""
    for _ in range(300):
        if so():
            return
        await asyncio.sleep(0.015)
    raise AssertionError("it did not happen:\n" + screen_text(pilot.app))


async def loaded(pilot: Driver, app: GuideApp) -> None:
    """Wait until the guide is there."""
    await until(pilot, lambda: app.visit.guide is not None)


async def type_text(pilot: Driver, text: str) -> None:
    """Give the text to what has the focus at once, as an input method or a paste does."""
    focused = pilot.app.focused
    assert focused is not None
    focused.post_message(Paste(text))
    await pilot.pause()


async def shows(pilot: Driver, *texts: str) -> None:
    """Wait until all ``texts`` stand on the screen."""
    await until(pilot, lambda: all(text in screen_text(pilot.app) for text in texts))


def row_of(app: App[None], text: str) -> int:
    """The line of the screen ``text`` stands on."""
    return next(number for number, line in enumerate(screen_text(app).splitlines()) if text in line)


def column_of(app: App[None], text: str) -> int:
    """The column of the screen ``text`` starts at, wide characters counted twice."""
    from rich.cells import cell_len

    line = screen_text(app).splitlines()[row_of(app, text)]
    return cell_len(line[: line.index(text)])
