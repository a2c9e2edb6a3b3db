import time
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.market.district import District, load_district
from hqguide.market.hours import Opening, load_calendar, opening
from hqguide.market.model import CounterRule, Floor, Hours
from hqguide.market.pack import Market, default_folder, load_market
from hqguide.route.itinerary import Item, Itinerary, Offer
from hqguide.route.plan import Trip, better_plans, plan
from hqguide.route.verify import verify
from tests.route.route_worlds import (
    district,
    grid_district,
    grid_market,
    hall,
    item,
    market,
    pace,
    point,
    position,
    stall,
    station,
    street,
)

DAY = "2026-11-23"
A1 = "synthetic-a/1F/1A01"
MARKET = grid_market()
DISTRICT = grid_district()
PACE = pace()


def planned(items: list[Item], trip: Trip | None = None, *, where: Market = MARKET) -> Itinerary:
    """The plan for ``items``, checked by the verifier."""
    trip = trip or Trip(date=DAY)
    found = plan(where, DISTRICT, PACE, items, trip)
    assert verify(found, where, DISTRICT, PACE, items, trip) == ()
    return found


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
    found = planned(lines)
    assert sum(len(stop.items) for stop in found.stops) == 5000
    assert any("after midnight" in warning for warning in found.warnings)
    found = planned(lines, Trip(date=DAY, budget_minutes=120))
    assert sum(len(stop.items) for stop in found.stops) + len(found.dropped) == 5000
    assert len(found.dropped) < 5000


def test_a_budget_of_a_minute_drops_every_item_by_name() -> None:
    found = planned(
        [item("x", ("synthetic-a/1F/1A01", 1.0))], Trip(date=DAY, budget_minutes=1, end="synthetic-c")
    )
    assert found.stops == ()
    assert found.dropped[0].item == "x"
    assert "Does not fit into 1 min" in found.dropped[0].why
    assert any("The way alone takes" in warning for warning in found.warnings)


def test_a_budget_buys_the_most_items_that_fit() -> None:
    near = [item(f"near {n}", (f"synthetic-a/1F/1A0{n}", 1.0)) for n in (1, 2)]
    far = item("far", ("synthetic-c/2F/2A01", 1.0))
    whole = planned([*near, far])
    minutes = int(whole.total.seconds // 60)
    found = planned([*near, far], Trip(date=DAY, budget_minutes=minutes))
    assert len(found.dropped) == 1
    assert found.nearest_first_seconds is None
    assert not found.proven
    assert planned([*near, far], Trip(date=DAY, budget_minutes=minutes + 1)) == msgspec.structs.replace(
        whole, dropped=()
    )


@pytest.mark.parametrize(
    "trip",
    [
        Trip(depart="25:00", date=DAY),
        Trip(depart="ten", date=DAY),
        Trip(date="2026-02-30"),
        Trip(date="tomorrow"),
        Trip(date=DAY, budget_minutes=0),
        Trip(date=DAY, budget_minutes=-5),
    ],
)
def test_nonsense_is_refused(trip: Trip) -> None:
    with pytest.raises(GuideError):
        plan(MARKET, DISTRICT, PACE, [], trip)


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("synthetic-lost", "its position is not known); the walk starts at"),
        ("合成gone", "Synthetic gone station: its position is not known"),
        ("synthetic-None-None-None", "no building is known for it"),
    ],
)
def test_a_start_that_cannot_be_used_is_replaced_and_said(start: str, words: str) -> None:
    lost = msgspec.structs.replace(station("gone"), position=None)
    ground = district(*DISTRICT.streets, stations=(station(), lost))
    where = market(MARKET.buildings, (*MARKET.stalls, stall(None, None, None)))
    items = [item("x", ("synthetic-a/1F/1A01", 1.0))]
    found = plan(where, ground, PACE, items, Trip(start=start, date=DAY))
    assert found.start == "Synthetic huaqiang-road station"
    assert any(words in warning for warning in found.warnings)
    assert len(found.stops) == 1
    found = plan(where, ground, PACE, items, Trip(end=start, date=DAY))
    assert any("the walk ends at its last stop" in warning for warning in found.warnings)
    assert found.end == ""


