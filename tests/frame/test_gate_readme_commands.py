import os
import subprocess
from pathlib import Path

import pytest

from tools.gates import fresh, readme_commands

ROOT = Path(__file__).resolve().parents[2]
PAGE = """
# Sample
```console
$ make guide
counter 1
$ hqguide find x
```
```python
$ not a command
```
"""


def test_commands_are_the_dollar_lines_of_console_fences() -> None:
    assert readme_commands.commands(PAGE) == ("make guide", "hqguide find x")


def test_the_readme_shows_the_two_commands_of_the_project() -> None:
    shown = readme_commands.commands((ROOT / "README.md").read_text(encoding="utf-8"))
    assert {"make guide", "make test"} <= set(shown)


@pytest.mark.parametrize(("command", "why"), [("echo hello; exit 3", "exit 3"), ("true", "exit 0")])
def test_a_command_that_fails_or_says_nothing_is_refused(command: str, why: str, tmp_path: Path) -> None:
    (problem,) = readme_commands.failing((command,), tmp_path, {"PATH": os.environ["PATH"]})
    assert why in problem


def test_a_command_that_answers_is_accepted(tmp_path: Path) -> None:
    variables = {"PATH": os.environ["PATH"]}
    assert list(readme_commands.failing(("echo hello", "cd nowhere"), tmp_path, variables)) == []


def test_the_copy_holds_what_git_tracks_and_nothing_else(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    (checkout / "docs").mkdir(parents=True)
    (checkout / "docs" / "page.md").write_text("page")
    (checkout / "mine.txt").write_text("mine")
    for words in (["init"], ["add", "docs"]):
        subprocess.run(["git", *words], cwd=checkout, check=True, capture_output=True)
    readme_commands.copy_tracked(checkout, tmp_path / "copy")
    copied = [path for path in (tmp_path / "copy").rglob("*") if path.is_file()]
    assert copied == [tmp_path / "copy" / "docs" / "page.md"]


def test_a_readme_without_commands_is_refused(tmp_path: Path) -> None:
    subprocess.run(["git", "init"], cwd=tmp_path, check=True, capture_output=True)
    (tmp_path / "README.md").write_text("# Nothing to run\n")
    assert readme_commands.main([str(tmp_path)]) == 1


def test_a_fresh_environment_has_nothing_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("HQGUIDE_DATA", "elsewhere")
    variables = fresh.environment(tmp_path)
    assert "elsewhere" not in variables.values()
    assert variables["HOME"] == str(tmp_path)


def test_an_environment_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    in_the_way = tmp_path / "venv"
    in_the_way.write_text("a file")
    with pytest.raises(RuntimeError, match="-m venv"):
        fresh.make_venv(in_the_way, tmp_path / "lock.txt", fresh.environment(tmp_path))
