"""Query words as words of the pack: themselves, completed, cut in two, or with their spelling repaired."""

import re
from collections.abc import Sequence
from itertools import islice

import msgspec

from hqguide.parts.everyday import THINGS, is_common, is_everyday
from hqguide.parts.everyday_pinyin import is_everyday_reading
from hqguide.parts.language import Language
from hqguide.parts.reading import Via
from hqguide.parts.spelling import beginning, nearest
from hqguide.parts.talk import is_talk

_COMPLETIONS = 8
_PREFIX = 4
# A word that stands alone is repaired when it is longer than this and this like: too many words are
# a slip or two away.
_ALONE, _ALONE_LIKE, _BESIDE_LIKE = 4, 0.74, 0.7
_UNKNOWN_NUMBER = 0.35
# Misspelled words mostly keep their first letter and their sound, and lack letters rather than have more.
_OTHER_FIRST, _SAME_SOUND, _LACKING = 0.04, 0.06, 0.02
_SOUNDS = str.maketrans("eiouyzcq", "aaaaaskk")
_DOUBLED = re.compile(r"(.)\1+")
_HALF = 3
# What a word that buyers say around the thing counts, even where a name holds it: a new charger.
_TALK_COUNTS = 0.35


class Word(msgspec.Struct, frozen=True):
    """A query word: the pack's words it stands for with their similarity, and its weight in the query."""

    forms: tuple[tuple[str, float], ...]
    weight: float
    via: Via


def resolve(query: Sequence[str], language: Language) -> list[Word]:
    """Each query word as words of the pack: itself, its completion, its halves, its repaired spelling."""
    postings = language.index.postings
    out = []
    alone = not any(other in postings for other in query)
    for at, word in enumerate(query):
        weight = language.weigh(word) * (_TALK_COUNTS if is_talk(word) else 1.0)
        if word in postings:
            out.append(Word(((word, 1.0),), weight, "words"))
            continue
        forms, via = _guess(word, language, last=at == len(query) - 1, alone=alone)
        if not forms and word not in THINGS and (len(word) == _HALF) != is_everyday(word):
            forms, via = _beside(word, query, language), "typo"
            if is_common(word):
                forms = [found for found in forms if lacking(word, found[0])]
        if not forms and not word.isalpha():
            weight *= _UNKNOWN_NUMBER
        elif not forms and word not in THINGS and (is_common(word) or is_talk(word)):
            weight = 0.0
        out.append(Word(tuple(forms), weight, via))
    return out


def _guess(word: str, language: Language, *, last: bool, alone: bool) -> tuple[list[tuple[str, float]], Via]:
    """What an unknown word may stand for: two words written as one, a longer word, or a misspelled one."""
    postings = language.index.postings
    if not word.isalpha() or is_everyday(word) or is_everyday_reading(word):
        return [], "words"
    for cut in range(_HALF, len(word) - _HALF + 1):
        if word[:cut] in postings and word[cut:] in postings:
            return [(word[:cut], 0.97), (word[cut:], 0.97)], "words"
    repaired = nearest(word, language.english_spellings)
    likely = [(form, similar + _likelihood(word, form)) for form, similar in repaired]
    least = _ALONE_LIKE if alone else _BESIDE_LIKE
    likely = [found for found in likely if found[1] >= least and (len(word) > _ALONE or not alone)]
    if likely:
        return likely, "typo"
    if last and len(word) >= _PREFIX:
        begun = completions(word, language.english_words)
        if begun:
            return begun, "words"
    return [], "words"


def _likelihood(word: str, form: str) -> float:
    """What speaks for a slip beside its distance: the same sound, the same first letter, letters left out."""
    likely = _SAME_SOUND if _sound(word) == _sound(form) else 0.0
    likely += lacking(word, form)
    return likely if word[0] == form[0] else likely - _OTHER_FIRST


def lacking(word: str, form: str) -> float:
    """A little when ``word`` is ``form`` with letters left out."""
    rest = iter(form)
    return _LACKING if len(word) < len(form) and all(char in rest for char in word) else 0.0


def _sound(word: str) -> str:
    """A word as it sounds, roughly: vowels are one, s is z, c is k, doubled letters are single."""
    return _DOUBLED.sub(r"\1", word.replace("ph", "f").translate(_SOUNDS))


def completions(start: str, names: Sequence[str]) -> list[tuple[str, float]]:
    """Sorted ``names`` that begin with ``start``, with a similarity that grows with the share typed."""
    begun = islice(beginning(start, names), _COMPLETIONS)
    return [(name, 0.7 + 0.3 * len(start) / len(name)) for name in begun]


def _beside(word: str, query: Sequence[str], language: Language) -> list[tuple[str, float]]:
    """Repair a word only into one that stands beside another word of the query in a name: thermal past."""
    postings = language.index.postings
    beside = {
        other
        for known in query
        if known in postings
        for name in postings[known]
        for other in language.english_names[name].split()
        if other != known
    }
    return nearest(word, sorted(beside), edits=1)
