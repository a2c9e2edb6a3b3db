"""Walking a plan from the command line, and the wishes a plan is made with."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from hqguide.market.hours import SHENZHEN
from tests.cli.conftest import Ran

Hq = Callable[..., Ran]

ON = ("--on", "2026-11-24", "--depart", "11:00")


@pytest.fixture
def listed(hq: Hq) -> Hq:
    """Three things on the list: two of one hall and one of another."""
    for text in ("usb-c connector", "100nF 0603", "soldering iron"):
        assert hq("list", "add", text).code == 0
    return hq


def test_a_walk_is_begun_ticked_planned_again_and_ended(listed: Hq) -> None:
    begun = listed("walk", "start", *ON)
    assert (begun.code, "Next: stop 1" in begun.err) == (0, True)
    plan = json.loads(listed("walk", "show", "--json").out)["plan"]
    first = plan["stops"][0]
    bought = listed("walk", "bought", "1")
    assert "Next: stop 2" in bought.err
    assert f"[x] 1 × {first['items'][0]['text']}" in listed("walk", "show").out
    states = {item["text"]: item.get("state", "wanted") for item in json.loads(listed("list", "--json").out)}
    assert states[first["items"][0]["text"]] == "bought"
    closed = listed("walk", "closed", plan["stops"][1]["place"])
    assert "hqguide walk replan" in closed.err
    again = listed("walk", "replan", "--at", "11:30")
    assert (again.code, "is closed; no other place is on record." in again.out) == (0, True)
    assert "11:30 from" in again.out
    assert listed("walk", "end").err == "The walk is over.\n"
    assert listed("walk", "show").code == 1


def test_a_tick_is_taken_back(listed: Hq) -> None:
    listed("walk", "start", *ON)
    listed("walk", "missing", "1.1")
    assert "[-]" in listed("walk", "show").out
    undone = listed("walk", "undo")
    assert (undone.code, undone.err.startswith("No longer not found: ")) == (0, True)
    assert "[-]" not in listed("walk", "show").out


def test_what_to_compare_needs_the_number_of_sellers(listed: Hq) -> None:
    ran = listed("route", "--compare-only", "usb")
    assert (ran.code, "--compare K" in ran.err) == (2, True)


def test_only_what_is_left_at_a_stop_is_named_next(hq: Hq, tmp_path: Path) -> None:
    path = tmp_path / "things.txt"
    path.write_text("10k 0603\n4.7k 0603\n", encoding="utf-8")
    hq("walk", "start", str(path), *ON)
    told = hq("walk", "bought", "1.1").err
    assert told.startswith("Next: stop 1, ")
    assert (told.count("0603"), "10k" in told) == (1, False)


def test_setting_out_again_says_what_ends(listed: Hq) -> None:
    listed("walk", "start", *ON)
    listed("walk", "bought", "1.1")
    assert "The walk before ends here, with 1 tick." in listed("walk", "start", *ON).err


def test_everything_seen_to_says_so(listed: Hq) -> None:
    listed("walk", "start", *ON)
    count = len(json.loads(listed("walk", "show", "--json").out)["plan"]["stops"])
    done = listed("walk", "bought", *(str(number) for number in range(1, count + 1)), "--json")
    assert json.loads(done.out)["next_stop"] == 0
    assert "Nothing is left to buy" in listed("walk", "show").err


def test_without_a_walk_each_command_says_how_to_begin_one(hq: Hq) -> None:
    assert hq("walk", "show").code == 1
    assert hq("walk", "end").err == "No walk was under way.\n"
    for words in (("bought", "1"), ("undo",), ("replan",)):
        ran = hq("walk", *words)
        assert (ran.code, "hqguide walk start" in ran.err) == (2, True)


def test_the_pace_is_told_with_where_it_is_from(hq: Hq) -> None:
    told = hq("walk", "pace")
    assert "60 s at each stop: assumption" in told.out
    assert json.loads(hq("walk", "pace", "--json").out) == {"stop": 60.0, "item": 10.0, "timed_stops": 0}
    assert "0 timed stops forgotten" in hq("walk", "pace", "--forget").err


def test_a_walk_over_a_file_is_ticked_by_stop(hq: Hq, tmp_path: Path) -> None:
    path = tmp_path / "things.txt"
    path.write_text("usb-c connector\n!! soldering iron\n", encoding="utf-8")
    assert hq("walk", "start", str(path), *ON).code == 0
    progress = json.loads(hq("walk", "bought", "1", "--json").out)
    assert [tick["mark"] for tick in progress["ticks"]] == ["bought"]
    assert [item["id"] for stop in progress["plan"]["stops"] for item in stop["items"]] == [1, 2]


def test_a_list_is_divided_among_people(listed: Hq) -> None:
    parts = json.loads(listed("route", "--split", "2", "--json", *ON).out)
    assert [(plan["part"], plan["parts"]) for plan in parts] == [(1, 2), (2, 2)]
    assert sum(len(stop["items"]) for plan in parts for stop in plan["stops"]) == 3
    assert "Person 2 of 2" in listed("route", "--split", "2", *ON).out
    assert listed("route", "--split", "0", *ON).code == 2


def test_wishes_reach_the_plan(listed: Hq) -> None:
    wishes = ("--value-of-time", "120", "--compare", "2", "--compare-only", "100nF", "--never", "duhui")
    pins = ("--must", "hqew-2/5F", "--first", "hqew-1", "--last", "tongtiandi")
    plan = json.loads(listed("route", "--json", *ON, *wishes, *pins).out)
    assert plan["trip"]["value_of_time"] == 120
    places = [stop["place"] for stop in plan["stops"]]
    assert places[0].startswith("hqew-1")
    assert places[-1].startswith("tongtiandi")
    assert any(place.startswith("hqew-2/5F") for place in places)
    assert not any(place.startswith("duhui") for place in places)
    asked = [item for stop in plan["stops"] for item in stop["items"] if item["text"] == "100nF 0603"]
    assert [item["quote"] for item in asked] == [1, 2]
    assert "ask the price (1 of 2)" in listed("route", *ON, *wishes).out


def test_pins_that_contradict_each_other_are_both_named(listed: Hq) -> None:
    ran = listed("route", "--must", "seg-plaza/2F", "--never", "seg-plaza")
    assert ran.code == 2
    assert "seg-plaza/2F must be visited, but seg-plaza must not be visited" in ran.err


def test_late_in_the_evening_everything_is_left_out_by_name(listed: Hq) -> None:
    ran = listed("route", "--on", "2026-11-24", "--depart", "22:30")
    assert ran.code == 1
    assert "Left out: usb-c connector. Closed when you could be there: Huaqiang Electronic World" in ran.out


def test_a_kit_fills_a_list(hq: Hq) -> None:
    assert "phone: A phone from parts" in hq("list", "kits").out
    assert json.loads(hq("list", "kits", "--json").out)[0]["id"] == "phone"
    filled = hq("list", "parts", "kit", "phone", "--json")
    texts = {item["text"]: item for item in json.loads(filled.out)}
    assert texts["phone screen"]["priority"] == 1
    assert "Nothing else we hold confirms either figure" in filled.err
    assert hq("list", "parts", "kit").code == 2
    assert "Kits: phone" in hq("list", "kit", "spaceship").err


def test_a_line_with_marks_is_shown_with_them(hq: Hq) -> None:
    hq("list", "add", "!! esp32")
    hq("list", "add", "usb hub", "--priority", "1")
    shown = hq("list").out
    assert "1 × esp32  !!  [wanted]" in shown
    assert "1 × usb hub  !  [wanted]" in shown


def test_a_budget_tells_what_fits_and_what_the_nearest_way_would_get(listed: Hq) -> None:
    ran = listed("route", *ON, "--budget", "20m")
    assert ran.code == 0
    assert "of 3 items fit in" in ran.out
    assert "Does not fit into 20 min" in ran.out or "20 min is too short" in ran.out


def test_what_matters_is_bought_in_a_short_time(hq: Hq) -> None:
    for text in ("usb-c connector", "100nF 0603", "!! soldering iron"):
        hq("list", "add", text)
    plan = json.loads(hq("route", "--json", *ON, "--budget", "15m").out)
    assert [item["text"] for stop in plan["stops"] for item in stop["items"]] == ["soldering iron"]
    assert {left["item"] for left in plan["dropped"]} == {"usb-c connector", "100nF 0603"}


def test_before_the_doors_open_one_waits(hq: Hq) -> None:
    hq("list", "add", "usb-c connector", "--price", "2.5")
    ran = hq("route", "--on", "2026-11-24", "--depart", "09:00", "--value-of-time", "60")
    assert "wait 25 min until it opens" in ran.out
    assert "2.5 yuan each" in ran.out
    assert "2.5 yuan at the prices known, weighed against time at 60 yuan an hour." in ran.out
    assert "No other choice of places and order is better" in ran.out


def test_an_empty_list_cannot_be_walked(hq: Hq) -> None:
    ran = hq("walk", "start", "nowhere")
    assert (ran.code, "no list and no file called 'nowhere'" in ran.err) == (2, True)


@pytest.fixture
def at_three(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is three in the afternoon on a Tuesday."""
    moment = datetime(2026, 11, 24, 15, 0, tzinfo=SHENZHEN)
    monkeypatch.setattr("hqguide.errands.planning.shenzhen_now", lambda: moment)


