"""Streets, junctions, footprints and metro stations of the research notes as pack records."""

from typing import Any

from hqguide.market.district import (
    Footprint,
    Junction,
    NameBasis,
    Platform,
    Station,
    StationExit,
    StationPoint,
    Street,
    StreetFile,
)
from hqguide.market.model import Position

Row = dict[str, Any]

OSM = "osm-gta-sz"
METRO = "metro-points"
EXITS = "szmc-exits"
STATION_IDS = {
    "华强北": "huaqiang-north",
    "华强路": "huaqiang-road",
    "燕南": "yannan",
    "华新": "huaxin",
    "科学馆": "science-museum",
    "通新岭": "tongxinling",
    "华强南": "huaqiang-south",
    "福星": "fuxing",
}
# How far the published point lies from the street above the station, as a check of its place.
CHECKED = {"华强路": 14, "燕南": 1, "华新": 12, "科学馆": 1, "通新岭": 28, "华强南": 3}
NAME_BASES: dict[str, NameBasis] = {"good-geometry/inferred-name": "inferred", "inferred": "unconfirmed"}
# Own words on the composed axes; single ways need none.
STREET_NOTES = {
    ("华强北路", 5): "Pedestrian between Shennan Road and Hongli Road; axis drawn through the junctions.",
    ("华强南路", 4): "Straight between Shennan Road and the start of the viaduct.",
    ("振兴路", 9): "End points of nine cross streets on one line; the name is inferred from addresses and "
    "order, and the last block to Shangbu Middle Road is missing.",
    ("燕南路", 6): "Two unnamed ways at Yannan station; they may be Yannan Road or Languang Road.",
    ("深南中路", 7): "Dual carriageway drawn as one axis.",
    ("红荔路", 10): "Dual carriageway drawn as one axis that wobbles up to 12 m.",
    ("中航路", 3): "Northern piece, 57 m west of the southern one; goes on as Hangtian Road.",
    ("振中路", 16): "The block between Zhonghang Road and Huaqiang North Road is a straight chord.",
    ("振华路", 6): "Called Zhenhua West Road at its west end.",
    (
        "上步中路",
        9,
    ): "Called Shangbu South Road south of Shennan Road and Shangbu North Road in the far north.",
    ("南园路", 7): "Straight chords east of Aihua Road.",
}


def points_of(row: Row, key: str) -> tuple[tuple[float, float], ...]:
    """The [lat, lon] pairs under ``key``."""
    return tuple((lat, lon) for lat, lon in row[key])


def street_of(row: Row) -> Street:
    """One street; the basis of its name is told apart from the quality of its line."""
    name = row["name_zh"]
    return Street(
        kind=row["kind"].split("/")[0],
        points=points_of(row, "points"),
        quality="fair" if row["quality"] in ("fair", "inferred") else "good",
        name_zh=name,
        name_en=row["name_en"],
        name_basis=NAME_BASES.get(row["quality"], "map") if name else "unnamed",
        osm_id=row.get("osm_id"),
        oneway=row.get("oneway", False),
        note=STREET_NOTES.get((name, len(row["points"]))),
    )


def footprint_of(row: Row, ids: dict[str, str]) -> Footprint:
    """One outline, tied to a building of the pack where the research did so."""
    return Footprint(
        osm_id=row["id"].removeprefix("osm:"),
        points=points_of(row, "footprint"),
        name_zh=row["name_zh"],
        name_en=row["name_en"],
        building=ids.get(row["id"]),
        height_m=row["height_m"],
    )


def is_osm(row: Row) -> bool:
    """Whether the record stands under the Open Database Licence."""
    return "OpenStreetMap" in row["source"]


def street_file(geo: Row, ids: dict[str, str]) -> StreetFile:
    """``streets.json``: only what is derived from OpenStreetMap."""
    rows = [*geo["streets"], *geo["junctions"], *(b for b in geo["buildings"] if b["footprint"])]
    if not all(is_osm(row) and "ODbL" in row["license"] for row in rows):
        raise SystemExit("a street, junction or footprint is not from OpenStreetMap")
    return StreetFile(
        attribution="© OpenStreetMap contributors",
        licence="ODbL-1.0",
        licence_url="https://www.openstreetmap.org/copyright",
        origin="Geofabrik extract of Guangdong, by way of github.com/wslyx/GTA_SZ_GODOT@c0155067 and "
        "github.com/linranff/GTA_SZ",
        source=OSM,
        date="2026-09-04",
        changes="Cut to the district; 17 named axes composed of ways and junctions; coordinates copied by "
        "hand from a scaled form and turned back to degrees (about 1 m).",
        streets=tuple(street_of(row) for row in geo["streets"]),
        junctions=tuple(
            Junction(roads=tuple(road.split("(")[0] for road in row["roads"]), lat=row["lat"], lon=row["lon"])
            for row in geo["junctions"]
        ),
        footprints=tuple(footprint_of(row, ids) for row in geo["buildings"] if row["footprint"]),
        stations=tuple(
            StationPoint(name_zh=row["station_zh"], lat=row["lat"], lon=row["lon"], osm_id="way/1279570288")
            for row in geo["metro"]
            if is_osm(row)
        ),
    )


def station_of(row: Row) -> Station:
    """One station; a point from OpenStreetMap is left to ``streets.json``."""
    zh = row["station_zh"]
    near = CHECKED.get(zh)
    basis = f"published point; {near} m from the street above" if near else "published point, not checked"
    position = Position(
        lat=row["lat"], lon=row["lon"], accuracy_m=30 if near else 50, basis=basis, source=METRO
    )
    return Station(
        id=STATION_IDS[zh],
        name_zh=zh,
        name_en=row["station_en"].split(" (")[0],
        lines=tuple(row["lines"]),
        position=None if is_osm(row) else position,
        platforms=tuple(
            Platform(
                line="2",
                position=Position(
                    lat=alt["lat"],
                    lon=alt["lon"],
                    accuracy_m=30,
                    basis="published point; 7 m from Zhenhua Road",
                    source=METRO,
                ),
            )
            for alt in row.get("alt", ())
        ),
        exits=tuple(exit_of(one) for one in row["exits"]),
        exits_source=EXITS if row["exits"] else None,
        exits_as_of="2023" if row["exits"] else None,
        note="4 of 7 exits are listed: A to C are missing." if zh == "华强北" else None,
    )


def exit_of(row: Row) -> StationExit:
    """One exit with the places on its sign."""
    near = row["near"].replace("，", "、").split("、")
    return StationExit(name=row["name"].removesuffix("口"), near_zh=tuple(place.strip() for place in near))
