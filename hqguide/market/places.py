"""What a person types for a place, into the place: a path, an alias, a floor, a counter number."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from hqguide.errors import GuideError
from hqguide.market.counters import Reading, decode, spellings
from hqguide.market.model import Building, Record, Stall, floor_label
from hqguide.market.pack import Market
from hqguide.text import plain

_FLOOR = re.compile(
    r"(?<![\w-])(?:(b?)(\d{1,2})\s*(?:f|/f|楼|层|樓|層|floor|(?:st|nd|rd|th) floor)"
    r"|(b)(\d)|(?:l|level|floor)\s*(b?)(\d{1,2}))(?![a-z0-9])"
)
_LABEL = re.compile(r"(?i)(b?)([1-9]\d?)f?")
_CJK = re.compile(r"[\u3400-\u9fff]")


class Place(Record, frozen=True):
    """A place of the market: a building, a floor of it, or a counter on record or by its number."""

    building: Building | None
    level: int | None = None
    counter: str | None = None
    stalls: tuple[Stall, ...] = ()
    reading: Reading | None = None

    @property
    def path(self) -> str:
        """The id ``show`` and ``route`` take: ``seg-plaza/2F/2955``."""
        if self.building is None:
            return self.stalls[0].id
        last = self.counter or (self.stalls[0].id if self.stalls else None)
        floor = floor_label(self.level) if self.level is not None else None
        return "/".join(part for part in (self.building.id, floor, last) if part)


def stall_path(stall: Stall) -> str:
    """The path of a stall on record; unnumbered stalls go by their id."""
    if stall.building is None:
        return stall.id
    return "/".join(part for part in (stall.building, stall.floor_label, stall.counter or stall.id) if part)


def key(text: str) -> str:
    """``text`` for comparing names: NFKC, lower case, one blank between words, no punctuation."""
    folded = unicodedata.normalize("NFKC", plain(text)).casefold()
    return " ".join(re.sub(r"[^\w\u3400-\u9fff/]+", " ", folded).split())


def names_of(building: Building) -> Iterator[str]:
    """Every name a building goes by: id, Chinese, English, pinyin, aliases, parts in brackets left out."""
    yield building.id
    for name in (building.name.zh, building.name.en, building.name.pinyin):
        if name:
            yield name
            yield re.sub(r"[（(].*?[)）]", "", name)
    for alias in building.aliases:
        yield alias.text


@lru_cache(maxsize=4)
def name_index(market: Market) -> dict[str, tuple[Building, ...]]:
    """Every name key of every building, with the buildings that go by it."""
    index: dict[str, list[Building]] = {}
    for building in market.buildings:
        for name in {key(name) for name in names_of(building)} - {""}:
            index.setdefault(name, []).append(building)
    return {name: tuple(found) for name, found in index.items()}


def parse_floor(text: str) -> int | None:
    """The level in ``2F``, ``B1``, ``3楼``, ``L2`` or ``floor 2``; ``None`` when there is none."""
    match = _FLOOR.search(text.casefold())
    if not match:
        return None
    below, number = (match[1] or match[3] or match[5] or ""), int(match[2] or match[4] or match[6])
    return (-number if below else number) or None


def without_floor(text: str) -> str:
    """``text`` without the floor :func:`parse_floor` reads from it."""
    return " ".join(_FLOOR.sub(" ", text.casefold()).split())


def namesakes(market: Market, text: str) -> tuple[Building, ...]:
    """Buildings whose Chinese or English name begins with, or holds as whole words, ``text``."""
    wanted = key(text)
    han = bool(_CJK.search(wanted))
    found = (
        building
        for building in market.buildings
        for name in (building.name.zh, building.name.en)
        if name and (key(name).startswith(wanted) if han else f" {wanted} " in f" {key(name)} ")
    )
    return tuple({building.id: building for building in found}.values()) if len(wanted) >= 2 else ()


def mentioned(market: Market, text: str) -> tuple[tuple[Building, ...], str]:
    """Buildings named anywhere in ``text`` by the longest name found, and the text without it.

    A Latin name must stand as whole words; a Chinese one may stand inside a run of characters.
    """
    folded = key(text)
    padded = f" {folded} "
    for needle, name in _longest_first(market):
        if needle in padded:
            return name_index(market)[name], padded.replace(needle, " ", 1).strip()
    return (), folded


@lru_cache(maxsize=4)
def _longest_first(market: Market) -> tuple[tuple[str, str], ...]:
    """What to look for in a text, between blanks when it is Latin, and the name it stands for."""
    names = sorted(name_index(market), key=len, reverse=True)
    return tuple(
        (name, name) if _CJK.search(name) else (f" {name} ", name)
        for name in names
        if len(name) >= (2 if _CJK.search(name) else 3)
    )


def counters(market: Market, number: str) -> tuple[Stall, ...]:
    """Stalls on record with this counter number, ranges and upper or lower case aside."""
    wanted = spellings(number)[0]
    return tuple(s for s in market.stalls if s.counter and wanted in spellings(s.counter))


def resolve(market: Market, text: str) -> Place:
    """The place ``text`` names; :class:`GuideError` says what is unknown and what comes near.

    Takes a path, a building's name or alias alone or with a floor or counter number
    (``华强电子世界 23C217``, ``SEG 2F``), a stall id, or a counter number that only one stall has.
    """
    wanted = text.strip()
    if not wanted or len(wanted) > 200:
        raise GuideError("a place is 1 to 200 characters", hint="Example: hqguide show seg-plaza/2F")
    by_path = _by_path(market, wanted)
    if by_path:
        return by_path
    exact = name_index(market).get(key(wanted), ())
    named, rest = (exact, "") if exact else mentioned(market, wanted.replace("/", " "))
    if not named:
        named, rest = _partly_named(market, wanted), ""
    if len(named) > 1:
        options = ", ".join(f"{b.id} ({b.status.state})" for b in named)
        raise GuideError(f"more than one place is called {plain(wanted)!r}", hint=f"Choose one: {options}")
    if not named:
        return _by_number(market, wanted)
    level = parse_floor(rest)
    words = without_floor(rest).split()
    if words and not any(char.isdigit() for char in words[-1]):
        raise GuideError(f"no place called {plain(wanted)!r}", hint=_near(market, wanted))
    return _inside(market, named[0], level, words[-1] if words else "")


def _partly_named(market: Market, text: str) -> tuple[Building, ...]:
    """Buildings one of whose names has the words of ``text`` in it, such as ``metro mall``."""
    wanted = f" {key(text)} "
    if len(wanted) < 6 or any(char.isdigit() for char in wanted):
        return ()
    found = (b for name, group in name_index(market).items() if wanted in f" {name} " for b in group)
    return tuple({building.id: building for building in found}.values())


def _by_path(market: Market, path: str) -> Place | None:
    head, _, tail = path.partition("/")
    building = market.by_id.get(head.casefold())
    if building is None:
        stall = next((s for s in market.stalls if s.id == path), None)
        return _of_stall(market, stall) if stall else None
    first, _, last = tail.partition("/")
    floor = _LABEL.fullmatch(first)
    if floor:
        return _inside(market, building, int(floor[2]) * (-1 if floor[1] else 1), last)
    return _inside(market, building, None, tail)


def _of_stall(market: Market, stall: Stall) -> Place:
    building = market.by_id.get(stall.building or "")
    return Place(building=building, level=stall.level, counter=stall.counter, stalls=(stall,))


def _inside(market: Market, building: Building, level: int | None, last: str) -> Place:
    """The floor of ``building``, or the counter or stall id ``last`` on it."""
    if level is not None and building.floor(level) is None:
        known = ", ".join(floor.label for floor in building.floors) or "none"
        raise GuideError(
            f"no record of {floor_label(level)}", where=building.id, hint=f"Floors known: {known}"
        )
    if not last:
        return Place(building=building, level=level)
    here = market.stalls_by_building.get(building.id, ())
    by_id = next((stall for stall in here if stall.id == last), None)
    if by_id:
        return _of_stall(market, by_id)
    number = last.upper()
    found = [s for s in here if s.counter == number] or [s for s in counters(market, number) if s in here]
    if found:
        return Place(building=building, level=found[0].level, counter=found[0].counter, stalls=tuple(found))
    reading = decode(building, number)
    if reading is None:
        raise GuideError(
            f"no counter {plain(number)} on record, and it does not fit the numbering there",
            where=building.id,
            hint="Examples: "
            + (", ".join(r.example for r in building.counter_rules) or "none known")
            + f". Its floor can be named alone: {building.id}/1F",
        )
    return Place(building=building, level=reading.level or level, counter=number, reading=reading)


def _by_number(market: Market, text: str) -> Place:
    found = () if len(text.split()) > 1 else counters(market, text)
    if len({stall.building for stall in found}) == 1:
        place = _of_stall(market, found[0])
        return Place(building=place.building, level=place.level, counter=place.counter, stalls=found)
    if found:
        options = ", ".join(stall_path(stall) for stall in found)
        raise GuideError(f"several counters have the number {plain(text)}", hint=f"Choose one: {options}")
    raise GuideError(f"no place called {plain(text)!r}", hint=_near(market, text))


def _near(market: Market, text: str) -> str:
    from rapidfuzz import fuzz, process

    close = process.extract(key(text), list(name_index(market)), scorer=fuzz.ratio, limit=6, score_cutoff=55)
    ids = dict.fromkeys(b.id for name, _, _ in close for b in name_index(market)[name])
    if not ids:
        return "`hqguide find WORDS` searches for goods; `hqguide data stats` lists the buildings."
    return "Did you mean " + ", ".join(list(ids)[:3]) + "?"
