"""The list divided among people who walk at once: whose walk is whose, each to be exported or scanned."""

from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.screen import ModalScreen
from textual.worker import get_current_worker

from hqguide.errors import GuideError
from hqguide.tui.faces.timeline import overview, walk_rows
from hqguide.tui.look import Look
from hqguide.tui.runs import Line, ink, wrap
from hqguide.tui.widgets.bar import Bar, Part
from hqguide.tui.widgets.chooser import Chooser
from hqguide.tui.widgets.page import Page

if TYPE_CHECKING:
    from hqguide.guide import Guide
    from hqguide.notebook.lists import ListItem
    from hqguide.route.itinerary import Itinerary
    from hqguide.route.trip import Trip

LEAST_PEOPLE = 2


class SplitScreen(ModalScreen[None]):
    """A digit says how many people; the arrows show the walk of each. Nothing is ticked off here."""

    DEFAULT_CSS = """
    SplitScreen { background: $background; }
    SplitScreen #total { height: 3; padding: 1 2 0 2; scrollbar-size-vertical: 0; }
    """
    BINDINGS = [  # noqa: RUF012 - Textual declares it a class variable
        Binding("escape,q,p", "dismiss", "Close"),
        Binding("right", "turn(1)", "Next"),
        Binding("left", "turn(-1)", "Back"),
        Binding("e", "export", "Export"),
        Binding("s", "qr", "QR code"),
        *(Binding(str(people), f"divide({people})", str(people)) for people in range(LEAST_PEOPLE, 10)),
    ]

    class Divided(Message):
        """The walks of so many people, or why there are none."""

        def __init__(self, people: int, found: "tuple[Itinerary, ...] | GuideError") -> None:
            super().__init__()
            self.people, self.found = people, found

    def __init__(self, guide: "Guide", items: "tuple[ListItem, ...]", trip: "Trip", look: Look) -> None:
        super().__init__()
        self._guide, self._items, self._trip, self._look = guide, items, trip, look
        self._people = LEAST_PEOPLE
        self._parts: tuple[Itinerary, ...] = ()
        self._at = 0
        self._trouble = ""

    def compose(self) -> ComposeResult:
        """Whose walk it is, its totals, its stops, the keys."""
        yield Bar("head")
        yield Page(self._total, ident="total")
        yield Chooser(self._look, ident="rows")
        yield Bar("keys")

    def on_mount(self) -> None:
        """Divide among the fewest there can be."""
        self.query_one(Chooser).focus()
        self.query_one("#keys", Bar).show([Part((ink(f" {self._look.say('split keys')}", "dim"),))])
        self.action_divide(LEAST_PEOPLE)

    def action_divide(self, people: int) -> None:
        """Divide the list among so many."""
        self._people, self._parts, self._at, self._trouble = people, (), 0, ""
        self._draw()
        self._divide(people)

    @work(thread=True, exclusive=True)
    def _divide(self, people: int) -> None:
        found: tuple[Itinerary, ...] | GuideError
        try:
            found = self._guide.split_plan(self._items, self._trip, people)
        except GuideError as error:
            found = error
        if not get_current_worker().is_cancelled:
            self.post_message(self.Divided(people, found))

    def on_split_screen_divided(self, event: Divided) -> None:
        """Show the walks, unless another number was asked for meanwhile."""
        if event.people != self._people:
            return
        if isinstance(event.found, GuideError):
            self._trouble = str(event.found)
        else:
            self._parts = event.found
        self._draw()

    def action_turn(self, steps: int) -> None:
        """Show the walk of the next, or of the one before."""
        if self._parts:
            self._at = (self._at + steps) % len(self._parts)
            self._draw()

    def action_export(self) -> None:
        """Ask for a file name and write the walk shown."""
        from hqguide.tui.screens.export import walk_export

        if self._parts:
            self.app.push_screen(walk_export(self._guide, self._parts[self._at], self._look), self._exported)

    def _exported(self, path: str | None) -> None:
        if path:
            self.app.notify(ink(self._look.say("exported", path=path))[0], markup=False)

    def action_qr(self) -> None:
        """Show the walk shown as QR codes."""
        from hqguide.tui.screens.qr import QrScreen

        if self._parts:
            self.app.push_screen(QrScreen(self._parts[self._at], self._look))

    def _draw(self) -> None:
        look, parts = self._look, self._parts
        person = look.say("split person", n=self._at + 1, of=self._people)
        self.query_one("#head", Bar).show([Part((ink(f" {person}", "gold.bold"),))])
        self.query_one("#total", Page).show(self._total)
        rows = tuple(walk_rows(parts[self._at], {}, look)) if parts else ()
        self.query_one(Chooser).show(rows, look)

    def _total(self, width: int) -> list[Line]:
        look = self._look
        if self._parts:
            return wrap(overview(self._parts[self._at], look), width)
        if self._trouble:
            return [part for line in self._trouble.splitlines() for part in wrap((ink(line, "warn"),), width)]
        return wrap((ink(look.say("split planning", n=self._people) + look.more, "dim"),), width)
