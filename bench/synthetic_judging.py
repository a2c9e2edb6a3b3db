"""Which entries a mistyped text may mean as well as the one it was made from, by looking at all of them.

A slip can spell another name, or lie as near to it: who meant welllane and typed ``wellne`` has typed the
beginning of Wellnet. So every entry at the same or a smaller distance from the typed text is a right answer.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


class Neighbours:
    """Folded texts of entries, each with the places at which a word of it begins."""

    def __init__(self, texts: Iterable[tuple[int, str, tuple[int, ...]]]) -> None:
        owners: dict[str, list[int]] = defaultdict(list)
        for number, text, begins in texts:
            for at in begins:
                owners[text[at:]].append(number)
        self._texts, self._owners = tuple(owners), tuple(owners.values())

    def as_near(self, typed: str, meant: str, slips: int) -> list[int]:
        """Entries with a word that begins at most as far from ``typed`` as ``meant``, or that hold ``typed``.

        The distance is that of optimal string alignment to the whole or to a beginning of it; sizes that
        differ by more than ``slips`` are not tried.
        """
        import numpy as np
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        def far(texts: list[str], most: int) -> "npt.NDArray[np.uint8]":
            slips: npt.NDArray[np.uint8] = process.cdist(
                [typed], texts, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8
            )[0]
            return slips

        sizes = range(max(1, len(typed) - slips), len(typed) + slips + 1)
        most = min(OSA.distance(typed, meant[:size]) for size in sizes)
        near = {at for at, text in enumerate(self._texts) if typed in text}
        # A shorter beginning that is near leaves the longest one at most so much farther.
        longest = [text[: sizes[-1]] for text in self._texts]
        left = np.flatnonzero(far(longest, most + 2 * slips) <= most + 2 * slips).tolist()
        for size in sizes:
            close = far([self._texts[at][:size] for at in left], most) <= most
            near.update(at for at, good in zip(left, close.tolist(), strict=True) if good)
        return sorted({number for at in near for number in self._owners[at]})
