"""What every level of the map can do: draw itself, tell of what is chosen, move, step, go in."""

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from hqguide.errors import GuideError
from hqguide.tui.ground import Ground, ground_of
from hqguide.tui.look import Look
from hqguide.tui.runs import Line, ink, wrap
from hqguide.tui.spot import Spot, spot_of
from hqguide.tui.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Callable

    from hqguide.guide import Guide
    from hqguide.map.drawing import Drawing

FLOOR = "floor:"


class Scene(ABC):
    """A level of the map. ``thing`` is what is chosen on it, as :meth:`Drawing.at` names things."""

    def __init__(self, visit: Visit, guide: "Guide") -> None:
        self.visit, self.guide = visit, guide
        self.thing: str | None = None
        self.drawing: Drawing | None = None

    @property
    def look(self) -> Look:
        """The language and glyphs to draw with."""
        return self.visit.look

    @property
    def ground(self) -> Ground:
        """What maps are drawn from."""
        return ground_of(self.guide)

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows of the picture on the screen."""
        return (self.drawing.width, self.drawing.height) if self.drawing else (80, 17)

    def draw(self, width: int, height: int) -> "Drawing":
        """The picture on ``width`` by ``height`` cells."""
        self.drawing = self.paint(width, height)
        return self.drawing

    @abstractmethod
    def paint(self, width: int, height: int) -> "Drawing":
        """The picture anew."""

    @abstractmethod
    def card(self, width: int) -> list[Line]:
        """What is known of the chosen thing."""

    @property
    @abstractmethod
    def hall(self) -> str:
        """The hall that is shown or chosen, if any."""

    @abstractmethod
    def inside(self) -> Spot | None:
        """Where going in leads; ``None`` when nothing chosen can be entered."""

    @abstractmethod
    def move(self, right: int, down: int) -> None:
        """One step by an arrow key."""

    @abstractmethod
    def step(self, direction: int) -> bool:
        """Choose the next thing, or the one before; whether there is any."""

    def pick(self, thing: str | None) -> None:
        """Choose what was clicked."""
        self.thing = thing

    @abstractmethod
    def zoom(self, steps: int, across: float = 0, down: float = 0) -> None:
        """Closer, or farther; what is so many cells from the middle stays where it is."""

    @abstractmethod
    def drag(self, columns: int, rows: int) -> None:
        """Move the picture by so many cells."""

    @abstractmethod
    def fit(self) -> None:
        """Show all there is."""

    def floor_spot(self, thing: str | None) -> Spot | None:
        """The floor a thing of a drawing names."""
        return spot_of(self.ground.market, thing.removeprefix(FLOOR)) if thing else None

    def or_trouble(self, lines: "Callable[[], list[Line]]", width: int) -> list[Line]:
        """``lines``, or why there are none."""
        try:
            return lines()
        except GuideError as error:
            return [part for text in str(error).splitlines() for part in wrap((ink(text, "warn"),), width)]
