"""The language of the pack as one immutable bundle: categories, part families and the prebuilt index."""

import gc
import re
import zlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from hqguide.errors import GuideError
from hqguide.packfile import decode, read_bytes
from hqguide.parts.index import FORMAT, Index
from hqguide.parts.model import Category, Family, Term
from hqguide.parts.normalise import HAN, fold

CATEGORIES, GLOSSARY, FAMILIES = "categories.json", "glossary.json", "families.json"
SYLLABLES, INDEX = "syllables.json", "index.json"
SOURCES = (CATEGORIES, GLOSSARY, FAMILIES)
"""Files the index is made from."""


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
    def english_joined(self) -> Mapping[str, str]:
        """Every English name without its blanks -> the name."""
        return {name.replace(" ", ""): name for name in self.index.english}

    @cached_property
    def english_joined_names(self) -> tuple[str, ...]:
        """The keys of :attr:`english_joined`."""
        return tuple(self.english_joined)

    @cached_property
    def english_words(self) -> tuple[str, ...]:
        """Every word of an English name, sorted."""
        return tuple(self.index.postings)

    @cached_property
    def chinese_names(self) -> tuple[str, ...]:
        """The keys of ``index.chinese``, so that grams can name them by number."""
        return tuple(self.index.chinese)

    @cached_property
    def pinyin_names(self) -> tuple[str, ...]:
        """Every joined pinyin, sorted."""
        return tuple(self.index.pinyin)

    @cached_property
    def blurred_names(self) -> tuple[str, ...]:
        """Every blurred pinyin."""
        return tuple(self.index.blurred)

    @cached_property
    def example_names(self) -> tuple[str, ...]:
        """Every part number known as an example."""
        return tuple(self.index.examples)

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
        return tuple(c for c in self.categories if c.parent == category_id)

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
