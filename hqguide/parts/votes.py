"""Votes for categories: independent signs of the same thing strengthen each other."""

from typing import Generic, TypeVar

from hqguide.parts.sorts import Sort

_SAFE = 0.97
_OUTSIDE, _OUTSIDE_SURE = 0.55, 0.3

Told = TypeVar("Told")


class Votes(Generic[Told]):
    """Scores by category, and what told the strongest sign of each.

    What a part with the designator's letters, a part of ``sort``, cannot be counts for less.
    """

    def __init__(self, sort: Sort | None = None) -> None:
        self._sort = sort
        self._score: dict[str, float] = {}
        self._best: dict[str, tuple[float, Told]] = {}

    def add(self, category: str, weight: float, told: Told) -> None:
        """Add a sign of ``weight`` (0 to 1) for ``category``."""
        if self._sort and category not in self._sort.categories:
            weight *= _OUTSIDE_SURE if self._sort.sure else _OUTSIDE
        weight = min(weight, _SAFE)
        self._score[category] = 1 - (1 - self._score.get(category, 0.0)) * (1 - weight)
        have = self._best.get(category)
        if have is None or weight > have[0]:
            self._best[category] = (weight, told)

    def told(self, category: str) -> Told | None:
        """What told the strongest sign for ``category``; ``None`` when there was none."""
        have = self._best.get(category)
        return have[1] if have else None

    def ranked(self) -> list[tuple[str, float]]:
        """Categories with their scores (0 to 1), best first."""
        return sorted(self._score.items(), key=lambda item: -item[1])
