"""The import contracts of pyproject.toml, held against a small house of the same shape."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("tui", "cli", "export", "search", "route", "notebook", "map", "market", "parts")
MODULES = ("__main__", "guide", "errors", "text")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A package with the rooms of hqguide, under the project's own contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    package = tmp_path / "hqguide"
    for room in ROOMS:
        (package / room).mkdir(parents=True)
        (package / room / "__init__.py").write_text("")
        (package / room / "inside.py").write_text("")
    for module in ("__init__", *MODULES):
        (package / f"{module}.py").write_text("")
    (package / "tui" / "inside.py").write_text("import rich\nimport textual\nimport hqguide.guide\n")
    (package / "cli" / "inside.py").write_text("import rich\nimport hqguide.guide\n")
    (package / "guide.py").write_text("import hqguide.export.inside\nimport hqguide.route.inside\n")
    (package / "route" / "inside.py").write_text("import hqguide.market.inside\nimport hqguide.errors\n")
    return tmp_path


def verdict(house: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=house, capture_output=True, text=True)


def test_a_house_in_order_passes(house: Path) -> None:
    done = verdict(house)
    assert done.returncode == 0, done.stdout
    assert "4 kept, 0 broken" in done.stdout


@pytest.mark.parametrize(
    ("room", "imported", "contract"),
    [
        ("market/inside.py", "hqguide.search", "Every room keeps to its level"),
        ("route/inside.py", "hqguide.search", "Every room keeps to its level"),
        ("cli/inside.py", "hqguide.tui.inside", "Every room keeps to its level"),
        ("guide.py", "hqguide.cli", "Every room keeps to its level"),
        ("errors.py", "hqguide.market", "Every room keeps to its level"),
        ("cli/inside.py", "textual", "Only the full-screen front end knows Textual"),
        ("map/inside.py", "rich", "Only the front ends know Rich"),
        ("__init__.py", "hqguide.guide", "Importing the package loads no room"),
    ],
)
def test_an_import_against_the_plan_is_refused(house: Path, room: str, imported: str, contract: str) -> None:
    with (house / "hqguide" / room).open("a") as module:
        module.write(f"import {imported}\n")
    done = verdict(house)
    assert done.returncode == 1
    assert f"{contract} BROKEN" in done.stdout


def test_a_room_the_plan_does_not_know_is_refused(house: Path) -> None:
    (house / "hqguide" / "attic.py").write_text("")
    assert "hqguide.attic" in verdict(house).stdout
