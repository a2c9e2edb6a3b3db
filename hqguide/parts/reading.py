"""What a matcher returns: for each target (a name of the index) how well it fits, and how it was found."""

from typing import Literal

import msgspec

Via = Literal[
    "alias",
    "words",
    "part number",
    "part family",
    "symbol",
    "value",
    "pinyin",
    "initials",
    "typo",
    "category",
    "intent",
    "context",
]


class Fit(msgspec.Struct, frozen=True):
    """How well a name fits (0 to 1), and the step that found it."""

    score: float
    via: Via


class Fits:
    """The best fit of each target so far."""

    def __init__(self) -> None:
        self.best: dict[int, Fit] = {}

    def add(self, hits: list[int], score: float, via: Via) -> None:
        """Every target of a flat hit list (``[target, weight, ...]``) with its weight applied."""
        for at in range(0, len(hits), 2):
            target, own = hits[at], score * hits[at + 1] / 1000
            have = self.best.get(target)
            if have is None or own > have.score:
                self.best[target] = Fit(own, via)

    @property
    def top(self) -> float:
        """The best score so far; 0 when nothing was found."""
        return max((fit.score for fit in self.best.values()), default=0.0)