@pytest.mark.usefixtures("at_three")
def test_setting_out_means_now(listed: Hq) -> None:
    begun = listed("walk", "start")
    assert begun.out.startswith("2026-11-24, 15:00 from ")
    assert begun.err.startswith("Next: stop 1")


@pytest.mark.usefixtures("at_three")
def test_a_time_that_is_over_is_said(listed: Hq) -> None:
    assert listed("walk", "start", "--depart", "09:30").err.startswith(
        "It is 15:00: the walk as planned began at 09:30."
    )


def test_at_night_one_sets_out_with_the_next_opening(listed: Hq, monkeypatch: pytest.MonkeyPatch) -> None:
    night = datetime(2026, 11, 24, 23, 10, tzinfo=SHENZHEN)
    monkeypatch.setattr("hqguide.errands.planning.shenzhen_now", lambda: night)
    begun = listed("walk", "start")
    assert begun.out.startswith("2026-11-25, 09:30 from ")
    assert "The next opens on Wednesday 2026-11-25 at 09:30; the walk is planned from then." in begun.err


@pytest.mark.usefixtures("at_three")
def test_a_closed_place_that_is_not_on_the_plan_is_taken_in(listed: Hq) -> None:
    listed("walk", "start")
    told = listed("walk", "closed", "SEG Plaza 9F").err
    assert told.startswith("seg-plaza/9F is not on the plan; no stop in it will be planned on this walk.\n")
    assert listed("walk", "replan", "--at", "15:05").code == 0
    nowhere = listed("walk", "closed", "no such hall")
    assert (nowhere.code, "no place called" in nowhere.err) == (2, True)


