"""An earlier walk mended for what is wanted now, and what is told of the differences."""

from msgspec.structs import replace

from hqguide.route.changes import changes
from hqguide.route.errand import prepare
from hqguide.route.itinerary import Itinerary
from hqguide.route.trip import Trip
from hqguide.route.warm import mended
from tests.route.route_planned import A1, DAY, DISTRICT, MARKET, PACE, planned
from tests.route.route_worlds import item

B1, C1 = "synthetic-b/1F/1A01", "synthetic-c/1F/1A01"
ITEMS = [item("x", (A1, 1.0), number=1), item("y", (B1, 1.0), number=2), item("z", (C1, 1.0), number=3)]
PLAN = planned(ITEMS)


def told(new: Itinerary, done: frozenset[str] = frozenset()) -> tuple[str, ...]:
    return changes(PLAN, new, done, lambda _line, place: f"{place} is closed" if place == A1 else "")


def test_the_same_plan_has_no_change() -> None:
    assert told(PLAN) == ()


def test_a_new_place_and_its_reason_are_told() -> None:
    new = planned([item("x", (C1, 1.0), number=1), *ITEMS[1:]])
    words = told(new)
    assert words[0] == f"x now at {C1} instead of {A1}, because {A1} is closed"
    assert f"1 stop less: {A1}" in words
    assert any(sentence.startswith("You are done at 10:") for sentence in words)


def test_a_line_that_comes_on_and_one_that_goes_are_told() -> None:
    new = planned([*ITEMS[:2], item("w", (C1, 1.0), number=4), item("z", number=3)])
    words = told(new)
    assert f"w on the walk now, at {C1}" in words
    assert "z is left out: No record of a place that sells it" in words


def test_many_lines_that_move_together_are_told_together() -> None:
    many = [item(f"i{number}", (A1, 1.0), number=number) for number in range(1, 8)]
    moved = [item(f"i{number}", (B1, 1.0), number=number) for number in range(1, 8)]
    words = changes(planned(many), planned(moved), frozenset(), lambda _line, _place: "")
    assert words[0] == f"i1, i2, i3, i4 and 3 more now at {B1} instead of {A1}"


def test_another_order_is_told() -> None:
    turned = replace(PLAN, stops=PLAN.stops[::-1])
    assert told(turned) == (f"Another order: {PLAN.stops[-1].place} comes earlier now",)


def test_what_is_done_is_no_stop_less() -> None:
    first = PLAN.stops[0]
    rest = replace(PLAN, stops=PLAN.stops[1:])
    bought = frozenset((one.id, one.text) for one in first.items)
    assert changes(PLAN, rest, {first.place}, lambda _line, _place: "", bought) == ()


def test_a_mended_walk_keeps_its_order_and_has_everything() -> None:
    wanted = [*ITEMS, item("near b", ("synthetic-b/1F/1A02", 1.0), (C1, 0.1), number=5)]
    errand = prepare(MARKET, DISTRICT, PACE, wanted, Trip(date=DAY))
    numbers = {site.place: number for number, site in enumerate(errand.choice.sites)}
    old = (numbers[C1], numbers[A1])
    found = mended(errand.free, old)
    assert [site for site in found if site in old] == list(old)
    assert all(any(site in found for site, _ in offers) for offers in errand.free.offers)


def test_a_walk_is_mended_before_its_end() -> None:
    errand = prepare(MARKET, DISTRICT, PACE, ITEMS, Trip(date=DAY, end="synthetic-c"))
    assert len(mended(errand.free, ())) == 3
