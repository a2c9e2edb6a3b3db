"""Workbooks, schematics with sheets, and the data of InteractiveHtmlBom."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from hqguide.bom.lzstring import unpack
from hqguide.bom.read import read_bom
from hqguide.errors import GuideError
from tests.bom import bom_samples as samples
from tests.bom.conftest import Bill

ROWS: Sequence[Sequence[object]] = [
    ["My board"],
    [],
    ["Designator", "Comment", "Quantity"],
    ["R1, R2", "10k", 2],
    ["C1", "100nF", 1.0],
    ["Total", "", 3],
]


def test_a_workbook_is_read_with_its_own_row_numbers(bill: Bill) -> None:
    bom = bill(samples.xlsx([("Notes", [["made by us"]]), ("BOM", ROWS)]), "bom.xlsx")
    assert [(i.value, i.quantity, i.rows) for i in bom.items] == [("10k", 2, (4,)), ("100nF", 1, (5,))]
    assert {s.row: s.why for s in bom.skipped} == {
        1: "above the names of the columns",
        3: "the names of the columns",
        6: "a total, not a part",
        0: "another sheet",
    }
    assert "sheet 'BOM'" in bom.format


def test_a_second_sheet_that_looks_like_a_bill_is_a_doubt(bill: Bill) -> None:
    bom = bill(samples.xlsx([("Main", ROWS), ("Power", ROWS)]), "bom.xlsx")
    assert bom.warnings[0].what == "the sheet 'Power' looks like a bill too and was not read"


def test_an_opendocument_spreadsheet_is_read(bill: Bill) -> None:
    bom = bill(samples.ods([["位号", "数量", "值"], ["R1", "1", "10k"]]), "bom.ods")
    assert [(i.value, i.category) for i in bom.items] == [("10k", "passive.chipres")]


def test_an_empty_workbook_is_refused(bill: Bill) -> None:
    with pytest.raises(GuideError, match="holds no rows"):
        bill(samples.xlsx([("Empty", [])]), "bom.xlsx")


def test_a_schematic_gives_its_parts_and_joins_units(bill: Bill) -> None:
    text = samples.schematic(
        samples.symbol("R1", "10k", "(in_bom yes)"),
        samples.symbol("R2", "10k", "(dnp yes)"),
        samples.symbol("U1", "LM358", lib="Amplifier_Operational:LM358"),
        samples.symbol("U1", "LM358", lib="Amplifier_Operational:LM358", unit=2),
        samples.symbol("#PWR01", "GND", lib="power:GND"),
        samples.symbol("J1", "X", "(in_bom no)"),
    )
    bom = bill(text, "board.kicad_sch")
    assert [(i.refs, i.quantity, i.rows, i.category) for i in bom.items] == [
        (("R1",), 1, (1,), "passive.chipres"),
        (("U1",), 1, (3, 4), "ic.analog"),
    ]
    assert [s.row for s in bom.skipped] == [2, 5, 6]


def test_a_sheet_used_twice_gives_each_of_its_parts_twice(tmp_path: Path) -> None:
    places = (
        '(instances (project "p" (path "/aaaa/s1" (reference "R1") (unit 1)) '
        '(path "/aaaa/s2" (reference "R2") (unit 1)) (path "/zzzz/s9" (reference "R9") (unit 1))))'
    )
    samples.save(
        tmp_path, samples.schematic(samples.symbol("R1", "1k", places), uuid="bbbb"), "sub.kicad_sch"
    )
    sheets = "".join(f'(sheet (uuid "s{n}") (property "Sheetfile" "sub.kicad_sch"))' for n in (1, 2))
    missing = '(sheet (property "Sheetfile" "../../etc/passwd"))'
    root = samples.save(tmp_path, samples.schematic(sheets, missing), "root.kicad_sch")
    found = read_bom(root)
    assert [(line.refs, line.quantity) for line in found.lines] == [(("R1", "R2"), 2)]
    assert "is not there" in found.doubts[0].what


def test_designators_of_kicad_6_are_told_by_the_first_sheet(tmp_path: Path) -> None:
    places = "".join(f'(path "/s{n}/u1" (reference "R{n}") (unit 1))' for n in (5, 6))
    table = f"(symbol_instances {places})"
    root = samples.save(
        tmp_path, samples.schematic(samples.symbol("R5", "1k", '(uuid "u1")'), table), "old.kicad_sch"
    )
    assert read_bom(root).lines[0].refs == ("R5", "R6")


@pytest.mark.parametrize("text", ["(kicad_sch (uuid", "(kicad_sch " + "(" * 500, '(kicad_sch "open'])
def test_a_damaged_schematic_is_refused(bill: Bill, text: str) -> None:
    with pytest.raises(GuideError, match="brackets"):
        bill(text, "x.kicad_sch")


def test_a_schematic_of_kicad_5_says_what_to_give(bill: Bill) -> None:
    with pytest.raises(GuideError, match="KiCad 5"):
        bill("EESchema Schematic File Version 4\n", "x.sch")


PCBDATA = {
    "bom": {
        "both": [[["R1", 0], ["R2", 1]], [["U1", 2]]],
        "skipped": [3],
        "fields": {"0": ["10k", "R_0603"], "1": ["10k", "R_0603"], "2": ["NE555", "DIP-8"]},
    }
}


def test_the_json_of_interactive_html_bom_is_read(bill: Bill) -> None:
    bom = bill(json.dumps({"pcbdata": PCBDATA}), "bom.json")
    assert [(i.value, i.refs, i.quantity) for i in bom.items] == [
        ("10k", ("R1", "R2"), 2),
        ("NE555", ("U1",), 1),
    ]
    assert bom.skipped[0].why == "left out by InteractiveHtmlBom"


def test_its_page_is_read_too(bill: Bill) -> None:
    config = '{"fields": ["Value", "Footprint"]}'
    page = f"<!DOCTYPE html><script>var config = {config}\nvar pcbdata = {json.dumps(PCBDATA)}\n</script>"
    assert bill(page, "ibom.html").items[0].category == "passive.chipres"


def test_json_that_is_something_else_is_refused(bill: Bill) -> None:
    with pytest.raises(GuideError, match="not the data"):
        bill('{"a": 1}', "x.json")
    with pytest.raises(GuideError, match="damaged JSON"):
        bill('{"a": ', "x.json")


def test_a_page_with_packed_data_is_read(bill: Bill) -> None:
    page = f'<html><script>var pcbdata = JSON.parse(LZString.decompressFromBase64("{LZ_PCBDATA}"))</script>'
    assert [(i.refs, i.text) for i in bill(page, "ibom.html").items] == [(("R1",), "10k 0603")]


def test_packed_text_is_unpacked_as_the_javascript_library_does() -> None:
    # Made with compressToBase64 of lz-string 1.5.0.
    assert unpack(LZ_HELLO, 100) == HELLO
    assert unpack(LZ_HELLO[: len(LZ_HELLO) // 2], 100) != HELLO
    assert len(unpack(LZ_HELLO, 5)) <= 20


HELLO = "hello hello hello, 电阻 10kΩ 10kΩ"
LZ_HELLO = "BYUwNmD2AEoTcoBpqFZXQ3GnQIwAYDWglcDb4FA="
LZ_PCBDATA = "N4IgRg9gtiBcqQC4As4G0MgEoEYQBoAGAXVPxADMBLAUwBsATAZzlEPRB0IGsDsB9QgDZCAZhDEAvtKA"
