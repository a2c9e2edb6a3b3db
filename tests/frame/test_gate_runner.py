import sys
from pathlib import Path

import pytest

from tools.gates import __main__ as runner


def gate(name: str, code: int) -> runner.Gate:
    return runner.Gate(name, (sys.executable, "-c", f"open('{name}', 'w').close(); raise SystemExit({code})"))


def test_every_gate_runs_and_those_that_fail_are_named(tmp_path: Path) -> None:
    gates = (gate("first", 1), gate("second", 0), gate("third", 2))
    assert runner.run_gates(gates, tmp_path) == ["first", "third"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first", "second", "third"]


def test_a_failing_gate_makes_the_whole_run_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(runner, "ROOT", tmp_path)
    monkeypatch.setattr(runner, "GATES", (gate("sound", 0),))
    assert runner.main([]) == 0
    monkeypatch.setattr(runner, "GATES", (gate("sound", 0), gate("broken", 1)))
    assert runner.main([]) == 1
    assert "Gates that failed: broken" in capsys.readouterr().out


def test_a_quick_run_leaves_out_the_slow_gates(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(runner, "ROOT", tmp_path)
    monkeypatch.setattr(runner, "GATES", (gate("fast", 0), gate("slow", 1)._replace(quick=False)))
    assert runner.main(["--quick"]) == 0


def test_an_unknown_option_is_refused() -> None:
    assert runner.main(["--fast"]) == 2
