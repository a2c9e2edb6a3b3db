"""The walk as QR codes that fill the screen, black on white, to be scanned with a phone."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from hqguide.tui.look import Look
from hqguide.tui.runs import Line, ink, width_of, wrap
from hqguide.tui.widgets.bar import Bar, Part
from hqguide.tui.widgets.page import Page

if TYPE_CHECKING:
    from textual import events

    from hqguide.route.itinerary import Itinerary


class QrScreen(ModalScreen[None]):
    """One code at a time, as large a part of the walk as fits the window."""

    DEFAULT_CSS = """
    QrScreen { background: $background; }
    QrScreen Page { padding: 0; background: $background; scrollbar-size-vertical: 0; }
    """
    BINDINGS = [  # noqa: RUF012 - Textual declares it a class variable
        Binding("escape,q,s,enter", "dismiss", "Close"),
        Binding("right,down,pagedown,space,n", "turn(1)", "Next"),
        Binding("left,up,pageup,backspace,p", "turn(-1)", "Back"),
    ]

    def __init__(self, walk: "Itinerary", look: Look) -> None:
        super().__init__()
        self._walk, self._look = walk, look
        self._texts: tuple[str, ...] = ()
        self._at = 0

    def compose(self) -> ComposeResult:
        """The number of the code, and the code."""
        yield Bar("head")
        yield Page(ident="code")

    def on_resize(self, event: "events.Resize") -> None:
        """Divide the walk anew: a larger window shows more of it in one code."""
        from hqguide.export.qr import limit_for
        from hqguide.export.qr_text import texts

        self._texts = texts(self._walk, limit_for(*event.size, ascii_only=self._look.ascii))
        self._turn_to(0)

    def action_turn(self, steps: int) -> None:
        """Show the next code, or the one before."""
        self._turn_to(min(max(self._at + steps, 0), len(self._texts) - 1))

    def _turn_to(self, number: int) -> None:
        self._at = number
        of = self._look.say("qr head", n=number + 1, of=len(self._texts)) if self._texts else ""
        hint = self._look.say("qr hint" if len(self._texts) > 1 else "qr close")
        self.query_one("#head", Bar).show([Part((ink(f" {of}", "gold.bold"),))], [Part((ink(hint, "dim"),))])
        self.query_one("#code", Page).show(self._lines)

    def _lines(self, width: int) -> list[Line]:
        """The code in the middle, or how large the window has to be for it."""
        if not self._texts:
            return wrap((ink(self._look.say("no stops"), "warn"),), width)
        from hqguide.export.qr import picture

        rows = picture(self._texts[self._at], ascii_only=self._look.ascii)
        wide = width_of(((rows[0], ""),))
        if wide > width or len(rows) >= self.size.height:
            words = self._look.say("qr too small", width=wide, height=len(rows) + 1)
            return wrap((ink(words, "warn"),), width)
        left = (" " * ((width - wide) // 2), "")
        return [(left, (row, "paper")) for row in rows]
