"""A walk as GeoJSON (RFC 7946): a point a stop and the line walked."""

from typing import Any

import msgspec

from hqguide.export.course import DATUM, Course, Told, course_of
from hqguide.export.handout import Handout
from hqguide.export.telling import hall
from hqguide.route.itinerary import StopItem


def to_geojson(handout: Handout) -> str:
    """The walk as one FeatureCollection; coordinates are longitude and latitude in WGS-84 degrees.

    A stop whose hall has no position is a feature with the geometry null, which the standard calls
    unlocated.
    """
    course = course_of(handout)
    features = [_stop(told) for told in course.stops]
    if len(course.line) > 1:
        features.append(_way(course))
    collection: dict[str, Any] = {
        "type": "FeatureCollection",
        "name": course.title,
        "description": list(course.about),
        "datum": DATUM,
    }
    if course.line:
        collection["bbox"] = _bounds(course)
    collection["features"] = features
    return msgspec.json.format(msgspec.json.encode(collection), indent=1).decode() + "\n"


def _stop(told: Told) -> dict[str, Any]:
    at, stop = told.at, told.stop
    return {
        "type": "Feature",
        "id": told.number,
        "geometry": {"type": "Point", "coordinates": [at.lon, at.lat]} if at else None,
        "properties": {
            "name": told.title,
            "description": "\n".join(told.lines),
            "number": told.number,
            "place": stop.place,
            "hall": hall(stop),
            "floor": stop.floor,
            "counter": stop.counter,
            "shop": stop.name,
            "arrive": stop.arrive,
            "leave": stop.leave,
            "items": [_item(item) for item in stop.items],
            "why": stop.why,
            "as_of": stop.as_of,
            "source": stop.source,
            "accuracy_m": at.accuracy_m if at else None,
            "position_source": at.source if at else None,
        },
    }


def _item(item: StopItem) -> dict[str, Any]:
    fallback = item.else_at or item.fallback
    words = {"item": item.text, "quantity": item.quantity, "zh": item.zh, "pinyin": item.pinyin}
    return words | {"price": item.price, "if_not_here": fallback}


def _way(course: Course) -> dict[str, Any]:
    total = course.walk.total
    return {
        "type": "Feature",
        "geometry": {"type": "LineString", "coordinates": [[at.lon, at.lat] for at in course.line]},
        "properties": {"name": course.title, "seconds": total.seconds, "metres": total.metres},
    }


def _bounds(course: Course) -> list[float]:
    """West, south, east, north."""
    lats, lons = [at.lat for at in course.line], [at.lon for at in course.line]
    return [min(lons), min(lats), max(lons), max(lats)]
