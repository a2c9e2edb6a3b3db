"""What ``find`` answers on the shipped pack: places with dates and sources, closed, or nothing."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.guide import Guide
from hqguide.search.answer import Answer


def places(answer: Answer) -> list[str]:
    return [place.place for place in answer.places]


@pytest.mark.parametrize(
    "query",
    [
        "resistor",
        "电阻",
        "電阻",
        "dianzu",
        "dian zu",
        "resistr",
        "where can I buy resistors?",
        "哪里有卖电阻",
    ],
)
def test_one_thing_is_found_under_every_way_to_call_it(guide: Guide, query: str) -> None:
    answer = guide.find(query)
    assert answer.answer == "place"
    assert answer.categories[0].id in ("passive", "passive.chipres", "passive.resistor")
    assert places(answer) == places(guide.find("resistor"))


def test_every_place_shown_has_a_date_a_source_and_a_path_that_leads_back(guide: Guide) -> None:
    for query in ("usb-c connector", "LED", "phone screen", "螺丝", "STM32F103C8T6", "10k 0603"):
        answer = guide.find(query, limit=40)
        assert answer.places, query
        for place in answer.places:
            assert place.source in guide.market.sources
            assert place.as_of is None or place.as_of[:2] == "20"
            assert place.sells
            assert guide.show(place.place).place == place.place


def test_places_come_best_first_and_no_more_than_asked(guide: Guide) -> None:
    answer = guide.find("connector", limit=5)
    assert len(answer.places) == 5
    assert answer.places[0].score == max(place.score for place in guide.find("connector", limit=200).places)
    near = guide.find("connector", limit=5, near="hqew-2")
    assert all(place.metres is not None for place in near.places if place.building)


def test_distances_are_measured_from_where_the_user_said_to_be() -> None:
    guide = Guide()
    assert all(place.metres is None for place in guide.find("connector").places)
    guide.set_here("seg-plaza")
    near = next(place for place in guide.find("connector").places if place.building == "seg-plaza")
    assert near.metres == 0.0
    far = guide.find("connector", near="华强北").places
    assert all(place.metres is None or place.metres > 50 for place in far)
    guide.forget_here()
    assert all(place.metres is None for place in guide.find("connector").places)


def test_a_damaged_notebook_does_not_stop_a_search(home: Path) -> None:
    home.mkdir(parents=True)
    (home / "notebook.json").write_text("{", encoding="utf-8")
    assert Guide().find("connector").places


def test_few_stalls_of_one_floor_come_before_other_floors_had_their_turn(guide: Guide) -> None:
    answer = guide.find("LED", limit=10)
    stalls = [p for p in answer.places[:6] if p.place.count("/") > 1 and p.place.startswith("hqew-2/6F")]
    assert len(stalls) <= 3


def test_newer_evidence_leads_and_older_stays_visible(guide: Guide) -> None:
    best = guide.find("LED strip").places[0]
    assert best.place.startswith("hqew-2/5F")
    assert best.as_of == "2026-01-04"
    floor = next(p for p in guide.find("LED", limit=40).places if p.place == "hqew-2/5F")
    assert any(old.superseded and old.as_of == "2013-04-14" for old in floor.older)


def test_a_closed_hall_is_said_to_be_closed_and_the_living_are_named(guide: Guide) -> None:
    answer = guide.find("Gaokede building for switches")
    assert answer.answer == "closed"
    assert answer.closed[0].place == "gaokede-electronics"
    assert answer.closed[0].as_of == "2019-04-02"
    assert answer.places
    assert all(place.status != "closed" for place in answer.places)


def test_a_closed_place_never_ranks_as_an_answer(guide: Guide) -> None:
    closed = {b.id for b in guide.market.buildings if b.status.state == "closed"}
    for query in ("switch", "ic", "connector", "电容", "relay", "sensor"):
        assert not closed & {place.building for place in guide.find(query, limit=200).places}


def test_goods_nobody_is_known_to_sell_get_their_name_and_no_place(guide: Guide) -> None:
    answer = guide.find("vacuum tubes")
    assert (answer.answer, answer.places) == ("category", ())
    assert answer.notes == ("No record of vacuum tube (电子管) in the market. Ask for: 电子管",)


def test_places_of_the_group_alone_are_not_said_to_be_known_for_the_thing(guide: Guide) -> None:
    answer = guide.find("e-paper display")
    assert not any("display.oled" in place.categories for place in answer.places)
    assert "these places are known for Displays and touch." in answer.notes[0]


def test_nonsense_finds_nothing_and_says_so(guide: Guide) -> None:
    answer = guide.find("zzzzqq xkcdplugh")
    assert answer.answer == "nothing"
    assert (answer.places, answer.categories) == ((), ())
    assert answer.notes


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("2955", "seg-plaza/2F/2955"),
        ("SEG 2955", "seg-plaza/2F/2955"),
        ("华强电子世界 23C217", "hqew-1/4F/23C217"),
        ("MJ", "seg-plaza/2F/2955"),
        ("聚隆工具", "tongtiandi/1F/东A388"),
        ("SEG Plaza", "seg-plaza"),
        ("赛格广场", "seg-plaza"),
    ],
)
def test_a_shop_a_counter_or_a_building_is_found_by_its_name(guide: Guide, query: str, place: str) -> None:
    assert guide.find(query).places[0].place == place


def test_goods_asked_for_in_one_building_are_looked_for_there_first(guide: Guide) -> None:
    answer = guide.find("LED in SEG Plaza")
    assert {place.building for place in answer.places} == {"seg-plaza"}
    elsewhere = guide.find("phone screen in Duhui")
    assert elsewhere.notes[0].startswith("No record of it in Duhui")
    assert "duhui" not in {place.building for place in elsewhere.places}


def test_two_buildings_of_one_name_are_both_named(guide: Guide) -> None:
    answer = guide.find("高科德")
    assert {hit.place for hit in answer.closed + answer.places} == {
        "gaokede-electronics",
        "golconda-cyber-plaza",
    }


def test_a_short_name_inside_a_part_is_not_taken_for_a_building(guide: Guide) -> None:
    answer = guide.find("7 segment display")
    assert answer.categories[0].id == "display.char"


@pytest.mark.parametrize("query", ["", "   ", "\x00\x1b", "x" * 10_001])
def test_an_empty_or_endless_query_is_refused(guide: Guide, query: str) -> None:
    with pytest.raises(GuideError):
        guide.find(query)


def test_a_query_of_ten_thousand_characters_is_answered(guide: Guide) -> None:
    assert guide.find("resistor " * 1111).query.startswith("resistor")


def test_control_characters_of_a_query_do_not_come_back(guide: Guide) -> None:
    assert guide.find("led\x1b[31m\u202estrip").query == "led[31mstrip"


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=80))
def test_any_text_is_answered_or_refused(guide: Guide, text: str) -> None:
    try:
        answer = guide.find(text)
    except GuideError:
        return
    assert (answer.answer == "nothing") == (not answer.categories and not answer.places and not answer.closed)
    scores = [category.score for category in answer.categories]
    assert all(0.0 < score <= 1.0 for score in scores)


def test_meanings_of_several_wishes_begin_with_the_best_of_each(guide: Guide) -> None:
    answer = guide.find("led strip and usb connector")
    assert {hit.id for hit in answer.categories[:2]} == {"opto.strip", "con.usb"}
    assert answer.categories[0].score >= answer.categories[-1].score
    ids = [hit.id for hit in answer.categories]
    assert len(ids) == len(set(ids))


def test_a_building_found_by_name_shows_a_claim_of_its_own(guide: Guide) -> None:
    for building in guide.market.buildings:
        for hit in guide.find(building.id.replace("-", " ")).places:
            if hit.place == building.id and building.claims:
                own = {(claim.source, claim.as_of, claim.method) for claim in building.claims}
                assert (hit.source, hit.as_of, hit.method) in own


def test_a_floor_is_found_by_its_path(guide: Guide) -> None:
    answer = guide.find("seg-plaza/2F")
    assert [place.place for place in answer.places] == ["seg-plaza/2F"]
    asked = guide.find("LED SEG 1F").places
    assert {place.floor for place in asked} == {"1F"}


def test_a_legal_form_is_no_shop(guide: Guide) -> None:
    assert len(guide.find("有限公司", limit=2).places) <= 2
