"""Lines to read: a card, a notice, the help; wrapped to the width and scrolled."""

from collections.abc import Callable, Sequence

from textual.geometry import Size

from hqguide.tui.runs import EMPTY, Line
from hqguide.tui.widgets.scrolled import Scrolled

Draw = Callable[[int], Sequence[Line]]


def nothing(_width: int) -> Sequence[Line]:
    """An empty page."""
    return ()


class Page(Scrolled, can_focus=False):
    """Lines drawn for the width there is."""

    DEFAULT_CSS = """
    Page { height: 1fr; padding: 0 2; background: $surface; }
    """

    def __init__(self, draw: Draw = nothing, ident: str | None = None) -> None:
        super().__init__(ident)
        self._draw = draw
        self._lines: Sequence[Line] = ()

    @property
    def beyond(self) -> bool:
        """Whether there is more than fits."""
        return self.virtual_size.height > self.size.height

    def show(self, draw: Draw) -> None:
        """Show other lines, from the top."""
        self._draw = draw
        self.drawn_width = -1
        self.fit()
        self.show_top()
        self.show_changes()

    def line_at(self, at: int) -> tuple[Line, str]:
        """The line ``at``, drawn for the width there is."""
        return (self._lines[at] if at < len(self._lines) else EMPTY), ""

    def on_resize(self) -> None:
        """Draw the lines anew for a new width."""
        self.fit()
        self.stay_within()

    def lay_out(self, width: int) -> None:
        """Draw the lines for ``width`` columns."""
        self._lines = tuple(self._draw(max(width, 1)))
        self.virtual_size = Size(width, len(self._lines))
