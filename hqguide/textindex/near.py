"""Strings of a table a few slips away from what was typed: letters wrong, left out, added or swapped.

A string ``edits`` slips away keeps one of ``edits + 1`` pieces of the typed text whole, unless two swapped
letters lie on both sides of a cut; so the pieces are looked up, and at each cut the piece with the letters
swapped back. Signatures rule out most of what is found, the edit distance decides on the rest.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from hqguide.textindex.signatures import characters, neighbours
from hqguide.textindex.table import Table

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

CANDIDATES = 600
"""Strings whose edit distance is computed for each slip allowed; more are cut to the likeliest."""


class Near(msgspec.Struct, frozen=True, eq=False):
    """Strings near the typed text: ranks, and the slips of each.

    ``begun`` says whether only its beginning is near, ``left_out`` whether a letter of it was left out.
    """

    ranks: "npt.NDArray[np.int32]"
    slips: "npt.NDArray[np.uint8]"
    begun: "npt.NDArray[np.bool_]"
    left_out: "npt.NDArray[np.bool_]"


def near(table: Table, typed: str, edits: int) -> Near:
    """Strings at most ``edits`` slips from ``typed`` (ASCII), as a whole or in their beginning."""
    import numpy as np

    size = len(typed)
    ranks = _candidates(table, typed.encode(), edits)
    letters = table.openings(ranks, size + edits + 1)
    # A beginning of another length that is near, or a whole, leaves this one at most so much farther.
    close = _distances(typed, letters[:, :size], 2 * edits) <= 2 * edits
    ranks, letters = ranks[close], letters[close]
    slips = _distances(typed, letters, edits)
    cuts = [_distances(typed, letters[:, :end], edits) for end in range(size - 1, size + 2)]
    nearest = np.minimum.reduce([slips, *cuts])
    begun = nearest < slips
    left_out = cuts[2] < np.minimum(cuts[0], cuts[1])
    close = nearest <= edits
    return Near(ranks[close], nearest[close], begun[close], left_out[close])


def _distances(typed: str, letters: "npt.NDArray[np.uint8]", most: int) -> "npt.NDArray[np.uint8]":
    """The optimal string alignment distance to the text in each row, or ``most + 1`` for more."""
    import numpy as np
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    # As fixed-width bytes the rows become Python bytes in one go, without the zeros at their end.
    texts = np.ascontiguousarray(letters).view(f"S{letters.shape[1]}").ravel().tolist()
    slips: npt.NDArray[np.uint8] = process.cdist(
        [typed.encode()], texts, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8
    )[0]
    return slips


def _candidates(table: Table, typed: bytes, edits: int) -> "npt.NDArray[np.int32]":
    """Ranks of strings that share a piece with ``typed`` and whose signatures allow ``edits`` slips."""
    import numpy as np

    size = len(typed)
    one, two = np.uint64(characters(typed)), np.uint64(neighbours(typed))
    found, missing = [], []
    for offset, piece in _pieces(typed, edits):
        ranks = _holding(table, piece, offset, edits)
        ranks = ranks[table.sizes[ranks] >= size - edits]
        ranks = ranks[np.bitwise_count(one & ~table.characters[ranks]) <= edits]
        lost = np.bitwise_count(two & ~table.neighbours[ranks])
        # A slip spoils two pairs of neighbours, a swap three.
        likely = lost <= 3 * edits
        found.append(ranks[likely])
        missing.append(lost[likely])
    every = np.concatenate(found)
    order = np.argsort(every, kind="stable")
    every, lost = every[order], np.concatenate(missing)[order]
    once = np.ones(len(every), np.bool_)
    once[1:] = every[1:] != every[:-1]
    every, lost = every[once], lost[once]
    if len(every) > CANDIDATES * edits:
        apart = np.abs(table.sizes[every].astype(np.int16) - size)
        every = every[np.argsort(lost * np.int16(4) + apart, kind="stable")[: CANDIDATES * edits]]
    return every


def _pieces(typed: bytes, edits: int) -> list[tuple[int, bytes]]:
    """``typed`` cut into ``edits + 1`` pieces, each with its offset; then those with a swap undone."""
    cuts = [part * len(typed) // (edits + 1) for part in range(edits + 2)]
    whole = [(low, typed[low:high]) for low, high in pairwise(cuts)]
    swapped = [
        (low, typed[low : cut - 1] + typed[cut : cut + 1])
        for low, cut in pairwise(cuts[:-1])
        if typed[cut - 1] != typed[cut]
    ]
    return whole + swapped


def _holding(table: Table, piece: bytes, offset: int, edits: int) -> "npt.NDArray[np.int32]":
    """Ranks of the strings that hold ``piece`` at ``offset``, give or take ``edits``."""
    import numpy as np

    if offset == 0:
        low, high = table.beginning(piece)
        return np.arange(low, high, dtype=np.int32)
    found = table.inside(piece)
    return found.ranks[np.abs(found.offsets.astype(np.int16) - offset) <= edits]
