"""Floor plans: nothing of the digitised geometry is lost, and counters are found on them."""

import pytest

from hqguide.market.floorplan import FloorPlan, load_floorplans
from hqguide.market.pack import default_folder, load_market

# Polygons in the digitised originals, counted there: outlines, zones, stairs, lanes, blocks, cells.
POLYGONS = {
    "fp-seg-7f": 48,
    "fp-seg-4f": 33,
    "fp-seg-10f": 47,
    "fp-hew2-4f": 25,
    "fp-huaqiang-plaza-6f": 100,
    "fp-pacific-1f": 117,
    "fp-pacific-2f": 304,
    "fp-wanshang-2f": 37,
    "fp-wanshang-4f": 216,
    "fp-metro-mall-b1": 56,
    "fp-jiahe-1f": 31,
    "fp-jiahe-3f": 48,
}


@pytest.fixture(scope="module")
def plans() -> dict[str, FloorPlan]:
    return {plan.id: plan for plan in load_floorplans(default_folder())}


def test_no_polygon_was_lost(plans: dict[str, FloorPlan]) -> None:
    assert {plan.id: sum(1 for _ in plan.polygons()) for plan in plans.values()} == POLYGONS


def test_plans_are_those_the_floors_name(plans: dict[str, FloorPlan]) -> None:
    named = {
        (plan, building.id, floor.level)
        for building in load_market().buildings
        for floor in building.floors
        for plan in floor.plans
    }
    assert named == {(plan.id, plan.building, plan.level) for plan in plans.values()}


def test_counters_drawn_one_by_one_are_all_there(plans: dict[str, FloorPlan]) -> None:
    assert sum(len(plan.counters) for plan in plans.values()) == 638
    assert sum(counter.area_m2 is not None for plan in plans.values() for counter in plan.counters) == 73


def test_lift_cars_are_points_of_their_own(plans: dict[str, FloorPlan]) -> None:
    assert len(plans["fp-seg-7f"].lift_cars) == 16 + 3 + 3


def test_a_counter_with_its_own_shape_is_exact(plans: dict[str, FloorPlan]) -> None:
    spot = plans["fp-pacific-2f"].find("2A10")
    assert spot is not None
    assert spot.exact
    assert not spot.doubtful
    assert spot.middle == pytest.approx((26.05, 58.8))


def test_a_doubtful_reading_says_so(plans: dict[str, FloorPlan]) -> None:
    spot = plans["fp-wanshang-4f"].find("4005")
    assert spot is not None
    assert spot.doubtful


def test_a_counter_in_a_row_is_placed_by_its_block(plans: dict[str, FloorPlan]) -> None:
    spot = plans["fp-seg-7f"].find("7814")
    assert spot is not None
    assert not spot.exact
    single = plans["fp-seg-10f"].find("10B30")
    assert single is not None
    assert single.exact


@pytest.mark.parametrize(
    ("number", "found"),
    [("1C81", True), ("1C90", True), ("1C98", True), ("1C99", False), ("1C80", False), ("1D90", False)],
)
def test_a_run_of_numbers_holds_its_ends_and_nothing_else(
    plans: dict[str, FloorPlan], number: str, found: bool
) -> None:
    assert (plans["fp-pacific-1f"].find(number) is not None) == found


def test_a_run_with_a_doubtful_end_is_doubtful(plans: dict[str, FloorPlan]) -> None:
    spot = plans["fp-pacific-1f"].find("1C40")
    assert spot is not None
    assert spot.doubtful


def test_a_counter_without_a_shape_takes_that_of_its_block(plans: dict[str, FloorPlan]) -> None:
    plan = plans["fp-huaqiang-plaza-6f"]
    counter = next(one for one in plan.counters if one.block and one.number)
    spot = plan.find(counter.number or "")
    assert spot is not None
    assert not spot.exact
    assert spot.poly in {block.poly for block in plan.blocks}


def test_numbers_with_missing_digits_are_not_guessed(plans: dict[str, FloorPlan]) -> None:
    unread = [one for plan in plans.values() for one in plan.counters if one.number is None]
    assert unread
    assert all(one.as_read and one.as_read.endswith("?") for one in unread)


def test_scales_are_given_only_where_something_supports_them(plans: dict[str, FloorPlan]) -> None:
    scaled = {plan.id: plan.scale.confidence for plan in plans.values() if plan.scale}
    assert scaled["fp-pacific-1f"] == "high"
    assert scaled["fp-seg-4f"] == "low"
    assert "fp-metro-mall-b1" not in scaled


def test_the_joint_of_two_buildings_is_a_link(plans: dict[str, FloorPlan]) -> None:
    links = {(link.building, link.block) for link in plans["fp-hew2-4f"].links}
    assert links == {("hqew-1", "building 1"), ("hqew-1", "building 3")}
    assert plans["fp-hew2-4f"].block == "building 2"
