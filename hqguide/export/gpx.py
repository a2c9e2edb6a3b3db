"""A walk as GPX 1.1, for Organic Maps, OsmAnd and their kin: a waypoint a stop and the route walked."""

from xml.etree import ElementTree as ET

from hqguide.export.course import Course, Point, Told, course_of
from hqguide.export.handout import Handout

NAMESPACE = "http://www.topografix.com/GPX/1/1"
_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
_LOCATION = f"{NAMESPACE} http://www.topografix.com/GPX/1/1/gpx.xsd"


def to_gpx(handout: Handout) -> str:
    """The walk as one GPX document in WGS-84 degrees, which is the only datum GPX knows.

    A stop whose hall has no position is told in the description and has no waypoint.
    """
    course = course_of(handout)
    root = ET.Element(
        "gpx",
        {
            "version": "1.1",
            "creator": "hqguide",
            "xmlns": NAMESPACE,
            "xmlns:xsi": _SCHEMA,
            "xsi:schemaLocation": _LOCATION,
        },
    )
    meta = ET.SubElement(root, "metadata")
    _text(meta, "name", course.title)
    _text(meta, "desc", "\n".join(course.about))
    for told in course.stops:
        if told.at:
            _stop(_point(root, "wpt", told.at.lat, told.at.lon), told)
    _route(root, course)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, "unicode")}\n'


def _route(root: ET.Element, course: Course) -> None:
    """The route, where at least one point of it is known."""
    if not course.line:
        return
    route = ET.SubElement(root, "rte")
    _text(route, "name", course.title)
    for point in course.line:
        _waypoint(route, point, course.stops)


def _waypoint(route: ET.Element, point: Point, stops: tuple[Told, ...]) -> None:
    made = _point(route, "rtept", point.lat, point.lon)
    if point.stop is not None:
        _text(made, "name", stops[point.stop - 1].title)


def _stop(point: ET.Element, told: Told) -> None:
    """Name, description, source and kind, in the order the schema asks for."""
    _text(point, "name", told.title)
    _text(point, "desc", "\n".join(told.lines))
    if told.stop.source:
        _text(point, "src", told.stop.source)
    _text(point, "type", "stop")


def _point(parent: ET.Element, tag: str, lat: float, lon: float) -> ET.Element:
    return ET.SubElement(parent, tag, {"lat": f"{lat:.6f}", "lon": f"{lon:.6f}"})


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text
