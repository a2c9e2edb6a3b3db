"""One floor: its plan or its numbers, the counter that was asked for, the way to it."""

from typing import TYPE_CHECKING

from hqguide.market.model import Building, floor_label
from hqguide.tui.faces.planthing import plan_lines
from hqguide.tui.faces.spotcard import spot_lines
from hqguide.tui.lit import lit
from hqguide.tui.nearby import toward
from hqguide.tui.runs import Line
from hqguide.tui.scenes.aim import beyond, spots
from hqguide.tui.scenes.scene import FLOOR, Scene
from hqguide.tui.spot import Spot, spot_of
from hqguide.tui.visit import Visit

if TYPE_CHECKING:
    from hqguide.guide import Guide
    from hqguide.map.drawing import Drawing
    from hqguide.map.planview import PlanView
    from hqguide.market.floorplan import FloorPlan

COUNTER, LINK = "counter:", "link:"
GROUND, WAY = "floor", "way"
PASSED_OVER = (GROUND, "void", WAY)


class FloorScene(Scene):
    """A floor of ``building``; ``wanted`` is the counter number or stall id to mark, if any."""

    def __init__(
        self, visit: Visit, guide: "Guide", building: Building, level: int, wanted: str = ""
    ) -> None:
        super().__init__(visit, guide)
        self.building, self.level, self.wanted = building, level, wanted
        self._view: PlanView | None = None

    @property
    def hall(self) -> str:
        """The hall the floor is in."""
        return self.building.id

    @property
    def view(self) -> "PlanView | None":
        """The part of the floor shown; ``None`` for all of it."""
        return self._view

    @property
    def plan(self) -> "FloorPlan | None":
        """The plan the floor is drawn on."""
        from hqguide.map.wanted import plan_for, seek, stalls_on

        market = self.ground.market
        asked = seek(self.building, self.level, self.wanted, stalls_on(market, self.building, self.level))
        return plan_for(self.ground.plans, self.building, self.level, asked)[0]

    def paint(self, width: int, height: int) -> "Drawing":
        """The floor, the chosen thing set off."""
        from hqguide.map.floor import draw_floor

        drawing = draw_floor(
            self.ground.market,
            self.ground.plans,
            self.building,
            self.level,
            width,
            height,
            wanted=self.wanted or None,
            language=self.look.language,
            ascii=self.look.ascii,
            view=self._view,
        )
        return lit(drawing, self.thing)

    def card(self, width: int) -> list[Line]:
        """The chosen counter, zone, stair or door; else the wanted counter and the way, or the floor."""
        look, plan = self.look, self.plan
        own = Spot(self.hall, self.level, self.wanted).path
        place = own if self.thing is None else self.thing.removeprefix(COUNTER).removeprefix(FLOOR)
        if self.thing and not self.thing.startswith((COUNTER, FLOOR)):
            return plan_lines(self.thing, plan, width, look)
        near = toward(self.visit.here, self.ground.market, self.hall)
        return self.or_trouble(
            lambda: spot_lines(self.guide.show(place), width, look, near=near, way=self._way()), width
        )

    def _way(self) -> str:
        from hqguide.map.way import way_words

        plan = self.plan
        if self.thing is not None or plan is None or not self.wanted:
            return ""
        return way_words(plan, None, self.wanted, self.look.language)

    def inside(self) -> Spot | None:
        """The chosen counter to mark here, or the floor a way over leads to."""
        thing = self.thing or ""
        if thing.startswith(COUNTER):
            return spot_of(self.ground.market, thing.removeprefix(COUNTER))
        if thing.startswith(LINK):
            return self._over(thing.removeprefix(LINK))
        return None

    def _over(self, name: str) -> Spot | None:
        """The floor behind a way over: by the plan, at the level that is joined to this one."""
        building = self.ground.market.by_id.get(name)
        if building is None or building.id == self.hall:
            return None
        floor = self.building.floor(self.level)
        joined = [one.level for one in floor.joined if one.building == name] if floor else []
        return Spot(name, joined[0]) if joined else Spot(name)

    def pick(self, thing: str | None) -> None:
        """Choose what was clicked; the ground is the floor, the way belongs to the wanted counter."""
        own = f"{FLOOR}{self.hall}/{floor_label(self.level)}"
        self.thing = own if thing == GROUND else None if thing == WAY else thing

    def move(self, right: int, down: int) -> None:
        """To the next thing that way; where there is none, move the picture."""
        if self.drawing is None:
            return
        known = spots(self.drawing, PASSED_OVER)
        own = self.thing or self._own
        start = known.get(own, (self.drawing.width / 2, self.drawing.height / 2))
        found = beyond(known, own, start, right, down)
        if found:
            self.thing = found
        elif self._view is not None or self.plan is None:
            self._view = self._from().step(right, down, *self.size)

    @property
    def _own(self) -> str:
        """The wanted counter, as the drawing names it."""
        return f"{COUNTER}{self.hall}/{floor_label(self.level)}/{self.wanted}"

    def _from(self) -> "PlanView":
        from hqguide.map.floor import fit_floor

        return self._view or fit_floor(self.ground.plans, self.building, self.level, *self.size)

    def step(self, direction: int) -> bool:
        """Choose the next counter in the picture, or the next thing where it shows none."""
        known = list(spots(self.drawing, PASSED_OVER)) if self.drawing else []
        things = [one for one in known if one.startswith(COUNTER)] or known
        if things:
            own = self.thing or self._own
            at = things.index(own) + direction if own in things else (0 if direction > 0 else -1)
            self.thing = things[at % len(things)]
        return bool(things)

    def zoom(self, steps: int, across: float = 0, down: float = 0) -> None:
        """Closer, or farther; the first time about the wanted counter."""
        from hqguide.map.floor import fit_floor

        if self.plan is None:
            self.drag(0, -steps)
            return
        view = self._from()
        if self._view is None and self.wanted and not (across or down):
            about = fit_floor(self.ground.plans, self.building, self.level, *self.size, wanted=self.wanted)
            view = type(view)(about.x, about.y, view.units_per_cell)
        self._view = view.pan(across, down).zoom(steps).pan(-across, -down)

    def drag(self, columns: int, rows: int) -> None:
        """Move the picture by so many cells."""
        self._view = self._from().pan(columns, rows if self.plan else rows / 2)

    def fit(self) -> None:
        """All of the floor."""
        self._view = None
