"""Remember what was computed from a large immutable value, found again by identity."""

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

KEPT = 4


class _Same(Generic[T]):
    """A value that equals only itself, so that a whole district need not be hashed."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.value is self.value


def once(build: Callable[[T], R]) -> Callable[[T], R]:
    """``build`` with its results kept for the last few arguments, told apart by identity."""

    @lru_cache(maxsize=KEPT)
    def kept(key: _Same[T]) -> R:
        return build(key.value)

    def found(value: T) -> R:
        return kept(_Same(value))

    return found
