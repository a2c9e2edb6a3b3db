import csv
import io

import msgspec
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from hqguide.export.course import course_of
from hqguide.export.csv_file import LIST_COLUMNS, WALK_COLUMNS, list_csv, walk_csv
from hqguide.export.handout import Handout
from hqguide.export.quotes import SELLERS_AN_ITEM
from hqguide.export.xlsx import COLUMNS, list_xlsx, walk_xlsx
from hqguide.route.itinerary import Itinerary, Total
from tests.export.export_handouts import SPICY, at, compared, hostile, placed
from tests.export.export_plans import filled, plan
from tests.export.export_shopping import shopping, shopping_filled

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "＝1+1", "|x", "%x", "\r\n=1")


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a CSV file as another program reads them from its bytes."""
    return list(csv.DictReader(io.StringIO(text.encode().decode("utf-8-sig"), newline="")))


def sheet(data: bytes) -> Worksheet:
    """The quote sheet, as openpyxl reads it."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Quotes", "About"]
    found = book["Quotes"]
    assert isinstance(found, Worksheet)
    return found


def test_csv_starts_with_a_byte_order_mark_and_ends_its_lines_in_crlf() -> None:
    data = walk_csv(placed()).encode()
    assert data.startswith(b"\xef\xbb\xbfstop,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == 9


def test_a_program_that_guesses_the_dialect_guesses_right() -> None:
    text = walk_csv(placed()).removeprefix("\ufeff")
    found = csv.Sniffer().sniff(text)
    assert (found.delimiter, found.quotechar, found.lineterminator) == (",", '"', "\r\n")


def test_csv_has_a_row_for_every_item_those_left_out_too() -> None:
    found = rows(walk_csv(placed()))
    assert tuple(found[0]) == WALK_COLUMNS
    assert [row["plan"] for row in found] == ["buy"] * 6 + ["no place known", "left out"]
    first = found[0]
    assert (first["stop"], first["hall"], first["counter"]) == (
        "1",
        "合成电子城 Synthetic Hall (test only)",
        "3100",
    )
    assert (first["quantity"], first["chinese"]) == ("100", "贴片电容")
    assert (first["latitude"], first["longitude"], first["accuracy m"]) == ("21.5", "114.5", "30.0")
    assert found[1]["if not here"] == "synthetic-hall/4F/4001"
    assert found[6]["item"] == "nickel strip 8 mm"
    assert found[6]["why"] == "no record of where"


def test_a_stop_with_nothing_to_buy_keeps_its_row() -> None:
    (row, *_) = rows(walk_csv(Handout(msgspec.structs.replace(plan(1, 0), unplaced=(), dropped=()))))
    assert row["place"] == "synthetic-hall/1F/3100"
    assert row["item"] == row["plan"] == row["latitude"] == ""


@settings(max_examples=80)
@given(SPICY | st.sampled_from(FORMULAS))
def test_no_text_shifts_a_cell_or_starts_a_formula(text: str) -> None:
    handout = Handout(filled(text), positions={text: at(0, text)})
    words = course_of(handout).walk.stops[0].why
    (row, *_) = found = rows(walk_csv(handout))
    assert len(found) == 3
    assert row["why"] in (words, f"'{words}")
    assert all(set(cells) == set(WALK_COLUMNS) and None not in cells.values() for cells in found)
    for cells in (*found, *rows(list_csv(shopping_filled(text or "x")))):
        assert not any(cell.startswith(tuple("=+-@\t\r|%＝＋－＠")) for cell in cells.values())


@pytest.mark.parametrize("text", ["-40C sensor", "+5V regulator"])
def test_a_part_name_that_looks_like_a_formula_stays_readable(text: str) -> None:
    (row, *_) = rows(list_csv(shopping_filled(text)))
    assert row["item"] == f"'{text}"


def test_the_csv_of_a_list_has_a_row_a_line_with_state_and_best_place() -> None:
    found = rows(list_csv(shopping()))
    assert tuple(found[0]) == LIST_COLUMNS
    assert [row["state"] for row in found] == ["wanted", "bought", "not found"]
    assert found[0]["place"] == "synthetic-hall/1F/3100"
    assert found[0]["best place"] == "合成电子城 Synthetic Hall (test only) · 1F · counter 3100 · 样品电子"
    assert found[0]["target price"] == "1.5"
    assert found[2]["place"] == ""


def test_the_quote_sheet_of_a_walk_has_items_down_sellers_across_and_empty_prices() -> None:
    page = sheet(walk_xlsx(placed()))
    head = [str(cell.value) for cell in page[1]]
    assert head[: len(COLUMNS)] == [name for name, _ in COLUMNS]
    assert [name.split("\n")[0][:2] for name in head[len(COLUMNS) : -1]] == ["1.", "2.", "3."]
    assert head[-1] == "Note"
    assert [page.cell(row, 2).value for row in range(2, page.max_row + 1)] == [
        "0.1 uF 50 V X7R 0603 capacitor",
        "USB-C connector, 16 pin",
        "USB-C connector, 16 pin",
        "Soldering iron tip, K type",
        "Soldering iron tip, K type",
        "STM32F103C8T6",
        "nickel strip 8 mm",
        "desk microscope",
    ]
    prices = [page.cell(row, column) for row in range(2, 10) for column in range(7, 10)]
    assert all(cell.value is None and cell.border.left.style == "thin" for cell in prices)
    white = [[cell.fill.fgColor.rgb != "FFD9D9D9" for cell in prices[at : at + 3]] for at in range(0, 24, 3)]
    assert [row.index(True) if True in row else None for row in white] == [0, 0, 1, 1, 2, 2, None, None]
    assert all(row.count(True) <= 1 for row in white)


def test_an_item_with_several_sellers_to_ask_is_one_row_of_the_quote_sheet() -> None:
    page = sheet(walk_xlsx(compared()))
    table = [[page.cell(row, column).value for column in (2, 5, 6)] for row in range(2, page.max_row + 1)]
    assert table == [["relay", 4, 2.5], ["fuse", 1, None], ["fuse", 1, None]]
    white = [
        [page.cell(row, column).fill.fgColor.rgb != "FFD9D9D9" for column in (7, 8)] for row in (2, 3, 4)
    ]
    assert white == [[True, True], [True, False], [False, True]]


def test_csv_says_which_of_the_sellers_to_ask_this_is_and_at_what_price() -> None:
    found = rows(walk_csv(compared()))
    assert [(row["item"], row["plan"], row["price"]) for row in found] == [
        ("relay", "ask 1 of 2", "2.5"),
        ("fuse", "buy", ""),
        ("relay", "ask 2 of 2", "2.5"),
        ("fuse", "buy", ""),
        ("relay", "left out", ""),
    ]


def test_the_quote_sheet_is_set_up_for_screen_and_paper() -> None:
    page = sheet(walk_xlsx(placed()))
    assert page.freeze_panes == "D2"
    assert page.page_setup.orientation == "landscape"
    assert page.page_setup.paperSize == 9
    assert page.print_title_rows == "$1:$1"
    assert page.print_title_cols == "$A:$C"


def test_the_quote_sheet_of_a_list_asks_the_best_places_on_record() -> None:
    page = sheet(list_xlsx(shopping()))
    head = [str(cell.value) for cell in page[1]]
    assert head[len(COLUMNS) : -1] == [
        "合成电子城 Synthetic Hall (test only) · 1F · counter 3100 · 样品电子",
        "合成电子城 Synthetic Hall (test only) · 2F · counter 3101",
        "synthetic-hall/3F/3102",  # not on record, so that nothing but its path is known
    ]
    assert SELLERS_AN_ITEM == 3
    assert page.cell(2, 6).value == 1.5
    assert page.cell(3, page.max_column).value == "for the lamp; bought"


def test_another_reader_finds_the_same_words() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(walk_xlsx(placed())))
    table = book.get_sheet_by_name("Quotes").to_python()
    assert table[0][2] == "中文"
    assert table[1][2:5] == ["贴片电容", "tiēpiàn diànróng", 100.0]
    about = book.get_sheet_by_name("About").to_python()
    assert about[0] == ["Huaqiangbei walk, 2026-11-23"]
    assert any("WGS-84" in str(row[0]) for row in about)


@settings(max_examples=40)
@given(SPICY | st.sampled_from(FORMULAS))
def test_no_text_is_calculated_or_linked_in_a_quote_sheet(text: str) -> None:
    handout = Handout(filled(text), positions={text: at(0, text)})
    page = sheet(walk_xlsx(handout))
    words = course_of(handout).walk.stops[0].items[0].text
    assert page.cell(2, 2).value in (words, None)
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n"}
    assert not any(cell.hyperlink for row in page.iter_rows() for cell in row)


def test_a_quote_sheet_is_the_same_bytes_every_time() -> None:
    assert walk_xlsx(hostile()) == walk_xlsx(hostile())


def test_a_text_longer_than_a_cell_can_be_is_cut_and_the_file_opens() -> None:
    page = sheet(walk_xlsx(Handout(filled("x" * 40_000))))
    assert len(str(page.cell(2, 2).value)) == 32_767


def test_the_sheet_of_an_empty_walk_is_a_head() -> None:
    page = sheet(walk_xlsx(Handout(Itinerary("", "", "", (), (), Total(0, 0)))))
    assert page.max_row == 1
