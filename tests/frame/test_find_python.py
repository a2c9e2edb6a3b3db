import subprocess
import sys
from pathlib import Path

FINDER = Path(__file__).resolve().parents[2] / "tools" / "find-python"


def find(folder: Path, chosen: str = "") -> subprocess.CompletedProcess[str]:
    """Run the finder where only the programs of ``folder`` and the plain system tools are on the path."""
    for tool in ("head", "sh"):
        for place in ("/bin", "/usr/bin"):
            source = Path(place) / tool
            if source.exists() and not (folder / tool).exists():
                (folder / tool).symlink_to(source)
    variables = {"PATH": str(folder)} | ({"PYTHON": chosen} if chosen else {})
    return subprocess.run([str(FINDER)], env=variables, capture_output=True, text=True)


def program(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def test_a_broken_or_old_python_is_passed_over_for_a_fitting_one(tmp_path: Path) -> None:
    program(tmp_path / "python3.13", "echo 'python3.13: command not found' >&2; exit 127")
    program(tmp_path / "python3.12", "echo 'Python 3.9.1 is too old' >&2; exit 1")
    program(tmp_path / "python3", f'exec {sys.executable} "$@"')
    done = find(tmp_path)
    assert done.returncode == 0
    assert Path(done.stdout.strip()).samefile(sys.executable)


def test_the_python_asked_for_is_the_only_one_tried(tmp_path: Path) -> None:
    program(tmp_path / "python3", f'exec {sys.executable} "$@"')
    program(tmp_path / "mine", "echo 'no venv module' >&2; exit 1")
    done = find(tmp_path, chosen="mine")
    assert done.returncode == 1
    assert "mine: no venv module" in done.stderr
    assert "make guide PYTHON=" in done.stderr


def test_a_machine_without_python_is_told_what_is_needed(tmp_path: Path) -> None:
    done = find(tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "needs Python 3.11 or newer with the venv module" in done.stderr
