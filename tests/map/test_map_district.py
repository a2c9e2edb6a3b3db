from unicodedata import east_asian_width

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.map.district import draw
from hqguide.map.drawing import STYLES, Drawing
from hqguide.map.furniture import ATTRIBUTION
from hqguide.map.marks import Mark, mark_hall
from hqguide.map.names import Tongue, hall_words, station_words, street_words
from hqguide.map.view import View
from hqguide.market.district import Footprint, load_district
from hqguide.market.pack import default_folder, load_market
from hqguide.text import cells
from tests.map.map_ground import BUILDINGS, CENTRE, DISTRICT, LAT, LON, MARKET, SOUTH, languages, views

SHOP = Mark(LAT - 0.0005, LON + 0.0005, "Chosen 店", "synthetic-unsure", accuracy_m=40)
STOPS = (
    Mark(LAT + 0.0003, LON + 0.001, "Alpha", "synthetic-hall"),
    Mark(LAT - 0.001, LON - 0.002, "Beta", "synthetic-unsure"),
    Mark(LAT + 0.0003, LON + 0.001, "Alpha", "synthetic-hall"),
)
WALK = ((LAT - 0.002, LON - 0.002), (LAT - 0.002, LON), (LAT, LON))
sizes = st.tuples(st.integers(34, 140), st.integers(8, 45))


def known_words(language: Tongue) -> set[str]:
    """Every row of words the synthetic district may show; Chinese may run down, one character a row."""
    streets = {name for street in DISTRICT.streets for name in street_words(street, language)}
    places = [hall_words(building, language) for building in BUILDINGS]
    places += [station_words(station, language) for station in DISTRICT.stations]
    lines = {line for choices in places for words in choices for line in words}
    return streets | {char for name in streets for char in name} | lines | {"[Chosen 店]", "Alpha", "Beta"}


def find(drawing: Drawing, text: str, style: str) -> tuple[int, int]:
    """Column and row of the first run of ``style`` that reads ``text``."""
    for row, runs in enumerate(drawing.rows):
        column = 0
        for run in runs:
            if run.style == style and run.text.strip() == text:
                return column + len(run.text) - len(run.text.lstrip()), row
            column += cells(run.text)
    raise AssertionError(f"no {text!r} in {style!r}\n{drawing.text()}")


@settings(max_examples=60)
@given(views, sizes, languages, st.booleans())
def test_every_row_is_as_wide_as_the_picture_and_every_name_is_whole(
    view: View, size: tuple[int, int], language: Tongue, bare: bool
) -> None:
    drawing = draw(
        DISTRICT, MARKET, view, *size, marks=(SHOP,), stops=STOPS, path=WALK, language=language, ascii=bare
    )
    words = known_words(language)
    assert len(drawing.rows) == size[1]
    for row in drawing.rows:
        assert sum(cells(run.text) for run in row) == size[0]
        for run in row:
            assert run.style in {"", *STYLES}
            if run.style.startswith("label"):
                assert run.text.strip() in words


@settings(max_examples=60)
@given(views, sizes, st.booleans())
def test_strokes_and_marks_are_braille_or_ascii_and_never_of_ambiguous_width(
    view: View, size: tuple[int, int], bare: bool
) -> None:
    drawing = draw(DISTRICT, MARKET, view, *size, stops=STOPS, path=WALK, ascii=bare)
    for run in (run for row in drawing.rows for run in row if not run.style.startswith("label")):
        assert all(east_asian_width(char) in {"N", "Na"} for char in run.text)
        assert run.text.isascii() or not bare


@settings(max_examples=60)
@given(
    st.floats(-1, 1),
    st.floats(-1, 1),
    st.floats(0.3, 40),
    sizes,
    languages,
)
def test_a_chosen_place_in_the_picture_always_has_its_mark_and_its_name(
    across: float, down: float, scale: float, size: tuple[int, int], language: Tongue
) -> None:
    width, height = size
    view = View(SHOP.lat, SHOP.lon, scale).pan(across * (width / 2 - 1), down * (height / 2 - 1))
    drawing = draw(DISTRICT, MARKET, view, width, height, marks=(SHOP,), stops=STOPS, language=language)
    column, row = find(drawing, "*", "mark")
    assert drawing.at(column, row) == "synthetic-unsure"
    find(drawing, "[Chosen 店]", "label.mark")


