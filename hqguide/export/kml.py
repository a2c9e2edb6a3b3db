"""A walk as KML 2.2, for Google Earth and map programs: a placemark a stop and the line walked."""

from collections.abc import Iterable
from html import escape
from xml.etree import ElementTree as ET

from hqguide.export.course import Course, Told, course_of
from hqguide.export.handout import Handout
from hqguide.export.telling import hall

NAMESPACE = "http://www.opengis.net/kml/2.2"
_LINE_STYLE, _LINE_COLOUR, _LINE_WIDTH = "walked", "ff2f6fed", "4"  # alpha, blue, green, red


def to_kml(handout: Handout) -> str:
    """The walk as one KML document; KML coordinates are longitude and latitude in WGS-84 degrees.

    A stop whose hall has no position is a placemark without a point, which KML allows.
    """
    course = course_of(handout)
    root = ET.Element("kml", {"xmlns": NAMESPACE})
    document = ET.SubElement(root, "Document")
    _text(document, "name", course.title)
    _text(document, "description", _html(course.about))
    _style(document)
    folder = ET.SubElement(document, "Folder")
    _text(folder, "name", "Stops")
    for told in course.stops:
        _stop(folder, told)
    _way(document, course)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, "unicode")}\n'


def _style(document: ET.Element) -> None:
    line = ET.SubElement(ET.SubElement(document, "Style", {"id": _LINE_STYLE}), "LineStyle")
    _text(line, "color", _LINE_COLOUR)
    _text(line, "width", _LINE_WIDTH)


def _stop(folder: ET.Element, told: Told) -> None:
    mark = ET.SubElement(folder, "Placemark")
    _text(mark, "name", told.title)
    _text(mark, "description", _html(told.lines))
    data = ET.SubElement(mark, "ExtendedData")
    for name, value in _facts(told):
        if value:
            _text(ET.SubElement(data, "Data", {"name": name}), "value", value)
    if told.at:
        _text(ET.SubElement(mark, "Point"), "coordinates", f"{told.at.lon:.6f},{told.at.lat:.6f}")


def _facts(told: Told) -> Iterable[tuple[str, str | None]]:
    stop = told.stop
    return (
        ("number", str(told.number)),
        ("place", stop.place),
        ("hall", hall(stop)),
        ("floor", stop.floor),
        ("counter", stop.counter),
        ("shop", stop.name),
        ("arrive", stop.arrive),
        ("leave", stop.leave),
        ("as_of", stop.as_of),
        ("source", stop.source),
        ("accuracy_m", f"{told.at.accuracy_m:g}" if told.at else None),
    )


def _way(document: ET.Element, course: Course) -> None:
    """The line walked; a line has two points at least."""
    if len(course.line) < 2:
        return
    mark = ET.SubElement(document, "Placemark")
    _text(mark, "name", course.title)
    _text(mark, "styleUrl", f"#{_LINE_STYLE}")
    line = ET.SubElement(mark, "LineString")
    _text(line, "tessellate", "1")
    _text(line, "coordinates", " ".join(f"{point.lon:.6f},{point.lat:.6f}" for point in course.line))


def _html(lines: Iterable[str]) -> str:
    """A description, which KML viewers show as HTML: no datum may become markup in it."""
    return "<br>".join(escape(line) for line in lines)


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text
