"""What people type for a place leads to that place, or to a message that helps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.market.model import Building
from hqguide.market.pack import Market
from hqguide.market.places import mentioned, names_of, parse_floor, resolve, stall_path


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("seg-plaza", "seg-plaza"),
        ("SEG-PLAZA", "seg-plaza"),
        ("赛格", "seg-plaza"),
        ("賽格廣場", "seg-plaza"),
        ("SEG 2F", "seg-plaza/2F"),
        ("赛格广场3楼", "seg-plaza/3F"),
        ("seg-plaza/2", "seg-plaza/2F"),
        ("seg-plaza/2F/2955", "seg-plaza/2F/2955"),
        ("2955", "seg-plaza/2F/2955"),
        ("华强电子世界 23C217", "hqew-1/4F/23C217"),
        ("hqew-1/23C999", "hqew-1/4F/23C999"),
        ("duhui 3b002", "duhui/3F/3B002"),
        ("tongtiandi/A178", "tongtiandi/A178"),
        ("area-2f-map-2026", "area-2f-map-2026"),
        ("hqew-1/2F/21C008/9", "hqew-1/2F/21C008/9"),
    ],
)
def test_a_place_is_found_by_path_name_floor_or_counter(market: Market, typed: str, path: str) -> None:
    assert resolve(market, typed).path == path


def test_a_number_without_a_stall_is_decoded_by_the_grammar(market: Market) -> None:
    place = resolve(market, "hqew-1/23C999")
    assert place.stalls == ()
    assert place.reading is not None
    assert place.level == 4


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "1 to 200 characters"),
        ("x" * 201, "1 to 200 characters"),
        ("seg plza", "Did you mean seg-plaza"),
        ("高科德", "gaokede-electronics (closed)"),
        ("seg-plaza/11F", "Floors known: 1F"),
        ("seg-plaza/2F/ZZZ9", "does not fit the numbering"),
        ("nowhere at all", "no place called"),
        ("bad\x1b[31mname", "no place called 'bad[31mname'"),
    ],
)
def test_an_unknown_place_says_what_is_wrong_and_what_is_near(market: Market, typed: str, said: str) -> None:
    with pytest.raises(GuideError) as error:
        resolve(market, typed)
    assert said in str(error.value)


def test_every_building_is_reached_by_its_id_and_its_own_names(market: Market) -> None:
    for building in market.buildings:
        assert resolve(market, building.id).building is building
        for name in names_of(building):
            found = resolve_any(market, name)
            assert building.id in found, name


def resolve_any(market: Market, name: str) -> set[str]:
    try:
        building = resolve(market, name).building
    except GuideError as error:
        return set(error.hint.replace("Choose one: ", "").replace(",", " ").split())
    return {building.id} if building else set()


def test_every_stall_on_record_is_reached_by_its_path(market: Market) -> None:
    for stall in market.stalls:
        assert stall in resolve(market, stall_path(stall)).stalls, stall.id


def test_a_building_named_in_a_sentence_is_cut_out_of_it(market: Market) -> None:
    named, rest = mentioned(market, "Gaokede building for switches")
    assert "gaokede-electronics" in {building.id for building in named}
    assert rest == "for switches"
    assert mentioned(market, "segment display") == ((), "segment display")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("2F", 2),
        ("b1", -1),
        ("10楼", 10),
        ("L3", 3),
        ("floor 4", 4),
        ("3rd floor", 3),
        ("12v", None),
        ("", None),
    ],
)
def test_floors_are_read_as_people_write_them(text: str, level: int | None) -> None:
    assert parse_floor(text) == level


@given(st.text(max_size=60))
def test_any_text_resolves_or_is_refused_with_a_guide_error(market: Market, text: str) -> None:
    try:
        place = resolve(market, text)
    except GuideError:
        return
    assert isinstance(place.building, Building) or place.stalls
