"""One spelling for everything that is compared: widths, signs, characters, British and BOM words.

Queries and the words of the pack go through the same functions, so a folded query and a folded name
are equal exactly when a trader would take them for the same thing.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from hqguide.parts.english_words import JOINED, LAST, SAME, STOP, WHO_CAN
from hqguide.parts.traditional import simplify

MAX_QUERY = 240
"""Characters of a query that are read; the rest is dropped."""

HAN = "\u3400-\u9fff"

_SIGNS = str.maketrans(
    {"Ω": "ohm", "µ": "u", "μ": "u", "_": " ", "×": "x", "℃": "C", "“": '"', "”": '"', "’": "'"}
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")
_SPACES = re.compile(r"\s+")
_SPLIT = re.compile(rf"[^a-z0-9.+%{HAN}]+")
_NOT_WORD = re.compile(rf"[^a-z0-9{HAN}]+")
_HAN_RUN = re.compile(f"[{HAN}]+")
# Characters that look alike in print: O/0, I/1, L/1, S/5, B/8, Z/2.
_LOOKS = str.maketrans("OILSBZ", "011582")
_NUMBER_EDGE = re.compile(r"^\.+|\.+$")


def clean(text: str, limit: int = MAX_QUERY) -> str:
    """``text`` cut to ``limit`` characters, NFKC, control characters blanked, signs spelled, case kept."""
    text = text[:limit]
    if text.isascii() and text.isprintable():
        return " ".join(text.replace("_", " ").split())
    text = unicodedata.normalize("NFKC", text)[:limit]
    return _SPACES.sub(" ", _CONTROL.sub(" ", text.translate(_SIGNS))).strip()


def fold(text: str, limit: int = MAX_QUERY) -> str:
    """``text`` as it is compared: :func:`clean`, simplified Chinese, lower case."""
    text = clean(text, limit)
    return text.lower() if text.isascii() else simplify(text).lower()


def stem(word: str) -> str:
    """An English word without its plural s, a British metre as a meter."""
    if word.endswith(("metre", "metres")):
        return word.removesuffix("s")[:-2] + "er"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


_ASIDE = STOP | {stem(word) for word in STOP}


def words(text: str) -> tuple[str, ...]:
    """The words of an already folded text: plural and spelling variants made equal."""
    pieces = [stem(w) for w in (_NUMBER_EDGE.sub("", p) for p in _SPLIT.sub(" ", text).split()) if w]
    out: list[str] = []
    at = 0
    while at < len(pieces):
        joined = JOINED.get((pieces[at], pieces[at + 1])) if at + 1 < len(pieces) else None
        out.append(joined or SAME.get(pieces[at], pieces[at]))
        at += 2 if joined else 1
    if len(out) > 1:
        out[-1] = LAST.get(out[-1], out[-1])
    return tuple(out)


def content(every: Sequence[str]) -> tuple[str, ...]:
    """Words without those of a question or sentence; the same for names, so that both stay equal."""
    return tuple(
        word
        for at, word in enumerate(every)
        if word not in _ASIDE and not (word == "can" and at + 1 < len(every) and every[at + 1] in WHO_CAN)
    )


def squash(text: str) -> str:
    """A folded text with nothing but letters, digits and Han: ``type-c 母座`` becomes ``typec母座``."""
    return _NOT_WORD.sub("", text)


def han(text: str) -> str:
    """The Han characters of ``text``, run together."""
    return "".join(_HAN_RUN.findall(text))


@lru_cache(maxsize=8192)
def part_key(text: str) -> str:
    """A part number as compared: NFKC, upper case, without blanks and underscores, at most 40 characters."""
    text = text[:MAX_QUERY]
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s_]+", "", text).upper()[:40]


def looked(key: str) -> str:
    """A part key with characters that look alike in print made equal."""
    return key.translate(_LOOKS)
