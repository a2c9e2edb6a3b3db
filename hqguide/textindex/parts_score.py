"""What a match of a part number is worth, from 1 for the same number downwards."""

from typing import TYPE_CHECKING

from hqguide.textindex.folding import CONFUSABLE

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from hqguide.textindex.near import Near
    from hqguide.textindex.table import Table

SAME = 1.0
_BEGUN, _INSIDE, _PIECES, _SHARE = 0.90, 0.76, 0.70, 0.08
_MISTYPED, _SLIP, _LOOKALIKE, _SWAP = 0.88, 0.10, 0.3, 0.3
_UNFINISHED, _OTHER_FIRST, _OTHER_SIZE, _MOST_FOR_SIZE = 0.04, 0.02, 0.004, 0.03


def begun(size: int, of: int) -> float:
    """A number of ``of`` letters that begins with the ``size`` typed ones: the fewer follow, the better."""
    return SAME if size >= of else _BEGUN + _SHARE * size / of


def inside(size: int, of: int) -> float:
    """A number that holds the typed letters somewhere."""
    return _INSIDE + _SHARE * size / of


def pieces(size: int, of: int) -> float:
    """A number that holds all typed pieces, ``size`` letters together."""
    return _PIECES + _SHARE * min(1.0, size / of)


def mistyped(table: "Table", typed: str, found: "Near") -> "npt.NDArray[np.float64]":
    """Numbers a few slips from the typed one, or whose beginning is.

    Letters taken for a digit that looks alike and swapped letters weigh less than other slips, a wrong
    first letter more: people seldom mistype it.
    """
    import numpy as np

    letters = np.frombuffer(typed.encode(), np.uint8)
    theirs = table.openings(found.ranks, len(letters))
    alike = (_unconfused(theirs) == _unconfused(letters)).all(axis=1)
    swapped = (np.sort(theirs) == np.sort(letters)).all(axis=1) & (found.slips > 0)
    slips = np.where(alike, np.minimum(found.slips, _LOOKALIKE), found.slips - _SWAP * swapped)
    score = _MISTYPED - _SLIP * slips
    score -= _UNFINISHED * found.begun
    score -= _OTHER_FIRST * (theirs[:, 0] != letters[0])
    apart = np.abs(table.sizes[found.ranks].astype(np.int64) - len(letters))
    return score - np.minimum(_MOST_FOR_SIZE, _OTHER_SIZE * apart)


def _unconfused(letters: "npt.NDArray[np.uint8]") -> "npt.NDArray[np.uint8]":
    """Bytes of folded text with digits for the letters that look like them."""
    import numpy as np

    table = np.frombuffer(bytes(range(256)).translate(CONFUSABLE), np.uint8)
    return table[letters]
