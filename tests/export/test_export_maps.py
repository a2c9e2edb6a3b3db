import json
from pathlib import Path
from xml.etree import ElementTree as ET

import geojson
import gpxpy
import msgspec
import pytest
import xmlschema
from gpxpy.gpx import GPX, GPXWaypoint
from hypothesis import given, settings

from hqguide.export.course import course_of
from hqguide.export.geojson import to_geojson
from hqguide.export.gpx import to_gpx
from hqguide.export.handout import Handout
from hqguide.export.kml import NAMESPACE, to_kml
from hqguide.route.itinerary import Itinerary, Leg, Total
from tests.export.export_handouts import SPICY, at, compared, hostile, placed, walked
from tests.export.export_plans import filled, plan

SCHEMAS = Path(__file__).parent / "schemas"
GPX_SCHEMA = xmlschema.XMLSchema(str(SCHEMAS / "gpx.xsd"), allow="local")
KML_SCHEMA = xmlschema.XMLSchema(str(SCHEMAS / "ogckml22.xsd"), allow="local")
NOWHERE = Handout(plan())
EMPTY = Handout(Itinerary("", "", "", (), (), Total(0, 0)))


def about(thing: GPX | GPXWaypoint) -> str:
    """The description of a GPX file or of a waypoint in it."""
    return thing.description or ""


def everywhere(text: str) -> Handout:
    """A handout in which every text is ``text``, that of the position too."""
    return Handout(walked(filled(text)), positions={text: at(1, text)})


@pytest.mark.parametrize(
    "handout", [placed(), hostile(), NOWHERE, EMPTY], ids=["tidy", "hostile", "no", "empty"]
)
def test_gpx_and_kml_are_valid_by_their_schemas(handout: Handout) -> None:
    GPX_SCHEMA.validate(to_gpx(handout))
    KML_SCHEMA.validate(to_kml(handout))


@settings(max_examples=60)
@given(SPICY)
def test_no_text_breaks_a_map_format(text: str) -> None:
    handout = everywhere(text)
    words = course_of(handout).walk.stops[0].why
    GPX_SCHEMA.validate(to_gpx(handout))
    KML_SCHEMA.validate(to_kml(handout))
    track = gpxpy.parse(to_gpx(handout))
    assert words in about(track.waypoints[0])
    collection = geojson.loads(to_geojson(handout))
    assert collection.is_valid
    assert collection.features[0].properties["why"] == words


def test_a_schema_is_not_met_by_just_anything() -> None:
    assert not GPX_SCHEMA.is_valid(to_gpx(placed()).replace("<desc>", "<desk>").replace("</desc>", "</desk>"))
    assert not KML_SCHEMA.is_valid(to_kml(placed()).replace("Placemark", "Marker"))


def test_a_waypoint_tells_the_stop_and_how_far_it_may_be_off() -> None:
    track = gpxpy.parse(to_gpx(placed()))
    assert track.name == "Huaqiangbei walk, 2026-11-23"
    assert "WGS-84" in about(track)
    first = track.waypoints[0]
    assert (first.latitude, first.longitude) == (21.5, 114.5)
    assert str(first.name).startswith("1. 合成电子城 Synthetic Hall (test only) · 1F · counter 3100")
    for part in (
        "When: 10:00 to 10:09",
        "100 × 0.1 uF 50 V X7R 0603 capacitor · 贴片电容 (tiēpiàn diànróng)",
        "If not here: synthetic-hall/4F/4001",
        "as of 2013-04-14; source: synthetic-source",
        "Position: WGS-84, the hall's, may be off by 30 m (source: synthetic-source)",
    ):
        assert part in about(first)
    assert first.source == "synthetic-source"
    assert "nickel strip 8 mm · 镍带 (niè dài): no record of where" in about(track)


def test_a_price_and_the_sellers_to_compare_are_told() -> None:
    told = course_of(compared()).stops
    assert told[0].lines[1] == "4 × relay · 继电器 (jìdiànqì), ¥2.50 each, seller 1 of 2 to ask"


