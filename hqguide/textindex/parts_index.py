"""Part numbers of a stock list, millions of them, found by what a trader types."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from hqguide.textindex.folding import fold, fragments
from hqguide.textindex.near import near
from hqguide.textindex.parts_score import begun, inside, mistyped, pieces
from hqguide.textindex.pieces import holding_all, shortest
from hqguide.textindex.store import Files, building, open_files
from hqguide.textindex.table import Table, distinct, write_table

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

KIND = "part numbers"
LONG_ENOUGH_FOR_TWO_SLIPS = 9
LONG_ENOUGH_TO_DOUBT = 6
LEAST_FOR_SLIPS = 4


def build_parts(
    folder: Path, numbers: Iterable[str], progress: Callable[[int, int], None] | None = None
) -> None:
    """Index ``numbers``, one a row, in ``folder``; the index there before stays until this one is whole.

    ``progress`` is told how much is done of how much. About 120 bytes a number are written, and some
    300 held while building. Numbers are compared up to 60 characters.
    """
    import numpy as np

    tell = progress or (lambda done, total: None)
    with building(folder, KIND) as draft:
        digest = hashlib.sha256()
        folded = []
        for number in numbers:
            folded.append(fold(number).encode())
            digest.update(folded[-1] + b"\n")
        total = 4 * len(folded)
        tell(len(folded), total)
        order = np.array(sorted(range(len(folded)), key=folded.__getitem__), np.int32)
        draft.array("rows", order)
        ordered = [folded[row] for row in order.tolist()]
        draft.rows, draft.made_from = len(folded), digest.hexdigest()
        del folded, order
        tell(2 * len(ordered), total)
        write_table(draft, ordered, lambda done, of: tell(total // 2 + total // 2 * done // of, total))


def open_parts(folder: Path) -> "PartsIndex":
    """The index in ``folder``; :class:`GuideError` when there is none, or not a whole one."""
    return PartsIndex(open_files(folder, KIND))


class PartsIndex:
    """An open index of part numbers."""

    def __init__(self, files: Files) -> None:
        self._table = Table(files)
        self._rows: npt.NDArray[np.int32] = files.array("rows", "i4")

    def __len__(self) -> int:
        return len(self._rows)

    def search(self, text: str, limit: int = 10, *, slips: bool = True) -> list[tuple[int, float]]:
        """At most ``limit`` rows that fit ``text``, best first, each with a score above 0 and up to 1.

        1.0 is the same number but for case and punctuation. Then come numbers that begin so, hold it,
        hold all its pieces in any order, or, if ``slips``, are a slip or two away; of equals the first in
        order.
        """
        typed = fold(text)
        if not typed or limit < 1:
            return []
        letters = typed.encode()
        found = self._beginning(letters, limit)
        if len(found) < limit:
            found = self._inside(letters, limit) | found
        apart = [piece.encode() for piece in fragments(text)]
        if len(found) < limit and len(apart) > 1:
            found = self._pieces(apart, limit) | found
        if slips and len(found) < limit and self._doubtful(typed, bool(found)):
            found = self._mistyped(typed, limit) | found
        best = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:limit]
        return [(self._rows.item(rank), score) for rank, score in best]

    def _doubtful(self, typed: str, found: bool) -> bool:
        """Whether slips are looked for: in a short text only when it is found nowhere."""
        least = LONG_ENOUGH_TO_DOUBT if found else LEAST_FOR_SLIPS
        return len(typed) >= least and typed.isascii()

    def _beginning(self, typed: bytes, limit: int) -> dict[int, float]:
        """The same number and those that begin so, the shortest first."""
        import numpy as np

        low, high = self._table.beginning(typed)
        best = shortest(np.arange(low, high, dtype=np.int32), self._table.sizes[low:high], limit)
        return {rank: begun(len(typed), self._table.sizes.item(rank)) for rank in best}

    def _inside(self, typed: bytes, limit: int) -> dict[int, float]:
        """Numbers that hold what was typed."""
        ranks = distinct(self._table.inside(typed).ranks)
        best = shortest(ranks, self._table.sizes[ranks], limit)
        return {rank: inside(len(typed), self._table.sizes.item(rank)) for rank in best}

    def _pieces(self, typed: list[bytes], limit: int) -> dict[int, float]:
        """Numbers that hold every piece, the shortest first."""
        size = sum(map(len, typed))
        best = holding_all(self._table, typed, limit)
        return {rank: pieces(size, self._table.sizes.item(rank)) for rank in best}

    def _mistyped(self, typed: str, limit: int) -> dict[int, float]:
        """Numbers a slip away; two for a long one when too few are one away."""
        import numpy as np

        found = near(self._table, typed, 1)
        if len(typed) >= LONG_ENOUGH_FOR_TWO_SLIPS and len(found.ranks) < limit:
            found = near(self._table, typed, 2)
        scores = mistyped(self._table, typed, found)
        best = np.lexsort((found.ranks, -scores))[:limit]
        return dict(zip(found.ranks[best].tolist(), scores[best].tolist(), strict=True))
