"""Draw a floor without a plan: zones side by side, counters in number order, no geometry claimed."""

from collections.abc import Sequence

import msgspec

from hqguide.map.bars import Bar, bars, stacked
from hqguide.map.canvas import Canvas
from hqguide.map.drawing import Drawing
from hqguide.map.labels import shortened
from hqguide.map.look import Look
from hqguide.map.numbers import Entry, Group, groups
from hqguide.map.planview import PlanView
from hqguide.map.wording import say
from hqguide.text import cells, plain

NARROWEST, GAP = 22, 1


class Boxed(msgspec.Struct, frozen=True):
    """A group with the rows and columns of its box on the whole sheet, borders included."""

    group: Group
    column: int
    row: int
    width: int
    height: int


def draw_schematic(
    look: Look,
    width: int,
    height: int,
    *,
    bare: bool,
    view: PlanView | None,
) -> Drawing:
    """The groups as boxes; of a sheet too tall the part round the wanted counter, or where ``view`` says."""
    shown = groups(look.building, look.level, look.stalls, look.wanted, look.language)
    boxes = arranged(shown, width)
    tall = max((box.row + box.height for box in boxes), default=0)
    rows = height if tall <= height else max(height - 1, 0)
    canvas = Canvas(width, rows)
    if not shown:
        words = shortened(say("empty", look.language), width)
        canvas.write((width - cells(words)) // 2, height // 2, words, "warning")
    first = min(max(_first_row(boxes, rows, view), 0), max(tall - rows, 0))
    for box in boxes:
        _draw(canvas, box, first)
    if rows == height:
        return canvas.drawing(bare)
    hidden = say("rows-more", look.language, above=first, below=tall - first - rows)
    return stacked((canvas.drawing(bare), bars((Bar(hidden, "scale"),), width, 1)), width, height)


def arranged(shown: Sequence[Group], width: int) -> list[Boxed]:
    """Boxes side by side as wide as the picture allows, row by row, each row as tall as its tallest."""
    across = max(min((width + GAP) // (NARROWEST + GAP), len(shown)), 1)
    wide = max((width - GAP * (across - 1)) // across, 4)
    boxes: list[Boxed] = []
    row = 0
    for start in range(0, len(shown), across):
        line = shown[start : start + across]
        tall = max(len(group.entries) for group in line) + 2
        boxes += [Boxed(group, at * (wide + GAP), row, wide, tall) for at, group in enumerate(line)]
        row += tall
    return boxes


def _first_row(boxes: Sequence[Boxed], height: int, view: PlanView | None) -> int:
    if view is not None and view.usable:
        return round(view.y) - height // 2
    for box in boxes:
        for at, entry in enumerate(box.group.entries):
            if entry.wanted:
                return box.row + 2 + at - height // 2
    return 0


def _draw(canvas: Canvas, box: Boxed, first: int) -> None:
    top, wide = box.row - first, box.width
    left, right = 2 * box.column, 2 * (box.column + wide) - 1
    high, low = 4 * top + 2, 4 * (top + box.height) - 2
    canvas.path(
        ((left, high), (right, high), (right, low), (left, low), (left, high)), "zone", box.group.thing
    )
    heading = shortened(plain(box.group.title), wide - 6)
    canvas.write(box.column + 2, top, f" {heading} "[:wide], "label.zone", box.group.thing)
    for at, entry in enumerate(box.group.entries):
        _write(canvas, box.column + 2, top + 1 + at, wide - 4, entry)
    dots = ((left, high), (right, high), (right, low), (left, low))
    canvas.own(dots, box.group.thing)


def _write(canvas: Canvas, column: int, row: int, width: int, entry: Entry) -> None:
    number = f"*[{plain(entry.number)}]" if entry.wanted else plain(entry.number)
    words = shortened(f"{number} {plain(entry.name)}".rstrip(), width)
    style = "label.mark" if entry.wanted else "label.counter"
    canvas.write(column, row, words, style, entry.thing)
