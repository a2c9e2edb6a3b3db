"""Which of many short texts may be nearly the same as a given one, told from two numbers kept of each.

One letter added or taken away changes one bit of the signature of letters and three of that of neighbours at
most, so that counting the bits that differ rules out nearly all texts before any is compared.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from hqguide.textindex.store import DraftPart, Files

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_BITS = 63
_AGAIN = 29
_PAIRS_SPOILT = 3


def write_alike(draft: DraftPart, texts: Iterable[str]) -> None:
    """Keep the size and the signatures of ``texts`` in ``draft``."""
    import numpy as np

    rows = [(len(text), _letters(text), _neighbours(text)) for text in texts]
    draft.array("sizes", np.array([size for size, *_ in rows], np.int32))
    draft.array("letters", np.array([letters for _, letters, _ in rows], np.uint64))
    draft.array("neighbours", np.array([neighbours for *_, neighbours in rows], np.uint64))


class Alike:
    """The signatures of texts, in the order in which they were written."""

    def __init__(self, files: Files) -> None:
        self.sizes: npt.NDArray[np.int32] = files.array("sizes", "i4")
        self._letters: npt.NDArray[np.uint64] = files.array("letters", "u8")
        self._neighbours: npt.NDArray[np.uint64] = files.array("neighbours", "u8")

    def may_be(self, text: str, ratio: float, low: int, high: int) -> list[int]:
        """Numbers from ``low`` up to ``high`` of the texts that may be ``ratio`` per cent ``text``.

        The ratio is that of RapidFuzz: 100 less the share of letters added and taken away of all letters.
        No text that is so like it is left out.
        """
        import numpy as np

        changes = (1 - ratio / 100) * (len(text) + self.sizes[low:high]) + 1e-6
        near = np.bitwise_count(self._letters[low:high] ^ np.uint64(_letters(text))) <= changes
        found = np.flatnonzero(near)
        pairs = np.bitwise_count(self._neighbours[low:high][found] ^ np.uint64(_neighbours(text)))
        close: list[int] = (low + found[pairs <= _PAIRS_SPOILT * changes[found]]).tolist()
        return close


def _letters(text: str) -> int:
    """A bit for each character and each time it comes again; some share one."""
    found, seen = 0, Counter[str]()
    for char in text:
        found |= 1 << (ord(char) + _AGAIN * seen[char] & _BITS)
        seen[char] += 1
    return found


def _neighbours(text: str) -> int:
    """A bit for each pair of neighbouring characters; some share one."""
    found = 0
    for first, second in pairwise(map(ord, text)):
        found |= 1 << ((first * 31 + second * 53 + (second >> 3)) & _BITS)
    return found
