"""The records of the data pack. Immutable, strict, and the source of the published JSON Schema.

Everything the guide says about a place is a :class:`Claim`: words as found, a date, a method, a
confidence and a source. Dates are ISO 8601, as exact as known (``2013``, ``2013-04``, ``2013-04-14``).
Positions are WGS-84 degrees; ``accuracy_m`` is the radius in metres the point may be off.
"""

from typing import Literal

import msgspec

Confidence = Literal["high", "medium", "low"]
Method = Literal[
    "operator sign",
    "signage photo",
    "business card",
    "field survey",
    "map pin",
    "vendor site",
    "supplier record",
    "visitor report",
    "press",
    "registry",
    "machine-written",
    "own sighting",
]
Says = Literal["sells", "repairs", "service", "lacks", "closed", "moved"]
StallKind = Literal["counter", "shop", "office", "service", "area"]
State = Literal["open", "closed", "converted", "unknown"]
AliasKind = Literal["short", "old", "translation", "misspelling", "sign"]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of every record in the pack: frozen, unknown fields refused, defaults not written."""


class Name(Record, frozen=True):
    """A name in Chinese, English and pinyin with tone marks; at least one of them is known."""

    zh: str | None = None
    en: str | None = None
    pinyin: str | None = None

    def __str__(self) -> str:
        return both(self.zh, self.en)


class Alias(Record, frozen=True):
    """Another name people use for a building."""

    text: str
    lang: str
    kind: AliasKind


class Address(Record, frozen=True):
    """A street address as published."""

    zh: str | None = None
    en: str | None = None


class Position(Record, frozen=True):
    """A point in WGS-84 degrees that may be off by ``accuracy_m`` metres."""

    lat: float
    lon: float
    accuracy_m: float
    basis: str
    source: str
    datum: Literal["WGS-84"] = "WGS-84"


class Status(Record, frozen=True):
    """Whether a building still trades, and how we know."""

    state: State
    as_of: str | None = None
    note: str | None = None
    source: str | None = None


class Hours(Record, frozen=True):
    """Opening hours of a building; ``open`` and ``close`` are ``HH:MM`` local time."""

    days: str
    open: str
    close: str
    source: str
    as_of: str
    note: str | None = None


class Goods(Record, frozen=True):
    """What is sold, in the words found, beside the category ids it was mapped to by reading."""

    zh: str | None = None
    en: str | None = None
    categories: tuple[str, ...] = ()

    def __str__(self) -> str:
        return both(self.zh, self.en)


class Claim(Record, frozen=True, cache_hash=True):
    """One dated statement from one source about a building, a floor or a stall.

    ``name`` is set where the source names another trader than the stall's newest claim does.
    """

    id: str
    method: Method
    confidence: Confidence
    source: str
    says: Says = "sells"
    goods: tuple[Goods, ...] = ()
    brands: tuple[str, ...] = ()
    part_numbers: tuple[str, ...] = ()
    as_of: str | None = None
    as_of_estimated: bool = False
    evidence: str | None = None
    note: str | None = None
    superseded_by: str | None = None
    block: str | None = None
    floors: str | None = None
    name: Name | None = None

    @property
    def year(self) -> int | None:
        """Year of the evidence; ``None`` when the source is undated."""
        return int(self.as_of[:4]) if self.as_of else None


class Joint(Record, frozen=True):
    """The floor of another building one walks into without a stair."""

    building: str
    level: int

    @property
    def path(self) -> str:
        """The path of that floor: ``seg-baohua/2F``."""
        return f"{self.building}/{floor_label(self.level)}"


class Floor(Record, frozen=True):
    """A floor by the label on the lift button: ``1F`` is the ground floor, ``B1`` below it."""

    level: int
    label: str
    access: tuple[str, ...] = ()
    joined: tuple[Joint, ...] = ()
    plans: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()


class MetroExit(Record, frozen=True):
    """A metro exit that leads to a building."""

    station: str
    source: str
    exit: str | None = None


class CounterRule(Record, frozen=True):
    """How a building numbers its counters.

    ``reads`` names each regex group: building, floor, zone or serial. ``floor_base`` 0 means the
    floor digit counts the ground floor as 0, so that digit 3 is 4F.
    """

    regex: str
    example: str
    reads: str
    source: str
    floor_base: Literal[0, 1] = 1
    note: str | None = None


class Building(Record, frozen=True):
    """A market hall, or another building of the district that claims speak about."""

    id: str
    name: Name
    kind: str
    status: Status
    aliases: tuple[Alias, ...] = ()
    address: Address = Address()
    position: Position | None = None
    hours: tuple[Hours, ...] = ()
    floors: tuple[Floor, ...] = ()
    claims: tuple[Claim, ...] = ()
    market_floors: int | None = None
    metro: tuple[MetroExit, ...] = ()
    counter_rules: tuple[CounterRule, ...] = ()
    notes: str | None = None
    sources: tuple[str, ...] = ()

    def floor(self, level: int) -> Floor | None:
        """The floor at ``level``, or ``None`` when the building is not known to have it."""
        return next((floor for floor in self.floors if floor.level == level), None)

    @property
    def label(self) -> str:
        """The English name, else the Chinese one, else the id."""
        return self.name.en or self.name.zh or self.id


class Stall(Record, frozen=True):
    """A counter, shop, office or service; kind ``area`` is a place no building is known for."""

    id: str
    kind: StallKind
    claims: tuple[Claim, ...]
    building: str | None = None
    level: int | None = None
    counter: str | None = None
    name: Name | None = None

    @property
    def floor_label(self) -> str | None:
        """``3F``, ``B1``, or ``None`` when the floor is not known."""
        return None if self.level is None else floor_label(self.level)


class Source(Record, frozen=True):
    """Where a claim comes from."""

    title: str
    kind: str
    licence: str
    where: str
    date: str | None = None
    note: str | None = None


def floor_label(level: int) -> str:
    """``3F`` for level 3, ``B1`` for level -1; level 0 does not exist in China."""
    return f"{level}F" if level > 0 else f"B{-level}"


def both(zh: str | None, en: str | None) -> str:
    """Chinese and English side by side; once where the sign prints the same Latin letters ("IC ICs")."""
    if zh and en and zh.isascii() and zh.casefold() in en.casefold():
        return en
    return " ".join(part for part in (zh, en) if part)
