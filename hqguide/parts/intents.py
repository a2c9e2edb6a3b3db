"""What somebody wants to do, in categories: "melt tin to join wires" is a soldering iron and solder.

``intents.json`` lists for each category which words, or classes of words, tell of it when they stand
together: ``@melt tin|metal``. The words are hqguide's own.
"""

from collections.abc import Iterator, Sequence

from hqguide.parts.everyday import bases
from hqguide.parts.everyday_chinese import everyday_spans
from hqguide.parts.language import Language
from hqguide.parts.meaning import Meaning, Meanings, keep
from hqguide.parts.normalise import content, fold, words

_LEAST, _A_PLACE, _PLACES, _SHARE = 0.6, 0.025, 4, 0.1
_COMPOUND, _SHARE_LEAST = 4, 0.7
_WORD_LONGEST = 4
"""Characters of the longest Chinese word of an intent."""
# A sentence that holds few whole intents: its words must tell this much, in e-folds of rarity among the
# categories, and the categories told of best are its meanings.
_SENTENCE, _SENTENCE_CHINESE, _TELLING, _BY_TELLING, _MOST_TELLING, _GUESSES = 4, 5, 4.9, 0.008, 9.0, 3

_DEEDS = ("把", "让", "给", "帮", "怎么", "怎样", "如何", "用来", *"修测用做找在看听洗装防")
"""How Chinese says that something is to be done."""

_Forms = Sequence[tuple[str, str]]
"""Words of a text, each with a form it may be of: moving and move."""


def read_intents(text: str, chinese: str, language: Language, *, deed: bool = True) -> Meanings:
    """The categories whose intents a text holds, each with what it covers of the text.

    ``chinese`` are the Han characters of the text, run together. A sentence that holds few intents
    also gives the categories its single words tell of. A few words in a row that
    are no ``deed`` name something (television licence fee) and must be most of an intent.
    """
    every = words(fold(text))
    forms = (*_english(every), *_chinese(chinese))
    told = content(every)
    compound = not deed and not chinese and len(told) == len(every) <= _COMPOUND
    least = _SHARE_LEAST if compound else 0.0
    found = _whole(forms, len(told) + len(chinese) / 2, least, language)
    few = len({category for category, _ in found}) < _GUESSES
    sentence = len(every) >= _SENTENCE or len(chinese) >= _SENTENCE_CHINESE
    begins = every[0] in language.index.asked_words if every else is_deed((), chinese, language)
    if few and sentence and begins:
        found += _likely(forms, language)
    out: Meanings = {}
    for category, score in found:
        name = language.by_id[category]
        keep(out, Meaning(category, score, "intent", name.name_en, name.said_zh))
    return out


def _whole(forms: _Forms, told: float, least: float, language: Language) -> list[tuple[str, float]]:
    """The category of each intent that the text holds, with its score; ``told`` words tell something.

    An intent that is less than the share ``least`` of them is left out.
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
            share = min(1.0, len(said[intent]) / told)
            if share < least:
                continue
            out.append((category, _LEAST + _A_PLACE * min(count, _PLACES) + _SHARE * share))
    return out


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


def is_deed(query: Sequence[str], chinese: str, language: Language) -> bool:
    """Whether a text begins with what to do, and not with the name of a thing: keep cables tidy, 防止短路."""
    index = language.index
    if query:
        return query[0] in index.asked_words and query[0] not in index.postings
    opening = chinese[:2]
    return chinese.startswith(_DEEDS) or (opening in index.asked_words and opening not in index.chinese)


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
