"""Pinyin as keys: joined, initials, and blurred for the sounds southern speakers and learners confuse.

Nothing here transcribes Chinese: the pack brings the pinyin of its names, and
:meth:`language.Language.spell` reads single characters from a table.
"""

import re
import unicodedata
from functools import lru_cache

import msgspec

_TOKEN = re.compile(r"[a-z]+|[0-9]+(?:\.[0-9]+)?")
_MARKS = str.maketrans({"ü": "v", "ǖ": "v", "ǘ": "v", "ǚ": "v", "ǜ": "v"})
_LONGEST = 6

_INITIALS_TEXT = "b p m f d t n l g k h j q x zh ch sh r z c s y w"
_FINALS_TEXT = """
a o e i u v ai ei ao ou an en ang eng ong ia ie iao iu ian in iang ing iong
ua uo uai ui uan un uang ue ve er
"""
_BLUR = (
    ("zh", "z"),
    ("ch", "c"),
    ("sh", "s"),
    ("ang", "an"),
    ("eng", "en"),
    ("ing", "in"),
    ("ong", "on"),
    ("v", "u"),
    ("uo", "o"),
)


class Keys(msgspec.Struct, frozen=True):
    """The ways a Chinese name can be typed in Latin letters.

    ``initials`` holds them with a Latin word of the name whole, left out, and as its first letter.
    """

    syllables: tuple[str, ...]
    joined: str
    initials: tuple[str, ...]
    blurred: str


def toneless(pinyin: str) -> str:
    """Lower-case pinyin without tone marks, ``ü`` written ``v``: ``lǜ sè`` becomes ``lv se``."""
    text = pinyin.lower().translate(_MARKS)
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFD", text)
    return "".join(c for c in plain if not unicodedata.combining(c))


def keys(pinyin: str) -> Keys:
    """Keys of a reading with its syllables set apart (``pái mǔ``, ``0 ou dian zu``)."""
    syllables = tuple(_TOKEN.findall(toneless(pinyin)))
    joined = "".join(syllables)
    return Keys(
        syllables=syllables,
        joined=joined,
        initials=tuple(
            dict.fromkeys(
                (
                    "".join(s[0] if s in _syllables() else s for s in syllables),
                    "".join(s[0] for s in syllables if s in _syllables()),
                    "".join(s[0] for s in syllables),
                )
            )
        ),
        blurred=blur(joined),
    )


@lru_cache(maxsize=4096)
def blur(letters: str) -> str:
    """``letters`` with zh/z, ch/c, sh/s, n/ng, ü/u and uo/o made equal."""
    for sound, same in _BLUR:
        letters = letters.replace(sound, same)
    return letters


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    """Every initial with every final: a few that no word has, none that a word has is missing."""
    finals = _FINALS_TEXT.split()
    whole = {f for f in finals if f[0] in "aoe"} | {i + f for i in _INITIALS_TEXT.split() for f in finals}
    return frozenset(whole | {blur(s) for s in whole})


def split(letters: str) -> tuple[str, ...]:
    """``letters`` cut into pinyin syllables, few long ones before many short; empty when it is no pinyin.

    ``n`` and ``g`` go to the next syllable only when the rest cannot be read otherwise. Linear in the
    length of ``letters``.
    """
    known = _syllables()
    size = len(letters)
    best: list[tuple[str, ...] | None] = [None] * size + [()]
    for start in range(size - 1, -1, -1):
        for end in range(min(size, start + _LONGEST), start, -1):
            rest = best[end]
            if rest is None or letters[start:end] not in known:
                continue
            have = best[start]
            if have is None or len(rest) + 1 < len(have):
                best[start] = (letters[start:end], *rest)
    return best[0] or ()
