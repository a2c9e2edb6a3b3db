"""Rows of words above and below a picture, and pictures put one below the other."""

from collections.abc import Sequence
from typing import NamedTuple

from hqguide.map.canvas import Canvas
from hqguide.map.drawing import Drawing
from hqguide.map.labels import shortened
from hqguide.text import cells, plain

MORE = "..."


class Bar(NamedTuple):
    """One remark with its style; ``right`` stands at the right end of its first row."""

    text: str
    style: str
    right: str = ""
    thing: str | None = None


def wrapped_rows(text: str, width: int, rows: int) -> list[str]:
    """``text`` on at most ``rows`` rows of ``width`` columns, broken at blanks where there are any.

    What has no room is left off, and the last row then ends in ``...``.
    """
    out: list[str] = []
    rest = plain(text).strip()
    while rest and width > 0 and len(out) < rows:
        if cells(rest) <= width:
            return [*out, rest]
        if len(out) == rows - 1:
            return [*out, shortened(rest, max(width - len(MORE), 0)).rstrip() + MORE[:width]]
        part = shortened(rest, width)
        blank = part.rfind(" ") if rest[len(part)] != " " else -1
        part = part[:blank] if blank > len(part) // 2 else part or rest[0]
        out.append(part.rstrip())
        rest = rest[len(part) :].strip()
    return out


def bars(remarks: Sequence[Bar], width: int, rows: int, each: int = 2) -> Drawing:
    """The remarks in order on at most ``rows`` rows, each on at most ``each``; what is left has no room."""
    lines: list[tuple[str, Bar, str]] = []
    for bar in remarks:
        room = rows - len(lines)
        beside = plain(bar.right) if cells(plain(bar.right)) <= width // 2 else ""
        inner = width - (cells(beside) + 1 if beside else 0)
        for place, text in enumerate(wrapped_rows(bar.text, inner, min(each, room))):
            lines.append((text, bar, "" if place else beside))
    canvas = Canvas(width, len(lines))
    for row, (text, bar, beside) in enumerate(lines):
        canvas.write(0, row, text, bar.style, bar.thing)
        canvas.write(width - cells(beside), row, beside, "scale")
    return canvas.drawing()


def stacked(parts: Sequence[Drawing], width: int, height: int) -> Drawing:
    """Drawings of one width below each other, cut or filled up at the foot to ``height`` rows."""
    things: dict[str | None, int] = {None: 0}
    rows = [row for part in parts for row in part.rows]
    owners: list[int] = []
    for part in parts:
        index = [things.setdefault(thing, len(things)) for thing in part.things]
        owners += [index[owner] for owner in part.owners]
    width, height = max(width, 0), max(height, 0)
    blank = Canvas(width, max(height - len(rows), 0)).drawing()
    owners.extend(blank.owners)
    return Drawing(
        width, height, (*rows, *blank.rows)[:height], tuple(owners[: width * height]), tuple(things)
    )
