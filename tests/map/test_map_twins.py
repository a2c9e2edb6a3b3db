import re
from xml.etree import ElementTree

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.map.names import Tongue
from hqguide.map.svg_building import building_svg
from hqguide.map.svg_floor import floor_svg
from hqguide.market.floorplan import load_floorplans
from hqguide.market.model import Name
from hqguide.market.pack import default_folder, load_market
from tests.map.map_floor import BARE, PLAN, PLANS, STALLS, TOWER, TOWN
from tests.map.map_ground import languages

REAL = load_market(default_folder())
REAL_PLANS = load_floorplans(default_folder())
SPACE = "{http://www.w3.org/2000/svg}"
HOSTILE = Name(en='</text><script>alert("1")</script>&\x1b[31m')


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own picture


def words(svg: str) -> str:
    return " ".join("".join(text.itertext()) for text in parsed(svg).iter(f"{SPACE}text"))


def check(svg: str) -> None:
    root = parsed(svg)
    assert root.get("viewBox", "").startswith("0 0 360 ")
    assert {element.tag for element in root.iter()} <= {
        SPACE + tag for tag in ("svg", "title", "desc", "style", "rect", "text", "path", "circle", "g")
    }
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
    assert "nan" not in svg
    assert len(svg.encode()) < 64_000
    height = float((root.get("viewBox") or "").split()[3])
    for text in root.iter(f"{SPACE}text"):
        assert 0 <= float(text.get("y", "0")) <= height


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_every_building_and_every_plan_has_a_small_well_formed_twin(language: Tongue) -> None:
    for building in REAL.buildings:
        check(building_svg(REAL, building, chosen=2, language=language))
    for plan in REAL_PLANS:
        building = REAL.by_id[plan.building]
        for wanted in (None, "2A20", "7812", "23C217"):
            check(floor_svg(REAL, REAL_PLANS, building, plan.level, wanted=wanted, language=language))
            check(floor_svg(REAL, (), building, plan.level, wanted=wanted, language=language))


def test_a_stack_tells_floors_goods_years_joined_floors_and_the_street() -> None:
    svg = building_svg(TOWN, TOWER, chosen=2)
    text = words(svg)
    for said in (
        "Alpha Hall",
        "open; position known to about 10 m",
        "5F",
        "stalls: wire",
        "2021",
        "tools",
        "2026",
        "= synthetic-unsure 3F ! stairs only?",
        "3F to 4F: not on record",
        "metro: Test Road 测试站 exit B",
        "2F: stairs only (2013), but a later sign draws an escalator (2020)",
    ):
        assert said in " ".join(text.split())
    assert svg.count("accent-line") >= 1
    assert "no record of 9F; floors known: B1, 1F, 2F, 5F" in words(building_svg(TOWN, TOWER, chosen=9))
    assert "no floor on record" in words(building_svg(TOWN, BARE, chosen=0))


def test_a_floor_marks_the_wanted_counter_the_way_and_the_limits_of_the_plan() -> None:
    svg = floor_svg(TOWN, PLANS, TOWER, 2, wanted="2A02")
    text = words(svg)
    for said in (
        "2A02",
        "you: west escalator",
        "about 15 m north-east",
        "north ^",
        "sign of 2013-04-14",
        "lines may be off by about 0.5 m",
        "2Axx",
        "E escalator",
    ):
        assert said in text
    assert 'stroke-dasharray="0.1 5"' in svg
    description = re.search(r"<desc>(.*?)</desc>", svg)
    assert description
    assert "from the west escalator about 15 m" in description[1]
    zone = floor_svg(TOWN, PLANS, TOWER, 2, wanted="2C44")
    assert "somewhere in the marked area 2Cxx" in words(zone)
    loose = msgspec.structs.replace(PLAN, scale=None, outline=(), exits=())
    assert "not to scale" in words(floor_svg(TOWN, (loose,), TOWER, 2, wanted="2A02"))


def test_a_floor_without_a_plan_lists_zones_and_says_that_it_is_a_schematic() -> None:
    text = words(floor_svg(TOWN, (), TOWER, 2, wanted="2C44"))
    for said in ("zone A", "2A02 Alpha Parts", "* 2C44 no stall on record", "schematic: no plan on record"):
        assert said in text
    assert "no counter on record on this floor" in words(floor_svg(TOWN, (), TOWER, 1))
    assert "no record of" in words(floor_svg(TOWN, (), TOWER, 0))


@settings(max_examples=40)
@given(st.text(max_size=40), languages)
def test_names_from_outside_cannot_break_out_of_the_picture(name: str, language: Tongue) -> None:
    for given_name in (HOSTILE, Name(en=name, zh=name)):
        tower = msgspec.structs.replace(TOWER, name=given_name)
        stall = msgspec.structs.replace(STALLS[0], name=given_name)
        town = msgspec.structs.replace(TOWN, buildings=(tower,), stalls=(stall,))
        for svg in (
            building_svg(town, tower, language=language),
            floor_svg(town, PLANS, tower, 2, wanted="2A02", language=language),
            floor_svg(town, (), tower, 2, wanted=name, language=language),
        ):
            assert "<script" not in svg
            assert "\x1b" not in svg
            parsed(svg)
