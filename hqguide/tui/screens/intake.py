"""Ask for a file, show what it would bring to the list, and bring it when Enter is pressed once more."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from hqguide.errors import GuideError
from hqguide.export.comeback import Comeback, is_ours, read_back
from hqguide.intake import Intake, intake, read_file
from hqguide.notebook.lists import DEFAULT_LIST
from hqguide.tui.faces.intakelines import comeback_lines, intake_lines, returned_lines
from hqguide.tui.look import Look
from hqguide.tui.screens.dialog import Dialog, path_of
from hqguide.tui.widgets.page import Draw, Page, nothing

if TYPE_CHECKING:
    from hqguide.guide import Guide


class IntakeScreen(Dialog[str]):
    """Dismissed with a word on what was added; the list is untouched until the second Enter."""

    DEFAULT_CSS = """
    IntakeScreen Vertical { height: 100%; max-height: 30; }
    IntakeScreen #found { height: 1fr; margin: 1 0 0 0; }
    """
    BINDINGS = [  # noqa: RUF012 - Textual declares it a class variable
        Binding("up", "scroll_found(-1)", "Up", show=False),
        Binding("down", "scroll_found(1)", "Down", show=False),
        Binding("pageup", "scroll_found(-9)", "Page up", show=False),
        Binding("pagedown", "scroll_found(9)", "Page down", show=False),
    ]

    class Came(Message):
        """The file ``where`` was read: what it brings and its bytes, or why it brings nothing."""

        def __init__(self, where: str, came: Intake | Comeback | GuideError, data: bytes = b"") -> None:
            super().__init__()
            self.where, self.came, self.data = where, came, data

    def __init__(self, guide: "Guide", look: Look) -> None:
        super().__init__(look, look.say("import title"), look.say("import hint"))
        self._guide = guide
        self._next: Callable[[], None] | None = None

    def boxes(self) -> ComposeResult:
        """The file name, and what is in the file."""
        yield Input(placeholder=self.look.say("import example"), id="path", select_on_focus=False)
        yield Page(ident="found")

    @on(Input.Changed)
    def _renamed(self) -> None:
        self._show(nothing, "import hint", None)

    @on(Input.Submitted)
    def _entered(self) -> None:
        where = self._where
        if self._next is not None:
            self._next()
        elif where:
            self._show(nothing, "import reading", None)
            self._read(where)
        else:
            self.tell(self.look.say("import no name"))

    @property
    def _where(self) -> str:
        typed = self.query_one(Input).value.strip()
        return str(path_of(typed)) if typed else ""

    @work(thread=True, exclusive=True)
    def _read(self, where: str) -> None:
        try:
            data = read_file(where)
            ours = is_ours(data, where)
            came = read_back(data, where) if ours else intake(data, where, self._guide.bom)
            done = self.Came(where, came, data)
        except GuideError as error:
            done = self.Came(where, error)
        self.post_message(done)

    @on(Came)
    def _came(self, event: Came) -> None:
        came = event.came
        if event.where != self._where:
            return
        if isinstance(came, GuideError):
            self._show(nothing, "import hint", None)
            self.tell(str(came))
            return
        if isinstance(came, Intake):
            draw = partial(intake_lines, came, event.where, look=self.look)
            add: Callable[[], None] = partial(self._add, came)
        else:
            draw = partial(comeback_lines, came, event.where, look=self.look)
            add = partial(self._take_back, event.data, event.where)
        self._show(draw, "import ready" if came.lines else "import nothing", add if came.lines else None)

    def _add(self, came: Intake) -> None:
        try:
            added = self._guide.lists.add_many(came.lines, name=DEFAULT_LIST)
        except GuideError as error:
            self.tell(str(error))
        else:
            self.dismiss(self.look.say("imported", lines=len(came.lines), items=len(added)))

    def _take_back(self, data: bytes, where: str) -> None:
        try:
            back = self._guide.take_back(DEFAULT_LIST, data, where)
        except GuideError as error:
            self.tell(str(error))
        else:
            draw = partial(returned_lines, back, look=self.look)
            self._show(draw, "import close", self._close)

    def _close(self) -> None:
        self.dismiss("")

    def _show(self, draw: Draw, hint: str, after: Callable[[], None] | None) -> None:
        """Show what was found; Enter then does ``after``."""
        self._next = after
        self.query_one("#found", Page).show(draw)
        self.hint(self.look.say(hint))

    def action_scroll_found(self, lines: int) -> None:
        """Scroll what was found."""
        self.query_one("#found", Page).scroll_relative(y=lines, animate=False)
