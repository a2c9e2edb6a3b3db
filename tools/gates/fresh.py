"""A fresh home, environment and virtual environment for gates that act like a new user."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_OURS = ("HQGUIDE_", "PYTHON", "VIRTUAL_ENV", "COV_", "COVERAGE_", "MAKE", "MFLAGS")


def environment(home: Path) -> dict[str, str]:
    """The variables of this process less those of Python, make and hqguide, with both homes at ``home``."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return kept | {"HOME": str(home), "HQGUIDE_HOME": str(home / "hqguide"), "PYTHONUTF8": "1"}


def run(
    command: Sequence[str | Path], folder: Path, variables: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run ``command`` in ``folder`` without standard input; output is captured as text."""
    return subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env=dict(variables),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def bin_folder(venv: Path) -> Path:
    """Where the programs of ``venv`` are."""
    return venv / ("Scripts" if os.name == "nt" else "bin")


def make_venv(venv: Path, lock: Path, variables: Mapping[str, str]) -> Path:
    """Make a virtual environment holding what ``lock`` pins; returns its Python. Raises RuntimeError."""
    python = bin_folder(venv) / "python"
    install = (python, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock)
    for command in ((sys.executable, "-m", "venv", venv), install):
        done = run(command, venv.parent, variables)
        if done.returncode:
            raise RuntimeError(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return python
