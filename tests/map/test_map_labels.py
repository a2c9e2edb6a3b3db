from hypothesis import given
from hypothesis import strategies as st

from hqguide.map.labels import Board, Spot, anywhere, near, shortened
from hqguide.text import cells

words = st.text("ab赛格 广", min_size=1, max_size=7)
spots = st.builds(
    Spot, st.integers(-3, 30), st.integers(-2, 9), st.lists(words, min_size=1, max_size=3).map(tuple)
)


def covered(spot: Spot, margin: int = 0) -> set[tuple[int, int]]:
    return {
        (column, row)
        for row, line in enumerate(spot.lines, spot.row)
        for column in range(spot.column - margin, spot.column + cells(line) + margin)
    }


@given(st.lists(spots, max_size=25))
def test_a_label_is_taken_exactly_when_slow_sets_say_it_is_inside_and_free(tries: list[Spot]) -> None:
    board, taken = Board(24, 8), set[tuple[int, int]]()
    inside = {(column, row) for column in range(24) for row in range(8)}
    for spot in tries:
        free = covered(spot) <= inside and not covered(spot, 1) & taken
        assert (board.place((spot,)) == spot) is free
        if free:
            taken |= covered(spot)


@given(st.integers(0, 23), st.integers(0, 7), st.integers(1, 3), st.lists(words, min_size=1, max_size=2))
def test_places_round_a_mark_never_cover_it(column: int, row: int, mark: int, lines: list[str]) -> None:
    own = {(column + step, row) for step in range(mark)}
    for spot in near(column, row, mark, lines):
        assert not covered(spot) & own
        assert [line.strip() for line in spot.lines] == [line.strip() for line in lines]


def test_the_first_place_that_is_free_is_taken() -> None:
    board = Board(10, 3)
    board.take(0, 0, 4)
    first, second = Spot(1, 0, ("ab",)), Spot(5, 0, ("ab",))
    assert board.place((first, second)) == second
    assert board.place((first, second)) is None


def test_a_label_may_touch_only_its_own_mark() -> None:
    board = Board(10, 1)
    board.take(2, 0)
    assert not board.fits(Spot(3, 0, ("ab",)))
    assert board.fits(Spot(3, 0, ("ab",)), beside=2)
    assert board.is_taken(2, 0)
    assert not board.is_taken(3, 0, 7)


def test_spare_rows_go_outwards_and_stay_inside_sideways() -> None:
    rows = list(anywhere(9, 1, ("abcd",), 10, 4))
    assert [spot.row for spot in rows] == [2, 0, 3, -1, 4, -2]
    assert {spot.column for spot in rows} == {6}


@given(st.text("ab赛格\u0301"), st.integers(0, 12))
def test_shortening_keeps_whole_characters_from_the_front(text: str, width: int) -> None:
    cut = shortened(text, width)
    assert text.startswith(cut)
    assert cells(cut) <= width
    assert cut == text or cells(text[: len(cut) + 1]) > width
