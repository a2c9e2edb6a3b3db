"""Lines behind a window: what is painted for a change, and the bar in the last column."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.events import Key
from textual.screen import Screen
from textual.strip import Strip

from hqguide.tui.app import GuideApp
from hqguide.tui.look import Look
from hqguide.tui.runs import Line
from hqguide.tui.screens.find import SearchBox
from hqguide.tui.widgets.chooser import Chooser, Row
from hqguide.tui.widgets.page import Page
from tests.tui.seeing import Driver, loaded, screen_text, shows

WIDTH, HEIGHT = 40, 10


class Pages(App[None]):
    """A page of a hundred lines."""

    def compose(self) -> ComposeResult:
        yield Page(lambda _width: numbered(100))


class Rows(App[None]):
    """A list of a hundred rows."""

    def compose(self) -> ComposeResult:
        yield Chooser(Look())

    def on_mount(self) -> None:
        rows = [Row(str(n), lambda _width, n=n: numbered(1, n)) for n in range(100)]  # type: ignore[misc]
        self.query_one(Chooser).show(rows, Look())


def numbered(count: int, first: int = 0) -> Sequence[Line]:
    return [((f"line {n}.", ""),) for n in range(first, first + count)]


def bar_of(app: App[None]) -> list[int]:
    """The lines of the screen whose last cell has the colour of the bar."""
    widget = app.query_one(Page) if app.query(Page) else app.query_one(Chooser)
    colour = widget.styles.scrollbar_color.rich_color
    last: list[Segment] = [list(strip)[-1] for strip in app.screen._compositor.render_strips()]
    return [y for y, cell in enumerate(last) if cell.style and cell.style.bgcolor == colour]


async def test_the_bar_says_where_one_reads_and_follows_the_wheel_and_the_keys() -> None:
    app = Pages()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        assert bar_of(app) == [0]
        page = app.query_one(Page)
        page.scroll_to(y=page.max_scroll_y, animate=False)
        await pilot.pause()
        assert bar_of(app) == [HEIGHT - 1]
        assert "line 99." in screen_text(app)


async def test_lines_that_all_fit_have_no_bar_and_leave_the_text_its_width() -> None:
    app = Pages()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        page = app.query_one(Page)
        width = page.drawn_width
        page.show(lambda _width: numbered(3))
        await pilot.pause()
        assert bar_of(app) == []
        assert page.drawn_width == width
        assert not page.allow_vertical_scroll


async def test_the_bar_is_dragged_with_the_mouse() -> None:
    app = Pages()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.mouse_down(offset=(WIDTH - 1, 0))
        await pilot.hover(offset=(WIDTH - 1, 5))
        await pilot.pause()
        assert app.query_one(Page).scroll_offset.y == 50
        await pilot.mouse_up(offset=(WIDTH - 1, 5))
        await pilot.hover(offset=(WIDTH - 1, 0))
        await pilot.pause()
        assert app.query_one(Page).scroll_offset.y == 50


async def test_a_click_on_the_bar_scrolls_and_chooses_nothing() -> None:
    app = Rows()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.click(offset=(WIDTH - 1, HEIGHT - 1))
        await pilot.pause()
        assert app.query_one(Chooser).key == "0"
        assert "line 99." in screen_text(app)


async def test_lines_shown_while_out_of_sight_are_there_when_it_comes_back() -> None:
    app = Pages()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        page = app.query_one(Page)
        page.display = False
        await pilot.pause()
        page.show(lambda _width: numbered(2, 700))
        await pilot.pause()
        page.display = True
        await shows(pilot, "line 700.", "line 701.")
        assert "line 0." not in screen_text(app)


async def test_only_lines_that_changed_are_painted() -> None:
    app = Pages()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        page, drawn = app.query_one(Page), list[int]()
        render, page_lines = page.render_line, list(numbered(100))

        def rendered(y: int) -> Strip:
            drawn.append(y)
            return render(y)

        page.render_line = rendered  # type: ignore[method-assign]
        page_lines[3] = (("another", ""),)
        page.show(lambda _width: page_lines)
        await shows(pilot, "another")
        assert drawn == [3]


async def frames_of(pilot: Driver, keys: str) -> list[int]:
    """How often the screen is painted for each of ``keys``."""
    painted: list[int] = []
    paint = Screen._compositor_refresh

    def counted(screen: Screen[None]) -> None:
        if screen._compositor._dirty_regions:
            painted[-1] += 1
        paint(screen)

    Screen._compositor_refresh = counted  # type: ignore[method-assign, assignment]
    try:
        for key in keys:
            painted.append(0)
            await pilot.press(key)
            await pilot.pause(0.05)
    finally:
        Screen._compositor_refresh = paint  # type: ignore[method-assign]
    return painted


async def test_a_key_its_rows_and_its_card_are_one_frame(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot, app)
        await pilot.pause(0.2)
        assert await frames_of(pilot, "resistor") == [1] * len("resistor")
        assert "3 places" in screen_text(app)


async def test_keys_that_wait_together_are_answered_once(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot, app)
        await pilot.pause(0.2)
        asked = app.visit.guide.asked  # type: ignore[union-attr]
        asked.clear()
        for key in "resistor":
            app.query_one(SearchBox).post_message(Key(key, key))
        await shows(pilot, "3 places")
        assert asked == ["resistor"]
