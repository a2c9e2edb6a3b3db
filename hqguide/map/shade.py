"""Halls shaded by evidence, as for "where are connectors": by sign and size, never by colour alone."""

from collections.abc import Mapping, Sequence
from math import isfinite

import msgspec

from hqguide.map.halls import Hall
from hqguide.map.names import Tongue
from hqguide.map.wording import say

MUCH, SOME = 2 / 3, 1 / 3
SIGNS = ("", "-", "+", "#")
NAMES = ("none", "little", "some", "much")


def grade(share: float | None) -> int:
    """3 for much evidence (two thirds and more of the most), 2 for some, 1 for little, 0 for none.

    What is no number counts as none.
    """
    if share is None or not isfinite(share) or share <= 0:
        return 0
    return 3 if share >= MUCH else 2 if share >= SOME else 1


def shaded(halls: Sequence[Hall], shade: Mapping[str, float] | None) -> tuple[Hall, ...]:
    """The halls with their sign and style by evidence, those with most first; unchanged without ``shade``.

    A closed hall keeps its cross. Halls without evidence keep their sign.
    """
    if not shade:
        return tuple(halls)
    graded = [(grade(shade.get(hall.building.id)), hall) for hall in halls]
    graded.sort(key=lambda pair: -pair[0])
    return tuple(
        msgspec.structs.replace(hall, glyph=SIGNS[level], style=f"hall.shade{level}")
        if level and hall.building.status.state != "closed"
        else hall
        for level, hall in graded
    )


def shade_legend(language: Tongue) -> str:
    """The signs with their meaning, strongest first."""
    pairs = [f"{SIGNS[level]} {say(NAMES[level], language)}" for level in (3, 2, 1)]
    return f"{say('evidence', language)}: {'  '.join(pairs)}"
