"""Counters of a floor in groups by building and zone, in number order: what numbers alone can tell."""

import re
from collections.abc import Sequence

import msgspec

from hqguide.map.names import Tongue
from hqguide.map.wanted import Wanted
from hqguide.map.wording import say
from hqguide.market.counters import readings
from hqguide.market.model import Building, Stall
from hqguide.market.places import stall_path

_RUNS = re.compile(r"\d+|\D+")


class Entry(msgspec.Struct, frozen=True):
    """One counter: its number (or the name of a stall without one), whose it is, whether it is wanted."""

    number: str
    name: str
    thing: str
    wanted: bool = False
    recorded: bool = True


class Group(msgspec.Struct, frozen=True):
    """Counters of one zone; ``block`` and ``zone`` as the numbering reads them."""

    title: str
    thing: str
    entries: tuple[Entry, ...]


Key = tuple[int, str, str]
NUMBERED, OTHER, UNNUMBERED = 0, 1, 2


def groups(
    building: Building, level: int, stalls: Sequence[Stall], wanted: Wanted | None, language: Tongue
) -> tuple[Group, ...]:
    """The stalls of a floor, and the wanted counter where it is of this floor, by building and zone."""
    found: dict[Key, dict[str, Entry]] = {}
    sought = {stall.id for stall in wanted.stalls} if wanted else set()
    for stall in stalls:
        entry = _entry(stall, language, stall.id in sought)
        found.setdefault(_key(building, level, stall.counter), {}).setdefault(entry.thing, entry)
    if wanted and not wanted.stalls and wanted.known and _is_here(wanted, level):
        entry = Entry(wanted.number, say("no-stall", language), wanted.thing, wanted=True, recorded=False)
        found.setdefault(_key(building, level, wanted.number), {})[wanted.thing] = entry
    return tuple(
        Group(_title(key, language), _thing(key), tuple(sorted(entries.values(), key=_order)))
        for key, entries in sorted(found.items())
    )


def _is_here(wanted: Wanted, level: int) -> bool:
    return wanted.reading is not None and wanted.reading.level in (None, level)


def _entry(stall: Stall, language: Tongue, wanted: bool) -> Entry:
    name = stall.name
    words = "" if name is None else (name.zh or name.en if language == "zh" else name.en or name.zh) or ""
    thing = f"counter:{stall_path(stall)}"
    return Entry(
        stall.counter or words or say("no-number", language), words if stall.counter else "", thing, wanted
    )


def _key(building: Building, level: int, number: str | None) -> Key:
    if number is None:
        return UNNUMBERED, "", ""
    read = readings(building, number)
    reading = next((one for one in read if one.level == level), read[0] if read else None)
    if reading is None:
        return OTHER, "", ""
    return NUMBERED, reading.block or "", reading.zone or ""


def _title(key: Key, language: Tongue) -> str:
    kind, block, zone = key
    if kind == OTHER:
        return say("group-other", language)
    if kind == UNNUMBERED:
        return say("group-unnumbered", language)
    parts = (
        say("group-building", language, block=block) if block else "",
        say("group-zone", language, zone=zone) if zone else "",
    )
    return " ".join(part for part in parts if part) or say("group-numbers", language)


def _thing(key: Key) -> str:
    kind, block, zone = key
    return f"zone:{block}{zone}" if kind == NUMBERED else f"zone:{('other', 'unnumbered')[kind - 1]}"


def _order(entry: Entry) -> list[tuple[bool, int, str]]:
    """Numbers as numbers, so that 9 stands before 10."""
    return [(run.isdecimal(), int(run) if run.isdecimal() else 0, run) for run in _RUNS.findall(entry.number)]
