"""Map: the district with its halls; pan, zoom, choose a hall and read its card."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from hqguide.errors import GuideError
from hqguide.tui.commands import bindings
from hqguide.tui.faces.hall import hall_lines, thing_lines
from hqguide.tui.faces.welcome import loading_lines
from hqguide.tui.picture import hall_marks, picture, place_marks, view_of
from hqguide.tui.runs import Line, ink
from hqguide.tui.screens.base import ModeScreen
from hqguide.tui.visit import Visit
from hqguide.tui.widgets.map_canvas import MapCanvas
from hqguide.tui.widgets.page import Page

if TYPE_CHECKING:
    from hqguide.guide import Guide
    from hqguide.map.drawing import Drawing
    from hqguide.map.marks import Mark
    from hqguide.map.view import View


class MapScreen(ModeScreen):
    """One view of the district at a time; the card under it, or beside it, tells of the chosen hall."""

    MODE = "map"
    BINDINGS = bindings("map")
    DEFAULT_CSS = """
    MapScreen #panes { layout: vertical; height: 1fr; }
    MapScreen #hall { height: 5; padding: 0 2; }
    MapScreen.-short #hall { height: 2; }
    MapScreen.-wide #panes { layout: horizontal; }
    MapScreen.-wide #hall { width: 46; height: 1fr; padding: 1 2; }
    """

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self._view: View | None = None
        self._shown = ""
        self._thing: str | None = None

    def body(self) -> ComposeResult:
        """The picture and the card."""
        with Container(id="panes"):
            yield MapCanvas("canvas")
            yield Page(self._card, ident="hall")

    def on_mount(self) -> None:
        """The keys move the picture at once."""
        self.query_one(MapCanvas).focus()

    def guide_ready(self) -> None:
        """Mark the place or the walk another screen asked for, and show it."""
        if self.visit.place and self.visit.place != self._shown:
            self._shown, self._thing = self.visit.place, self.visit.place.split("/")[0]
            self._view = None
            if not self._marks():
                self.tell(self.look.say("no position", place=self.visit.place))
        if self.visit.show_walk:
            self._view = None
        self._redraw()

    def relook(self) -> None:
        """Draw again in the look of now."""
        super().relook()
        self._redraw()

    def _redraw(self) -> None:
        self.query_one("#hall", Page).show(self._card)
        guide = self.guide
        if guide is not None:
            self.query_one(MapCanvas).show(lambda width, height: self._draw(guide, width, height))

    def _draw(self, guide: "Guide", width: int, height: int) -> "Drawing":
        marks, stops = self._marks(), self._stops()
        if self._view is None:
            self._view = view_of(guide, width, height, [*marks, *stops])
        return picture(guide, self._view, width, height, self.look, marks, stops)

    def _marks(self) -> "list[Mark]":
        """The chosen hall, when its position is known."""
        if self.guide is None or self._thing is None:
            return []
        chosen = self._shown if self._shown.startswith(f"{self._thing}/") else self._thing
        return place_marks(self.guide, chosen, self.look)

    def _stops(self) -> "list[Mark]":
        """The stops of the walk, when they were asked for."""
        if self.guide is None or self.visit.walk is None or not self.visit.show_walk:
            return []
        return hall_marks(self.guide, (stop.building for stop in self.visit.walk.stops), self.look)

    def _card(self, width: int) -> list[Line]:
        look, guide, thing = self.look, self.guide, self._thing
        if guide is None:
            return loading_lines(False, width, look)
        if thing is None:
            return [(ink(look.say("map hint"), "dim"),), (ink(look.say("map legend"), "faint"),)]
        if ":" in thing:
            return thing_lines(thing, guide.district, width)
        try:
            return hall_lines(
                guide.show(self._shown if self._shown.startswith(f"{thing}/") else thing), width, look
            )
        except GuideError as error:
            return [(ink(error, "warn"),)]

    @on(MapCanvas.Picked)
    def _picked(self, event: MapCanvas.Picked) -> None:
        self._choose(event.thing)

    def _choose(self, thing: str | None) -> None:
        self._thing = thing
        self.visit.place = self._shown = thing if thing and ":" not in thing else ""
        self._redraw()

    @on(MapCanvas.Wheeled)
    def _wheeled(self, event: MapCanvas.Wheeled) -> None:
        canvas = self.query_one(MapCanvas)
        across, down = event.column - canvas.size.width / 2, event.row - canvas.size.height / 2
        if self._view is not None:
            # Zooming about the mouse: what is under it stays there.
            self._view = self._view.pan(across, down).zoom(event.steps).pan(-across, -down)
            self._redraw()

    @on(MapCanvas.Dragged)
    def _dragged(self, event: MapCanvas.Dragged) -> None:
        if self._view is not None:
            self._view = self._view.pan(event.columns, event.rows)
            self._redraw()

    def action_pan(self, right: int, down: int) -> None:
        """Move the view by a quarter of the picture."""
        if self._view is not None:
            self._view = self._view.step(right, down, *self.query_one(MapCanvas).size)
            self._redraw()

    def action_zoom(self, steps: int) -> None:
        """Closer, or farther."""
        if self._view is not None:
            self._view = self._view.zoom(steps)
            self._redraw()

    def action_fit(self) -> None:
        """The whole district, or the whole walk when its stops are shown."""
        if self.guide is not None:
            from hqguide.map.view import fit

            points = [(stop.lat, stop.lon) for stop in self._stops()]
            self._view = fit(self.guide.district, *self.query_one(MapCanvas).size, points)
            self._redraw()

    def action_step(self, direction: int) -> None:
        """Choose the next hall in the picture, in the order of the pack: the chief ones first."""
        drawing, guide = self.query_one(MapCanvas).drawing, self.guide
        if drawing is None or guide is None:
            return
        seen = {drawing.things[owner] for owner in set(drawing.owners)}
        halls = [building.id for building in guide.market.buildings if building.id in seen]
        if not halls:
            self.tell(self.look.say("map empty"))
            return
        at = halls.index(self._thing) + direction if self._thing in halls else (0 if direction > 0 else -1)
        self._choose(halls[at % len(halls)])

    def action_find(self) -> None:
        """Search for the chosen hall."""
        building = self.guide.market.by_id.get(self._thing or "") if self.guide else None
        if building is None:
            self.tell(self.look.say("no place chosen"))
            return
        self.visit.query = building.name.zh or building.label
        self.app.switch_mode("find")
