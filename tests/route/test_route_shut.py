"""Days on which a rule shuts floors: nothing is planned there, and the plan says by which rule."""

from datetime import date

import pytest
from msgspec.structs import replace

from hqguide.market.district import load_district
from hqguide.market.hours import Opening, opening
from hqguide.market.pack import default_folder, load_market
from hqguide.route.errand import prepare, prepare_again
from hqguide.route.itinerary import Item, Itinerary
from hqguide.route.plan import Trip, plan
from hqguide.route.verify import verify
from tests.route.route_worlds import item, pace

MARKET, GROUND, PACE = load_market(), load_district(default_folder()), pace()
HOLIDAY, SINGLE_SOURCE, NEW_YEAR, SUNDAY = "2027-10-02", "2027-10-06", "2027-02-06", "2026-11-29"
BASIS = "(component floors; 2025-10; nowshenzhen-2018, itbear-2025)."
ONLY = item("chip", ("seg-plaza/1F", 0.9), ("hqew-1/2F", 0.9), number=1)
EITHER = item("cable", ("seg-plaza/1F", 0.9), ("seg-plaza/5F", 0.5), number=2)
PHONE = item("screen", ("longsheng-accessories/2F", 0.9), number=3)


def opened(building: str, day: date) -> Opening:
    return opening(MARKET, building, day)


def planned(items: list[Item], day: str, **trip: object) -> Itinerary:
    asked = replace(Trip(date=day), **trip)
    found = plan(MARKET, GROUND, PACE, items, asked, opened)
    assert verify(found, MARKET, GROUND, PACE, items, asked, opened) == ()
    return found


def test_what_only_component_floors_sell_is_left_out_with_the_rule() -> None:
    found = planned([ONLY, EITHER, PHONE], HOLIDAY)
    assert {stop.place for stop in found.stops} == {"seg-plaza/5F", "longsheng-accessories/2F"}
    (left,) = found.unplaced
    assert (left.item, left.why) == (
        "chip",
        f"Shut that day: Huaqiang Electronic World, Store 1 2F, SEG Plaza 1F {BASIS}",
    )
    assert any(
        words.startswith("Component floors were shut from 1 to 3 October")
        and words.endswith("Nothing is planned at Huaqiang Electronic World, Store 1 2F, SEG Plaza 1F.")
        for words in found.warnings
    )
    assert all(item.fallback != "seg-plaza/1F" for stop in found.stops for item in stop.items)


def test_another_reason_for_the_other_places_is_told_as_well() -> None:
    some = item("chip", ("seg-plaza/1F", 0.9), ("gaokede-electronics", 0.9), number=1)
    (left,) = planned([some, PHONE], HOLIDAY).unplaced
    assert (
        left.why == f"Shut that day: SEG Plaza 1F {BASIS} Gaokede Electronics Market is closed (2019-04-02)."
    )


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (SINGLE_SOURCE, "over the holiday of 2025 (2025-10; itbear-2025). No place is left out for that."),
        (NEW_YEAR, "for up to two weeks (2018; dp-2014, leighton-2018). No place is left out for that."),
        (SUNDAY, "On Sundays about 70 % of the counters are open (2017; itmedia-2017). No place is left out"),
    ],
)
def test_what_is_vague_or_said_once_warns_with_its_source(day: str, words: str) -> None:
    found = planned([ONLY, PHONE], day)
    assert (len(found.stops), found.unplaced) == (2, ())
    assert any(words in warning for warning in found.warnings)


def test_good_news_is_told_without_a_caution() -> None:
    found = planned([PHONE, EITHER], HOLIDAY)
    (words,) = [words for words in found.warnings if words.startswith("Shops for phones")]
    assert (
        words
        == "Shops for phones and gadgets stayed open over National Day (2018; nowshenzhen-2018, itbear-2025)."
    )


def test_a_pin_on_a_floor_that_is_shut_is_not_kept_and_said() -> None:
    found = planned([PHONE], HOLIDAY, must=("seg-plaza/1F",))
    assert "seg-plaza/1F must be visited, but is not." in found.warnings
    assert [stop.place for stop in found.stops] == ["longsheng-accessories/2F"]


def test_a_stop_on_a_floor_that_is_shut_is_found_out() -> None:
    usual = plan(MARKET, GROUND, PACE, [ONLY], Trip(date="2027-10-12"), opened)
    moved = replace(usual, date=HOLIDAY, trip=Trip(date=HOLIDAY))
    wrong = verify(moved, MARKET, GROUND, PACE, [ONLY], moved.trip, opened)
    assert any("is shut that day: Component floors" in words for words in wrong)


def test_a_share_of_the_list_keeps_the_reasons() -> None:
    errand = prepare(MARKET, GROUND, PACE, [ONLY, PHONE], Trip(date=HOLIDAY), opened)
    again = prepare_again(errand, [one for one in errand.items if one.text == "chip"])
    assert (
        again.choice.unplaced[0].why
        == f"Shut that day: Huaqiang Electronic World, Store 1 2F, SEG Plaza 1F {BASIS}"
    )


def test_many_floors_are_counted_not_listed() -> None:
    floors = ("seg-plaza/1F", "hqew-1/1F", "hqew-1/2F", "duhui/1F", "duhui/2F", "hqew-2/1F")
    (left,) = planned([item("chip", *((floor, 0.9) for floor in floors), number=1)], HOLIDAY).unplaced
    assert " and 2 more (component floors;" in left.why


def test_without_hours_nothing_is_ever_shut() -> None:
    found = plan(MARKET, GROUND, PACE, [ONLY], Trip(date=HOLIDAY))
    assert len(found.stops) == 1
