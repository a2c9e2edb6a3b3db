"""Route: the planned walk stop by stop; tick off, plan again, export."""

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.worker import get_current_worker

from hqguide.errors import GuideError
from hqguide.tui.commands import bindings
from hqguide.tui.faces.timeline import overview, walk_rows
from hqguide.tui.runs import EMPTY, Line, ink, wrap
from hqguide.tui.screens.base import ModeScreen
from hqguide.tui.visit import Visit
from hqguide.tui.widgets.chooser import Chooser
from hqguide.tui.widgets.page import Page

if TYPE_CHECKING:
    from hqguide.guide import Guide
    from hqguide.notebook.lists import ListItem, State
    from hqguide.route.itinerary import Itinerary
    from hqguide.route.trip import Trip

Wanted = tuple[tuple[str, int], ...]


class RouteScreen(ModeScreen):
    """Plans when it comes up with something new to buy; what is ticked off does not make it plan again."""

    MODE = "route"
    BINDINGS = bindings("route")
    DEFAULT_CSS = """
    RouteScreen #overview { height: 3; padding: 1 2 0 2; overflow-y: hidden; }
    RouteScreen.-short #overview { height: 2; padding: 0 2; }
    RouteScreen #rows { padding: 1 0 0 0; }
    RouteScreen #notice { display: none; padding: 1 2; background: $background; }
    RouteScreen.-no-walk #rows, RouteScreen.-no-walk #overview { display: none; }
    RouteScreen.-no-walk #notice { display: block; }
    """

    class Planned(Message):
        """The walk number ``serial`` is planned, or could not be."""

        def __init__(self, serial: int, walk: "Itinerary | None", error: GuideError | None = None) -> None:
            super().__init__()
            self.serial, self.walk, self.error = serial, walk, error

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self._items: tuple[ListItem, ...] = ()
        self._planned_for: Wanted | None = None
        self._serial = 0
        self._notice: tuple[str, str] = ("", "")

    def body(self) -> ComposeResult:
        """The totals, the timeline; or a notice instead of both."""
        yield Page(ident="overview")
        yield Chooser(self.look, ident="rows")
        yield Page(self._notice_lines, ident="notice")

    def on_mount(self) -> None:
        """The keys move in the timeline."""
        self.add_class("-no-walk")
        self.query_one(Chooser).focus()

    @property
    def planning(self) -> bool:
        """Whether a plan is being made."""
        return any(worker.group == "plan" and worker.is_running for worker in self.workers)

    def guide_ready(self) -> None:
        """Plan when what is wanted is not what the last plan was for."""
        self._read()
        if self._planned_for is None or not set(self._wanted()) <= set(self._planned_for):
            self.action_plan()
        else:
            self._draw()

    def relook(self) -> None:
        """Draw the walk again in the look of now."""
        super().relook()
        self._draw()

    def _read(self) -> None:
        if self.guide is not None:
            items = self.attempt(self.guide.lists.show)
            self._items = items if items is not None else self._items
            self.visit.wanted = sum(item.state == "wanted" for item in self._items)
            self.relook_bars()

    def _wanted(self) -> Wanted:
        return tuple((item.text, item.quantity) for item in self._items if item.state == "wanted")

    def action_plan(self) -> None:
        """Plan the walk anew for what is still wanted."""
        guide = self.guide
        if guide is None:
            self.tell(self.look.say("not ready"))
            return
        self._read()
        wanted = self._wanted()
        self.visit.walk = None
        self._planned_for = wanted
        self._serial += 1
        if wanted:
            self._say("planning", "planning hint", n=len(wanted))
            self._plan(guide, self._items, self._serial)
        else:
            self._say("nothing wanted", "nothing wanted hint")

    def action_cancel(self) -> None:
        """Stop planning; a plan that arrives later is dropped."""
        if self.planning:
            self._serial += 1
            self.workers.cancel_group(self, "plan")
            self._say("cancelled")

    @work(thread=True, exclusive=True, group="plan")
    def _plan(self, guide: "Guide", items: "tuple[ListItem, ...]", serial: int) -> None:
        from hqguide.route.trip import Trip

        try:
            done = self.Planned(serial, guide.plan(items, self.visit.trip or Trip()))
        except GuideError as error:
            done = self.Planned(serial, None, error)
        if not get_current_worker().is_cancelled:
            self.post_message(done)

    @on(Planned)
    def _arrived(self, event: Planned) -> None:
        if event.serial != self._serial:
            return
        self.visit.walk = event.walk
        if event.error is not None:
            self._notice = (str(event.error), "")
        self._draw()

    def _say(self, key: str, hint: str = "", **values: object) -> None:
        self._notice = (
            self.look.say(key, **values) + (self.look.more if hint == "planning hint" else ""),
            self.look.say(hint) if hint else "",
        )
        self._draw()

    def _draw(self) -> None:
        walk, look, chooser = self.visit.walk, self.look, self.query_one(Chooser)
        self.set_class(walk is None, "-no-walk")
        self.query_one("#notice", Page).show(self._notice_lines)
        if walk is None:
            chooser.show((), look)
            return
        states = {item.text: item.state for item in self._items}
        self.query_one("#overview", Page).show(lambda width: wrap(overview(walk, look), width))
        chooser.show(tuple(walk_rows(walk, states, look)), look, chooser.key)

    def _notice_lines(self, width: int) -> list[Line]:
        message, hint = self._notice
        lines = [part for line in message.splitlines() for part in wrap((ink(line, "title"),), width)]
        return [*lines, EMPTY, *wrap((ink(hint, "dim"),), width)]

    def action_mark(self, state: "State") -> None:
        """Give the item of the list a state, or take it away when it has it."""
        guide, item = self.guide, self._chosen()
        if guide is None or item is None:
            return
        after: State = "wanted" if item.state == state else state
        self.attempt(lambda: guide.lists.mark(item.id, after))
        self._read()
        self._draw()

    @on(Chooser.Chosen)
    def _clicked(self) -> None:
        self.action_mark("bought")

    def _chosen(self) -> "ListItem | None":
        """The item of the list the highlighted line of the walk stands for."""
        walk, key = self.visit.walk, self.query_one(Chooser).key
        if walk is None or not key:
            self.tell(self.look.say("no item"))
            return None
        stop, _, place = key.partition(":")
        text = walk.stops[int(stop) - 1].items[int(place)].text
        found = [item for item in self._items if item.text == text]
        if not found:
            self.tell(self.look.say("no matching item"))
            return None
        return next((item for item in found if item.state == "wanted"), found[-1])

    def action_on_map(self) -> None:
        """Show the stop of the highlighted line where it is: its counter on its floor."""
        walk, key = self.visit.walk, self.query_one(Chooser).key
        self._show(walk.stops[int(key.partition(":")[0]) - 1].place if walk and key else "")

    def action_walk(self) -> None:
        """Show the whole walk on the map of the district."""
        self._show("")

    def _show(self, place: str) -> None:
        if self.visit.walk is None:
            self.tell(self.look.say("no walk"))
            return
        self.visit.show_walk, self.visit.place, self.visit.shade = True, place, {}
        self.app.switch_mode("map")

    def action_trip(self) -> None:
        """Ask for another start, time or budget, and plan for them."""
        from hqguide.route.trip import Trip
        from hqguide.tui.screens.trip import TripScreen

        self.app.push_screen(TripScreen(self.visit.trip or Trip(), self.look), self._trip_chosen)

    def _trip_chosen(self, trip: "Trip | None") -> None:
        if trip is not None:
            self.visit.trip = trip
            self.action_plan()

    def action_export(self) -> None:
        """Ask for a file name and write the walk."""
        from hqguide.tui.screens.export import ExportScreen

        if self.guide is None or self.visit.walk is None:
            self.tell(self.look.say("no walk"))
            return
        self.app.push_screen(ExportScreen(self.guide, self.visit.walk, self.look), self._exported)

    def _exported(self, path: str | None) -> None:
        if path:
            self.tell(self.look.say("exported", path=path))