def test_the_route_goes_along_the_legs_and_names_the_stops_on_it() -> None:
    (route,) = gpxpy.parse(to_gpx(placed())).routes
    spots = [(point.latitude, point.longitude) for point in route.points]
    assert spots[:4] == [(21.5, 114.4999), (21.5004, 114.5), (21.5, 114.5), (21.501, 114.4999)]
    assert [point.name for point in route.points if point.name] == [
        told.title for told in course_of(placed()).stops
    ]


def test_all_map_formats_hold_the_same_points() -> None:
    handout = placed()
    (route,) = gpxpy.parse(to_gpx(handout)).routes
    root = ET.fromstring(to_kml(handout))  # noqa: S314 (our own output)
    text = root.findtext(f".//{{{NAMESPACE}}}LineString/{{{NAMESPACE}}}coordinates") or ""
    kml = [tuple(map(float, pair.split(","))) for pair in text.split()]
    (line,) = [f for f in geojson.loads(to_geojson(handout)).features if f.geometry.type == "LineString"]
    gpx = [(point.longitude, point.latitude) for point in route.points]
    assert gpx == kml == [tuple(pair) for pair in line.geometry.coordinates]


def test_a_stop_without_a_position_is_told_but_stands_nowhere() -> None:
    track = gpxpy.parse(to_gpx(NOWHERE))
    assert not track.waypoints
    assert not track.routes
    assert "Stops without a known position: 1, 2, 3" in about(track)
    collection = json.loads(to_geojson(NOWHERE))
    assert [feature["geometry"] for feature in collection["features"]] == [None] * 3
    assert "bbox" not in collection
    root = ET.fromstring(to_kml(NOWHERE))  # noqa: S314 (our own output)
    assert len(root.findall(f".//{{{NAMESPACE}}}Placemark")) == 3
    assert not root.findall(f".//{{{NAMESPACE}}}Point")
    assert "Position: not known" in to_kml(NOWHERE)


def test_geojson_has_longitude_first_a_box_and_no_other_datum() -> None:
    collection = json.loads(to_geojson(placed()))
    assert collection["datum"] == "WGS-84"
    assert "crs" not in collection
    west, south, east, north = collection["bbox"]
    assert (west, south, east, north) == (114.4999, 21.5, 114.5, 21.5034)
    stop = collection["features"][0]
    assert stop["geometry"] == {"type": "Point", "coordinates": [114.5, 21.5]}
    assert stop["properties"]["accuracy_m"] == 30.0
    assert stop["properties"]["items"][0]["zh"] == "贴片电容"


def test_a_kml_description_is_shown_as_html_and_no_datum_becomes_markup_in_it() -> None:
    root = ET.fromstring(to_kml(everywhere("<script>alert(1)</script> R&D")))  # noqa: S314 (our own output)
    for element in root.iter(f"{{{NAMESPACE}}}description"):
        assert element.text is not None
        assert "<" not in element.text.replace("<br>", "")
        assert "&lt;script&gt;alert(1)&lt;/script&gt; R&amp;D" in element.text


@pytest.mark.parametrize("bad", [(float("nan"), 114.0), (22.5, float("inf")), (91.0, 114.0), (22.5, 181.0)])
def test_a_point_that_is_not_on_the_earth_is_left_out(bad: tuple[float, float]) -> None:
    walk = msgspec.structs.replace(plan(1), legs=(Leg("a", "b", points=((21.5, 114.5), bad, (21.6, 114.5))),))
    position = msgspec.structs.replace(at(0), lat=bad[0], lon=bad[1])
    course = course_of(Handout(walk, positions={"synthetic-hall": position}))
    assert [(point.lat, point.lon) for point in course.line] == [(21.5, 114.5), (21.6, 114.5)]
    assert course.stops[0].at is None


def test_a_line_has_no_point_twice_running_but_keeps_every_stop() -> None:
    still = Leg("a", "b", points=((21.5, 114.5), (21.5, 114.5)))
    walk = msgspec.structs.replace(plan(2), legs=(still, still))
    course = course_of(Handout(walk, positions={"synthetic-hall": at(0)}))
    assert [point.stop for point in course.line] == [1, 2]
