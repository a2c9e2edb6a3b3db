"""What a directory lists: entries with the spellings they are found by, and the groups they belong to."""

import msgspec

CHINESE, ENGLISH, ALIAS, COUNTER, PINYIN, INITIALS, BLURRED, WHOLE = range(8)
"""Kinds of spellings. ``WHOLE`` is found only when all of it was typed."""

WEIGHTS = (1.0, 1.0, 1.0, 0.985, 0.97, 0.955, 0.90, 0.95)
"""What a match of each kind is worth beside one of a written name."""


class Spelling(msgspec.Struct, frozen=True, array_like=True):
    """A folded text an entry is found by, its kind, and the characters at which its words begin."""

    text: str
    kind: int
    begins: tuple[int, ...] = (0,)


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """Something a directory lists.

    ``words`` are the Latin words of its name, which are mended when mistyped and found in any order;
    those of a group may be whole names. ``groups`` are numbers
    of earlier entries it belongs to: naming those finds it. ``prior`` is added to its score;
    an entry that is not ``shown`` only names others.
    """

    spellings: tuple[Spelling, ...]
    words: tuple[str, ...] = ()
    groups: tuple[int, ...] = ()
    prior: float = 0.0
    shown: bool = True
