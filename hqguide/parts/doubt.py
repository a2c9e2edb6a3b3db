"""When an English query speaks of something else than goods: power to the people, a bank holiday.

Most short trade words also mean something else. A query that says nothing of the trade but such words, and
says something besides that no buyer would, is in doubt: one word of it is not enough to find a name.
"""

from collections.abc import Collection, Sequence

from hqguide.parts.everyday import EVERYDAY, is_common
from hqguide.parts.language import Language
from hqguide.parts.talk import DOUBLE, is_talk

_NO_NOUN = ("ed", "ing", "ly")

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
        elif is_common(word):
            other = other or not is_talk(word)
        elif word.isalpha():
            return False
    return double and other


def _names_another(query: Sequence[str], purpose: Collection[str], language: Language) -> bool:
    """Whether a known word stands before an everyday one that names the whole: a clock tower, fan mail."""
    wanted = [word for word in query if word not in purpose]
    postings = language.index.postings
    if len(wanted) < 2 or wanted[-1] in postings or wanted[-1].endswith(_NO_NOUN):
        return False
    return wanted[-2] in postings and is_common(wanted[-1]) and not is_talk(wanted[-1])
