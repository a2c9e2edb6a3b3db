"""A walk or a list as JSON that hqguide and other programs read back: versioned, nothing left out."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from hqguide.export.course import DATUM, course_of
from hqguide.export.handout import Handout
from hqguide.export.links import Links, links_of
from hqguide.export.prepare import plan_key
from hqguide.export.shopping import Shopping
from hqguide.notebook.item import ListItem
from hqguide.route.itinerary import Itinerary

VERSION: Literal[1] = 1


class Hall(msgspec.Struct, frozen=True):
    """Where a hall stands: WGS-84 degrees, the radius in metres it may be off by, and who says so."""

    lat: float
    lon: float
    accuracy_m: float
    source: str
    links: Links


class WalkFile(msgspec.Struct, frozen=True, tag="walk", tag_field="hqguide"):
    """A walk as exported: ``route`` is its short hash, ``halls`` has the halls with a position by id."""

    version: Literal[1]
    route: str
    datum: Literal["WGS-84"]
    walk: Itinerary
    halls: Mapping[str, Hall]


class Line(ListItem, frozen=True, forbid_unknown_fields=False, omit_defaults=False):
    """A line of an exported list: all the notebook has of it, and its Chinese words."""

    zh: str = ""
    pinyin: str = ""


class ListFile(msgspec.Struct, frozen=True, tag="list", tag_field="hqguide"):
    """A shopping list as exported."""

    version: Literal[1]
    name: str
    items: tuple[Line, ...]


def walk_json(handout: Handout) -> str:
    """The walk as one JSON document, UTF-8 and indented; :class:`WalkFile` reads it back."""
    course = course_of(handout)
    halls = {
        told.stop.building: Hall(
            told.at.lat, told.at.lon, told.at.accuracy_m, told.at.source, links_of(told.stop, told.at)
        )
        for told in course.stops
        if told.at
    }
    return _indented(WalkFile(VERSION, plan_key(course.walk), DATUM, course.walk, halls))


def list_json(shopping: Shopping) -> str:
    """The list as one JSON document, UTF-8 and indented; :class:`ListFile` reads it back."""
    lines = tuple(
        Line(**msgspec.structs.asdict(line), zh=item.zh, pinyin=item.pinyin)
        for line, item in zip(shopping.lines, shopping.items, strict=True)
    )
    return _indented(ListFile(VERSION, shopping.name, lines))


def _indented(value: WalkFile | ListFile) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=1).decode() + "\n"
