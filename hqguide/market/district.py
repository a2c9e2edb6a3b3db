"""The ground between the halls: streets, junctions, footprints and metro stations.

``streets.json`` holds OpenStreetMap-derived geometry only and stays a file of its own, because the
Open Database Licence asks for attribution and share-alike. ``metro.json`` holds what comes from
elsewhere; :func:`load_district` joins the two. All positions are WGS-84 degrees, latitude first.
"""

from pathlib import Path
from typing import Literal

import msgspec

from hqguide.market.model import Position, Record
from hqguide.market.pack import read_file

Point = tuple[float, float]
NameBasis = Literal["map", "inferred", "unconfirmed", "unnamed"]


class Street(Record, frozen=True):
    """The axis of a street or a single way of it.

    ``quality`` is the lateral error of the axis: ``good`` up to 12 m, ``fair`` up to 15 m.
    ``name_basis`` is ``map`` for a name read in the source, ``inferred`` for one concluded from
    addresses, ``unconfirmed`` for one to draw dashed or leave off. ``osm_id`` is missing where the
    axis was composed of several ways.
    """

    kind: str
    points: tuple[Point, ...]
    quality: Literal["good", "fair"]
    name_zh: str | None = None
    name_en: str | None = None
    name_basis: NameBasis = "map"
    osm_id: str | None = None
    oneway: bool = False
    note: str | None = None


class Junction(Record, frozen=True):
    """A signalled crossing and the roads that meet there."""

    roads: tuple[str, ...]
    lat: float
    lon: float


class Footprint(Record, frozen=True):
    """The outline of a building on the ground; ``building`` is its id in the pack, when it is ours."""

    osm_id: str
    points: tuple[Point, ...]
    name_zh: str | None = None
    name_en: str | None = None
    building: str | None = None
    height_m: float | None = None


class StationPoint(Record, frozen=True):
    """A metro station as one point on the map."""

    name_zh: str
    lat: float
    lon: float
    osm_id: str


class StreetFile(Record, frozen=True):
    """``streets.json``: the licence of the whole file stands once, at its head."""

    attribution: str
    licence: str
    licence_url: str
    origin: str
    source: str
    date: str
    changes: str
    streets: tuple[Street, ...]
    junctions: tuple[Junction, ...]
    footprints: tuple[Footprint, ...]
    stations: tuple[StationPoint, ...]


class StationExit(Record, frozen=True):
    """A metro exit and what its sign names, in Chinese; nobody published where the exit stands."""

    name: str
    near_zh: tuple[str, ...] = ()


class Platform(Record, frozen=True):
    """The part of a station that belongs to one line."""

    line: str
    position: Position


class Station(Record, frozen=True):
    """A metro station; ``position`` is its middle, exits have no known position."""

    id: str
    name_zh: str
    name_en: str
    lines: tuple[str, ...]
    position: Position | None = None
    platforms: tuple[Platform, ...] = ()
    exits: tuple[StationExit, ...] = ()
    exits_source: str | None = None
    exits_as_of: str | None = None
    note: str | None = None

    def exit(self, name: str) -> StationExit | None:
        """The exit called ``name`` on its sign (``D1``, any case), or ``None`` when it is not listed."""
        return next((one for one in self.exits if one.name.casefold() == name.casefold()), None)


class District(msgspec.Struct, frozen=True):
    """Everything drawn under the halls, with the attribution to show beside it."""

    attribution: str
    licence: str
    streets: tuple[Street, ...]
    junctions: tuple[Junction, ...]
    footprints: tuple[Footprint, ...]
    stations: tuple[Station, ...]

    def station(self, text: str) -> Station | None:
        """The station whose id, Chinese or English name ``text`` is or holds, the longest name first."""
        wanted = text.casefold()
        named = [
            (len(name), station)
            for station in self.stations
            for name in (station.id, station.name_zh, station.name_en)
            if name.casefold() in wanted
        ]
        return max(named, key=lambda pair: pair[0])[1] if named else None

    def footprint(self, building: str) -> Footprint | None:
        """The outline of a building of the pack, or ``None`` when none is mapped."""
        return next((one for one in self.footprints if one.building == building), None)


def load_district(folder: Path) -> District:
    """Read ``streets.json`` and ``metro.json`` of ``folder``; :class:`GuideError` when one is broken."""
    ground = read_file(folder, "streets.json", StreetFile)
    stations = read_file(folder, "metro.json", tuple[Station, ...])
    mapped = {point.name_zh: point for point in ground.stations}
    return District(
        attribution=ground.attribution,
        licence=ground.licence,
        streets=ground.streets,
        junctions=ground.junctions,
        footprints=ground.footprints,
        stations=tuple(
            _on_the_map(station, mapped.get(station.name_zh), ground.source) for station in stations
        ),
    )


def _on_the_map(station: Station, point: StationPoint | None, source: str) -> Station:
    """``station`` with the position of the map file when it has none of its own."""
    if point is None or station.position is not None:
        return station
    position = Position(lat=point.lat, lon=point.lon, accuracy_m=20, basis="map point", source=source)
    return msgspec.structs.replace(station, position=position)
