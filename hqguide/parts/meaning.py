"""Meanings: what the readings of a text say, in categories instead of names, and how they are joined."""

from collections import Counter

import msgspec

from hqguide.parts.language import Language
from hqguide.parts.reading import Fits, Via

_AGREE = 0.5
_ALSO_SO, _ALSO_SO_WITHIN, _ALSO_SO_MOST = 0.012, 0.04, 2
_FAN_STEP = 0.01
_GROUP = 0.93


class Meaning(msgspec.Struct, frozen=True):
    """One thing a text can mean: a category, how sure (0 to 1), and the step that found it.

    ``term_en`` and ``term_zh`` are the best names of what was matched; ``term_zh`` is for the seller.
    """

    category: str
    score: float
    via: Via
    term_en: str
    term_zh: str


Meanings = dict[str, Meaning]
"""Meanings by category."""


def named(fits: Fits, language: Language, factor: float = 1.0) -> Meanings:
    """Fits as meanings; a generic name also gives the categories it stands for, each a little less."""
    out: Meanings = {}
    targets = language.index.targets
    ranked = sorted(fits.best.items(), key=lambda i: (-i[1].score, targets[i[0]].kind != "generic", i[0]))
    for number, fit in ranked:
        target = targets[number]
        via: Via = "category" if target.kind == "category" and fit.via == "alias" else fit.via
        equal = fit.via == "initials"
        score = fit.score * factor
        for step, category in enumerate(target.also):
            own = score if equal else score * (1 - _FAN_STEP * step)
            keep(out, Meaning(category, own, via, target.en, target.zh))
        # A group only when no leaf is as good: a leaf tells where to go.
        own = score if equal or language.by_id[target.category].parent else score * _GROUP
        keep(out, Meaning(target.category, own, via, target.en, target.zh))
    _strengthen(out, [(targets[number].category, fit.score * factor) for number, fit in ranked])
    return out


def _strengthen(out: Meanings, fitting: list[tuple[str, float]]) -> None:
    """A category that several of its names fit almost equally well gets a little for each further one."""
    agreeing = Counter(
        category for category, score in fitting if score >= out[category].score - _ALSO_SO_WITHIN
    )
    for category, count in agreeing.items():
        meaning = out[category]
        if count > 1 and meaning.via in ("alias", "category"):
            bonus = _ALSO_SO * min(_ALSO_SO_MOST, count - 1)
            out[category] = msgspec.structs.replace(meaning, score=meaning.score + bonus)


def keep(out: Meanings, meaning: Meaning) -> None:
    """Keep the better of two meanings of the same category."""
    have = out.get(meaning.category)
    if have is None or meaning.score > have.score:
        out[meaning.category] = meaning


def agree(*sides: Meanings) -> Meanings:
    """The best meaning of each category; where readings agree the weaker ones add a share."""
    out: Meanings = {}
    for side in sides:
        for category, meaning in side.items():
            have = out.get(category)
            if have is None:
                out[category] = meaning
                continue
            better, other = (meaning, have) if meaning.score > have.score else (have, meaning)
            left = max(0.0, 1 - better.score) * _AGREE * other.score
            out[category] = msgspec.structs.replace(better, score=better.score + left)
    return out
