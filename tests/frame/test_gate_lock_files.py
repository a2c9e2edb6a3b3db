import shutil
from pathlib import Path

import pytest

from tools.gates import lock_files

ROOT = Path(__file__).resolve().parents[2]
HASH = "--hash=sha256:" + "0" * 64


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the project's own requirements that a test may spoil."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    return tmp_path


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_lock_files_of_the_project_satisfy_it() -> None:
    assert lock_files.checkout_problems(ROOT) == []


def test_a_new_requirement_that_was_not_locked_is_refused(checkout: Path) -> None:
    spoil(checkout / "pyproject.toml", '"tinydb>=4.8.2,<5",', '"tinydb>=4.8.2,<5", "some-new-library>=1",')
    found = lock_files.checkout_problems(checkout)
    assert any("some-new-library>=1: no pin for Python 3.12 on Windows" in line for line in found)


def test_a_requirement_raised_above_its_pin_is_refused(checkout: Path) -> None:
    spoil(checkout / "pyproject.toml", '"jinja2>=3.1.6,<4"', '"jinja2>=3.9,<4"')
    assert len(lock_files.checkout_problems(checkout)) == 2 * 9
    assert lock_files.main([str(checkout)]) == 1


def test_a_requirement_of_the_test_tools_counts_for_their_lock_only(checkout: Path) -> None:
    spoil(checkout / "pyproject.toml", '"hypothesis>=6.140,<7"', '"hypothesis>=7"')
    found = lock_files.checkout_problems(checkout)
    assert found
    assert all(line.startswith("dev.txt") for line in found)


def test_pins_that_differ_between_the_two_files_are_refused(checkout: Path) -> None:
    run = checkout / "requirements" / "run.txt"
    (pin,) = (line for line in run.read_text(encoding="utf-8").splitlines() if line.startswith("tinydb=="))
    spoil(run, pin, "tinydb==4.8.2 \\")
    assert lock_files.checkout_problems(checkout) == ["dev.txt: differs from run.txt in tinydb==4.8.2"]


def test_a_pin_for_one_system_does_not_serve_the_others() -> None:
    pinned = lock_files.pins(f"colorama==0.4.6 ; sys_platform == 'win32' \\\n    {HASH}\n")
    assert list(lock_files.unsatisfied(["colorama>=0.4; sys_platform == 'win32'"], pinned)) == []
    assert len(list(lock_files.unsatisfied(["colorama>=0.4"], pinned))) == 6


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("rich==15.0.0", "no hash"),
        (f"rich>=15 {HASH}", "not pinned"),
        (f"rich @ https://example.org/rich.whl {HASH}", "names a place to fetch from"),
        ("--index-url example", "names a place to fetch from"),
    ],
)
def test_a_lock_that_leaves_something_open_is_refused(line: str, problem: str) -> None:
    assert any(found.startswith(problem) for found in lock_files.careless(line))


def test_a_complete_line_is_accepted() -> None:
    assert list(lock_files.careless(f"# comment\nrich==15.0.0 \\\n    {HASH}\n")) == []
