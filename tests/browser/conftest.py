"""A headless Chromium of the machine, without a network, that remembers every address it asks for."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Playwright, sync_playwright

from hqguide.export.handout import Handout
from hqguide.export.phone import to_html
from hqguide.guide import Guide
from hqguide.map.svg_floor import floor_svg
from hqguide.notebook.lists import ListItem
from hqguide.route.trip import Trip
from tests.export.export_plans import asked, hostile_plan, plan
from tests.machine_tools import do_without

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = (
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
GOODS = ("usb-c connector", "stm32f103", "led strip", "soldering iron", "time machine")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's program; HQGUIDE_CHROMIUM names another than the one found."""
    found = os.environ.get("HQGUIDE_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    return found or do_without("no Chromium on this machine (apt-get install chromium)")


@pytest.fixture(scope="module")
def driver() -> Iterator[Playwright]:
    """The driver, started once for a module: while it runs, its event loop keeps all others from running."""
    with sync_playwright() as started:
        yield started


class Phone:
    """A browser window that can be closed and opened again; ``start`` makes it with the options given."""

    def __init__(self, start: Callable[..., BrowserContext]) -> None:
        self._start = start
        self._context: BrowserContext | None = None
        self.asked: list[str] = []
        self.wrong: list[str] = []

    def open(
        self, file: Path, width: int = 390, height: int = 844, *, dark: bool = False, before: str = ""
    ) -> Page:
        """The page ``file`` in a window of this size, the network off; ``before`` is a script run first."""
        self.close()
        self._context = self._start(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            has_touch=width < 600,
            locale="en-GB",
            offline=True,
        )
        self._context.on("request", lambda request: self.asked.append(request.url))
        page = self._context.new_page()
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda message: self.wrong.append(message.text))
        page.on("dialog", self._refuse)
        if before:
            page.add_init_script(before)
        page.goto(file.as_uri())
        return page

    def _refuse(self, dialog: Dialog) -> None:
        self.wrong.append(dialog.message)
        dialog.dismiss()

    def close(self) -> None:
        """Close the window as a person does."""
        if self._context:
            self._context.close()
        self._context = None


@pytest.fixture(scope="module")
def browser(chromium: str, driver: Playwright) -> Iterator[Browser]:
    """One browser for all windows that need to remember nothing."""
    with driver.chromium.launch(executable_path=chromium, args=list(QUIET)) as started:
        yield started


@pytest.fixture
def phone(browser: Browser) -> Iterator[Phone]:
    """A browser that has never been used and forgets all when its window is closed."""
    found = Phone(browser.new_context)
    yield found
    found.close()


@pytest.fixture
def kept_phone(chromium: str, driver: Playwright, tmp_path: Path) -> Iterator[Phone]:
    """A browser of its own with a profile on disk, which stays when it is closed."""
    launch = driver.chromium.launch_persistent_context
    found = Phone(partial(launch, tmp_path / "profile", executable_path=chromium, args=list(QUIET)))
    yield found
    found.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a synthetic walk, a hostile one, and one over the shipped pack with all its pictures."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "walk.html").write_text(to_html(Handout(plan())), "utf-8")
    (folder / "asked.html").write_text(to_html(Handout(asked())), "utf-8")
    (folder / "hostile.html").write_text(to_html(Handout(hostile_plan())), "utf-8")
    guide = Guide(notebook=folder / "notebook")
    hall = guide.market.by_id["seg-plaza"]
    floors = dict.fromkeys(
        (stop.place for stop in plan().stops), floor_svg(guide.market, guide.floorplans, hall, 4)
    )
    (folder / "shared.html").write_text(to_html(Handout(plan(), floors=floors)), "utf-8")
    wanted = [ListItem(number, text) for number, text in enumerate(GOODS, 1)]
    drawn = guide.render(guide.plan(wanted, Trip(date="2026-11-23")), "html")
    assert isinstance(drawn, str)
    (folder / "real.html").write_text(drawn, "utf-8")
    return folder
