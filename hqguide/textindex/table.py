"""A table of strings in byte order, in which the beginning or any part of a string is found by halving."""

import mmap
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec

from hqguide.textindex.signatures import sign_all
from hqguide.textindex.store import Draft, DraftPart, Files
from hqguide.textindex.suffixes import DEPTH, END, between, heads, sort_suffixes

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_HEAD = 8
STEP = 64
"""Of every so many strings or suffixes in order, the head is kept apart, to begin the halving with."""
HITS_READ = 20_000
"""Places of a text inside strings that are looked at; a commoner text is in more than anyone reads."""


def write_table(
    draft: Draft | DraftPart, strings: Sequence[bytes], progress: Callable[[int, int], None]
) -> "Suffixes":
    """Keep ``strings`` in ``draft``; their suffixes in order are given back.

    The strings are in order, hold no line feed and at most 255 bytes each.
    """
    import numpy as np

    blob = b"\n".join(strings) + b"\n" if strings else b""
    letters = np.frombuffer(blob, np.uint8)
    starts = np.zeros(len(strings) + 1, np.int32)
    starts[1:] = np.flatnonzero(letters == END) + 1
    one, two = sign_all(letters, starts)
    # An empty file cannot be mapped, and a last byte makes every string have a next one.
    draft.text("text", blob + b"\n")
    draft.array("starts", starts)
    draft.array("heads", heads(letters, starts[:-1:STEP]), early=True)
    draft.array("sizes", (np.diff(starts) - 1).astype(np.uint8))
    draft.array("characters", one)
    draft.array("neighbours", two)
    suffixes = sort_suffixes(letters, progress)
    ranks = np.repeat(np.arange(len(strings), dtype=np.int32), np.diff(starts))[suffixes]
    found = Suffixes(ranks, (suffixes - starts[ranks]).astype(np.uint8))
    draft.array("suffix_ranks", found.ranks)
    draft.array("suffix_offsets", found.offsets)
    draft.array("suffix_heads", heads(letters, suffixes[::STEP]), early=True)
    return found


class Suffixes(msgspec.Struct, frozen=True, eq=False):
    """Some suffixes of the strings of a table, in order: the rank of the string and the offset in it.

    ``heads`` are those of every :data:`STEP`-th, when they are known.
    """

    ranks: "npt.NDArray[np.int32]"
    offsets: "npt.NDArray[np.uint8]"
    heads: "npt.NDArray[np.uint64] | None" = None


class Table:
    """The strings of an index; a *rank* is the place of a string in byte order."""

    def __init__(self, files: Files) -> None:
        import numpy as np

        self.text = files.mapped("text")
        self._letters: npt.NDArray[np.uint8] = np.frombuffer(self.text, np.uint8)
        self.starts: npt.NDArray[np.int32] = files.array("starts", "i4")
        self.sizes: npt.NDArray[np.uint8] = files.array("sizes", "u1")
        self.characters: npt.NDArray[np.uint64] = files.array("characters", "u8")
        self.neighbours: npt.NDArray[np.uint64] = files.array("neighbours", "u8")
        self._heads: npt.NDArray[np.uint64] = files.array("heads", "u8")
        self.suffixes = Suffixes(
            files.array("suffix_ranks", "i4"),
            files.array("suffix_offsets", "u1"),
            files.array("suffix_heads", "u8"),
        )

    def __len__(self) -> int:
        return len(self.sizes)

    def bytes_of(self, rank: int) -> bytes:
        """The string at ``rank``."""
        return self.text[self.starts.item(rank) : self.starts.item(rank + 1) - 1]

    def openings(self, ranks: "npt.NDArray[np.int32]", size: int) -> "npt.NDArray[np.uint8]":
        """The first ``size`` bytes of each string, one row each; of shorter ones zeros at the end."""
        import numpy as np

        reach = np.arange(size, dtype=np.int32)
        letters = self._letters.take(self.starts[ranks][:, np.newaxis] + reach, mode="clip")
        return letters * (reach < self.sizes[ranks][:, np.newaxis])

    def beginning(self, typed: bytes) -> tuple[int, int]:
        """The ranks, from and up to, of the strings that begin with ``typed``; equal ones come first."""
        return _range(self.text, self.starts.item, _around(self._heads, len(self), typed), typed)

    def count(self, typed: bytes) -> int:
        """How many places inside strings begin with the first :data:`DEPTH` bytes of ``typed``."""
        low, high = self._places(typed, self.suffixes)
        return high - low

    def inside(self, typed: bytes, most: int = HITS_READ, among: Suffixes | None = None) -> Suffixes:
        """Where strings hold ``typed``, at ``most`` so many places; ``among`` some of the suffixes only.

        A string is named as often as it holds it.
        """
        import numpy as np

        among = among or self.suffixes
        low, high = self._places(typed, among)
        high = min(high, low + most)
        found = Suffixes(among.ranks[low:high], among.offsets[low:high])
        if len(typed) > DEPTH:
            at = self.starts[found.ranks] + found.offsets
            same = np.array([self.text[p : p + len(typed)] == typed for p in at.tolist()], np.bool_)
            found = Suffixes(found.ranks[same], found.offsets[same])
        return found

    def _places(self, typed: bytes, among: Suffixes) -> tuple[int, int]:
        """From and up to which of the suffixes begin with the first :data:`DEPTH` bytes of ``typed``."""
        start, rank, offset = self.starts.item, among.ranks.item, among.offsets.item
        bounds = _around(among.heads, len(among.ranks), typed)
        return _range(self.text, lambda n: start(rank(n)) + offset(n), bounds, typed[:DEPTH])


Bounds = tuple[int, int, int, int]


def _around(heads: "npt.NDArray[np.uint64] | None", end: int, typed: bytes) -> Bounds:
    """Between which numbers the places that begin with ``typed`` start, and between which they end."""
    import numpy as np

    if heads is None:
        return 0, end, 0, end
    least, most = between(typed)
    first, last = int(heads.searchsorted(np.uint64(least))), int(heads.searchsorted(np.uint64(most), "right"))
    return (
        max(0, first - 1) * STEP,
        min(end, first * STEP if len(typed) <= _HEAD else last * STEP),
        max(0, (last if len(typed) <= _HEAD else first) - 1) * STEP,
        min(end, last * STEP),
    )


def _range(text: mmap.mmap, at: Callable[[int], int], bounds: Bounds, typed: bytes) -> tuple[int, int]:
    """From and up to which number the text ``at`` that place begins with ``typed``, inside the bounds."""
    low, high, least, end = bounds
    size = len(typed)
    while low < high:
        middle = (low + high) >> 1
        place = at(middle)
        if text[place : place + size] < typed:
            low = middle + 1
        else:
            high = middle
    first = low
    low, step = max(first, least), 1
    # Most ranges are short: step out in growing strides before halving.
    while low < end:
        last = min(low + step, end)
        place = at(last - 1)
        if text[place : place + size] != typed:
            end = last - 1
            break
        low, step = last, step * 2
    while low < end:
        middle = (low + end) >> 1
        place = at(middle)
        if text[place : place + size] == typed:
            low = middle + 1
        else:
            end = middle
    return first, low


def distinct(ranks: "npt.NDArray[np.int32]") -> "npt.NDArray[np.int32]":
    """``ranks`` in order, each once."""
    import numpy as np

    ranks = np.sort(ranks)
    return ranks[np.concatenate(([True], ranks[1:] != ranks[:-1]))] if len(ranks) else ranks
