from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from hqguide.map.clip import clip

RIGHT, BOTTOM = 20.0, 12.0
numbers = st.integers(-40, 60).map(float)
segments = st.tuples(numbers, numbers, numbers, numbers)


def exact(segment: tuple[float, float, float, float]) -> tuple[Fraction, Fraction] | None:
    """Slow reference: the shares of the way at which the segment enters and leaves, in fractions."""
    x0, y0, x1, y1 = (Fraction(value) for value in segment)
    low, high = Fraction(0), Fraction(1)
    for start, step, limit in ((x0, x1 - x0, RIGHT), (y0, y1 - y0, BOTTOM)):
        if step == 0:
            if not 0 <= start <= limit:
                return None
            continue
        near, far = sorted(((0 - start) / step, (Fraction(limit) - start) / step))
        low, high = max(low, near), min(high, far)
    return (low, high) if low <= high else None


@given(segments)
def test_the_cut_is_the_part_inside_and_nothing_else(segment: tuple[float, float, float, float]) -> None:
    found, wanted = clip(segment, RIGHT, BOTTOM), exact(segment)
    assert (found is None) == (wanted is None)
    if found and wanted:
        x0, y0, x1, y1 = segment
        for at, share in ((found[:2], float(wanted[0])), (found[2:], float(wanted[1]))):
            assert abs(at[0] - (x0 + share * (x1 - x0))) < 1e-6
            assert abs(at[1] - (y0 + share * (y1 - y0))) < 1e-6


@given(st.tuples(*[st.floats(-1e9, 1e9)] * 4))
def test_the_cut_never_leaves_the_rectangle(segment: tuple[float, float, float, float]) -> None:
    found = clip(segment, RIGHT, BOTTOM)
    if found:
        assert all(0 <= x <= RIGHT for x in found[::2])
        assert all(0 <= y <= BOTTOM for y in found[1::2])


def test_a_segment_inside_is_left_alone() -> None:
    assert clip((1, 2, 3, 4), RIGHT, BOTTOM) == (1, 2, 3, 4)
