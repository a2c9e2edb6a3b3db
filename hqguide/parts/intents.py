"""What somebody wants to do, in categories: "melt tin to join wires" is a soldering iron and solder.

``intents.json`` lists for each category which words, or classes of words, tell of it when they stand
together: ``@melt tin|metal``. The words are hqguide's own.
"""

from collections.abc import Collection, Iterator, Sequence

from hqguide.parts.deeds import acts_on_several, purpose_at, tells_a_deed
from hqguide.parts.doubt import of_one_meaning
from hqguide.parts.everyday import EVERYDAY, bases
from hqguide.parts.everyday_chinese import everyday_spans
from hqguide.parts.language import Language
from hqguide.parts.meaning import Meaning, Meanings, keep
from hqguide.parts.normalise import content, fold, words
from hqguide.parts.talk import is_talk

_LEAST, _A_PLACE, _PLACES, _SHARE = 0.6, 0.025, 4, 0.1
_SHARE_LEAST, _SHARE_LEAST_COMPOUND, _SHARE_LEAST_CHINESE = 0.66, 0.67, 0.4
_SEVERAL, _FEW = 2, 2
_WORD_LONGEST = 4
"""Characters of the longest Chinese word of an intent."""
# A sentence that holds few whole intents: its words must tell this much, in e-folds of rarity among the
# categories, and the categories told of best are its meanings.
_SENTENCE, _SENTENCE_CHINESE, _TELLING, _BY_TELLING, _MOST_TELLING, _GUESSES = 4, 5, 4.9, 0.008, 9.0, 3

_DEEDS = ("把", "让", "给", "帮", "怎么", "怎样", "如何", "用来", *"修测用做找在看听洗装防")
"""How Chinese says that something is to be done."""
_LACKING = "不没"
"""What is not as it should be is to be put right: 照片存不下."""

_Forms = Sequence[tuple[str, str]]
"""Words of a text, each with a form it may be of: moving and move."""


def read_intents(text: str, chinese: str, language: Language, *, deed: bool = True) -> Meanings:
    """The categories whose intents a text holds, each with what it covers of the text.

    ``chinese`` are the Han characters of the text, run together. A sentence that tells of a ``deed`` and
    holds few intents also gives the categories its single words tell of. English words that tell of no deed
    name something (television licence fee, garden shed with windows) and must be most of an intent.
    """
    every = words(fold(text))
    forms = (*_english(every), *_chinese(chinese))
    told = [word for word in content(every) if not is_talk(word)]
    compound = len(content(every)) == len(every)
    of_english = _SHARE_LEAST_COMPOUND if compound else _SHARE_LEAST
    least = 0.0 if deed else _SHARE_LEAST_CHINESE if chinese else of_english
    found = _whole(forms, told, chinese, least, language)
    few = len({category for category, _ in found}) < _GUESSES
    sentence = len(every) >= _SENTENCE or len(chinese) >= _SENTENCE_CHINESE
    if few and sentence and deed:
        found += _likely(forms, language)
    out: Meanings = {}
    for category, score in found:
        name = language.by_id[category]
        keep(out, Meaning(category, score, "intent", name.name_en, name.said_zh))
    return out


def _whole(
    forms: _Forms, told: Sequence[str], chinese: str, least: float, language: Language
) -> list[tuple[str, float]]:
    """The category of each intent that the text holds, with its score.

    One that is less than the share ``least`` of the ``told`` words and the ``chinese`` text is left out.
    """
    index = language.index
    held: dict[int, set[int]] = {}
    said: dict[int, set[str]] = {}
    for source, form in forms:
        for name in (form, *index.asked_words.get(form, ())):
            for intent, place in index.asked_places.get(name, ()):
                held.setdefault(intent, set()).add(place)
                said.setdefault(intent, set()).add(source)
    out = []
    for intent, places in held.items():
        category, count = index.asked[intent]
        if len(places) == count:
            if least and not _mostly(said[intent], told, chinese, least):
                continue
            share = min(1.0, len(said[intent]) / (len(told) + len(chinese) / 2 or 1.0))
            out.append((category, _LEAST + _A_PLACE * min(count, _PLACES) + _SHARE * share))
    return out


def _mostly(said: Collection[str], told: Sequence[str], chinese: str, least: float) -> bool:
    """Whether what an intent holds is the share ``least`` of a text, and more than one word of it."""
    if chinese:
        held = {char for word in said for char in word}
        return sum(char in held for char in chinese) >= least * len(chinese)
    of_told = sum(word in said for word in told)
    return of_told >= max(_SEVERAL, least * len(told))


def _likely(forms: _Forms, language: Language) -> list[tuple[str, float]]:
    """The categories that two words or more of a sentence tell of, the few best."""
    telling: dict[str, dict[str, float]] = {}
    for source, form in forms:
        weight, categories = language.asked_weights.get(form, (0.0, frozenset[str]()))
        # One Chinese character is part of too many words.
        for category in categories if len(form) > 1 else ():
            own = telling.setdefault(category, {})
            own[source] = max(weight, own.get(source, 0.0))
    totals = {c: sum(own.values()) for c, own in telling.items() if len(own) > 1}
    best = sorted(totals, key=lambda category: (-totals[category], category))[:_GUESSES]
    return [
        (category, _LEAST + _BY_TELLING * min(_MOST_TELLING, totals[category]))
        for category in best
        if totals[category] >= _TELLING
    ]


def is_deed(text: str, chinese: str, language: Language) -> bool:
    """Whether a text tells what to do, and does not name a thing: keep cables tidy, 防止短路.

    "A fan to cool my chip" names one, "mend drone" a service.
    """
    index = language.index
    if not chinese:
        every = words(fold(text))
        told = content(every)
        if len(told) <= _FEW and all(word in index.postings or is_talk(word) for word in told):
            return False
        if acts_on_several(fold(text).split()):
            return True
        return tells_a_deed(every) and not _is_named(content(every[: purpose_at(every)]), language)
    opening = chinese[:2]
    if chinese.endswith("了") or any(char in chinese for char in _LACKING):
        return True
    return chinese.startswith(_DEEDS) or (opening in index.asked_words and opening not in index.chinese)


def _is_named(before: Sequence[str], language: Language) -> bool:
    """Whether the words before what a thing does name it: a light strip that follows the music."""
    several = sum(word in language.index.postings and word not in EVERYDAY for word in before) > 1
    return several or any(of_one_meaning(word, language) for word in before)


def _english(every: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each word with what it may be a form of: moving, move."""
    for word in every:
        yield word, word
        for base in bases(word):
            yield word, base


def _chinese(text: str) -> Iterator[tuple[str, str]]:
    """Every piece of the text that may be a word of an intent, but for those of everyday words."""
    everyday = everyday_spans(text)
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + _WORD_LONGEST) + 1):
            if any(a <= start and end <= b and end - start < b - a for a, b in everyday):
                continue
            yield text[start:end], text[start:end]
