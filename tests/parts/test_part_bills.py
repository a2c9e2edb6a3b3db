"""Kinds of names that lines of real bills hold: makers, shops' descriptions, other languages, symbols."""

import pytest

from hqguide.parts.beside import Context
from hqguide.parts.foreign_words import query_in_english
from hqguide.parts.language import Language
from hqguide.parts.makers import without_maker
from hqguide.parts.shop_words import without_shop_words
from hqguide.parts.understand import understand

CASES = [
    # A maker's name beside a number of a known kind.
    ("AP2553W6-7 (DIODES)", Context(), "ic.power"),
    ("Bourns PEC11R-4225F-S0024", Context(), "switch.encoder"),
    # Descriptions of distributors, whose packages and figures are no names.
    ("Diode Independent 40V 3A Surface Mount SMA(DO-214AC) RoHS", Context("D1"), "discrete.diode"),
    # Other languages.
    ("Kondensator 22pF", Context(), "passive.mlcc"),
    ("Potenziometro 10k", Context(), "passive.pot"),
    ("Interruptor deslizante", Context("SW1"), "switch.button"),
    # Values: a micro sign that was lost, Zener voltages, norms of screws.
    ("470 ?F", Context("C1", "CP_Radial_D8.0mm_P3.50mm"), "passive.elcap"),
    ("3V9", Context("D2", "D_SOD-123"), "discrete.diode"),
    ("DIN 912 M3x10", Context(), "mech.hardware"),
    # A sure number counts more than its package or its letters.
    ("SMCJ28CA", Context("D1", "D_SMC"), "passive.protection"),
    ("LM7805", Context("Q1", "TO-220-3_Vertical"), "ic.power"),
    # Letters that stand for two sorts do not overrule words.
    ("14D471K", Context("RV1"), "passive.protection"),
    ("10k", Context("RV1"), "passive.pot"),
    # A chip's number with a word for a board.
    ("LM2596 module", Context(), "power.module"),
    ("T2000 screen glue", Context(), "tool.adhesive"),
]


@pytest.mark.parametrize(("text", "context", "category"), CASES)
def test_kinds_of_names_in_bills(language: Language, text: str, context: Context, category: str) -> None:
    found = understand(text, language, context=context)
    assert found
    assert found[0].category == category


def test_a_name_inside_a_description_full_of_figures_is_found(language: Language) -> None:
    found = understand("5pA 1MHz Rail-to-Rail Input, Op Amps, RoHS", language, context=Context("U1"))
    assert "ic.analog" in [meaning.category for meaning in found[:3]]


@pytest.mark.parametrize(
    ("number", "category"),
    [
        ("SY8089AAAC", "ic.power"),
        ("GD32F303RCT6", "ic.mcu"),
        ("TPS62840DLCR", "ic.power"),
        ("SN74LVC1T45DBVR", "ic.logic"),
        ("PESD5V0S1BL", "passive.protection"),
        ("GRM188R61A106KE69D", "passive.mlcc"),
        ("RC0603FR-0710KL", "passive.chipres"),
        ("EEE-FK1V101P", "passive.elcap"),
        ("ABM8-25.000MHZ-B2-T", "passive.crystal"),
        ("SRN6045TA-100M", "passive.inductor"),
        ("G5LE-1 DC12", "switch.relay"),
        ("B4B-XH-A", "con.w2b"),
    ],
)
def test_makers_number_their_parts(language: Language, number: str, category: str) -> None:
    found = understand(number, language)
    assert found
    assert found[0].category == category


def test_only_a_name_beside_a_known_number_is_a_maker(language: Language) -> None:
    assert without_maker("AP2553W6-7 (DIODES)", language) == "AP2553W6-7"
    for text in ("resistor 10k", "USB C (female)", "diode 1N4148 SOD-123", "AP2553W6-7 (2 pcs)"):
        assert without_maker(text, language) == text


def test_packages_are_no_names_but_what_is_made_for_them_is() -> None:
    assert without_shop_words("Diode 40V 3A Surface Mount SMA(DO-214AC)") == "Diode 40V 3A"
    for text in ("SOP8 to DIP8 adapter board", "QFN-32 test socket for chips", "SMA connector"):
        assert without_shop_words(text) == text


def test_words_of_other_languages_that_are_english_or_pinyin_stay() -> None:
    assert "resistor" in query_in_english("Widerstand 10k")
    assert query_in_english("Relé 5V") == "relay 5V"
    for text in ("button", "dian zu", "red led", "motor"):
        assert query_in_english(text) == text
