"""Lines behind a window: what a change leaves as it was is not painted again, and nothing is laid out."""

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from hqguide.tui.runs import Line
from hqguide.tui.widgets.paint import Painted


class Scrolled(ScrollView, Painted):
    """Subclasses say with :meth:`line_at` what stands where, and :meth:`show_changes` when that changed.

    The bar is painted over the last column, which is left free for it, because a scrollbar of Textual's is
    a widget that is laid out, drawn as a whole and shown a frame later. ``scrollbar-size-vertical: 0`` says
    to go without one.
    """

    DEFAULT_CSS = "Scrolled { overflow: hidden; scrollbar-size-vertical: 1; }"

    # Textual lays the whole screen out for a new virtual size; longer lines behind a window move nothing.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    def __init__(self, ident: str | None = None) -> None:
        super().__init__(id=ident)
        self.drawn_width = -1
        self._painted: dict[int, tuple[Line, str]] = {}
        self._barred: dict[int, tuple[Strip, Strip]] = {}
        self._thumb = range(0)
        self._grip: int | None = None

    def line_at(self, at: int) -> tuple[Line, str]:
        """The line ``at`` of all lines and the ink of its ground; an empty one beyond the end."""
        raise NotImplementedError

    def lay_out(self, width: int) -> None:
        """Draw the lines anew for ``width`` columns, and tell the virtual size."""
        raise NotImplementedError

    def fit(self) -> None:
        """Lay out where the width is another than before."""
        if self.drawn_width != (width := self.scrollable_content_region.width):
            self.drawn_width = width
            self.lay_out(width)

    @property
    def allow_vertical_scroll(self) -> bool:
        """Whether there is more than fits."""
        return self.virtual_size.height > self.size.height > 0

    def render_line(self, y: int) -> Strip:
        """The strip at ``y`` of the visible part."""
        line, ground = self._painted[y] = self.line_at(y + self.scroll_offset.y)
        return self.strip(line, self.drawn_width, ground)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips in ``crop``, the bar over the last column of the widget."""
        self.fit()
        strips = super().render_lines(crop)
        self._thumb = self._thumb_now()
        if crop.right < self.outer_size.width:
            return strips
        return [
            self._with_bar(y, strip) if y in self._thumb else strip
            for y, strip in zip(crop.line_range, strips, strict=True)
        ]

    def show_changes(self) -> None:
        """Paint the visible lines that are not what they were, and the bar where it moved."""
        _, _, width, height = self.scrollable_content_region
        if height <= 0:
            # Out of sight: all of it is new when it comes back.
            self.refresh()
            return
        top = self.scroll_offset.y
        regions = [
            Region(0, y, width, 1) for y in range(height) if self._painted.get(y) != self.line_at(y + top)
        ]
        left, above = self.content_offset
        column = self.outer_size.width - 1 - left
        moved = set(self._thumb) ^ set(self._thumb_now())
        regions += [Region(column, y - above, 1, 1) for y in moved]
        if regions:
            self.refresh(*regions)

    def show_top(self) -> None:
        """Scroll to the first line."""
        if self.scroll_y or self.scroll_target_y:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def stay_within(self) -> None:
        """Scroll back to the lines there are, when they or the window changed."""
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def on_bar(self, event: events.MouseEvent) -> bool:
        """Whether the mouse is on the bar."""
        return bool(self._thumb) and event.x == self.outer_size.width - 1

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the bar, or bring it under the mouse."""
        if self.on_bar(event):
            thumb = self._thumb
            self._grip = event.y - thumb.start if event.y in thumb else len(thumb) // 2
            self.capture_mouse()
            self._drag_to(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Scroll along with the bar."""
        self._drag_to(event.y)

    def on_mouse_up(self) -> None:
        """Let go of the bar."""
        if self._grip is not None:
            self._grip = None
            self.release_mouse()
            self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Paint what is in sight now."""
        if round(old_value) != round(new_value):
            self.refresh()

    def notify_style_update(self) -> None:
        """New colours: the bar is painted anew too."""
        super().notify_style_update()
        self._barred.clear()

    def _drag_to(self, y: int) -> None:
        free = self.outer_size.height - len(self._thumb)
        if self._grip is not None and free > 0:
            goal = round((y - self._grip) / free * self.max_scroll_y)
            self.scroll_to(y=goal, animate=False, immediate=True)

    def _thumb_now(self) -> range:
        """The lines of the widget the bar covers; none when all is in sight or no bar is wanted."""
        height, total = self.outer_size.height, self.virtual_size.height
        if not (self.allow_vertical_scroll and self.styles.scrollbar_size_vertical and height):
            return range(0)
        length = max(height * self.size.height // total, 1)
        share = self.scroll_offset.y / self.max_scroll_y if self.max_scroll_y else 0
        top = round((height - length) * share)
        return range(top, top + length)

    def _with_bar(self, y: int, strip: Strip) -> Strip:
        """``strip`` under the bar; the same strip gives the same again, which Textual need not draw anew."""
        known = self._barred.get(y)
        if known is None or known[0] is not strip:
            colour = self.styles.scrollbar_color if self._grip is None else self.styles.scrollbar_color_active
            bar = Strip([Segment(" ", Style(bgcolor=colour.rich_color))], 1)
            known = self._barred[y] = strip, Strip.join([strip.crop(0, strip.cell_length - 1), bar])
        return known[1]