@pytest.mark.usefixtures("at_three")
def test_a_day_that_is_over_is_said_and_one_long_past_refused(listed: Hq) -> None:
    ran = listed("route", "--on", "2026-11-20")
    assert (ran.code, ran.err) == (0, "2026-11-20 is past: today is 2026-11-24.\n")
    ran = listed("route", "--on", "1999-01-01")
    assert (ran.code, "1999-01-01 is long past" in ran.err) == (2, True)


def test_who_leaves_long_before_the_doors_open_is_told_when_is_early_enough(listed: Hq) -> None:
    told = listed("route", "--on", "2026-11-24", "--depart", "05:00").out
    assert "but the first place on the walk opens at 09:30: to leave at 09:2" in told


def test_a_start_nobody_knows_is_answered_with_what_there_is(listed: Hq) -> None:
    ran = listed("route", "--from", "huaqiang raod")
    assert ran.code == 2
    assert "no station and no hall called 'huaqiang raod'" in ran.err
    assert "Did you mean Huaqiang Road" in ran.err
    assert "`hqguide data stats` lists the halls." in ran.err
    assert "Nothing on record is spelt like it." in listed("route", "--from", "qqqq").err


def test_a_long_list_says_that_it_is_looked_up(
    hq: Hq, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hqguide.cli.trip.MANY_LINES", 2)
    path = tmp_path / "things.txt"
    path.write_text("usb-c connector\nsoldering iron\n", encoding="utf-8")
    assert hq("route", str(path), *ON).err == "Looking up who sells 2 lines.\n"


@pytest.mark.usefixtures("at_three")
def test_a_time_of_today_that_is_over_is_said_and_how_to_plan_tomorrow(listed: Hq) -> None:
    told = "It is 15:00: 10:00 is past. For tomorrow: --on 2026-11-25.\n"
    assert listed("route").err == told
    assert listed("route", "--on", "2026-11-24").err == told
    assert listed("route", "--depart", "14:45").err == ""
    assert listed("route", "--on", "2026-11-25").err == ""


def test_what_was_not_bought_is_named_when_no_stop_is_left(listed: Hq) -> None:
    listed("walk", "start", *ON)
    plan = json.loads(listed("walk", "show", "--json").out)["plan"]
    rest = [str(number) for number in range(2, len(plan["stops"]) + 1)]
    listed("walk", "bought", *rest)
    told = listed("walk", "missing", "1").err
    lacking = ", ".join(item["text"] for item in plan["stops"][0]["items"])
    assert f"No stop is left. Not bought: {lacking}. End it: hqguide walk end" in told
    assert "Nothing is left to buy" not in told


def test_a_plan_without_a_stop_is_not_called_the_best(listed: Hq) -> None:
    told = listed("route", "--on", "2026-11-24", "--depart", "23:30").out
    assert "0 stops" in told
    assert "is better" not in told
