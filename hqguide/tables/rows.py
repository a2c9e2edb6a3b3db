"""One row of a table, whatever file it comes from."""

import msgspec


class TableRow(msgspec.Struct, frozen=True):
    """One row: the number of its first line in the file, and its cells, clean."""

    number: int
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        """All the row says, on one line."""
        return " | ".join(cell for cell in self.cells if cell)
