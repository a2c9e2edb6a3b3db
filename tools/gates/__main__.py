"""Run the gates one after another, all of them even when one fails; exit 1 names those that failed.

Usage: python -m tools.gates [--quick]

``--quick`` leaves out what installs or takes longer than a few seconds.
"""

import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PYTHON = sys.executable
BIN = Path(PYTHON).parent
SIDE_BY_SIDE = ("--numprocesses", "auto", "--dist", "loadfile")


class Gate(NamedTuple):
    """A name to show, the command to run at the top of the checkout, and whether it takes a few seconds."""

    name: str
    command: tuple[str, ...]
    quick: bool = True


GATES = (
    Gate("style", (str(BIN / "ruff"), "check", ".")),
    Gate("format", (str(BIN / "ruff"), "format", "--check", ".")),
    Gate("layers", (str(BIN / "lint-imports"), "--no-logo", "--no-cache")),
    Gate("module size", (PYTHON, "-m", "tools.gates.module_size")),
    Gate("spelling", (str(BIN / "codespell"),)),
    Gate("git hygiene", (PYTHON, "-m", "tools.gates.git_hygiene")),
    Gate("lock files", (PYTHON, "-m", "tools.gates.lock_files")),
    Gate("types", (PYTHON, "-m", "mypy")),
    Gate("data", (PYTHON, "-m", "hqguide", "data", "check")),
    Gate("wheel", (PYTHON, "-m", "tools.gates.wheel"), quick=False),
    Gate("readme commands", (PYTHON, "-m", "tools.gates.readme_commands"), quick=False),
    Gate(
        "tests and coverage",
        (PYTHON, "-m", "pytest", *SIDE_BY_SIDE, "--cov", "--cov-report=term"),
        quick=False,
    ),
)


def run_gates(gates: tuple[Gate, ...], folder: Path) -> list[str]:
    """The names of the gates that failed, every one of them run in ``folder`` with its output shown."""
    failed = []
    for gate in gates:
        print(f"== {gate.name}", flush=True)
        started = time.monotonic()
        done = subprocess.run(gate.command, cwd=folder, stdin=subprocess.DEVNULL, check=False)
        print(f"-- {gate.name}: exit {done.returncode}, {time.monotonic() - started:.1f} s", flush=True)
        if done.returncode:
            failed.append(gate.name)
    return failed


def main(arguments: list[str]) -> int:
    """Run the gates asked for; 0 when all hold, 1 when one does not, 2 for an unknown option."""
    if arguments not in ([], ["--quick"]):
        print(__doc__, file=sys.stderr)
        return 2
    gates = tuple(gate for gate in GATES if gate.quick or not arguments)
    failed = run_gates(gates, ROOT)
    print(f"Gates that failed: {', '.join(failed)}" if failed else f"All {len(gates)} gates hold.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
