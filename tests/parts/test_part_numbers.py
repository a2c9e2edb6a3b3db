"""A known part number settles what is meant, and names of goods say themselves in Chinese."""

import pytest

from hqguide.parts.families import read_part
from hqguide.parts.language import Language
from hqguide.parts.meaning import Meaning
from hqguide.parts.part_numbers import settle
from hqguide.parts.understand import understand


def _meaning(category: str, score: float) -> Meaning:
    return Meaning(category, score, "words", "", "")


def test_a_settled_best_meaning_keeps_only_itself_and_boards() -> None:
    found = {
        "ic.mcu": _meaning("ic.mcu", 0.9),
        "wireless.wifi": _meaning("wireless.wifi", 0.8),
        "power.module": _meaning("power.module", 0.7),
        "power.adapter": _meaning("power.adapter", 0.7),
    }
    assert settle(found, {"ic.mcu"}).keys() == {"ic.mcu", "wireless.wifi", "power.module"}
    assert settle(found, {"power.adapter"}) == found
    assert settle(found, ()) == found
    assert settle({}, {"ic.mcu"}) == {}


@pytest.mark.parametrize(
    ("query", "category"),
    [
        ("1N4148", "discrete.diode"),
        ("2N3904", "discrete.bjt"),
        ("CP2102", "ic.interface"),
        ("WS2812B", "opto.led"),
        ("LM358", "ic.analog"),
        ("LCD 1602", "display.char"),
        ("NE555", "ic.logic"),
        ("20N60", "discrete.mosfet"),
        ("100 pcs LM358", "ic.analog"),
    ],
)
def test_a_known_number_has_one_meaning(language: Language, query: str, category: str) -> None:
    assert [meaning.category for meaning in understand(query, language)] == [category]


@pytest.mark.parametrize(
    ("query", "chip", "board"),
    [
        ("LM2596", "ic.power", "power.module"),
        ("L298N", "ic.motor", "module.kit"),
        ("ESP8266", "ic.mcu", "wireless.wifi"),
        ("TP4056", "ic.battery", "battery.bms"),
    ],
)
def test_a_chip_sold_on_a_board_keeps_the_board(
    language: Language, query: str, chip: str, board: str
) -> None:
    found = [meaning.category for meaning in understand(query, language)]
    assert found[0] == chip
    assert board in found


def test_words_beside_a_number_still_count(language: Language) -> None:
    found = {meaning.category for meaning in understand("LM358 tester", language)}
    assert {"ic.analog", "test.meter"} <= found


def test_diodes_and_transistors_are_no_power_mosfets(language: Language) -> None:
    for number in ("1N4148", "1N4007", "2N3904", "2N2222A", "1N5819"):
        families = {language.families[fit.family].category for fit in read_part(number, language)}
        assert "discrete.mosfet" not in families, number
    assert language.families[read_part("10N65", language)[0].family].category == "discrete.mosfet"


def test_each_chip_is_called_by_its_own_name(language: Language) -> None:
    assert understand("ESP8266", language)[0].term_en == "ESP8266 chip"
    assert understand("ESP32", language)[0].term_en == "ESP32 chip"


@pytest.mark.parametrize(
    ("query", "zh"),
    [
        ("bathroom", "洗手间"),
        ("wc", "洗手间"),
        ("cash machine", "取款机"),
        ("hotel", "酒店"),
        ("pharmacy", "药店"),
        ("SIM card", "电话卡"),
        ("currency exchange", "外币兑换"),
        ("left luggage", "行李寄存"),
        ("printing", "打印复印"),
        ("vape", "电子烟"),
        ("perfume", "香水"),
        ("sunglasses", "太阳镜"),
        ("robot vacuum", "扫地机器人"),
        ("electric shaver", "剃须刀"),
        ("vacuum tubes", "电子管"),
    ],
)
def test_goods_of_a_mixed_category_have_words_of_their_own(language: Language, query: str, zh: str) -> None:
    assert understand(query, language)[0].term_zh == zh


def test_a_mixed_category_leaves_its_terms_their_names(language: Language) -> None:
    for category in language.categories:
        if not category.mixed:
            continue
        terms = [term for term in language.terms if term.category == category.id]
        named = {
            name.lower()
            for term in terms
            for name in (term.en, term.zh, *term.aliases_en, *term.aliases_zh, *term.slang)
        }
        assert named.isdisjoint(name.lower() for name in category.aliases_en + category.aliases_zh)


def test_a_heading_of_several_names_has_one_to_say(language: Language) -> None:
    for category in language.categories:
        assert not set("与和及") & set(category.said_zh), category.id
        assert bool(category.spoken_zh) == bool(category.spoken_pinyin)
        assert category.spoken_zh != category.name_zh
        assert category.said_pinyin


def test_the_category_itself_is_said_by_its_spoken_name(language: Language) -> None:
    best = understand("Chip resistors and arrays", language)[0]
    assert (best.via, best.term_zh) == ("category", "贴片电阻")
    assert understand("100nF 0603 X7R 50V", language)[0].term_zh == "贴片电容"
    plain = language.category("discrete.mosfet")
    assert (plain.said_zh, plain.said_pinyin) == (plain.name_zh, plain.pinyin)
