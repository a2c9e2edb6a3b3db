"""The language of the pack as one immutable bundle: categories, part families and the prebuilt index."""

import gc
import re
import zlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from math import log
from pathlib import Path
from typing import Any

import msgspec

from hqguide.errors import GuideError
from hqguide.packfile import decode, read_bytes
from hqguide.parts.index import FORMAT, Index
from hqguide.parts.model import Category, Family, Term
from hqguide.parts.normalise import HAN, fold, looked
from hqguide.parts.spelling import Spellings

CATEGORIES, GLOSSARY, FAMILIES = "categories.json", "glossary.json", "families.json"
INTENTS, SYLLABLES, INDEX = "intents.json", "syllables.json", "index.json"
SOURCES = (CATEGORIES, GLOSSARY, FAMILIES, INTENTS)
"""Files the index is made from."""


_NUMBER = 0.6
"""What a word with a digit or sign counts of one of letters."""


class NameWords(msgspec.Struct, frozen=True):
    """The words of an English name, how many of them differ, and their weight together."""

    words: tuple[str, ...]
    distinct: int
    weight: float


class Language(msgspec.Struct, frozen=True, dict=True):
    """What the guide knows of words. Terms and readings are read from ``folder`` when first asked for."""

    folder: Path
    categories: tuple[Category, ...]
    families: tuple[Family, ...]
    index: Index

    @cached_property
    def by_id(self) -> Mapping[str, Category]:
        """Categories by id."""
        return {category.id: category for category in self.categories}

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The glossary in file order."""
        return decode(self.folder / GLOSSARY, tuple[Term, ...])

    @cached_property
    def readings(self) -> Mapping[str, str]:
        """The most usual toneless reading of each common Chinese character."""
        table = decode(self.folder / SYLLABLES, dict[str, str])
        return {char: syllable for syllable, chars in table.items() for char in chars}

    @cached_property
    def english_names(self) -> tuple[str, ...]:
        """The keys of ``index.english``, so that postings can name them by number."""
        return tuple(self.index.english)

    @cached_property
    def lone_names(self) -> frozenset[int]:
        """Numbers of the English names of one word, said twice or not."""
        names = enumerate(self.index.english)
        return frozenset(n for n, name in names if " " not in name or len(set(name.split())) == 1)

    @cached_property
    def english_joined(self) -> Mapping[str, str]:
        """Every English name without its blanks -> the name."""
        return {name.replace(" ", ""): name for name in self.index.english}

    @cached_property
    def english_joined_spellings(self) -> Spellings:
        """The keys of :attr:`english_joined`, to repair a whole query."""
        return Spellings(self.english_joined)

    @cached_property
    def english_words(self) -> tuple[str, ...]:
        """Every word of an English name, sorted."""
        return tuple(self.index.postings)

    @cached_property
    def english_spellings(self) -> Spellings:
        """Every word of an English name, to repair a word."""
        return Spellings(self.index.postings)

    @cached_property
    def word_weights(self) -> Mapping[str, float]:
        """How telling each word of an English name is: rare words weigh more, numbers less."""
        names = len(self.index.english)
        return {
            word: log(1 + names / (1 + len(found))) * (1.0 if word.isalpha() else _NUMBER)
            for word, found in self.index.postings.items()
        }

    def weigh(self, word: str) -> float:
        """How telling a word is, one that no name holds included."""
        known = self.word_weights.get(word)
        if known is not None:
            return known
        return log(1 + len(self.index.english)) * (1.0 if word.isalpha() else _NUMBER)

    def name_words(self, number: int) -> NameWords:
        """The words of English name ``number``, kept when first asked for."""
        found = self._name_words.get(number)
        if found is None:
            own = tuple(self.english_names[number].split())
            found = NameWords(own, len(set(own)), sum(self.word_weights[word] for word in own))
            self._name_words[number] = found
        return found

    @cached_property
    def _name_words(self) -> dict[int, NameWords]:
        return {}

    @cached_property
    def chinese_names(self) -> tuple[str, ...]:
        """The keys of ``index.chinese``, so that grams can name them by number."""
        return tuple(self.index.chinese)

    @cached_property
    def pinyin_names(self) -> tuple[str, ...]:
        """Every joined pinyin, sorted."""
        return tuple(self.index.pinyin)

    @cached_property
    def pinyin_spellings(self) -> Spellings:
        """Every joined pinyin, to repair a mistyped one."""
        return Spellings(self.index.pinyin)

    @cached_property
    def pinyin_backwards(self) -> tuple[str, ...]:
        """Every joined pinyin read backwards, sorted: names that end alike stand together."""
        return tuple(sorted(name[::-1] for name in self.index.pinyin))

    @cached_property
    def blurred_spellings(self) -> Spellings:
        """Every blurred pinyin, to repair a mistyped one."""
        return Spellings(self.index.blurred)

    @cached_property
    def asked_weights(self) -> Mapping[str, tuple[float, frozenset[str]]]:
        """Word of an intent -> how telling it is, and the categories it tells of: few say much."""
        index = self.index
        of_name = {
            name: {index.asked[n][0] for n, _ in places} for name, places in index.asked_places.items()
        }
        every = len({category for category, _ in index.asked})
        out: dict[str, tuple[float, frozenset[str]]] = {}
        for word in {*index.asked_words, *index.asked_places}:
            names = (word, *index.asked_words.get(word, ()))
            categories = frozenset[str]().union(*(of_name.get(name, ()) for name in names))
            if categories:
                out[word] = (log(every / len(categories)), categories)
        return out

    @cached_property
    def example_names(self) -> tuple[str, ...]:
        """Every part number known as an example, sorted."""
        return tuple(self.index.examples)

    @cached_property
    def example_spellings(self) -> Spellings:
        """Every part number known as an example, to repair a mistyped one."""
        return Spellings(self.index.examples)

    @cached_property
    def example_looks(self) -> Mapping[str, Sequence[str]]:
        """What a known part number looks like in print -> the numbers that look so."""
        looks: dict[str, list[str]] = {}
        for name in self.index.examples:
            looks.setdefault(looked(name), []).append(name)
        return looks

    @cached_property
    def families_begun(self) -> dict[str, tuple[int, ...]]:
        """Families whose numbers can begin so, for :mod:`hqguide.parts.families`."""
        return {}

    @cached_property
    def part_readings(self) -> dict[str, Any]:
        """What part keys were read as, for :func:`hqguide.parts.families.read_part`."""
        return {}

    @cached_property
    def _compiled(self) -> dict[int, re.Pattern[str]]:
        return {}

    def category(self, category_id: str) -> Category:
        """The category with this id; :class:`GuideError` when there is none."""
        try:
            return self.by_id[category_id]
        except KeyError:
            raise GuideError(f"no category {category_id!r}", where=str(self.folder / CATEGORIES)) from None

    def children(self, category_id: str) -> tuple[Category, ...]:
        """The leaves of a group in file order; empty for a leaf."""
        return self._members.get(category_id, ())

    @cached_property
    def _members(self) -> Mapping[str, tuple[Category, ...]]:
        groups = (c.id for c in self.categories if c.parent is None)
        return {group: tuple(c for c in self.categories if c.parent == group) for group in groups}

    def spell(self, text: str) -> str:
        """Toneless pinyin of the Han characters of ``text``, one syllable each; other text stays."""
        out = [
            f" {self.readings.get(char, char)} " if HAN[0] <= char <= HAN[-1] else char for char in fold(text)
        ]
        return " ".join("".join(out).split())

    def pattern(self, number: int) -> re.Pattern[str]:
        """The compiled expression of family ``number``, compiled on first use."""
        found = self._compiled.get(number)
        if found is None:
            family = self.families[number]
            try:
                found = re.compile(family.regex, re.ASCII)
            except re.error as error:
                where = f"{self.folder / FAMILIES}: {family.id}"
                raise GuideError(f"broken expression: {error}", where=where) from error
            self._compiled[number] = found
        return found


def load_language(folder: Path) -> Language:
    """Read the language files of the pack in ``folder``.

    Raises :class:`GuideError` for a missing or broken file, and for an index that was not made from
    the files beside it.
    """
    # Half the time of a load would go to the garbage collector looking at what is all still needed.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _load(folder)
    finally:
        if collecting:
            gc.enable()


def _load(folder: Path) -> Language:
    """Read and check the files."""
    sources = {name: read_bytes(folder / name) for name in SOURCES}
    index = decode(folder / INDEX, Index)
    made_from = {name: zlib.crc32(data) for name, data in sources.items()}
    if index.format != FORMAT or dict(index.made_from) != made_from:
        raise GuideError(
            "was not made from the files beside it",
            where=str(folder / INDEX),
            hint="Run `hqguide data build` for this data pack.",
        )
    return Language(
        folder=folder,
        categories=decode(folder / CATEGORIES, tuple[Category, ...], sources[CATEGORIES]),
        families=decode(folder / FAMILIES, tuple[Family, ...], sources[FAMILIES]),
        index=index,
    )
