"""The list draws what is in sight, and a key is answered with few frames."""

from textual.app import App, ComposeResult

from hqguide.tui.look import Look
from hqguide.tui.runs import Line, ink
from hqguide.tui.widgets.chooser import Chooser, Row

ROWS = 500
VISIBLE = 24


class Rows(App[None]):
    """Rows that say when they are drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[int] = []

    def compose(self) -> ComposeResult:
        yield Chooser(Look(), ident="rows")

    def row(self, number: int) -> Row:
        def draw(width: int) -> list[Line]:
            self.drawn.append(number)
            return [(ink(f"row {number}"),), (ink("second line"),)]

        return Row(str(number), draw, tall=lambda width: 2)


async def test_rows_that_tell_their_height_are_drawn_only_in_sight() -> None:
    app = Rows()
    async with app.run_test(size=(80, VISIBLE)) as pilot:
        rows = app.query_one(Chooser)
        rows.show([app.row(number) for number in range(ROWS)], Look())
        await pilot.pause()
        assert rows.virtual_size.height == 2 * ROWS
        assert set(app.drawn) == set(range(VISIBLE // 2))


async def test_the_last_row_is_reached_and_drawn() -> None:
    app = Rows()
    async with app.run_test(size=(80, VISIBLE)) as pilot:
        rows = app.query_one(Chooser)
        rows.focus()
        rows.show([app.row(number) for number in range(ROWS)], Look())
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause(0.1)
        assert rows.key == str(ROWS - 1)
        assert ROWS - 1 in app.drawn
        assert ROWS // 2 not in app.drawn