@settings(max_examples=60)
@given(views, st.integers(0, 90), st.integers(1, 30), st.booleans())
def test_the_credit_is_on_every_map_at_the_lower_right(
    view: View, width: int, height: int, bare: bool
) -> None:
    last = draw(DISTRICT, MARKET, view, width, height, marks=(SHOP,), ascii=bare).text().split("\n")[-1]
    full = ATTRIBUTION.replace("©", "(c)") if bare else ATTRIBUTION
    short = "(c) OSM" if bare else "© OSM"
    assert last.endswith(full if width >= 31 else short[:width].rstrip() if width < 30 else "")


def test_marks_say_how_well_a_hall_is_known() -> None:
    drawing = draw(DISTRICT, MARKET, CENTRE, 90, 45)
    for glyph, style, hall in (
        ("o", "hall", "synthetic-zh"),
        ("~", "hall.unsure", "synthetic-unsure"),
        ("x", "hall.closed", "synthetic-closed"),
        ("M", "station", "station:synthetic-station"),
    ):
        assert drawing.at(*find(drawing, glyph, style)) == hall
    assert drawing.at(*find(drawing, "Gamma", "label.closed")) == "synthetic-closed"
    assert drawing.at(*find(drawing, "Alpha Hall", "label")) == "synthetic-hall"
    assert drawing.at(*find(drawing, "Test Road L1/7", "label.station")) == "station:synthetic-station"


def test_of_two_halls_in_one_cell_the_more_certain_one_shows() -> None:
    text = draw(DISTRICT, MARKET, CENTRE, 90, 45).text()
    assert "Alpha Hall" in text
    assert "Epsilon" not in text


def test_a_circle_shows_close_up_how_far_off_an_unsure_hall_may_be() -> None:
    close, far = (View(LAT - 0.001, LON - 0.002, scale) for scale in (2.0, 8.0))
    counts = [
        sum(
            len(run.text)
            for row in draw(DISTRICT, MARKET, view, 90, 40).rows
            for run in row
            if run.style == "hall.ring"
        )
        for view in (close, far)
    ]
    assert counts[0] > 60
    assert counts[1] == 0


def test_a_click_names_the_street_or_the_hall_whose_outline_it_meets() -> None:
    drawing = draw(DISTRICT, MARKET, CENTRE, 90, 45)
    assert drawing.at(*find(drawing, "South Avenue", "label.street")) == "street:南大路"
    assert "street:中街" in {drawing.at(44, 30), drawing.at(45, 30)}
    assert (drawing.at(-1, 0), drawing.at(0, 45), drawing.at(0, 0)) == (None, None, None)
    near = draw(DISTRICT, MARKET, View(LAT + 0.0004, LON + 0.001, 2), 90, 45)
    outline = {
        near.at(*find(near, run.text, run.style))
        for row in near.rows
        for run in row
        if run.style == "footprint"
    }
    assert outline == {"synthetic-hall"}
    assert near.at(*find(near, "Small Lane", "label.street")) == "street:小巷"


def test_lanes_are_left_off_when_they_are_too_small_for_the_scale() -> None:
    shown = {
        scale: draw(DISTRICT, MARKET, View(LAT, LON, scale), 120, 40).things for scale in (5.0, 7.0, 45.0)
    }
    assert "street:小巷" in shown[5.0]
    assert "street:小巷" not in shown[7.0]
    assert "street:东路" in shown[7.0]
    assert "street:东路" not in shown[45.0]
    assert "street:南大路" in shown[45.0]


