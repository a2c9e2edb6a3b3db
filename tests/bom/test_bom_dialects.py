"""Every dialect of bill becomes the right items, quantities and categories."""

import pytest

from hqguide.bom.model import Bom
from tests.bom import bom_samples as samples
from tests.bom.conftest import Bill


def said(bom: Bom) -> list[tuple[str, int, str]]:
    return [(item.text, item.quantity, item.category) for item in bom.items]


def test_a_kicad_bill_merges_equal_values_and_drops_what_is_no_part(bill: Bill) -> None:
    bom = bill(samples.KICAD_CSV)
    assert said(bom) == [
        ("100nF 0603", 3, "passive.mlcc"),
        ("4.7k 0603", 3, "passive.chipres"),
        ("STM32F103C8T6 LQFP-48", 1, "ic.mcu"),
    ]
    assert bom.items[0].refs == ("C1", "C2", "C3")
    assert bom.items[0].merged == 2
    whys = {skipped.row: skipped.why for skipped in bom.skipped}
    assert "not to be placed (DNP)" in whys[5]
    assert "mounting hole" in whys[7]


def test_collated_components_of_the_old_scripts_are_not_counted_twice(bill: Bill) -> None:
    bom = bill(samples.KICAD_LEGACY)
    assert said(bom) == [("100nF 0402", 1, "passive.mlcc"), ("330R 0402", 2, "passive.chipres")]
    assert [s.row for s in bom.skipped if "collated" in s.why] == [15, 16]


def test_the_bill_of_pcbnew_is_read_with_its_semicolons(bill: Bill) -> None:
    bom = bill(samples.KICAD_PCBNEW)
    assert [(i.quantity, i.category) for i in bom.items] == [(2, "passive.resistor"), (1, "opto.led")]


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-16", "utf-8-sig"])
def test_the_partlist_of_eagle_is_cut_at_its_columns(bill: Bill, encoding: str) -> None:
    bom = bill(samples.EAGLE_PARTLIST, "partlist.txt", encoding)
    assert [(i.refs[0], i.value, i.category) for i in bom.items] == [
        ("C1", "100nF", "passive.mlcc"),
        ("C2", "47µF", "passive.elcap"),
        ("IC1", "NE555", "ic.logic"),
        ("LED1", "", "opto.led"),
        ("R1", "4k7", "passive.chipres"),
    ]


def test_the_csv_of_eagle_gives_headers_their_pins(bill: Bill) -> None:
    bom = bill(samples.EAGLE_CSV)
    assert said(bom) == [("10k 0603", 2, "passive.chipres"), ("PIN HEADER", 1, "con.header")]


def test_altium_comments_are_values_and_descriptions_tell_the_kind(bill: Bill) -> None:
    bom = bill(samples.ALTIUM)
    assert [(i.value, i.quantity, i.category) for i in bom.items] == [
        ("10uF", 1, "passive.tantalum"),
        ("BSS138", 2, "discrete.mosfet"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_lceda_exports_are_read_in_any_of_their_encodings(bill: Bill, encoding: str) -> None:
    bom = bill(samples.LCEDA, "BOM.csv", encoding)
    assert [(i.mpn, i.quantity, i.category) for i in bom.items] == [
        ("CL05B104KO5NNNC", 2, "passive.mlcc"),
        ("TYPE-C-31-M-12", 1, "con.usb"),
    ]
    assert bom.items[0].manufacturer == "SAMSUNG(三星)"
    assert bom.items[0].supplier_part == "C1525"


def test_a_jlc_bill_without_quantities_counts_the_designators(bill: Bill) -> None:
    bom = bill(samples.JLC)
    assert said(bom) == [("22R 0402", 2, "passive.chipres"), ("AMS1117-3.3 SOT-223", 1, "ic.power")]
    assert bom.warnings == ()


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "utf-16"])
def test_a_chinese_bill_loses_title_total_and_what_is_not_placed(bill: Bill, encoding: str) -> None:
    bom = bill(samples.CHINESE, encoding=encoding)
    assert [(i.value, i.quantity, i.category) for i in bom.items] == [
        ("10K 1%", 2, "passive.chipres"),
        ("104", 1, "passive.mlcc"),
    ]
    assert bom.items[1].text == "100nF 0603"
    assert [s.why for s in bom.skipped] == [
        "above the names of the columns",
        "the names of the columns",
        "not to be placed (不贴)",
        "a total, not a part",
    ]


