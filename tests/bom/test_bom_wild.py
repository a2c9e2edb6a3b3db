"""Ways in which bills in the wild differ from the dialects of tools, each in a small bill of our own."""

from pathlib import Path

import pytest

from hqguide.bom import limits
from hqguide.bom.columns import meanings
from hqguide.bom.read import read_bom
from hqguide.errors import GuideError
from hqguide.parts.foreign_words import in_english, latin_units
from tests.bom import bom_samples as samples
from tests.bom.conftest import Bill

SEXPR_NETLIST = """\
(export (version "E") (design (source "x.kicad_sch"))
  (components
    (comp (ref "R1") (value "10k") (footprint "Resistor_SMD:R_0603_1608Metric")
      (fields (field (name "MPN") "RC0603FR-0710KL"))
      (libsource (lib "Device") (part "R") (description "Resistor"))
      (property (name "Sheetname") (value "")))
    (comp (ref "R2") (value "10k") (footprint "Resistor_SMD:R_0603_1608Metric")
      (property (name "dnp")) (libsource (lib "Device") (part "R") (description "Resistor")))
    (comp (ref "U1") (value "STM32F030F4P6") (footprint "Package_SO:TSSOP-20"))
    (comp (ref "X1") (value "logo") (property (name "exclude_from_bom")))))
"""


def test_the_netlist_that_pcbnew_reads_is_a_bill_too(bill: Bill) -> None:
    bom = bill(SEXPR_NETLIST, "board.net")
    assert [(i.refs, i.mpn, i.category) for i in bom.items] == [
        (("R1",), "RC0603FR-0710KL", "passive.chipres"),
        (("U1",), "", "ic.mcu"),
    ]
    assert [(s.row, s.why) for s in bom.skipped] == [
        (2, "not to be placed (dnp)"),
        (4, "marked as excluded from the bill"),
    ]
    assert bom.format == "KiCad netlist, utf-8"


def test_a_netlist_without_components_or_with_far_too_many_is_refused(bill: Bill) -> None:
    with pytest.raises(GuideError, match="without components"):
        bill("(export (version D) (components))", "empty.net")
    with pytest.raises(GuideError, match="rows"):
        bill("(export (components " + "(comp (ref R1))" * (limits.MAX_ROWS + 1) + "))", "many.net")


def test_a_sheet_is_found_whatever_language_kicad_spoke(tmp_path: Path) -> None:
    samples.save(tmp_path, samples.schematic(samples.symbol("R7", "1k"), uuid="bbbb"), "sub.kicad_sch")
    sheet = '(sheet (property "Nom feuille" "x") (property "Fichier de feuille" "sub.kicad_sch"))'
    root = samples.save(tmp_path, samples.schematic(sheet), "root.kicad_sch")
    assert [line.refs for line in read_bom(root).lines] == [("R7",)]


def test_few_quoted_cells_far_apart_keep_their_commas(bill: Bill) -> None:
    plain = "".join(f"R{n},1k,0603,1\n" for n in range(3, 20))
    bom = bill(f'Reference,Value,Footprint,Qty\n"R1,R2",1k,0603,2\n{plain}"R30,R31",2k,0603,2\n')
    assert [(i.value, i.quantity) for i in bom.items] == [("1k", 19), ("2k", 2)]
    assert bom.warnings == ()


def test_an_inch_mark_in_a_bare_cell_is_no_quotation_mark(bill: Bill) -> None:
    bom = bill('Reference,Value,Qty\nJ1,header 0.1" pitch,1\n"R1,R2",1k,2\nJ2,header 0.1" pitch,1\n')
    assert [(i.refs, i.quantity) for i in bom.items] == [(("J1", "J2"), 2), (("R1", "R2"), 2)]


@pytest.mark.parametrize(
    ("header", "row", "refs", "value"),
    [
        ("Rif,Componente,Valore / Tipo,Quantità,Note", "R1,Resistenza,10kΩ,1,x", ("R1",), "10kΩ"),
        ("Обозначение;Компонент;Модель / номинал;Кол-во", "R1;Резистор;10 кОм;1", ("R1",), "10kohm"),
        ("Identifier,Plain Name,Quantity", "R1,10k,1", ("R1",), "10k"),
        ("What,Quantity,Cost", "NE555,4,1", (), "NE555"),
        ("Stuff,Quantity,Price", "NE555,4,1", (), "NE555"),
    ],
)
def test_columns_are_found_by_content_where_their_names_are_new(
    bill: Bill, header: str, row: str, refs: tuple[str, ...], value: str
) -> None:
    items = bill(f"{header}\n{row}\n{row.replace('R1', 'R2')}\n").items
    assert (items[0].refs[:1], items[0].value) == (refs, value)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Qty (used)", "quantity"),
        ("Quantity (total)", "other"),
        ("规格/型号", "value"),
        ("Part Number (Mouser)", "supplier_part"),
        ("封装/接口", "footprint"),
        ("Frobnication / Zap", ""),
    ],
)
def test_a_name_of_several_words_means_what_its_pieces_mean(name: str, field: str) -> None:
    found = meanings(name)
    assert (found[0][0] if found else "") == field


