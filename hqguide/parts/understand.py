"""What a text means: every way of reading it, merged into ranked categories.

A text is read as Chinese, as English words, as pinyin and initials, as part numbers and as values.
Each reading names categories with a score from 0 to 1; readings that agree strengthen each other, and
what stays below :data:`THRESHOLD` is no answer.
"""

from functools import partial

import msgspec

from hqguide.parts import chinese, english, pinyin, sounds
from hqguide.parts.beside import Context
from hqguide.parts.doubt import in_doubt, is_of_no_use, no_thing
from hqguide.parts.everyday import is_common
from hqguide.parts.foreign_words import query_in_english
from hqguide.parts.inside import read_inside
from hqguide.parts.intents import is_deed, read_intents
from hqguide.parts.language import Language
from hqguide.parts.makers import without_maker
from hqguide.parts.meaning import Meaning, Meanings, agree, keep, named
from hqguide.parts.part_numbers import read_parts, settle
from hqguide.parts.query import Query, take_apart
from hqguide.parts.shop_words import without_shop_words
from hqguide.parts.symbols import of_symbol
from hqguide.parts.value_hints import hints

__all__ = ["THRESHOLD", "Context", "Meaning", "understand"]

THRESHOLD = 0.6
"""Meanings below this score are not returned."""

_BESIDE_CHINESE = 0.8
_BARE = 0.99
# A value in a text of many words that mean nothing together tells little.
_PLAIN = 0.7
# What is said before the first comma, of the same read with all that follows.
_CLAUSE = 0.97
_IN_A_DESCRIPTION, _FEW = 0.35, 2
_OUTRIGHT, _BESIDE_A_DEED, _NO_DEED = 0.93, 0.75, 0.95
_BY_NAME = ("alias", "category", "part number", "part family", "symbol", "value", "pinyin", "initials")
_SYMBOL = 1.02
# What is left of the name of a thing where the grammar tells that it is a verb or the like.
_IDLE = 0.55
_VALUE_ALONE, _VALUE_BESIDE, _VALUE_BOOST = 0.97, 0.7, 0.12
_BOOSTABLE = 0.6
_ENGLISH_KNOWN, _PINYIN_BESIDE_ENGLISH = 0.95, 0.55


_ALONE = Context()


def understand(
    text: str, language: Language, limit: int = 8, context: Context = _ALONE
) -> tuple[Meaning, ...]:
    """The meanings of ``text``, best first, one per category; empty when it means nothing here.

    ``context`` are the other columns of the line of a bill it stands in. Never raises for any text; only
    its first 240 characters are read.
    """
    alone = _alone(text, language, limit)
    if not context:
        return alone
    from hqguide.parts.context import in_context  # Its patterns take 15 ms to compile.

    found = in_context(text, alone, context, lambda words: _alone(words, language, limit), language)
    return tuple(
        msgspec.structs.replace(meaning, score=round(meaning.score, 4))
        for meaning in found[:limit]
        if meaning.score >= THRESHOLD
    )


def _alone(text: str, language: Language, limit: int) -> tuple[Meaning, ...]:
    """The meanings of a text by itself."""
    query = take_apart(query_in_english(without_shop_words(without_maker(text.strip(), language))))
    chinese_side = named(chinese.read_chinese(query.chinese, language), language)
    if query.chinese_bare != query.chinese:
        for meaning in named(chinese.read_chinese(query.chinese_bare, language), language, _BARE).values():
            keep(chinese_side, meaning)
    parts = read_parts(query, language)
    words_side = {} if parts.one else _latin(query, language, beside_chinese=bool(chinese_side))
    found = agree(chinese_side, words_side, parts.meanings)
    if not parts.one:
        _add_values(query, language, found)
    found = settle(found, parts.settled)
    _add_symbol(text, language, found)
    _add_intents(query, language, found)
    if not any(m.score >= THRESHOLD and (m.via != "value" or m.score >= _PLAIN) for m in found.values()):
        found = read_inside(query, language) or found
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
    strange = _IN_A_DESCRIPTION if query.values and len(query.words) > _FEW else 1.0
    idle = query.of_another or no_thing(query.every, language)
    doubted = idle or in_doubt(query.words, query.purpose, language)
    read = partial(
        english.read_english,
        language=language,
        heads=query.heads,
        behind=query.behind,
        doubted=doubted,
        strange=strange,
    )
    fits = read(query.words, exact=not query.bare)
    out = named(fits, language, factor * (_IDLE if idle else 1.0))
    whole = any(fit.via == "alias" for fit in fits.best.values())
    left = _left(query, language)
    if left and left != query.words and not whole:
        for meaning in named(read(left), language, factor * _BARE).values():
            keep(out, meaning)
    if len(query.clause) > 1 and query.clause != query.words and not whole:
        fits = english.read_english(query.clause, language, doubted=doubted)
        for meaning in named(fits, language, factor * _CLAUSE).values():
            keep(out, meaning)
    top = max((meaning.score for meaning in out.values()), default=0.0)
    if query.typed:
        known = _in_english(query) or top >= _ENGLISH_KNOWN * factor
        damp = factor * (_PINYIN_BESIDE_ENGLISH if known else 1.0)
        readings = [
            pinyin.read_pinyin(query.letters, language, repair=not known, apart=query.apart),
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
    known, parts = language.index.postings, query.part_words
    return tuple(word for word in query.bare if word in known or word not in parts)


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


def _add_symbol(text: str, language: Language, found: Meanings) -> None:
    """The name of a schematic symbol says its category and nothing else does."""
    category = of_symbol(text)
    if category:
        name = language.by_id[category]
        found[category] = Meaning(category, _SYMBOL, "symbol", name.name_en, name.said_zh)


def _add_intents(query: Query, language: Language, found: Meanings) -> None:
    """What is wanted for some purpose, unless the words name a thing outright."""
    several = len(query.words) > 1 or len(query.chinese) > 1
    if not several or any(m.score >= _OUTRIGHT and m.via in _BY_NAME for m in found.values()):
        return
    deed = not query.chinese_head and is_deed(query.text, query.chinese, language)
    if not deed and (query.of_another or is_of_no_use(query.every)):
        return
    wanted = read_intents(query.text, query.chinese, language, deed=deed)
    if wanted and deed:
        for category, meaning in found.items():
            found[category] = msgspec.structs.replace(meaning, score=meaning.score * _BESIDE_A_DEED)
    for meaning in wanted.values():
        sure = meaning.score if deed else meaning.score * _NO_DEED
        keep(found, msgspec.structs.replace(meaning, score=sure))


def _below_one(found: Meanings) -> float:
    """The factor that brings the best score down to 1, so that the cap does not undo the order."""
    return 1 / max(1.0, *(meaning.score for meaning in found.values())) if found else 1.0
