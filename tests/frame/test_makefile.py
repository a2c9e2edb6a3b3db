import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose virtual environment holds programs that only note how they were called."""
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("python", "hqguide"):
        (programs / name).write_text(f'#!/bin/sh\necho "{name} $@" | tee -a calls\n')
        (programs / name).chmod(0o755)
    return tmp_path


def make(checkout: Path, *words: str) -> list[str]:
    """Run make without a terminal; the calls it made, in order."""
    variables = {name: os.environ[name] for name in ("PATH",)}
    (checkout / "calls").unlink(missing_ok=True)
    done = subprocess.run(
        ["make", *words],
        cwd=checkout,
        env=variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return (checkout / "calls").read_text().splitlines()


def installs(calls: list[str]) -> list[str]:
    return [call.split()[-1] for call in calls if " install " in call]


def test_the_first_guide_installs_from_the_lock_and_answers_a_question(checkout: Path) -> None:
    calls = make(checkout, "guide")
    assert installs(calls) == ["requirements/run.txt", "."]
    assert "--require-hashes" in calls[0]
    assert calls[-1] == "hqguide find usb-c connector"


def test_the_second_guide_installs_nothing(checkout: Path) -> None:
    make(checkout, "guide")
    assert make(checkout, "guide") == ["hqguide find usb-c connector"]


@pytest.mark.parametrize("changed", ["requirements/run.txt", "pyproject.toml"])
def test_a_changed_lock_or_project_file_installs_again(checkout: Path, changed: str) -> None:
    make(checkout, "guide")
    later = time.time() + 10
    os.utime(checkout / changed, (later, later))
    assert installs(make(checkout, "guide")) == ["requirements/run.txt", "."]


def test_arguments_reach_the_guide(checkout: Path) -> None:
    assert make(checkout, "guide", "ARGS=show seg-plaza")[-1] == "hqguide show seg-plaza"


def test_the_tests_run_with_the_test_tools_installed(checkout: Path) -> None:
    calls = make(checkout, "test", "TESTS=tests/frame")
    assert installs(calls) == ["requirements/dev.txt", "."]
    run = "python -m pytest --numprocesses auto --dist loadfile"
    assert calls[-1] == f"{run} tests/frame"
    assert make(checkout, "test") == [run]


def test_make_alone_lists_what_it_can_do(checkout: Path) -> None:
    done = subprocess.run(["make"], cwd=checkout, capture_output=True, text=True)
    assert {"guide", "test", "check", "clean"} <= {line.split()[0] for line in done.stdout.splitlines()}
