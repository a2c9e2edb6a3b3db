"""When an English query speaks of something else than goods: power to the people, a bank holiday.

Most short trade words also mean something else. A query that says nothing of the trade but such words, and
says something besides that no buyer would, is in doubt: one word of it is not enough to find a name. So is a
query whose grammar tells that its trade word is no thing: flip a coin, the heat is on, who is in charge.
"""

from collections.abc import Collection, Sequence

from hqguide.parts.deeds import VERB_OBJECTS
from hqguide.parts.everyday import ABSTRACT, EVERYDAY, bases, is_everyday
from hqguide.parts.language import Language
from hqguide.parts.normalise import content
from hqguide.parts.talk import DOUBLE, FAULTS, is_talk

_NO_NOUN = ("ed", "ing", "ly")
_SPOKEN_OF = frozenset(("for", "of", "with", "in", "to", "from"))
_ADVERBIAL = frozenset(("in", "on", "at", "by", "under", "off", "out"))
_IS = frozenset(("is", "are", "was", "were", "am", "be"))
# Before "is" these ask, or tell more of a thing.
_ASKING_TEXT = "what where which who how when why that it there this these those"
_ASKING = frozenset(_ASKING_TEXT.split())

FACTOR = 0.6
"""What doubt leaves of a name that shares but one word with the query."""


def in_doubt(query: Sequence[str], purpose: Collection[str], language: Language) -> bool:
    """Whether the words tell of the trade only by words of double meaning, and of something else besides.

    Words of ``purpose`` ("for my bedroom") tell what the thing is for and are not looked at.
    """
    postings = language.index.postings
    if _names_another(query, purpose, language):
        return True
    double = other = False
    for word in query:
        if word in postings and word not in EVERYDAY:
            if word not in DOUBLE:
                return False
            double = double or word not in purpose
        elif word in purpose:
            continue
        elif is_everyday(word):
            other = other or not is_talk(word)
        elif word.isalpha():
            return False
    return double and other


def no_thing(every: Sequence[str], language: Language) -> bool:
    """Whether the words of a text, with those of a question, tell that its trade word names no thing."""
    return (
        _is_done(every, language)
        or _is_stated(every, language)
        or _is_adverbial(every, language)
        or is_of_no_use(every)
    )


def _is_done(every: Sequence[str], language: Language) -> bool:
    """Whether the trade word is a verb at the beginning, and no other means but one thing: flip a coin."""
    first = next((n for n, word in enumerate(every) if word not in ("please", "do", "let", "to")), 0)
    if first + 1 >= len(every) or every[first + 1] not in VERB_OBJECTS:
        return False
    rest = content(every[first + 1 :])
    return every[first] in language.index.postings and not _of_one_meaning(rest, language)


def _is_stated(every: Sequence[str], language: Language) -> bool:
    """Whether something is said of a word of double meaning that is no fault: the heat is on."""
    at = next((n for n, word in enumerate(every) if word in _IS), 0)
    if not at or every[at - 1] in _ASKING or every[0] in _ASKING:
        return False
    said = every[at + 1 :]
    return not _of_one_meaning(every, language) and not any(word in FAULTS for word in said)


def _is_adverbial(every: Sequence[str], language: Language) -> bool:
    """Whether all trade words, none of one meaning, stand behind a preposition: who is in charge."""
    postings = language.index.postings
    at = next((n for n, word in enumerate(every) if word in _ADVERBIAL), len(every))
    before, behind = content(every[:at]), content(every[at + 1 :])
    if any(word in postings for word in before) or not any(word in postings for word in behind):
        return False
    return not _of_one_meaning(behind, language)


def is_of_no_use(every: Sequence[str]) -> bool:
    """Whether a thing is for, of or with nothing but what cannot be touched: tool for democracy."""
    at = next((n for n, word in enumerate(every) if n and word in _SPOKEN_OF), len(every))
    told = content(every[at + 1 :])
    return bool(told) and all(map(_is_abstract, told))


def _is_abstract(word: str) -> bool:
    """Whether a word, or what it is a form of, is a noun for what cannot be touched."""
    return not is_talk(word) and any(ABSTRACT.holds(form) for form in (word, *bases(word)))


def of_one_meaning(word: str, language: Language) -> bool:
    """Whether a word is a trade word that means nothing else."""
    return word in language.index.postings and word not in DOUBLE and word not in EVERYDAY


def _of_one_meaning(query: Sequence[str], language: Language) -> bool:
    """Whether any word is a trade word that means nothing else."""
    return any(of_one_meaning(word, language) for word in query)


def _names_another(query: Sequence[str], purpose: Collection[str], language: Language) -> bool:
    """Whether a known word stands before an everyday one that names the whole: a clock tower, fan mail."""
    wanted = [word for word in query if word not in purpose]
    postings = language.index.postings
    if len(wanted) < 2 or wanted[-1] in postings or wanted[-1].endswith(_NO_NOUN):
        return False
    return wanted[-2] in postings and is_everyday(wanted[-1]) and not is_talk(wanted[-1])
