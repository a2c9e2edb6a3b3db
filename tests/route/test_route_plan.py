"""A plan names places, times, ways and reasons, and leaves nothing out."""

import msgspec
import pytest

from hqguide.market.model import CounterRule
from hqguide.market.pack import Market
from hqguide.route.itinerary import Item, Offer
from hqguide.route.plan import Trip
from tests.route.route_planned import A1, DAY, MARKET, planned
from tests.route.route_worlds import (
    item,
    market,
    point,
    stall,
)


def test_a_counter_is_reached_with_times_words_and_reasons() -> None:
    found = planned([item("resistor", ("synthetic-a/2F/2A01", 1.0), number=7)])
    (stop,), (leg,) = found.stops, found.legs
    assert (stop.place, stop.building, stop.floor, stop.counter) == (
        "synthetic-a/2F/2A01",
        "synthetic-a",
        "2F",
        "2A01",
    )
    assert (stop.items[0].id, stop.items[0].quantity, stop.items[0].zh) == (7, 2, "合成")
    assert stop.why == "sells resistor (2026, high confidence)"
    assert (stop.as_of, stop.source) == ("2026", "synthetic")
    assert leg.how == "Main St east 100 m, north 50 m, into Hall A, escalator up to 2F, counter 2A01"
    # 100 m of street, 40 m to the hall times 1.3, 20 s in, 30 s up, 20 m of aisle.
    assert leg.seconds == pytest.approx(152 / 1.1 + 20 + 30 + 20, rel=0.01)
    assert (found.depart, stop.arrive, stop.leave) == ("10:00", "10:03", "10:04")
    assert leg.points[0] == pytest.approx(point(0, 0), abs=1e-6)
    assert found.total.cost == 3.0
    assert found.proven


def test_two_counters_of_one_floor_are_visited_one_after_the_other() -> None:
    found = planned(
        [
            item("a", ("synthetic-a/2F/2A01", 1.0)),
            item("b", ("synthetic-c/1F/1A01", 1.0)),
            item("c", ("synthetic-a/2F/2A02", 1.0)),
        ]
    )
    assert [stop.building for stop in found.stops] == ["synthetic-a", "synthetic-a", "synthetic-c"]
    assert found.legs[1].how.startswith("same floor, counter")
    assert found.legs[1].seconds == 40
    assert "escalator down to 1F, out of Hall A" in found.legs[2].how


def test_a_joined_floor_saves_the_stairs_and_the_street() -> None:
    found = planned([item("a", ("synthetic-a/2F/2A01", 1.0)), item("b", ("synthetic-b/2F/2A01", 1.0))])
    assert "across the joined floor to Hall B 2F" in found.legs[1].how


def test_a_basement_is_reached_downwards_and_left_upwards() -> None:
    found = planned([item("a", ("synthetic-c/B1", 1.0))], Trip(date=DAY, end="huaqiang-road"))
    assert "escalator down to B1, look along the aisles" in found.legs[0].how
    assert found.legs[1].how.startswith("escalator up to 1F, out of Hall C")
    assert found.legs[1].how.endswith("to Synthetic huaqiang-road station")
    assert found.end == "Synthetic huaqiang-road station"


def test_a_fresh_place_is_worth_a_detour_but_not_at_any_price() -> None:
    near_and_doubtful, far_and_sure = ("synthetic-a/1F/1A01", 0.1), ("synthetic-c/1F/1A01", 1.0)
    assert planned([item("x", near_and_doubtful, far_and_sure)]).stops[0].building == "synthetic-c"
    near_and_fair = ("synthetic-a/1F/1A01", 0.9)
    found = planned([item("x", near_and_fair, far_and_sure)])
    assert found.stops[0].building == "synthetic-a"
    assert found.stops[0].items[0].fallback == "synthetic-c/1F/1A01"
    assert found.doubt_seconds == pytest.approx(60)


def test_the_fallback_is_a_place_still_ahead_when_others_are_no_surer() -> None:
    found = planned(
        [
            item(
                "a", ("synthetic-a/1F/1A01", 1.0), ("synthetic-b/1F/1A01", 0.5), ("synthetic-c/1F/1A01", 0.5)
            ),
            item("b", ("synthetic-c/1F/1A01", 1.0)),
        ]
    )
    first = next(stop for stop in found.stops if stop.building == "synthetic-a")
    assert first.items[0].fallback == "synthetic-c/1F/1A01"


def test_counters_of_a_floor_follow_their_numbers_and_unknown_ones_come_last() -> None:
    found = planned(
        [
            item("a", ("synthetic-a", 1.0)),
            item("b", ("synthetic-a/1F/1A02", 1.0)),
            item("c", ("synthetic-a/1F", 1.0)),
            item("d", (A1, 1.0)),
        ]
    )
    places = [stop.place for stop in found.stops]
    assert places == [A1, "synthetic-a/1F/1A02", "synthetic-a/1F", "synthetic-a"]


def test_the_nearest_first_walk_is_never_the_quicker_one() -> None:
    found = planned(
        [
            item("a", ("synthetic-a/1F/1A01", 1.0), ("synthetic-c/1F/1A01", 1.0)),
            item("b", ("synthetic-c/1F/1A01", 1.0)),
        ]
    )
    assert [stop.building for stop in found.stops] == ["synthetic-c"]
    assert found.nearest_first_seconds is not None
    assert found.nearest_first_seconds > found.total.seconds


