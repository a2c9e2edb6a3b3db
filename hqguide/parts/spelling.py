"""Nearest words by edit distance (optimal string alignment: a swap of two letters is one edit).

RapidFuzz is imported when first needed: most queries are spelled right.
"""

from collections.abc import Sequence

_ALTERNATIVES = 12


def allowed(length: int) -> int:
    """How many edits a word of ``length`` characters may carry and still be taken for another."""
    return 0 if length < 4 else 1 if length < 6 else 2 if length < 10 else 3


def nearest(word: str, words: Sequence[str], edits: int | None = None) -> list[tuple[str, float]]:
    """The words nearest to ``word`` within the allowed edits, with their similarity (0 to 1)."""
    edits = allowed(len(word)) if edits is None else edits
    if not edits:
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
