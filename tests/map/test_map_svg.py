import re
from xml.parsers.expat import ParserCreate

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.map.boxes import Box, Boxes, beside
from hqguide.map.marks import Mark, mark_hall
from hqguide.map.names import Tongue
from hqguide.map.page import HIGHEST, LOWEST, WIDTH, page
from hqguide.map.svg import district_svg
from hqguide.map.svg_furniture import STRIP
from hqguide.map.view import Bounds, View
from hqguide.market.district import District, load_district
from hqguide.market.pack import default_folder, load_market
from tests.map.map_ground import BUILDINGS, CENTRE, DISTRICT, LAT, LON, MARKET, languages, views

SHOP = Mark(LAT - 0.0005, LON + 0.0005, "Chosen 店", "synthetic-unsure", accuracy_m=40)
STOPS = (
    Mark(LAT + 0.0003, LON + 0.001, "Alpha", "synthetic-hall"),
    Mark(LAT - 0.001, LON - 0.002, "Beta"),
    Mark(LAT + 0.0003, LON + 0.001, "Alpha", "synthetic-hall"),
)
WALK = ((LAT - 0.002, LON - 0.002), (LAT - 0.002, LON), (LAT, LON))
BUILDING_NAME = BUILDINGS[0].name

Element = tuple[str, dict[str, str], str]


def parse(text: str) -> list[Element]:
    """Elements in order with their attributes and own text; raises for XML that is not well formed."""
    found: list[Element] = []
    open_now: list[int] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        open_now.append(len(found))
        found.append((name, attributes, ""))

    def data(words: str) -> None:
        name, attributes, before = found[open_now[-1]]
        found[open_now[-1]] = name, attributes, before + words

    parser = ParserCreate()
    parser.StartElementHandler, parser.CharacterDataHandler = start, data
    parser.EndElementHandler = lambda _: open_now.pop()
    parser.Parse(text, True)
    return found


def texts(svg: str) -> list[str]:
    return [words for name, _, words in parse(svg) if name == "text"]


@settings(max_examples=50)
@given(views, languages)
def test_the_map_is_well_formed_and_fetches_nothing(view: View, language: Tongue) -> None:
    svg = district_svg(DISTRICT, MARKET, view, (SHOP,), STOPS, path=WALK, language=language)
    elements = parse(svg)
    assert {name for name, _, _ in elements} <= {
        "svg",
        "title",
        "desc",
        "style",
        "g",
        "path",
        "rect",
        "circle",
        "text",
    }
    assert not [
        key for _, attributes, _ in elements for key in attributes if key.startswith("on") or "href" in key
    ]
    assert svg.count("http") == 1
    assert "url(" not in svg
    assert "@import" not in svg
    assert "© OpenStreetMap contributors" in texts(svg)


@settings(max_examples=50)
@given(views, languages)
def test_every_dot_and_every_name_starts_on_the_sheet(view: View, language: Tongue) -> None:
    for name, attributes, _ in parse(district_svg(DISTRICT, MARKET, view, (SHOP,), STOPS, language=language)):
        if name in {"text", "circle"} and "transform" not in attributes:
            xs = attributes.get("x", attributes.get("cx", "")).split()
            ys = attributes.get("y", attributes.get("cy", "")).split()
            assert all(0 <= float(x) <= WIDTH for x in xs)
            assert all(0 <= float(y) <= HIGHEST + STRIP for y in ys)


def test_stops_are_numbered_named_and_told_in_words() -> None:
    svg = district_svg(DISTRICT, MARKET, None, (SHOP,), STOPS, path=WALK)
    words = texts(svg)
    assert {"1,3", "2", "Alpha", "Beta", "Chosen 店", "N"} <= set(words)
    assert words.count("Alpha") == 1
    description = next(text for name, _, text in parse(svg) if name == "desc")
    assert description.endswith("Stops in order: 1. Alpha, 2. Beta, 3. Alpha.")
    assert 'stroke-dasharray="0.1 5"' in svg


def test_a_stop_keeps_its_number_when_another_has_no_place_on_the_map() -> None:
    stops = [mark for at, one in enumerate(BUILDINGS, 1) if (mark := mark_hall(one, "en", at))]
    svg = district_svg(DISTRICT, MARKET, stops=stops)
    assert {"1,6", "2", "3", "5"} <= set(texts(svg))
    assert "4." not in next(text for name, _, text in parse(svg) if name == "desc")


