"""Two 64-bit signatures of a string: which characters it holds, and which neighbours.

A mistyped string keeps most of both, so that counting bits rules out nearly all strings before an edit
distance is computed for the rest.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_ROWS_AT_ONCE = 100_000
_LETTER_BITS = 26
_DIGIT_BITS = 36


def _character_bit(byte: int) -> int:
    """a-z have a bit each, then 0-9; all other bytes share the rest."""
    if 97 <= byte <= 122:
        return byte - 97
    if 48 <= byte <= 57:
        return _LETTER_BITS + byte - 48
    return _DIGIT_BITS + byte % (64 - _DIGIT_BITS)


_BITS = tuple(1 << _character_bit(byte) for byte in range(256))


def characters(text: bytes) -> int:
    """The signature of the characters of ``text``."""
    found = 0
    for byte in text:
        found |= _BITS[byte]
    return found


def neighbours(text: bytes) -> int:
    """The signature of the pairs of neighbouring characters of ``text``."""
    found = 0
    for first, second in pairwise(text):
        found |= 1 << ((first * 31 + second * 53 + (second >> 3)) & 63)
    return found


def sign_all(
    blob: "npt.NDArray[np.uint8]", starts: "npt.NDArray[np.int32]"
) -> "tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]":
    """Both signatures of every string of ``blob``; ``starts`` holds where each begins and the end of all.

    Each string is closed by one byte that belongs to no signature.
    """
    import numpy as np

    bits = np.array(_BITS, np.uint64)
    rows = len(starts) - 1
    one, two = np.zeros(rows, np.uint64), np.zeros(rows, np.uint64)
    for low in range(0, rows, _ROWS_AT_ONCE):
        high = min(rows, low + _ROWS_AT_ONCE)
        text = blob[starts[low] : starts[high]]
        begins = starts[low:high] - starts[low]
        last = starts[low + 1 : high + 1] - starts[low] - 1
        single = bits[text]
        single[last] = 0
        one[low:high] = np.bitwise_or.reduceat(single, begins)
        wide = text.astype(np.uint32)
        paired = (wide[:-1] * 31 + wide[1:] * 53 + (wide[1:] >> 3)) & 63
        double = np.zeros(len(text), np.uint64)
        double[:-1] = np.uint64(1) << paired.astype(np.uint64)
        double[last] = 0
        double[last[last > 0] - 1] = 0
        two[low:high] = np.bitwise_or.reduceat(double, begins)
    return one, two
