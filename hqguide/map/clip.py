"""Cut a straight line to a rectangle (Liang and Barsky, 1984)."""

Segment = tuple[float, float, float, float]


def clip(segment: Segment, right: float, bottom: float) -> Segment | None:
    """The part of ``segment`` inside ``0..right`` by ``0..bottom``, borders included; else ``None``."""
    x0, y0, x1, y1 = segment
    dx, dy = x1 - x0, y1 - y0
    enter, leave = 0.0, 1.0
    for step, room in ((-dx, x0), (dx, right - x0), (-dy, y0), (dy, bottom - y0)):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            enter = max(enter, room / step)
        else:
            leave = min(leave, room / step)
        if enter > leave:
            return None
    # Rounding can leave an end a hair outside, which would be a dot beyond the canvas.
    return (
        min(max(x0 + enter * dx, 0.0), right),
        min(max(y0 + enter * dy, 0.0), bottom),
        min(max(x0 + leave * dx, 0.0), right),
        min(max(y0 + leave * dy, 0.0), bottom),
    )
