"""A sentence cut into wishes: clauses, without prices, weights, politeness and refusals.

"soldering station today, staff who speak English" wishes for a soldering station; nothing is known
of the staff. A clause that is not understood whole is tried without its outer words; at least two
words must then be a name the guide knows, so that small talk does not turn into goods.
"""

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from hqguide.parts.understand import Meaning

Reader = Callable[[str], Sequence[Meaning]]
NameTest = Callable[[str], bool]

SURE = 0.9
CLAUSES = 4
WORDS = 10

_SPLIT = re.compile(r"\s*(?:[,;，；、]|\b(?:and|or|und|plus)\b|或者|以及|还有)\s*", re.IGNORECASE)
_REFUSED = re.compile(r"^(?:not?|without|except|no)\b|^(?:不要|不是|别)", re.IGNORECASE)
_MEASURE = re.compile(
    r"\b(?:under|over|about|around|below|for|up to)?\s*"
    r"\d+(?:\.\d+)?\s*(?:yuan|rmb|cny|kg|kilos?|元|块钱?)(?!\w)",
    re.IGNORECASE,
)
_FILLERS = frozenset(
    # A block of words reads better than a list of strings.
    """today tomorrow now inside here there nearby somewhere anywhere please thanks good cheap best fine
    funny nice quick quickly few some several handful bunch lot lots piece pieces try on dealer dealers
    made me just only also too really my our your""".split()  # noqa: SIM905
)


class Wish(msgspec.Struct, frozen=True):
    """One thing wanted: the words that were understood, and their meanings, best first."""

    words: str
    meanings: tuple[Meaning, ...]


def wishes(text: str, read: Reader, is_name: NameTest) -> list[Wish]:
    """The wishes of ``text`` that are understood; one for the whole text when that reads better.

    ``read`` understands words; ``is_name`` tells cheaply whether they are a name of the pack.
    """
    whole = tuple(read(text))
    if whole and whole[0].score >= SURE:
        return [Wish(text, whole)]
    clauses = [clause for clause in _SPLIT.split(text) if clause and not _REFUSED.match(clause)][:CLAUSES]
    found = [
        wish
        for clause in clauses
        if (wish := _wish(clause, lambda words: whole if words == text else read(words), is_name))
    ]
    if any(wish.meanings[0].score >= SURE for wish in found):
        found = [wish for wish in found if not _in_passing(wish)]
    if whole and whole[0].score >= max((wish.meanings[0].score for wish in found), default=0.0):
        return [Wish(text, whole)]
    return found


def _in_passing(wish: Wish) -> bool:
    """One word that is only part of a name ("pack"): nothing beside a clause that is sure."""
    return " " not in wish.words and wish.meanings[0].via == "words" and wish.words.isascii()


def _wish(clause: str, read: Reader, is_name: NameTest) -> Wish | None:
    """The clause, or the part of it, that is understood."""
    bare = _bare(clause)
    if not bare:
        return None
    readings = [Wish(words, tuple(read(words))) for words in dict.fromkeys((clause, bare))]
    understood = [wish for wish in readings if wish.meanings]
    if understood:
        return max(understood, key=lambda wish: wish.meanings[0].score)
    inner = next((run for run in _inner(bare.split()) if is_name(run)), "")
    meanings = tuple(read(inner)) if inner else ()
    return Wish(inner, meanings) if meanings else None


def _bare(clause: str) -> str:
    """``clause`` without prices, weights and words that say nothing about goods."""
    words = _MEASURE.sub(" ", clause).split()
    return " ".join(word for word in words if word.casefold().strip(".?!") not in _FILLERS)


def _inner(words: Sequence[str]) -> Iterator[str]:
    """Runs of two or more of ``words``, longest first, the whole left out."""
    words = words[:WORDS]
    for length in range(len(words) - 1, 1, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])
