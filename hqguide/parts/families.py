"""Tell what a part number is by the families of the pack, exact, begun or mistyped.

Only the expressions that can match the first characters of a part number are compiled, when they are
first needed.
"""

import re

import msgspec

from hqguide.parts.heads import LENGTH, OPENING, fits
from hqguide.parts.language import Language
from hqguide.parts.normalise import looked, part_key
from hqguide.parts.spelling import beginning, nearest

_MOST = 4
_EXACT, _PART, _FAMILY, _FALLBACK = 0.97, 0.965, 0.94, 0.85
_STEP = 0.12
_SINGLE = 2
_TIERS = {"part": _SINGLE, "family": 1, "fallback": 0}
_LIKE = 0.93
_BEGUN = 0.88
_LEAST_LIKE = 5
_REMEMBERED = 4096


class PartFit(msgspec.Struct, frozen=True):
    """A family a part number may belong to, and how sure that is (0 to 1).

    ``exact`` says that the number is known; ``certain`` also that it is one of a single part's.
    """

    family: int
    score: float
    exact: bool = False
    certain: bool = False


def read_part(text: str, language: Language) -> tuple[PartFit, ...]:
    """Families of one part number, best first; empty when none is near. The last numbers are remembered."""
    key = part_key(text)
    remembered = language.part_readings
    if key not in remembered:
        if len(remembered) >= _REMEMBERED:
            remembered.clear()
        remembered[key] = _read(key, language)
    found: tuple[PartFit, ...] = remembered[key]
    return found


def _read(key: str, language: Language) -> tuple[PartFit, ...]:
    """Families of one part key, best first."""
    found = _matching(key, language)
    known = language.index.examples.get(key)
    if known is None and not any(fit.score >= _FALLBACK for fit in found):
        found += _near(key, language)
    best: dict[int, PartFit] = {}
    for fit in found:
        have = best.get(fit.family)
        if have is None or fit.score > have.score:
            best[fit.family] = fit
    return tuple(sorted(best.values(), key=lambda fit: -fit.score)[:_MOST])


def _matching(key: str, language: Language) -> list[PartFit]:
    """Families whose expression matches: the more of the number an expression needs, the more it knows."""
    known = language.index.examples.get(key)
    matching = [number for number in _candidates(key, language) if language.pattern(number).match(key)]
    ranked = []
    for number in matching:
        family = language.families[number]
        # How much of the number is needed decides between several families only.
        shortest = _shortest(language.pattern(number), key) if len(matching) > 1 else len(key)
        shared = max((_shared(key, part_key(example)) for example in family.examples), default=0)
        tier = _TIERS[family.tier]
        single = tier == _SINGLE and len(key) >= _LEAST_LIKE
        ranked.append((number == known, single, max(shortest, shared), shared, tier, -number, number))
    ranked.sort(reverse=True)
    out = []
    for place, (_, _, _, _, tier, _, number) in enumerate(ranked[:_MOST]):
        score = _EXACT if number == known else (_FALLBACK, _FAMILY, _PART)[tier]
        certain = number == known or (tier == _SINGLE and place == 0)
        out.append(PartFit(number, score * (1 - _STEP * place), number == known, certain))
    return out


def _candidates(key: str, language: Language) -> tuple[int, ...]:
    """The families whose numbers can begin as ``key`` does; for the same beginning they are found once."""
    begun = key[:LENGTH]
    found = language.families_begun.get(begun)
    if found is None:
        heads = language.index.heads
        if len(language.families_begun) >= _REMEMBERED:
            language.families_begun.clear()
        found = language.families_begun[begun] = tuple(
            dict.fromkeys(
                number
                for size in range(OPENING + 1)
                for head, number in heads.get(key[:size], ())
                if fits(head, begun)
            )
        )
    return found


def _shortest(pattern: re.Pattern[str], key: str) -> int:
    """How many characters of ``key`` the pattern needs."""
    return next(n for n in range(1, len(key) + 1) if n == len(key) or pattern.match(key, 0, n))


def _shared(one: str, other: str) -> int:
    """The length of the common beginning."""
    size = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        size += 1
    return size


def _near(key: str, language: Language) -> list[PartFit]:
    """Families of known numbers that begin with ``key``, look like it or differ by a slip."""
    examples = language.index.examples
    out = []
    if len(key) >= _LEAST_LIKE - 1:
        out += [
            PartFit(examples[name], max(0.7, _BEGUN - 0.01 * (len(name) - len(key))))
            for name in beginning(key, language.example_names)
        ]
    if len(key) < _LEAST_LIKE:
        return out
    look = looked(key)
    if look != key or not out:
        out += [PartFit(examples[name], _LIKE) for name in language.example_looks.get(look, ())]
    edits = 1 if len(key) < 8 else 2
    near = nearest(key, language.example_spellings, edits=edits)
    return out + [PartFit(examples[name], similar * _LIKE) for name, similar in near]
