"""The text box on top of a screen."""

from textual.binding import Binding
from textual.events import Key
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

# What changes the text or moves in it: Textual's own editing keys, and ours that empties the box.
_EDITS = frozenset(binding.action for binding in Input.BINDINGS if isinstance(binding, Binding)) | {"clear"}


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

    async def on_key(self, event: Key) -> None:
        """Do what a key of the box does in its own turn.

        Textual lets such a key travel up to the application first, and letters typed right behind it, as an
        input method or a slow connection sends them, overtake it.
        """
        active = None if event.is_printable else self.screen.active_bindings.get(event.key)
        if active is not None and active.node is self and active.binding.action in _EDITS:
            event.stop()
            event.prevent_default()
            await self.run_action(active.binding.action)

    def action_leave(self) -> None:
        """Go on to the rows."""
        self.post_message(self.Left())

    def action_clear(self) -> None:
        """Empty the box, or leave it when it is empty."""
        if self.value:
            self.value = ""
        else:
            self.post_message(self.Left())
