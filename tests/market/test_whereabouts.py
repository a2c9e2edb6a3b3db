"""Where the user is: exits, halls, floors, counters and coordinates; what is near, and in which direction."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.market.district import District, load_district
from hqguide.market.geo import bearing, compass, metres_between
from hqguide.market.model import Position
from hqguide.market.pack import Market, default_folder, load_market
from hqguide.market.places import stall_path
from hqguide.market.whereabouts import EXIT_REACH_M, PHONE_M, SPELLINGS, from_here, locate
from tests.market.made_up import synthetic_pack, write_pack


@pytest.fixture(scope="module")
def district() -> District:
    return load_district(default_folder())


@pytest.mark.parametrize(
    ("text", "station", "letter"),
    [
        ("华强路 A", "huaqiang-road", "A"),
        ("华强路A口", "huaqiang-road", "A"),
        ("华强路站a出口", "huaqiang-road", "A"),
        ("華強路 A", "huaqiang-road", "A"),
        ("Huaqiang Road exit A", "huaqiang-road", "A"),
        ("exit A, Huaqiang Road station", "huaqiang-road", "A"),
        ("A exit of huaqianglu", "huaqiang-road", "A"),
        ("huaqiangbei D1", "huaqiang-north", "D1"),
        ("Hua Qiang Bei d1", "huaqiang-north", "D1"),
        ("华强北地铁站D1口", "huaqiang-north", "D1"),
        ("D1 华强北", "huaqiang-north", "D1"),
        ("Ｄ１ 华强北站", "huaqiang-north", "D1"),
        ("huaqiang-north metro exit e2", "huaqiang-north", "E2"),
        ("huaqiang north A", "huaqiang-north", "A"),
        ("通新岭 E2", "tongxinling", "E2"),
        ("华强路", "huaqiang-road", None),
        ("metro station Huaqiang Road", "huaqiang-road", None),
        ("科学馆站", "science-museum", None),
        ("fuxing", "fuxing", None),
    ],
)
def test_metro_exits_and_stations_are_found(
    market: Market, district: District, text: str, station: str, letter: str | None
) -> None:
    here = locate(market, district, text)
    assert (here.station, here.exit) == (station, letter)
    assert here.how == ("metro exit" if letter else "metro station")
    assert here.place is None
    assert here.level is None


def test_an_exit_is_the_middle_of_its_station_and_says_so(market: Market, district: District) -> None:
    here = locate(market, district, "华强路 A")
    assert (here.words, here.words_zh) == ("Huaqiang Road station exit A", "华强路站A口")
    assert here.position is not None
    assert (here.position.lat, here.position.lon) == (22.5430403, 114.0799442)
    assert here.accuracy_m == EXIT_REACH_M
    assert "where its exits stand is not on record" in here.position.basis


def test_an_exit_tells_what_its_sign_names_and_which_halls_it_leads_to(
    market: Market, district: District
) -> None:
    here = locate(market, district, "华强路 A")
    assert here.sign_zh[:2] == ("深南大道北侧（东）", "赛格广场")
    assert here.leads_to == ("seg-plaza", "hqew-1")
    assert (
        locate(market, district, "通新岭 E2").sign_zh == locate(market, district, "通新岭 E1").sign_zh != ()
    )
    unsigned = locate(market, district, "华强北 B")
    assert unsigned.sign_zh == ()
    assert "mingtong" in unsigned.leads_to
    alone = locate(market, district, "华强路")
    assert (alone.sign_zh, alone.leads_to) == ((), ())


def test_the_circle_of_a_station_takes_in_all_that_is_known_of_it(district: District) -> None:
    for station in district.stations:
        assert station.position is not None
        for platform in station.platforms:
            assert metres_between(station.position, platform.position) < EXIT_REACH_M
    museum = district.station("science-museum")
    assert museum is not None
    assert museum.position is not None
    signed = [j for j in district.junctions if set(j.roads) == {"上步南路", "南园路"}]
    for crossing in signed:
        at = Position(lat=crossing.lat, lon=crossing.lon, accuracy_m=0, basis="", source="")
        assert 251 < metres_between(museum.position, at) < EXIT_REACH_M
    assert len(signed) == 1


def test_every_station_and_exit_on_record_is_found_by_its_names(market: Market, district: District) -> None:
    for station in district.stations:
        assert station.name_zh in SPELLINGS
        for name in (station.id, station.name_zh, station.name_en, *SPELLINGS[station.name_zh]):
            assert locate(market, district, name).station == station.id
            for one in station.exits:
                for letter in one.name.split("/"):
                    here = locate(market, district, f"{name} {letter}")
                    assert (here.station, here.exit) == (station.id, letter)
                    assert locate(market, district, here.words) == here
                    assert locate(market, district, here.words_zh) == here


@pytest.mark.parametrize(
    ("text", "how", "place", "level"),
    [
        ("seg-plaza", "building", "seg-plaza", None),
        ("赛格广场", "building", "seg-plaza", None),
        ("SEG 2F", "floor", "seg-plaza/2F", 2),
        ("赛格广场3楼", "floor", "seg-plaza/3F", 3),
        ("华强电子世界 23C217", "counter", "hqew-1/4F/23C217", 4),
        ("2955", "counter", "seg-plaza/2F/2955", 2),
        ("hqew-1/23C999", "counter", "hqew-1/4F/23C999", 4),
        ("tongtiandi/A178", "counter", "tongtiandi/A178", None),
        ("huaqiang-metro-mall/B1", "floor", "huaqiang-metro-mall/B1", -1),
        ("area-2f-map-2026", "area", "area-2f-map-2026", 2),
    ],
)
def test_halls_floors_and_counters_are_found(
    market: Market, district: District, text: str, how: str, place: str, level: int | None
) -> None:
    here = locate(market, district, text)
    assert (here.how, here.place, here.level, here.station) == (how, place, level, None)


def test_words_say_hall_floor_and_counter(market: Market, district: District) -> None:
    here = locate(market, district, "华强电子世界 23C217")
    assert here.words == "Huaqiang Electronic World, Store 1 (buildings 1-3) 4F 23C217"
    assert here.words_zh == "华强电子世界一店（1、2、3号楼） 4F 23C217"
    assert locate(market, district, "wearables-mall").words_zh == "Wearables mall (real name not known)"


def test_in_a_hall_one_is_anywhere_inside_its_outline(market: Market, district: District) -> None:
    here = locate(market, district, "seg-plaza/2F")
    outline = district.footprint("seg-plaza")
    assert here.position is not None
    assert here.accuracy_m is not None
    assert outline is not None
    for lat, lon in outline.points:
        corner = Position(lat=lat, lon=lon, accuracy_m=0, basis="", source="")
        assert metres_between(here.position, corner) <= here.accuracy_m + 0.1
    assert here.accuracy_m == pytest.approx(50, abs=1)
    assert here.position.basis == "middle of the outline; anywhere inside"


def test_without_an_outline_a_hall_keeps_its_own_point(market: Market, district: District) -> None:
    assert locate(market, district, "mini-port").position == market.by_id["mini-port"].position


def test_every_building_and_stall_is_a_place_to_be(market: Market, district: District) -> None:
    paths = [building.id for building in market.buildings] + [stall_path(stall) for stall in market.stalls]
    for path in paths:
        here = locate(market, district, path)
        hall = market.by_id.get((here.place or "").partition("/")[0])
        assert (here.position is None) == (hall is None or hall.position is None), path
        assert here.accuracy_m is None or here.accuracy_m > 0
        assert here.place is not None
        assert locate(market, district, here.place) == here


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("22.544024,114.082377", "typed; no datum was named, so it is read as WGS-84"),
        ("wgs84 22.544024,114.082377", "typed"),
        ("gcj02 114.087506,22.541337", "typed, converted from GCJ-02"),
        ("bd09 22.547290,114.093999", "typed, converted from BD-09"),
    ],
)
def test_coordinates_are_a_place_in_any_datum(
    market: Market, district: District, text: str, basis: str
) -> None:
    here = locate(market, district, text)
    assert here.position is not None
    assert (here.position.lat, here.position.lon) == pytest.approx((22.544024, 114.082377), abs=2e-5)
    assert (here.how, here.place, here.position.basis) == ("coordinates", None, basis)
    assert here.accuracy_m == PHONE_M
    again = locate(market, district, here.words).position
    assert again is not None
    assert (again.lat, again.lon) == (here.position.lat, here.position.lon)


def test_few_digits_make_a_wide_circle(market: Market, district: District) -> None:
    assert locate(market, district, "22.544,114.082").accuracy_m == pytest.approx(76, abs=1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("22.6,114.08", "outside the district: 4.3 km north of its edge"),
        ("22.545,114.07", "outside the district: 363 m west of its edge"),
        ("31.2304,121.4737", "outside the district: 1,207.4 km north-east of its edge"),
        ("-33.86,151.21", "south-east of its edge"),
        ("gcj02", "no coordinates"),
        ("", "no place was given"),
        (" \t", "no place was given"),
        ("Huaqiang Road Z", "no exit Z of Huaqiang Road station on record"),
        ("nowhere at all", "no place called"),
        ("metro mall", "more than one place"),
        ("seg-plaza/11F", "no record of 11F"),
        ("A", "no place called"),
        ("exit A", "no place called"),
        ("x" * 500, "1 to 200 characters"),
    ],
)
def test_what_is_no_place_here_is_a_clear_error(
    market: Market, district: District, text: str, said: str
) -> None:
    with pytest.raises(GuideError) as caught:
        locate(market, district, text)
    assert said in str(caught.value)
    assert caught.value.hint


def test_an_unknown_exit_names_those_on_record_and_what_is_missing(
    market: Market, district: District
) -> None:
    with pytest.raises(GuideError) as caught:
        locate(market, district, "华强北 C")
    assert caught.value.hint == (
        "Exits known: A, B, D1, D2, E1, E2. 4 of 7 exits are listed: A to C are missing. "
        "The station alone will do."
    )
    with pytest.raises(GuideError, match="Exits known: none"):
        locate(market, district, "fuxing A")


def test_numbers_of_another_datum_are_told_apart_by_the_hint(market: Market, district: District) -> None:
    with pytest.raises(GuideError) as caught:
        locate(market, district, "22.56,114.20")
    assert "Amap are GCJ-02 and from Baidu BD-09" in caught.value.hint


@given(st.text(max_size=60))
def test_any_text_is_a_place_or_a_clear_error(market: Market, text: str) -> None:
    district = load_district(market.folder)
    try:
        here = locate(market, district, text)
    except GuideError:
        return
    assert here.words
    assert here.words_zh


def test_the_nearest_halls_are_those_of_a_plain_search(market: Market, district: District) -> None:
    here = locate(market, district, "华强路 A")
    assert here.position is not None
    halls = {b.id: b for b in market.buildings if b.position and b.status.state != "closed"}
    near = from_here(here, market, len(halls))
    assert {one.place for one in near} == set(halls)
    assert [one.metres for one in near] == sorted(one.metres for one in near)
    for one in near:
        hall = halls[one.place]
        assert hall.position is not None
        assert one.metres == pytest.approx(metres_between(here.position, hall.position), abs=0.06)
        assert one.bearing == pytest.approx(bearing(here.position, hall.position), abs=0.06)
        assert one.heading == compass(bearing(here.position, hall.position))
        assert one.off_by_m == pytest.approx(EXIT_REACH_M + hall.position.accuracy_m, abs=0.06)
        assert one.sure == (one.metres > one.off_by_m)
        assert (one.name_zh, one.name_en, one.status) == (hall.name.zh, hall.name.en, hall.status.state)
    assert from_here(here, market, 3) == near[:3]
    assert from_here(here, market, 0) == from_here(here, market, -1) == ()


def test_the_hall_one_is_in_and_closed_halls_are_not_near(market: Market, district: District) -> None:
    places = {one.place for one in from_here(locate(market, district, "seg-plaza/2F/2955"), market, 99)}
    assert "seg-plaza" not in places
    assert "gaokede-electronics" not in places
    assert "seg-baohua" in places


def test_without_a_position_nothing_is_near(market: Market, district: District) -> None:
    here = locate(market, district, "guangxun")
    assert here.position is None
    assert here.accuracy_m is None
    assert from_here(here, market) == ()


def test_a_direction_holds_only_beyond_the_doubt_of_both_points(market: Market, district: District) -> None:
    near = {one.place: one for one in from_here(locate(market, district, "seg-plaza"), market, 99)}
    assert near["seg-baohua"].metres < near["seg-baohua"].off_by_m
    assert not near["seg-baohua"].sure
    assert near["duhui"].sure
    assert near["duhui"].heading.en == "west"


def test_a_district_without_any_point_takes_coordinates_as_they_are(tmp_path: Path) -> None:
    pack = synthetic_pack()
    for building in pack["buildings"]:
        building.pop("position", None)
    market = load_market(write_pack(tmp_path, pack))
    empty = District(attribution="", licence="", streets=(), junctions=(), footprints=(), stations=())
    assert locate(market, empty, "1.5,2.5").how == "coordinates"
    with pytest.raises(GuideError, match="no place called"):
        locate(market, empty, "华强路 A")


def test_a_station_without_a_position_is_still_a_place(market: Market, district: District) -> None:
    lost = tuple(msgspec.structs.replace(station, position=None) for station in district.stations)
    here = locate(market, msgspec.structs.replace(district, stations=lost), "华强路 A")
    assert (here.station, here.exit, here.position) == ("huaqiang-road", "A", None)
    assert from_here(here, market) == ()
