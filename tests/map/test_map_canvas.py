from hypothesis import given
from hypothesis import strategies as st

from hqguide.map.canvas import Canvas
from hqguide.map.drawing import Run
from hqguide.map.glyphs import ASCII_CELLS
from hqguide.text import cells, plain

dots = st.tuples(st.floats(-60, 90), st.floats(-60, 90))


def test_a_level_stroke_is_a_row_of_braille_and_of_dashes_in_ascii() -> None:
    canvas = Canvas(4, 2)
    canvas.path(((0, 0), (7, 0)), "street", "street:x")
    drawing = canvas.drawing()
    assert drawing.rows == ((Run("⠉⠉⠉⠉", "street"),), (Run("    ", ""),))
    assert canvas.drawing(ascii=True).text() == "----\n"
    assert drawing.at(3, 0) == "street:x"
    assert drawing.at(3, 1) is None


def test_an_outline_comes_back_to_its_start() -> None:
    canvas = Canvas(3, 2)
    canvas.path(((0, 0), (5, 0), (5, 7), (0, 7), (0, 0)), "footprint")
    assert canvas.drawing().text() == "⡏⠉⢹\n⣇⣀⣸"
    assert canvas.drawing(ascii=True).text() == "+-+\n+-+"


def test_ascii_strokes_use_seven_signs_and_the_blank() -> None:
    assert set(ASCII_CELLS) == set(" .-|/\\+#")
    assert [ASCII_CELLS[bits] for bits in (0x47, 0x09, 0x01, 0xFF, 0x83, 0x58)] == [
        "|",
        "-",
        ".",
        "#",
        "\\",
        "/",
    ]


def test_every_second_dot_is_left_out_of_a_dotted_stroke() -> None:
    canvas = Canvas(4, 1)
    canvas.path(((0, 0), (7, 0)), "path", gap=2)
    assert canvas.drawing().text() == "⠁⠁⠁⠁"


def test_dots_of_two_strokes_that_meet_keep_one_rhythm_either_way_round() -> None:
    there, back = Canvas(6, 3), Canvas(6, 3)
    there.path(((0, 0), (11, 5)), "path", gap=3)
    back.path(((11, 0), (0, 0)), "path", gap=3)
    there.path(((0, 0), (11, 0)), "path", gap=3)
    back.path(((0, 0), (11, 5)), "path", gap=3)
    assert there.drawing().rows == back.drawing().rows


def test_the_first_stroke_gives_a_cell_its_style() -> None:
    canvas = Canvas(1, 1)
    canvas.path(((0, 0), (1, 0)), "street.primary", "street:a")
    canvas.path(((0, 3), (1, 3)), "street", "street:b")
    assert canvas.drawing().rows == ((Run("⣉", "street.primary"),),)
    assert canvas.drawing().at(0, 0) == "street:a"


def test_words_win_over_strokes_and_a_wide_character_is_never_halved() -> None:
    canvas = Canvas(5, 1)
    canvas.path(((0, 0), (9, 0)), "street")
    canvas.write(0, 0, "赛格广", "label", "hall")
    assert canvas.drawing().rows == ((Run("赛格", "label"), Run("⠉", "street")),)
    canvas.write(1, 0, "ab", "mark")
    assert canvas.drawing().text() == " ab ⠉"
    canvas.write(-1, 0, "广x", "label")
    assert canvas.drawing().text() == " xb ⠉"


def test_a_combining_mark_stays_with_its_letter_and_rows_outside_are_left_off() -> None:
    canvas = Canvas(3, 1)
    canvas.write(0, 0, "e\u0301a", "label")
    canvas.write(0, 5, "lost", "label")
    assert canvas.drawing().text() == "e\u0301a"


def test_strokes_are_counted_by_cell_inside_the_picture_only() -> None:
    canvas = Canvas(5, 2)
    canvas.path(((2, 0), (5, 0)), "street")
    assert [canvas.strokes(column, 0, 2) for column in (-4, -1, 0, 1, 2, 4, 9)] == [0, 0, 1, 2, 1, 0, 0]
    assert canvas.strokes(0, -1, 5) == canvas.strokes(0, 1, 5) == canvas.strokes(0, 2, 5) == 0


@given(dots, dots, st.integers(1, 4), st.integers(0, 30), st.integers(0, 12))
def test_strokes_from_anywhere_stay_inside_and_rows_keep_their_width(
    start: tuple[float, float], end: tuple[float, float], gap: int, width: int, height: int
) -> None:
    canvas = Canvas(width, height)
    canvas.path((start, end), "street", gap=gap)
    rows = canvas.drawing().rows
    assert [sum(len(run.text) for run in row) for row in rows] == [width] * height


@given(st.tuples(st.integers(0, 39), st.integers(0, 39)), st.tuples(st.integers(0, 39), st.integers(0, 39)))
def test_a_stroke_sets_the_dots_nearest_to_the_line_as_slow_arithmetic_has_it(
    start: tuple[int, int], end: tuple[int, int]
) -> None:
    canvas = Canvas(20, 10)
    canvas.path((start, end), "street")
    found = lit(canvas)
    steps = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
    assert {start, end} <= found
    assert len(found) == steps + 1
    for x, y in found:
        away = (end[0] - start[0]) * (y - start[1]) - (end[1] - start[1]) * (x - start[0])
        assert abs(away) <= steps * 0.5000001


def lit(canvas: Canvas) -> set[tuple[int, int]]:
    """Dots set, read back from the braille."""
    order = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))
    lines = ["".join(run.text for run in row) for row in canvas.drawing().rows]
    return {
        (2 * column + x, 4 * row + y)
        for row, line in enumerate(lines)
        for column, char in enumerate(line)
        if char != " "
        for bit, (x, y) in enumerate(order)
        if (ord(char) - 0x2800) >> bit & 1
    }


@given(
    st.lists(
        st.tuples(st.integers(-5, 20), st.integers(-1, 3), st.text("a赛é\u0301 格ー", max_size=8)), max_size=8
    )
)
def test_words_written_anywhere_keep_every_row_at_its_width(words: list[tuple[int, int, str]]) -> None:
    canvas = Canvas(16, 3)
    for column, row, text in words:
        canvas.write(column, row, plain(text), "label")
    assert [sum(cells(run.text) for run in row) for row in canvas.drawing().rows] == [16, 16, 16]
