"""Map: the district, the floors of a hall, one floor; each level a scene, the flow between them here."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from hqguide.tui.commands import bindings
from hqguide.tui.faces.welcome import loading_lines
from hqguide.tui.nearby import words_of
from hqguide.tui.runs import Line
from hqguide.tui.scenes.building import BuildingScene
from hqguide.tui.scenes.district import DistrictScene
from hqguide.tui.scenes.floor import FloorScene
from hqguide.tui.scenes.scene import Scene
from hqguide.tui.screens.base import ModeScreen
from hqguide.tui.spot import Spot, spot_of
from hqguide.tui.visit import Visit
from hqguide.tui.widgets.map_canvas import MapCanvas
from hqguide.tui.widgets.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from hqguide.guide import Guide
    from hqguide.market.whereabouts import Here


class MapScreen(ModeScreen):
    """One picture at a time; the card under it, or beside it, tells of the chosen thing."""

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
        self._district: DistrictScene | None = None
        self._scene: Scene | None = None

    @property
    def scene(self) -> Scene | None:
        """The level shown, once the guide is loaded."""
        return self._scene

    def body(self) -> ComposeResult:
        """The picture and the card."""
        with Container(id="panes"):
            yield MapCanvas("canvas")
            yield Page(self._card, ident="hall")

    def on_mount(self) -> None:
        """The keys move the picture at once."""
        self.query_one(MapCanvas).focus()

    def guide_ready(self) -> None:
        """Show the place or the walk another screen asked for."""
        guide = self.guide
        if guide is None:
            return
        if self._district is None:
            self._scene = self._district = DistrictScene(self.visit, guide)
        if self.visit.place is not None:
            place, self.visit.place = self.visit.place, None
            self._go(self._district, place)
        self._redraw()

    def relook(self) -> None:
        """Draw again in the look of now."""
        super().relook()
        self._redraw()

    def _redraw(self) -> None:
        if self._scene is not None:
            self.query_one(MapCanvas).show(self._scene.draw)
        self.query_one("#hall", Page).show(self._card)
        troubles = self._scene.ground.troubles() if self._scene else ()
        if troubles:
            self.tell("\n".join(troubles), bad=True)

    def _card(self, width: int) -> list[Line]:
        return self._scene.card(width) if self._scene else loading_lines(False, width, self.look)

    def _go(self, district: DistrictScene, place: str) -> None:
        """Show ``place`` as deep as it is known, marked on the district too."""
        spot = spot_of(district.ground.market, place) if place else None
        if place and spot is None:
            self.tell(self.look.say("no position", place=place))
        self._scene = district
        district.aim(place if spot else "")
        if spot is not None:
            self._enter(district, spot)

    def _enter(self, district: DistrictScene, spot: Spot) -> None:
        building, guide = district.ground.market.by_id[spot.hall], district.guide
        if district.hall == spot.hall:
            district.choose(spot.path)
        else:
            district.aim(spot.path)
        if spot.level is None:
            self._scene = BuildingScene(self.visit, guide, building)
        else:
            self._scene = FloorScene(self.visit, guide, building, spot.level, spot.wanted)

    def action_open(self) -> None:
        """One level deeper, to what is chosen."""
        spot = self._scene.inside() if self._scene else None
        if spot is None or self._district is None:
            self.tell(self.look.say("open nothing"))
            return
        self._enter(self._district, spot)
        self._redraw()

    def action_up(self) -> None:
        """One level up; in the district, choose nothing."""
        scene, district = self._scene, self._district
        if scene is None or district is None:
            return
        if isinstance(scene, FloorScene):
            self._scene = BuildingScene(self.visit, scene.guide, scene.building, scene.level)
        elif scene is not district:
            self._scene = district
            if not district.marks():
                self.tell(self.look.say("no position", place=scene.hall))
        elif district.thing is not None:
            district.pick(None)
        else:
            self.visit.show_walk, self.visit.shade = False, {}
        self._redraw()

    def action_where(self) -> None:
        """Ask for a place, and show it."""
        self._ask("where", self._located, self._show)

    def _located(self, guide: "Guide", text: str) -> "Here":
        from hqguide.market.whereabouts import locate
        from hqguide.tui.ground import ground_of

        ground = ground_of(guide)
        return locate(ground.market, ground.district, text)

    def _show(self, found: "Here") -> None:
        district = self._district
        if district is None:
            return
        if found.place:
            self._go(district, found.place)
        else:
            district.aim_at(found)
            self._scene = district

    def action_here(self) -> None:
        """Ask where the reader is, and remember it."""
        self._ask("here", lambda guide, text: guide.set_here(text), self._settle)

    def _settle(self, here: "Here") -> None:
        self.visit.here = here
        if self._district is not None and self._scene is self._district:
            self._district.aim_here()
        else:
            self.tell(self.look.say("here set", place=words_of(here, self.look)))

    def _ask(
        self,
        about: str,
        read: "Callable[[Guide, str], Here]",
        then: "Callable[[Here], None]",
    ) -> None:
        from hqguide.tui.screens.where import WhereScreen

        guide = self.guide
        if guide is None:
            self.tell(self.look.say("not ready"))
            return

        def answered(here: "Here | None") -> None:
            if here is not None:
                then(here)
                self._redraw()

        self.app.push_screen(WhereScreen(about, self.look, lambda text: read(guide, text)), answered)

    def action_forget(self) -> None:
        """Forget where the reader is."""
        guide = self.guide
        if guide is not None:
            known = self.attempt(guide.forget_here)
            if known is not None:
                self.visit.here = None
                self.tell(self.look.say("here gone" if known else "here never"))
            self._redraw()

    def action_plain(self) -> None:
        """Take the shading away."""
        self.visit.shade = {}
        self._redraw()

    @on(MapCanvas.Picked)
    def _picked(self, event: MapCanvas.Picked) -> None:
        if self._scene is None:
            return
        self._scene.pick(event.thing)
        if event.twice and self._scene.inside() is not None:
            self.action_open()
        else:
            self._redraw()

    @on(MapCanvas.Wheeled)
    def _wheeled(self, event: MapCanvas.Wheeled) -> None:
        width, height = self.query_one(MapCanvas).size
        if self._scene is not None:
            self._scene.zoom(event.steps, event.column - width / 2, event.row - height / 2)
            self._redraw()

    @on(MapCanvas.Dragged)
    def _dragged(self, event: MapCanvas.Dragged) -> None:
        if self._scene is not None:
            self._scene.drag(event.columns, event.rows)
            self._redraw()

    def action_move(self, right: int, down: int) -> None:
        """An arrow key: pan, change floors, or go to the next counter."""
        if self._scene is not None:
            self._scene.move(right, down)
            self._redraw()

    def action_zoom(self, steps: int) -> None:
        """Closer, or farther."""
        if self._scene is not None:
            self._scene.zoom(steps)
            self._redraw()

    def action_fit(self) -> None:
        """All of the district, the walk or the floor."""
        if self._scene is not None:
            self._scene.fit()
            self._redraw()

    def action_step(self, direction: int) -> None:
        """Choose the next hall, floor or counter."""
        scene = self._scene
        if scene is None:
            return
        if not scene.step(direction):
            self.tell(self.look.say("map empty" if scene is self._district else "nothing here"))
        self._redraw()

    def action_find(self) -> None:
        """Search for the hall that is chosen or shown."""
        scene = self._scene
        building = scene.ground.market.by_id.get(scene.hall) if scene else None
        if building is None:
            self.tell(self.look.say("no place chosen"))
            return
        self.visit.query = building.name.zh or building.label
        self.app.switch_mode("find")