def test_different_parts_are_not_merged_because_their_values_were_not_understood(bill: Bill) -> None:
    bom = bill("Ref,Zog,Qty\nU1,STM32F030F4P6,1\nU2,LM358,1\nU3,NE555,1\n")
    assert [i.value for i in bom.items] == ["STM32F030F4P6", "LM358", "NE555"]


@pytest.mark.parametrize(
    ("cell", "count"), [("BT1–BT3", 3), ("C1 — C4", 4), ("U1, U2 and U5", 3), ("ILI9341 with", 0)]
)
def test_designators_in_every_dash_and_no_prose(bill: Bill, cell: str, count: int) -> None:
    bom = bill(f'Reference,Value,Footprint\n"{cell}",thing,0603\nR1,1k,0603\n')
    assert len(bom.items[0].refs) == count


def test_a_range_without_a_quantity_is_counted(bill: Bill) -> None:
    assert bill("Reference,Value,Footprint\nD1–D12,1N4148,SOD-123\nR1,1k,0603\n").items[0].quantity == 12


@pytest.mark.parametrize(
    ("row", "text", "category"),
    [
        ("R1,,470ohm PTH", "470R", "passive"),
        ("C1,Decoupling,0603 100nF X7R 16V", "100nF", "passive.mlcc"),
        ("R2,,1.5kΩ", "1.5k", "passive"),
        ("C3,,220 uf", "220uF", "passive.elcap"),
        ("R4,10k,RC0603FR-0710KL", "10k RC0603FR-0710KL", "passive.chipres"),
    ],
)
def test_a_value_in_the_place_of_the_part_number_is_a_value(
    bill: Bill, row: str, text: str, category: str
) -> None:
    item = bill(f"Reference,Value,Part Number\n{row}\nU9,MCU,STM32F030F4P6\n").items[0]
    assert item.text.startswith(text)
    assert item.category.startswith(category)


def test_a_shops_number_is_no_value_and_a_symbols_name_neither(bill: Bill) -> None:
    bom = bill("Reference,Value,Footprint\nR1,C17909,0603\nR2,R_US,0603\nC3,C_Small,0402\n")
    assert [(i.text, i.supplier_part, i.category) for i in bom.items] == [
        ("chip resistor 0603", "C17909", "passive.chipres"),
        ("chip resistor 0603", "", "passive.chipres"),
        ("ceramic capacitor 0402", "", "passive.mlcc"),
    ]


def test_units_in_other_letters_are_the_same_units() -> None:
    assert latin_units("100 кОм 0,25 Вт") == "100kohm 0,25W"
    assert latin_units("1000 мкФ ≥ 10 В") == "1000uF ≥ 10V"
    assert latin_units("4.7千欧 Вася") == "4.7kohm Вася"


def test_words_of_other_languages_are_known() -> None:
    assert in_english("Condensatore ceramico") == "capacitor ceramic"
    assert in_english("Панелька DIP-14") == "ic socket DIP-14"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("PASS1,Passmarke,MARK1", "fiducial"),
        ("NT1,VDDA,NetTie-2_SMD_Pad0.5mm", "solder"),
        ("PCB1,Macropad PCB,", "the board itself"),
        ("A1,PCBA,", "the board itself"),
    ],
)
def test_more_of_what_no_counter_sells(bill: Bill, row: str, why: str) -> None:
    bom = bill(f"Reference,Value,Footprint\nR1,1k,0603\n{row}\n")
    assert [i.refs for i in bom.items] == [("R1",)]
    assert why in bom.skipped[-1].why


def test_a_part_number_that_says_dnp_keeps_the_part_off(bill: Bill) -> None:
    text = samples.symbol("R1", "10k").replace("(unit 1)", '(unit 1) (property "MPN" "DNP")')
    assert [s.why for s in bill(samples.schematic(text), "b.kicad_sch").skipped] == ["not to be placed (DNP)"]


def test_a_name_without_a_quantity_in_a_counted_list_is_doubted(bill: Bill) -> None:
    bom = bill("Part,Amount\nScrews M3,4\nPower supply,\nResistors:,\nServo,1\n")
    assert [s.row for s in bom.skipped] == [1, 3, 4]
    assert [(d.rows, d.what) for d in bom.warnings] == [
        ((3,), "'Power supply' has no quantity: taken as a heading")
    ]


def test_a_remark_that_runs_over_aligned_columns_is_not_cut_in_words(bill: Bill) -> None:
    rows = "".join(
        f"R{n}          10k                R-EU_R0603                R0603\n" for n in range(1, 12)
    )
    header = "Part        Value              Device                    Package"
    text = f"{header}\n\n{rows}\nESP8266-ESP12E\n"
    texts = [i.text for i in bill(text, "parts.txt").items]
    assert any("ESP8266-ESP12E" in found for found in texts)