@pytest.mark.parametrize(
    ("text", "encoding", "value", "category"),
    [
        (samples.TRADITIONAL, "big5", "電阻 4.7K", "passive.chipres"),
        (samples.GERMAN, "cp1252", "1k5", "passive.chipres"),
        (samples.SPANISH, "utf-8", "22pF", "passive.mlcc"),
        (samples.FRENCH, "cp1252", "1N4148", "discrete.diode"),
        (samples.JAPANESE, "shift_jis", "10k", "passive.chipres"),
        (samples.RUSSIAN, "cp1251", "10к резистор", "passive.chipres"),
    ],
)
def test_column_names_are_known_in_many_languages(
    bill: Bill, text: str, encoding: str, value: str, category: str
) -> None:
    item = bill(text, encoding=encoding).items[0]
    assert (item.value, item.category, len(item.refs)) == (value, category, item.quantity)


def test_a_digikey_cart_keeps_shop_and_maker_numbers_apart(bill: Bill) -> None:
    bom = bill(samples.DIGIKEY)
    assert [(i.mpn, i.supplier_part, i.quantity, i.category) for i in bom.items] == [
        ("RC0603FR-0710KL", "311-10.0KHRCT-ND", 10, "passive.chipres"),
        ("STM32F103C8T6", "497-6063-ND", 1, "ic.mcu"),
    ]
    assert bom.skipped[-1].why == "a total, not a part"


def test_a_mouser_cart_is_read_with_its_colons(bill: Bill) -> None:
    item = bill(samples.MOUSER).items[0]
    assert (item.mpn, item.supplier_part, item.quantity) == ("RC0603FR-0710KL", "603-RC0603FR-0710KL", 25)


def test_names_of_diptrace_stand_in_where_the_value_is_empty(bill: Bill) -> None:
    assert [(i.value, i.category) for i in bill(samples.DIPTRACE).items] == [
        ("100n", "passive.mlcc"),
        ("LM324N", "ic.analog"),
    ]


def test_orcad_titles_and_rules_are_passed_over(bill: Bill) -> None:
    bom = bill(samples.ORCAD, "BOM.TXT")
    assert [(i.refs, i.category) for i in bom.items] == [(("D1", "D2"), "opto.led"), (("J1",), "con.header")]


def test_designators_that_go_on_in_the_next_row_belong_to_the_part_above(bill: Bill) -> None:
    bom = bill(samples.ALIGNED, "partlist.txt")
    assert bom.items[0].rows == (2, 3)
    assert len(bom.items[0].refs) == bom.items[0].quantity == 7
    assert bom.warnings == ()
    assert bom.items[1].category == "passive.crystal"


def test_a_table_of_markdown_is_read_without_its_marks(bill: Bill) -> None:
    bom = bill(samples.MARKDOWN, "BOM.md")
    assert [(i.value, i.quantity) for i in bom.items] == [("ESP32-C3", 1), ("10k resistor", 4)]


def test_a_plain_list_is_read_as_people_type_it(bill: Bill) -> None:
    bom = bill(samples.PLAIN, "list.txt")
    assert [(i.text, i.quantity, i.refs) for i in bom.items] == [
        ("100nF 0603", 10, ()),
        ("usb c", 2, ()),
        ("10k 0603", 4, ("R1", "R2", "R3", "R4")),
        ("33R", 3, ("R7", "R8", "R21")),
        ("HIN232", 2, ()),
        ("555 timer", 1, ()),
        ("电阻 1k", 20, ()),
    ]
    assert bom.skipped[0].why == "a comment"
    assert len(bom.warnings) == 1  # "2 usb c" carries no mark.


def test_what_is_ticked_off_is_skipped_by_name(bill: Bill) -> None:
    bom = bill("- [x] 2x 10k 0603\n- [ ] 5x esp32\n☑ led strip\n", "list.txt")
    assert [item.value for item in bom.items] == ["esp32"]
    assert [(skipped.row, skipped.why) for skipped in bom.skipped] == [(1, "ticked off"), (3, "ticked off")]


def test_a_netlist_of_kicad_is_read_by_its_components(bill: Bill) -> None:
    bom = bill(samples.NETLIST, "board.xml")
    assert [(i.refs, i.mpn, i.category) for i in bom.items] == [
        (("R1",), "RC0603FR-0710KL", "passive.chipres"),
        (("U1",), "", "ic.power"),
    ]
    assert [s.why for s in bom.skipped] == ["not to be placed (dnp)", "marked as excluded from the bill"]
