"""What the walker asks for: pins, money, sellers to compare, priorities; and what contradicts itself."""

import math

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.route.itinerary import Item, Itinerary, Offer
from hqguide.route.trip import MOST_QUOTES, Trip
from tests.route.route_planned import A1, DAY, planned
from tests.route.route_worlds import item

C1, C2 = "synthetic-c/1F/1A01", "synthetic-c/2F/2A01"
B1, B2 = "synthetic-b/1F/1A01", "synthetic-b/2F/2A02"


def places(found: Itinerary) -> list[str]:
    return [stop.place for stop in found.stops]


def priced(text: str, *offers: tuple[str, float, float | None], number: int = 0) -> Item:
    return Item(
        text=text,
        quantity=1,
        id=number,
        offers=tuple(Offer(place, weight, "2026", "sells", price=price) for place, weight, price in offers),
    )


@pytest.mark.parametrize("pin", ["synthetic-c", "synthetic-c/1F", C1])
def test_a_place_that_must_be_visited_is_though_nothing_is_bought_there(pin: str) -> None:
    found = planned([item("x", (A1, 1.0))], Trip(date=DAY, must=(pin,)))
    assert sorted(places(found)) == sorted([A1, pin])
    stop = next(stop for stop in found.stops if stop.place == pin)
    assert (stop.items, stop.why) == ((), "You want to go there.")


def test_a_stop_inside_the_place_is_enough_for_a_visit() -> None:
    found = planned([item("x", (A1, 1.0), (C1, 1.0))], Trip(date=DAY, must=("synthetic-c",)))
    assert places(found) == [C1]


def test_a_place_to_be_left_out_is_left_out_with_all_that_is_in_it() -> None:
    found = planned(
        [item("x", (A1, 1.0), (C1, 0.2)), item("y", (A1, 1.0))], Trip(date=DAY, never=("synthetic-a",))
    )
    assert places(found) == [C1]
    assert [left.why for left in found.unplaced] == ["You left out synthetic-a."]


def test_first_and_last_stops_are_where_they_are_pinned() -> None:
    items = [item("near", (A1, 1.0)), item("far", (C1, 1.0)), item("mid", (B1, 1.0))]
    trip = Trip(date=DAY, first=("synthetic-c",), last=(A1,))
    assert places(planned(items, trip)) == [C1, B1, A1]


def test_pins_come_in_the_order_given() -> None:
    trip = Trip(date=DAY, first=("synthetic-c", "synthetic-b"))
    found = planned([item("x", (A1, 1.0))], trip)
    assert places(found) == ["synthetic-c", "synthetic-b", A1]


@pytest.mark.parametrize(
    ("wishes", "words"),
    [
        (
            {"must": (A1,), "never": ("synthetic-a",)},
            f"{A1} must be visited, but synthetic-a must not be visited",
        ),
        ({"first": (A1,), "never": (A1,)}, f"{A1} comes first, but {A1} must not be visited"),
        ({"last": ("synthetic-c",), "first": ("synthetic-c",)}, "comes first, but synthetic-c comes last"),
        ({"must": ("nowhere at all",)}, "no place called"),
        ({"compare": 0}, "a comparison of 0 sellers"),
        ({"compare": MOST_QUOTES + 1}, "a comparison of 10 sellers"),
        ({"value_of_time": 0.0}, "an hour worth 0 yuan"),
        ({"value_of_time": math.nan}, "an hour worth nan yuan"),
    ],
)
def test_wishes_that_cannot_be_are_refused_by_name(wishes: dict[str, object], words: str) -> None:
    with pytest.raises(GuideError) as error:
        planned([item("x", (A1, 1.0))], Trip(date=DAY, **wishes))  # type: ignore[arg-type]
    assert words in error.value.what


def test_the_same_pin_twice_is_one_pin() -> None:
    found = planned([item("x", (A1, 1.0))], Trip(date=DAY, must=("synthetic-c", "synthetic-c")))
    assert len(found.stops) == 2


def test_a_pinned_place_that_cannot_be_visited_is_told() -> None:
    found = planned([item("x", (A1, 1.0))], Trip(date=DAY, must=("synthetic-shut",)))
    assert "Cannot be visited: Hall SHUT (synthetic) is closed (2019-04)." in found.warnings
    assert places(found) == [A1]


def test_pins_the_budget_has_no_time_for_are_told() -> None:
    found = planned([item("x", (A1, 1.0))], Trip(date=DAY, first=("synthetic-c",), budget_minutes=5))
    assert "synthetic-c must be visited, but is not." in found.warnings
    assert places(found) == [A1]


def test_without_a_value_of_time_the_near_seller_is_taken_and_with_one_the_cheap_one() -> None:
    lines = [priced("x", (A1, 1.0, 80.0), (C1, 1.0, 10.0))]
    assert places(planned(lines)) == [A1]
    cheap = planned(lines, Trip(date=DAY, value_of_time=60))
    assert places(cheap) == [C1]
    assert (cheap.total.cost, cheap.stops[0].items[0].price) == (10.0, 10.0)
    assert places(planned(lines, Trip(date=DAY, value_of_time=10_000))) == [A1]