def test_stops_are_numbered_in_order_and_one_place_shares_its_numbers() -> None:
    drawing = draw(DISTRICT, MARKET, CENTRE, 90, 45, stops=STOPS, path=WALK)
    assert drawing.at(*find(drawing, "1,3", "stop")) == "synthetic-hall"
    assert drawing.at(*find(drawing, "2", "stop")) == "synthetic-unsure"
    find(drawing, "Beta", "label.stop")
    assert "path" in {run.style for row in drawing.rows for run in row}


def test_a_chinese_name_runs_down_a_street_that_runs_down() -> None:
    drawing = draw(DISTRICT, MARKET, CENTRE, 90, 45, language="zh")
    column, row = find(drawing, "中", "label.street")
    assert drawing.at(column, row + 1) == "street:中街"
    assert find(drawing, "街", "label.street") == (column, row + 1)


def test_a_hall_nobody_placed_has_no_mark() -> None:
    assert mark_hall(BUILDINGS[3]) is None
    assert mark_hall(BUILDINGS[0], "zh") == Mark(LAT + 0.0003, LON + 0.001, "甲电子城", "synthetic-hall", 10)


def test_a_mark_without_words_and_one_outside_are_no_trouble() -> None:
    outside = Mark(LAT + 1, LON, "far away")
    drawing = draw(DISTRICT, MARKET, CENTRE, 60, 20, marks=(outside,), stops=(Mark(LAT, LON, " "), outside))
    assert "far away" not in drawing.text()
    assert "[]" not in draw(DISTRICT, MARKET, CENTRE, 60, 20, marks=(Mark(LAT, LON, ""),)).text()
    find(drawing, "1", "stop")


@pytest.mark.parametrize("size", [(0, 0), (-3, 5), (5, 0), (1, 1), (3, 2)])
def test_a_picture_without_room_is_drawn_as_far_as_it_goes(size: tuple[int, int]) -> None:
    drawing = draw(DISTRICT, MARKET, CENTRE, *size, marks=(SHOP,), stops=STOPS)
    assert (drawing.width, drawing.height) == (max(size[0], 0), max(size[1], 0))
    assert drawing.at(0, 0) is None or drawing.width


def test_open_outlines_are_closed_and_control_characters_never_reach_the_picture() -> None:
    building = msgspec.structs.replace(BUILDINGS[0], name=type(BUILDINGS[0].name)(en="A\x1b[31mB\u202eC"))
    market = msgspec.structs.replace(MARKET, buildings=(building,))
    ring = Footprint(osm_id="way/3", points=((SOUTH, LON), (SOUTH, LON + 0.001), (SOUTH + 0.001, LON)))
    district = msgspec.structs.replace(DISTRICT, footprints=(ring,))
    text = draw(district, market, CENTRE, 90, 45, marks=(Mark(LAT, LON, "\x07bell\n"),)).text()
    assert "A[31mBC" in text
    assert "[bell]" in text
    assert not {char for char in text if ord(char) < 32} - {"\n"}


def test_the_same_view_gives_the_same_picture() -> None:
    assert draw(DISTRICT, MARKET, CENTRE, 80, 24, marks=(SHOP,)) == draw(
        DISTRICT, MARKET, CENTRE, 80, 24, marks=(SHOP,)
    )


def test_the_way_from_huaqiang_road_station_to_seg_plaza_can_be_read_off_the_map() -> None:
    folder = default_folder()
    district, market = load_district(folder), load_market(folder)
    chosen = mark_hall(market.by_id["seg-plaza"])
    station = district.station("huaqiang-road")
    assert chosen and station and station.position
    middle = View((chosen.lat + station.position.lat) / 2, (chosen.lon + station.position.lon) / 2, 4.5)
    drawing = draw(district, market, middle, 80, 24, marks=(chosen,))
    for text, style in (
        ("M", "station"),
        ("Huaqiang Road L1", "label.station"),
        ("Shennan Middle Rd", "label.street"),
        ("Huaqiang North Rd", "label.street"),
        ("[SEG Plaza]", "label.mark"),
    ):
        find(drawing, text, style)
