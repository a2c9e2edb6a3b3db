"""The text box on top of a screen."""

from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input


class Entry(Input):
    """A calm, borderless input that hands the focus down to the rows below it."""

    DEFAULT_CSS = """
    Entry, Entry:focus {
        border: none; height: 3; padding: 1 2; background: $surface; background-tint: $surface 0%;
        color: $foreground; text-style: bold;
    }
    Entry > .input--placeholder { color: $ink-faint; text-style: not bold; }
    .-short Entry, .-short Entry:focus { height: 1; padding: 0 2; }
    """

    # A longer text scrolls inside the box: nothing else on the screen has to move for it.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    class Left(Message):
        """The reader wants to go on to the rows."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, select_on_focus=False, validate_on=(), id="box")
        self.cursor_blink = False

    def action_leave(self) -> None:
        """Go on to the rows."""
        self.post_message(self.Left())

    def action_clear(self) -> None:
        """Empty the box, or leave it when it is empty."""
        if self.value:
            self.value = ""
        else:
            self.post_message(self.Left())
