"""The three datums: conversions against a second implementation and known places; coordinates as typed.

The second implementation below shares no step with the first: the distortion is a table of waves, the
length of a degree is measured on points of the ellipsoid in space, BD-09 is done with complex numbers,
and the way back by Newton's method.
"""

import cmath
import math
import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.market.datum import Datum, convert, from_wgs84, in_china, read_coordinates, to_wgs84
from hqguide.market.district import load_district
from hqguide.market.geo import metres_between
from hqguide.market.model import Position
from hqguide.market.pack import Market, default_folder

Pair = tuple[float, float]
DATUMS: tuple[Datum, ...] = ("WGS-84", "GCJ-02", "BD-09")
SHIFTED: tuple[Datum, ...] = ("GCJ-02", "BD-09")
MARKET = (22.5455, 114.085)

district = st.tuples(st.floats(22.53, 22.57), st.floats(114.07, 114.10))
china = st.tuples(st.floats(0.85, 55.8), st.floats(72.03, 137.8))
anywhere = st.tuples(st.floats(-90, 90), st.floats(-180, 180))

# Metres of a wave and its half turns per degree of longitude or latitude from 105 E, 35 N.
ALONG_X = ((40 / 3, 6.0), (40 / 3, 2.0))
NORTH_Y = ((40 / 3, 1.0), (80 / 3, 1 / 3), (320 / 3, 1 / 12), (640 / 3, 1 / 30))
EAST_X = ((40 / 3, 1.0), (80 / 3, 1 / 3), (100.0, 1 / 12), (200.0, 1 / 30))
# Metres for 1, x, y, xx, xy, yy and the root of |x|.
NORTH_TERMS = (-100, 2, 3, 0, 0.1, 0.2, 0.2)
EAST_TERMS = (300, 1, 2, 0.1, 0.1, 0, 0.1)


def in_space(lat: float, lon: float) -> tuple[float, float, float]:
    """A point of the Krasovsky 1940 ellipsoid in metres from its centre."""
    axis, flattening = 6378245.0, 1 / 298.3
    polar = axis * (1 - flattening)
    reduced = math.atan2(polar * math.sin(math.radians(lat)), axis * math.cos(math.radians(lat)))
    out = axis * math.cos(reduced)
    turn = math.radians(lon)
    return out * math.cos(turn), out * math.sin(turn), polar * math.sin(reduced)


def second_gcj(lat: float, lon: float) -> Pair:
    x, y = lon - 105, lat - 35
    terms = (1, x, y, x * x, x * y, y * y, abs(x) ** 0.5)

    def metres(weights: tuple[float, ...], waves: list[tuple[float, float, float]]) -> float:
        wave = sum(size * cmath.exp(1j * math.pi * turns * at).imag for size, turns, at in waves)
        return math.fsum(w * t for w, t in zip(weights, terms, strict=True)) + wave

    common = [(size, turns, x) for size, turns in ALONG_X]
    north = metres(NORTH_TERMS, common + [(size, turns, y) for size, turns in NORTH_Y])
    east = metres(EAST_TERMS, common + [(size, turns, x) for size, turns in EAST_X])
    step = 0.001
    degree_north = math.dist(in_space(lat - step, lon), in_space(lat + step, lon)) / (2 * step)
    degree_east = math.dist(in_space(lat, lon - step), in_space(lat, lon + step)) / (2 * step)
    return lat + north / degree_north, lon + east / degree_east


def second_bd(lat: float, lon: float) -> Pair:
    lat, lon = second_gcj(lat, lon)
    size, angle = cmath.polar(complex(lon, lat))
    size += 0.00002 * math.sin(lat * math.pi * 3000 / 180)
    angle += 0.000003 * math.cos(lon * math.pi * 3000 / 180)
    moved = cmath.rect(size, angle) + complex(0.0065, 0.006)
    return moved.imag, moved.real


SECOND: dict[Datum, Callable[[float, float], Pair]] = {"GCJ-02": second_gcj, "BD-09": second_bd}


def second_back(lat: float, lon: float, datum: Datum) -> Pair:
    """The inverse by Newton's method with slopes measured over 11 metres."""
    forward, step = SECOND[datum], 1e-4
    here, there = lat, lon
    for _ in range(12):
        at = forward(here, there)
        up, right = forward(here + step, there), forward(here, there + step)
        a, b = (up[0] - at[0]) / step, (right[0] - at[0]) / step
        c, d = (up[1] - at[1]) / step, (right[1] - at[1]) / step
        off = lat - at[0], lon - at[1]
        size = a * d - b * c
        here, there = here + (d * off[0] - b * off[1]) / size, there + (a * off[1] - c * off[0]) / size
    return here, there


