"""Which words stand on the map for a street, a hall or a station: whole first, then shorter.

Each choice is a tuple of rows. A name the source does not confirm ends in ``?``.
"""

import re
from functools import lru_cache
from typing import Literal

from hqguide.map.labels import Lines
from hqguide.market.district import Station, Street
from hqguide.market.model import Building
from hqguide.text import cells, plain

Tongue = Literal["en", "zh", "both"]

WRAP = 16
_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]")


def street_words(street: Street, language: Tongue) -> tuple[str, ...]:
    """The street's name on one row, in both languages then in Chinese alone; nothing for a nameless one."""
    zh, en = plain(street.name_zh or ""), plain(street.name_en or "")
    names = (f"{zh} {en}", zh) if language == "both" and zh and en else (_chosen(zh, en, language),)
    doubt = "?" if street.name_basis == "unconfirmed" else ""
    return tuple(f"{name}{doubt}" for name in names if name)


def station_words(station: Station, language: Tongue) -> tuple[Lines, ...]:
    """Name and lines of a metro station: ``Huaqiang North L2/7``, ``华强北 2/7号线``; then the bare name."""
    lines = "/".join(plain(line) for line in station.lines)
    zh, en = plain(station.name_zh), plain(station.name_en)
    if language == "zh":
        return _distinct(((f"{zh} {lines}号线" if lines else zh,), (zh,)))
    full = f"{en} L{lines}" if lines else en
    if language == "both":
        return _distinct(((f"{zh} {full}",), (zh, full), (zh,)))
    return _distinct(((full,), wrapped(full), (en,)))


def hall_words(building: Building, language: Tongue) -> tuple[Lines, ...]:
    """The hall's name without its asides, then broken into two rows, then its known short name."""
    zh, en = _bare(building.name.zh), _bare(building.name.en)
    if language == "both" and zh and en:
        short = _short(building, "en", en)
        return _distinct(((f"{zh} {en}",), (zh, en), (f"{zh} {short}",), (zh, short), (zh,)))
    name = _chosen(zh, en, language) or plain(building.id)
    short = _short(building, "zh" if language == "zh" else "en", name)
    return _distinct(((name,), wrapped(name), (short,)))


def wrapped(name: str) -> Lines:
    """``name`` on two rows, broken at the blank nearest the middle; one row when it is short."""
    breaks = [at for at, char in enumerate(name) if char == " "]
    if cells(name) < WRAP or not breaks:
        return (name,)
    at = min(breaks, key=lambda blank: abs(2 * blank - len(name)))
    return (name[:at], name[at + 1 :])


def _chosen(zh: str, en: str, language: Tongue) -> str:
    """The name in one language, or in the other where that is all there is."""
    return (zh or en) if language == "zh" else (en or zh)


@lru_cache(maxsize=1024)
def _bare(name: str | None) -> str:
    return plain(_ASIDE.sub("", name or "")).strip()


def _short(building: Building, language: str, name: str) -> str:
    """The first short alias that is part of the name itself, for a nickname would not be on the sign."""
    for alias in building.aliases:
        if alias.kind == "short" and alias.lang == language and alias.text.casefold() in name.casefold():
            return plain(alias.text)
    return name


def _distinct(choices: tuple[Lines, ...]) -> tuple[Lines, ...]:
    return tuple(dict.fromkeys(choice for choice in choices if all(choice)))
