"""The inside of an outline, line by line, by the even-odd rule, which crossed outlines have too."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

Point = tuple[float, float]


def bands(outline: Sequence[Point], ys: Sequence[float]) -> list[list[tuple[float, float]]]:
    """:func:`spans` for each of ``ys``; those of an upright rectangle, which most counters are, at once."""
    if len(outline) == 4:
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = outline
        if (x0 == x3 and x1 == x2 and y0 == y1 and y2 == y3) or (
            x0 == x1 and x2 == x3 and y0 == y3 and y1 == y2
        ):
            side = [(min(x0, x2), max(x0, x2))]
            top, bottom = min(y0, y2), max(y0, y2)
            return [side if top <= y < bottom else [] for y in ys]
    return [spans(outline, y) for y in ys]


def spans(outline: Sequence[Point], y: float) -> list[tuple[float, float]]:
    """Where the level line at ``y`` runs inside ``outline``: pairs of x, from left to right."""
    at = []
    x0, y0 = outline[-1]
    for x1, y1 in outline:
        if (y0 <= y) is not (y1 <= y):
            at.append(x0 + (y - y0) / (y1 - y0) * (x1 - x0))
        x0, y0 = x1, y1
    at.sort()
    return list(zip(at[::2], at[1::2], strict=True))


def holds(outline: Sequence[Point], point: Point) -> bool:
    """Whether ``point`` lies inside ``outline``."""
    return any(left <= point[0] <= right for left, right in spans(outline, point[1]))


def hatch(outline: Sequence[Point], top: float, bottom: float, step: float) -> Iterator[tuple[Point, Point]]:
    """Level strokes inside ``outline`` every ``step`` between ``top`` and ``bottom``."""
    rows = [y for _, y in outline]
    y = max(top, step * (min(rows) // step + 1))
    while y < min(max(rows), bottom):
        yield from (((left, y), (right, y)) for left, right in spans(outline, y))
        y += step


def middle(outline: Sequence[Point]) -> Point:
    """A point well inside ``outline``: the mean of the corners, or else the middle of the widest span."""
    mean = sum(x for x, _ in outline) / len(outline), sum(y for _, y in outline) / len(outline)
    if holds(outline, mean):
        return mean
    rows = sorted(y for _, y in outline)
    lines = [(low + high) / 2 for low, high in pairwise(rows) if high > low]
    inside = [(right - left, (left + right) / 2, y) for y in lines for left, right in spans(outline, y)]
    if not inside:
        return mean
    _, x, y = max(inside)
    return x, y


def crosses_itself(outline: Sequence[Point]) -> bool:
    """Whether two sides of ``outline`` that are not neighbours cross."""
    sides = list(zip(outline, (*outline[1:], outline[0]), strict=True))
    return any(
        _cross(*one, *other)
        for place, one in enumerate(sides)
        for other in sides[place + 2 : len(sides) - (place == 0)]
    )


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
