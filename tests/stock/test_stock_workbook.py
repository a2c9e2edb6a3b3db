"""Workbooks as stock lists: merged cells, several sheets, bombs."""

import io
import zipfile
from pathlib import Path

import msgspec
import pytest
import xlsxwriter

from hqguide.errors import GuideError
from hqguide.stock import source
from hqguide.stock.lookup import Stock
from tests.stock.stock_lists import brought_in, offers, parts


def workbook(path: Path) -> Path:
    """A broker's workbook: a title over all columns, a header of two rows, a part number over two rows."""
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet("说明").write(0, 0, "read me")
    sheet = book.add_worksheet("库存")
    sheet.merge_range("A1:E1", "合成电子 库存表")
    sheet.merge_range("A2:A3", "型号")
    sheet.merge_range("B2:C2", "库存信息")
    sheet.merge_range("D2:D3", "单价(元)")
    sheet.write_row("B3", ["数量", "批号"])
    sheet.merge_range("A4:A5", "SYN103RCT6")
    sheet.write_row("B4", [1500, "2143", 12.5])
    sheet.write_row("B5", [300, "2250", 13.0])
    sheet.write_row("A6", ["SYN8266EX", 25, "", 4.2])
    book.close()
    return path


def test_merged_headers_and_merged_part_numbers_are_understood(tmp_path: Path) -> None:
    stock = tmp_path / "stock"
    done = brought_in(stock, workbook(tmp_path / "list.xlsx"))
    assert done.kind == "workbook, sheet '库存'"
    found = offers(stock, "SYN103RCT6")
    assert [(f.offer.quantity, f.offer.date_code, f.offer.price, f.offer.line) for f in found] == [
        (1500, "2143", 12.5, 4),
        (300, "2250", 13.0, 5),
    ]
    assert found[0].offer.currency == "CNY"
    assert parts(stock, "SYN8266EX") == ["SYN8266EX"]


def test_a_workbook_called_csv_is_a_workbook(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx").rename(tmp_path / "list.csv")
    assert brought_in(tmp_path / "stock", path).list.numbers == 2


def test_a_bomb_called_xlsx_is_refused_and_nothing_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "BOUNDS", msgspec.structs.replace(source.BOUNDS, unpacked=1 << 20))
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"0" * (8 << 20))
    with pytest.raises(GuideError, match="unpacks to more than a stock list can hold"):
        brought_in(tmp_path / "stock", path)
    assert Stock(tmp_path / "stock").lists == ()


def test_a_cell_in_the_far_corner_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx")
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'r="D6"', b'r="XFD1048576"'))
    path.write_bytes(out.getvalue())
    with pytest.raises(GuideError, match="unpacks to more"):
        brought_in(tmp_path / "stock", path)


def test_an_empty_workbook_a_torn_one_and_a_large_one_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = xlsxwriter.Workbook(str(tmp_path / "empty.xlsx"))
    empty.add_worksheet()
    empty.close()
    with pytest.raises(GuideError, match="holds no rows"):
        brought_in(tmp_path / "stock", tmp_path / "empty.xlsx")
    torn = tmp_path / "torn.xlsx"
    torn.write_bytes(workbook(tmp_path / "whole.xlsx").read_bytes()[:900])
    with pytest.raises(GuideError, match="damaged"):
        brought_in(tmp_path / "stock", torn)
    monkeypatch.setattr(source, "MAX_WORKBOOK_BYTES", 100)
    with pytest.raises(GuideError, match="a stock list may have"):
        brought_in(tmp_path / "stock", tmp_path / "whole.xlsx")


def test_a_sheet_of_too_many_rows_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "BOUNDS", msgspec.structs.replace(source.BOUNDS, rows=3))
    with pytest.raises(GuideError, match="more than 3 rows"):
        brought_in(tmp_path / "stock", workbook(tmp_path / "list.xlsx"))
