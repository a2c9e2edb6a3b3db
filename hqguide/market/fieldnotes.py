"""What a visitor reads beside the map: phrases, history, prices seen, the price index, advice.

Each kind has a file of its own. Everything but the phrases, which are plain language, names its
sources and its date; what is doubtful says so.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from hqguide.market.model import Confidence, Record
from hqguide.market.pack import read_file

Topic = Literal[
    "greet",
    "find",
    "stock",
    "qty",
    "quality",
    "sample",
    "price",
    "pay",
    "contact",
    "deliver",
    "time",
    "spec",
    "repair",
    "number",
]
EventStatus = Literal["two sources", "one source", "conflict", "date inferred"]
PriceKind = Literal["goods", "food", "lodging", "rent", "services", "market"]
AdviceTopic = Literal["hours", "buying", "language", "paying", "photos", "finding", "carry", "rest", "trust"]

_SLOT = re.compile(r"\{(\w+)\}")


class Phrase(Record, frozen=True):
    """A sentence to show or say; ``{part}`` and its like in the text are the ``slots`` to fill."""

    id: str
    topic: Topic
    en: str
    zh: str
    pinyin: str
    slots: tuple[str, ...] = ()
    note: str | None = None

    def fill(self, words: Mapping[str, "Filling"]) -> "Phrase":
        """The phrase with its slots replaced by ``words``; a slot without a word stays as it is."""
        left = tuple(slot for slot in self.slots if slot not in words)
        return msgspec.structs.replace(
            self,
            en=_put(self.en, {slot: word.en for slot, word in words.items()}),
            zh=_put(self.zh, {slot: word.zh for slot, word in words.items()}),
            pinyin=_put(self.pinyin, {slot: word.pinyin for slot, word in words.items()}),
            slots=left,
        )


class Filling(Record, frozen=True):
    """A word for a slot of a phrase, in the three ways a phrase is written."""

    zh: str
    pinyin: str
    en: str


def _put(text: str, words: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda match: words.get(match[1], match[0]), text)


class Event(Record, frozen=True):
    """One dated event; ``as_written`` is the source's date where it is not a plain one."""

    date: str
    event: str
    sources: tuple[str, ...]
    status: EventStatus = "one source"
    until: str | None = None
    as_written: str | None = None
    buildings: tuple[str, ...] = ()
    note: str | None = None


class PricePoint(Record, frozen=True):
    """A price somebody saw. Yuan are for one piece unless ``item`` says more.

    ``printed`` is the amount as the source gives it when that is not in yuan; nothing is converted.
    """

    id: str
    item: str
    kind: PriceKind
    sources: tuple[str, ...]
    place: str
    as_of: str | None = None
    as_written: str | None = None
    yuan: float | None = None
    yuan_high: float | None = None
    printed: str | None = None
    building: str | None = None
    level: int | None = None
    categories: tuple[str, ...] = ()
    doubtful: bool = False
    note: str | None = None


class IndexFamily(Record, frozen=True):
    """A family of the price index and the families below it."""

    en: str
    zh: str | None = None
    parts: tuple["IndexFamily", ...] = ()


class IndexReading(Record, frozen=True):
    """Index values of one review, by family; ``change`` is on the week before, in points."""

    sources: tuple[str, ...]
    values: Mapping[str, float]
    change: Mapping[str, float]
    as_of: str | None = None
    note: str | None = None


class PriceIndex(Record, frozen=True):
    """The official price index of the market: what is known of how it is built."""

    name_en: str
    name_zh: str
    released: str
    authority: str
    indices: int
    families: tuple[IndexFamily, ...]
    readings: tuple[IndexReading, ...]
    history: tuple[Event, ...]
    not_known: tuple[str, ...]
    sources: tuple[str, ...]


class Advice(Record, frozen=True):
    """A piece of advice: dated, sourced, and what it is about.

    ``applies_to`` holds category ids, building ids and the words ``district``, ``hours``,
    ``holiday``, ``sunday``.
    """

    id: str
    topic: AdviceTopic
    text: str
    applies_to: tuple[str, ...]
    sources: tuple[str, ...]
    confidence: Confidence
    as_of: str | None = None
    zh: str | None = None
    note: str | None = None

    def words(self) -> str:
        """The advice with its year and sources."""
        return f"{self.text} ({self.as_of[:4] if self.as_of else 'undated'}; {', '.join(self.sources)})"


class FieldNotes(msgspec.Struct, frozen=True):
    """All field notes of a pack."""

    phrases: tuple[Phrase, ...]
    timeline: tuple[Event, ...]
    prices: tuple[PricePoint, ...]
    price_index: PriceIndex
    advice: tuple[Advice, ...]


def load_fieldnotes(folder: Path) -> FieldNotes:
    """Read the field notes of ``folder``; :class:`GuideError` names a file that is missing or broken."""
    return FieldNotes(
        phrases=read_file(folder, "phrases.json", tuple[Phrase, ...]),
        timeline=read_file(folder, "timeline.json", tuple[Event, ...]),
        prices=read_file(folder, "prices.json", tuple[PricePoint, ...]),
        price_index=read_file(folder, "price_index.json", PriceIndex),
        advice=read_file(folder, "advice.json", tuple[Advice, ...]),
    )
