"""A list of drawn rows with one highlighted: results, shopping items, the stops of a walk."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from hqguide.tui.look import Look
from hqguide.tui.runs import EMPTY, Line
from hqguide.tui.widgets.scrolled import Scrolled

GUTTER = 2


class Row(NamedTuple):
    """One row: ``draw`` gives its lines for a width; one that cannot be chosen is passed over.

    ``tall`` tells how many lines that are, where it is known before drawing.
    """

    key: str
    draw: Callable[[int], Sequence[Line]]
    choosable: bool = True
    tall: Callable[[int], int] | None = None


class Chooser(Scrolled, can_focus=True):
    """Rows of any height, drawn line by line; only what is in sight is painted."""

    BINDINGS = [  # noqa: RUF012 - Textual declares it a class variable
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home,g", "edge(-1)", "First", show=False),
        Binding("end,G", "edge(1)", "Last", show=False),
    ]
    DEFAULT_CSS = """
    Chooser { height: 1fr; background: $background; }
    """

    cursor: reactive[int] = reactive(-1, init=False, repaint=False)

    class Highlighted(Message):
        """The highlight moved to the row called ``key``; empty when there is none."""

        def __init__(self, chooser: "Chooser", key: str) -> None:
            super().__init__()
            self.chooser, self.key = chooser, key

        @property
        def control(self) -> "Chooser":
            """The list it happened in."""
            return self.chooser

    class Chosen(Highlighted):
        """The row called ``key`` was clicked twice."""

    def __init__(self, look: Look, ident: str | None = None) -> None:
        super().__init__(ident)
        self.look = look
        self._rows: tuple[Row, ...] = ()
        self._drawn: dict[int, Sequence[Line]] = {}
        self._starts: list[int] = []
        self._height = 0

    @property
    def key(self) -> str:
        """The key of the highlighted row, empty when there is none."""
        return self._rows[self.cursor].key if 0 <= self.cursor < len(self._rows) else ""

    def show(self, rows: Sequence[Row], look: Look, keep: str = "") -> None:
        """Show ``rows`` from the top, or from the row called ``keep`` when it is among them."""
        self._rows, self.look = tuple(rows), look
        kept = next((i for i, row in enumerate(rows) if keep and row.key == keep and row.choosable), None)
        first = next((i for i, row in enumerate(rows) if row.choosable), -1)
        self.set_reactive(Chooser.cursor, first if kept is None else kept)
        self.drawn_width = -1
        self.fit()
        if kept is None:
            self.show_top()
        else:
            self._reveal()
        self.show_changes()
        self.post_message(self.Highlighted(self, self.key))

    def line_at(self, at: int) -> tuple[Line, str]:
        """The line ``at`` of all rows, behind the mark of the highlighted one."""
        if at >= self._height:
            return EMPTY, ""
        index = self._row_at(at)
        line = self._lines(index)[at - self._starts[index]]
        if index != self.cursor:
            return ((" " * GUTTER, ""), *line), ""
        mark = (f"{self.look.pointer} ", "gold.bold" if self.has_focus else "faint")
        return (mark, *line), "row" if self.has_focus else "rest"

    def watch_cursor(self) -> None:
        """Keep the highlighted row in sight and tell who listens."""
        self._reveal()
        self.show_changes()
        self.post_message(self.Highlighted(self, self.key))

    def on_resize(self) -> None:
        """Draw the rows anew for the new width."""
        self.fit()
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """Highlight the row under the mouse; a double click chooses it."""
        spot = event.get_content_offset(self)
        at = spot.y + self.scroll_offset.y if spot else self._height
        if self.on_bar(event) or at >= self._height or not self._rows[self._row_at(at)].choosable:
            return
        self.cursor = self._row_at(at)
        if event.chain == 2:
            self.post_message(self.Chosen(self, self.key))

    def on_focus(self) -> None:
        """Paint the highlight as the active one."""
        self.show_changes()

    def on_blur(self) -> None:
        """Paint the highlight as a resting one."""
        self.show_changes()

    def action_move(self, steps: int) -> None:
        """Highlight the next row that can be chosen, up or down."""
        index = self.cursor + steps
        while 0 <= index < len(self._rows):
            if self._rows[index].choosable:
                self.cursor = index
                return
            index += steps
        self.scroll_relative(y=steps, animate=False)

    def action_page(self, direction: int) -> None:
        """Move the highlight by the height of the list."""
        if not 0 <= self.cursor < len(self._rows):
            return
        goal = self._starts[self.cursor] + direction * max(self.scrollable_content_region.height - 1, 1)
        within = [
            index
            for index, row in enumerate(self._rows)
            if row.choosable
            and (index - self.cursor) * direction > 0
            and (self._starts[index] - goal) * direction <= 0
        ]
        if within:
            self.cursor = within[-1 if direction > 0 else 0]
        else:
            self.action_move(direction)

    def action_edge(self, direction: int) -> None:
        """Highlight the first or the last row."""
        able = [index for index, row in enumerate(self._rows) if row.choosable]
        if able:
            self.cursor = able[0 if direction < 0 else -1]
        self.scroll_to(y=0 if direction < 0 else self.virtual_size.height, animate=False)

    def lay_out(self, width: int) -> None:
        """Find where every row starts; rows that tell their height are drawn when they come in sight."""
        self._drawn, self._starts, self._height = {}, [], 0
        for index, row in enumerate(self._rows):
            self._starts.append(self._height)
            self._height += row.tall(self._room) if row.tall else len(self._lines(index))
        self.virtual_size = Size(width, self._height)

    @property
    def _room(self) -> int:
        return max(self.drawn_width - GUTTER - 1, 1)

    def _lines(self, index: int) -> Sequence[Line]:
        if index not in self._drawn:
            self._drawn[index] = self._rows[index].draw(self._room)
        return self._drawn[index]

    def _row_at(self, line: int) -> int:
        return bisect_right(self._starts, line) - 1

    def _reveal(self) -> None:
        self.stay_within()
        if not 0 <= self.cursor < len(self._starts) or self.size.height <= 0:
            return
        top = self._starts[self.cursor]
        ends = [*self._starts[1:], self._height]
        bottom = ends[self.cursor]
        height = max(self.scrollable_content_region.height, 1)
        now = self.scroll_offset.y
        if top < now:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif bottom > now + height:
            self.scroll_to(y=min(bottom - height, top), animate=False, immediate=True)
