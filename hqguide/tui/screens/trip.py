"""Ask what the walk is to be like: from where, to where, when, how long, and the places insisted on."""

from functools import partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input

from hqguide.errors import GuideError
from hqguide.tui.look import Look
from hqguide.tui.runs import Line, ink
from hqguide.tui.screens.dialog import Dialog
from hqguide.tui.tripform import FIELDS, boxes_of, read_trip
from hqguide.tui.widgets.page import Page

if TYPE_CHECKING:
    from hqguide.market.pack import Market
    from hqguide.route.trip import Trip

# Lines of the window that are not boxes: its padding, the title and the message.
AROUND = 9


class TripScreen(Dialog["Trip"]):
    """Dismissed with the trip asked for; whether start and end exist is found out by planning."""

    DEFAULT_CSS = """
    TripScreen VerticalScroll { height: auto; background: $panel; scrollbar-size-vertical: 1; }
    TripScreen #message { height: 4; }
    """

    def __init__(self, trip: "Trip", market: "Market", look: Look) -> None:
        super().__init__(look, look.say("trip title"), look.say("trip hint"))
        self._trip, self._market = trip, market

    def boxes(self) -> ComposeResult:
        """One box a question; they scroll where the screen is short."""
        with VerticalScroll(can_focus=False):
            for name, value in boxes_of(self._trip).items():
                with Horizontal():
                    yield Page(partial(self._label, name))
                    yield Input(value, self.look.say(f"trip {name} hint"), id=name, select_on_focus=False)

    def on_resize(self, event: events.Resize) -> None:
        """Leave room for the message under the boxes."""
        self.query_one(VerticalScroll).styles.max_height = max(event.size.height - AROUND, 1)

    def _label(self, name: str, _width: int) -> list[Line]:
        return [(ink(self.look.say(f"trip {name}"), "dim"),)]

    @on(Input.Submitted)
    def _done(self) -> None:
        boxes = {name: self.query_one(f"#{name}", Input).value for name in FIELDS}
        try:
            trip = read_trip(boxes, self._trip, self._market, self.look)
        except GuideError as error:
            self.tell(str(error))
        else:
            self.dismiss(trip)
