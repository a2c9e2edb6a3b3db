"""A small window over a screen: a title, text boxes, a message."""

from pathlib import Path
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from hqguide.tui.look import Look
from hqguide.tui.runs import Line, ink, wrap
from hqguide.tui.widgets.page import Page

Result = TypeVar("Result")


def path_of(typed: str) -> Path:
    """The path typed, ``~`` as the folder of its user where there is one."""
    path = Path(typed.strip())
    try:
        return path.expanduser()
    except RuntimeError:  # No such user: then it may be a file of that very name.
        return path


class Dialog(ModalScreen[Result | None], Generic[Result]):
    """Dismissed with ``None`` by Esc. Subclasses give the boxes and say what Enter does."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 70%; }
    Dialog Vertical { width: 76; max-width: 96%; height: auto; padding: 1 2; background: $panel; }
    Dialog Page { background: $panel; padding: 0 1 0 0; }
    Dialog #title { height: 2; }
    Dialog #message { height: 3; margin: 1 0 0 0; }
    Dialog Horizontal { height: 1; }
    Dialog Horizontal Page { width: 12; height: 1; }
    Dialog Input, Dialog Input:focus {
        border: none; height: 1; padding: 0 1; background: $surface; background-tint: $surface 0%;
    }
    Dialog Input:focus { background: $background; text-style: bold; }
    Dialog Input > .input--placeholder { color: $ink-faint; text-style: not bold; }
    """
    BINDINGS = [Binding("escape", "dismiss", "Close")]  # noqa: RUF012 - Textual declares it a class variable

    def __init__(self, look: Look, title: str, hint: str) -> None:
        super().__init__()
        self.look = look
        self._title_line: Line = (ink(title, "gold.bold"),)
        self._message: tuple[str, str] = (hint, "dim")

    def compose(self) -> ComposeResult:
        """The window."""
        with Vertical():
            yield Page(lambda _width: [self._title_line], ident="title")
            yield from self.boxes()
            yield Page(self._lines, ident="message")

    def boxes(self) -> ComposeResult:
        """The text boxes."""
        yield from ()

    def on_mount(self) -> None:
        """Still cursors, the first box in focus."""
        for box in self.query(Input):
            box.cursor_blink = False
        self.query(Input).first().focus()

    def tell(self, message: str) -> None:
        """Say what is wrong, under the boxes."""
        self._say(message, "warn")

    def hint(self, message: str) -> None:
        """Say what can be done now, under the boxes."""
        self._say(message, "dim")

    def _say(self, message: str, style: str) -> None:
        self._message = (message, style)
        self.query_one("#message", Page).show(self._lines)

    def _lines(self, width: int) -> list[Line]:
        text, style = self._message
        return [part for line in text.splitlines() for part in wrap((ink(line, style),), width)]
