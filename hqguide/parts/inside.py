"""Names inside a description that as a whole means nothing: ``5pA 1MHz Rail-to-Rail Input, Op Amps, RoHS``.

Used for texts that look like a line of a bill, with figures and many words. Names of several words tell
more; of equally long ones the first, since catalogues put the noun first.
"""

from hqguide.parts.everyday import is_common
from hqguide.parts.language import Language
from hqguide.parts.meaning import Meanings, keep, named
from hqguide.parts.query import Query
from hqguide.parts.reading import Fits

_LONGEST, _FEWEST_WORDS = 4, 3
_BY_LENGTH = {4: 0.88, 3: 0.86, 2: 0.84, 1: 0.75}
_LATER, _LEAST = 0.01, 0.62


def read_inside(query: Query, language: Language) -> Meanings:
    """The meanings of names inside a query's words, the longest names' only; empty when none is there."""
    words = query.words
    if len(words) < _FEWEST_WORDS or not (query.values or query.parts):
        return {}
    for size in range(min(_LONGEST, len(words)), 0, -1):
        out: Meanings = {}
        for at in range(len(words) - size + 1):
            name = " ".join(words[at : at + size])
            if name not in language.index.english or (size == 1 and not _tells(name)):
                continue
            fits = Fits()
            fits.add(language.index.english[name], max(_LEAST, _BY_LENGTH[size] - _LATER * at), "words")
            for meaning in named(fits, language).values():
                keep(out, meaning)
        if out:
            return out
    return {}


def _tells(word: str) -> bool:
    """Whether a word alone may name the thing."""
    return len(word) > 2 and word.isalpha() and not is_common(word)
