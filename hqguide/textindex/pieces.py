"""Strings that hold several pieces in any order, and the shortest of many strings."""

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from hqguide.textindex.signatures import characters, neighbours
from hqguide.textindex.table import Table, distinct

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


def holding_all(table: Table, pieces: Sequence[bytes], limit: int) -> list[int]:
    """The ``limit`` shortest strings that hold every one of ``pieces``; of equal sizes the first.

    The strings with the rarest piece are read, in that order, unless their signature rules them out.
    """
    import numpy as np

    rarest = min(pieces, key=table.count)
    ranks = distinct(table.inside(rarest).ranks)
    one, two = np.uint64(0), np.uint64(0)
    for piece in pieces:
        one, two = one | np.uint64(characters(piece)), two | np.uint64(neighbours(piece))
    ranks = ranks[(table.characters[ranks] & one == one) & (table.neighbours[ranks] & two == two)]
    ranks = ranks[np.argsort(table.sizes[ranks], kind="stable")]
    others = [piece for piece in pieces if piece is not rarest]
    whole = (rank for rank in ranks.tolist() if all(piece in table.bytes_of(rank) for piece in others))
    return list(islice(whole, limit))


def shortest(ranks: "npt.NDArray[np.int32]", sizes: "npt.NDArray[np.uint8]", limit: int) -> list[int]:
    """The ``limit`` ranks with the smallest sizes; of equal sizes the first."""
    import numpy as np

    if len(ranks) <= limit:
        return list(map(int, ranks))
    most = int(np.searchsorted(np.cumsum(np.bincount(sizes)), limit))
    below = ranks[sizes < most]
    return [*below.tolist(), *ranks[sizes == most][: limit - len(below)].tolist()]
