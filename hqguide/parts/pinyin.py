"""Match Latin letters against the pinyin of the Chinese names: whole, initials, inside, begun, mistyped."""

import re
from collections.abc import Sequence
from itertools import accumulate

from hqguide.parts import sounds
from hqguide.parts.everyday_pinyin import is_everyday_reading
from hqguide.parts.guesses import completions
from hqguide.parts.language import Language
from hqguide.parts.reading import Fits
from hqguide.parts.spelling import beginning, nearest

_WHOLE, _BLURRED = 0.97, 0.9
_INSIDE, _INSIDE_SHARE, _HEAD = 0.55, 0.34, 0.05
_AROUND, _AROUND_SHARE = 0.76, 0.2
_TWO_LETTERS, _MORE_LETTERS, _MANY_LETTERS = 0.66, 0.87, 0.8
_SURE = 0.88
_LIKE = 0.99
_LEAST = 4
_LONGEST = 60
_UNREADABLE_LEAST = 6
_SPACED_LEAST = 7
# A name inside must be more than this share of what was typed.
_SHARE = 0.5
# An everyday reading begins a name when it is more than this share of it: jidian, of jidianqi.
_ALMOST = 0.7

# What is left of a name when a piece behind it that is no name tells of something else: jianpan xia.
_OF_ANOTHER = 0.7
# Said behind a thing, blurred: small, big, new, old, good, colours, prices, broken.
_SAID_TEXT = "xiao da xin jiu hao hon lu lan bai hei huan huai huaile duosao qian duosaoqian ma a de"
_SAID = frozenset(_SAID_TEXT.split())
# Words of a question, blurred, before and behind the thing: wo yao mai, nali you, duoshao qian.
_ASKED = re.compile(
    r"^(?:qinwen)?(?:(?:wo)?(?:xian|xu)?(?:yao|xian)?(?:mai|zao)(?:yige|yixie)?|(?:zai)?na(?:li|er)(?:you)?(?:mai)?"
    r"|youmeiyou(?:mai)?)(?=.{4})"
    r"|(?<=.{4})(?:(?:zai)?na(?:li|er)(?:you|mai)*|d[ou]*saoqian|zenmemai|youmeiyou|youma)$"
)


def read_pinyin(letters: str, language: Language, *, repair: bool = True, apart: Sequence[str] = ()) -> Fits:
    """Fits of the Chinese names for letters run together (``tiepiandianrong``), slips repaired if asked.

    ``apart`` are the pieces that were typed with blanks between, if any: names begin and end with them.
    """
    fits = Fits()
    letters = letters[:_LONGEST]
    if len(letters) < 2:
        return fits
    index = language.index
    if letters in index.pinyin:
        fits.add(index.pinyin[letters], _WHOLE, "pinyin")
    blurred = sounds.blur(letters)
    for name in index.blurred.get(blurred, ()):
        fits.add(index.pinyin[name], _BLURRED, "pinyin")
    if is_everyday_reading(letters):
        _around(letters, language, fits, whole=False, least=_ALMOST)
    elif len(letters) >= _LEAST:
        readable = sounds.split(letters) or sounds.split(blurred)
        if readable:
            _inside(blurred, language, fits, _edges(apart, blurred))
        _around(letters, language, fits, whole=bool(readable))
        least = _SPACED_LEAST if len(apart) > 1 else 0 if readable else _UNREADABLE_LEAST
        repair = repair and fits.top < _SURE and len(letters) >= least
        if repair and not any(is_everyday_reading(piece) for piece in apart if len(piece) > _LEAST):
            _mistyped(letters, language, fits, readable=bool(readable))
    return fits


def read_exact(typed: str, language: Language) -> Fits:
    """Fits of the Chinese names whose pinyin holds digits or Latin words (``51danpianji``)."""
    fits = Fits()
    if typed in language.index.pinyin:
        fits.add(language.index.pinyin[typed], _WHOLE, "pinyin")
    elif not typed.isalpha():
        for name in language.index.blurred.get(sounds.blur(typed), ()):
            fits.add(language.index.pinyin[name], _BLURRED, "pinyin")
    return fits


