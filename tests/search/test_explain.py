"""Why a place stands where it does: factors in words that multiply to its score."""

from math import prod

import pytest

from hqguide.guide import Guide
from hqguide.search.rank import NEAR_SHARE


@pytest.mark.parametrize(
    "query",
    [
        "resistor",
        "LED strip and switch",
        "电容",
        "ld1117",
        "soldering iron",
        "赛格 电阻",
        "old chips",
        "battery holder",
    ],
)
@pytest.mark.parametrize("near", [None, "seg-plaza"])
def test_the_factors_of_a_place_multiply_to_its_score(guide: Guide, query: str, near: str | None) -> None:
    answer = guide.find(query, limit=40, near=near, why=True)
    assert answer.places
    for place in answer.places:
        own = [reason for reason in place.why if "from where you are" not in reason.what]
        assert prod(reason.factor for reason in own) == pytest.approx(place.score, rel=0.01, abs=0.001)
        lifted = [reason.factor for reason in place.why if reason not in own]
        assert all(1.0 <= factor <= 1.0 + NEAR_SHARE for factor in lifted)


def test_reasons_are_words_and_only_given_when_asked(guide: Guide) -> None:
    asked = guide.find("led strip", limit=5, why=True).places
    said = " ".join(reason.what for place in asked for reason in place.why)
    assert "understood as LED strips" in said
    assert "its record says so under just that name" in said
    assert "counts half every" in said
    assert "confidence high" in said
    assert all(place.why == () for place in guide.find("led strip", limit=5).places)


def test_a_part_number_on_record_is_told_as_such(guide: Guide) -> None:
    first = guide.find("LD1117S33CTR", why=True).places[0]
    assert first.why[0].what == "the part number itself is on record"


def test_the_order_with_reasons_is_the_order_without(guide: Guide) -> None:
    assert [p.place for p in guide.find("sensor", why=True).places] == [
        p.place for p in guide.find("sensor").places
    ]
