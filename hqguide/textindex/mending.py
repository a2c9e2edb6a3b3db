"""Mistyped words: which they may have been, and what each is worth."""

from typing import TYPE_CHECKING

import msgspec

from hqguide.textindex.lists import Lists
from hqguide.textindex.near import near
from hqguide.textindex.store import Files
from hqguide.textindex.table import Table

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

CORRECTIONS = 3
FAIRLY_LONG, LONG = 6, 9
_FEW_NAMES = 10
_MISTYPED, _SLIP, _SHORT = 0.96, 1.15, 5
_UNFINISHED, _OTHER_FIRST, _SWAP, _LEFT_OUT = 0.04, 0.05, 0.25, 0.15
_OTHER_SIZE, _MOST_FOR_SIZE = 0.003, 0.04
_COMMON, _COMMONEST = 0.02, 12.0
_AS_A_WORD = 0.97


class Words:
    """The Latin words of a directory and whose names they are in."""

    def __init__(self, files: Files) -> None:
        self.table = Table(files.part("words"))
        self._owners = Lists(files, "word_owners")

    def mend(self, typed: str, scores: "npt.NDArray[np.float32]") -> list[tuple[bytes, float]]:
        """Raise ``scores`` of the entries with a word a slip or two away.

        The likeliest words are given back, each with what it is worth.
        """
        import numpy as np

        found = mended(self.table, typed, self._owners)
        self._owners.raise_all(scores, found.ranks, found.values * np.float32(_AS_A_WORD))
        best = np.argsort(-found.values, kind="stable")[:CORRECTIONS]
        return [(self.table.bytes_of(int(found.ranks[n])), float(found.values[n])) for n in best]


class Mended(msgspec.Struct, frozen=True, eq=False):
    """Strings near a typed text, by rank, and what each is worth."""

    ranks: "npt.NDArray[np.int32]"
    values: "npt.NDArray[np.float32]"


def mended(table: Table, typed: str, owners: Lists | None = None) -> Mended:
    """One slip in four letters or more; two in nine, and in six when few are so near and none begins so.

    Swapped letters weigh less than other slips, and so does one left out: a wrong or added one could have
    been any other. A wrong first letter weighs more, and of equals the word of more names is the likelier.
    """
    import numpy as np

    size = len(typed)
    found = near(table, typed, 1 if size < LONG else 2)
    names = _count(found.ranks, owners)
    if FAIRLY_LONG <= size < LONG and names.sum() < _FEW_NAMES and found.slips.all():
        found = near(table, typed, 2)
        names = _count(found.ranks, owners)
    letters = np.frombuffer(typed.encode(), np.uint8)
    theirs = table.openings(found.ranks, size)
    swapped = (np.sort(theirs) == np.sort(letters)).all(axis=1) & (found.slips > 0)
    lighter = _SWAP * swapped + _LEFT_OUT * (found.left_out & ~swapped)
    values = _MISTYPED - _SLIP * (found.slips - lighter) / max(size, _SHORT)
    values -= _UNFINISHED * found.begun + _OTHER_FIRST * (theirs[:, 0] != letters[0])
    apart = np.abs(table.sizes[found.ranks].astype(np.int32) - size)
    values -= np.minimum(_MOST_FOR_SIZE, _OTHER_SIZE * apart)
    values += _COMMON * np.minimum(1.0, np.log2(1 + names) / _COMMONEST)
    return Mended(found.ranks, values.astype(np.float32))


def _count(ranks: "npt.NDArray[np.int32]", owners: Lists | None) -> "npt.NDArray[np.int32]":
    """How many names each of the strings is in."""
    import numpy as np

    return owners.at[ranks + 1] - owners.at[ranks] if owners else np.ones(len(ranks), np.int32)