@pytest.mark.parametrize("unknown", ["nowhere at all", "synthetic-a/9F"])
def test_a_start_or_end_nobody_knows_is_refused(unknown: str) -> None:
    items = [item("x", ("synthetic-a/1F/1A01", 1.0))]
    for trip in (Trip(start=unknown, date=DAY), Trip(end=unknown, date=DAY)):
        with pytest.raises(GuideError, match=unknown):
            plan(MARKET, DISTRICT, PACE, items, trip)


def test_a_start_in_a_closed_hall_begins_at_its_door_with_a_warning() -> None:
    found = planned([item("x", ("synthetic-a/1F/1A01", 1.0))], Trip(start="synthetic-shut", date=DAY))
    assert found.legs[0].origin == "synthetic-shut"
    assert any("is closed (2019-04)" in warning for warning in found.warnings)


def test_a_start_at_a_counter_walks_out_from_it() -> None:
    found = planned([item("x", ("synthetic-a/1F/1A01", 1.0))], Trip(start="synthetic-a/2F/2A01", date=DAY))
    assert found.legs[0].seconds == 20 + 30 + 20
    assert found.legs[0].how == "escalator down to 1F, counter 1A01"


def test_a_station_exit_is_named_and_its_unknown_position_confessed() -> None:
    found = planned([], Trip(start="合成站 A口", date=DAY))
    assert found.start == "Synthetic huaqiang-road station exit A"
    assert any("its sign names 合成大厦" in line for line in found.assumptions)
    found = planned([], Trip(start="合成站 exit K", date=DAY))
    assert any("exit K is not on record" in line for line in found.assumptions)


@pytest.mark.parametrize(
    ("start", "name"),
    [
        ("Huaqiang Road", "Huaqiang Road station"),
        ("huaqiang-road", "Huaqiang Road station"),
        ("Huaqiang Road station, exit A", "Huaqiang Road station exit A"),
        ("华强路站A口", "Huaqiang Road station exit A"),
        ("华强北 D1", "Huaqiang North station exit D1"),
        ("walk out of 燕南 please", "Yannan station"),
        ("seg-plaza/2F", "SEG Plaza (SEG Electronics Market) 2F"),
    ],
)
def test_stations_and_halls_of_the_pack_are_told_apart(start: str, name: str) -> None:
    pack, ground = load_market(), load_district(default_folder())
    assert plan(pack, ground, PACE, [], Trip(start=start, date=DAY)).start == name


def test_without_any_place_to_start_there_is_no_plan() -> None:
    bare = district(street("Main St", (0, 0), (100, 0)), stations=())
    with pytest.raises(GuideError, match="no station"):
        plan(MARKET, bare, PACE, [], Trip(date=DAY))
    with pytest.raises(GuideError, match="position is not known"):
        plan(MARKET, bare, PACE, [], Trip(start="synthetic-lost", date=DAY))
    found = plan(
        MARKET, bare, PACE, [item("x", ("synthetic-a/1F/1A01", 1.0))], Trip(start="synthetic-b", date=DAY)
    )
    assert len(found.stops) == 1


def test_a_district_without_streets_is_crossed_in_straight_lines_and_says_so() -> None:
    found = plan(MARKET, district(), PACE, [item("x", ("synthetic-a/1F/1A01", 1.0))], Trip(date=DAY))
    assert any("no street is mapped" in line for line in found.assumptions)
    assert found.legs[0].how.startswith("east 140 m")


def test_old_and_undated_places_are_warned_of() -> None:
    found = planned(
        [
            item("old", ("synthetic-a/1F/1A01", 1.0), as_of="2013-04"),
            item("new", ("synthetic-a/1F/1A02", 1.0), as_of="2025"),
            item("undated", ("synthetic-a/2F/2A01", 1.0), as_of=None),
        ]
    )
    warnings = " ".join(found.warnings)
    assert "Place last seen 2013: synthetic-a/1F/1A01" in warnings
    assert "1A02" not in warnings
    assert "Nobody knows when this was last seen: synthetic-a/2F/2A01" in warnings
    assert any("undated" in stop.why for stop in found.stops)


