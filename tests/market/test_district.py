"""Streets and stations: what the shipped files hold, and how the two files become one district."""

from pathlib import Path

import pytest

from hqguide.errors import GuideError
from hqguide.market.district import District, load_district
from hqguide.market.pack import default_folder, load_market


@pytest.fixture(scope="module")
def district() -> District:
    return load_district(default_folder())


def test_the_whole_open_map_is_there_with_its_credit(district: District) -> None:
    counts = len(district.streets), len(district.junctions), len(district.footprints), len(district.stations)
    assert counts == (87, 26, 14, 8)
    assert district.attribution == "© OpenStreetMap contributors"
    assert district.licence == "ODbL-1.0"


def test_doubtful_street_names_are_marked(district: District) -> None:
    bases = {street.name_zh: street.name_basis for street in district.streets if street.name_zh}
    assert bases["振兴路"] == "inferred"
    assert bases["燕南路"] == "unconfirmed"
    assert bases["深南中路"] == "map"
    assert all(s.name_zh is None for s in district.streets if s.name_basis == "unnamed")


def test_the_open_map_gives_huaqiang_north_its_place(district: District) -> None:
    station = district.station("huaqiang-north")
    assert station is not None
    assert station.position is not None
    assert station.position.source == "osm-gta-sz"
    assert [platform.line for platform in station.platforms] == ["2"]


def test_every_station_has_a_place_and_no_exit_has_one(district: District) -> None:
    assert all(station.position for station in district.stations)
    assert all(
        set(exit_.__struct_fields__) == {"name", "near_zh"} for s in district.stations for exit_ in s.exits
    )


def test_signs_are_split_into_places(district: District) -> None:
    station = district.station("huaqiang-road")
    assert station is not None
    exit_ = station.exit("a")
    assert exit_ is not None
    assert exit_.near_zh[1] == "赛格广场"
    assert station.exit("Z") is None
    assert not any(
        "、" in place or "，" in place for s in district.stations for e in s.exits for place in e.near_zh
    )


def test_every_station_a_building_names_is_found(district: District) -> None:
    named = {exit_.station for building in load_market().buildings for exit_ in building.metro}
    found = {name: district.station(name) for name in named}
    assert {station.name_zh for station in found.values() if station} == {"华强北", "华强路", "华新"}
    assert all(station is not None and station.name_zh in name for name, station in found.items())


def test_a_station_nobody_knows_is_none(district: District) -> None:
    assert district.station("Tokyo") is None


def test_footprints_are_found_by_building(district: District) -> None:
    footprint = district.footprint("seg-plaza")
    assert footprint is not None
    assert footprint.name_zh == "赛格广场"
    assert footprint.height_m == pytest.approx(291.7)
    assert district.footprint("nowhere") is None


def test_a_station_keeps_its_own_position(tmp_path: Path) -> None:
    for name in ("streets.json", "metro.json"):
        (tmp_path / name).write_bytes((default_folder() / name).read_bytes())
    text = (
        (tmp_path / "streets.json")
        .read_text(encoding="utf-8")
        .replace('"name_zh":"华强北"', '"name_zh":"燕南"')
    )
    (tmp_path / "streets.json").write_text(text, encoding="utf-8")
    district = load_district(tmp_path)
    yannan, north = district.station("yannan"), district.station("huaqiang-north")
    assert yannan is not None
    assert yannan.position is not None
    assert yannan.position.source == "metro-points"
    assert north is not None
    assert north.position is None


def test_a_folder_without_streets_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="cannot be read"):
        load_district(tmp_path)
