from pathlib import Path

import msgspec
import pytest

from hqguide.errors import GuideError
from hqguide.guide import Guide
from hqguide.handouts import ROOM, ROOM_A_STOP, floors_of, gather, map_of, positions_of
from hqguide.notebook.lists import ListItem
from hqguide.route.itinerary import Itinerary, Stop
from hqguide.route.trip import Trip
from tests.export.export_plans import plan


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide()


def at(building: str, floor: str | None, counter: str | None = None) -> Stop:
    """A stop of the synthetic plan, moved to a place of the shipped pack."""
    place = "/".join(filter(None, (building, floor, counter)))
    stop = plan(1).stops[0]
    return msgspec.structs.replace(stop, place=place, building=building, floor=floor, counter=counter)


def walk(*stops: Stop) -> Itinerary:
    return msgspec.structs.replace(plan(1), stops=stops)


def floors(guide: Guide, *stops: Stop) -> dict[str, str]:
    return dict(floors_of(guide.market, guide.floorplans, walk(*stops)))


def test_the_floor_of_a_stop_is_drawn_with_its_counter_marked(guide: Guide) -> None:
    found = floors(guide, at("seg-plaza", "2F", "2955"), at("seg-plaza", "2F"))
    marked, bare = found["seg-plaza/2F/2955"], found["seg-plaza/2F"]
    assert "* 2955" in marked
    assert "* 2955" not in bare
    assert "2955" in bare


def test_a_floor_of_which_nothing_is_on_record_has_no_picture(guide: Guide) -> None:
    assert floors(guide, at("seg-plaza", "99F"), at("seg-plaza", None), at("synthetic-hall", "1F")) == {}


def test_a_long_walk_draws_each_floor_once_without_the_counters(guide: Guide) -> None:
    numbers = [stall.counter for stall in guide.market.stalls_by_building["seg-plaza"] if stall.level == 2]
    stops = [at("seg-plaza", "2F", number) for number in dict.fromkeys(filter(None, numbers))]
    few = floors(guide, *stops)
    assert len(set(few.values())) == len(stops)
    made_up = [at("seg-plaza", "2F", f"9{number}") for number in range(60)]
    many = floors(guide, *stops, *made_up)
    assert len(many) == len(stops) + 60
    assert len(set(many.values())) == 1
    assert sum(map(len, set(many.values()))) <= ROOM - ROOM_A_STOP * len(many)


def test_the_map_shows_the_numbers_of_the_stops_whose_hall_is_located(guide: Guide) -> None:
    drawn = map_of(
        guide.market, guide.drawn_district, walk(at("synthetic-hall", "1F"), at("seg-plaza", "1F"))
    )
    assert "Stops in order: 2. SEG Plaza" in drawn


def test_halls_without_a_position_are_missing_from_the_positions(guide: Guide) -> None:
    found = positions_of(guide.market, walk(at("seg-plaza", "1F"), at("synthetic-hall", "1F")))
    assert found == {"seg-plaza": guide.market.by_id["seg-plaza"].position}


def test_pictures_are_drawn_only_for_a_format_that_shows_them(guide: Guide) -> None:
    stops = walk(at("seg-plaza", "2F", "2955"))
    given = (guide.market, guide.drawn_district, guide.floorplans, stops)
    assert gather(*given, "html", "zh").language == "zh"
    assert gather(*given, "html").floors
    assert gather(*given, "pdf").map_svg
    assert not gather(*given, "gpx").floors
    assert gather(*given, "gpx").map_svg is None
    with pytest.raises(GuideError):
        gather(*given, "docx")


def test_text_and_bytes_are_saved_alike(guide: Guide, tmp_path: Path) -> None:
    stops = guide.plan([ListItem(id=1, text="raspberry pi")], Trip(date="2026-11-24", depart="11:00"))
    guide.export(stops, "html", tmp_path / "a.html", language="zh")
    guide.export(stops, "pdf", tmp_path / "a.pdf")
    assert 'lang="zh"' in (tmp_path / "a.html").read_text("utf-8")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(GuideError):
        guide.export(stops, "pdf", tmp_path / "a.pdf")
    guide.export(stops, "pdf", tmp_path / "a.pdf", force=True)
