"""Match Chinese text against the Chinese names of the pack: whole, inside, around, by sound, by shape."""

from collections import Counter

from hqguide.parts import sounds
from hqguide.parts.everyday_chinese import BEINGS, WORDS, everyday_spans, is_everyday, names_another
from hqguide.parts.language import Language
from hqguide.parts.lookalikes import alike
from hqguide.parts.normalise import HAN, han
from hqguide.parts.reading import Fits
from hqguide.parts.spelling import nearest

_LONGEST = 16
_INSIDE, _INSIDE_SHARE, _HEAD = 0.58, 0.33, 0.08
_PARTED, _PARTED_LONGEST = 0.61, 24
_AROUND, _AROUND_SHARE = 0.76, 0.2
_NESTED = 0.93
# What is left of a name that only tells something of another thing: chip news.
_OF_ANOTHER = 0.6
_SURE = 0.78
_SOUND = 0.86
_LOOK = 0.85
_LIKE = 0.88
_LATIN_WEIGHT = 0.4


def read_chinese(text: str, language: Language) -> Fits:
    """Fits of the Chinese names for a squashed text (``typec母座``) that holds Han characters."""
    fits = Fits()
    if not text:
        return fits
    index = language.index
    only = han(text)
    for whole, score in ((text, 1.0), (only, 0.96)):
        if whole in index.chinese:
            fits.add(index.chinese[whole], score, "alias")
    _inside(text, language, fits)
    if len(only) > 1 and not _is_everyday(only, fits):
        _parted(only, language, fits)
        _around(text, language, fits)
        if only != text:
            _around(only, language, fits)
        repair = only[-1] not in BEINGS
        if repair and fits.top < _SOUND:
            _by_sound(only, language, fits)
        if repair and fits.top < _LOOK:
            _by_look(only, language, fits)
        if repair and fits.top < _SURE:
            _by_shape(only, language, fits)
    return fits


def _is_everyday(only: str, fits: Fits) -> bool:
    """Whether a text in which no name was found is everyday words, or half of it is such of our own."""
    if fits.best:
        return False
    own = sum(end - start for start, end in everyday_spans(only) if only[start:end] in WORDS)
    return 2 * own >= len(only) or is_everyday(only)


def weight(text: str) -> float:
    """The weight of a text in Han characters; a Latin letter or digit counts less than half of one."""
    chinese = len(han(text))
    return chinese + (len(text) - chinese) * _LATIN_WEIGHT


def _inside(text: str, language: Language, fits: Fits) -> None:
    """Names that lie inside the text; a name inside a longer one counts less, in an everyday word nothing."""
    names = language.index.chinese
    everyday = everyday_spans(text)
    end_of_han = max(n for n, char in enumerate(text) if HAN[0] <= char <= HAN[-1]) + 1
    found: list[tuple[int, int]] = []
    for size in range(min(_LONGEST, len(text) - 1), 1, -1):
        for start in range(len(text) - size + 1):
            name = text[start : start + size]
            if name not in names:
                continue
            nested = any(a <= start and start + size <= b for a, b in found)
            if not nested and any(a <= start and start + size <= b and size < b - a for a, b in everyday):
                continue
            found.append((start, start + size))
            score = _INSIDE + _INSIDE_SHARE * weight(name) / weight(text)
            score += _HEAD if start + size >= end_of_han else 0.0
            score *= _OF_ANOTHER if names_another(text[start + size :]) else 1.0
            fits.add(names[name], score * (_NESTED if nested else 1.0), "words")


def _parted(text: str, language: Language, fits: Fits) -> None:
    """Names the text begins and ends with, a further attribute between (``贴片[高压]电容``)."""
    names = language.index.chinese
    size = len(text)
    if not 5 <= size <= _PARTED_LONGEST:
        return
    for start in range(2, size - 2):
        for end in range(start + 1, size - 1):
            name = text[:start] + text[end:]
            if name in names:
                fits.add(names[name], _PARTED + _INSIDE_SHARE * len(name) / size + _HEAD, "words")


def _around(text: str, language: Language, fits: Fits) -> None:
    """Names the text lies inside of."""
    index = language.index
    lists = [index.grams.get(text[n : n + 2]) for n in range(len(text) - 1)]
    if any(entry is None for entry in lists):
        return
    shortest = min((entry for entry in lists if entry is not None), key=len)
    for number in shortest:
        name = language.chinese_names[number]
        if text in name and text != name:
            fits.add(index.chinese[name], _AROUND + _AROUND_SHARE * len(text) / len(name), "words")


def _by_sound(text: str, language: Language, fits: Fits) -> None:
    """Names that sound the same: the usual slip of typing with a pinyin keyboard."""
    index = language.index
    for name in index.blurred.get(sounds.blur(language.spell(text).replace(" ", "")), ()):
        fits.add(index.pinyin[name], _SOUND, "typo")


def _by_look(text: str, language: Language, fits: Fits) -> None:
    """Names with one character taken for another that looks like it."""
    for name in alike(text) if len(text) <= _LONGEST else ():
        if name in language.index.chinese:
            fits.add(language.index.chinese[name], _LOOK, "typo")


def _by_shape(text: str, language: Language, fits: Fits) -> None:
    """Names of three characters or more with one character wrong, missing or too many."""
    if len(text) < 3:
        return
    index = language.index
    shared = Counter(number for n in range(len(text) - 1) for number in index.grams.get(text[n : n + 2], ()))
    near = [language.chinese_names[number] for number in shared]
    for name, similar in nearest(text, near, edits=1 if len(text) < 6 else 2):
        if len(name) >= 3:
            fits.add(index.chinese[name], _LIKE * similar + 0.06, "typo")
