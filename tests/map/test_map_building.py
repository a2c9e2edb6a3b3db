import re

import msgspec
import pytest

from hqguide.map.building import draw_building
from hqguide.map.floors import entrance_words, place_words, status_words, storeys
from hqguide.map.names import Tongue
from hqguide.market.model import Building
from hqguide.market.pack import default_folder, load_market
from tests.map.map_floor import BARE, HALL, TOWER, TOWN

REAL = load_market(default_folder())
LOCATED = re.compile(r"position known to about (\d+) m|position may be (\d+) m off|position unknown")


@pytest.mark.parametrize("building", REAL.buildings, ids=lambda one: str(one.id))
def test_every_building_is_drawn_reached_and_located(building: Building) -> None:
    where = building.position
    found = LOCATED.fullmatch(place_words(building, "en"))
    assert found
    assert (found[1] or found[2]) == (f"{where.accuracy_m:g}" if where else None)
    drawing = draw_building(REAL, building, 100, 50)
    text = drawing.text()
    assert place_words(building, "en") in text
    if not building.floors:
        assert "no floor on record for this building" in text
    for floor in building.floors:
        thing = f"floor:{building.id}/{floor.label}"
        assert thing in drawing.things
        rows = [at // 100 for at, owner in enumerate(drawing.owners) if drawing.things[owner] == thing]
        line = "".join(run.text for run in drawing.rows[rows[0]])
        assert re.search(rf"\s{floor.label}\s", line)
    small = draw_building(REAL, building, 40, 10, chosen=1, language="zh")
    assert [sum(len(run.text) for run in row) > 0 for row in small.rows] == [True] * 10
    assert re.search("位置", small.text())


def test_a_stack_tells_goods_year_stalls_joined_floors_and_access_of_each_floor() -> None:
    text = draw_building(TOWN, TOWER, 90, 30, chosen=2).text()
    rows = {label: row for row in text.split("\n") for label in re.findall(r"^.>? +(B1|\dF) (?!to \dF)", row)}
    assert list(rows) == ["5F", "2F", "1F", "B1"]
    assert re.search(r"stalls: wire +2021 +1 ", rows["5F"])
    assert re.search(r"tools +2026 +4 ", rows["2F"])
    assert re.search(r"reels of parts +2013 +- ", rows["1F"])
    assert re.search(r"no evidence of what is sold +- ", rows["B1"])
    assert "= synthetic-unsure 3F  ! stairs only?  # plan" in text
    assert "! hidden lift  ! no photos" in text
    assert "3F to 4F: not on record" in text
    assert "> 2F: tools (2026); 4 stalls on record" in text
    assert "metro: Test Road 测试站 exit B" in text
    assert "4 of 6 market floors on record" in text
    assert text.index(" 1F ") < text.index("street") < text.index(" B1 ")


def test_the_pointer_finds_floors_and_the_floor_one_walks_over_to() -> None:
    drawing = draw_building(TOWN, TOWER, 90, 30)
    things = set(drawing.things)
    assert {f"floor:{HALL}/{label}" for label in ("5F", "2F", "1F", "B1")} <= things
    assert "floor:synthetic-unsure/3F" in things
    row = next(at for at, runs in enumerate(drawing.rows) if " 2F " in "".join(run.text for run in runs))
    assert {drawing.at(column, row) for column in range(1, 89)} == {f"floor:{HALL}/2F"}


@pytest.mark.parametrize("chosen", [-1, 1, 2, 5])
def test_a_low_picture_shows_the_chosen_floor_and_counts_the_others(chosen: int) -> None:
    text = draw_building(TOWN, TOWER, 40, 9, chosen=chosen).text()
    label = {-1: "B1", 1: "1F", 2: "2F", 5: "5F"}[chosen]
    assert re.search(rf">\s+{label} ", text)
    hidden = sum(map(int, re.findall(r"(\d) more", text)))
    assert hidden + len(re.findall(r"^.[> ] +(?:B1|\dF) ", text, re.MULTILINE)) == 4


def test_a_floor_nobody_knows_and_a_building_without_floors_are_said_plainly() -> None:
    text = draw_building(TOWN, TOWER, 90, 30, chosen=9).text()
    assert "no record of 9F; floors known: B1, 1F, 2F, 5F" in text
    bare = draw_building(TOWN, BARE, 60, 12, chosen=0).text()
    assert "no floor on record for this building" in bare
    assert "no record of 0; floors known: none" in bare
    assert "position unknown" in bare
    assert "metro exit: not on record" in bare


def test_status_position_and_entrances_are_worded_in_both_languages() -> None:
    dated = msgspec.structs.replace(TOWER, status=msgspec.structs.replace(TOWER.status, as_of="2025"))
    unknown = msgspec.structs.replace(TOWER, metro=(msgspec.structs.replace(TOWER.metro[0], exit=None),))
    expected: dict[Tongue, tuple[str, str, str]] = {
        "en": ("open (2025)", "position known to about 10 m", "metro: Test Road 测试站 exit not known"),
        "zh": ("营业 (2025)", "位置误差约 10 米", "地铁: Test Road 测试站 未知 口"),
    }
    for language, words in expected.items():
        found = status_words(dated, language), place_words(TOWER, language), entrance_words(unknown, language)
        assert found == words


def test_gaps_and_short_goods_are_in_the_language_of_the_reader() -> None:
    assert [row.goods for row in storeys(TOWN, TOWER, "zh")] == [
        "档口: 线材",
        "工具",
        "盘料",
        "没有所售商品的记录",
    ]
    assert "工具 tools" in draw_building(TOWN, TOWER, 90, 30, language="both").text()
    assert "3F 至 4F: 无记录" in draw_building(TOWN, TOWER, 90, 30, language="zh").text()
