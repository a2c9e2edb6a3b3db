"""Gate: every command the README shows works for someone who just cloned the project.

Usage: python -m tools.gates.readme_commands [CHECKOUT]

Commands are the lines that start with ``$`` in fences marked ``console``. They run in order in a
copy of what git tracks, with a home of their own, without a terminal. Left out are ``git`` and
``cd`` lines, and ``make test``: running it is how this gate came to run.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.gates import fresh

FENCE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELSEWHERE = ("git ", "cd ", "make test")


def commands(readme: str) -> tuple[str, ...]:
    """The shell commands shown in ``readme``, in order."""
    lines = (line for block in FENCE.findall(readme) for line in block.splitlines())
    return tuple(line[2:].strip() for line in lines if line.startswith("$ "))


def copy_tracked(checkout: Path, target: Path) -> None:
    """Copy what git tracks in ``checkout`` to ``target``, as a clone would have it."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=checkout, capture_output=True, check=True)
    for name in filter(None, listing.stdout.decode().split("\0")):
        if (checkout / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(checkout / name, target / name)


def failing(shown: tuple[str, ...], folder: Path, variables: dict[str, str]) -> Iterator[str]:
    """The commands that do not leave with 0, or say nothing, each with its output."""
    for command in shown:
        if command.startswith(ELSEWHERE):
            continue
        done = fresh.run(("sh", "-c", command), folder, variables)
        said = done.stdout + done.stderr
        print(f"$ {command}\n{said}", end="", flush=True)
        if done.returncode or not said.strip():
            yield f"$ {command}: exit {done.returncode}\n{said[-2000:]}"


def main(arguments: list[str]) -> int:
    """Print every command that fails; 1 when one does, or when the README shows none."""
    checkout = Path(arguments[0] if arguments else ".").resolve()
    shown = commands((checkout / "README.md").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name).resolve()
        copy_tracked(checkout, scratch / "hqguide")
        (scratch / "home").mkdir()
        variables = fresh.environment(scratch / "home") | {"PYTHON": sys.executable}
        variables["PATH"] = os.pathsep.join((str(scratch / "hqguide" / ".venv" / "bin"), variables["PATH"]))
        found = list(failing(shown, scratch / "hqguide", variables))
    print("\n".join(found) if found else f"{len(shown)} commands of the README work")
    return 1 if found or not shown else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
