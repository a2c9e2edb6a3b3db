"""Designators, values, packages, merging and multiplying."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.bom.designators import is_refs, prefix, split_refs
from hqguide.bom.limits import MAX_REFS
from hqguide.bom.normalise import multiplied
from hqguide.bom.package import known_package, package
from hqguide.bom.passives import nominal
from hqguide.errors import GuideError
from hqguide.parts.language import Language
from hqguide.parts.understand import understand
from tests.bom.conftest import Bill


@given(
    st.sampled_from(["R", "C", "LED", "FB"]), st.integers(1, 900), st.integers(0, 60), st.sampled_from("-–~")
)
def test_a_range_is_every_designator_between_its_ends(kind: str, first: int, more: int, dash: str) -> None:
    refs, odd = split_refs(f"{kind}{first}{dash}{kind}{first + more}")
    assert refs == tuple(f"{kind}{n}" for n in range(first, first + more + 1))
    assert not odd


@given(st.lists(st.tuples(st.sampled_from("RCUQ"), st.integers(1, 99)), min_size=1, max_size=9, unique=True))
def test_any_separator_divides_designators(parts: list[tuple[str, int]]) -> None:
    names = tuple(f"{kind}{number}" for kind, number in parts)
    for separator in (",", ", ", " ", ";", "，", "、", "/", "\n"):
        assert split_refs(separator.join(names))[0] == names or separator == "/"


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("R1-R4, R7", ("R1", "R2", "R3", "R4", "R7")),
        ("R1-4", ("R1", "R2", "R3", "R4")),
        ("R1 - R3", ("R1", "R2", "R3")),
        ("R1, 2, 3", ("R1", "R2", "R3")),
        ("C  2,C  3", ("C2", "C3")),
        ("R01-R03", ("R01", "R02", "R03")),
        ("R4-R1", ("R4-R1",)),
        ("R1-C4", ("R1-C4",)),
        ("LED", ("LED",)),
        ("", ()),
    ],
)
def test_designators_are_written_in_many_ways(text: str, refs: tuple[str, ...]) -> None:
    assert split_refs(text)[0] == refs


def test_absurd_ranges_are_not_spelled_out_and_twins_are_told() -> None:
    assert "too long" in split_refs("R1-R99999")[1][0]
    assert split_refs("R1,R1") == (("R1",), ("R1 is named twice",))
    refs, odd = split_refs(",".join(f"R{n}000-R{n}999" for n in range(1, 20)))
    assert len(refs) <= MAX_REFS
    assert "left out" in odd[-1]


def test_letters_of_a_designator_leave_its_number() -> None:
    assert [prefix(ref) for ref in ("R12", "FB3", "U3A", "LED", "U$1", "R_OV2")] == [
        "R",
        "FB",
        "U",
        "LED",
        "U",
        "R_OV",
    ]
    assert is_refs("R1 R2")
    assert not is_refs("10k resistor")


@pytest.mark.parametrize(
    ("sort", "value", "text"),
    [
        ("C", "0.1uF", "100nF"),
        ("C", "104", "100nF"),
        ("C", "100n", "100nF"),
        ("C", "100N", "100nF"),
        ("C", "4U7", "4.7uF"),
        ("C", "0,1µF", "100nF"),
        ("C", "10uF/25V", "10uF"),
        ("C", "1000uF", "1000uF"),
        ("C", "0805 10uF", "10uF"),
        ("C", "CAP CER 0.1UF 50V", "100nF"),
        ("C", "1F", "1F"),
        ("R", "4k7", "4.7k"),
        ("R", "4.7K", "4.7k"),
        ("R", "120", "120R"),
        ("R", "470", "470R"),
        ("R", "10K 1%", "10k"),
        ("R", "0", "0R"),
        ("R", "R010", "0.01R"),
        ("R", "2R2", "2.2R"),
        ("R", "1M", "1M"),
        ("R", "10E", "10R"),
        ("R", "1k?", "1k"),
        ("R", "0.05", "0.05R"),
        ("L", "10uH", "10uH"),
        ("L", "3u3", "3.3uH"),
        ("L", "4,7u", "4.7uH"),
        ("L", "22n", "22nH"),
    ],
)
def test_values_have_one_spelling(sort: str, value: str, text: str) -> None:
    found = nominal(sort, value)
    assert found is not None
    assert (found.text, found.doubt) == (text, "")


@pytest.mark.parametrize(
    ("sort", "value", "text"),
    [
        ("R", "103", "10k"),
        ("R", "4992", "49.9k"),
        ("C", "22", "22pF"),
        ("C", "0.1", "100nF"),
        ("L", "10", "10uH"),
        ("L", "101", "100uH"),
    ],
)
def test_a_number_without_a_unit_is_read_with_a_doubt(sort: str, value: str, text: str) -> None:
    found = nominal(sort, value)
    assert found is not None
    assert found.text == text
    assert found.doubt


@pytest.mark.parametrize("value", ["FXL0630-3R3-M", "CircuitBreaker_2P", "Ferrite", "", "~"])
def test_a_name_is_no_value(value: str) -> None:
    assert nominal("C", value) is None


@pytest.mark.parametrize(
    ("footprint", "name"),
    [
        ("Resistor_SMD:R_0603_1608Metric", "0603"),
        ("R0402", "0402"),
        ("RESC1608X55N", "0603"),
        ("CHIPLED_0805", "0805"),
        ("SOIC-8_3.9x4.9mm_P1.27mm", "SOIC-8"),
        ("SOT23", "SOT-23"),
        ("SOT-23-5", "SOT-23-5"),
        ("SOD-123_L2.8-W1.8", "SOD-123"),
        ("QFP80P900X900X120-32N", "QFP-32"),
        ("VQFN-20_L4.5-W3.5-P0.50-BL-EP", "VQFN-20"),
        ("TO-92_Inline", "TO-92"),
        ("HC49UP", "HC49UP"),
        ("MountingHole", ""),
    ],
)
def test_packages_are_known_in_any_library(footprint: str, name: str) -> None:
    assert known_package(footprint) == name
    assert package(footprint) == (name or footprint)


def test_parts_merge_unless_package_or_a_stated_rating_differs(bill: Bill) -> None:
    bom = bill(
        "Reference,Value,Footprint\n"
        "C1,100nF,0603\nC2,0.1uF,0603\nC3,104,0603\nC4,100nF,0805\n"
        "C5,100nF 50V,0603\nC6,100nF 16V,0603\nC7,100nF X7R,0603\n"
    )
    assert [item.refs for item in bom.items] == [("C1", "C2", "C3", "C5", "C7"), ("C4",), ("C6",)]
    assert bom.items[0].rows == (2, 3, 4, 6, 8)


def test_one_part_number_with_two_values_stays_two_items(bill: Bill) -> None:
    bom = bill("Reference,Value,MPN\nR1,1k,GENERIC-R1\nR2,2k,GENERIC-R1\nU1,X,AB12\nU2,Y,AB12\n")
    assert [item.refs for item in bom.items] == [("R1",), ("R2",), ("U1", "U2")]


def test_a_designator_in_two_rows_is_a_doubt(bill: Bill) -> None:
    bom = bill("Reference,Value\nR1,1k\nR1,1k\n")
    assert (bom.warnings[0].rows, bom.warnings[0].what) == ((2, 3), "R1 in more than one row")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("TP1,TestPoint,TestPoint_Pad_D1.0mm", "test point"),
        ("TP2,VBAT,", "test point"),
        ("FID1,Fiducial,", "fiducial"),
        ("H1,,MountingHole_3.2mm_M3", "mounting hole"),
        ("G1,LOGO,", "drawing on the board"),
        ("JP1,SolderJumper_2_Open,", "solder"),
        ("PCB1,PCB 1.6mm 2 layers,", "the board itself"),
        ("X1,Firmware v2,", "licence or a program"),
    ],
)
def test_what_no_market_sells_is_said_to_be_so(bill: Bill, row: str, why: str) -> None:
    bom = bill(f"Reference,Value,Footprint\nR1,1k,0603\n{row}\n")
    assert [item.refs for item in bom.items] == [("R1",)]
    assert why in bom.skipped[-1].why


@pytest.mark.parametrize(
    "row",
    [
        "J1,PCB mount header,",
        "LCD1,Graphic LCD 128x64,",
        "TP1,Keystone 5001,,5001-KEY",
        "U1,ATmega328 with Arduino bootloader,",
    ],
)
def test_parts_that_only_sound_like_the_board_stay(bill: Bill, row: str) -> None:
    assert len(bill(f"Reference,Value,Footprint,MPN\n{row}\n").items) == 1


@pytest.mark.parametrize(
    "mark", ["DNP", "dnf", "10k DNP", "10k (DNI)", "Do Not Populate", "不焊", "nicht bestückt", "NM", "OPEN"]
)
def test_marks_of_not_placing_are_known_in_the_value(bill: Bill, mark: str) -> None:
    bom = bill(f"Reference,Value,Footprint\nR1,1k,0603\nR2,{mark},0603\n")
    assert [item.refs for item in bom.items] == [("R1",)]
    assert "not to be placed" in bom.skipped[-1].why


@pytest.mark.parametrize(
    ("name", "cell"), [("DNP", "x"), ("Populate", "no"), ("Fitted", "Not Fitted"), ("Do Not Fit", "1")]
)
def test_marks_of_not_placing_are_known_in_their_own_column(bill: Bill, name: str, cell: str) -> None:
    bom = bill(f"Reference,Value,{name}\nR1,1k,{cell}\n")
    assert bom.items == ()


def test_boards_and_spares_multiply_and_round_up(bill: Bill) -> None:
    text = "Reference,Value,Footprint\nR1 R2 R3,1k,0603\nU1,NE555,DIP-8\n"
    assert [i.quantity for i in bill(text, boards=50, spare=0.05).items] == [158, 53]
    assert [i.quantity for i in bill(text, boards=100, spare=0.1).items] == [330, 110]
    with pytest.raises(GuideError, match="at least 1"):
        multiplied(bill(text), 0)
    with pytest.raises(GuideError, match="more than"):
        bill(text, boards=1_000_000)


def test_the_seller_is_shown_chinese_value_and_package(bill: Bill) -> None:
    bom = bill(
        "Reference,Value,Footprint\nR1,120,0603\nC1,100nF,0603\nFB1,600R@100MHz,0603\nU1,STM32F103C8T6,LQFP-48\n"
    )
    assert [item.zh for item in bom.items] == [
        "贴片电阻 120Ω 0603",
        "贴片电容 100nF 0603",
        "磁珠 600R@100MHz 0603",
        "单片机 STM32F103C8T6 LQFP-48",
    ]


def test_a_bare_name_is_a_part_and_a_resistor_without_value_is_a_doubt(bill: Bill) -> None:
    bom = bill("Reference,Value,Footprint\nATMEGA16,,TQFP44\nR1,R,0603\n")
    assert [(i.text, i.category) for i in bom.items] == [
        ("ATMEGA16 TQFP-44", "ic.mcu"),
        ("chip resistor 0603", "passive.chipres"),
    ]
    assert [d.what for d in bom.warnings] == ["no value is given"]


@pytest.mark.parametrize(
    ("row", "chinese", "absent"),
    [
        ("Y1,16MHz,Crystal_SMD_3225-4Pin_3.2x2.5mm", "3225", "Metric"),
        ("D1,LED,LED_SMD:LED_0603_1608Metric", "0603", "1608Metric"),
        ("SW1,SW_Push,Button_Switch_SMD:SW_SPST_TL3342", "开关", "SW_"),
    ],
)
def test_names_of_symbols_and_footprints_are_not_printed_raw(
    bill: Bill, row: str, chinese: str, absent: str
) -> None:
    item = bill(f"Reference,Value,Footprint\n{row}\n").items[0]
    assert chinese in item.zh
    assert absent not in item.zh


def test_a_tip_is_not_the_iron_and_a_strip_is_not_a_bead(bom_language: Language) -> None:
    assert understand("T12", bom_language)[0].term_zh == "烙铁头"
    assert "灯带" in understand("LED strip 5 m", bom_language)[0].term_zh
