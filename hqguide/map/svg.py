"""The district as one self-contained SVG: no script, nothing fetched, light and dark by CSS.

Colours come from ``--map-ink``, ``--map-paper``, ``--map-accent`` and ``--map-metro`` of the page
around it, else from the reader's system. The sheet is 360 units wide, a phone's width.
"""

from collections.abc import Mapping, Sequence

from hqguide.map.ground import ground
from hqguide.map.halls import halls
from hqguide.map.marks import Mark, numbered, pins
from hqguide.map.names import Tongue
from hqguide.map.page import Page, area_of, page
from hqguide.map.shade import shaded
from hqguide.map.sheet import Sheet
from hqguide.map.svg_furniture import EDGE, STRIP, furnish
from hqguide.map.svg_ground import ground_markup, path_markup
from hqguide.map.svg_marks import put_halls, put_marks, put_pins, put_stations, shade_key
from hqguide.map.svg_names import name_halls, name_marks, name_pins, name_stations
from hqguide.map.svg_page import document
from hqguide.map.svg_streets import name_streets
from hqguide.map.svg_text import words
from hqguide.map.view import Bounds, View
from hqguide.map.wording import say
from hqguide.market.district import District, Point
from hqguide.market.pack import Market


def district_svg(
    district: District,
    market: Market,
    area: View | Bounds | None = None,
    marks: Sequence[Mark] = (),
    stops: Sequence[Mark] = (),
    *,
    path: Sequence[Point] = (),
    shade: Mapping[str, float] | None = None,
    language: Tongue = "en",
    title: str = "Map of Huaqiangbei 华强北",
) -> str:
    """The map of ``area`` as SVG text, without XML declaration so that it may stand inside HTML.

    ``area`` is a box, or a view as wide and high as an 80 by 24 terminal shows it; without one the
    map fits the stops and marks, or else all halls. ``stops`` show their numbers; ``path`` is
    a walk in WGS-84 degrees, drawn dotted. ``shade`` gives halls by id their share of the most evidence:
    the more, the larger and darker the dot.
    """
    sheet = Sheet(page(area_of(district, market, area, (*marks, *stops))), language)
    base = ground(district)
    furnish(sheet)
    if shade:
        shade_key(sheet)
    if not district.streets:
        sheet.names.append(words(EDGE, 12, say("no-streets", language), "small"))
    chosen, walk = put_marks(sheet, marks), put_pins(sheet, pins(stops))
    stations = put_stations(sheet, base.stations)
    marked = frozenset(mark.thing for mark in (*marks, *stops) if mark.thing)
    shown = put_halls(sheet, shaded(halls(market), shade), marked)
    name_streets(sheet, base.main_ways)
    name_marks(sheet, chosen)
    name_pins(sheet, walk)
    name_stations(sheet, stations)
    name_halls(sheet, shown)
    body = (_ground(district, path, sheet.page), *sheet.marks, *sheet.names)
    return document(sheet.page.height + STRIP, title, _description(stops), body)


def _ground(district: District, path: Sequence[Point], page: Page) -> str:
    return ground_markup(district, page) + path_markup(path, page)


def _description(stops: Sequence[Mark]) -> str:
    """The walk in words, for those who cannot see the picture."""
    order = ", ".join(f"{place}. {stop.label}" for place, stop in numbered(stops))
    walk = f" Stops in order: {order}." if order else ""
    return f"Streets, market halls and metro stations, north at the top.{walk}"
