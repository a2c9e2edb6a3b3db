import re
from collections.abc import Iterator
from contextlib import contextmanager
from unicodedata import east_asian_width
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hqguide.map.building import draw_building
from hqguide.map.canvas import Canvas
from hqguide.map.drawing import STYLES, Drawing
from hqguide.map.fill import middle
from hqguide.map.floor import draw_floor, fit_floor
from hqguide.map.names import Tongue
from hqguide.map.planview import PlanView, fit_round
from hqguide.map.shapes import counter_thing, shapes
from hqguide.map.wanted import seek, target
from hqguide.market.floorplan import FloorPlan, load_floorplans
from hqguide.market.pack import default_folder, load_market
from hqguide.text import cells
from tests.map.map_floor import BARE, HALL, PLAN, PLANS, STALLS, TOWER, TOWN, box
from tests.map.map_ground import languages

REAL = load_market(default_folder())
REAL_PLANS = load_floorplans(default_folder())
IDS = [plan.id for plan in REAL_PLANS]
sizes = st.tuples(st.integers(24, 140), st.integers(6, 45))
views = st.none() | st.builds(PlanView, st.floats(-20, 120), st.floats(-20, 120), st.floats(0.05, 4))


@contextmanager
def written() -> Iterator[list[tuple[int, int, int, str, str]]]:
    """Every label put on a canvas: canvas, column, row, words, style."""
    found: list[tuple[int, int, int, str, str]] = []
    keep: list[Canvas] = []
    write = Canvas.write

    def noted(self: Canvas, column: int, row: int, text: str, style: str, thing: str | None = None) -> None:
        if style.startswith("label") and text.strip() and 0 <= row < self.height:
            keep.append(self)
            found.append((id(self), column, row, text, style))
            assert column >= 0
            assert column + cells(text) <= self.width
        write(self, column, row, text, style, thing)

    with patch.object(Canvas, "write", noted):
        yield found


def check(drawing: Drawing, size: tuple[int, int], labels: list[tuple[int, int, int, str, str]]) -> None:
    """The picture has its size, every label is whole on it, and no two of them share a cell."""
    assert len(drawing.rows) == size[1]
    assert len(drawing.owners) == size[0] * size[1]
    for row in drawing.rows:
        assert sum(cells(run.text) for run in row) == size[0]
        assert {run.style for run in row} <= {"", *STYLES}
    taken: set[tuple[int, int, int]] = set()
    for canvas, column, line, text, _ in labels:
        own = {(canvas, at, line) for at in range(column, column + cells(text))}
        assert not own & taken
        taken |= own
    picture = "\n".join("".join(run.text for run in row) for row in drawing.rows)
    for *_, text, _ in labels:
        assert text.strip() in picture


@settings(max_examples=60)
@given(
    st.sampled_from(IDS),
    sizes,
    views,
    st.sampled_from(("", "2A20", "7812", "Q6E1060", "23C217", "4003", "10D55", "??")),
    languages,
    st.booleans(),
)
def test_no_two_labels_of_a_plan_overlap_and_none_is_cut_at_any_view(
    name: str,
    size: tuple[int, int],
    view: PlanView | None,
    wanted: str,
    language: Tongue,
    generic: bool,
) -> None:
    plan = REAL_PLANS[IDS.index(name)]
    building = REAL.by_id[plan.building]
    with written() as labels:
        drawing = draw_floor(
            REAL,
            REAL_PLANS,
            building,
            plan.level,
            *size,
            wanted=wanted,
            view=view,
            language=language,
            generic=generic,
        )
    check(drawing, size, labels)


@settings(max_examples=60)
@given(st.sampled_from(list(REAL.by_id)), sizes, st.integers(-2, 12), languages, st.booleans())
def test_no_two_labels_of_a_building_or_a_floor_without_a_plan_overlap(
    name: str, size: tuple[int, int], level: int, language: Tongue, bare: bool
) -> None:
    hall, size = REAL.by_id[name], (size[0], max(size[1], 10))
    with written() as labels:
        drawing = draw_building(REAL, hall, *size, chosen=level, language=language, ascii=bare)
    check(drawing, size, labels)
    with written() as labels:
        drawing = draw_floor(REAL, (), hall, level, *size, language=language, ascii=bare)
    check(drawing, size, labels)