def apart(one: Pair, other: Pair) -> float:
    """Metres between two points."""
    first, second = (
        Position(lat=lat, lon=lon, accuracy_m=0, basis="", source="") for lat, lon in (one, other)
    )
    return metres_between(first, second)


@given(point=st.one_of(district, china))
@example(point=(30.0, 105.0))
@example(point=(30.0, 105.000000001))
@pytest.mark.parametrize("datum", DATUMS)
def test_there_and_back_is_the_same_place_to_a_millimetre(point: Pair, datum: Datum) -> None:
    assert apart(to_wgs84(*from_wgs84(*point, datum), datum), point) < 0.001


@given(point=st.one_of(district, china))
@pytest.mark.parametrize("datum", SHIFTED)
def test_a_second_implementation_moves_points_to_the_same_place(point: Pair, datum: Datum) -> None:
    assert apart(from_wgs84(*point, datum), SECOND[datum](*point)) < 0.001


@given(point=district)
@pytest.mark.parametrize("datum", SHIFTED)
def test_a_second_implementation_finds_the_same_way_back(point: Pair, datum: Datum) -> None:
    moved = from_wgs84(*point, datum)
    assert apart(to_wgs84(*moved, datum), second_back(*moved, datum)) < 0.01


@given(district, st.sampled_from(DATUMS), st.sampled_from(DATUMS), st.sampled_from(DATUMS))
def test_a_detour_through_another_datum_changes_nothing(
    point: Pair, one: Datum, two: Datum, three: Datum
) -> None:
    given_ = from_wgs84(*point, one)
    direct = convert(*given_, one, three)
    assert apart(direct, convert(*convert(*given_, one, two), two, three)) < 0.001
    assert apart(direct, from_wgs84(*point, three)) < 0.001


@given(point=anywhere)
@pytest.mark.parametrize("datum", DATUMS)
def test_far_from_china_nothing_moves(point: Pair, datum: Datum) -> None:
    lat, lon = point
    if 0.8 < lat < 55.9 and 71.9 < lon < 137.9:
        assert math.isfinite(sum(from_wgs84(lat, lon, datum)) + sum(to_wgs84(lat, lon, datum)))
        return
    assert not in_china(lat, lon)
    assert from_wgs84(lat, lon, datum) == point
    assert to_wgs84(lat, lon, datum) == point


@pytest.mark.parametrize(
    ("datum", "point", "moved"),
    [
        # Test values published with EvilTransform: Shanghai, Shenzhen, Beijing.
        ("GCJ-02", (31.1774276, 121.5272106), (31.17530398364597, 121.531541859215)),
        ("GCJ-02", (22.543847, 113.912316), (22.540796131694766, 113.9171764808363)),
        ("GCJ-02", (39.911954, 116.377817), (39.91334545536069, 116.38404722455657)),
        # The example in the manual of gcoord.
        ("BD-09", (39.914266, 116.403988), (39.92196580126834, 116.41661560068297)),
    ],
)
def test_published_values_of_other_programs_come_out(datum: Datum, point: Pair, moved: Pair) -> None:
    assert from_wgs84(*point, datum) == pytest.approx(moved, abs=1e-9)
    assert to_wgs84(*moved, datum) == pytest.approx(point, abs=1e-9)


def test_the_shift_at_the_market_is_the_known_one() -> None:
    gcj, bd = from_wgs84(*MARKET, "GCJ-02"), from_wgs84(*MARKET, "BD-09")
    assert 605 < apart(MARKET, gcj) < 606
    assert (gcj[0] - MARKET[0], gcj[1] - MARKET[1]) == pytest.approx((-0.00268, 0.00513), abs=1e-5)
    assert (bd[0] - gcj[0], bd[1] - gcj[1]) == pytest.approx((0.00600, 0.00648), abs=1e-5)
    assert 1245 < apart(MARKET, bd) < 1255


