"""The chosen thing of a drawing set off from the others: every cell it owns gets another ink."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from hqguide.map.drawing import Drawing, Run

INK = "lit"


def lit(drawing: "Drawing", thing: str | None) -> "Drawing":
    """``drawing`` with the cells of ``thing`` in the ink ``lit``; as it is when the thing is not in it."""
    from msgspec.structs import replace

    if thing is None or thing not in drawing.things:
        return drawing
    index, width = drawing.things.index(thing), drawing.width
    rows = (
        _row(row, drawing.owners[at * width : (at + 1) * width], index) for at, row in enumerate(drawing.rows)
    )
    return replace(drawing, rows=tuple(rows))


def _row(row: "Sequence[Run]", owners: Sequence[int], index: int) -> "tuple[Run, ...]":
    from hqguide.map.drawing import Run

    if index not in owners:
        return tuple(row)
    cells, column = [], 0
    for text, style in row:
        for char in text:
            own = column < len(owners) and owners[column] == index
            cells.append((char, INK if own else style))
            column += cell_len(char)
    return tuple(
        Run("".join(char for char, _ in group), style) for style, group in groupby(cells, key=itemgetter(1))
    )
