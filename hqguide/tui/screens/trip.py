"""Ask from where, to where, when and for how long the walk is."""

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from hqguide.tui.look import Look
from hqguide.tui.runs import Line, ink
from hqguide.tui.screens.dialog import Dialog
from hqguide.tui.widgets.page import Page

if TYPE_CHECKING:
    from hqguide.route.trip import Trip

FIELDS = ("start", "end", "depart", "date", "minutes")


class TripScreen(Dialog["Trip"]):
    """Dismissed with the trip asked for; whether such places exist is found out by planning."""

    def __init__(self, trip: "Trip", look: Look) -> None:
        super().__init__(look, look.say("trip title"), look.say("trip hint"))
        minutes = "" if trip.budget_minutes is None else str(trip.budget_minutes)
        self._values = dict(zip(FIELDS, (trip.start, trip.end, trip.depart, trip.date, minutes), strict=True))

    def boxes(self) -> ComposeResult:
        """One box a question."""
        for name, value in self._values.items():
            with Horizontal():
                yield Page(partial(self._label, name))
                yield Input(value, self.look.say(f"trip {name} hint"), id=name, select_on_focus=False)

    def _label(self, name: str, _width: int) -> list[Line]:
        return [(ink(self.look.say(f"trip {name}"), "dim"),)]

    @on(Input.Submitted)
    def _done(self) -> None:
        from hqguide.errors import GuideError
        from hqguide.route.trip import Trip, budget_minutes

        start, end, depart, date, minutes = (
            self.query_one(f"#{name}", Input).value.strip() for name in FIELDS
        )
        try:
            budget = budget_minutes(minutes)
        except GuideError:
            self.tell(self.look.say("trip minutes wrong"))
            return
        self.dismiss(Trip(start, end, depart or "10:00", date, budget))
