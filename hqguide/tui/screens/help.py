"""The help: every key of the screen it was opened on, then those that work everywhere."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from hqguide.tui.command_table import COMMANDS
from hqguide.tui.commands import title
from hqguide.tui.keys import Mode, key_name
from hqguide.tui.look import Look
from hqguide.tui.runs import EMPTY, Line, ink, pad, wrap
from hqguide.tui.widgets.page import Page

KEYS = 18


class HelpScreen(ModalScreen[None]):
    """The keys in the reader's language."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 70%; }
    HelpScreen Page { width: 90%; max-width: 92; height: 90%; padding: 1 3; background: $panel; }
    """
    BINDINGS = [  # noqa: RUF012 - Textual declares it a class variable
        Binding("escape,q,question_mark,fullwidth_question_mark,f1,enter", "dismiss", "Close"),
        Binding("down,j", "scroll(1)", "Down", show=False),
        Binding("up,k", "scroll(-1)", "Up", show=False),
        Binding("pagedown,space", "scroll(10)", "Page down", show=False),
        Binding("pageup", "scroll(-10)", "Page up", show=False),
    ]

    def __init__(self, mode: Mode, look: Look) -> None:
        super().__init__()
        self._mode, self._look = mode, look

    def compose(self) -> ComposeResult:
        """One page."""
        yield Page(self._lines)

    def action_scroll(self, lines: int) -> None:
        """Scroll by ``lines``."""
        self.query_one(Page).scroll_relative(y=lines, animate=False)

    def _lines(self, width: int) -> Sequence[Line]:
        look = self._look
        out: list[Line] = [
            (ink(look.say("help title"), "gold.bold"), ink(f"   {look.say('help close')}", "dim")),
            EMPTY,
        ]
        out += [*wrap((ink(look.say("help box"), "dim"),), width), EMPTY]
        for mode in (self._mode, ""):
            out.append((ink(title(mode) if mode else look.say("everywhere"), "title"),))
            for one in COMMANDS:
                if one.mode == mode:
                    keys = " ".join(key_name(key) for key in one.keys)
                    out += wrap(
                        (*pad((ink(f"  {keys}", "key"),), KEYS), ink(one.help(look.language))), width, KEYS
                    )
            out.append(EMPTY)
        return out
