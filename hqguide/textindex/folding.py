"""One spelling for everything that is compared: case, width and punctuation folded away."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

LONGEST_TEXT = 400
"""Characters of a text that are read before folding; the rest is dropped."""
LONGEST_KEY = 60
"""Characters of a folded text that are kept: at most 240 bytes."""

_PUNCTUATION = re.compile(r"[\W_]+")
# A character whose folding folds again is stable after three rounds; Unicode has none that needs more.
_ROUNDS = 4

CONFUSABLE = bytes.maketrans(b"oilsbzgq", b"01158269")
"""For every folded letter the digit it is taken for: O/0, I/1, L/1, S/5, B/8, Z/2, G/6, Q/9."""


def fold(text: str) -> str:
    """``text`` with nothing but letters and digits: NFKC, case folded, punctuation and blanks gone.

    Folding twice changes nothing. At most :data:`LONGEST_KEY` characters are left.
    """
    text = text[:LONGEST_TEXT]
    if text.isascii():
        return _PUNCTUATION.sub("", text.lower())[:LONGEST_KEY]
    for _ in range(_ROUNDS):
        folded = _PUNCTUATION.sub("", unicodedata.normalize("NFKC", text).casefold())[:LONGEST_TEXT]
        if folded == text:
            break
        text = folded
    return text[:LONGEST_KEY]


def fragments(text: str) -> tuple[str, ...]:
    """The folded pieces of ``text`` between blanks, without those that fold to nothing."""
    return tuple(piece for piece in map(fold, text[:LONGEST_TEXT].split()) if piece)


def bag(words: Iterable[str]) -> int:
    """A 64-bit number for words in any order."""
    return int.from_bytes(hashlib.blake2b(" ".join(sorted(words)).encode(), digest_size=8).digest())
