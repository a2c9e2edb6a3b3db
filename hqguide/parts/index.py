"""The prebuilt index: every key a query can hit, computed when the pack is built.

A *target* is a name with its category; keys point to targets by number. A list of hits is flat:
``[target, weight, target, weight, ...]`` with weights in thousandths.
"""

from collections.abc import Mapping

import msgspec

from hqguide.parts.model import Record

FORMAT = 2

Hits = list[int]


class Target(msgspec.Struct, frozen=True, array_like=True):
    """A name for goods: its category, its best English and Chinese words, the other categories it means.

    ``kind`` is ``term``, ``category`` or ``generic`` (a term that fans out to ``also``).
    """

    category: str
    en: str
    zh: str
    kind: str = "term"
    also: tuple[str, ...] = ()


class Index(Record, frozen=True):
    """``index.json``. ``made_from`` holds the CRC-32 of each source file, to notice a stale index."""

    format: int
    made_from: Mapping[str, int]
    targets: tuple[Target, ...]
    english: Mapping[str, Hits]
    """Folded English name, words joined by one blank -> hits; order is that of ``postings``."""
    postings: Mapping[str, list[int]]
    """English word -> numbers of the names in ``english`` that contain it; words are sorted."""
    chinese: Mapping[str, Hits]
    """Squashed Chinese name -> hits."""
    grams: Mapping[str, list[int]]
    """Two neighbouring characters -> numbers of the names in ``chinese`` that contain them."""
    pinyin: Mapping[str, Hits]
    """Joined pinyin -> hits; keys are sorted."""
    blurred: Mapping[str, list[str]]
    """Blurred pinyin -> keys of ``pinyin``."""
    initials: Mapping[str, Hits]
    """First letters -> hits."""
    heads: Mapping[str, list[tuple[str, int]]]
    """First two characters of a part number -> heads that begin so, each with its family."""
    asked: tuple[tuple[str, int], ...]
    """Intents: the category and the number of places."""
    asked_words: Mapping[str, list[str]]
    """Word -> the classes of words (``@hold``) it is in."""
    asked_places: Mapping[str, list[tuple[int, int]]]
    """Word or class -> the intents it serves, each with the place it fills."""
    examples: Mapping[str, int]
    """Part number known as an example -> its family."""
