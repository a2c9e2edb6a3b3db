"""Lists of numbers on disk, one for each row of a table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hqguide.textindex.store import Draft, DraftPart, Files

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


def write_lists(draft: Draft | DraftPart, name: str, lists: Sequence[Sequence[int]]) -> None:
    """Keep ``lists`` of numbers in ``draft``, end to end, and where each begins."""
    import numpy as np

    draft.array(f"{name}_at", np.cumsum([0, *map(len, lists)]).astype(np.int32))
    draft.array(name, np.array([number for one in lists for number in one], np.int32))


class Lists:
    """Lists of numbers end to end, one for each row."""

    def __init__(self, files: Files, name: str) -> None:
        self.at: npt.NDArray[np.int32] = files.array(f"{name}_at", "i4")
        self.numbers: npt.NDArray[np.int32] = files.array(name, "i4")

    def of(self, row: int) -> "npt.NDArray[np.int32]":
        """The list of one row."""
        return self.numbers[self.at.item(row) : self.at.item(row + 1)]

    def places(self, rows: "npt.NDArray[np.int32]") -> "tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]":
        """Where the lists of ``rows`` lie, one after the other, and for each place which of the rows."""
        import numpy as np

        first = self.at[rows].astype(np.intp)
        sizes = self.at[rows + 1] - first
        which = np.repeat(np.arange(len(rows)), sizes)
        return np.arange(len(which)) + (first - np.cumsum(sizes) + sizes)[which], which

    def raise_all(
        self,
        scores: "npt.NDArray[np.float32]",
        rows: "npt.NDArray[np.int32]",
        values: "npt.NDArray[np.float32]",
    ) -> None:
        """Raise ``scores`` at every number in the lists of ``rows`` to the value of the row."""
        import numpy as np

        places, which = self.places(rows)
        np.maximum.at(scores, self.numbers[places], values[which])
