"""``hqguide stock`` imports, shows and forgets traders' lists; ``find`` prints their offers and reasons."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.stock.stock_lists import many, write

Hq = Callable[..., Ran]
LIST = (
    "型号,品牌,数量,批号,封装,单价(元),位置\n"
    "AMS1117-3.3,AMS,5000,2245,SOT-223,0.28,SYN-1\n"
    "0603WAF1002T5E,UNI,100000,2301,0603,0.004,SYN-2\n"
    "SYNQX77Z,Synth,40,2250,QFN-32,3.5,SYN-3\n"
    "SYNBIGCHIP,Synth,1,,,,\n"
)


def test_the_command_line_imports_shows_finds_and_forgets(hq: Hq, tmp_path: Path) -> None:
    assert hq("stock", "show").code == 1
    path = write(tmp_path, LIST + "SYNBAD1,x,12 boxes of 3,,,,\n" * 7, "synthetic.csv")
    done = hq("stock", "import", str(path), "--counter", "SEG 2F", "--as-of", "2020-01-02")
    assert (done.code, done.out.splitlines()[0]) == (0, "synthetic  2020-01-02, stale after 30 days")
    assert "line 6: '12 boxes of 3' is no quantity" in done.err
    assert "and 2 more rows" in done.err
    shown = json.loads(hq("stock", "show", "--json").out)
    assert (shown[0]["counter"], shown[0]["numbers"]) == ("seg-plaza/2F", 4)
    assert "4 part numbers in 4 rows" in hq("stock", "show").out
    found = hq("find", "SYNQX77Z")
    assert found.code == 0
    assert "SYNQX77Z  Synth · QFN-32 · 2250 · 40 pcs · 3.5 CNY · SYN-3" in found.out
    assert "STALE 2020-01-02 · list synthetic, line 4" in found.out
    batch = [
        json.loads(row) for row in hq("find", "--batch", "-", stdin=b"SYNQX77Z\nresistor\n").out.splitlines()
    ]
    assert [len(row["stock"]) for row in batch] == [1, 0]
    assert "1 lists" in hq("stock", "rebuild").err
    assert "like it: SYNQX77Z" in hq("find", "SYNQX77ZZ").out
    assert hq("stock", "forget", "synthetic").code == 0
    assert hq("stock", "forget", "synthetic").code == 2
    assert hq("find", "SYNQX77Z").code == 1


def test_the_command_line_tells_bad_files_unknown_counters_and_days(hq: Hq, tmp_path: Path) -> None:
    path = write(tmp_path, LIST, "s-2026-11-20.csv")
    done = hq("stock", "import", str(path), "--counter", "Synthetic Hall 9", "--name", "n", "--json")
    listed = json.loads(done.out)["list"]
    assert (listed["name"], listed["counter"], listed["as_of"]) == ("n", "Synthetic Hall 9", "2026-11-20")
    undated = hq("stock", "import", str(write(tmp_path, LIST)))
    assert "--as-of says the real day" in undated.err
    assert hq("stock", "import", str(tmp_path / "none.csv")).code == 2
    assert hq("stock", "import", str(path), "--as-of", "yesterday").code == 2


def test_find_explains_and_names_substitutes(hq: Hq) -> None:
    told = hq("find", "AMS1117-3.3", "-n", "1", "--explain").out
    assert "× 0.9  said of the whole floor, at no counter" in told
    assert "Instead: LD1117S33  1117 low-drop regulator: 3.3 V" in told
    assert "Instead: AMS1117-3.3" in hq("find", "LD1117S33CTR", "--substitutes").out
    assert "No part to take instead is on record." in hq("find", "led strip", "--substitutes").out
    assert "take instead" not in hq("find", "led strip").out


def test_a_terminal_sees_progress_and_a_pipe_does_not(
    hq: Hq, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "\n".join(many(9_000)), "long.csv")
    assert "reading" not in hq("stock", "import", str(path)).err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    assert "indexing" in hq("stock", "import", str(path), "--name", "again", "--counter", "SYN").err


def test_a_batch_explains_too(hq: Hq) -> None:
    [row] = [
        json.loads(line)
        for line in hq("find", "--batch", "-", "--explain", stdin=b"led strip").out.splitlines()
    ]
    assert row["places"][0]["why"][0]["what"].startswith("understood as")
