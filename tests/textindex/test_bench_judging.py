from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bench.synthetic_judging import Neighbours

texts = st.lists(st.text("abc", min_size=1, max_size=7), min_size=1, max_size=8)


def slow(names: Sequence[str], typed: str, meant: str, slips: int) -> list[int]:
    """Every beginning of every name compared with what was typed."""
    sizes = range(max(1, len(typed) - slips), len(typed) + slips + 1)
    most = min(OSA.distance(typed, meant[:size]) for size in sizes)
    return [
        number
        for number, name in enumerate(names)
        if typed in name or any(OSA.distance(typed, name[:size]) <= most for size in sizes)
    ]


@given(texts, st.text("abc", min_size=2, max_size=7), st.integers(1, 2))
def test_right_answers_are_those_that_a_look_at_every_beginning_finds(
    names: list[str], typed: str, slips: int
) -> None:
    neighbours = Neighbours((number, name, (0,)) for number, name in enumerate(names))
    assert neighbours.as_near(typed, names[0], slips) == slow(names, typed, names[0], slips)


def test_a_slip_that_spells_the_beginning_of_another_name_means_that_one_too() -> None:
    neighbours = Neighbours([(0, "welllane", (0,)), (1, "wellnet", (0,)), (2, "goldnet", (0, 4))])
    assert neighbours.as_near("wellne", "welllane", 2) == [0, 1]
    assert neighbours.as_near("nte", "net", 1) == [2]
