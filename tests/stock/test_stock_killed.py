"""An import killed at any moment resumes, and ends with the same stock as one nobody disturbed."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from hqguide.errors import GuideError
from hqguide.stock import importing
from hqguide.stock.lookup import Stock
from tests.stock.stock_lists import TODAY, brought_in, content, many, parts, write

ROWS = 5_000
CHILD = """
import os, signal, sys
from pathlib import Path
from hqguide.stock import importing, staging
from hqguide.stock.order import Order
importing.BATCH = 500
stage, at = sys.argv[3], int(sys.argv[4])
calls = 0
if stage == "batch":
    add = staging.Staging.add
    def killing(self, *batch):
        global calls
        calls += 1
        if calls == at:
            os.kill(os.getpid(), signal.SIGKILL)
        add(self, *batch)
    staging.Staging.add = killing
else:
    whole = getattr(importing, stage)
    def killing(*values):
        if at:
            whole(*values)
        os.kill(os.getpid(), signal.SIGKILL)
    setattr(importing, stage, killing)
importing.import_list(Path(sys.argv[1]), Order(Path(sys.argv[2]), as_of="2026-11-23"))
"""


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 500)


def killed(stock: Path, path: Path, stage: str, at: int) -> None:
    command = [sys.executable, "-c", CHILD, str(stock), str(path), stage, str(at)]
    assert subprocess.run(command, cwd=Path.cwd()).returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    ("stage", "at"),
    [
        ("batch", 1),
        ("batch", 6),
        ("write_list", 0),
        ("write_list", 1),
        ("build_numbers", 0),
        ("build_numbers", 1),
        ("switch", 0),
    ],
)
def test_a_killed_import_ends_like_an_undisturbed_one(tmp_path: Path, stage: str, at: int) -> None:
    path = write(tmp_path, "\n".join(many(ROWS)), "big.csv")
    earlier = write(tmp_path, "型号,数量\nSYNOLD1,5\n", "earlier.csv")
    calm, rough = tmp_path / "calm", tmp_path / "rough"
    for stock in (calm, rough):
        brought_in(stock, earlier)
    brought_in(calm, path)
    before = content(rough)
    killed(rough, path, stage, at)
    assert before.items() <= content(rough).items()
    assert (parts(rough, "SYNOLD1"), parts(rough, "SYN000007X")) == (["SYNOLD1"], [])
    done = brought_in(rough, path)
    assert done.resumed == {"batch": (at - 1) * 500}.get(stage, ROWS)
    assert {k: v for k, v in content(rough).items() if k != "stock.json"} == {
        k: v for k, v in content(calm).items() if k != "stock.json"
    }
    assert Stock(rough).find("SYN000007X", TODAY) == Stock(calm).find("SYN000007X", TODAY)
    assert not list(rough.glob("*.part"))


def test_a_changed_file_is_read_from_its_start(tmp_path: Path) -> None:
    path = write(tmp_path, "\n".join(many(ROWS)), "big.csv")
    stock = tmp_path / "stock"
    killed(stock, path, "batch", 4)
    write(tmp_path, "型号,数量\nSYN1A,1\n", "big.csv")
    done = brought_in(stock, path)
    assert (done.resumed, done.list.rows) == (0, 1)


def test_what_a_power_cut_leaves_of_a_batch_is_begun_anew(tmp_path: Path) -> None:
    path = write(tmp_path, "\n".join(many(ROWS)), "big.csv")
    stock = tmp_path / "stock"
    killed(stock, path, "batch", 4)
    [part] = stock.glob("*.part")
    part.write_bytes(b"torn" * 64)
    done = brought_in(stock, path)
    assert (done.resumed, done.list.rows) == (0, ROWS - ROWS // 1000)


def test_a_full_disk_is_told_and_the_old_stock_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stock = tmp_path / "stock"
    brought_in(stock, write(tmp_path, "型号,数量\nSYNOLD1,5\n", "earlier.csv"))

    def full(*values: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(importing, "write_list", full)
    with pytest.raises(GuideError, match="disk is full"):
        brought_in(stock, write(tmp_path, "型号,数量\nSYN1A,5\n", "new.csv"))
    assert parts(stock, "SYNOLD1") == ["SYNOLD1"]


def test_two_imports_at_once_are_kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    monkeypatch.setattr("hqguide.stock.folder._WAIT_SECONDS", 0.05)
    stock = tmp_path / "stock"
    stock.mkdir()
    with FileLock(stock / "stock.lock"), pytest.raises(GuideError, match="changed by another"):
        brought_in(stock, write(tmp_path, "型号,数量\nSYN1A,5\n"))


@pytest.mark.parametrize("name", ["stock"])
def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("a file in the way", "utf-8")
    with pytest.raises(GuideError, match="cannot be written"):
        brought_in(tmp_path / name, write(tmp_path, "型号,数量\nSYN1A,5\n"))
    assert (tmp_path / name).read_text("utf-8") == "a file in the way"
