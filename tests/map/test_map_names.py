import pytest

from hqguide.map.names import Tongue, hall_words, station_words, street_words
from tests.map.map_ground import BUILDINGS, DISTRICT, STREETS, hall

ALPHA, BETA, _, _, ONLY_ZH, _ = BUILDINGS


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("South Avenue",)), ("zh", ("南大路",)), ("both", ("南大路 South Avenue", "南大路"))],
)
def test_a_street_is_named_in_the_language_asked_for(language: Tongue, words: tuple[str, ...]) -> None:
    assert street_words(STREETS[1], language) == words


def test_a_name_nobody_confirmed_ends_in_a_question_mark_and_no_name_stays_empty() -> None:
    assert street_words(STREETS[3], "en") == ("East Rd?",)
    assert street_words(STREETS[4], "both") == ()


def test_a_station_says_its_lines_when_they_are_known() -> None:
    station, nowhere = DISTRICT.stations
    assert station_words(station, "en") == (("Test Road L1/7",), ("Test Road",))
    assert station_words(station, "zh") == (("测试站 1/7号线",), ("测试站",))
    assert station_words(station, "both") == (
        ("测试站 Test Road L1/7",),
        ("测试站", "Test Road L1/7"),
        ("测试站",),
    )
    assert station_words(nowhere, "zh") == (("无处",),)
    assert station_words(nowhere, "en") == (("Nowhere",),)


def test_a_hall_goes_without_asides_then_on_two_rows_then_by_its_short_name() -> None:
    assert hall_words(ALPHA, "en") == (("Alpha Hall",), ("Alpha",))
    assert hall_words(BETA, "en") == (("Beta Wholesale Market",), ("Beta Wholesale", "Market"), ("Beta",))
    assert hall_words(ALPHA, "zh") == (("甲电子城",),)
    assert hall_words(ALPHA, "both")[:2] == (("甲电子城 Alpha Hall",), ("甲电子城", "Alpha Hall"))


def test_a_hall_known_in_one_language_only_keeps_that_name_and_a_nameless_one_its_id() -> None:
    for language in ("en", "zh", "both"):
        assert hall_words(ONLY_ZH, language)[0] == ("戊数码广场",)
    assert hall_words(hall("synthetic-id", "", "", None), "en") == (("synthetic-id",),)


def test_a_nickname_that_is_no_part_of_the_name_is_not_put_on_the_map() -> None:
    odd = hall("synthetic-odd", "Alpha Hall", "", None)
    renamed = type(odd)(
        id=odd.id, name=type(odd.name)(en="Zeta"), kind=odd.kind, status=odd.status, aliases=odd.aliases
    )
    assert hall_words(renamed, "en") == (("Zeta",),)
