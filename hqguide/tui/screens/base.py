"""What every mode's screen has: the tabs, the keys, the notice for a window too small, errors as notices."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen

from hqguide.errors import GuideError
from hqguide.tui.faces.frame import hints, rest, tabs
from hqguide.tui.keys import Mode
from hqguide.tui.look import Look
from hqguide.tui.runs import ink, wrap
from hqguide.tui.visit import Visit
from hqguide.tui.widgets.bar import Bar
from hqguide.tui.widgets.entry import Entry
from hqguide.tui.widgets.page import Page

if TYPE_CHECKING:
    from hqguide.guide import Guide

T = TypeVar("T")

LEAST = (50, 14)
WIDE = 110
HUGE = (150, 45)
SHORT = 20


class ModeScreen(Screen[None]):
    """A mode. Subclasses give the body and say what to do when the guide is ready or the look changes."""

    MODE: ClassVar[Mode] = ""
    DEFAULT_CSS = """
    ModeScreen { background: $background; layout: vertical; }
    ModeScreen #too-small { display: none; }
    ModeScreen.-tiny > * { display: none; }
    ModeScreen.-tiny > #too-small { display: block; background: $background; padding: 0; }
    """

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self.visit = visit

    @property
    def look(self) -> Look:
        """The language and glyphs to draw with."""
        return self.visit.look

    @property
    def guide(self) -> "Guide | None":
        """The guide, once it is loaded."""
        return self.visit.guide

    def compose(self) -> ComposeResult:
        """The tabs, the body, the keys."""
        yield Bar("tabs")
        yield from self.body()
        yield Bar("keys")

    def body(self) -> ComposeResult:
        """What stands between tabs and keys."""
        yield from ()

    def guide_ready(self) -> None:
        """The guide is loaded, or this screen came up with it loaded."""

    def relook(self) -> None:
        """Say everything again: the language, the list or the plan may have changed."""
        self.relook_bars()

    def relook_bars(self) -> None:
        """Show the mode, and the keys that work where the focus is."""
        typing = isinstance(self.focused, Entry)
        self.query_one("#tabs", Bar).show(tabs(self.MODE, self.look, self.visit.wanted, typing=typing))
        self.query_one("#keys", Bar).show(*hints(self.MODE, self.look, typing=typing), rest(self.look))

    def on_screen_resume(self) -> None:
        """The screen comes to the front."""
        self.relook()
        if self.guide is not None:
            self.guide_ready()

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _focus_moved(self) -> None:
        self.relook_bars()

    def on_resize(self, event: events.Resize) -> None:
        """Choose the layout for the size."""
        width, height = event.size
        tiny = width < LEAST[0] or height < LEAST[1]
        if tiny and not self.query("#too-small"):
            self.mount(Page(self._too_small, ident="too-small"))
        self.set_class(tiny, "-tiny")
        self.set_class(width >= WIDE, "-wide")
        self.set_class(width >= HUGE[0] and height >= HUGE[1], "-huge")
        self.set_class(height < SHORT, "-short")

    @on(Bar.Pressed)
    async def _pressed(self, event: Bar.Pressed) -> None:
        target = self.focused if event.action in {"leave", "clear", "submit"} else self
        await self.app.run_action(event.action, target or self)

    def count_wanted(self) -> None:
        """Count what is still to buy, for the tab; raises what reading the list raises."""
        if self.guide is not None:
            self.visit.wanted = sum(item.state == "wanted" for item in self.guide.lists.show())

    def attempt(self, action: Callable[[], T]) -> T | None:
        """What ``action`` returns; for a :class:`GuideError` a notice, and ``None``."""
        try:
            return action()
        except GuideError as error:
            self.tell(str(error), bad=True)
            return None

    def tell(self, message: str, *, bad: bool = False) -> None:
        """A short notice, as plain text."""
        text = "\n".join(ink(line)[0] for line in message.splitlines())
        self.app.clear_notifications()
        self.app.notify(
            text,
            title=self.look.say("not done") if bad else "",
            severity="error" if bad else "information",
            timeout=10 if bad else 4,
            markup=False,
        )

    def _too_small(self, width: int) -> list[tuple[tuple[str, str], ...]]:
        lines = [(ink(self.look.say("too small"), "title"),), (ink(self.look.say("too small hint"), "dim"),)]
        return [part for line in lines for part in wrap(line, width)]
