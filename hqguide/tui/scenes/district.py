"""The district: streets and halls, where the reader is, the walk, halls shaded by evidence."""

from typing import TYPE_CHECKING

from hqguide.tui.faces.hall import hall_lines, thing_lines
from hqguide.tui.faces.herecard import here_lines, hint_lines
from hqguide.tui.nearby import HERE, here_mark, toward, words_of
from hqguide.tui.picture import corners, fitted, hall_marks, picture, place_marks, view_of, walk_points
from hqguide.tui.runs import Line
from hqguide.tui.scenes.scene import Scene
from hqguide.tui.spot import Spot, spot_of
from hqguide.tui.visit import Visit

if TYPE_CHECKING:
    from hqguide.guide import Guide
    from hqguide.map.drawing import Drawing
    from hqguide.map.marks import Mark
    from hqguide.map.view import View
    from hqguide.market.whereabouts import Here


class DistrictScene(Scene):
    """Keeps its view while halls are visited; ``aim`` looks elsewhere."""

    def __init__(self, visit: Visit, guide: "Guide") -> None:
        super().__init__(visit, guide)
        self._view: View | None = None
        self._place = ""
        self._asked: Here | None = None

    @property
    def view(self) -> "View | None":
        """The piece of ground shown, once it is drawn."""
        return self._view

    def aim(self, place: str) -> None:
        """Mark the hall of ``place`` and look there; for an empty place at the walk, or at everything."""
        self.choose(place)
        self._view = None

    def aim_here(self) -> None:
        """Look where the reader is."""
        self.pick(HERE)
        self._view = None

    def aim_at(self, asked: "Here") -> None:
        """Mark and show a point that is no hall: a station, coordinates."""
        self.pick(f"station:{asked.station}" if asked.station else None)
        self._asked, self._view = asked, None

    def choose(self, place: str) -> None:
        """Mark the hall of ``place``; the view stays."""
        self.thing, self._place, self._asked = place.partition("/")[0] or None, place, None

    def pick(self, thing: str | None) -> None:
        """Choose a hall, a station, a street or where the reader is."""
        self.choose(thing if thing and ":" not in thing and thing != HERE else "")
        self.thing = thing

    @property
    def hall(self) -> str:
        """The chosen hall."""
        return self.thing if self.thing in self.ground.market.by_id and self.thing else ""

    def paint(self, width: int, height: int) -> "Drawing":
        """The view, the walk's when nothing is chosen, at first the whole district."""
        marks, stops = self.marks(), self._stops()
        path = walk_points(self.visit.walk) if stops and self.visit.walk else ()
        here = here_mark(self.visit.here, self.look)
        if self._view is None:
            points = [(one.lat, one.lon) for one in (*marks, *stops)] + list(path)
            if self.thing == HERE:
                points += [point for one in here for point in corners(one)]
            elif marks:
                points += [(one.lat, one.lon) for one in here]
            shaded = hall_marks(self.ground.market, self.visit.shade, self.look)
            points = points or [(one.lat, one.lon) for one in shaded]
            self._view = view_of(self.ground, width, height, points)
        return picture(
            self.ground,
            self._view,
            width,
            height,
            self.look,
            [*marks, *here],
            stops,
            path,
            self.visit.shade,
        )

    def marks(self) -> "list[Mark]":
        """The chosen hall, or the point asked for, when its position is known."""
        if self._asked is not None and self._asked.position is not None:
            from hqguide.map.marks import Mark

            at = self._asked.position
            return [Mark(at.lat, at.lon, words_of(self._asked, self.look), self.thing, at.accuracy_m)]
        return place_marks(self.ground.market, self._place, self.look) if self.hall else []

    def _stops(self) -> "list[Mark]":
        if self.visit.walk is None or not self.visit.show_walk:
            return []
        return hall_marks(self.ground.market, (stop.building for stop in self.visit.walk.stops), self.look)

    def card(self, width: int) -> list[Line]:
        """The hall's card, a station's exits, a street's name, the reader's whereabouts, or hints."""
        if self.thing is None:
            return hint_lines(self.visit, width)
        if self.thing == HERE:
            return here_lines(self.visit.here, self.guide.near_here(), width, self.look)
        if not self.hall:
            return thing_lines(self.thing, self.ground.district, width)
        near = toward(self.visit.here, self.ground.market, self.hall)
        return self.or_trouble(
            lambda: hall_lines(self.guide.show(self.hall), width, self.look, near=near), width
        )

    def inside(self) -> Spot | None:
        """The chosen hall, on the floor that was asked for."""
        return spot_of(self.ground.market, self._place) if self.hall else None

    def move(self, right: int, down: int) -> None:
        """Pan by a quarter of the picture."""
        if self._view is not None:
            self._view = self._view.step(right, down, *self.size)

    def zoom(self, steps: int, across: float = 0, down: float = 0) -> None:
        """Closer, or farther; what is so many cells from the middle stays where it is."""
        if self._view is not None:
            self._view = self._view.pan(across, down).zoom(steps).pan(-across, -down)

    def drag(self, columns: int, rows: int) -> None:
        """Pan by so many cells."""
        if self._view is not None:
            self._view = self._view.pan(columns, rows)

    def fit(self) -> None:
        """The whole district, or the whole walk when its stops are shown."""
        points = [(stop.lat, stop.lon) for stop in self._stops()]
        self._view = fitted(self.ground, *self.size, points)

    def step(self, direction: int) -> bool:
        """Choose the next hall in the picture, in the order of the pack: the chief ones first."""
        if self.drawing is None:
            return False
        seen = {self.drawing.things[owner] for owner in set(self.drawing.owners)}
        halls = [building.id for building in self.ground.market.buildings if building.id in seen]
        if halls:
            at = halls.index(self.hall) + direction if self.hall in halls else (0 if direction > 0 else -1)
            self.pick(halls[at % len(halls)])
        return bool(halls)
