"""The map on the screen: draws what the map room gives, knows what lies under the mouse."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message
from textual.strip import Strip

from hqguide.tui.widgets.paint import Painted

if TYPE_CHECKING:
    from hqguide.map.drawing import Drawing

Painter = Callable[[int, int], "Drawing"]


class MapCanvas(Painted, can_focus=True):
    """A picture of the size of the widget; its strips are kept until it is drawn anew."""

    DEFAULT_CSS = "MapCanvas { width: 1fr; height: 1fr; background: $background; }"

    class Picked(Message):
        """What was clicked, as ``Drawing.at`` names it, or ``None`` for the ground; ``twice`` to go in."""

        def __init__(self, thing: str | None, *, twice: bool = False) -> None:
            super().__init__()
            self.thing, self.twice = thing, twice

    class Wheeled(Message):
        """The wheel turned by ``steps`` over a cell."""

        def __init__(self, steps: int, column: int, row: int) -> None:
            super().__init__()
            self.steps, self.column, self.row = steps, column, row

    class Dragged(Message):
        """The picture was dragged by so many cells."""

        def __init__(self, columns: int, rows: int) -> None:
            super().__init__()
            self.columns, self.rows = columns, rows

    def __init__(self, ident: str | None = None) -> None:
        super().__init__(id=ident)
        self._painter: Painter | None = None
        self._drawing: Drawing | None = None
        self._strips: list[Strip] = []
        self._grip: tuple[int, int] | None = None
        self._moved = False

    @property
    def drawing(self) -> "Drawing | None":
        """The picture on the screen, once there is one."""
        return self._drawing

    def show(self, painter: Painter) -> None:
        """Draw with ``painter``, now and whenever the size changes."""
        self._painter = painter
        self._paint()

    def on_resize(self) -> None:
        """Draw for the new size."""
        self._paint()

    def notify_style_update(self) -> None:
        """New colours: the strips are made again."""
        super().notify_style_update()
        self._strips = []

    def render_line(self, y: int) -> Strip:
        """The strip of one row, from the kept ones."""
        if self._drawing is not None and not self._strips:
            self._strips = [self.strip(row, self.size.width) for row in self._drawing.rows]
        return self._strips[y] if y < len(self._strips) else self.strip((), self.size.width)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the picture."""
        self._grip, self._moved = (event.screen_x, event.screen_y), False
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag it along."""
        if self._grip is None:
            return
        columns, rows = self._grip[0] - event.screen_x, self._grip[1] - event.screen_y
        if columns or rows:
            self._grip, self._moved = (event.screen_x, event.screen_y), True
            self.post_message(self.Dragged(columns, rows))

    def on_mouse_up(self) -> None:
        """Let go."""
        self._grip = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Say what was clicked, unless the click ends a drag."""
        if self._drawing is not None and not self._moved:
            self.post_message(self.Picked(self._drawing.at(event.x, event.y), twice=event.chain == 2))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Closer."""
        self.post_message(self.Wheeled(1, event.x, event.y))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Farther."""
        self.post_message(self.Wheeled(-1, event.x, event.y))

    def _paint(self) -> None:
        self._strips = []
        width, height = self.size
        if self._painter is not None and width and height:
            self._drawing = self._painter(width, height)
        self.refresh()
