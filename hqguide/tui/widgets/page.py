"""Lines to read: a card, a notice, the help; wrapped to the width and scrolled."""

from collections.abc import Callable, Sequence

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from hqguide.tui.runs import Line
from hqguide.tui.widgets.paint import Painted

Draw = Callable[[int], Sequence[Line]]


def nothing(_width: int) -> Sequence[Line]:
    """An empty page."""
    return ()


class Page(ScrollView, Painted, can_focus=False):
    """Lines drawn for the width there is."""

    DEFAULT_CSS = """
    Page { height: 1fr; padding: 0 2; background: $surface; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    def __init__(self, draw: Draw = nothing, ident: str | None = None) -> None:
        super().__init__(id=ident)
        self._draw = draw
        self._lines: Sequence[Line] = ()
        self._drawn_width = -1

    @property
    def beyond(self) -> bool:
        """Whether there is more than fits."""
        return self.virtual_size.height > self.size.height

    def show(self, draw: Draw) -> None:
        """Show other lines, from the top."""
        self._draw = draw
        self._lay_out()
        self.scroll_to(y=0, animate=False, immediate=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The strip at ``y`` of the visible part."""
        width = self.scrollable_content_region.width
        if width != self._drawn_width:
            self._lay_out()
        at = y + self.scroll_offset.y
        return self.strip(self._lines[at] if at < len(self._lines) else (), width)

    def on_resize(self) -> None:
        """Draw the lines anew for the new width."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        self._drawn_width = width
        self._lines = tuple(self._draw(max(width, 1)))
        self.virtual_size = Size(width, len(self._lines))
