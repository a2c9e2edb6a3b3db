"""On the walk: ticks in the Route screen, the rest planned anew, and better plans while one looks."""

import threading
from collections.abc import Iterator, Sequence

import msgspec

from hqguide.errors import GuideError
from hqguide.notebook.lists import ListItem
from hqguide.route.itinerary import Itinerary
from hqguide.route.trip import Trip
from hqguide.tui.app import GuideApp
from tests.tui.fake_guide import FakeGuide
from tests.tui.seeing import Driver, loaded, screen_text, shows, until


async def open_walk(pilot: Driver, app: GuideApp, guide: FakeGuide) -> None:
    """Two stops with three items between them."""
    for text in ("resistor", "电阻", "capacitor"):
        guide.lists.add(text)
    await loaded(pilot, app)
    await pilot.press("f8")
    await shows(pilot, "2 stops")


async def test_a_closed_stop_closes_all_its_items_and_the_rest_is_planned_anew(
    app: GuideApp, guide: FakeGuide
) -> None:
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        await open_walk(pilot, app, guide)
        await pilot.press("c")
        await shows(
            pilot, "[#] 1x resistor closed", "[#] 1x capacitor closed", "Press r to plan the rest anew"
        )
        progress = guide.walking.now()
        assert progress is not None
        assert [tick.mark for tick in progress.ticks] == ["closed"]
        await pilot.press("r")
        await shows(pilot, "What changed", "A made-up change.")


async def test_a_tick_is_taken_away_by_the_same_key(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        await open_walk(pilot, app, guide)
        await pilot.press("n")
        await shows(pilot, "[-] 1x resistor not found")
        await pilot.press("n")
        await until(pilot, lambda: "[-]" not in screen_text(app))


async def test_a_walk_goes_on_where_it_was_left(app: GuideApp, guide: FakeGuide) -> None:
    for text in ("resistor", "电阻", "capacitor"):
        guide.lists.add(text)
    lines = guide.lists.show()
    guide.walking.begin(guide.plan(lines, Trip(depart="09:15")), lines, "shopping")
    guide.walking.tick("1.1", "bought")
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f8")
        await shows(pilot, "09:15  Start", "[x] 1x resistor bought")


async def test_a_list_that_grew_on_the_walk_is_told_and_not_planned_behind_ones_back(
    app: GuideApp, guide: FakeGuide
) -> None:
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await open_walk(pilot, app, guide)
        await pilot.press("b", "f7")
        guide.lists.add("relic")
        await pilot.press("f8")
        await shows(pilot, "The list has more now")
        assert "relic" not in screen_text(app)
        await pilot.press("r")
        await shows(pilot, "1x relic")


async def test_another_trip_ends_the_walk(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        await open_walk(pilot, app, guide)
        await pilot.press("b")
        await until(pilot, lambda: guide.walking.now() is not None)
        await pilot.press("t")
        await shows(pilot, "Leave at")
        await pilot.press("enter")
        await until(pilot, lambda: guide.walking.now() is None)


class SlowGuide(FakeGuide):
    """Has a first plan at once and a better one when ``better`` is set."""

    def __init__(self, guide: FakeGuide) -> None:
        super().__init__(guide.lists._notebook.path)
        self.better = threading.Event()

    def better_plans(self, lines: Sequence[ListItem], trip: Trip) -> Iterator[Itinerary]:
        plan = self.plan(lines, trip)
        yield msgspec.structs.replace(plan, start="First Station")
        self.better.wait(10)
        yield msgspec.structs.replace(plan, start="Better Station")


async def test_the_first_plan_is_shown_at_once_and_better_ones_follow(
    app: GuideApp, guide: FakeGuide
) -> None:
    slow = SlowGuide(guide)
    slow.lists.add("resistor")
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        await loaded(pilot, app)
        app.visit.guide = slow
        await pilot.press("f8")
        await shows(pilot, "First Station", "looking for a better one")
        slow.better.set()
        await shows(pilot, "Better Station", "proven best")


async def test_a_cancelled_search_keeps_the_plan_there_is(app: GuideApp, guide: FakeGuide) -> None:
    slow = SlowGuide(guide)
    slow.lists.add("resistor")
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        await loaded(pilot, app)
        app.visit.guide = slow
        await pilot.press("f8")
        await shows(pilot, "First Station", "looking for a better one")
        await pilot.press("escape")
        slow.better.set()
        await pilot.pause(0.1)
        await shows(pilot, "First Station", "proven best")


async def test_a_rest_that_cannot_be_planned_says_why_and_keeps_the_walk(
    app: GuideApp, guide: FakeGuide
) -> None:
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        await open_walk(pilot, app, guide)
        await pilot.press("b")
        await until(pilot, lambda: guide.walking.now() is not None)
        guide.plan_error = GuideError("no streets", hint="Reinstall.")
        await pilot.press("r")
        await shows(pilot, "no streets", "2 stops")
