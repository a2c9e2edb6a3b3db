"""Write the common English words that are no trade words, for telling them from misspelled ones.

Usage: python tools/import_common_words.py SCOWL_DIR DATA_DIR

SCOWL_DIR holds the word lists of SCOWL by level (Debian's package ``scowl`` puts them in
``/usr/share/dict/scowl``); levels 10 to 35 are taken, of names up to 50. Words of the pack and of the same
stem (connecting, beside connector), of the lists of our own, and short words that can be pinyin are left out.
"""

import sys
from collections.abc import Collection, Sequence
from itertools import takewhile
from pathlib import Path

from hqguide.parts import sounds
from hqguide.parts.everyday import COMMON_WORDS, EVERYDAY, FURTHER_WORDS, bases
from hqguide.parts.language import load_language
from hqguide.parts.normalise import content, words
from hqguide.parts.wordlist import write

LISTS = ("english-words", "american-words", "british-words")
LEVELS, FURTHER_LEVELS = ("10", "20"), ("35",)
NAMES = ("english-proper-names", "english-upper")
NAME_LEVELS = ("10", "35", "40", "50")
PINYIN_LONGEST = 5
STEM, STEM_SHARE = 5, 0.6
ENDINGS = (
    "er",
    "or",
    "r",
    "ed",
    "d",
    "ing",
    "ion",
    "able",
    "ive",
    "ment",
    "al",
    "ance",
    "ator",
    "ation",
    "y",
)
NOTICE = """
From SCOWL (http://wordlist.aspell.net), levels 10 to 35, names to 50, cut down by
tools/import_common_words.py. Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy,
modify, distribute and sell these word lists, the associated scripts, the output created from the
scripts, and its documentation for any purpose is hereby granted without fee, provided that the
above copyright notice appears in all copies and that both that copyright notice and this
permission notice appear in supporting documentation. Kevin Atkinson makes no representations
about the suitability of this array for any purpose. It is provided "as is" without express or
implied warranty.
"""


def of_one_stem(word: str, other: str) -> bool:
    """Whether two words are forms of one: connecting and connector, detect and detector."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    return same >= max(STEM, STEM_SHARE * len(word)) and (same < len(word) or other[same:] in ENDINGS)


def common(files: Sequence[Path], known: Collection[str]) -> set[str]:
    """The words of some lists, as queries are compared."""
    by_opening: dict[str, list[str]] = {}
    for word in known:
        by_opening.setdefault(word[:STEM], []).append(word)
    typed = {word for file in files if file.exists() for word in file.read_text("latin-1").split()}
    typed = {word.lower() if word.istitle() else word for word in typed}
    folded = {content(words(word)) for word in typed if word.isascii() and word.isalpha() and word.islower()}
    return {
        word
        for (word,) in (found for found in folded if len(found) == 1)
        if len(word) > 2 and word not in known and word not in EVERYDAY
        if not any(base in EVERYDAY or base in known for base in bases(word))
        if not any(of_one_stem(word, other) for other in by_opening.get(word[:STEM], ()))
        if len(word) > PINYIN_LONGEST or not sounds.split(word)
    }


def main(scowl: Path, data: Path) -> None:
    """Choose, count, write."""
    known = load_language(data).index.postings
    found = common([scowl / f"{name}.{level}" for name in LISTS for level in LEVELS], known)
    more = [scowl / f"{name}.{level}" for name in LISTS for level in FURTHER_LEVELS]
    more += [scowl / f"{name}.{level}" for name in NAMES for level in NAME_LEVELS]
    further = common(more, known) - found
    write(COMMON_WORDS.path, NOTICE, found)
    write(FURTHER_WORDS.path, NOTICE, further)
    print(f"{len(found)} words, {len(further)} further ones")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
