"""Long files read in bounded memory: encodings by their bytes, delimiters by fit, quotes that may be lost."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.tables.bounds import Bounds, too_many_rows
from hqguide.tables.cells import clean_cell, emptied
from hqguide.tables.decoding import decode
from hqguide.tables.delimited import GAPS, cut, delimiter_of, rows
from hqguide.tables.package import check_package
from hqguide.tables.textfile import LONGEST_LINE, Line, encoding_of, lines_of
from hqguide.tables.workbook import opened

SMALL = Bounds(unpacked=1_000_000, grid=1_000, rows=100, thing="a synthetic table")


def table(text: str, delimiter: str = ",") -> list[list[str]]:
    lines = (Line(n, line) for n, line in enumerate(text.split("\n"), start=1))
    return [cells for _, cells, _ in rows(lines, delimiter)]


def named(row: Sequence[str]) -> int:
    return sum(cell in ("part", "qty") for cell in row)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("电阻\n".encode(), "utf-8-sig"),
        (b"\xef\xbb\xbf" + "电阻\n".encode(), "utf-8-sig"),
        ("型号,数量,电阻,电容,芯片\n".encode("gbk") * 20, "gb18030"),
        (b"part,qty\n" * 9000 + "电阻,电容,库存,数量\n".encode("gbk"), "gb18030"),
        ("part,qty\n".encode("utf-16"), "utf-16"),
        ("part,qty\n".encode("utf-16-le") * 9, "utf-16-le"),
        ("part,qty\n".encode("utf-16-be") * 9, "utf-16-be"),
        (b"470\xb5F\n", "cp1252"),
        (b"", "utf-8-sig"),
    ],
)
def test_the_whole_file_tells_its_encoding(tmp_path: Path, data: bytes, encoding: str) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    assert encoding_of(path) == encoding


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"\x00\x01\x02\x03" * 400, b"\x1f\x8b\x08"])
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    with pytest.raises(GuideError, match="is no text"):
        encoding_of(path)


def test_a_line_that_never_ends_is_cut_and_the_next_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("a\n" + "b" * (3 * LONGEST_LINE) + "\nc", "utf-8")
    found = list(lines_of(path, "utf-8"))
    assert [(line.number, len(line.text), line.cut) for line in found] == [
        (1, 1, False),
        (2, LONGEST_LINE, True),
        (3, 1, False),
    ]


def test_progress_is_told_in_bytes(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("0123456789\n" * 20_000, "utf-8")
    told: list[int] = []
    assert sum(1 for _ in lines_of(path, "utf-8", told.append)) == 20_000
    assert told == sorted(told)
    assert 0 < told[-1] <= path.stat().st_size


def test_a_file_that_vanished_is_told(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="cannot be read"):
        list(lines_of(tmp_path / "none", "utf-8"))


@pytest.mark.parametrize("delimiter", ["\t", ",", ";", "|", "，"])
def test_the_delimiter_that_shows_the_names_wins(delimiter: str) -> None:
    assert (
        delimiter_of([f"a, b; c\td | e，f{delimiter}x", f"part{delimiter}qty", f"1{delimiter}2"], named)
        == delimiter
    )


def test_columns_set_apart_by_blanks_and_a_single_column_are_known() -> None:
    assert delimiter_of(["part   qty", "A 1   5", "B 2   6"], named) == GAPS
    assert cut("A 1   5", GAPS) == ["A 1", "5"]
    assert delimiter_of(["A1", "B2"], named) == ""
    assert cut("A1, rest", "") == ["A1, rest"]


def test_quoted_cells_hold_delimiters_quotes_and_line_ends() -> None:
    assert table('a,"b, ""c""",d\n"e\nf",g\nh,i') == [["a", 'b, "c"', "d"], ["e\nf", "g"], ["h", "i"]]


def test_a_lost_quotation_mark_is_an_ordinary_character() -> None:
    text = '7" screen,1\nb,2\n"c,3\nd,4\ne,5\nf,6\ng,7\nh,8'
    assert [row[-1] for row in table(text)] == list("12345678")


@given(
    st.lists(st.lists(st.text(st.characters(codec="utf-8"), max_size=6), min_size=2, max_size=4), max_size=6)
)
def test_what_the_csv_module_writes_is_read_back(values: list[list[str]]) -> None:
    import csv

    plain = [
        [cell.replace("\r", " ").replace("\x00", " ").replace("\n", " ") for cell in row] for row in values
    ]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(plain)
    text = out.getvalue().removesuffix("\n")
    assert table(text) == (plain or [[""]])


@given(st.text(max_size=60))
def test_cleaning_a_cell_twice_changes_nothing_more_than_once(cell: str) -> None:
    once = clean_cell(cell)
    assert "\n" not in once
    assert emptied("-") == ""
    assert once.isalnum() is False or clean_cell(once) == once


def test_cells_of_spreadsheets_become_text() -> None:
    assert [clean_cell(c) for c in (5.0, 0.35, True, None, '="0603"', "<b>x</b> &amp; y")] == [
        *("5", "0.35", "yes", "", "0603", "x & y"),
    ]


def test_a_package_is_measured_before_it_is_opened() -> None:
    def packed(content: bytes) -> io.BytesIO:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("xl/worksheets/sheet1.xml", content)
        return out

    check_package(packed(b'<c r="B2"/>'), "x", SMALL)
    for content in (b"0" * 2_000_000, b'<c r="ZZ900"/>', b'<x number-rows-repeated="9999" value-type="a"/>'):
        with pytest.raises(GuideError, match="more than a synthetic table can hold"):
            check_package(packed(content), "x", SMALL)
    with pytest.raises(GuideError, match="damaged"):
        check_package(io.BytesIO(b"PK\x03\x04"), "x", SMALL)


def test_a_file_that_is_no_workbook_is_told() -> None:
    with (
        pytest.raises(GuideError, match="no workbook that can be read"),
        opened(io.BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "x.xls", SMALL, packed=False),
    ):
        pass
    assert "more than 100 rows" in str(too_many_rows("x", SMALL, "Split it."))


def test_a_long_text_cut_inside_a_character_is_still_chinese() -> None:
    data = ("型号," + "电阻电容" * 4 + "\n").encode("gbk") * 4_000
    assert decode(data, "x")[1] == "gb18030"
