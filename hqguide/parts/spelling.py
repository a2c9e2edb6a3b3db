"""Nearest words by edit distance (optimal string alignment: a swap of two letters is one edit).

RapidFuzz is imported when first needed: most queries are spelled right.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

_ALTERNATIVES = 12


class Spellings:
    """Words kept by their length: only those of about the length of a misspelled word can be near it."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, list[str]] = {}
        for word in words:
            self._by_length.setdefault(len(word), []).append(word)
        self._about: dict[tuple[int, int], tuple[str, ...]] = {}

    def about(self, length: int, edits: int) -> tuple[str, ...]:
        """The words whose length differs from ``length`` by at most ``edits``."""
        found = self._about.get((length, edits))
        if found is None:
            sizes = range(length - edits, length + edits + 1)
            found = tuple(word for size in sizes for word in self._by_length.get(size, ()))
            self._about[length, edits] = found
        return found


def beginning(start: str, names: Sequence[str]) -> Iterator[str]:
    """The sorted ``names`` that begin with ``start``, in their order."""
    for at in range(bisect_left(names, start), len(names)):
        if not names[at].startswith(start):
            return
        yield names[at]


def allowed(length: int) -> int:
    """How many edits a word of ``length`` characters may carry and still be taken for another."""
    return 0 if length < 4 else 1 if length < 6 else 2 if length < 10 else 3


def nearest(word: str, words: Sequence[str] | Spellings, edits: int | None = None) -> list[tuple[str, float]]:
    """The words nearest to ``word`` within the allowed edits, with their similarity (0 to 1)."""
    edits = allowed(len(word)) if edits is None else edits
    if isinstance(words, Spellings):
        words = words.about(len(word), edits) if edits else ()
    if not edits or not words:
        return []
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(
        word, words, scorer=OSA.distance, score_cutoff=edits, limit=_ALTERNATIVES, processor=None
    )
    if not found:
        return []
    least = found[0][1]
    return [
        (other, 1 - distance / max(len(word), len(other)))
        for other, distance, _ in found
        if distance == least
    ]