def read_initials(letters: str, language: Language) -> Fits:
    """Fits of the Chinese names for their first letters (``jdq``).

    Two letters stand for many names: all of them fit equally, and none well.
    """
    fits = Fits()
    hits = language.index.initials.get(letters)
    if not hits:
        return fits
    if len(letters) == 2:
        fits.add([n for target in hits[::2] for n in (target, 1000)], _TWO_LETTERS, "initials")
    else:
        fits.add(hits, _MORE_LETTERS if len(letters) <= 6 else _MANY_LETTERS, "initials")
    return fits


def _edges(apart: Sequence[str], blurred: str) -> frozenset[int]:
    """Where names may begin and end in what was typed with blanks; empty when that cannot be told."""
    pieces = [sounds.blur(piece) for piece in apart]
    if len(pieces) < 2 or "".join(pieces) != blurred:
        return frozenset()
    return frozenset(accumulate(map(len, pieces), initial=0))


def _inside(blurred: str, language: Language, fits: Fits, edges: frozenset[int]) -> None:
    """Names that lie inside, cut where syllables may end and, if any are known, at the ``edges``."""
    index = language.index
    asked = _ASKED.search(blurred)
    size = len(blurred) - (asked.end() - asked.start() if asked else 0)
    for start in range(len(blurred)):
        if (edges and start not in edges) or (start and not sounds.split(blurred[:start])):
            continue
        for end in range(start + max(_LEAST, int(size * _SHARE) + 1), len(blurred) + 1):
            names = index.blurred.get(blurred[start:end])
            if not names or end - start == len(blurred):
                continue
            if (edges and end not in edges) or (end < len(blurred) and not sounds.split(blurred[end:])):
                continue
            share = min(1.0, (end - start) / size)
            score = _INSIDE + _INSIDE_SHARE * share + (_HEAD if end == len(blurred) else 0.0)
            rest = blurred[end:]
            if edges and not asked and _tells_another(rest, language):
                score *= _OF_ANOTHER
            for name in names:
                fits.add(index.pinyin[name], score, "pinyin")


def _tells_another(rest: str, language: Language) -> bool:
    """Whether a piece behind a name is a syllable or everyday word, and neither a name nor small talk."""
    if not rest or rest in _SAID or rest in language.index.blurred:
        return False
    return len(sounds.split(rest)) == 1 or is_everyday_reading(rest)


def _around(letters: str, language: Language, fits: Fits, *, whole: bool, least: float = 0.0) -> None:
    """Names that begin with the letters, and names that end with them when they are whole syllables.

    The letters must be more than the share ``least`` of a name.
    """
    index = language.index
    for name, _ in completions(letters, language.pinyin_names):
        if len(letters) > least * len(name):
            fits.add(index.pinyin[name], _AROUND + _AROUND_SHARE * len(letters) / len(name), "pinyin")
    if whole and fits.top < _SURE:
        for backwards in beginning(letters[::-1], language.pinyin_backwards):
            name = backwards[::-1]
            if name != letters:
                own = _AROUND - 0.02 + _AROUND_SHARE * len(letters) / len(name)
                fits.add(index.pinyin[name], own, "pinyin")


def _mistyped(letters: str, language: Language, fits: Fits, *, readable: bool) -> None:
    """Names within a few edits: one for unreadable letters, more for long readable ones."""
    edits = 1 if len(letters) < 9 else 2
    if len(letters) < 5:
        return
    for name, similar in nearest(letters, language.pinyin_spellings, edits=edits):
        fits.add(language.index.pinyin[name], _LIKE * similar, "typo")
    if not readable:
        return
    for found, similar in nearest(sounds.blur(letters), language.blurred_spellings, edits=edits):
        for name in language.index.blurred[found]:
            fits.add(language.index.pinyin[name], _LIKE * similar, "typo")
