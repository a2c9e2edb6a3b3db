"""One line of parts that can be clicked: the tabs at the top, the keys at the bottom."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from hqguide.tui.runs import Run, cut, width_of
from hqguide.tui.widgets.paint import Painted


class Part(NamedTuple):
    """Some runs and the Textual action a click on them does; no action for mere words."""

    runs: tuple[Run, ...]
    action: str = ""


class Bar(Painted):
    """Parts side by side, those of ``right`` at the right end.

    What has no room is left off whole; then ``more``, which leads to the rest, stands before the right end.
    """

    DEFAULT_CSS = """
    Bar { height: 1; background: $panel; }
    """

    class Pressed(Message):
        """A part was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, ident: str | None = None) -> None:
        super().__init__(id=ident)
        self._left: tuple[Part, ...] = ()
        self._right: tuple[Part, ...] = ()
        self._more: Part | None = None

    def show(self, left: Sequence[Part], right: Sequence[Part] = (), more: Part | None = None) -> None:
        """Show other parts."""
        shown = (tuple(left), tuple(right), more)
        if shown != (self._left, self._right, self._more):
            self._left, self._right, self._more = shown
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line."""
        return 1

    def render_line(self, y: int) -> Strip:
        """The whole bar is one strip."""
        runs = [run for part in self._placed(self.size.width) for run in part.runs]
        return self.strip(cut(runs, self.size.width, ""), self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Say which part was clicked."""
        spot, column = event.get_content_offset(self), 0
        for part in self._placed(self.size.width):
            column += width_of(part.runs)
            if spot is not None and spot.x < column:
                if part.action:
                    self.post_message(self.Pressed(part.action))
                return

    def _placed(self, width: int) -> list[Part]:
        right = sum(width_of(part.runs) for part in self._right)
        room = width - right
        if room < 0:
            right, room = 0, width
        left: list[Part] = []
        for part in self._left:
            size = width_of(part.runs)
            if size > room and left:
                break
            # The first part gives way rather than vanish.
            left.append(part if size <= room else Part(cut(part.runs, room, ""), part.action))
            size = min(size, room)
            room -= size
        end = list(self._right)
        if self._more is not None and len(left) < len(self._left):
            size = width_of(self._more.runs)
            while room < size and len(left) > 1:
                room += width_of(left.pop().runs)
            end.insert(0, self._more)
            room -= size
        gap = Part(((" " * max(room, 0), ""),))
        return [*left, gap, *end] if right else left
