"""Route: the planned walk stop by stop; tick off, plan the rest again, export."""

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
    from hqguide.errands.progress import Progress
    from hqguide.guide import Guide
    from hqguide.notebook.lists import ListItem
    from hqguide.notebook.walks import Mark
    from hqguide.route.itinerary import Itinerary, Stop, StopItem
    from hqguide.route.trip import Trip

Wanted = tuple[tuple[str, int], ...]
DEFAULT_LIST = "shopping"


class RouteScreen(ModeScreen):
    """Plans when it comes up with something new to buy; a walk that was begun goes on where it was left."""

    MODE = "route"
    BINDINGS = bindings("route")
    DEFAULT_CSS = """
    RouteScreen #overview { height: 3; padding: 1 2 0 2; scrollbar-size-vertical: 0; }
    RouteScreen.-short #overview { height: 2; padding: 0 2; }
    RouteScreen #rows { padding: 1 0 0 0; }
    RouteScreen #notice { display: none; padding: 1 2; background: $background; }
    RouteScreen.-no-walk #rows, RouteScreen.-no-walk #overview { display: none; }
    RouteScreen.-no-walk #notice { display: block; }
    """

    class Planned(Message):
        """The walk number ``serial`` is planned, or could not be; ``more`` when better ones may follow."""

        def __init__(
            self, serial: int, walk: "Itinerary | None", error: GuideError | None = None, more: bool = False
        ) -> None:
            super().__init__()
            self.serial, self.walk, self.error, self.more = serial, walk, error, more

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self._items: tuple[ListItem, ...] = ()
        self._planned_for: Wanted | None = None
        self._serial = 0
        self._improving = False
        self.progress: Progress | None = None
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
        """Go on with the walk under way; else plan when what is wanted is not what the last plan was for."""
        self._read()
        if self._planned_for is None and self.progress is not None and self.progress.next_stop:
            self.visit.walk, self._planned_for = self.progress.plan, self._wanted()
        if self._planned_for is None or (self._more_wanted() and self.progress is None):
            self.action_plan()
            return
        if self._more_wanted():
            self.tell(self.look.say("list has more"))
        self._draw()

    def _more_wanted(self) -> bool:
        return not set(self._wanted()) <= set(self._planned_for or ())

    def relook(self) -> None:
        """Draw the walk again in the look of now."""
        super().relook()
        self._draw()

    def _read(self) -> None:
        guide = self.guide
        if guide is not None:
            items = self.attempt(guide.lists.show)
            self._items = items if items is not None else self._items
            progress = self.attempt(guide.walking.now)
            self.progress = progress if progress and progress.name == DEFAULT_LIST else None
            self.visit.wanted = sum(item.state == "wanted" for item in self._items)
            self.relook_bars()

    def _wanted(self) -> Wanted:
        return tuple((item.text, item.quantity) for item in self._items if item.state == "wanted")

    def action_plan(self) -> None:
        """Plan the rest of the walk under way from where it stands; without one plan for what is wanted."""
        guide = self.guide
        if guide is None:
            self.tell(self.look.say("not ready"))
            return
        self._read()
        wanted = self._wanted()
        self._planned_for = wanted
        self._serial += 1
        if self.progress is not None and self.progress.ticks:
            self._replan(guide, self._serial)
        elif wanted:
            self.visit.walk = None
            self._say("planning", "planning hint", n=len(wanted))
            self._plan(guide, self._items, self._serial)
        else:
            self.visit.walk = None
            self._say("nothing wanted", "nothing wanted hint")

    def action_cancel(self) -> None:
        """Stop planning; the best plan there is stays, one that arrives later is dropped."""
        if self.planning:
            self._stop_planning()
            if self.visit.walk is None:
                self._say("cancelled")
            else:
                self._draw()

    def _stop_planning(self) -> None:
        self._serial += 1
        self._improving = False
        self.workers.cancel_group(self, "plan")

    @work(thread=True, exclusive=True, group="plan")
    def _plan(self, guide: "Guide", items: "tuple[ListItem, ...]", serial: int) -> None:
        from hqguide.route.trip import Trip

        worker, walk = get_current_worker(), None
        try:
            for walk in guide.better_plans(items, self.visit.trip or Trip()):
                if worker.is_cancelled:
                    return
                self.post_message(self.Planned(serial, walk, more=True))
            done = self.Planned(serial, walk)
        except GuideError as error:
            done = self.Planned(serial, None, error)
        if not worker.is_cancelled:
            self.post_message(done)

    @work(thread=True, exclusive=True, group="plan")
    def _replan(self, guide: "Guide", serial: int) -> None:
        try:
            done = self.Planned(serial, guide.replan().plan)
        except GuideError as error:
            done = self.Planned(serial, self.visit.walk, error)
        if not get_current_worker().is_cancelled:
            self.post_message(done)

    @on(Planned)
    def _arrived(self, event: Planned) -> None:
        if event.serial != self._serial:
            return
        self.visit.walk, self._improving = event.walk, event.more
        if event.error is not None:
            self._notice = (str(event.error), "")
            if event.walk is not None:
                self.tell(str(event.error))
        self._read()
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
        improving = self._improving
        self.query_one("#overview", Page).show(lambda width: wrap(overview(walk, look, improving), width))
        chooser.show(tuple(walk_rows(walk, self._states(walk), look)), look, chooser.key)

    def _states(self, walk: "Itinerary") -> dict[str, str]:
        """What is known of each item of the walk, by its row: ticked there, else as on the list."""
        listed: dict[str, str] = {item.text: item.state for item in self._items}
        states: dict[str, str] = {}
        for number, stop in enumerate(walk.stops, 1):
            for place, item in enumerate(stop.items):
                mark = self.progress.mark(stop, item) if self.progress else None
                states[f"{number}:{place}"] = mark or listed.get(item.text, "wanted")
        return states

    def _notice_lines(self, width: int) -> list[Line]:
        message, hint = self._notice
        lines = [part for line in message.splitlines() for part in wrap((ink(line, "title"),), width)]
        return [*lines, EMPTY, *wrap((ink(hint, "dim"),), width)]

    def action_mark(self, mark: "Mark") -> None:
        """Tick an item of the walk, or a whole stop as closed, or take the tick away when it has it."""
        guide, chosen = self.guide, self._chosen()
        if guide is None or chosen is None:
            return
        walk, stop, item = chosen
        if self.planning:
            self._stop_planning()
        if self.progress is None:
            self.attempt(lambda: guide.walking.begin(walk, self._items, DEFAULT_LIST))
        self.attempt(lambda: guide.walking.tick_item(stop, item, mark))
        if mark != "bought":
            self.tell(self.look.say("rest anew"))
        self._read()
        self._draw()

    @on(Chooser.Chosen)
    def _clicked(self) -> None:
        self.action_mark("bought")

    def _chosen(self) -> "tuple[Itinerary, Stop, StopItem] | None":
        """The walk, and the stop and item of the highlighted line, when the list still has the item."""
        walk, key = self.visit.walk, self.query_one(Chooser).key
        if walk is None or not key:
            self.tell(self.look.say("no item"))
            return None
        stop, _, place = key.partition(":")
        found = walk.stops[int(stop) - 1]
        item = found.items[int(place)]
        if all(line.text != item.text for line in self._items):
            self.tell(self.look.say("no matching item"))
            return None
        return walk, found, item

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
        """Ask for another start, time, budget or places to insist on, and plan for them."""
        from hqguide.route.trip import Trip
        from hqguide.tui.screens.trip import TripScreen

        if self.guide is None:
            self.tell(self.look.say("not ready"))
            return
        trip = self.visit.trip or Trip()
        self.app.push_screen(TripScreen(trip, self.guide.market, self.look), self._trip_chosen)

    def _trip_chosen(self, trip: "Trip | None") -> None:
        if trip is not None:
            self.visit.trip = trip
            if self.guide is not None and self.progress is not None:
                self.attempt(self.guide.walking.end)
            self.action_plan()

    def action_export(self) -> None:
        """Ask for a file name and write the walk."""
        from hqguide.tui.screens.export import walk_export

        if self.guide is None or self.visit.walk is None:
            self.tell(self.look.say("no walk"))
            return
        self.app.push_screen(walk_export(self.guide, self.visit.walk, self.look), self._exported)

    def action_split(self) -> None:
        """Divide what is wanted among several people."""
        from hqguide.route.trip import Trip
        from hqguide.tui.screens.split import SplitScreen

        if self.guide is None or not self._wanted():
            self.tell(self.look.say("not ready" if self.guide is None else "nothing wanted"))
            return
        trip = self.visit.trip or Trip()
        self.app.push_screen(SplitScreen(self.guide, self._items, trip, self.look))

    def action_qr(self) -> None:
        """Show the walk as QR codes."""
        from hqguide.tui.screens.qr import QrScreen

        if self.visit.walk is None:
            self.tell(self.look.say("no walk"))
            return
        self.app.push_screen(QrScreen(self.visit.walk, self.look))

    def _exported(self, path: str | None) -> None:
        if path:
            self.tell(self.look.say("exported", path=path))
