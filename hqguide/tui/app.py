"""The application: loads the guide after the first paint, switches modes, keeps the look."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import App

from hqguide.errors import GuideError
from hqguide.tui.commands import bindings
from hqguide.tui.keys import MODES
from hqguide.tui.loading import Failed, Loaded, load, prepare
from hqguide.tui.look import Look
from hqguide.tui.screens import screen_for
from hqguide.tui.screens.base import ModeScreen
from hqguide.tui.themes import DARK, MONO, THEMES
from hqguide.tui.visit import Visit

if TYPE_CHECKING:
    from textual.command import Provider

    from hqguide.guide import Guide

ASCII_OFF = {"", "0"}


def _palette() -> "type[Provider]":
    from hqguide.tui.palette import Commands

    return Commands


class GuideApp(App[None]):
    """The full-screen guide."""

    TITLE = "hqguide"
    COMMANDS = {_palette}  # noqa: RUF012 - Textual declares it a class variable
    BINDINGS = bindings("")
    DEFAULT_MODE = "find"
    CSS = """
    Toast { background: $panel; color: $foreground; padding: 1 2; max-width: 60%; }
    .-short Toast { padding: 0 1; max-width: 42%; }
    ToastRack { align: left bottom; margin-bottom: 2; }
    ToastHolder { align-horizontal: left; }
    CommandPalette SearchIcon { display: none; }
    .-ascii Toast, .-ascii CommandPalette #--input, .-ascii CommandPalette CommandList { border: none; }
    .-ascii Chooser, .-ascii Page { scrollbar-size-vertical: 0; }
    """

    def __init__(
        self,
        folder: Path | None = None,
        notebook: Path | None = None,
        opener: "Callable[[], Guide] | None" = None,
    ) -> None:
        ascii_only = os.environ.get("HQGUIDE_ASCII", "") not in ASCII_OFF
        super().__init__()
        self.visit = Visit(Look(ascii=ascii_only))
        self._open = opener or (lambda: _open(folder, notebook))
        for mode in MODES:
            self.add_mode(mode, partial(screen_for, mode, self.visit))
        for theme in THEMES:
            self.register_theme(theme)
        # Set before anything is drawn, so that the style sheet is read once.
        self.set_reactive(App.theme, MONO if self.no_color else DARK)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(ascii_only, "-ascii")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours our inks need, for themes that do not name them."""
        return THEMES[0].variables

    def on_mount(self) -> None:
        """Load once the first picture is on the screen."""
        self.call_after_refresh(self._load)

    @work(thread=True, exclusive=True, group="load")
    def _load(self) -> None:
        self.post_message(load(self._open))

    @on(Loaded)
    def _loaded(self, event: Loaded) -> None:
        """Hand the guide to the screen in front; the others ask for it when they come up."""
        self.visit.guide, self.visit.wanted, self.visit.here = event.guide, event.wanted, event.here
        for screen in self.screen_stack:
            if isinstance(screen, ModeScreen):
                screen.relook()
                screen.guide_ready()
        if event.trouble is not None:
            self._show_trouble(event.trouble, fatal=False)
        self._prepare(event.guide)

    @work(thread=True, exclusive=True, group="prepare")
    def _prepare(self, guide: "Guide") -> None:
        prepare(guide)

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        self._show_trouble(event.error, fatal=True)

    def _show_trouble(self, error: GuideError, *, fatal: bool) -> None:
        from hqguide.tui.screens.trouble import TroubleScreen

        self.push_screen(TroubleScreen(error, self.visit.look, fatal=fatal))

    def action_go(self, mode: str) -> None:
        """Switch to another mode."""
        if isinstance(self.screen, ModeScreen):
            self.switch_mode(mode)

    def action_language(self) -> None:
        """Switch the interface between English and Chinese."""
        look = self.visit.look
        self.visit.look = look._replace(language="zh" if look.language == "en" else "en")
        if isinstance(self.screen, ModeScreen):
            self.screen.relook()

    def action_next_theme(self) -> None:
        """Switch to the next colours."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def action_help(self) -> None:
        """Show every key."""
        from hqguide.tui.screens.help import HelpScreen

        if isinstance(self.screen, ModeScreen):
            self.push_screen(HelpScreen(self.screen.MODE, self.visit.look))


def _open(folder: Path | None, notebook: Path | None) -> "Guide":
    from hqguide.guide import Guide

    return Guide(folder, notebook)
