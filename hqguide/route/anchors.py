"""Where a walk starts and ends: words of the walker read into nodes of the graph."""

import re
from collections.abc import Mapping

import msgspec

from hqguide.errors import GuideError
from hqguide.market.district import District, Station
from hqguide.market.model import Building, floor_label
from hqguide.market.pack import Market
from hqguide.market.places import key, names_of, resolve
from hqguide.route.pace import Pace
from hqguide.route.paths import distances
from hqguide.route.trip import Trip
from hqguide.route.walkways import Walkways
from hqguide.text import plain

DEFAULT_STATION = "huaqiang-road"
_EXIT = re.compile(r"(?:(?:exit|gate)\s*)?(?<![A-Za-z0-9])([A-Z]\d?)\s*(?:出口|口|exit)?\s*$", re.IGNORECASE)
_STATION = re.compile(r"\s*(?:(?:metro|subway)?\s*station|地铁站|站)\s*$", re.IGNORECASE)


class Anchor(msgspec.Struct, frozen=True):
    """A start or an end in the graph: its node, its name to show, and what to know about it.

    ``metres`` is the walk inside from the counter to the node.
    """

    node: int
    name: str
    place: str
    metres: float = 0.0
    building: Building | None = None
    exit: str | None = None
    station: Station | None = None


def default_anchor(district: District, ways: Walkways) -> Anchor | None:
    """Huaqiang Road station, else the first station with a position, else ``None``."""
    known = [station for station in district.stations if station.id in ways.stations]
    known.sort(key=lambda station: station.id != DEFAULT_STATION)
    return _at_station(known[0], None, ways) if known else None


def find_anchor(market: Market, district: District, ways: Walkways, pace: Pace, text: str) -> Anchor | str:
    """The place or station ``text`` names, or in words why it cannot be used.

    Raises :class:`GuideError` for what names neither. The very name of a station means the station;
    else a place of the market comes first.
    """
    named = _station_called(district, text)
    if named is not None:
        return _station_anchor(named, text, ways)
    try:
        place = resolve(market, text)
    except GuideError as error:
        station = district.station(text)
        if station is not None:
            return _station_anchor(station, text, ways)
        raise _unknown(market, district, text, error) from error
    if place.building is None:
        return f"{plain(text)}: no building is known for it"
    nook = ways.nook(place.building, place.level, place.counter, pace)
    if nook is None:
        return f"{plain(text)}: {place.building.label} has no such floor on record"
    floor = floor_label(place.level) if place.level is not None else None
    name = " ".join(part for part in (place.building.label, floor, place.counter) if part)
    at_counter = place.counter is not None or bool(place.stalls)
    node, metres = nook if at_counter else (nook[0], 0.0)
    return Anchor(node=node, name=name, place=place.path, metres=metres, building=place.building)


def _unknown(market: Market, district: District, text: str, error: GuideError) -> GuideError:
    """``error`` with what comes near among halls and stations, and how to see what there is."""
    if not error.what.startswith("no place called"):
        return GuideError(error.what, where=plain(text), hint=error.hint)
    names = {key(name): building.id for building in market.buildings for name in names_of(building)}
    names |= {
        key(name): one.name_en for one in district.stations for name in (one.name_en, one.name_zh, one.id)
    }
    near = _nearest(key(text), names)
    stations = ", ".join(one.name_en for one in district.stations)
    hint = " ".join(
        (
            f"Did you mean {', '.join(near)}?" if near else "Nothing on record is spelt like it.",
            f"Say a metro station ({stations}), or a hall, a floor or a counter, such as seg-plaza/2F.",
            "`hqguide data stats` lists the halls.",
        )
    )
    return GuideError(f"no station and no hall called {plain(text)!r}", hint=hint)


def _nearest(wanted: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """What the three names spelt most like ``wanted`` stand for."""
    from rapidfuzz import fuzz, process

    close = process.extract(wanted, list(names), scorer=fuzz.ratio, limit=6, score_cutoff=60)
    return tuple(dict.fromkeys(names[name] for name, _, _ in close))[:3]


def _station_called(district: District, text: str) -> Station | None:
    """The station whose name ``text`` is, the word for station and an exit left aside."""
    wanted = key(_STATION.sub("", _EXIT.sub("", text)))
    for station in district.stations:
        if wanted in (key(station.id), key(station.name_zh), key(station.name_en)):
            return station
    return None


def _station_anchor(station: Station, text: str, ways: Walkways) -> Anchor | str:
    if station.id not in ways.stations:
        return f"{station.name_en} station: its position is not known"
    return _at_station(station, text, ways)


def _at_station(station: Station, text: str | None, ways: Walkways) -> Anchor:
    match = _EXIT.search(text) if text else None
    letter = match[1].upper() if match else None
    name = f"{station.name_en} station" + (f" exit {letter}" if letter else "")
    return Anchor(node=ways.stations[station.id], name=name, place=station.id, station=station, exit=letter)


def find_ends(
    market: Market, district: District, ways: Walkways, pace: Pace, trip: Trip
) -> tuple[Anchor, Anchor | None, tuple[str, ...]]:
    """Start and end of ``trip``, and warnings that say what stands in for one that cannot be used.

    Raises :class:`GuideError` for an unknown place, and when nothing can stand in for the start.
    """
    warnings: list[str] = []
    start = default_anchor(district, ways)
    if trip.start.strip():
        found = find_anchor(market, district, ways, pace, trip.start)
        if isinstance(found, Anchor) and not _leads_anywhere(ways, found):
            found = f"{found.name}: its position is not known"
        if isinstance(found, Anchor):
            start = found
        elif start is not None:
            warnings.append(f"Cannot start there ({found}); the walk starts at {start.name}.")
        else:
            raise GuideError(found, where="start", hint="No station has a position to start from instead.")
    if start is None:
        raise GuideError("no station has a position to start from", where="start", hint="Name a hall.")
    end: Anchor | None = None
    if trip.end.strip():
        last = find_anchor(market, district, ways, pace, trip.end)
        if isinstance(last, Anchor) and distances(ways.edges, start.node)[last.node] == float("inf"):
            last = f"{last.name}: its position is not known"
        if isinstance(last, Anchor):
            end = last
        else:
            warnings.append(f"Cannot end there ({last}); the walk ends at its last stop.")
    return start, end, tuple(warnings)


def _leads_anywhere(ways: Walkways, start: Anchor) -> bool:
    """Whether the open air, and so the rest of the district, can be reached from ``start``."""
    reach = distances(ways.edges, start.node)
    return any(reach[node] < float("inf") for node, spot in enumerate(ways.spots) if spot is not None)
