"""What a text means: every way of reading it, merged into ranked categories.

A text is read as Chinese, as English words, as pinyin and initials, as part numbers and as values.
Each reading names categories with a score from 0 to 1; readings that agree strengthen each other, and
what stays below :data:`THRESHOLD` is no answer.
"""

import msgspec

from hqguide.parts import chinese, english, pinyin, sounds
from hqguide.parts.everyday import is_common
from hqguide.parts.language import Language
from hqguide.parts.meaning import Meaning, Meanings, agree, keep, named
from hqguide.parts.part_numbers import read_parts, settle
from hqguide.parts.query import Query, take_apart
from hqguide.parts.value_hints import hints

__all__ = ["THRESHOLD", "Meaning", "understand"]

THRESHOLD = 0.6
"""Meanings below this score are not returned."""

_BESIDE_CHINESE = 0.8
_BARE = 0.99
_VALUE_ALONE, _VALUE_BESIDE, _VALUE_BOOST = 0.97, 0.7, 0.12
_BOOSTABLE = 0.6
_ENGLISH_KNOWN, _PINYIN_BESIDE_ENGLISH = 0.95, 0.55


def understand(text: str, language: Language, limit: int = 8) -> tuple[Meaning, ...]:
    """The meanings of ``text``, best first, one per category; empty when it means nothing here.

    Never raises for any text; only its first 240 characters are read.
    """
    query = take_apart(text)
    chinese_side = named(chinese.read_chinese(query.chinese, language), language)
    if query.chinese_bare != query.chinese:
        for meaning in named(chinese.read_chinese(query.chinese_bare, language), language, _BARE).values():
            keep(chinese_side, meaning)
    words_side = _latin(query, language, beside_chinese=bool(chinese_side))
    parts = read_parts(query, language)
    found = agree(chinese_side, words_side, parts.meanings)
    _add_values(query, language, found)
    found = settle(found, parts.settled)
    factor = _below_one(found)
    ranked = sorted(found.values(), key=lambda meaning: -meaning.score)
    return tuple(
        msgspec.structs.replace(meaning, score=round(meaning.score * factor, 4))
        for meaning in ranked[:limit]
        if meaning.score * factor >= THRESHOLD
    )


def _latin(query: Query, language: Language, *, beside_chinese: bool) -> Meanings:
    """The Latin words of a query as English, pinyin and initials."""
    if not query.words:
        return {}
    factor = _BESIDE_CHINESE if beside_chinese else 1.0
    fits = english.read_english(query.words, language, query.heads, exact=not query.bare)
    out = named(fits, language, factor)
    whole = any(fit.via == "alias" for fit in fits.best.values())
    left = _left(query, language)
    if left and left != query.words and not whole:
        bare = english.read_english(left, language, query.heads)
        for meaning in named(bare, language, factor * _BARE).values():
            keep(out, meaning)
    top = max((meaning.score for meaning in out.values()), default=0.0)
    if query.typed:
        known = _in_english(query) or top >= _ENGLISH_KNOWN * factor
        damp = factor * (_PINYIN_BESIDE_ENGLISH if known else 1.0)
        readings = [
            pinyin.read_pinyin(query.letters, language, repair=not known),
            pinyin.read_exact(query.typed, language),
        ]
        if len(query.words) == 1:
            readings.append(pinyin.read_initials(query.letters, language))
        for reading in readings:
            for meaning in named(reading, language, damp).values():
                keep(out, meaning)
    return out


def _in_english(query: Query) -> bool:
    """Whether nothing but everyday English words was typed, or one that can not be pinyin."""
    common = [word for word in query.words if is_common(word)]
    return len(common) == len(query.words) or any(not sounds.split(word) for word in common)


def _left(query: Query, language: Language) -> tuple[str, ...]:
    """The English words beside values and part numbers; ``rs485`` is both a part number and a word."""
    strange = query.part_words - language.index.postings.keys()
    return tuple(word for word in query.bare if word not in strange)


def _add_values(query: Query, language: Language, found: Meanings) -> None:
    """Values name a category when nothing else was typed, and otherwise strengthen what the words named."""
    for category, weight in hints(query.values, query.designator):
        have = found.get(category)
        if have is not None and have.score > _BOOSTABLE:
            found[category] = msgspec.structs.replace(have, score=have.score + _VALUE_BOOST * weight)
            continue
        own = weight * (_VALUE_ALONE if query.plain else _VALUE_BESIDE)
        name = language.by_id[category]
        keep(found, Meaning(category, own, "value", name.name_en, name.said_zh))


def _below_one(found: Meanings) -> float:
    """The factor that brings the best score down to 1, so that the cap does not undo the order."""
    return 1 / max(1.0, *(meaning.score for meaning in found.values())) if found else 1.0