def test_what_cannot_be_bought_is_named_with_its_words_and_the_reason() -> None:
    found = planned(
        [
            item("nobody", number=1),
            item("lost", ("synthetic-lost/2F", 1.0), number=2),
            item("shut", ("synthetic-shut/1F", 1.0), ("synthetic-a/9F", 1.0), number=3),
            item("odd", ("no such place", 1.0), number=4),
        ]
    )
    reasons = {left.id: left.why for left in found.unplaced}
    assert reasons[1] == "No record of a place that sells it."
    assert "position is not known" in reasons[2]
    assert "Hall SHUT (synthetic) is closed (2019-04)" in reasons[3]
    assert "no record of 9F" in reasons[3]
    assert "no place called" in reasons[4]
    assert all(left.zh == "合成" and left.pinyin for left in found.unplaced)
    assert found.stops == ()


def test_a_long_list_of_reasons_is_cut() -> None:
    found = planned([item("x", *((f"synthetic-a/{level}F", 1.0) for level in range(10, 16)))])
    assert found.unplaced[0].why.endswith("; and 3 more.")


def test_an_area_no_building_is_known_for_cannot_be_gone_to() -> None:
    where = market(MARKET.buildings, (stall(None, None, None),))
    found = planned([item("x", ("synthetic-None-None-None", 1.0))], where=where)
    assert "no building is known for it" in found.unplaced[0].why


def numbered(where: Market) -> Market:
    """``where`` with a numbering in hall A that reads the first digit of a number as its floor."""
    rule = CounterRule(regex=r"^(\d)X(\d\d)$", example="2X01", reads="floor|serial", source="synthetic")
    first = msgspec.structs.replace(where.buildings[0], counter_rules=(rule,))
    return market((first, *where.buildings[1:]), where.stalls)


def test_a_counter_not_on_record_is_gone_to_by_its_number() -> None:
    found = planned([item("x", ("synthetic-a/2X07", 1.0))], where=numbered(MARKET))
    assert (found.stops[0].floor, found.stops[0].counter) == ("2F", "2X07")


def test_a_counter_number_of_a_floor_not_on_record_cannot_be_gone_to() -> None:
    trip = Trip(start="synthetic-a/8X01", date=DAY)
    found = planned([item("x", ("synthetic-a/9X07", 1.0))], trip, where=numbered(MARKET))
    assert found.unplaced[0].why == "synthetic-a/9X07: no such floor on record."
    assert "has no such floor on record" in found.warnings[0]


def test_a_shop_without_a_number_is_looked_for_by_its_name() -> None:
    shop = stall("synthetic-a", 2, None, "Synthetic Shop")
    where = market(MARKET.buildings, (shop,))
    found = planned([item("x", (f"synthetic-a/2F/{shop.id}", 1.0))], where=where)
    assert found.legs[0].how.endswith("escalator up to 2F, look for Synthetic Shop")
    assert found.stops[0].name == "Synthetic Shop"


def test_an_offer_without_confidence_keeps_its_own_words() -> None:
    bare = Offer("synthetic-a/1F/1A01", 1.0, "2026", "sign read in 2026")
    found = planned([Item(text="x", quantity=1, offers=(bare, bare))])
    assert found.stops[0].why == "sign read in 2026"


def test_of_two_offers_of_one_place_the_surer_counts() -> None:
    found = planned([item("x", (A1, 0.25), (A1, 1.0))])
    assert found.doubt_seconds == 0


def test_an_empty_list_is_a_plan_with_a_warning() -> None:
    found = planned([])
    assert (found.stops, found.legs, found.total.seconds) == ((), (), 0)
    assert any("nothing to buy" in warning for warning in found.warnings)
    assert planned([], Trip(date=DAY, end="synthetic-a")).legs[0].target == "synthetic-a"


def test_five_thousand_lines_are_planned_and_all_accounted_for() -> None:
    places = [
        f"{b}/{level}F/{level}A0{n}"
        for b in ("synthetic-a", "synthetic-b")
        for level in (1, 2)
        for n in (1, 2)
    ]
    lines = [item(f"item {n}", (places[n % 8], 0.9), (places[n * 7 % 8], 0.5), number=n) for n in range(5000)]
    found = planned(lines, rounds=2)
    assert sum(len(stop.items) for stop in found.stops) == 5000
    assert any("after midnight" in warning for warning in found.warnings)
    found = planned(lines, Trip(date=DAY, budget_minutes=120), rounds=2)
    assert sum(len(stop.items) for stop in found.stops) + len(found.dropped) == 5000
    assert len(found.dropped) < 5000


def test_a_budget_of_a_minute_drops_every_item_by_name() -> None:
    found = planned(
        [item("x", ("synthetic-a/1F/1A01", 1.0))], Trip(date=DAY, budget_minutes=1, end="synthetic-c")
    )
    assert found.stops == ()
    assert found.dropped[0].item == "x"
    assert found.dropped[0].why == "1 min is too short: to buy it alone takes 11 min."
    assert any("The way alone takes" in warning for warning in found.warnings)


def test_a_budget_buys_the_most_items_that_fit() -> None:
    near = [item(f"near {n}", (f"synthetic-a/1F/1A0{n}", 1.0)) for n in (1, 2)]
    far = item("far", ("synthetic-c/2F/2A01", 1.0))
    whole = planned([*near, far])
    minutes = int(whole.total.seconds // 60)
    found = planned([*near, far], Trip(date=DAY, budget_minutes=minutes))
    assert len(found.dropped) == 1
    assert found.nearest_first_seconds is None
    enough = Trip(date=DAY, budget_minutes=minutes + 1)
    assert planned([*near, far], enough) == msgspec.structs.replace(whole, trip=enough)
