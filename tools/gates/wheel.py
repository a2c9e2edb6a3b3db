"""Gate: the wheel holds all of the guide and answers from an empty environment, away from the checkout.

Usage: python -m tools.gates.wheel [CHECKOUT]
"""

import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.gates import fresh

QUESTIONS = (("--version",), ("find", "usb-c connector"), ("show", "seg-plaza"), ("data", "check"))


def wanted(checkout: Path) -> Iterator[str]:
    """What a complete wheel holds: every file of the package, and every file of the data pack."""
    for folder in ("hqguide", "data"):
        for path in sorted((checkout / folder).rglob("*")):
            name = path.relative_to(checkout).as_posix()
            if path.is_file() and "__pycache__" not in path.parts:
                yield name if folder == "hqguide" else f"hqguide/{name}"


def problems(held: Iterable[str], wanted_names: Iterable[str]) -> Iterator[str]:
    """What a wheel lacks, and what it holds that no user needs."""
    names = set(held)
    yield from (f"lacks {name}" for name in wanted_names if name not in names)
    for name in sorted(names):
        if not name.startswith("hqguide") or name.endswith(".pyc"):
            yield f"holds {name}, which is no part of the guide"
    if not any(name.startswith("hqguide/data/") for name in names):
        yield "holds no data pack"


def check(checkout: Path, scratch: Path) -> list[str]:
    """Build, look inside, install, ask; the problems found. The first failing step ends it."""
    variables = fresh.environment(scratch / "home")
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", scratch / "dist", ".")
    done = fresh.run(build, checkout, variables)
    wheels = list((scratch / "dist").glob("*.whl"))
    if done.returncode or len(wheels) != 1:
        return [f"not built\n{done.stdout}{done.stderr}"]
    with zipfile.ZipFile(wheels[0]) as archive:
        found = list(problems(archive.namelist(), wanted(checkout)))
    if found:
        return found
    python = fresh.make_venv(scratch / "venv", checkout / "requirements" / "run.txt", variables)
    done = fresh.run((python, "-m", "pip", "install", "--quiet", "--no-deps", wheels[0]), scratch, variables)
    if done.returncode:
        return [f"not installed\n{done.stdout}{done.stderr}"]
    return list(unanswered(python, scratch, variables))


def unanswered(python: Path, folder: Path, variables: dict[str, str]) -> Iterator[str]:
    """The questions the installed program fails on, and whether it runs from somewhere else."""
    done = fresh.run((python, "-c", "import hqguide; print(hqguide.__file__)"), folder, variables)
    if not done.stdout.startswith(str(folder)):
        yield f"runs from {done.stdout.strip()}, not from the wheel"
    for question in QUESTIONS:
        done = fresh.run((python.with_name("hqguide"), *question), folder, variables)
        if done.returncode or not (done.stdout + done.stderr).strip():
            yield f"hqguide {' '.join(question)}: exit {done.returncode}\n{done.stdout}{done.stderr}"


def main(arguments: list[str]) -> int:
    """Print every problem; 1 when there is one."""
    checkout = Path(arguments[0] if arguments else ".").resolve()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name).resolve()
        (scratch / "home").mkdir()
        found = check(checkout, scratch)
    print("\n".join(found) if found else "the wheel is complete and answers")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
