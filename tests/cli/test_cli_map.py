"""``hqguide map`` draws the district, a hall, a floor and a counter, as text and as SVG."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from hqguide.text import cells
from tests.cli.conftest import Ran

Hq = Callable[..., Ran]


def test_the_district_is_drawn_in_the_size_asked_with_its_attribution(hq: Hq) -> None:
    rows = hq("map", "--size", "100x30").out.rstrip("\n").split("\n")
    assert len(rows) == 30
    assert max(cells(row) for row in rows) <= 100
    assert "© OpenStreetMap contributors" in rows[-1]
    assert any("SEG Plaza" in row for row in rows)


def test_labels_come_in_the_language_asked(hq: Hq) -> None:
    assert "赛格广场" in hq("map", "--lang", "zh", "--size", "120x40").out
    assert hq("map", "--ascii", "--size", "80x24").out.replace("©", "").isascii()


def test_halls_are_shaded_by_the_evidence_for_goods(hq: Hq) -> None:
    shaded, bare = (hq("map", *more, "--size", "80x24").out for more in (["--where", "LED"], []))
    assert shaded != bare
    assert hq("map", "--where", "zzzzqq", "--size", "80x24").code == 0


def test_a_hall_shows_its_floors_and_a_counter_its_floor(hq: Hq) -> None:
    assert "10F" in hq("map", "seg-plaza", "--size", "80x24").out
    floor = hq("map", "华强电子世界", "23C217", "--size", "80x40").out
    assert "23C217" in floor
    assert "4F" in floor
    assert "schematic" in hq("map", "seg-plaza/2F", "--size", "100x40").out


def test_where_the_user_is_stands_on_the_map(hq: Hq) -> None:
    hq("here", "seg-plaza")
    assert "You are here" in hq("map", "--size", "120x40").out


def test_a_map_is_written_as_svg_or_text_and_not_over_a_file(hq: Hq, tmp_path: Path) -> None:
    for place in ([], ["seg-plaza"], ["pacific-security/2F"]):
        target = tmp_path / f"{len(place)}{place[0].replace('/', '-') if place else ''}.svg"
        assert hq("map", *place, "-o", str(target)).code == 0
        assert ElementTree.fromstring(target.read_bytes()).tag.endswith("svg")  # noqa: S314 (our own)
        assert hq("map", *place, "-o", str(target)).code == 2
        assert hq("map", *place, "-o", str(target), "--force").code == 0
    text = tmp_path / "district.txt"
    hq("map", "-o", str(text), "--size", "80x24")
    assert text.read_text(encoding="utf-8").count("\n") == 24


@pytest.mark.parametrize("size", ["80", "0x5", "axb", "5000x5"])
def test_a_size_that_is_none_is_refused(hq: Hq, size: str) -> None:
    ran = hq("map", "--size", size)
    assert ran.code == 2
    assert "80x24" in ran.err


def test_every_building_and_floor_of_the_pack_can_be_drawn(hq: Hq) -> None:
    from hqguide.guide import Guide

    guide = Guide()
    for building in guide.market.buildings:
        for path in (building.id, *(f"{building.id}/{floor.label}" for floor in building.floors)):
            drawn = guide.picture(path, None, "both", 60, 20, False)
            assert len(drawn.split("\n")) == 20, path
            assert max(cells(row) for row in drawn.split("\n")) <= 60


def test_without_the_street_file_the_halls_are_still_drawn(hq: Hq, tmp_path: Path) -> None:
    for file in (Path(__file__).parents[2] / "data").glob("*.json"):
        if file.name != "streets.json":
            (tmp_path / file.name).write_bytes(file.read_bytes())
    ran = hq("--data", str(tmp_path), "map", "--size", "80x24")
    assert ran.code == 0
    assert "SEG Plaza" in ran.out
