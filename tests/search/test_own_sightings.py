"""What the visitor saw, laid over the shipped pack: first in the answer, gone when gone."""

from datetime import date
from pathlib import Path

import pytest

from hqguide.errors import GuideError
from hqguide.guide import Guide
from hqguide.notebook.sightings import Seen
from hqguide.sighted import Sight

DAY = date(2026, 11, 20)


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return Guide(notebook=tmp_path / "notebook.json")


def note(guide: Guide, place: str, text: str = "", seen: Seen = "sells", on: date = DAY) -> int:
    return guide.note(Sight(place, seen, on, text))[0]


def places(guide: Guide, query: str) -> list[str]:
    return [place.place for place in guide.find(query).places]


def test_what_was_seen_comes_first_and_says_whose_word_it_is(guide: Guide) -> None:
    assert places(guide, "100nF 0603")[0] != "seg-plaza/2F/2958"
    guide.note(Sight("seg-plaza/2F/2958", "sells", DAY, "100nF 0603 capacitors", "德信", "reels"))
    best = guide.find("100nF 0603", why=True).places[0]
    assert (best.place, best.method, best.as_of) == ("seg-plaza/2F/2958", "own sighting", "2026-11-20")
    assert (best.name, best.note, best.source) == ("德信", "reels", "own-notebook")
    assert any("you saw it here" in reason.what for reason in best.why)


@pytest.mark.parametrize("query", ["电子管", "vacuum tube", "valves"])
def test_goods_nobody_is_on_record_for_are_found_where_they_were_seen_in_any_language(
    guide: Guide, query: str
) -> None:
    assert places(guide, query) == []
    note(guide, "SEG 3F", "valves")
    assert places(guide, query)[0] == "seg-plaza/3F"


def test_a_part_number_is_found_by_its_beginning(guide: Guide) -> None:
    note(guide, "华强电子世界 23C217", "NE555P")
    assert places(guide, "NE555")[0] == "hqew-1/4F/23C217"


def test_what_was_seen_does_not_come_first_for_other_goods(guide: Guide) -> None:
    before = places(guide, "screwdriver")
    note(guide, "seg-plaza/2F/2958", "100nF 0603 capacitors")
    assert places(guide, "screwdriver") == before


def test_a_place_that_was_asked_in_vain_is_no_answer_but_stays_on_record(guide: Guide) -> None:
    gone = places(guide, "usb c connector")[0]
    note(guide, gone, "usb c connector", "lacks")
    assert gone not in places(guide, "usb c connector")
    assert any(fact.says == "lacks" for fact in guide.show(gone).facts)


@pytest.mark.parametrize(("lacking", "other"), [("NE555", "74HC595"), ("10k 0603", "4k7 0402")])
def test_lacking_one_part_says_nothing_of_its_kind(guide: Guide, lacking: str, other: str) -> None:
    place = places(guide, lacking)[0]
    before = places(guide, other)
    assert place in before
    note(guide, place, lacking, "lacks")
    assert place not in places(guide, lacking)
    assert places(guide, other) == before


def test_a_floor_is_told_by_what_it_sells_and_not_by_what_it_lacks(guide: Guide) -> None:
    before = [line.goods for line in guide.show("seg-plaza").floors]
    note(guide, "seg-plaza/1F", "NE555", "lacks")
    assert [line.goods for line in guide.show("seg-plaza").floors] == before


def test_what_was_found_after_all_is_an_answer_again(guide: Guide) -> None:
    gone = places(guide, "usb c connector")[0]
    note(guide, gone, "usb c connector", "lacks")
    note(guide, gone, "usb c connector", on=date(2026, 11, 21))
    assert places(guide, "usb c connector")[0] == gone


def test_a_closed_floor_is_no_answer_until_something_is_seen_there_again(guide: Guide) -> None:
    floor = next(place for place in places(guide, "led") if place.count("/") == 1)
    note(guide, floor, seen="closed")
    assert not any(place.startswith(floor) for place in places(guide, "led"))
    note(guide, floor, "led", on=date(2026, 11, 22))
    assert places(guide, "led")[0] == floor


def test_a_closed_hall_is_named_as_closed_with_the_day(guide: Guide) -> None:
    note(guide, "seg-plaza", seen="closed")
    card = guide.show("seg-plaza")
    assert (card.status, card.status_as_of) == ("closed", "2026-11-20")
    assert not any(place.startswith("seg-plaza/") for place in places(guide, "100nF 0603"))
    note(guide, "seg-plaza/2F", "led", on=date(2026, 11, 22))
    assert guide.show("seg-plaza").status == "open"


def test_taking_a_note_out_leaves_the_pack_as_it_was(guide: Guide) -> None:
    before = guide.find("100nF 0603")
    number = note(guide, "seg-plaza/2F/2958", "100nF 0603")
    assert guide.find("100nF 0603") != before
    assert guide.forget_sighting(number).text == "100nF 0603"
    assert guide.find("100nF 0603") == before
    assert guide.sightings == {}


def test_another_guide_on_the_same_notebook_sees_it(guide: Guide, tmp_path: Path) -> None:
    note(guide, "seg-plaza/2F/2958", "电容")
    other = Guide(notebook=tmp_path / "notebook.json")
    assert other.market.sources["own-notebook"].title == "Your own sightings"
    assert places(other, "电容")[0] == "seg-plaza/2F/2958"


def test_an_unknown_place_is_refused_and_nothing_is_kept(guide: Guide, tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="no place called"):
        note(guide, "nowhere at all", "led")
    assert not (tmp_path / "notebook.json").exists()


def test_a_place_the_pack_no_longer_has_is_kept_and_shown_nowhere(tmp_path: Path) -> None:
    from hqguide.notebook.book import Notebook
    from hqguide.notebook.sightings import Sightings, new_sighting

    path = tmp_path / "notebook.json"
    Sightings(Notebook(path)).add(new_sighting("synthetic-hall/9F", "sells", "led", DAY))
    guide = Guide(notebook=path)
    assert all("synthetic" not in place for place in places(guide, "led"))
    assert guide.sightings[1].place == "synthetic-hall/9F"


def test_a_damaged_notebook_does_not_keep_anybody_from_searching(tmp_path: Path) -> None:
    path = tmp_path / "notebook.json"
    path.write_text("{", encoding="utf-8")
    guide = Guide(notebook=path)
    assert guide.find("led").places
    with pytest.raises(GuideError, match="damaged"):
        _ = guide.sightings


def test_a_plan_goes_to_the_counter_that_was_seen(guide: Guide) -> None:
    from hqguide.notebook.item import ListItem

    note(guide, "seg-plaza/2F/2958", "vacuum tube")
    (item,) = guide.items((ListItem(1, "vacuum tube"),))
    assert item.offers[0].place == "seg-plaza/2F/2958"
