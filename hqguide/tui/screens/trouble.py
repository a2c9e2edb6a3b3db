"""A clear screen for what stops the guide: the message, where, what to do, how to leave."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from hqguide.errors import GuideError
from hqguide.tui.look import Look
from hqguide.tui.runs import EMPTY, Line, ink, wrap
from hqguide.tui.widgets.page import Page


class TroubleScreen(Screen[None]):
    """Shows a :class:`GuideError`; when it is not ``fatal``, Enter goes on without what is broken."""

    DEFAULT_CSS = """
    TroubleScreen { background: $background; }
    TroubleScreen Page { padding: 2 4; background: $background; }
    """
    BINDINGS = [  # noqa: RUF012 - Textual declares it a class variable
        Binding("q,escape,ctrl+q", "app.quit", "Quit"),
        Binding("enter", "go_on", "Go on"),
    ]

    def __init__(self, error: GuideError, look: Look, *, fatal: bool) -> None:
        super().__init__()
        self._error, self._look, self._fatal = error, look, fatal

    def compose(self) -> ComposeResult:
        """One page."""
        yield Page(self._lines)

    def action_go_on(self) -> None:
        """Leave the message when the guide works without what is broken."""
        if not self._fatal:
            self.dismiss()

    def _lines(self, width: int) -> Sequence[Line]:
        say, error = self._look.say, self._error
        out = [(ink(say("trouble" if self._fatal else "trouble notebook"), "bad"),), EMPTY]
        out += wrap((ink(error.what, "title"),), width)
        out += wrap((ink(error.where, "gold"),), width) if error.where else []
        out += [EMPTY, *wrap((ink(error.hint),), width)] if error.hint else []
        return [
            *out,
            EMPTY,
            *wrap((ink(say("trouble quit" if self._fatal else "trouble go on"), "dim"),), width),
        ]
