from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.export.prepare import (
    clean,
    count_items,
    distance,
    duration,
    han_runs,
    money,
    plan_key,
    split_name,
    weekday,
)
from hqguide.route.itinerary import LeftOut
from hqguide.text import plain
from tests.export.export_plans import hostile_plan, plan


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (59.4, "59 s"), (60, "1 min"), (3599, "1 h 00 min"), (3900, "1 h 05 min"), (-3, "0 s")],
)
def test_a_duration_is_told_in_hours_and_minutes(seconds: float, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize(
    ("metres", "words"), [(0.2, "0 m"), (849.6, "850 m"), (999.6, "1.0 km"), (1930, "1.9 km")]
)
def test_a_distance_is_told_in_metres_or_kilometres(metres: float, words: str) -> None:
    assert distance(metres) == words


@pytest.mark.parametrize(("yuan", "words"), [(120, "¥120"), (1234.5, "¥1,234.50"), (0.05, "¥0.05")])
def test_money_shows_fen_only_where_there_are_some(yuan: float, words: str) -> None:
    assert money(yuan) == words


@pytest.mark.parametrize(
    ("date", "day"), [("2026-11-23", 0), ("2026-11-29", 6), ("", None), ("next week", None)]
)
def test_the_weekday_is_known_only_for_a_real_date(date: str, day: int | None) -> None:
    assert weekday(date) == day


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("合成城 Synthetic Hall", ("合成城", "Synthetic Hall")),
        ("合成城（北）", ("合成城（北）", "")),
        ("Synthetic Hall", ("", "Synthetic Hall")),
        ("", ("", "")),
    ],
)
def test_a_name_is_cut_into_its_chinese_and_its_other_part(name: str, parts: tuple[str, str]) -> None:
    assert split_name(name) == parts


@given(st.text())
def test_runs_of_chinese_and_other_text_alternate_and_lose_nothing(text: str) -> None:
    runs = han_runs(text)
    assert "".join(run for run, _ in runs) == text
    assert all(run for run, _ in runs)
    assert all(left[1] != right[1] for left, right in pairwise(runs))


def test_chinese_is_told_from_latin_inside_one_text() -> None:
    assert han_runs("USB-C母座，16 pin") == [("USB-C", False), ("母座，", True), ("16 pin", False)]


def test_every_text_of_a_cleaned_plan_is_plain_and_single_spaced() -> None:
    def texts(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        inner = (
            value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
        )
        return [text for part in inner for text in texts(part)]

    found = texts(msgspec.to_builtins(clean(hostile_plan())))
    assert len(found) > 200
    assert all(text == plain(text) == " ".join(text.split()) for text in found)


def test_cleaning_keeps_a_tidy_plan_as_it_is() -> None:
    assert clean(plan()) == plan()


def test_the_key_of_a_plan_follows_what_is_bought_where_and_nothing_else() -> None:
    one = plan()
    assert plan_key(one) == plan_key(msgspec.structs.replace(one, warnings=(), nearest_first_seconds=None))
    assert plan_key(one) != plan_key(plan(4))
    assert plan_key(one) != plan_key(msgspec.structs.replace(one, date="2026-11-24"))
    assert plan_key(one) != plan_key(msgspec.structs.replace(one, unplaced=(LeftOut("other", ""),)))
    assert len(plan_key(one)) == 16


def test_items_left_out_count_as_lines_of_the_list() -> None:
    assert count_items(plan(3, 2)) == 8
