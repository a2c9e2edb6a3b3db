"""Write the everyday phrases, and the nouns for what cannot be touched, that trade words are easily found in.

Usage: python tools/import_everyday_phrases.py WORDNET_DIR SCOWL_DIR DATA_DIR

WORDNET_DIR holds the database of WordNet 3.0 (Debian's package ``wordnet-base`` puts it in
``/usr/share/wordnet``), SCOWL_DIR the word lists of SCOWL. A phrase is kept when it holds a word of the pack,
its other words are common, it names no artefact of any sense but a building or the like, and no name of the
pack holds it: speed of light, sickle cell. Of common nouns those are kept whose first two senses are a
feeling, a state, a deed or the like and that the pack does not use: democracy, merger.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from hqguide.parts.everyday import ABSTRACT, PHRASES
from hqguide.parts.language import Language, load_language
from hqguide.parts.normalise import content, fold, words
from hqguide.parts.talk import DOUBLE, is_talk
from hqguide.parts.wordlist import write

LEVELS = ("10", "20", "35")
LISTS = ("english-words", "american-words", "british-words", "english-upper", "english-proper-names")
LONGEST = 5
ARTEFACT = 6
# Numbers of WordNet's lexicographer files: acts, animals, attributes, bodies ...
NO_GOODS = frozenset((4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 23, 25, 26, 28))
UNTOUCHABLE = frozenset((4, 7, 9, 10, 11, 12, 14, 16, 21, 24, 26))
# Animals, bodies, food, places, people, plants.
BEINGS = frozenset((5, 8, 13, 15, 18, 20))
# An artefact that is one of these may be goods of the market.
GOODS_TEXT = """
device equipment system conductor tool implement material instrument medium machine computer container
mechanism fastener abstraction instrumentality way sheet surface covering
"""
GOODS = frozenset(GOODS_TEXT.split())
NOTICE = """
From WordNet 3.0 (https://wordnet.princeton.edu), cut down by tools/import_everyday_phrases.py.
WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
Permission to use, copy, modify and distribute this software and database and its documentation for any
purpose and without fee or royalty is hereby granted, provided that you agree to comply with the following
copyright notice and statements, including the disclaimer, and that the same appear on ALL copies of the
software, database and documentation, including modifications that you make for internal use or for
distribution. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO
REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON
UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE
OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY
PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The name of Princeton University or Princeton may not be
used in advertising or publicity pertaining to distribution of the software and/or database. Title to
copyright in this software, database and any associated documentation shall at all times remain with
Princeton University and LICENSEE agrees to preserve same.
"""


class WordNet:
    """The nouns of WordNet: senses by word, and each sense's file, name and more general senses."""

    def __init__(self, folder: Path) -> None:
        self.senses: dict[str, list[str]] = {}
        self.files: dict[str, int] = {}
        self.names: dict[str, str] = {}
        self.above: dict[str, list[str]] = {}
        self.adverbs = tuple(
            fields[0] for name in ("adv", "adj") for fields in _rows(folder / f"index.{name}")
        )
        for fields in _rows(folder / "index.noun"):
            self.senses[fields[0]] = fields[-int(fields[2]) :]
        for fields in _rows(folder / "data.noun"):
            sense, size = fields[0], int(fields[3], 16)
            at = 4 + 2 * size
            links = range(at + 1, at + 1 + 4 * int(fields[at]), 4)
            self.files[sense], self.names[sense] = int(fields[1]), fields[4]
            self.above[sense] = [fields[n + 1] for n in links if fields[n] in ("@", "@i")]

    def kinds(self, sense: str) -> set[str]:
        """The names of everything a sense is a kind of."""
        return {self.names[above] for above in self.above[sense]}.union(
            *(self.kinds(above) for above in self.above[sense])
        )

    def is_no_goods(self, word: str) -> bool:
        """Whether no sense of a word is an artefact, or the first is one that nobody carries."""
        senses = self.senses[word]
        if self.files[senses[0]] == ARTEFACT:
            return not self.kinds(senses[0]) & GOODS
        return all(self.files[sense] in NO_GOODS for sense in senses)

    def is_untouchable(self, word: str) -> bool:
        """Whether the first two senses of a word are a feeling, a state, a deed or the like."""
        return all(self.files[sense] in UNTOUCHABLE for sense in self.senses[word][:2])


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="latin-1").splitlines():
        if not line.startswith("  "):
            yield line.split(" | ")[0].split()


def common(scowl: Path) -> frozenset[str]:
    """The words and names of the first levels, in lower case."""
    files = [scowl / f"{name}.{level}" for name in LISTS for level in LEVELS]
    typed = {word for file in files if file.exists() for word in file.read_text("latin-1").split()}
    return frozenset(part for word in typed for part in words(fold(word)))


def phrases(net: WordNet, known: frozenset[str], language: Language) -> set[str]:
    """The phrases as they are looked up: their words as queries are compared, run together."""
    names = {f" {name} " for name in language.index.english}
    held = "\n".join(names)
    nouns = [word for word in net.senses if net.is_no_goods(word)]
    out = set()
    for phrase in (*nouns, *net.adverbs):
        if "_" not in phrase or not all(char.isalpha() or char in "_'-" for char in phrase):
            continue
        every = words(fold(phrase.replace("_", " ")))
        if not 2 <= len(every) <= LONGEST or f" {' '.join(content(every))} " in held:
            continue
        noun = phrase in net.senses
        being = noun and net.files[net.senses[phrase][0]] in BEINGS
        if _tells(every, known, language, noun=noun, being=being):
            out.add("".join(every))
    return out


def _tells(
    every: tuple[str, ...], known: frozenset[str], language: Language, *, noun: bool, being: bool
) -> bool:
    """Whether a phrase holds a word of the pack, common words besides, and tells of something else.

    A noun does that by a word that is none of the trade, by words of double meaning, or as a ``being``.
    """
    told = content(every)
    postings = language.index.postings
    if not any(word in postings for word in told) or not known.issuperset(every):
        return False
    inside = len(told) < len(every)
    other = [word for word in told if word not in postings and not is_talk(word)]
    return inside or being or (noun and (bool(other) or all(word in DOUBLE for word in told)))


def untouchable(net: WordNet, known: frozenset[str], language: Language, used: str) -> set[str]:
    """Common nouns for what cannot be touched, as queries are compared."""
    found = {words(fold(word)) for word in net.senses if "_" not in word and net.is_untouchable(word)}
    return {
        word
        for (word,) in (every for every in found if len(every) == 1)
        if word in known and word not in language.index.postings and not is_talk(word) and word not in used
    }


def main(wordnet: Path, scowl: Path, data: Path) -> None:
    """Read, choose, count, write."""
    net, language, known = WordNet(wordnet), load_language(data), common(scowl)
    used = (data / "intents.json").read_text(encoding="utf-8")
    found, nouns = phrases(net, known, language), untouchable(net, known, language, used)
    write(PHRASES.path, NOTICE, found)
    write(ABSTRACT.path, NOTICE, nouns)
    print(f"{len(found)} phrases, {len(nouns)} nouns")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
