"""Measure along the pieces of a line that show: its length, its direction, the point at a share of it."""

from collections.abc import Iterator, Sequence
from math import hypot

from hqguide.map.clip import Segment

# Where a name is tried: the middle first, then outwards.
SHARES = (0.5, 0.3, 0.7, 0.15, 0.85, 0.4, 0.6, 0.22, 0.78, 0.08, 0.92)


def length(parts: Sequence[Segment]) -> float:
    """Sum of the lengths of ``parts``."""
    return sum(hypot(x1 - x0, y1 - y0) for x0, y0, x1, y1 in parts)


def is_upright(parts: Sequence[Segment]) -> bool:
    """Whether ``parts`` run more up and down than across."""
    return sum(abs(y1 - y0) for _, y0, _, y1 in parts) > sum(abs(x1 - x0) for x0, _, x1, _ in parts)


def places(parts: Sequence[Segment]) -> Iterator[tuple[float, float]]:
    """Points along ``parts`` at each of :data:`SHARES`; none when there is no length."""
    whole = length(parts)
    for share in SHARES if whole else ():
        yield _point(parts, share * whole)


def _point(parts: Sequence[Segment], distance: float) -> tuple[float, float]:
    for x0, y0, x1, y1 in parts:
        step = hypot(x1 - x0, y1 - y0)
        if distance <= step:
            break
        distance -= step
    share = min(distance / step, 1) if step else 0
    return x0 + share * (x1 - x0), y0 + share * (y1 - y0)
