"""Who is found by a typed text: every entry with a score for how well one of its spellings fits."""

from typing import TYPE_CHECKING

from hqguide.textindex.entries import WEIGHTS, WHOLE
from hqguide.textindex.mending import mended
from hqguide.textindex.store import Files
from hqguide.textindex.table import Suffixes, Table

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Scores = npt.NDArray[np.float32]

HITS_READ = 60_000
_FEW_BYTES = 2
# A place inside, at the beginning of a word, of the whole; each also when a word ends with the match.
_TIERS = (0.83, 0.84, 0.89, 0.93, 0.94, 0.96, 0.94, 0.96)
_FOR_MORE = 0.05
_WHOLE_MENDED = 0.97


class Spellings:
    """The spellings of a directory, each of one entry."""

    def __init__(self, files: Files) -> None:
        import numpy as np

        self.table = Table(files)
        self._edges: npt.NDArray[np.bool_] = files.array("edges", "?")
        self._owners: npt.NDArray[np.int32] = files.array("owners", "i4")
        self._kinds: npt.NDArray[np.uint8] = files.array("kinds", "u1")
        self._words = Suffixes(
            files.array("word_ranks", "i4"),
            files.array("word_offsets", "u1"),
            files.array("word_heads", "u8"),
        )
        self._tiers = np.array(_TIERS, np.float32)
        self._weights = np.array(WEIGHTS, np.float32)

    def beginning(self, typed: bytes, kind: int) -> list[int]:
        """Entries with a spelling of ``kind`` that begins with ``typed``."""
        low, high = self.table.beginning(typed)
        found: list[int] = self._owners[low:high][self._kinds[low:high] == kind].tolist()
        return found

    def match(
        self,
        typed: bytes,
        scores: "Scores",
        *,
        kind: int | None = None,
        factor: float = 1.0,
        spread: float = 1.0,
    ) -> None:
        """Raise ``scores`` of the entries with a spelling that holds ``typed``; of one ``kind`` if given.

        What is found counts ``factor``; where it stands in the name counts ``spread`` of the usual.
        """
        import numpy as np

        ranks, offsets = self._places(typed)
        kinds = self._kinds[ranks]
        if kind is not None:
            ranks, offsets, kinds = ranks[kinds == kind], offsets[kinds == kind], kinds[kinds == kind]
        where = self.table.starts[ranks] + offsets
        edges = self._edges
        found = self._tiers[(offsets == 0) * 4 + edges[where] * 2 + edges[where + len(typed)]]
        sizes = self.table.sizes[ranks]
        whole = sizes == len(typed)
        found[whole] = 1.0
        found -= np.float32(_FOR_MORE) * (1 - np.float32(len(typed)) / sizes.astype(np.float32))
        found *= self._weights[kinds]
        found = (1 - (1 - found) * np.float32(spread)) * np.float32(factor)
        found[(kinds == WHOLE) & ~whole] = 0
        np.maximum.at(scores, self._owners[ranks], found)

    def _places(self, typed: bytes) -> "tuple[npt.NDArray[np.int32], npt.NDArray[np.uint8]]":
        """Ranks and offsets of the spellings that hold ``typed``.

        One letter begins a spelling and two a word of it; more stand anywhere.
        """
        import numpy as np

        if len(typed) == 1:
            low, high = self.table.beginning(typed)
            return np.arange(low, high, dtype=np.int32), np.zeros(high - low, np.uint8)
        found = self.table.inside(typed, HITS_READ, self._words if len(typed) == _FEW_BYTES else None)
        return found.ranks, found.offsets

    def mend(self, typed: str, scores: "Scores") -> None:
        """Raise ``scores`` of the entries with a whole spelling a slip or two away."""
        import numpy as np

        found = mended(self.table, typed)
        np.maximum.at(scores, self._owners[found.ranks], found.values * np.float32(_WHOLE_MENDED))
