"""Compute ``index.json`` from the language files of a pack. Deterministic: same files, same bytes."""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from hqguide.packfile import decode, read_bytes
from hqguide.parts import sounds
from hqguide.parts.everyday import EVERYDAY
from hqguide.parts.heads import heads, openings
from hqguide.parts.index import FORMAT, Hits, Index, Target
from hqguide.parts.language import CATEGORIES, FAMILIES, GLOSSARY, INTENTS, SOURCES
from hqguide.parts.model import Category, Family, Intents, Term
from hqguide.parts.normalise import content, fold, han, part_key, squash, words

# A term's own name, its other names, and the wider words of a category: thousandths.
_NAME, _ALIAS, _CATEGORY, _CATEGORY_ALIAS, _GROUP = 1000, 985, 995, 965, 950
# What stands in brackets tells two things of one name apart: "microphone (retail)".
_ASIDE = re.compile(r"[(（][^)）]*[)）]")
_WITH_ASIDE = 25
# So is a name that stop words shorten: "SIM card" is the card before it is the "SIM card shop".
_SHORTENED = 5

_Named = tuple[str, int]
_T = TypeVar("_T")


class _Keys:
    """Hits by key while they are collected: the best weight of each target wins."""

    def __init__(self) -> None:
        self.hits: dict[str, dict[int, int]] = defaultdict(dict)

    def add(self, key: str, target: int, weight: int) -> None:
        if key:
            at = self.hits[key]
            at[target] = max(weight, at.get(target, 0))

    def table(self) -> dict[str, Hits]:
        """Sorted by key; within a key the best target first."""
        return {
            key: [n for item in sorted(self.hits[key].items(), key=lambda i: (-i[1], i[0])) for n in item]
            for key in sorted(self.hits)
        }


def build_index(folder: Path) -> bytes:
    """The bytes of ``index.json`` for the files in ``folder``; :class:`GuideError` for broken ones."""
    sources = {name: read_bytes(folder / name) for name in SOURCES}
    categories = decode(folder / CATEGORIES, tuple[Category, ...], sources[CATEGORIES])
    terms = decode(folder / GLOSSARY, tuple[Term, ...], sources[GLOSSARY])
    families = decode(folder / FAMILIES, tuple[Family, ...], sources[FAMILIES])
    intents = decode(folder / INTENTS, Intents, sources[INTENTS])
    targets: list[Target] = []
    english, chinese, pinyin, initials = _Keys(), _Keys(), _Keys(), _Keys()
    for target, names_en, names_zh, readings in _named(categories, terms):
        number = len(targets)
        targets.append(target)
        for name, weight in names_en:
            english.add(_phrase(_ASIDE.sub(" ", name)), number, _own(name, weight))
        for name, weight in names_zh:
            bare = _ASIDE.sub("", name)
            (chinese if han(bare) else english).add(_key(bare), number, _own(name, weight))
            if name in readings and han(bare):
                keys = sounds.keys(_ASIDE.sub(" ", readings[name]))
                pinyin.add(keys.joined, number, weight)
                for letters in keys.initials:
                    if len(letters) > 1:
                        initials.add(letters, number, weight)
    index = _assemble(
        targets, english.table(), chinese.table(), pinyin.table(), initials.table(), families, intents
    )
    made_from = {name: zlib.crc32(data) for name, data in sources.items()}
    index = msgspec.structs.replace(index, made_from=made_from)
    return msgspec.json.encode(index) + b"\n"


def _own(name: str, weight: int) -> int:
    """The weight of a name, less when it needs an aside to tell it from another or is not all of its key."""
    every = words(fold(name))
    return (
        weight - (_WITH_ASIDE if _ASIDE.search(name) else 0) - (_SHORTENED if content(every) != every else 0)
    )


def _key(name: str) -> str:
    """The key of a name in a Chinese list: squashed when Chinese, as English words otherwise."""
    return squash(fold(name)) if han(name) else _phrase(name)


