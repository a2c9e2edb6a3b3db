"""Sort every suffix of many strings, so that a text is found anywhere inside them by halving.

The strings lie in one blob of bytes, each closed by a line feed. Suffixes are ordered by their first
:data:`DEPTH` bytes or up to the end of their string, whichever is less: enough for a query of that
length, and for a longer one few candidates are left to look at.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

END = 10
"""The byte that closes a string; it sorts before every letter and digit."""
DEPTH = 32
"""Bytes of a suffix that decide its place."""

_WORD = 8
_ONES, _HIGHS = 0x0101010101010101, 0x8080808080808080


def heads(blob: "npt.NDArray[np.uint8]", places: "npt.NDArray[np.int32]") -> "npt.NDArray[np.uint64]":
    """The first eight bytes from each place on as a number, without what comes after the end of the string.

    Of places in order they are in order.
    """
    import numpy as np

    padded = np.concatenate((blob, np.zeros(_WORD, np.uint8)))
    ahead: npt.NDArray[np.uint64] = np.ndarray((len(blob) + 1,), ">u8", padded, strides=(1,))
    read = ahead[places].astype(np.uint64)
    letters = read[:, np.newaxis] >> np.arange(56, -8, -8, dtype=np.uint64) & np.uint64(255)
    ended = np.maximum.accumulate(letters == END, axis=1)
    kept = np.where(ended, np.uint64(0), np.uint64(255)) << np.arange(56, -8, -8, dtype=np.uint64)
    whole: npt.NDArray[np.uint64] = read & np.bitwise_or.reduce(kept, axis=1)
    return whole


def between(typed: bytes) -> tuple[int, int]:
    """The least and the greatest head of a text that begins with ``typed``."""
    first = typed[:_WORD]
    return int.from_bytes(first.ljust(_WORD, b"\0")), int.from_bytes(first.ljust(_WORD, b"\xff"))


def sort_suffixes(
    blob: "npt.NDArray[np.uint8]", progress: Callable[[int, int], None]
) -> "npt.NDArray[np.int32]":
    """Positions of ``blob`` ordered by the bytes that follow; the ends of strings are left out.

    Works one first byte at a time, so that the memory needed is that of the commonest one.
    """
    import numpy as np

    padded = np.concatenate((blob, np.zeros(DEPTH + _WORD, np.uint8)))
    # Eight bytes from every position on, read as one big-endian number: bytes compare as numbers do.
    ahead: npt.NDArray[np.uint64] = np.ndarray((len(blob) + DEPTH,), ">u8", padded, strides=(1,))
    firsts = [byte for byte in np.unique(blob).tolist() if byte != END]
    out = [np.zeros(0, np.int32)]
    for done, first in enumerate(firsts):
        out.append(_sorted(ahead, np.flatnonzero(blob == first).astype(np.int32)))
        progress(done + 1, len(firsts))
    return np.concatenate(out)


def _sorted(ahead: "npt.NDArray[np.uint64]", at: "npt.NDArray[np.int32]") -> "npt.NDArray[np.int32]":
    """``at`` ordered by the bytes from there: by eight, then those still alike by the next eight."""
    import numpy as np

    key = ahead[at].astype(np.uint64)
    order = np.argsort(key, kind="stable")
    at, key = at[order], key[order]
    where, group = np.arange(len(at)), np.zeros(len(at), np.intp)
    for depth in range(_WORD, DEPTH, _WORD):
        begins = np.concatenate(([True], (group[1:] != group[:-1]) | (key[1:] != key[:-1])))
        alike = ~begins[1:] & ~_ended(key[1:])
        tied = np.concatenate((alike, [False])) | np.concatenate(([False], alike))
        where, group = where[tied], np.cumsum(begins)[tied]
        if not len(where):
            break
        key = ahead[at[where] + depth].astype(np.uint64)
        order = np.lexsort((key, group))
        at[where], key = at[where][order], key[order]
    return at


def _ended(key: "npt.NDArray[np.uint64]") -> "npt.NDArray[np.bool_]":
    """True where one of the eight bytes is :data:`END` (the classic test for a zero byte)."""
    import numpy as np

    zeroed = key ^ np.uint64(END * _ONES)
    found: npt.NDArray[np.bool_] = ((zeroed - np.uint64(_ONES)) & ~zeroed & np.uint64(_HIGHS)) != 0
    return found