def test_a_place_without_a_price_is_expected_to_ask_the_target_price_or_the_usual_one() -> None:
    known = [priced("x", (A1, 1.0, None), (C1, 1.0, 10.0))]
    assert places(planned(known, Trip(date=DAY, value_of_time=60))) == [A1]
    targeted = [msgspec.structs.replace(known[0], target_price=90.0)]
    assert places(planned(targeted, Trip(date=DAY, value_of_time=60))) == [C1]


def test_every_item_is_asked_for_at_so_many_sellers() -> None:
    lines = [
        item("usb cable", (A1, 1.0), (B1, 1.0), (C1, 1.0), number=1),
        item("screw", (A1, 1.0), (C1, 1.0), number=2),
    ]
    found = planned(lines, Trip(date=DAY, compare=2))
    asked = [(one.text, one.quote, one.quotes) for stop in found.stops for one in stop.items]
    assert sorted(asked) == [("screw", 1, 2), ("screw", 2, 2), ("usb cable", 1, 2), ("usb cable", 2, 2)]
    only = planned(lines, Trip(date=DAY, compare=3, compare_only=("USB",)))
    asked = [(one.text, one.quote, one.quotes) for stop in only.stops for one in stop.items]
    assert sorted(asked) == [("screw", 0, 0), ("usb cable", 1, 3), ("usb cable", 2, 3), ("usb cable", 3, 3)]


def test_fewer_sellers_than_asked_for_are_all_visited_and_said() -> None:
    found = planned([item("x", (A1, 1.0), (C1, 1.0))], Trip(date=DAY, compare=4))
    assert sorted(places(found)) == [A1, C1]
    assert "Fewer sellers to compare than asked for (2): x." in found.assumptions


def test_a_hall_and_a_counter_in_it_are_not_two_sellers() -> None:
    found = planned([item("x", (A1, 1.0), ("synthetic-a", 1.0), (C1, 0.9))], Trip(date=DAY, compare=2))
    assert sorted(places(found)) == [A1, C1]


def test_when_time_is_short_what_matters_is_bought_first() -> None:
    lines = [item(f"easy {n}", (A1, 1.0), number=n) for n in range(1, 4)]
    far = msgspec.structs.replace(item("dear", (C2, 1.0), number=9), priority=1)
    minutes = int(planned([far]).total.seconds // 60) + 1
    found = planned([*lines, far], Trip(date=DAY, budget_minutes=minutes))
    assert [one.text for stop in found.stops for one in stop.items if one.id == 9] == ["dear"]
    plain = planned(
        [*lines, msgspec.structs.replace(far, priority=0)], Trip(date=DAY, budget_minutes=minutes)
    )
    assert [left.item for left in plain.dropped] == ["dear"]


@pytest.mark.parametrize("quantity", [0, -3])
def test_no_pieces_are_named_and_not_bought(quantity: int) -> None:
    odd = msgspec.structs.replace(item("x", (A1, 1.0)), quantity=quantity)
    found = planned([odd, item("y", (A1, 1.0))])
    assert [left.why for left in found.unplaced] == [f"{quantity} pieces are wanted: nothing to buy."]
    assert len(found.stops[0].items) == 1


WISHES = st.fixed_dictionaries(
    {},
    optional={
        "must": st.lists(st.sampled_from(["synthetic-a", "synthetic-c/2F", B1]), max_size=2).map(tuple),
        "never": st.just(("synthetic-lost",)),
        "first": st.sampled_from([(), ("synthetic-b",), (C1, A1)]),
        "last": st.sampled_from([(), ("synthetic-c/2F",)]),
        "compare": st.integers(1, 3),
        "value_of_time": st.sampled_from([None, 30.0, 500.0]),
        "budget_minutes": st.sampled_from([None, 3, 12, 25, 60]),
    },
)
OFFERS = st.lists(
    st.tuples(
        st.sampled_from([A1, B1, B2, C1, C2, "synthetic-a", "synthetic-lost"]), st.sampled_from([0.3, 1.0])
    ),
    max_size=3,
)


@settings(max_examples=40)
@given(st.lists(OFFERS, max_size=5), WISHES)
def test_a_plan_for_any_wishes_passes_the_verifier(
    offers: list[list[tuple[str, float]]], wishes: dict[str, object]
) -> None:
    lines = [item(f"item {number}", *some, number=number) for number, some in enumerate(offers, start=1)]
    found = planned(lines, Trip(date=DAY, **wishes))  # type: ignore[arg-type]
    assert found.trip.compare == wishes.get("compare", 1)


@settings(max_examples=20)
@given(st.lists(OFFERS.filter(bool), min_size=1, max_size=12), st.integers(3, 40), st.integers(1, 20))
def test_more_budget_never_buys_less(offers: list[list[tuple[str, float]]], minutes: int, more: int) -> None:
    lines = [item(f"item {number}", *some, number=number) for number, some in enumerate(offers, start=1)]
    bought = [
        sum(len(stop.items) for stop in planned(lines, Trip(date=DAY, budget_minutes=budget), rounds=8).stops)
        for budget in (minutes, minutes + more)
    ]
    assert bought[0] <= bought[1]