@pytest.mark.parametrize("plan", REAL_PLANS, ids=IDS)
def test_every_counter_of_a_plan_is_found_drawn_and_answers_close_up(plan: FloorPlan) -> None:
    building, base = REAL.by_id[plan.building], shapes(plan)
    for shape in base.shapes:
        if shape.kind not in ("counter", "block"):
            continue
        view = fit_round(shape.middle, 60, 16)
        near = msgspec.structs.replace(view, units_per_cell=min(view.units_per_cell, 0.15))
        drawing = draw_floor(REAL, REAL_PLANS, building, plan.level, 60, 22, view=near)
        assert shape.thing in drawing.things
        for number in shape.numbers:
            if ".." in number or "-" in number:
                continue
            asked = seek(building, plan.level, number.rstrip("?"), ())
            assert asked
            assert target(plan, base, asked).spot


@pytest.mark.parametrize("plan", REAL_PLANS, ids=IDS)
def test_date_source_accuracy_and_scale_of_a_plan_are_always_on_the_picture(plan: FloorPlan) -> None:
    building = REAL.by_id[plan.building]
    for size in ((40, 10), (80, 24), (200, 60)):
        text = " ".join(draw_floor(REAL, REAL_PLANS, building, plan.level, *size).text().split())
        assert plan.as_of in text
        assert plan.source in text
        assert "lines may be off by about" in text
    assert ("not to scale" in text) == (plan.scale is None)


def picture(wanted: str | None = None, view: PlanView | None = None) -> str:
    return " ".join(draw_floor(TOWN, PLANS, TOWER, 2, 100, 36, wanted=wanted, view=view).text().split())


def test_the_wanted_counter_is_marked_named_with_its_stall_its_neighbours_and_the_way() -> None:
    drawing = draw_floor(TOWN, PLANS, TOWER, 2, 100, 36, wanted="2a02")
    text = drawing.text()
    assert "* 2A02: 甲电子 Alpha Parts; soldering irons; 2019" in text
    assert "next to it: 2A01, 2A03" in text
    assert "from the west escalator about 15 m north-east, zone 2Axx (scale: medium confidence)" in text
    assert "[2A02]" in text
    assert "you: west escalator" in text
    thing = counter_thing(HALL, 2, "2A02")
    assert thing == f"counter:{HALL}/2F/2A02"
    assert {thing, "way", "escalator:W"} <= set(drawing.things)
    marked = [run for row in drawing.rows for run in row if run.style == "mark"]
    assert sum(cells(run.text) for run in marked) > 5


def test_a_number_inside_a_run_marks_its_block_and_a_doubtful_one_says_so() -> None:
    assert "in the marked block, numbered W to E" in picture("2B05")
    assert "in the marked block; reading" in picture("2A30")
    assert "reading of the number is doubtful" in picture("2B10")
    assert "in the marked block" not in picture("2B77")


def test_a_number_that_is_not_drawn_points_to_its_zone_and_its_neighbours_on_record() -> None:
    text = picture("2C44")
    for words in (
        "2C44: no stall on record",
        "not on the plan",
        "somewhere in the marked area 2Cxx",
        "by its number: 2F, zone C, number 44",
        "nearest numbers on record: 2C09",
        "[2Cxx]",
        "go there and ask for 2C44",
    ):
        assert words in text
    assert "about" not in text.split("sign of")[0]


def test_a_number_of_another_floor_and_one_that_is_nowhere_are_said_plainly() -> None:
    assert "by its number it is on 3F, this is 2F" in picture("3A01")
    assert "no counter ZZZ on record here, and it does not fit the numbering (2A01)" in picture("ZZZ")
    bare = draw_floor(TOWN, (), BARE, 3, 60, 24, wanted="ZZZ").text()
    assert "how counters are numbered here is not known" in " ".join(bare.split())
    assert "no record of 3F; floors known: none" in bare


