"""The floors of a hall as a stack: choose one, read what is on it, go there."""

from typing import TYPE_CHECKING

from hqguide.market.model import Building, floor_label
from hqguide.tui.faces.hall import hall_lines
from hqguide.tui.faces.spotcard import spot_lines
from hqguide.tui.nearby import toward
from hqguide.tui.runs import Line
from hqguide.tui.scenes.scene import FLOOR, Scene
from hqguide.tui.spot import Spot
from hqguide.tui.visit import Visit

if TYPE_CHECKING:
    from hqguide.guide import Guide
    from hqguide.map.drawing import Drawing


class BuildingScene(Scene):
    """One hall. ``level`` is the chosen floor, the lowest above ground at first; ``None`` without floors."""

    def __init__(self, visit: Visit, guide: "Guide", building: Building, level: int | None = None) -> None:
        super().__init__(visit, guide)
        self.building = building
        self.levels = sorted(floor.level for floor in building.floors)
        self._ground = next((one for one in self.levels if one > 0), next(iter(self.levels), None))
        self.level = level if level is not None else self._ground
        self.thing = self._thing()

    def _thing(self) -> str:
        if self.level is None:
            return self.building.id
        return f"{FLOOR}{self.building.id}/{floor_label(self.level)}"

    @property
    def hall(self) -> str:
        """The hall that is shown."""
        return self.building.id

    def paint(self, width: int, height: int) -> "Drawing":
        """The stack with the chosen floor marked."""
        from hqguide.map.building import draw_building

        look = self.look
        return draw_building(
            self.ground.market,
            self.building,
            width,
            height,
            chosen=self.level,
            language=look.language,
            ascii=look.ascii,
        )

    def card(self, width: int) -> list[Line]:
        """The chosen floor, here or in a joined hall; else the hall."""
        place = (self.thing or self.building.id).removeprefix(FLOOR)
        near = toward(self.visit.here, self.ground.market, self.building.id)

        def lines() -> list[Line]:
            card = self.guide.show(place)
            draw = spot_lines if card.floor else hall_lines
            return draw(card, width, self.look, near=near)

        return self.or_trouble(lines, width)

    def inside(self) -> Spot | None:
        """The chosen floor."""
        spot = self.floor_spot(self.thing) or self.floor_spot(self._thing())
        return spot if spot and spot.level is not None else None

    def pick(self, thing: str | None) -> None:
        """Choose a floor of the stack, one joined to it, or the hall."""
        spot = self.floor_spot(thing)
        if spot and spot.hall == self.building.id and spot.level is not None:
            self.level = spot.level
        self.thing = thing or self._thing()

    def move(self, right: int, down: int) -> None:
        """Up or down the stack."""
        if down:
            self._climb(-down)

    def step(self, direction: int) -> bool:
        """The floor above, or below."""
        return self._climb(direction)

    def zoom(self, steps: int, across: float = 0, down: float = 0) -> None:
        """The wheel and the keys to zoom go up and down the stack."""
        self._climb(steps)

    def drag(self, columns: int, rows: int) -> None:
        """The stack stays where it is."""

    def fit(self) -> None:
        """Back to the ground floor."""
        self.level = self._ground
        self.thing = self._thing()

    def _climb(self, floors: int) -> bool:
        if not self.levels:
            return False
        at = self.levels.index(self.level) if self.level in self.levels else 0
        self.level = self.levels[min(max(at + floors, 0), len(self.levels) - 1)]
        self.thing = self._thing()
        return True
