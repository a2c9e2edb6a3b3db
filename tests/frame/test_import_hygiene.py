import json
import pkgutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import hqguide

ROOT = Path(__file__).resolve().parents[2]
SOLVER = "hqguide.route.solver."
# The rest of the solver is arithmetic on NumPy's arrays through and through; these load it when it is used.
SOLVER_DOORS = tuple(SOLVER + door for door in ("task", "better", "settle", "order", "model"))


def loads(*words: str, folder: Path = ROOT) -> Any:
    """The answer of tools.gates.imports, run in a process of its own."""
    command = [sys.executable, "-m", "tools.gates.imports", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def modules() -> list[str]:
    """Every module of the package that can be imported without being run."""
    found = (module.name for module in pkgutil.walk_packages(hqguide.__path__, "hqguide."))
    return [name for name in found if not name.endswith("__main__")]


def test_no_headless_module_loads_a_heavy_library() -> None:
    headless = [
        name
        for name in modules()
        if not name.startswith(("hqguide.tui", "hqguide.cli"))
        and (not name.startswith(SOLVER) or name in SOLVER_DOORS)
    ]
    assert {"hqguide.guide", "hqguide.route.plan", *SOLVER_DOORS} <= set(headless)
    assert loads("module", *headless) == {}


def test_the_command_line_loads_no_heavy_library_either() -> None:
    commands = [name for name in modules() if name.startswith("hqguide.cli")]
    assert "hqguide.cli.main" in commands
    assert loads("module", "hqguide.__main__", *commands) == {}


def test_answering_a_question_loads_no_heavy_library() -> None:
    answer = loads("command", "find", "usb-c", "connector")
    assert answer["exit"] == 0
    assert answer["said"].strip()
    assert answer["loaded"] == []


def test_answering_a_program_loads_no_heavy_library() -> None:
    answer = loads("command", "find", "0603", "100nF", "--json")
    assert json.loads(answer["said"])["query"]
    assert answer["loaded"] == []


def test_a_module_that_does_load_one_is_named() -> None:
    assert loads("module", "hqguide.errors", "tinydb", "jinja2.loaders", "jinja2") == {
        "jinja2.loaders": ["jinja2"],
    }
