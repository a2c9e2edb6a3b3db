"""A trader's list becomes offers: columns, merged rows, rows kept aside, age, refusals."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hqguide.errors import GuideError
from hqguide.stock.columns import find_columns
from hqguide.stock.fields import read_currency, read_day, read_price, read_quantity
from hqguide.stock.folder import read_manifest
from hqguide.stock.importing import forget
from hqguide.stock.lookup import Stock
from tests.stock.stock_lists import HEADER, TODAY, brought_in, content, offers, parts, write

ROWS = f'{HEADER}\nSYN358DR,TI,"12,000",2245+,SOP-8,0.35,G-101\nSYN1117-3.3,AMS,5K,22+,SOT-223,￥0.28,G-102\n'


@pytest.fixture
def stock(tmp_path: Path) -> Path:
    return tmp_path / "stock"


def test_a_chinese_list_becomes_offers(stock: Path, tmp_path: Path) -> None:
    done = brought_in(stock, write(tmp_path, ROWS))
    assert (done.list.rows, done.list.numbers, done.list.asides) == (2, 2, ())
    [found] = offers(stock, "syn358dr")
    offer = found.offer
    assert (offer.part, offer.brand, offer.quantity, offer.date_code) == ("SYN358DR", "TI", 12000, "2245+")
    assert (offer.package, offer.price, offer.currency, offer.counter) == ("SOP-8", 0.35, "CNY", "G-101")
    assert (offer.line, offer.as_of, found.score) == (2, "2026-11-23", 1.0)
    assert not found.stale


def test_an_english_list_with_titles_above_is_read(stock: Path, tmp_path: Path) -> None:
    text = (
        "Synthetic Trading Co.\nstock of today\n\nPart Number\tMfr\tQty\tD/C\tPackage\tUnit Price (USD)\n"
        "SYN7805CV\tST\t100\t2301\tTO-220\t0.12\n"
    )
    brought_in(stock, write(tmp_path, text, "stock.tsv"))
    [found] = offers(stock, "SYN7805CV")
    assert (found.offer.brand, found.offer.currency, found.offer.line) == ("ST", "USD", 5)


def test_a_header_of_merged_cells_takes_two_rows() -> None:
    columns = find_columns(
        [["库存表"], ["型号", "库存信息", "", "报价"], ["", "数量", "批号", ""], ["A1", "5", "22", "1"]]
    )
    assert columns is not None
    assert dict(columns.at) == {"part": 0, "quantity": 1, "date code": 2, "price": 3}
    assert columns.rows == 3


def test_a_list_without_names_is_told_by_its_content(stock: Path, tmp_path: Path) -> None:
    text = "".join(f"SYN{n}AB{n}\tTexas\t{n * 10}\tSOP-8\t0.{n}5\n" for n in range(1, 9))
    brought_in(stock, write(tmp_path, text, "plain.txt"))
    [found] = offers(stock, "SYN3AB3")
    assert (found.offer.brand, found.offer.quantity, found.offer.package) == ("Texas", 30, "SOP-8")
    assert (found.offer.price, found.offer.line) == (0.35, 3)


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|", "，", "    "])
def test_every_delimiter_is_read(stock: Path, tmp_path: Path, delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in (("型号", "品牌", "数量"), ("SYN555P", "TI", "40")))
    brought_in(stock, write(tmp_path, text, "list.txt"))
    assert [f.offer.quantity for f in offers(stock, "SYN555P")] == [40]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("gbk", b""),
        ("gb18030", b""),
        ("utf-16", b""),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("gb18030", b"\xef\xbb\xbf"),
    ],
)
def test_the_bytes_tell_the_encoding_and_no_mark_is_believed(
    stock: Path, tmp_path: Path, encoding: str, mark: bytes
) -> None:
    path = tmp_path / "list.csv"
    text = f"{HEADER}\n" + "".join(f"SYN{n}Q,国巨电子,{n},2201,贴片,0.1,赛格广场\n" for n in range(40))
    path.write_bytes(mark + text.encode(encoding))
    brought_in(stock, path)
    [found] = offers(stock, "SYN17Q")
    assert (found.offer.brand, found.offer.counter) == ("国巨电子", "赛格广场")


def test_latin_1_is_read(stock: Path, tmp_path: Path) -> None:
    text = "Part Number;Mfr;Qty\n" + "".join(f"SYN{n}K;Würth ±5 µ;{n}\n" for n in range(30))
    brought_in(stock, write(tmp_path, text, "liste.csv", "latin-1"))
    assert offers(stock, "SYN7K")[0].offer.brand == "Würth ±5 µ"


def test_rows_of_other_bytes_in_a_utf_8_list_are_kept_aside(stock: Path, tmp_path: Path) -> None:
    good = "".join(f"SYN{n}K,国巨,{n}\n" for n in range(20)).encode()
    path = tmp_path / "list.csv"
    path.write_bytes("型号,品牌,数量\n".encode() + good + "SYN99K,国巨,5\n".encode("gbk"))
    done = brought_in(stock, path)
    assert [(row.number, row.why) for row in done.unread] == [(22, "holds bytes that are no text")]
    assert parts(stock, "SYN19K") == ["SYN19K"]


def test_equal_rows_are_merged_and_the_newest_wins(stock: Path, tmp_path: Path) -> None:
    text = (
        "型号,品牌,数量,单价,位置,日期\nSYN358,TI,1,0.3,G1,2026-11-01\nsyn358,ti,2,0.3,G1,2026-11-20\n"
        "SYN358,TI,3,0.3,G1,2026-11-10\nSYN358,TI,4,0.4,G1,2026-11-10\n"
    )
    done = brought_in(stock, write(tmp_path, text))
    assert (done.list.rows, done.list.offers, done.list.numbers) == (4, 2, 1)
    found = offers(stock, "SYN358")
    assert [(f.offer.quantity, f.offer.as_of) for f in found] == [(2, "2026-11-20"), (4, "2026-11-10")]


def test_the_same_offer_in_two_lists_is_shown_once_and_newest(stock: Path, tmp_path: Path) -> None:
    text = "型号,数量,单价\nSYN358,{},0.3\n"
    brought_in(stock, write(tmp_path, text.format(1), "old.csv"), as_of="2026-11-01", counter="G1")
    brought_in(stock, write(tmp_path, text.format(2), "new.csv"), as_of="2026-11-20", counter="G1")
    assert [f.offer.quantity for f in offers(stock, "SYN358")] == [2]


def test_bad_rows_are_kept_aside_with_their_lines_and_can_be_mended(stock: Path, tmp_path: Path) -> None:
    text = (
        f"{HEADER}\nSYN1A,TI,12 boxes of 3,22,SOP,0.1,\n,TI,5,22,SOP,0.1,\n"
        "SYN2A,TI,5,22,SOP,cheap 5 or so?,\n"
        f"合计,,5,,,,\nSYN3A,TI,现货,22,SOP,询价,\n{HEADER}\n"
    )
    done = brought_in(stock, write(tmp_path, text, "broker.csv"), counter="G7", as_of="2026-11-02")
    assert [(row.number, row.why) for row in done.unread] == [
        (2, "'12 boxes of 3' is no quantity"),
        (3, "no part number"),
        (4, "'cheap 5 or so?' is no price"),
        (5, "a total, no part"),
    ]
    assert parts(stock, "SYN3A") == ["SYN3A"]
    [aside] = done.list.asides
    assert aside.rows == 4
    mended = Path(aside.path).read_text("utf-8-sig").replace("12 boxes of 3", "36")
    Path(aside.path).write_text(mended, "utf-8-sig")
    again = brought_in(stock, Path(aside.path), as_of="2026-11-23")
    assert (again.list.name, again.list.rows) == ("broker-aside", 1)
    [found] = offers(stock, "SYN1A")
    assert (found.offer.quantity, found.offer.counter, found.offer.as_of) == (36, "G7", "2026-11-02")


def test_a_file_the_user_mended_is_never_written_over(stock: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "型号,数量\nSYN1A,12 boxes of 3\nSYN2A,4\n")
    [aside] = brought_in(stock, path).list.asides
    Path(aside.path).write_text("mine", "utf-8")
    [other] = brought_in(stock, path).list.asides
    assert Path(aside.path).read_text("utf-8") == "mine"
    assert other.path != aside.path


def test_rows_older_than_the_set_age_are_stale_and_come_last(stock: Path, tmp_path: Path) -> None:
    text = "型号,数量,单价,日期\nSYN358,1,0.1,2026-10-01\nSYN358,2,0.9,2026-11-20\n"
    brought_in(stock, write(tmp_path, text))
    found = offers(stock, "SYN358")
    assert [(f.offer.quantity, f.stale) for f in found] == [(2, False), (1, True)]
    brought_in(stock, write(tmp_path, text), stale_days=90)
    assert not any(f.stale for f in offers(stock, "SYN358"))


@pytest.mark.parametrize(
    ("name", "day", "by"),
    [
        ("库存20261103.csv", "2026-11-03", "name of the file"),
        ("a 2026-1-5.csv", "2026-01-05", "name of the file"),
    ],
)
def test_the_day_of_a_list_stands_in_its_name(
    stock: Path, tmp_path: Path, name: str, day: str, by: str
) -> None:
    done = brought_in(stock, write(tmp_path, ROWS, name), as_of="")
    assert (done.list.as_of, done.list.dated_by) == (day, by)


def test_a_list_without_a_day_has_that_of_its_last_change(stock: Path, tmp_path: Path) -> None:
    assert brought_in(stock, write(tmp_path, ROWS), as_of="").list.dated_by == "last change of the file"


def test_a_list_of_the_same_name_is_replaced_and_others_stay(stock: Path, tmp_path: Path) -> None:
    brought_in(stock, write(tmp_path, "型号,数量\nSYN1A,1\n", "one.csv"))
    brought_in(stock, write(tmp_path, "型号,数量\nSYN2A,1\n", "two.csv"))
    brought_in(stock, write(tmp_path, "型号,数量\nSYN3A,1\n", "one.csv"))
    assert [one.name for one in Stock(stock).lists] == ["one", "two"]
    assert (parts(stock, "SYN1A"), parts(stock, "SYN3A")) == ([], ["SYN3A"])
    forget(stock, "one")
    assert (parts(stock, "SYN2A"), parts(stock, "SYN3A")) == (["SYN2A"], [])
    forget(stock, "two")
    assert parts(stock, "SYN2A") == []
    with pytest.raises(GuideError, match="no list called 'one'"):
        forget(stock, "one")


def test_importing_twice_changes_nothing(stock: Path, tmp_path: Path) -> None:
    path = write(tmp_path, ROWS)
    brought_in(stock, path)
    before = content(stock)
    brought_in(stock, path)
    assert content(stock) == before


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is empty"),
        ("你好\n世界\n", "no column of part numbers"),
        ("型号,数量\n,5\n", "holds no part numbers .line 2"),
        ("\x89PNG\r\n\x1a\n" + "".join(map(chr, range(256))), "is no text"),
    ],
)
def test_what_is_no_list_is_refused_and_the_stock_stays(
    stock: Path, tmp_path: Path, text: str, why: str
) -> None:
    brought_in(stock, write(tmp_path, ROWS, "good.csv"))
    before = content(stock)
    with pytest.raises(GuideError, match=why):
        brought_in(stock, write(tmp_path, text, "bad.csv", "latin-1" if "PNG" in text else "utf-8"))
    assert content(stock) == before
    assert parts(stock, "SYN358DR") == ["SYN358DR"]


def test_a_missing_file_and_a_folder_are_refused(stock: Path, tmp_path: Path) -> None:
    for day in ("2026-11-01", ""):
        with pytest.raises(GuideError, match="cannot be read"):
            brought_in(stock, tmp_path / "none.csv", as_of=day)
    with pytest.raises(GuideError, match="cannot be read"):
        brought_in(stock, tmp_path)
    with pytest.raises(GuideError, match="needs a name"):
        brought_in(stock, write(tmp_path, ROWS), name="///")


def test_a_huge_file_is_refused_before_it_is_read(
    stock: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hqguide.stock.source.MAX_TEXT_BYTES", 1 << 20)
    with pytest.raises(GuideError, match="has 2 MB; a stock list may have 1"):
        brought_in(stock, write(tmp_path, "型号\n" + "A" * (2 << 20)))


def test_a_list_of_too_many_rows_is_refused(
    stock: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hqguide.stock.source.MAX_ROWS", 3)
    with pytest.raises(GuideError, match="more than 3 rows"):
        brought_in(stock, write(tmp_path, "型号,数量\n" + "SYN1A,1\n" * 9))


def test_a_line_without_end_is_kept_aside(stock: Path, tmp_path: Path) -> None:
    done = brought_in(stock, write(tmp_path, "型号,数量\nSYN1A,1\n" + "B" * 300_000 + ",2\nSYN2A,3\n"))
    assert [(row.number, row.why) for row in done.unread] == [(3, "the line is too long")]
    assert parts(stock, "SYN2A") == ["SYN2A"]


def test_a_lost_quotation_mark_costs_no_row(stock: Path, tmp_path: Path) -> None:
    text = '型号,备注,数量\nSYN1A,"7" screen,1\nSYN2A,ok,2\nSYN3A,"two\nlines",3\n'
    brought_in(stock, write(tmp_path, text))
    assert [parts(stock, f"SYN{n}A") for n in (1, 2, 3)] == [["SYN1A"], ["SYN2A"], ["SYN3A"]]


def test_a_broken_manifest_says_what_to_do(stock: Path, tmp_path: Path) -> None:
    brought_in(stock, write(tmp_path, ROWS))
    (stock / "stock.json").write_text("{", "utf-8")
    with pytest.raises(GuideError) as caught:
        read_manifest(stock)
    assert "import the lists again" in caught.value.hint


def test_a_damaged_list_is_an_error_with_a_way_out(stock: Path, tmp_path: Path) -> None:
    brought_in(stock, write(tmp_path, ROWS))
    for path in stock.glob("list-*.sqlite"):
        path.write_bytes(b"no database at all" * 100)
    with pytest.raises(GuideError, match="the stock is damaged"):
        Stock(stock).find("SYN358DR", TODAY)


@pytest.mark.parametrize(
    ("cell", "pieces"),
    [
        ("5K", 5000),
        ("1.2万", 12000),
        ("3,000pcs", 3000),
        (">1000", 1000),
        ("7", 7),
        ("6W", 60000),
        ("two", None),
    ],
)
def test_quantities_are_read_as_traders_write_them(cell: str, pieces: int | None) -> None:
    assert read_quantity(cell) == pieces


@pytest.mark.parametrize(
    ("cell", "price", "currency"),
    [
        ("0.35", 0.35, ""),
        ("￥1,200.5", 1200.5, "CNY"),
        ("0.3元/个", 0.3, "CNY"),
        ("US$2", 2.0, "USD"),
        ("x9y", None, ""),
    ],
)
def test_prices_keep_the_currency_they_name(cell: str, price: float | None, currency: str) -> None:
    assert (read_price(cell), read_currency(cell)) == (price, currency)


def test_impossible_days_are_none() -> None:
    assert (
        read_day("20261103x"),
        read_day("2026年1月5日"),
        read_day("20261399"),
        read_day("2026-02-30"),
    ) == (
        "2026-11-03",
        "2026-01-05",
        "",
        "",
    )


@given(st.text(max_size=40))
def test_any_cell_is_read_or_refused(cell: str) -> None:
    quantity, price = read_quantity(cell), read_price(cell)
    assert quantity is None or quantity >= 0
    assert price is None or price >= 0
    assert read_day(cell) == "" or len(read_day(cell)) == 10