def test_a_floor_without_a_plan_shows_zones_and_numbers_in_order_and_claims_no_geometry() -> None:
    drawing = draw_floor(TOWN, (), TOWER, 2, 140, 24, wanted="2C44")
    text = drawing.text()
    assert "schematic: no plan on record, drawn from counter numbers" in text
    assert [text.index(words) for words in ("zone A", "zone C", "numbers outside", "without a number")]
    assert text.index("2C09") < text.index("*[2C44]")
    assert "no stall on record" in text
    assert "No Number <b>&" in text
    assert {f"counter:{HALL}/2F/2A02", f"counter:{HALL}/2F/2C44", "zone:C"} <= set(drawing.things)
    assert " m" not in text
    assert "no counter on record on this floor" in draw_floor(TOWN, (), TOWER, 1, 60, 12).text()


def test_a_plan_of_one_block_is_not_drawn_for_a_counter_of_another() -> None:
    plan = msgspec.structs.replace(PLAN, block="building 2", counters=(), blocks=())
    text = draw_floor(TOWN, (plan,), TOWER, 2, 100, 20, wanted="2C09").text()
    assert "schematic" in text
    assert "the plan on record is of building 2 only" in text
    assert "schematic" not in draw_floor(TOWN, (plan,), TOWER, 2, 100, 20).text()


def test_a_stall_without_a_number_is_wanted_by_its_id() -> None:
    assert "*[No Number <b>&]" in draw_floor(TOWN, (), TOWER, 2, 100, 24, wanted="s3").text()


def test_a_schematic_too_tall_starts_at_the_wanted_counter_and_moves_with_the_view() -> None:
    stalls = tuple(msgspec.structs.replace(STALLS[0], id=f"n{n}", counter=f"2A{n:02}") for n in range(10, 60))
    wanted = draw_floor(TOWN, (), TOWER, 2, 60, 16, wanted="2A50", marks=stalls).text()
    assert "*[2A50]" in wanted
    assert "more rows: " in wanted
    view = fit_floor((), TOWER, 2, 60, 16)
    first = draw_floor(TOWN, (), TOWER, 2, 60, 16, marks=stalls, view=view)
    later = draw_floor(TOWN, (), TOWER, 2, 60, 16, marks=stalls, view=view.pan(0, 10))
    assert "2A10" in first.text()
    assert "2A10" not in later.text()
    assert "2A30" in later.text()


@example(9e307, 0.0, 1.0, 0, 0)
@example(0.0, 9e307, 1.0, 1, 0)
@example(0.0, float("nan"), 1.0, 60, 20)
@given(st.floats(), st.floats(), st.floats(), st.integers(-3, 60), st.integers(-3, 30))
def test_no_view_and_no_size_breaks_the_picture(
    x: float, y: float, scale: float, width: int, height: int
) -> None:
    view = PlanView(x, y, scale)
    drawing = draw_floor(TOWN, PLANS, TOWER, 2, width, height, view=view, wanted="2A02")
    assert len(drawing.rows) == max(height, 0)
    assert len(drawing.owners) == max(height, 0) * max(width, 0)
    assert draw_building(TOWN, TOWER, width, height).height == max(height, 0)
    if height >= 12 and width >= 50 and not view.usable:
        assert "that view cannot be drawn; all of the floor is shown" in " ".join(drawing.text().split())
    assert view.zoom(10**9).units_per_cell >= 0.05 or view.units_per_cell != view.units_per_cell


