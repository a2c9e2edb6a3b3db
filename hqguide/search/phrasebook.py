"""The words to show a seller: a shop phrase by its English, Chinese or pinyin, or the name of a part."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from hqguide.errors import GuideError
from hqguide.market.fieldnotes import Filling, Phrase
from hqguide.market.places import key
from hqguide.parts.language import Language
from hqguide.parts.sounds import toneless
from hqguide.parts.understand import Meaning, understand
from hqguide.parts.values import parse
from hqguide.search.answer import CategoryHit
from hqguide.search.rank import content_words

PHRASES_SHOWN = 5
ALIKE = 72.0
SLOTS = ("part", "category", "value")
SURE = 0.9


def say(words: str, item: str, phrases: Sequence[Phrase], language: Language) -> tuple[Phrase, ...]:
    """Phrases that read like ``words``, best first; a part's own name when ``words`` mean one for sure.

    ``item`` is understood and its Chinese name put into the phrase's slot; what is not understood
    goes in as typed. An empty ``words`` is a :class:`GuideError`.
    """
    if not words.strip():
        raise GuideError("say what?", hint='Example: hqguide say "do you have" --item "usb-c connector"')
    meanings = understand(words, language)
    parts = (_name(meanings[0], language),) if meanings and meanings[0].score >= SURE and not item else ()
    found = parts + tuple(_phrases(words, phrases))
    return tuple(phrase.fill(_filling(item, language)) for phrase in found)[:PHRASES_SHOWN]


def _name(meaning: Meaning, language: Language) -> Phrase:
    category = language.category(meaning.category)
    return Phrase(
        id=meaning.category,
        topic="find",
        en=meaning.term_en or category.name_en,
        zh=meaning.term_zh or category.said_zh,
        pinyin=pronounce(meaning.term_zh, language) or category.said_pinyin,
    )


def pronounce(zh: str, language: Language) -> str:
    """Pinyin of a Chinese name: with tone marks when the glossary has it, else without."""
    if not zh:
        return ""
    spoken = next((c.said_pinyin for c in language.categories if c.said_zh == zh), None)
    return spoken or next((t.pinyin for t in language.terms if t.zh == zh), None) or language.spell(zh)


def say_aloud(hit: CategoryHit, language: Language) -> str:
    """Pinyin of what to ask for: the term's, or the category's when it has no term of its own."""
    if hit.term_zh in ("", hit.name_zh):
        return hit.pinyin
    return pronounce(hit.term_zh, language)


def _phrases(words: str, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Phrases whose English, Chinese or toneless pinyin is like ``words``."""
    wanted = content_words(words)
    scored = []
    for phrase in phrases:
        likeness = max(
            fuzz.token_set_ratio(key(words), key(phrase.en)) if wanted else 0.0,
            fuzz.ratio(key(words), key(toneless(phrase.pinyin))),
            100.0 if key(words) in key(phrase.zh) else 0.0,
        )
        scored.append((likeness, -len(phrase.en), phrase.id))
    by_id = {phrase.id: phrase for phrase in phrases}
    return [by_id[i] for likeness, _, i in sorted(scored, reverse=True) if likeness >= ALIKE]


def _filling(item: str, language: Language) -> dict[str, Filling]:
    """``item`` for every slot: its Chinese name with the values typed, its pinyin, its English name."""
    if not item.strip():
        return {}
    meanings = understand(item, language)
    if not meanings:
        return dict.fromkeys(SLOTS, Filling(item, item, item))
    name = _name(meanings[0], language)
    values = " ".join(quantity.text for quantity in parse(item).quantities)
    filled = (" ".join(part for part in (values, word) if part) for word in (name.zh, name.pinyin, name.en))
    return dict.fromkeys(SLOTS, Filling(*filled))
