"""A finished picture as a value: rows of styled text, and what lies under the mouse.

Style names are plain words a front end turns into colours. One that has no colour for ``a.b`` uses
that of ``a``; the empty style is the ground.
"""

from typing import NamedTuple

import msgspec

STYLES = (
    "street.primary",
    "street",
    "footprint",
    "path",
    "hall",
    "hall.unsure",
    "hall.closed",
    "hall.shade3",
    "hall.shade2",
    "hall.shade1",
    "hall.ring",
    "station",
    "stop",
    "mark",
    "mark.ring",
    "label",
    "label.street",
    "label.station",
    "label.closed",
    "label.stop",
    "label.mark",
    "scale",
    "attribution",
    "title",
    "note",
    "warning",
    "building",
    "label.floor",
    "label.year",
    "label.joined",
    "outline",
    "zone",
    "zone.wanted",
    "block",
    "counter",
    "counter.record",
    "void",
    "room",
    "escalator",
    "lift",
    "stairs",
    "toilet",
    "exit",
    "link",
    "here",
    "start",
    "label.zone",
    "label.counter",
    "label.room",
    "label.fixture",
    "label.start",
)


class Run(NamedTuple):
    """Neighbouring characters of one style."""

    text: str
    style: str


class Drawing(msgspec.Struct, frozen=True):
    """``height`` rows of runs, every row exactly ``width`` columns wide.

    ``owners`` holds an index into ``things`` for each cell, row by row.
    """

    width: int
    height: int
    rows: tuple[tuple[Run, ...], ...]
    owners: tuple[int, ...]
    things: tuple[str | None, ...]

    def at(self, column: int, row: int) -> str | None:
        """What is drawn in a cell, or ``None``.

        In the district a hall id, ``station:<id>`` or ``street:<name>``; in a building
        ``floor:<building>/<label>``; on a floor ``counter:<path>``, ``block:<id>``, ``zone:<id>``,
        ``escalator:<name>`` and so on by kind.
        """
        if not (0 <= column < self.width and 0 <= row < self.height):
            return None
        return self.things[self.owners[row * self.width + column]]

    def text(self) -> str:
        """The picture without styles, rows joined by line ends, blanks at line ends left off."""
        return "\n".join("".join(run.text for run in row).rstrip() for row in self.rows)