@pytest.mark.parametrize(
    ("place", "datum", "pin", "reference", "metres"),
    [
        # A surveyor's and a travel site's pin from maps in GCJ-02; the outline's middle on OpenStreetMap.
        ("SEG Plaza", "GCJ-02", (22.541337, 114.087506), (22.5440568, 114.0823344), 6),
        ("SEG Plaza", "GCJ-02", (22.541493, 114.087134), (22.5440568, 114.0823344), 36.5),
        # Baidu's car parks (2018), and the outline's middle on OpenStreetMap.
        ("南光大厦", "BD-09", (22.547631, 114.088721), (22.5445616, 114.076907), 21.2),
        ("上海宾馆", "BD-09", (22.546527, 114.088471), (22.5438703, 114.0768484), 56.6),
        # A list of shops and Baidu's car park, both BD-09.
        ("鼎诚大厦", "BD-09", (22.549347, 114.090615), (22.54639, 114.078616), 46.4),
    ],
)
def test_pins_of_other_datums_fall_on_their_buildings(
    place: str, datum: Datum, pin: Pair, reference: Pair, metres: float
) -> None:
    assert apart(to_wgs84(*pin, datum), reference) == pytest.approx(metres, abs=0.7), place
    assert apart(pin, reference) > 500


def test_every_surveyed_pin_of_the_pack_was_converted_the_same_way(market: Market) -> None:
    checked = 0
    for building in market.buildings:
        at = building.position
        pin = at and re.search(r"original datum GCJ-02 (22\.\d+),(114\.\d+)", at.basis)
        if at and pin:
            found = to_wgs84(float(pin[1]), float(pin[2]), "GCJ-02")
            assert apart(found, (at.lat, at.lon)) < 1.5, building.id
            checked += 1
    assert checked >= 20


@pytest.mark.parametrize(
    ("station", "check_in", "metres"),
    [
        ("华新", (22.551617, 114.081486), 35.1),
        ("科学馆", (22.54335, 114.090128), 38.2),
        ("燕南", (22.5472, 114.087924), 104.9),
        ("华强路", (22.54311, 114.078602), 138.1),
    ],
)
def test_stations_agree_with_check_ins_converted_from_bd09(
    station: str, check_in: Pair, metres: float
) -> None:
    """Check-ins scatter along the platforms; a point of the wrong datum would be 600 m or more off."""
    found = load_district(default_folder()).station(station)
    assert found is not None
    assert found.position is not None
    at = found.position.lat, found.position.lon
    assert apart(at, check_in) == pytest.approx(metres, abs=0.5)
    assert apart(at, from_wgs84(*check_in, "BD-09")) > 1000


def test_huaqiang_north_agrees_with_a_check_in_on_the_platform_of_line_2() -> None:
    found = load_district(default_folder()).station("华强北")
    assert found is not None
    line_2 = found.platforms[0].position
    assert apart((line_2.lat, line_2.lon), (22.547124, 114.080238)) == pytest.approx(12.5, abs=0.5)


SEG = (22.544024, 114.082377)