def test_broken_plans_are_drawn_as_far_as_they_go_with_a_plain_message() -> None:
    nan = float("nan")
    crossed = msgspec.structs.replace(
        PLAN,
        zones=(),
        blocks=(
            msgspec.structs.replace(PLAN.blocks[0], poly=((20, 30), (40, 45), (40, 30), (20, 45))),
            msgspec.structs.replace(PLAN.blocks[1], poly=((1, 1), (2, 2))),
            msgspec.structs.replace(PLAN.blocks[2], poly=((1, 1), (2, nan), (3, 3))),
        ),
        counters=PLAN.counters[:7],
    )
    text = draw_floor(TOWN, (crossed,), TOWER, 2, 100, 36, wanted="2A01").text()
    assert "1 shapes of the plan cross themselves" in text
    assert "2 broken shapes of the plan are left off" in text
    assert "[2A01]" in text
    bare = msgspec.structs.replace(PLAN, outline=())
    assert "the plan has no outline" in draw_floor(TOWN, (bare,), TOWER, 2, 100, 36, wanted="2A01").text()
    empty = msgspec.structs.replace(
        PLAN,
        outline=(),
        zones=(),
        blocks=(),
        counters=(),
        escalators=(),
        stairs=(),
        exits=(),
        voids=(),
        lifts=(),
        toilets=(),
        rooms=(),
        links=(),
        you_are_here=None,
        streets=(),
    )
    assert "2A01: no stall on record" in draw_floor(TOWN, (empty,), TOWER, 2, 100, 36, wanted="2A01").text()
    lost = msgspec.structs.replace(PLAN, escalators=(), stairs=(), exits=())
    assert (
        "no escalator, stair or exit is on the plan"
        in draw_floor(TOWN, (lost,), TOWER, 2, 100, 36, wanted="2A01").text()
    )


def test_a_view_beside_the_floor_says_that_the_floor_is_outside() -> None:
    assert "the floor is outside this view" in picture(view=PlanView(900, 900, 0.5))


def test_what_is_under_the_pointer_answers() -> None:
    drawing = draw_floor(TOWN, PLANS, TOWER, 2, 120, 44)
    for thing in (
        "escalator:W",
        "lift",
        "stairs:1",
        "toilet",
        "exit:south door",
        "link:synthetic-unsure",
        "void",
        "room:机房",
        "zone:a",
        "zone:c",
        "block:b1",
        "block:b3",
        f"counter:{HALL}/2F/2B77",
        "here",
        f"counter:{HALL}/2F/2A05",
        "counter:?7",
        "floor",
        f"floor:{HALL}/2F",
        "street:南大路",
    ):
        spots = [at for at, owner in enumerate(drawing.owners) if drawing.things[owner] == thing]
        assert spots, thing
        assert drawing.at(spots[0] % 120, spots[0] // 120) == thing


@pytest.mark.parametrize("bare", [True, False])
def test_strokes_and_remarks_use_no_character_of_ambiguous_width(bare: bool) -> None:
    drawing = draw_floor(TOWN, PLANS, TOWER, 2, 120, 44, ascii=bare, wanted="2A02")
    for run in (run for row in drawing.rows for run in row if not run.style.startswith(("label", "title"))):
        assert all(east_asian_width(char) in {"N", "Na", "W"} for char in run.text)
    assert not bare or not re.search("[\u2800-\u28ff]", drawing.text())


def test_the_view_round_a_counter_shows_it_with_its_neighbours_to_be_read() -> None:
    view = fit_floor(PLANS, TOWER, 2, 100, 36, wanted="2A04")
    text = draw_floor(TOWN, PLANS, TOWER, 2, 100, 36, wanted="2A04", view=view).text()
    for number in ("2A02", "2A03", "[2A04]", "2A05", "2A06"):
        assert number in text
    whole = fit_floor(PLANS, TOWER, 2, 100, 36)
    assert (
        view.units_per_cell
        < whole.units_per_cell
        == fit_floor(PLANS, TOWER, 2, 100, 36, wanted="2C44").units_per_cell
    )


def test_the_sides_streets_and_close_up_names_of_the_sign_are_written() -> None:
    text = picture()
    for words in ("Left Street", "背面", "南大路", "synthetic-unsure", "south door", "north ^"):
        assert words in text
    close = draw_floor(TOWN, PLANS, TOWER, 2, 100, 36, view=PlanView(27, 40, 0.4)).text()
    assert "2B01 2B02 2B03-2B09 2B10?" in " ".join(close.split())


def test_middle_of_a_crossed_or_hooked_outline_lies_inside_it() -> None:
    hook = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (9.0, 10.0), (9.0, 1.0), (0.0, 1.0))
    x, y = middle(hook)
    assert 0 <= x <= 10
    assert y < 1 or x > 9
    assert middle(((0.0, 0.0), (1.0, 0.0), (2.0, 0.0))) == (1.0, 0.0)
    assert middle(box(0, 0, 2, 2)) == (1.0, 1.0)
