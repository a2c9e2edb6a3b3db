"""Lines of runs keep their text and their width."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from hqguide.tui.runs import cut, ink, pad, spread, width_of, wrap

TEXT = st.text(alphabet="ab [/]华强电é1", max_size=40)
LINES = st.lists(st.tuples(TEXT, st.sampled_from(["", "dim"])), max_size=4).map(tuple)


def words_of(line: tuple[tuple[str, str], ...]) -> str:
    return "".join(text for text, _ in line)


@given(LINES, st.integers(1, 60))
def test_a_cut_line_never_exceeds_its_width(line: tuple[tuple[str, str], ...], width: int) -> None:
    assert width_of(cut(line, width)) <= width


@given(LINES, st.integers(100, 400))
def test_a_line_that_fits_is_not_cut(line: tuple[tuple[str, str], ...], width: int) -> None:
    if width_of(line) <= width:
        assert cut(line, width) == line


@given(LINES, st.integers(1, 60))
def test_a_padded_line_has_exactly_its_width(line: tuple[tuple[str, str], ...], width: int) -> None:
    assert width_of(pad(line, width)) == width


@given(LINES, LINES, st.integers(2, 60))
def test_a_spread_line_has_exactly_its_width(
    left: tuple[tuple[str, str], ...], right: tuple[tuple[str, str], ...], width: int
) -> None:
    assert width_of(spread(left, right, width)) == width


@given(LINES, st.integers(4, 60), st.integers(0, 2))
def test_wrapping_loses_nothing_but_blanks_and_keeps_the_width(
    line: tuple[tuple[str, str], ...], width: int, indent: int
) -> None:
    lines = wrap(line, width, indent)
    assert "".join("".join(words_of(one).split()) for one in lines) == "".join(words_of(line).split())
    assert all(cell_len(words_of(one)) <= width for one in lines)


def test_later_lines_start_under_the_indent() -> None:
    assert [words_of(one) for one in wrap((("one two three", ""),), 7, 2)] == ["one two", "  three"]


def test_han_text_breaks_between_characters() -> None:
    assert [words_of(one) for one in wrap((("华强北电子", ""),), 4)] == ["华强", "北电", "子"]


def test_control_characters_never_become_runs() -> None:
    assert ink("a\x1b[2Jb\r\nc\u202ed")[0] == "a[2Jb  cd"