def test_without_an_area_the_map_goes_round_the_marks_else_the_halls_else_the_streets() -> None:
    marked = district_svg(DISTRICT, MARKET, None, (SHOP,))
    assert "Chosen 店" in texts(marked)
    elsewhere = Bounds(LAT + 0.002, LON - 0.002, LAT + 0.004, LON)
    assert "Chosen 店" not in texts(district_svg(DISTRICT, MARKET, elsewhere, (SHOP,)))
    halls = texts(district_svg(DISTRICT, MARKET, language="zh"))
    assert {"甲电子城", "丙"} <= set(halls)
    empty = msgspec.structs.replace(MARKET, buildings=())
    assert "South Avenue" in texts(district_svg(DISTRICT, empty))
    nothing = District("", "", (), (), (), ())
    assert "© OpenStreetMap contributors" in texts(district_svg(nothing, empty))


def test_light_and_dark_come_from_the_page_or_the_system() -> None:
    svg = district_svg(DISTRICT, MARKET)
    assert "var(--map-ink,CanvasText)" in svg
    assert "var(--map-paper,Canvas)" in svg
    assert "prefers-color-scheme:dark" in svg
    assert "currentColor" in svg


def test_hostile_names_are_words_and_never_markup() -> None:
    building = msgspec.structs.replace(BUILDINGS[0], name=type(BUILDING_NAME)(en="<script>&\"x'\x00\x1b"))
    market = msgspec.structs.replace(MARKET, buildings=(building,))
    svg = district_svg(
        DISTRICT, market, CENTRE, (Mark(LAT, LON, "]]><b>&amp;"),), title="</title><script>", language="both"
    )
    assert "<script>&\"x'" in texts(svg)
    assert "]]><b>&amp;" in texts(svg)
    assert "<script>" not in svg


def test_the_shape_follows_the_ground_between_wide_and_tall() -> None:
    wide = page(Bounds(LAT, LON - 0.02, LAT + 0.001, LON + 0.02))
    tall = page(Bounds(LAT - 0.02, LON, LAT + 0.02, LON + 0.001))
    assert (wide.height, tall.height) == (LOWEST, HIGHEST)
    for sheet, corner in ((wide, (LAT, LON - 0.02)), (tall, (LAT + 0.02, LON))):
        x, y = sheet.spot(*corner)
        assert -0.1 <= x <= WIDTH + 0.1
        assert -0.1 <= y <= sheet.height + 0.1


def test_a_walk_that_leaves_the_sheet_and_comes_back_is_drawn_in_two_pieces() -> None:
    sheet = page(Bounds(LAT - 0.001, LON - 0.001, LAT + 0.001, LON + 0.001))
    pieces = sheet.lines(((LAT, LON), (LAT, LON + 0.05), (LAT + 0.0002, LON + 0.05), (LAT + 0.0002, LON)))
    assert len(pieces) == 2
    assert all(sheet.holds(spot) for piece in pieces for spot in piece)


boxes = st.builds(
    lambda x, y, w, h: Box(x, y, x + w, y + h),
    st.floats(-5, 60),
    st.floats(-5, 60),
    st.floats(1, 30),
    st.floats(1, 30),
)


@given(st.lists(boxes, max_size=30))
def test_placed_boxes_never_overlap_and_stay_on_the_page(tries: list[Box]) -> None:
    room, kept = Boxes(60, 60), list[Box]()
    for box in tries:
        if room.place((box,)):
            assert box.left >= 0 and box.top >= 0 and box.right <= 60 and box.bottom <= 60
            assert not any(box.meets(other) for other in kept)
            kept.append(box)


@given(st.floats(0, 60), st.floats(0, 60), st.floats(1, 9), st.floats(1, 40))
def test_places_round_a_point_leave_the_point_free(x: float, y: float, gap: float, width: float) -> None:
    for box in beside(x, y, gap, width, 10):
        assert not (box.left < x < box.right and box.top < y < box.bottom)


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_the_real_district_is_small_enough_for_a_page_sent_by_message(language: Tongue) -> None:
    folder = default_folder()
    svg = district_svg(load_district(folder), load_market(folder), language=language)
    assert len(svg.encode()) < 40_000
    assert len(parse(svg)) > 100
    assert re.search(r'viewBox="0 0 360 \d+', svg)
    assert svg == district_svg(load_district(folder), load_market(folder), language=language)