def test_what_was_assumed_is_listed() -> None:
    found = planned(
        [item("a", ("synthetic-c", 1.0)), item("b", ("synthetic-a/1F", 1.0))],
        Trip(start="synthetic-b", date=DAY),
    )
    text = "\n".join(found.assumptions)
    assert "Hall C: position good to 60 m." in text
    assert "Hall A: position" not in text
    assert "synthetic-c: floor unknown" in text
    assert "its doors are not mapped" in text
    unknown = next(stop for stop in found.stops if stop.building == "synthetic-c")
    assert unknown.floor is None
    assert found.legs[found.stops.index(unknown)].how.endswith("ask for the floor")


def test_a_hall_reached_only_through_a_joined_floor_says_so() -> None:
    halls = (
        hall("synthetic-a", position(100, 40), joined={2: ("synthetic-lost", 3)}),
        hall("synthetic-lost", None),
    )
    found = planned([item("x", ("synthetic-lost/3F", 1.0))], where=market(halls))
    assert any("reached through a joined floor" in line for line in found.assumptions)


def at(open_at: str, close_at: str) -> Opening:
    typical = load_calendar(default_folder()).typical[0]
    day = date.fromisoformat(DAY)
    return Opening(day, "record", open_at, close_at, "2026", ("synthetic",), typical)


@pytest.mark.parametrize(
    ("depart", "hours", "words"),
    [
        ("09:00", at("10:30", "18:00"), "Hall A opens at 10:30; you come at 09:02."),
        ("19:00", at("10:30", "18:00"), "Hall A closes at 18:00; you leave at 19:04."),
        ("17:40", at("10:30", "18:00"), "The walk ends at 17:44: many counters pack up from 17:30."),
        ("10:00", at("", ""), "Hall A is closed."),
    ],
)
def test_a_hall_that_is_shut_on_arrival_is_warned_of(depart: str, hours: Opening, words: str) -> None:
    items = [item("x", ("synthetic-a/1F/1A01", 1.0))]
    found = plan(MARKET, DISTRICT, PACE, items, Trip(depart=depart, date=DAY), lambda _, __: hours)
    assert words in found.warnings


def test_rules_for_the_day_are_passed_on_once() -> None:
    pack = load_market()
    items = [item("x", ("seg-plaza/2F", 1.0)), item("y", ("hqew-1/2F", 1.0))]
    found = plan(
        pack,
        load_district(default_folder()),
        PACE,
        items,
        Trip(date="2026-11-22"),
        lambda building, day: opening(pack, building, day),
    )
    assert sum("Sunday" in warning for warning in found.warnings) == 1


def test_a_walk_in_office_hours_on_a_weekday_has_no_hour_warning() -> None:
    items = [item("x", ("synthetic-a/1F/1A01", 1.0))]
    found = plan(MARKET, DISTRICT, PACE, items, Trip(date=DAY), lambda _, __: at("09:30", "18:00"))
    assert found.warnings == ()


def test_today_is_the_date_when_none_is_given() -> None:
    assert planned([], Trip()).date >= "2026-01-01"


def test_a_deadline_that_has_passed_still_gives_a_plan() -> None:
    items = [item("x", (A1, 1.0)), item("y", ("synthetic-c/1F", 1.0))]
    for budget in (None, 5):
        trip = Trip(date=DAY, budget_minutes=budget)
        found = plan(MARKET, DISTRICT, PACE, items, trip, deadline=time.monotonic() - 1)
        assert verify(found, MARKET, DISTRICT, PACE, items, trip) == ()
        assert found.stops


def test_better_plans_end_with_the_plan() -> None:
    items = [
        item(
            f"i{n}",
            *((f"synthetic-{b}/{f}F/{f}A0{n % 2 + 1}", 0.5 + n % 3 / 6) for b in "abc" for f in (1, 2)),
        )
        for n in range(6)
    ]
    plans = list(better_plans(MARKET, DISTRICT, PACE, items, Trip(date=DAY)))
    assert plans[-1] == plan(MARKET, DISTRICT, PACE, items, Trip(date=DAY))
    costs = [one.total.seconds + one.doubt_seconds for one in plans]
    assert costs == sorted(costs, reverse=True)