def _phrase(name: str) -> str:
    """The key of an English name: the words that tell something, all of them when none does.

    Empty when one everyday word is left of several: "water goods" is not found by "water".
    """
    every = words(fold(name))
    left = content(every) or every
    return "" if len(every) > len(left) == 1 and left[0] in EVERYDAY else " ".join(left)


def _named(
    categories: Sequence[Category], terms: Sequence[Term]
) -> Iterator[tuple[Target, list[_Named], list[_Named], dict[str, str]]]:
    """Every target with its weighted English and Chinese names and their readings."""
    for term in terms:
        kind = "generic" if term.also else "term"
        target = Target(term.category, term.en, term.zh, kind, term.also)
        yield (
            target,
            [(term.en, _NAME), *((name, _ALIAS) for name in term.aliases_en)],
            [(term.zh, _NAME), *((name, _ALIAS) for name in (*term.aliases_zh, *term.slang))],
            dict(term.readings),
        )
    for category in categories:
        own, other = (_CATEGORY, _CATEGORY_ALIAS) if category.parent else (_CATEGORY_ALIAS, _GROUP)
        yield (
            Target(category.id, category.name_en, category.said_zh, "category"),
            [(category.name_en, own), *((name, other) for name in category.aliases_en)],
            [(category.name_zh, own), *((name, other) for name in category.aliases_zh)],
            dict(category.readings),
        )


def _word(word: str) -> str:
    """A word of an intent as queries are compared; the name of a class stays."""
    if word.startswith("@"):
        return word
    return squash(fold(word)) if han(word) else " ".join(words(fold(word)))


def _assemble(
    targets: Sequence[Target],
    english: dict[str, Hits],
    chinese: dict[str, Hits],
    pinyin: dict[str, Hits],
    initials: dict[str, Hits],
    families: Sequence[Family],
    intents: Intents,
) -> Index:
    """The index with its inverted lists."""
    postings: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(english):
        for word in dict.fromkeys(name.split()):
            postings[word].append(number)
    grams: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(chinese):
        for gram in dict.fromkeys(name[n : n + 2] for n in range(len(name) - 1)):
            grams[gram].append(number)
    blurred: dict[str, list[str]] = defaultdict(list)
    for name in pinyin:
        blurred[sounds.blur(name)].append(name)
    opening, examples = _numbers(families)
    asked, classes, places = _intents(intents)
    return Index(
        format=FORMAT,
        made_from={},
        targets=tuple(targets),
        english=english,
        postings=_ordered(postings),
        chinese=chinese,
        grams=_ordered(grams),
        pinyin=pinyin,
        blurred=_ordered(blurred),
        initials=initials,
        heads=_ordered(opening),
        asked=asked,
        asked_words=_ordered(classes),
        asked_places=_ordered(places),
        examples={key: examples[key] for key in sorted(examples)},
    )


def _numbers(families: Sequence[Family]) -> tuple[dict[str, list[tuple[str, int]]], dict[str, int]]:
    """Heads of part numbers by their opening, and the family of each number known as an example."""
    opening: dict[str, list[tuple[str, int]]] = defaultdict(list)
    examples: dict[str, int] = {}
    for number, family in enumerate(families):
        for head in heads(family.regex):
            for start in openings(head):
                opening[start].append((head, number))
        for example in family.examples:
            examples.setdefault(part_key(example), number)
    return opening, examples


def _intents(
    intents: Intents,
) -> tuple[tuple[tuple[str, int], ...], dict[str, list[str]], dict[str, list[tuple[int, int]]]]:
    """Every intent with its number of places, the classes of each word, the places of words and classes."""
    asked = [(category, line.split()) for category, lines in intents.asked.items() for line in lines]
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (_, line) in enumerate(asked):
        for place, alternatives in enumerate(line):
            for word in alternatives.split("|"):
                places[_word(word)].append((number, place))
    classes: dict[str, list[str]] = defaultdict(list)
    for name, members in intents.classes.items():
        for word in dict.fromkeys(map(_word, members)):
            classes[word].append(f"@{name}")
    return tuple((category, len(line)) for category, line in asked), classes, places


def _ordered(table: dict[str, _T]) -> dict[str, _T]:
    return {key: table[key] for key in sorted(table)}
