"""What stands beside a text in a bill of materials tells what the text means."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hqguide.parts.beside import Context
from hqguide.parts.language import Language
from hqguide.parts.sorts import SORTS, sort_of
from hqguide.parts.understand import understand
from hqguide.parts.votes import Votes

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("text", "context", "category"),
    [
        ("10k", Context("RV1"), "passive.pot"),
        ("500mA", Context("F1"), "passive.protection"),
        ("red", Context("D3"), "opto.led"),
        ("VBUS", Context("J2"), "con.header"),
        ("16MHz", Context("Y1"), "passive.crystal"),
        ("32.768k", Context("X1"), "passive.crystal"),
        ("12V", Context("K1"), "switch.relay"),
        ("600R", Context("FB1"), "passive.inductor"),
        ("3V3", Context("U2", "SOT-23-5"), "ic.power"),
        ("120", Context("R1"), "passive.chipres"),
        ("1k", Context("R1", "Resistor_THT:R_Axial_DIN0207_L6.3mm_P10.16mm"), "passive.resistor"),
        ("10u", Context("C3", "Footprints:T491A"), "passive.tantalum"),
        ("470uF", Context("C1", "C_Disc_D5.0mm_W2.5mm_P2.50mm"), "passive.elcap"),
        ("BAT", Context("J1", "JST_PH_B2B-PH-K_1x02_P2.00mm_Vertical"), "con.w2b"),
        ("RESET", Context("SW1"), "switch.button"),
        ("Power", Context("D5", "LED_0603"), "opto.led"),
        ("10 kOhm", Context("RV1", description="Linear potentiometer"), "passive.pot"),
        ("D1", Context(description="Schottky diode 40V"), "discrete.diode"),
        ("part 7", Context(footprint="Connector:USB_C_Receptacle"), "con.usb"),
    ],
)
def test_the_other_columns_say_what_a_value_is(
    language: Language, text: str, context: Context, category: str
) -> None:
    found = understand(text, language, context=context)
    assert found
    assert found[0].category == category


def test_context_that_says_nothing_changes_nothing(language: Language) -> None:
    assert not Context()
    assert understand("10k", language, context=Context()) == understand("10k", language)


def test_every_line_of_the_sets_with_context_is_mostly_understood(language: Language) -> None:
    rows = [
        row
        for name in ("queries_field", "queries_bills", "queries_field_second")
        for row in json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
        if "context" in row
    ]
    right = sum(
        understand(row["query"], language, context=Context(**row["context"]))[0].category in row["expect_any"]
        for row in rows
        if understand(row["query"], language, context=Context(**row["context"]))
    )
    assert len(rows) > 100
    assert right / len(rows) >= 0.93


@settings(max_examples=60, deadline=None)
@given(*(st.text(max_size=60) for _ in range(5)))
def test_any_columns_give_scores_in_order(
    language: Language, text: str, designator: str, footprint: str, description: str, maker: str
) -> None:
    found = understand(text, language, context=Context(designator, footprint, description, maker))
    scores = [meaning.score for meaning in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert len({meaning.category for meaning in found}) == len(found)


def test_votes_for_the_same_strengthen_each_other_and_keep_the_strongest_sign() -> None:
    votes: Votes[str] = Votes()
    votes.add("a", 0.5, "weak")
    votes.add("b", 0.6, "only")
    votes.add("a", 0.55, "strong")
    assert [category for category, _ in votes.ranked()] == ["a", "b"]
    assert votes.told("a") == "strong"
    assert votes.told("c") is None


def test_what_a_part_with_such_letters_cannot_be_counts_less() -> None:
    sure, unsure = Votes[str](SORTS["R"]), Votes[str](SORTS["U"])
    for votes in (sure, unsure):
        votes.add("device.gift", 0.9, "odd")
    assert sure.ranked()[0][1] < unsure.ranked()[0][1] < 0.9


def test_letters_of_a_designator_may_stand_before_or_behind_a_mark() -> None:
    assert sort_of("C_OUT") is SORTS["C"]
    assert sort_of("POWER_LED") is SORTS["LED"] or sort_of("POWER_LED") is SORTS["POWER"]
    assert sort_of("") is None
    assert sort_of("QQQ") is None