PLACES = st.builds(
    lambda b, tail: f"synthetic-{b}{tail}",
    st.sampled_from(["a", "b", "c", "lost", "shut"]),
    st.sampled_from(["", "/1F", "/2F", "/1F/1A01", "/2F/2A02", "/2F/2A01", "/9F"]),
)
OFFERS = st.lists(st.tuples(PLACES, st.floats(0, 1)), max_size=4)
ENDS = st.sampled_from(["", "synthetic-a", "synthetic-c/2F", "合成站 A", "synthetic-lost"])


@settings(max_examples=60)
@given(
    st.lists(OFFERS, max_size=7),
    ENDS,
    ENDS,
    st.one_of(st.none(), st.integers(1, 60)),
    st.integers(0, 23),
)
def test_any_plan_passes_the_verifier(
    offers: list[list[tuple[str, float]]], start: str, end: str, budget: int | None, hour: int
) -> None:
    items = [item(f"item {number % 3}", *some, number=number) for number, some in enumerate(offers)]
    trip = Trip(start=start, end=end, date=DAY, depart=f"{hour:02d}:59", budget_minutes=budget)
    found = plan(MARKET, DISTRICT, PACE, items, trip, rounds=5)
    assert verify(found, MARKET, DISTRICT, PACE, items, trip) == ()


COORDINATES = st.tuples(st.integers(-200, 400), st.integers(-300, 300))


@settings(max_examples=40)
@given(
    st.lists(st.lists(COORDINATES, min_size=2, max_size=4), max_size=4),
    st.lists(COORDINATES, min_size=1, max_size=4),
    st.data(),
)
def test_plans_in_any_district_pass_the_verifier(
    streets: list[list[tuple[int, int]]], spots: list[tuple[int, int]], data: st.DataObject
) -> None:
    halls = tuple(
        hall(
            f"synthetic-{number}",
            position(*spot),
            joined={2: (f"synthetic-{number - 1}", 3)} if number else None,
        )
        for number, spot in enumerate(spots)
    )
    ground: District = district(*(street(f"St {n}", *corners) for n, corners in enumerate(streets)))
    where = market(halls)
    places = st.builds("synthetic-{}/{}F".format, st.integers(0, len(spots) - 1), st.integers(1, 3))
    wanted = data.draw(
        st.lists(st.lists(st.tuples(places, st.floats(0, 1)), min_size=1, max_size=4), max_size=6)
    )
    items = [item(f"i{number}", *offers, number=number) for number, offers in enumerate(wanted)]
    trip = Trip(date=DAY, end=data.draw(st.sampled_from(["", "synthetic-0"])))
    found = plan(where, ground, PACE, items, trip, rounds=5)
    assert verify(found, where, ground, PACE, items, trip) == ()
    assert sum(len(stop.items) for stop in found.stops) == len(items)
    assert found.nearest_first_seconds is not None


def test_a_walk_over_the_shipped_pack_passes_the_verifier() -> None:
    pack, ground = load_market(), load_district(default_folder())
    places = [f"{b.id}/{floor.label}" for b in pack.buildings if b.position for floor in b.floors][::7]
    items = [item(f"i{n}", (places[n], 0.8), (places[-n - 1], 0.6), number=n) for n in range(8)]
    for trip in (Trip(date=DAY), Trip(start="华强路 A", end="华强北 D1", date=DAY, budget_minutes=45)):
        found = plan(pack, ground, PACE, items, trip)
        assert verify(found, pack, ground, PACE, items, trip) == ()


def test_planning_loads_neither_geopy_nor_numpy(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = "import hqguide.route.plan, sys; print({'geopy', 'numpy', 'textual', 'rich'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.strip() == "set()"


def test_hours_of_the_model_are_not_needed_to_plan() -> None:
    timed = msgspec.structs.replace(
        MARKET.buildings[0],
        hours=(Hours(days="daily", open="10:00", close="18:00", source="synthetic", as_of="2026"),),
        floors=(Floor(level=1, label="1F"),),
    )
    assert len(planned([item("x", ("synthetic-a/1F", 1.0))], where=market((timed,))).stops) == 1
