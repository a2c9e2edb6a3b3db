"""The records of the language pack: categories, terms and part-number families. Immutable and strict.

``readings`` give the toneless pinyin of a Chinese name, syllables set apart by blanks
(``{"片阻": "pian zu"}``), so that nothing has to transcribe Chinese at run time.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

Tier = Literal["part", "family", "fallback"]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of every record here: frozen, unknown fields refused, defaults not written."""


class Category(Record, frozen=True):
    """A kind of goods: a group (``passive``) or one of its leaves (``passive.mlcc``).

    ``name_zh`` is a heading; ``spoken_zh`` is what to say to a seller when that is another name (贴片电阻
    for 贴片电阻与排阻). Pinyin carries tone marks and is for showing; ``examples`` are values or part
    numbers. A seller of some goods of a ``mixed`` category need not have the others: valves are not
    where old chips are.
    """

    id: str
    name_en: str
    name_zh: str
    pinyin: str
    parent: str | None = None
    spoken_zh: str = ""
    spoken_pinyin: str = ""
    aliases_en: tuple[str, ...] = ()
    aliases_zh: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    readings: Mapping[str, str] = {}
    mixed: bool = False

    @property
    def said_zh(self) -> str:
        """The Chinese name to say to a seller."""
        return self.spoken_zh or self.name_zh

    @property
    def said_pinyin(self) -> str:
        """Pinyin of :attr:`said_zh`, with tone marks."""
        return self.spoken_pinyin or self.pinyin


class Term(Record, frozen=True):
    """A name for goods. A generic term ("capacitor") also stands for the categories in ``also``.

    ``slang`` holds what traders say; ``marking`` what is printed on the part.
    """

    id: str
    en: str
    zh: str
    pinyin: str
    category: str
    aliases_en: tuple[str, ...] = ()
    aliases_zh: tuple[str, ...] = ()
    slang: tuple[str, ...] = ()
    readings: Mapping[str, str] = {}
    marking: str = ""
    also: tuple[str, ...] = ()
    source: str = "common usage"


class Intents(Record, frozen=True):
    """What people want to do, in words of hqguide's own (``source``), by the category that does it.

    An intent is a line of *places* apart by blanks, each filled by one of the words between its bars;
    ``@hold`` stands for the words of the class ``hold``: ``@hold @cable``, ``melt tin|solder``.
    """

    source: str
    classes: Mapping[str, tuple[str, ...]]
    asked: Mapping[str, tuple[str, ...]]


class Family(Record, frozen=True):
    """Part numbers of one kind, told by a regular expression over :func:`normalise.part_key`."""

    id: str
    regex: str
    name: str
    category: str
    tier: Tier = "family"
    maker: str = ""
    note: str = ""
    examples: tuple[str, ...] = ()