@pytest.mark.parametrize(
    ("text", "datum", "said", "point"),
    [
        ("22.544024,114.082377", "WGS-84", False, SEG),
        ("  22.544024 ,  114.082377 ", "WGS-84", False, SEG),
        ("114.082377,22.544024", "WGS-84", False, SEG),
        ("22.544024 114.082377", "WGS-84", False, SEG),
        ("２２.544024，114.082377", "WGS-84", False, SEG),
        ("(22.544024; 114.082377)", "WGS-84", False, SEG),
        ("wgs84 22.544024,114.082377", "WGS-84", True, SEG),
        ("22.544024,114.082377 (WGS-84)", "WGS-84", True, SEG),
        ("GPS: 22.544024/114.082377", "WGS-84", True, SEG),
        ("geo:22.544024,114.082377", "WGS-84", True, SEG),
        ("lat: 22.544024, lng: 114.082377", "WGS-84", False, SEG),
        ("北纬22.544024 东经114.082377", "WGS-84", False, SEG),
        ("N22.544024 E114.082377", "WGS-84", False, SEG),
        ("E114.082377° N22.544024°", "WGS-84", False, SEG),
        ("114.082377E, 22.544024N", "WGS-84", False, SEG),
        ("gcj02 22.541337,114.087506", "GCJ-02", True, SEG),
        ("GCJ-02 114.087506,22.541337", "GCJ-02", True, SEG),
        ("高德 114.087506，22.541337", "GCJ-02", True, SEG),
        ("amap 114.087506,22.541337", "GCJ-02", True, SEG),
        ("bd09 22.547631,114.088721", "BD-09", True, (22.544461, 114.077082)),
        ("百度114.088721,22.547631", "BD-09", True, (22.544461, 114.077082)),
        ("22°32'38.49\"N 114°04'56.56\"E", "WGS-84", False, SEG),
        ("22°32′38.49″N, 114°04′56.56″E", "WGS-84", False, SEG),
        ("22度32分38.49秒 114度4分56.56秒", "WGS-84", False, SEG),
        ("22°32.64144' 114°4.94262'", "WGS-84", False, SEG),
        ("22.5S 114.5W", "WGS-84", False, (-22.5, -114.5)),
        ("-22.5 -114.5", "WGS-84", False, (-22.5, -114.5)),
        ("51.5,0.1", "WGS-84", False, (51.5, 0.1)),
        ("gcj02 51.5,0.1", "GCJ-02", True, (51.5, 0.1)),
        ("gcj02 22,114", "GCJ-02", True, to_wgs84(22, 114, "GCJ-02")),
    ],
)
def test_coordinates_are_read_as_people_and_maps_write_them(
    text: str, datum: Datum, said: bool, point: Pair
) -> None:
    typed = read_coordinates(text)
    assert typed is not None
    assert (typed.datum, typed.said) == (datum, said)
    assert (typed.lat, typed.lon) == pytest.approx(point, abs=3e-6)


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("22.54,114.08", 758),
        ("22.5441,114.0823", 7.6),
        ("22.544024,114.082377", 0.076),
        ("22°32'38\"N 114°04'56\"E", 21),
        ("22°32'N 114°04'E", 1263),
    ],
)
def test_the_digits_written_say_how_exact_a_point_can_be(text: str, metres: float) -> None:
    typed = read_coordinates(text)
    assert typed is not None
    assert typed.rounding_m == pytest.approx(metres, rel=0.05)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "SEG 2F",
            "23C217",
            "2955",
            "23 217",
            "华强路 A",
            "gcj02 phone shop",
            "cosmetics",
            "amaphone 2F",
        ),
        *("22.5", "12V 2A", "1,2,3", "3.3V 5.0V", "9" * 300, "22.5441,114.0823 " + " " * 300),
    ],
)
def test_what_is_no_pair_of_coordinates_is_left_to_others(text: str) -> None:
    assert read_coordinates(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("gcj02", "no coordinates in 'gcj02'"),
        ("bd09 114.08", "no coordinates in"),
        ("gps 1,2,3", "no coordinates in"),
        ("200.5,300.5", "no latitude and longitude"),
        ("91.5,100.5", "no latitude and longitude"),
        ("45.5,181.0", "no latitude and longitude"),
        ("22.5E 114.1N", "no latitude and longitude"),
        ("22.5N 114.1N", "no latitude and longitude"),
        ("22°61'N 114°4'E", "is no angle"),
        ("22°1'60\"N 114°4'1\"E", "is no angle"),
        ("N22.5N E114.1", "is no angle"),
    ],
)
def test_broken_coordinates_are_refused_with_examples(text: str, said: str) -> None:
    with pytest.raises(GuideError, match=said) as caught:
        read_coordinates(text)
    assert "gcj02 22.541337,114.087506" in caught.value.hint


@given(anywhere, st.sampled_from(DATUMS), st.booleans(), st.sampled_from([",", " ", ", ", ";"]))
def test_any_printed_pair_is_read_back(point: Pair, datum: Datum, letters: bool, between: str) -> None:
    lat, lon = round(point[0], 6), round(point[1], 6)
    one, two = f"{abs(lat):.6f}{'NS'[lat < 0]}", f"{abs(lon):.6f}{'EW'[lon < 0]}"
    text = f"{two}{between}{one}" if letters else f"{lat:.6f}{between}{lon:.6f}"
    typed = read_coordinates(f"{datum} {text}")
    assert typed is not None
    assert (typed.lat, typed.lon) == pytest.approx(to_wgs84(lat, lon, datum), abs=1e-9)


@given(st.text(alphabet="0123456789.,-°'\" NSEWgcj bd北东纬″′", max_size=40) | st.text(max_size=40))
def test_any_text_is_coordinates_or_not_or_a_clear_error(text: str) -> None:
    try:
        typed = read_coordinates(text)
    except GuideError:
        return
    assert typed is None or (math.isfinite(typed.lat + typed.lon) and typed.rounding_m >= 0)
