"""Whatever a file holds: an answer, a doubt on the row, or a message that says what to do."""

import io
import zipfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.bom import limits
from hqguide.bom.model import BomLines
from hqguide.bom.read import read_bom
from hqguide.errors import GuideError
from tests.bom import bom_samples as samples
from tests.bom.conftest import Bill


def rows_of(found: BomLines) -> set[int]:
    return {row for line in found.lines for row in line.rows} | {s.row for s in found.skipped}


@given(st.binary(max_size=400) | st.builds(lambda t: t.encode(), st.text(max_size=300)))
def test_any_bytes_are_read_or_refused_with_a_message(data: bytes) -> None:
    read_or_refuse(data)


@given(
    st.sampled_from(
        [
            b"PK\x03\x04",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"\xff\xfe",
            b"<?xml ",
            b"(kicad_sch ",
            b"<html>pcbdata",
        ]
    ),
    st.binary(max_size=300),
)
def test_any_bytes_behind_a_known_beginning_are_read_or_refused(start: bytes, data: bytes) -> None:
    read_or_refuse(start + data)


def read_or_refuse(data: bytes) -> None:
    path = Path(samples.scratch()) / "anything.csv"
    path.write_bytes(data)
    try:
        found = read_bom(path)
    except GuideError as error:
        assert error.where
        return
    assert found.lines or found.skipped


# Markup in a cell is taken out on purpose.
CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="<"), max_size=12
)


@given(st.lists(st.lists(CELL, min_size=4, max_size=4), min_size=1, max_size=12))
def test_every_row_with_text_ends_in_a_line_or_is_skipped_with_its_text(rows: list[list[str]]) -> None:
    table = [["Reference", "Value", "Footprint", "Qty"], *rows]
    path = Path(samples.scratch()) / "rows.csv"
    path.write_text(
        "\n".join(",".join(f'"{c.replace(chr(34), chr(34) * 2)}"' for c in row) for row in table), "utf-8"
    )
    found = read_bom(path)
    texts = {row: line.text for line in found.lines for row in line.rows} | {
        s.row: s.text for s in found.skipped
    }
    for number, row in enumerate(rows, start=2):
        for cell in row:
            kept = samples.letters(cell)
            if kept and number in texts:
                assert kept in samples.letters(texts[number])
    told = {number for number, row in enumerate(rows, start=2) if any(samples.letters(c) for c in row)}
    assert told <= rows_of(found)


def test_an_empty_file_is_refused(bill: Bill) -> None:
    with pytest.raises(GuideError, match="is empty"):
        bill(" \n\t\n")


def test_a_picture_called_csv_is_refused(bill: Bill) -> None:
    with pytest.raises(GuideError, match="is no text"):
        bill(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="cannot be read"):
        read_bom(tmp_path / "none.csv")
    with pytest.raises(GuideError, match="is no file"):
        read_bom(tmp_path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(GuideError, match="has 200 MB; a bill of materials may have 32"):
        read_bom(path)


def test_a_packed_bomb_is_refused(bill: Bill, monkeypatch: pytest.MonkeyPatch) -> None:
    small = msgspec.structs.replace(limits.BOUNDS, unpacked=100_000)
    monkeypatch.setattr("hqguide.bom.workbook.BOUNDS", small)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 200_000)
    with pytest.raises(GuideError, match="unpacks to more"):
        bill(out.getvalue(), "bomb.xlsx")


def test_a_cell_in_the_far_corner_is_refused(bill: Bill) -> None:
    data = samples.xlsx([("S", [["Reference", "Value"], ["R1", "10k"]])])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'r="B2"', b'r="XFD1048576"'))
    with pytest.raises(GuideError, match="unpacks to more"):
        bill(out.getvalue(), "corner.xlsx")


def test_a_package_that_is_no_workbook_is_refused(bill: Bill) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("readme.txt", "hello")
    with pytest.raises(GuideError, match="no workbook"):
        bill(out.getvalue(), "x.xlsx")
    with pytest.raises(GuideError, match="damaged"):
        bill(b"PK\x03\x04 not really", "y.xlsx")


def test_xml_with_entities_other_xml_and_web_pages_are_refused(bill: Bill) -> None:
    with pytest.raises(GuideError, match="entities"):
        bill('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><export>&a;</export>', "n.xml")
    with pytest.raises(GuideError, match="not a netlist"):
        bill("<?xml version='1.0'?><rss/>", "n.xml")
    with pytest.raises(GuideError, match="damaged XML"):
        bill("<?xml version='1.0'?><export><comp", "n.xml")
    with pytest.raises(GuideError, match="web page"):
        bill("<html><body>hello</body></html>", "bom.html")


def test_too_many_rows_are_refused(bill: Bill) -> None:
    with pytest.raises(GuideError, match="rows"):
        bill("Reference,Value\n" + "R1,1k\n" * (limits.MAX_ROWS + 1))


def test_a_quantity_that_contradicts_the_designators_is_a_doubt_of_the_row(bill: Bill) -> None:
    bom = bill("Reference,Value,Qty\nR1;R2,10k,3\n".replace(";", " "))
    assert bom.items[0].quantity == 3
    assert [(d.rows, d.what) for d in bom.warnings] == [((2,), "quantity 3, but 2 designators: 3 taken")]


@pytest.mark.parametrize(
    ("cell", "quantity", "doubt"),
    [
        ("2 pcs", 2, ""),
        ("1,000", 1000, ""),
        ("2.0", 2, ""),
        ("x4", 4, ""),
        ("1.2", 2, "rounded up"),
        ("many", 1, "is no quantity"),
        ("", 1, "no quantity is given"),
    ],
)
def test_quantities_are_read_as_people_write_them(bill: Bill, cell: str, quantity: int, doubt: str) -> None:
    bom = bill(f'Part Number,Description,Qty\nNE555P,timer,"{cell}"\nLM358,op amp,1\n')
    assert bom.items[0].quantity == quantity
    assert doubt in " ".join(d.what for d in bom.warnings)
    assert bool(bom.warnings) == bool(doubt)


def test_formulas_markup_and_control_characters_are_made_safe(bill: Bill) -> None:
    bom = bill(
        'Reference,Value,Footprint\nR1,"=""10k""","<b>R_0603_1608Metric</b>"\nR2,=A1+B1(2),0603\nR3,"1k\x1b[31m",0603\n'
    )
    assert bom.items[0].text == "10k 0603"
    assert any("formula" in d.what for d in bom.warnings)
    assert "\x1b" not in repr(bom)


def test_a_lost_quotation_mark_does_not_swallow_the_rest(bill: Bill) -> None:
    rows = "".join(f"R{n},1k,0603\n" for n in range(1, 20))
    bom = bill(f'Reference,Value,Footprint\nU1,"NE555,DIP-8\n{rows}')
    assert sum(len(item.refs) for item in bom.items) == 20


def test_a_bill_of_one_column_is_a_list(bill: Bill) -> None:
    assert [i.text for i in bill("NE555P\nLM358\n").items] == ["NE555P", "LM358"]


def test_a_row_that_names_nothing_is_skipped_and_doubted(bill: Bill) -> None:
    bom = bill("Reference,Value,Qty\nR1,1k,1\n,,7\n~,-,2\n")
    assert [s.row for s in bom.skipped] == [1, 3, 4]