def test_text_that_no_bill_fills_is_refused_before_it_is_read(bill: Bill, tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="a line of"):
        bill("Reference,Value\n" + "R1," * limits.MAX_LINE)
    path = tmp_path / "long.csv"
    path.write_text("Reference,Value\n" + ("R1,1k\n" * (limits.MAX_TEXT // 6 + 1)), encoding="utf-8")
    with pytest.raises(GuideError, match="million characters; a table of parts may have 8"):
        read_bom(path)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("2 METALL 68,0\t\tWiderstand 68 Ohm\n1 KERKO 22p\t\tKondensator 22 pF\n", [2, 1]),
        ("10x 100nF 0603, 2 usb c\n", [10, 2]),
        ("3 led,4 button\n5 usb c\n", [3, 4, 5]),
        ("1 x DS3231 clock module:\n-2 x LIR2032\n", [1, 2]),
    ],
)
def test_a_decimal_comma_parts_no_wishes_and_a_count_makes_no_heading(
    bill: Bill, text: str, counts: list[int]
) -> None:
    assert [i.quantity for i in bill(text, "list.txt").items] == counts


def test_what_stands_around_a_plain_list_is_told_from_parts(bill: Bill) -> None:
    text = "www.example.org Stückliste\n\nPWM\n===\nR1 10k 0603\nR2 22k 0603\nPreise vom 1.1.: 3,88 EUR\n"
    bom = bill(text, "list.txt")
    assert [i.refs for i in bom.items] == [("R1",), ("R2",)]
    assert [(s.row, s.why) for s in bom.skipped] == [
        (1, "a link, not a part"),
        (3, "a heading"),
        (4, "no words"),
        (7, "a price, not a part"),
    ]


def test_designators_with_the_number_of_their_sheet_are_designators(bill: Bill) -> None:
    bom = bill("Part,Value,Package\n1.R1,10k,0603\n2.R1,10k,0603\n2.C1,100nF,0603\n")
    assert [(i.refs, i.category) for i in bom.items] == [
        (("1.R1", "2.R1"), "passive.chipres"),
        (("2.C1",), "passive.mlcc"),
    ]


def test_a_column_called_number_holds_pieces_unless_it_numbers_the_rows(bill: Bill) -> None:
    pieces = bill("Designator,Component,Number\nU1,NE555,3\nU2,LM358,1\nU3,LM393,4\n")
    assert [i.quantity for i in pieces.items] == [3, 1, 4]
    rows = bill("Number,Designator,Value\n1,U1,NE555\n2,U2,LM358\n3,U3,LM393\n")
    assert [i.quantity for i in rows.items] == [1, 1, 1]


def test_codes_of_a_store_room_are_no_designators(bill: Bill) -> None:
    bom = bill(
        "编号,元件类型,元件型号\nP01,贴片电容,CL10B104KB8NNNC\nC01,微控制器芯片,STM32F030F4P6\nM01,贴片电阻,RC0603FR-0710KL\n"
    )
    assert [(i.refs, i.category) for i in bom.items] == [
        ((), "passive.mlcc"),
        ((), "ic.mcu"),
        ((), "passive.chipres"),
    ]


def test_the_number_inside_a_shops_order_number_is_the_makers(bill: Bill) -> None:
    items = bill("Qty,DK\n2,603-RC0603FR-0710KL\n1,2073-USB4105-GF-ACT-ND\n5,587-5514-1-ND\n").items
    assert [i.mpn for i in items] == ["RC0603FR-0710KL", "USB4105-GF-A", ""]
    assert items[0].category == "passive.chipres"


@pytest.mark.parametrize(
    ("row", "category"),
    [
        ("CT101,JUMPER,PinHeader_1x02_P2.54mm_Vertical,", "con.header"),
        ("RV1,47k,0805,Resistor", "passive.chipres"),
        ("RV1,47k,0805,Potentiometer", "passive.pot"),
        ("C6,100nF,C_0402_1005Metric,Unpolarized capacitor", "passive.mlcc"),
        ("C7,4.7uF 7mm,,capacitor electrolítico", "passive.elcap"),
        ("Q1,Q_NPN_CBE,,Device:Q_NPN_CBE", "discrete.bjt"),
        (",3W 8Ω,,喇叭", "em.audio"),
        ("P6,CONN_2,TerminalBlock_Altech_AK300_1x02_P5.00mm,", "con.terminal"),
    ],
)
def test_what_stands_beside_a_part_tells_its_category(bill: Bill, row: str, category: str) -> None:
    items = bill(f"Reference,Value,Footprint,Type\n{row}\nU9,STM32F030F4P6,TSSOP-20,IC\n").items
    assert items[0].category == category
