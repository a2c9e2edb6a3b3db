"""The market as a directory: categories, brands, halls, floors and stalls by every name people type.

Used where a market is too large to look through: names, pinyin, initials, counter numbers and groups in
one index on disk. See :mod:`hqguide.textindex`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from hqguide.market.model import Building, Name, Stall, floor_label
from hqguide.market.pack import Market
from hqguide.parts import sounds
from hqguide.parts.language import Language
from hqguide.parts.traditional import simplify
from hqguide.textindex.atoms import is_han
from hqguide.textindex.directory import Directory, open_directory
from hqguide.textindex.directory_build import build_directory
from hqguide.textindex.entries import (
    ALIAS,
    BLURRED,
    CHINESE,
    COUNTER,
    ENGLISH,
    INITIALS,
    PINYIN,
    WHOLE,
    Entry,
    Spelling,
)
from hqguide.textindex.folding import fold, fragments
from hqguide.textindex.store import Draft

ListedKind = Literal["category", "brand", "building", "floor", "stall"]
Spell = Callable[[str], str]

# Groups come before the stalls called like them.
_PRIORS = {"category": 0.03, "brand": 0.025, "building": 0.025}
_TOWNS = ("深圳市", "深圳", "福田", "华强北", "香港", "东莞", "广州市", "广州")
_ASIDE = re.compile(r"[（(].*?[)）]")
_SHORT_NAME = 4


class Listed(msgspec.Struct, frozen=True):
    """What an entry of the directory is: its kind, and its id (of a brand its name, of a floor its label)."""

    kind: ListedKind
    id: str


class Listing(msgspec.Struct, frozen=True):
    """The entries of a market in order, and what each is."""

    entries: tuple[Entry, ...]
    listed: tuple[Listed, ...]


def listing(market: Market, language: Language) -> Listing:
    """Every category, brand, hall, floor and stall of ``market`` as entries; groups before their members."""
    brands = sorted({brand for claim in market.claims() for brand in claim.brands})
    levels = sorted({stall.level for stall in market.stalls if stall.level is not None})
    listed = [
        *(Listed("category", category.id) for category in language.categories),
        *(Listed("brand", brand) for brand in brands),
        *(Listed("building", building.id) for building in market.buildings),
        *(Listed("floor", floor_label(level)) for level in levels),
    ]
    number = {one: at for at, one in enumerate(listed)}
    entries = [
        *(_entry("category", _category(c.id, language), language.spell) for c in language.categories),
        *(_entry("brand", _brand(brand), language.spell) for brand in brands),
        *(_entry("building", _building(building), language.spell) for building in market.buildings),
        *(_floor(level) for level in levels),
    ]
    for stall in market.stalls:
        listed.append(Listed("stall", stall.id))
        groups = (number[one] for one in _groups(stall) if one in number)
        entries.append(_stall(stall, market, tuple(dict.fromkeys(groups)), language.spell))
    return Listing(tuple(entries), tuple(listed))


def build(
    market: Market,
    language: Language,
    folder: Path,
    *,
    made_from: str = "",
    also: Callable[[Draft], None] | None = None,
) -> None:
    """Write the directory of ``market`` into ``folder``; ``made_from`` says which files it fits."""
    entries = listing(market, language).entries
    build_directory(folder, entries, language.readings, made_from=made_from, also=also)


class MarketDirectory:
    """The open directory of a market; ``files`` has what else was kept with it."""

    def __init__(self, folder: Path) -> None:
        self._directory: Directory = open_directory(folder, sounds.blur)
        self.files = self._directory.files
        self.made_from = self._directory.made_from

    def __len__(self) -> int:
        return len(self._directory)

    def counters(self, number: str) -> list[int]:
        """Numbers of the entries with a counter number that begins with ``number``, folded."""
        return self._directory.beginning(number, COUNTER)

    def search(self, text: str, limit: int = 10) -> list[tuple[int, float]]:
        """Numbers of the entries of :func:`listing` that fit ``text``, best first, with scores to about 1."""
        return self._directory.search(simplify(text), limit)


def spellings(name: str, kind: int, spell: Spell) -> Iterator[Spelling]:
    """How a name is found: as written, and a Chinese one by its pinyin in full, by initials, blurred."""
    text = fold(simplify(name))
    if not is_han(text):
        yield Spelling(text, kind, _beginnings(fragments(name)))
        return
    town = next((len(town) for town in _TOWNS if text.startswith(town)), 0)
    yield Spelling(text, kind, (0, town))
    sound = sounds.keys(spell(text))
    begins = _beginnings(sound.syllables)
    yield Spelling(sound.joined, PINYIN, begins)
    for initials in sound.initials:
        yield Spelling(initials, INITIALS, (0, town))
    yield Spelling(sound.blurred, BLURRED)


def _beginnings(pieces: Sequence[str]) -> tuple[int, ...]:
    """Where each piece begins when they are joined."""
    out, at = [], 0
    for piece in pieces:
        out.append(at)
        at += len(piece)
    return tuple(out) or (0,)


def _entry(kind: str, names: Iterable[tuple[str, int]], spell: Spell) -> Entry:
    """A group with its names, each with its kind of spelling."""
    pairs = [(name, kind) for name, kind in names if fold(name)]
    return Entry(
        spellings=tuple(s for name, spelled_as in pairs for s in spellings(name, spelled_as, spell)),
        words=tuple(word for name, _ in pairs if name.isascii() for word in (*fragments(name), fold(name))),
        prior=_PRIORS[kind],
    )


def _category(category_id: str, language: Language) -> Iterator[tuple[str, int]]:
    category = language.category(category_id)
    yield category.name_en, ENGLISH
    for zh in dict.fromkeys((category.name_zh, category.said_zh)):
        yield zh, CHINESE
    for alias in (*category.aliases_en, *category.aliases_zh):
        yield alias, ALIAS


def _brand(brand: str) -> Iterator[tuple[str, int]]:
    """A brand as printed; of "村田 Murata" both names."""
    yield brand, ENGLISH
    scripts: dict[bool, list[str]] = {}
    for word in brand.split():
        scripts.setdefault(is_han(word), []).append(word)
    if len(scripts) == 2:
        for words in scripts.values():
            yield " ".join(words), ALIAS


def _building(building: Building) -> Iterator[tuple[str, int]]:
    if building.name.zh:
        yield _ASIDE.sub("", building.name.zh), CHINESE
    if building.name.en:
        yield _ASIDE.sub("", building.name.en), ENGLISH
    for alias in building.aliases:
        yield alias.text, ALIAS


def _floor(level: int) -> Entry:
    number = f"{level}" if level > 0 else f"负{-level}"
    texts = (
        floor_label(level).lower(),
        f"{number}楼",
        f"{number}层",
        *((f"b{-level}f",) if level < 0 else ()),
    )
    return Entry(tuple(Spelling(text, WHOLE) for text in texts), shown=False)


def _groups(stall: Stall) -> Iterator[Listed]:
    """The groups a stall belongs to."""
    for claim in stall.claims:
        for goods in claim.goods:
            for category in goods.categories:
                yield Listed("category", category)
        for brand in claim.brands:
            yield Listed("brand", brand)
    if stall.building:
        yield Listed("building", stall.building)
    if stall.level is not None:
        yield Listed("floor", floor_label(stall.level))


def _stall(stall: Stall, market: Market, groups: tuple[int, ...], spell: Spell) -> Entry:
    """A stall by its trading name and its counter number, alone and after the short name of its hall."""
    name = stall.name or Name()
    pairs = [(text, kind) for text, kind in ((name.zh, CHINESE), (name.en, ENGLISH)) if text and fold(text)]
    spelled = [s for text, kind in pairs for s in spellings(text, kind, spell)]
    if stall.counter:
        counter = fold(stall.counter)
        spelled.append(Spelling(counter, COUNTER))
        home = market.by_id.get(stall.building or "")
        short = (
            [fold(a.text) for a in home.aliases if a.text.isascii() and len(a.text) <= _SHORT_NAME]
            if home
            else []
        )
        spelled.extend(Spelling(code + counter, COUNTER, (0, len(code))) for code in short)
    words = fragments(name.en) if name.en and name.en.isascii() else ()
    return Entry(tuple(spelled), words, groups)
