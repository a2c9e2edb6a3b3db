"""Route: the boxes of the trip, read and shown."""

import pytest
from textual.containers import VerticalScroll
from textual.widgets import Input

from hqguide.errors import GuideError
from hqguide.route.trip import Trip
from hqguide.tui.app import GuideApp
from hqguide.tui.look import Look
from hqguide.tui.screens.trip import TripScreen
from hqguide.tui.tripform import boxes_of, read_trip
from tests.tui.fake_guide import FakeGuide
from tests.tui.seeing import Driver, loaded, shows, type_text, until

FULL = Trip(
    start="华强路 A",
    end="synthetic-hall",
    depart="14:30",
    date="2026-11-24",
    budget_minutes=90,
    value_of_time=62.5,
    compare=3,
    compare_only=("usb",),
    must=("synthetic-hall/2F", "synthetic-annex/1F"),
    never=("synthetic-ruin",),
    first=("synthetic-hall",),
    last=("synthetic-annex",),
)


def read(guide: FakeGuide, **boxes: str) -> Trip:
    """The trip of boxes that are empty but for ``boxes``."""
    return read_trip(boxes_of(Trip()) | boxes, Trip(), guide.market, Look())


@pytest.mark.parametrize("trip", [Trip(), FULL], ids=["usual", "full"])
def test_the_boxes_of_a_trip_read_as_the_same_trip(guide: FakeGuide, trip: Trip) -> None:
    assert read_trip(boxes_of(trip), trip, guide.market, Look()) == trip


@pytest.mark.parametrize(
    "text", ["synthetic-hall,synthetic-annex", " 合成楼 ， 合成附楼 ", "合成楼、合成附楼;"]
)
def test_places_are_named_one_after_the_other_with_any_comma(guide: FakeGuide, text: str) -> None:
    first, second = read(guide, must=text).must
    assert (guide.show(first).building, guide.show(second).building) == ("synthetic-hall", "synthetic-annex")


@pytest.mark.parametrize(
    ("boxes", "said"),
    [
        ({"minutes": "soon"}, "Minutes are a whole number"),
        ({"value": "much"}, "a sum in yuan"),
        ({"value": "nan"}, "an hour worth nan yuan"),
        ({"value": "-3"}, "an hour worth -3 yuan"),
        ({"compare": "some"}, "a number of sellers"),
        ({"compare": "0"}, "a comparison of 0 sellers"),
        ({"date": "tomorrow"}, "no date: 'tomorrow'"),
        ({"must": "synthetic-hall, nowhere"}, "Go to: no place called 'nowhere'"),
        ({"last": "," * 3 + "x" * 300}, "Last: a place is 1 to 200 characters"),
    ],
)
def test_a_box_that_cannot_be_read_is_named(guide: FakeGuide, boxes: dict[str, str], said: str) -> None:
    with pytest.raises(GuideError) as raised:
        read(guide, **boxes)
    assert said in str(raised.value)


def test_pins_that_contradict_each_other_are_both_named_without_options(guide: FakeGuide) -> None:
    with pytest.raises(GuideError) as raised:
        read(guide, first="synthetic-hall/2F", never="合成楼")
    assert "synthetic-hall/2F comes first, but synthetic-hall must not be visited" in str(raised.value)
    assert "--" not in str(raised.value)


async def open_trip(pilot: Driver, app: GuideApp, guide: FakeGuide) -> None:
    """The walk for one item, and the window of its trip."""
    guide.lists.add("resistor", 10)
    await loaded(pilot, app)
    await pilot.press("f8")
    await shows(pilot, "1 stop ·")
    await pilot.press("t")
    await shows(pilot, "The walk")


async def test_every_box_and_the_message_fit_a_small_screen(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_trip(pilot, app, guide)
        await shows(
            pilot, "From", "To ", "Leave at", "On ", "Minutes", "Hour worth", "Compare", "Go to", "Never to",
            "First", "Last", "Tab moves",
        )  # fmt: skip


async def test_on_a_shorter_screen_the_box_in_use_comes_into_sight(app: GuideApp, guide: FakeGuide) -> None:
    async with app.run_test(size=(60, 14)) as pilot:
        await open_trip(pilot, app, guide)
        await pilot.press("shift+tab")
        await type_text(pilot, "synthetic-annex")
        await shows(pilot, "Last         synthetic-annex", "Tab moves")
        assert app.screen.query_one(VerticalScroll).scroll_offset.y > 0


async def test_pins_are_mended_in_the_window_and_kept_for_the_next_time(
    app: GuideApp, guide: FakeGuide
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_trip(pilot, app, guide)
        boxes = app.screen.query(Input)
        boxes.filter("#must").first().value = "合成楼"
        boxes.filter("#never").first().value = "synthetic-hall"
        boxes.filter("#value").first().value = "60"
        boxes.filter("#compare").first().value = "2"
        await pilot.press("enter")
        await shows(pilot, "synthetic-hall must be visited, but synthetic-hall must not be")
        assert isinstance(app.screen, TripScreen)
        boxes.filter("#never").first().value = "synthetic-ruin"
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, TripScreen))
        trip = app.visit.trip
        assert trip is not None
        assert (trip.must, trip.never, trip.value_of_time, trip.compare) == (
            ("合成楼",), ("synthetic-ruin",), 60.0, 2,
        )  # fmt: skip
        await shows(pilot, "1 stop ·")
        await pilot.press("t")
        await shows(pilot, "Never to     synthetic-ruin", "Hour worth   60", "Compare      2")


async def test_the_window_waits_for_the_guide(app: GuideApp, guide: FakeGuide) -> None:
    guide.warming.clear()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f8", "t")
        await shows(pilot, "The guide is still loading.")
        guide.warming.set()
        await loaded(pilot, app)
