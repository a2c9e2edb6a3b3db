"""Links that open a stop's hall in Amap, Baidu Maps and Apple Maps, each in the datum it takes.

Amap (``uri.amap.com/marker``): longitude first, ``coordinate=gaode`` says GCJ-02.
Baidu Maps (``api.map.baidu.com/marker``): latitude first, ``coord_type=bd09ll`` says BD-09.
Apple Maps (``maps.apple.com``): latitude first, no parameter for the datum. It shows AutoNavi's map of
China, and people who pass GPS positions to it report the GCJ-02 shift (dpa99c/phonegap-launch-navigator
issue 186), so it gets GCJ-02; openradar 23124558 tells of devices bought abroad that behave otherwise.
The parameters are those in use in published programs; none of the links was opened on a phone by us.
"""

from urllib.parse import quote, urlencode

import msgspec

from hqguide.export.course import Told, course_of
from hqguide.export.handout import Handout
from hqguide.export.markdown import escape
from hqguide.export.prepare import split_name
from hqguide.export.telling import hall, where
from hqguide.market.datum import Datum, from_wgs84
from hqguide.market.model import Position
from hqguide.route.itinerary import Stop

DATUMS: tuple[tuple[str, Datum], ...] = (
    ("Amap 高德地图", "GCJ-02"),
    ("Baidu Maps 百度地图", "BD-09"),
    ("Apple Maps", "GCJ-02"),
)
_NAME = 60  # characters of a name in a link; long links break in messages


class Links(msgspec.Struct, frozen=True):
    """Addresses that show one hall on a map."""

    amap: str
    baidu: str
    apple: str


def links_of(stop: Stop, at: Position) -> Links:
    """The links to the hall of ``stop``, which stands ``at``."""
    zh, other = split_name(hall(stop))
    name = (zh or other)[:_NAME]
    lat, lon = from_wgs84(at.lat, at.lon, "GCJ-02")
    lat_baidu, lon_baidu = from_wgs84(at.lat, at.lon, "BD-09")
    amap = {"position": f"{lon:.6f},{lat:.6f}", "name": name, "src": "hqguide"}
    baidu = {"location": f"{lat_baidu:.6f},{lon_baidu:.6f}", "title": name, "content": name}
    apple = {"ll": f"{lat:.6f},{lon:.6f}", "q": name}
    return Links(
        _address("https://uri.amap.com/marker", amap | {"coordinate": "gaode", "callnative": "1"}),
        _address(
            "https://api.map.baidu.com/marker",
            baidu | {"output": "html", "coord_type": "bd09ll", "src": "hqguide"},
        ),
        _address("https://maps.apple.com/", apple),
    )


def to_links(handout: Handout) -> str:
    """The stops of the walk with their links, as Markdown. A stop without a position has none."""
    course = course_of(handout)
    datums = ", ".join(f"{name} in {datum}" for name, datum in DATUMS)
    lines = [
        f"# {escape(course.title)}: map links",
        "",
        f"Each link is in the datum its map takes: {datums}.",
        "A link leads to the hall; floor and counter are in the words. The links need a network.",
        "",
    ]
    for told in course.stops:
        lines += [f"## {told.number}. {escape(hall(told.stop))}", "", escape(where(told.stop)), ""]
        lines += [*_links(told), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _links(told: Told) -> list[str]:
    if told.at is None:
        return ["No position of this hall is known, so there is no link."]
    links = links_of(told.stop, told.at)
    addresses = (links.amap, links.baidu, links.apple)
    rows = [f"- [{name}]({url})" for (name, _), url in zip(DATUMS, addresses, strict=True)]
    off = f"The position may be off by {told.at.accuracy_m:.0f} m"
    return [*rows, "", f"{off} (source: {escape(told.at.source) or 'not given'})."]


def _address(base: str, query: dict[str, str]) -> str:
    """``base`` with ``query``; brackets of a name are escaped too, for the sake of Markdown."""
    return f"{base}?{urlencode(query, quote_via=quote, safe=',', errors='replace')}"
