"""Where the notebook is, and what reading it must not load or create."""

import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from hqguide.notebook.book import Notebook
from hqguide.notebook.lists import Lists
from hqguide.notebook.location import default_file


def test_the_variable_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HQGUIDE_HOME", str(tmp_path / "mine"))
    assert default_file() == tmp_path / "mine" / "notebook.json"
    assert not (tmp_path / "mine").exists()


def test_without_the_variable_it_is_the_folder_of_the_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    for value in (None, ""):
        if value is None:
            monkeypatch.delenv("HQGUIDE_HOME", raising=False)
        else:
            monkeypatch.setenv("HQGUIDE_HOME", value)
        assert default_file() == platformdirs.user_data_path("hqguide") / "notebook.json"


def test_the_first_write_makes_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HQGUIDE_HOME", str(tmp_path / "deep" / "mine"))
    lists = Lists(Notebook())
    assert lists.show() == ()
    assert not (tmp_path / "deep").exists()
    lists.add("esp32")
    assert (tmp_path / "deep" / "mine" / "notebook.json").is_file()


def loaded(code: str, home: Path) -> set[str]:
    """The top-level modules another process has loaded after ``code``."""
    code += "\nimport sys\nprint(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"HQGUIDE_HOME": str(home)}
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_importing_the_lists_loads_neither_a_database_nor_a_screen(tmp_path: Path) -> None:
    found = loaded("import hqguide.notebook.lists, hqguide.notebook.quickline", tmp_path)
    assert "msgspec" in found
    assert not found & {"textual", "rich", "numpy", "geopy", "tinydb", "filelock", "platformdirs", "asyncio"}


def test_showing_a_list_loads_no_lock(tmp_path: Path) -> None:
    Lists(Notebook(tmp_path / "notebook.json")).add("esp32")
    found = loaded(
        "from hqguide.notebook.lists import Lists, Notebook\nassert Lists(Notebook()).show()", tmp_path
    )
    assert "tinydb" in found
    assert not found & {"textual", "rich", "numpy", "geopy", "filelock", "asyncio"}
