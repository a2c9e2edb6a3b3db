"""On the walk: ticks, the list that follows them, plans for the rest, and the pace learnt on the way."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from hqguide.errands.progress import Progress
from hqguide.errands.walking import Walking
from hqguide.errors import GuideError
from hqguide.market.hours import SHENZHEN
from hqguide.notebook.book import Notebook
from hqguide.notebook.lists import Lists
from hqguide.notebook.walks import Walks
from hqguide.route.trip import Trip
from tests.errands.errand_worlds import A1, A2, B1, C1, DAY, SyntheticErrands, walking

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=SHENZHEN)
ERRANDS = SyntheticErrands()
TEXTS = ("resistor", "screw", "screen", "cable")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebook.json"


@pytest.fixture
def lists(path: Path) -> Lists:
    found = Lists(Notebook(path))
    for text in TEXTS:
        found.add(text)
    return found


@pytest.fixture
def walk(path: Path) -> Walking:
    return walking(path)


def begun(walk: Walking, lists: Lists, trip: Trip | None = None) -> Progress:
    lines = lists.show()
    plan = ERRANDS.plan(lines, trip or Trip(date=DAY, depart="11:00"), 0.2)
    return walk.begin(plan, lines, "shopping")


def stop_at(progress: Progress, place: str) -> str:
    """The number of the stop at ``place``."""
    return str([stop.place for stop in progress.plan.stops].index(place) + 1)


def places(progress: Progress) -> list[str]:
    return [stop.place for stop in progress.plan.stops]


def test_a_walk_is_kept_and_found_again(walk: Walking, lists: Lists, path: Path) -> None:
    progress = begun(walk, lists)
    assert sorted(places(progress)) == sorted([A1, A2, B1])
    assert progress.next_stop == 1
    assert walking(path).now() == progress


def test_what_is_bought_shows_on_the_list_and_the_next_stop_is_named(walk: Walking, lists: Lists) -> None:
    progress = begun(walk, lists)
    first = progress.plan.stops[0]
    after = walk.tick("1", "bought")
    assert after.next_stop == 2
    assert {item.text for item in lists.show() if item.state == "bought"} == {one.text for one in first.items}


def test_one_item_of_a_stop_is_ticked_by_its_number(walk: Walking, lists: Lists) -> None:
    progress = begun(walk, lists)
    number = next(str(n) for n, stop in enumerate(progress.plan.stops, 1) if len(stop.items) > 1)
    item = progress.plan.stops[int(number) - 1].items[1]
    after = walk.tick(f"{number}.2", "bought")
    assert [tick.text for tick in after.ticks] == [item.text]


def test_the_same_mark_again_takes_the_tick_away(walk: Walking, lists: Lists) -> None:
    progress = begun(walk, lists)
    stop = progress.plan.stops[0]
    walk.tick_item(stop, stop.items[0], "bought")
    after = walk.tick_item(stop, stop.items[0], "bought")
    assert after.ticks == ()
    assert all(item.state == "wanted" for item in lists.show())


def test_a_closed_place_closes_all_its_items_and_opens_again(walk: Walking, lists: Lists) -> None:
    progress = begun(walk, lists)
    stop = progress.plan.stops[0]
    closed = walk.tick_item(stop, stop.items[0], "closed")
    assert {closed.mark(stop, item) for item in stop.items} == {"closed"}
    assert walk.tick_item(stop, stop.items[-1], "closed").ticks == ()


def test_the_latest_tick_can_be_taken_back(walk: Walking, lists: Lists) -> None:
    begun(walk, lists)
    walk.tick("1", "bought")
    count = len(walk.tick("2", "bought").ticks)
    assert len(walk.undo().ticks) < count


def test_what_is_taken_back_is_wanted_again_and_comes_back_into_the_plan(walk: Walking, lists: Lists) -> None:
    progress = begun(walk, lists)
    number = next(str(n) for n, stop in enumerate(progress.plan.stops, 1) if len(stop.items) > 1)
    walk.tick(number, "bought")
    assert walk.undo().ticks == ()
    assert all(item.state == "wanted" for item in lists.show())
    again = walk.replan(ERRANDS, at="11:00").plan
    assert sorted(item.text for stop in again.stops for item in stop.items) == sorted(TEXTS)


def test_what_was_bought_before_stays_bought_when_a_later_tick_is_taken_back(
    walk: Walking, lists: Lists
) -> None:
    begun(walk, lists)
    walk.tick("1.1", "bought", NOON)
    walk.tick("1.1", "not found", NOON + timedelta(minutes=1))
    walk.undo()
    assert [item.state for item in lists.show()].count("bought") == 1


def test_setting_out_again_learns_from_the_walk_before(walk: Walking, lists: Lists) -> None:
    timed(walk, lists, 4, 45, end=False)
    begun(walk, lists)
    own = walk.own_dwell()
    assert own is not None
    assert own.stop + own.item == pytest.approx(55, abs=3)


def test_a_plan_of_another_version_is_named_and_does_not_keep_one_from_setting_out(
    walk: Walking, lists: Lists, path: Path
) -> None:
    begun(walk, lists)
    walk.tick("1", "bought")
    walks = Walks(Notebook(path))
    kept = walks.get()
    assert kept is not None
    walks.put(replace(kept, plan={"stops": 5}))
    with pytest.raises(GuideError, match="plan of the walk is not readable"):
        walk.now()
    assert walk.ticks_made() > 0
    assert begun(walk, lists).ticks == ()
    walks.put(replace(kept, plan={"stops": 5}))
    assert walk.end()


@pytest.mark.parametrize(
    ("which", "words"),
    [
        ("9", "the walk has no stop 9"),
        ("1.9", "stop 1 has no item 9"),
        ("seg-plaza", "no stop 'seg-plaza'"),
        ("³", "no stop '³'"),
        ("1.²", "stop 1 has no item ²"),
    ],
)
def test_what_the_walk_does_not_have_cannot_be_ticked(
    walk: Walking, lists: Lists, which: str, words: str
) -> None:
    begun(walk, lists)
    with pytest.raises(GuideError) as error:
        walk.tick(which, "bought")
    assert words in error.value.what


def test_without_a_walk_there_is_nothing_to_tick(walk: Walking) -> None:
    assert walk.now() is None
    assert not walk.end()
    with pytest.raises(GuideError, match="no walk is under way"):
        walk.tick("1", "bought")


def test_a_closed_place_sends_its_items_elsewhere_and_says_why(walk: Walking, lists: Lists) -> None:
    progress = begun(walk, lists)
    walk.tick(stop_at(progress, A1), "closed")
    after = walk.replan(ERRANDS)
    assert A1 not in places(after)
    assert any(
        change.startswith("resistor now at") and change.endswith(f"because {A1} is closed")
        for change in after.changes
    )
    assert {item.text for stop in after.plan.stops for item in stop.items} == set(TEXTS)


def test_what_is_not_found_here_is_looked_for_where_else_it_is_sold(walk: Walking, lists: Lists) -> None:
    progress = begun(walk, lists)
    number = stop_at(progress, A2)
    walk.tick(number, "not found")
    after = walk.replan(ERRANDS)
    assert f"screen now at {C1} instead of {A2}, because {A2} does not have it" in after.changes
    assert next(item.state for item in lists.show() if item.text == "screen") == "wanted"


def test_what_is_found_nowhere_is_named_with_the_places_that_failed(walk: Walking, lists: Lists) -> None:
    progress = begun(walk, lists)
    walk.tick(stop_at(progress, B1), "not found")
    after = walk.replan(ERRANDS)
    assert f"{B1} does not have it; no other place is on record." in [
        left.why for left in after.plan.unplaced
    ]
    assert next(item.state for item in lists.show() if item.text == "cable") == "not found"


def test_the_rest_begins_where_and_when_the_walker_stands(walk: Walking, lists: Lists) -> None:
    begun(walk, lists)
    first = walk.tick("1", "bought").plan.stops[0]
    after = walk.replan(ERRANDS, at="15:30")
    assert (after.plan.trip.start, after.plan.depart) == (first.place, "15:30")
    assert first.place not in places(after)
    elsewhere = walk.replan(ERRANDS, here="synthetic-c", at="15:40")
    assert elsewhere.plan.start == "Hall C (synthetic)"


def test_the_rest_of_another_day_goes_on_when_the_plan_left_the_last_stop(
    walk: Walking, lists: Lists
) -> None:
    begun(walk, lists, Trip(date=DAY, depart="11:00"))
    left = walk.tick("1", "bought").plan.stops[0].leave
    assert walk.replan(SyntheticErrands(lambda: NOON + timedelta(days=1))).plan.depart == left
    assert walk.replan(SyntheticErrands(lambda: NOON)).plan.depart == "12:00"


def test_the_rest_of_the_budget_is_what_is_left_of_it(walk: Walking, lists: Lists) -> None:
    begun(walk, lists, Trip(date=DAY, depart="11:00", budget_minutes=60))
    walk.tick("1", "bought")
    assert walk.replan(ERRANDS, at="11:25").plan.trip.budget_minutes == 35
    assert walk.replan(ERRANDS, at="13:25").plan.trip.budget_minutes == 1


def test_pins_still_ahead_keep_their_place(walk: Walking, lists: Lists) -> None:
    progress = begun(walk, lists, Trip(date=DAY, depart="11:00", first=(A2,), last=(B1,)))
    assert places(progress) == [A2, A1, B1]
    walk.tick("1", "bought")
    walk.tick(stop_at(progress, A1), "closed")
    after = walk.replan(ERRANDS)
    assert after.plan.trip.first == ()
    assert places(after) == [C1, B1]


def test_nothing_changes_when_nothing_happened(walk: Walking, lists: Lists) -> None:
    progress = begun(walk, lists)
    after = walk.replan(ERRANDS, at="11:00")
    assert places(after) == places(progress)
    assert after.changes == ()


def test_a_line_added_on_the_way_comes_onto_the_walk(walk: Walking, lists: Lists) -> None:
    begun(walk, lists)
    lists.add("resistor", 5, name="other")
    added = lists.add("nothing")
    after = walk.replan(ERRANDS, at="11:00")
    assert [left.id for left in after.plan.unplaced] == [added.id]


def test_a_walk_over_a_file_needs_no_list(walk: Walking, lists: Lists) -> None:
    lines = lists.show()
    lists.clear()
    walk.begin(ERRANDS.plan(lines, Trip(date=DAY, depart="11:00"), 0.2), lines)
    walk.tick("1", "bought")
    after = walk.replan(ERRANDS)
    assert lists.show() == ()
    assert len(after.plan.stops) >= 1


def timed(walk: Walking, lists: Lists, times: int, seconds: float, *, end: bool = True) -> None:
    """Walks on which every stop but the first takes ``seconds`` and ten more for each line."""
    for _ in range(times):
        for item in lists.show():
            lists.mark(item.id, "wanted")
        progress = begun(walk, lists)
        now = NOON
        for number, (stop, leg) in enumerate(zip(progress.plan.stops, progress.plan.legs, strict=True), 1):
            now += timedelta(seconds=leg.seconds + seconds + 10 * len(stop.items))
            walk.tick(str(number), "bought", now)
        if end:
            walk.end()


def test_the_pace_is_learnt_from_the_ticks_and_can_be_forgotten(walk: Walking, lists: Lists) -> None:
    assert walk.own_dwell() is None
    timed(walk, lists, 2, 45)
    assert walk.own_dwell() is None
    timed(walk, lists, 2, 45)
    own = walk.own_dwell()
    assert own is not None
    assert own.stop + own.item == pytest.approx(55, abs=3)
    assert walk.forget_dwell() == own.stops
    assert walk.own_dwell() is None


def test_a_long_lunch_is_not_learnt(walk: Walking, lists: Lists) -> None:
    timed(walk, lists, 4, 45)
    timed(walk, lists, 1, 4000)
    own = walk.own_dwell()
    assert own is not None
    assert own.stop + own.item == pytest.approx(55, abs=3)


def test_a_closed_place_off_the_plan_is_kept_in_mind(walk: Walking, lists: Lists) -> None:
    progress = begun(walk, lists)
    assert C1 not in places(progress)
    after = walk.tick("Hall C (synthetic)", "closed")
    assert [tick.place for tick in after.ticks] == ["synthetic-c"]
    assert after.next_stop == 1
    walk.tick(A2, "not found")
    again = walk.replan(ERRANDS, at="11:30")
    assert again.plan.start == "Hall A (synthetic) 2F 2A01"
    (left,) = [left for left in again.plan.unplaced if left.item == "screen"]
    assert left.why == f"{A2} does not have it; synthetic-c is closed; no other place is on record."
    assert not any(place.startswith("synthetic-c") for place in places(again))


def test_a_closed_hall_takes_its_other_counters_along(walk: Walking, lists: Lists) -> None:
    progress = begun(walk, lists)
    inner = [stop.place for stop in progress.plan.stops if stop.place.startswith("synthetic-a")]
    after = walk.tick("synthetic-a", "closed")
    assert {tick.place for tick in after.ticks} == {"synthetic-a", *inner}
    again = walk.replan(ERRANDS, at="11:30")
    assert not any(place.startswith("synthetic-a") for place in places(again))


def test_a_closed_place_nobody_knows_is_refused(walk: Walking, lists: Lists) -> None:
    begun(walk, lists)
    with pytest.raises(GuideError, match="no place called 'nowhere'"):
        walk.tick("nowhere", "closed")


def test_a_pin_inside_a_closed_place_is_given_up(walk: Walking, lists: Lists) -> None:
    begun(walk, lists, Trip(date=DAY, depart="11:00", must=(C1,)))
    walk.tick("synthetic-c", "closed")
    assert walk.replan(ERRANDS, at="11:05").plan.trip.must == ()


def test_planning_again_twice_goes_on_from_where_one_said_to_be(walk: Walking, lists: Lists) -> None:
    begun(walk, lists)
    walk.tick("1", "bought")
    walk.replan(ERRANDS, here="synthetic-c", at="11:30")
    assert walk.replan(ERRANDS, at="11:31").plan.trip.start == "synthetic-c"


def test_late_in_the_day_what_is_still_open_stays_on_the_plan(walk: Walking, lists: Lists) -> None:
    begun(walk, lists, Trip(date=DAY, depart="19:30"))
    again = walk.replan(ERRANDS, at="19:52", seconds=0.0)
    assert again.plan.stops
    assert again.plan.dropped
