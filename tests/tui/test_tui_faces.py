"""Values of the guide into lines, without a screen."""

import pytest
from msgspec.structs import replace

from hqguide.market.card import Card, FloorLine
from hqguide.notebook.lists import ListItem
from hqguide.route.itinerary import Itinerary, Leg, Total
from hqguide.search.answer import Answer
from hqguide.tui.faces.buylist import Coverage, item_lines
from hqguide.tui.faces.hall import hall_lines, thing_lines
from hqguide.tui.faces.names import bare, fitting
from hqguide.tui.faces.placecard import card_lines, place_facts
from hqguide.tui.faces.results import count, meaning, result_lines
from hqguide.tui.faces.timeline import overview, spell_seconds, walk_rows
from hqguide.tui.look import Look
from hqguide.tui.runs import Line, width_of
from tests.tui.fake_guide import CAPACITOR, PLACES, RESISTOR, RUIN, FakeGuide

LOOK = Look()
ANSWER = Answer("resistor", "place", (RESISTOR, CAPACITOR), PLACES, (RUIN,))


def text(lines: list[Line]) -> str:
    return "\n".join("".join(part for part, _ in line).rstrip() for line in lines)


@pytest.mark.parametrize("width", [40, 63, 64, 80, 150])
def test_a_result_keeps_floor_counter_year_and_confidence_at_any_width(width: int) -> None:
    lines = result_lines(PLACES[0], width, LOOK)
    assert len(lines) == (2 if width < 64 else 1)
    assert all(width_of(line) <= width for line in lines)
    for fact in ("2F", "2955", "2024", "sure"):
        assert fact in text(lines)


def test_long_names_of_halls_give_way_before_floor_and_counter() -> None:
    long = replace(
        PLACES[0], building_name="合成大电子世界（一二三号楼） Synthetic Great Electronic World (1-3)"
    )
    line = text(result_lines(long, 66, LOOK))
    assert "2F 2955" in line
    assert "（" not in line


def test_names_drop_asides_then_one_language() -> None:
    name = "赛格广场（赛格电子市场） SEG Plaza (SEG Electronics Market)"
    assert bare(name) == "赛格广场 SEG Plaza"
    assert fitting(name, 80, LOOK) == name
    assert fitting(name, 20, LOOK) == "赛格广场 SEG Plaza"
    assert fitting(name, 10, LOOK) == "SEG Plaza"
    assert fitting(name, 9, Look("zh")) == "赛格广场"
    assert fitting("(all aside)", 3, LOOK) == "(all aside)"


def test_a_place_in_no_known_hall_is_named_so() -> None:
    lane = replace(PLACES[0], building="", building_name="", floor=None, counter=None, name=None)
    assert text(result_lines(lane, 90, LOOK)).startswith("hall unknown")
    assert text(card_lines(lane, None, ANSWER, 60, LOOK)).startswith("hall unknown")
    assert text(result_lines(replace(lane, name="巷"), 90, LOOK)).startswith("巷")


def test_a_closed_result_says_so_in_a_word() -> None:
    assert "CLOSED" in text(result_lines(RUIN, 90, LOOK, closed=True))


def test_the_meaning_names_the_step_that_understood_the_query() -> None:
    assert "understood as 电阻 diàn zǔ resistor (by alias)" in text([meaning(ANSWER, LOOK)])
    assert meaning(Answer("x", "nothing"), LOOK) == ()


def test_counts_say_one_many_and_none() -> None:
    assert count(ANSWER, LOOK) == "3 places, 1 closed"
    assert count(Answer("x", "place", places=PLACES[:1]), LOOK) == "1 place"
    assert count(Answer("x", "nothing"), LOOK) == "no place"
    assert count(ANSWER, LOOK, 3) == "3+ places, 1 closed"


def test_a_card_without_a_place_on_record_still_says_all_the_answer_knows() -> None:
    lines = text(card_lines(replace(PLACES[2], floor=None, metres=123.4), None, ANSWER, 60, LOOK))
    for fact in ("floor ?", "123 m away", "undated", "doubtful (low", "Meanings", "typo"):
        assert fact in lines


def test_facts_of_a_place_stand_under_their_labels() -> None:
    card = Card(
        place="synthetic-hall", kind="building", name_zh="合成楼", name_en="Synthetic Hall", pinyin=None,
        building="synthetic-hall", building_name="Synthetic Hall", floor=None, counter=None,
        status="converted", status_as_of=None, status_note=None, address="Mock Lane 1", position=None,
        hours=("10:00-18:00",), metro=("A exit 1",),
        access=("hidden lift",), joined=("other/2F",), reading="2 is the floor", notes=("a note",),
        floors=(FloorLine("1F", "resistors", "2024", 12), FloorLine("2F", "", None, 0)),
    )  # fmt: skip
    lines = text(place_facts(card, 60, LOOK))
    for fact in (
        "Status    converted", "Way in    hidden lift", "Joined to other/2F", "Hours     10:00-18:00",
        "Address   Mock Lane 1", "Note      2 is the floor", "a note", "1F  resistors · 2024 · 12 on record",
        "2F  no record",
    ):  # fmt: skip
        assert fact in lines
    assert "合成楼 Synthetic Hall" in text(hall_lines(card, 60, LOOK))


def test_streets_are_named_and_stations_tell_their_exits(guide: FakeGuide) -> None:
    assert text(thing_lines("street:Mock Lane", guide.district, 40)) == "Mock Lane"
    assert "合成楼" in text(thing_lines("station:synthetic-station", guide.district, 40))


@pytest.mark.parametrize("width", [40, 69, 70, 120])
def test_items_keep_tick_quantity_and_place(width: int) -> None:
    item = ListItem(1, "resistor", 250, target_price=0.5, note="red")
    lines = item_lines(item, Coverage("合成楼 Synthetic Hall", "2F 2955", None), width, LOOK)
    assert all(width_of(line) <= width for line in lines)
    for fact in ("[ ]", "250x resistor", "2F 2955", "undated"):
        assert fact in text(lines)
    assert "¥0.5 each" in text(item_lines(item, None, 120, LOOK))


def test_durations_are_minutes_then_hours() -> None:
    assert [spell_seconds(seconds, LOOK) for seconds in (29, 61, 3599, 5400)] == [
        "0 min", "1 min", "1 h 00 min", "1 h 30 min",
    ]  # fmt: skip


def test_a_walk_to_an_end_point_ends_there_and_one_without_stops_says_so() -> None:
    walk = Itinerary("here", "2026-11-23", "10:00", (), (Leg("here", "there", 10, 60),), Total(60, 10))
    rows = text([line for row in walk_rows(walk, {}, LOOK) for line in row.draw(60)])
    assert "End  there" in rows
    assert "No stop could be planned." in rows
    assert text([tuple(overview(walk, LOOK))]) == "0 stops · 1 min · 10 m on foot"


def test_long_legs_keep_their_bar_on_every_line() -> None:
    leg = Leg("here", "there", 10, 60, "north then east " * 8)
    walk = Itinerary("here", "2026-11-23", "10:00", (), (leg,), Total(60, 10))
    lines = [text([line]) for row in walk_rows(walk, {}, LOOK) if "leg" in row.key for line in row.draw(50)]
    assert len(lines) > 2
    assert all(line.startswith("       │ ") and line[9] != " " for line in lines)
