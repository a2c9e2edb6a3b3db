"""``hqguide bom`` prints what became of every row, for people and for machines."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hqguide.guide import Guide
from tests.cli.conftest import Ran

Hq = Callable[..., Ran]

BILL = "Reference,Value,Footprint,Qty\nR1-R3,10k,0603,3\nC1,100nF,0603,1\nR9,1k DNP,0603,1\n"
DOUBTFUL = "Reference,Value,Qty\nR1 R2,10k,3\n"


@pytest.fixture
def bill(tmp_path: Path) -> Path:
    path = tmp_path / "bill.csv"
    path.write_text(BILL, "utf-8")
    return path


def test_people_see_items_and_why_rows_were_skipped(hq: Hq, bill: Path) -> None:
    ran = hq("bom", str(bill))
    assert ran.code == 0
    assert "3 × 10k 0603" in ran.out
    assert "贴片电阻 10k 0603 · R1 R2 R3" in ran.out
    assert "row 4 skipped" in ran.out
    assert "not to be placed (DNP)" in ran.out
    assert "2 lines became 2 items, 2 rows skipped, 0 doubts" in ran.err


def test_machines_get_one_object_a_line(hq: Hq, bill: Path) -> None:
    rows = [json.loads(line) for line in hq("bom", "--json", str(bill)).out.splitlines()]
    assert [row["status"] for row in rows] == ["item", "item", "skipped", "skipped"]
    assert rows[0]["refs"] == ["R1", "R2", "R3"]
    assert (rows[0]["qty"], rows[0]["value"], rows[0]["category"]) == (3, "10k", "passive.chipres")
    assert set(rows[0]) >= {"mpn", "footprint", "why", "rows", "zh", "via"}
    assert rows[2]["row"] == 1
    assert rows[3]["why"] == "not to be placed (DNP)"


def test_boards_and_spares_are_bought_too(hq: Hq, bill: Path) -> None:
    rows = [
        json.loads(line)
        for line in hq("bom", "--json", "--boards", "10", "--spare", "5%", str(bill)).out.splitlines()
    ]
    assert [row["qty"] for row in rows if row["status"] == "item"] == [32, 11]


@pytest.mark.parametrize("spare", ["much", "-5%", "nan%"])
def test_a_spare_that_is_no_share_is_bad_usage(hq: Hq, bill: Path, spare: str) -> None:
    assert hq("bom", "--spare", spare, str(bill)).code == 2


def test_strict_turns_a_doubt_into_failure(hq: Hq, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(DOUBTFUL, "utf-8")
    lenient = hq("bom", "--json", str(path))
    assert lenient.code == 0
    assert json.loads(lenient.out.splitlines()[-1])["status"] == "doubt"
    strict = hq("bom", "--strict", str(path))
    assert strict.code == 2
    assert strict.out == ""
    assert "row 2: quantity 3, but 2 designators" in strict.err


def test_strict_passes_a_bill_without_doubts(hq: Hq, bill: Path) -> None:
    assert hq("bom", "--strict", str(bill)).code == 0


def test_items_go_into_a_list_with_their_designators(hq: Hq, bill: Path) -> None:
    ran = hq("bom", "--into", "board", str(bill))
    assert "2 items added to the list 'board'" in ran.err
    items = Guide().lists.show("board")
    assert [(item.text, item.quantity, item.note) for item in items] == [
        ("10k 0603", 3, "贴片电阻 10k 0603 · R1 R2 R3"),
        ("100nF 0603", 1, "贴片电容 100nF 0603 · C1"),
    ]


def test_a_list_takes_a_bill_as_parts_and_a_plain_list_as_lines(hq: Hq, bill: Path, tmp_path: Path) -> None:
    ran = hq("list", "board", "import", str(bill))
    assert "is a bill of materials: 2 items, 2 rows skipped, 0 doubts" in ran.err
    assert [(item.text, item.quantity) for item in Guide().lists.show("board")] == [
        ("10k 0603", 3),
        ("100nF 0603", 1),
    ]
    plain = tmp_path / "wishes.txt"
    plain.write_text("10 x led, red\n5 x resistor, 10k\n", "utf-8")
    assert "bill of materials" not in hq("list", "wishes", "import", str(plain)).err
    assert [item.quantity for item in Guide().lists.show("wishes")] == [10, 5]


def test_a_text_that_names_its_columns_is_a_bill_whatever_its_ending(hq: Hq, tmp_path: Path) -> None:
    path = tmp_path / "partlist.txt"
    path.write_text(
        "Part     Value    Package\n\nR1       10k      R0603\nR2       10k      R0603\n", "utf-8"
    )
    hq("list", "eagle", "import", str(path))
    assert [(item.text, item.quantity) for item in Guide().lists.show("eagle")] == [("10k 0603", 2)]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    assert hq("list", "eagle", "import", str(path)).code == 2


def test_a_list_that_refuses_gets_nothing(hq: Hq, bill: Path) -> None:
    assert hq("bom", "--into", "x" * 60, str(bill)).code == 2
    assert Guide().lists.names() == ()


def test_a_bill_without_parts_leaves_with_one_and_bad_files_with_two(hq: Hq, tmp_path: Path) -> None:
    path = tmp_path / "none.csv"
    path.write_text("Reference,Value,Qty\nR1,10k DNP,1\n", "utf-8")
    assert hq("bom", str(path)).code == 1
    missing = hq("bom", str(tmp_path / "missing.csv"))
    assert missing.code == 2
    assert "cannot be read" in missing.err
    assert "Traceback" not in missing.err
