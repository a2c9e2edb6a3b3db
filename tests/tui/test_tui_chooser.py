"""The list of rows: moving, paging, scrolling, what is in sight."""

from textual.app import App, ComposeResult

from hqguide.tui.look import Look
from hqguide.tui.runs import Line
from hqguide.tui.widgets.chooser import Chooser, Row
from tests.tui.seeing import row_of, screen_text


class ChooserApp(App[None]):
    """A list of fifty rows of two lines; every fifth is a heading."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield Chooser(Look())

    def on_mount(self) -> None:
        rows = [Row(f"row{n}", lambda _width, n=n: draw(n), n % 5 != 0) for n in range(50)]  # type: ignore[misc]
        self.query_one(Chooser).show(rows, Look())
        self.query_one(Chooser).focus()

    def on_chooser_highlighted(self, event: Chooser.Highlighted) -> None:
        self.seen.append(event.key)

    def on_chooser_chosen(self, event: Chooser.Chosen) -> None:
        self.chosen.append(event.key)


def draw(number: int) -> list[Line]:
    return [((f"first {number}.", ""),), ((f"second {number}.", ""),)]


async def test_the_highlight_moves_over_headings_and_stays_in_sight() -> None:
    app = ChooserApp()
    async with app.run_test(size=(40, 10)) as pilot:
        chooser = app.query_one(Chooser)
        assert chooser.key == "row1"
        await pilot.press("down", "down", "j", "down")
        assert chooser.key == "row6"
        await pilot.pause()
        assert "second 6." in screen_text(app)
        await pilot.press("k")
        assert chooser.key == "row4"
        await pilot.press("pagedown")
        assert chooser.key == "row8"
        await pilot.press("G")
        await pilot.pause()
        assert chooser.key == "row49"
        assert "second 49." in screen_text(app)
        await pilot.press("pageup", "g")
        await pilot.pause()
        assert chooser.key == "row1"
        assert "first 0." in screen_text(app)
        assert app.seen[:2] == ["row1", "row2"]


async def test_clicks_highlight_and_double_clicks_choose_but_headings_do_neither() -> None:
    app = ChooserApp()
    async with app.run_test(size=(40, 12)) as pilot:
        chooser = app.query_one(Chooser)
        await pilot.click(offset=(5, row_of(app, "second 3.")))
        assert chooser.key == "row3"
        assert app.chosen == []
        await pilot.click(offset=(5, row_of(app, "first 2.")), times=2)
        await pilot.pause()
        assert app.chosen == ["row2"]
        await pilot.click(offset=(5, row_of(app, "first 0.")), times=2)
        assert chooser.key == "row2"


async def test_a_list_without_rows_has_no_key_and_takes_keys_in_peace() -> None:
    app = ChooserApp()
    async with app.run_test(size=(40, 12)) as pilot:
        chooser = app.query_one(Chooser)
        chooser.show((), Look())
        await pilot.press("down", "G", "pageup")
        await pilot.click(offset=(5, 5))
        assert chooser.key == ""
        assert screen_text(app).strip() == ""


async def test_a_kept_row_stays_highlighted_and_in_sight_when_rows_change() -> None:
    app = ChooserApp()
    async with app.run_test(size=(40, 10)) as pilot:
        chooser = app.query_one(Chooser)
        chooser.show(chooser._rows, Look(), keep="row33")
        await pilot.pause()
        assert chooser.key == "row33"
        assert "second 33." in screen_text(app)
        await pilot.resize_terminal(30, 6)
        await pilot.pause()
        assert "second 33." in screen_text(app)
