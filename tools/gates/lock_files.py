"""Gate: the lock files satisfy pyproject.toml, pin everything with hashes and name no registry.

Usage: python -m tools.gates.lock_files [CHECKOUT]

Needs no network: what pyproject.toml asks for is compared with the pins for every Python and
system the project is for. ``make lock`` writes the files anew.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PYTHONS = ("3.11", "3.12", "3.13")
SYSTEMS = (
    {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"},
    {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"},
    {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"},
)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


def pins(lock: str) -> tuple[Requirement, ...]:
    """The pinned requirements of a lock file, with their markers, hashes left out."""
    logical = lock.replace("\\\n", " ").splitlines()
    lines = (line.split("--hash=")[0].strip() for line in logical)
    return tuple(Requirement(line) for line in lines if line and not line.startswith(("#", "-")))


def group(project: Mapping[str, Any], name: str) -> Iterator[str]:
    """The requirements of a dependency group, included groups resolved."""
    for entry in project["dependency-groups"][name]:
        if isinstance(entry, str):
            yield entry
        else:
            yield from group(project, entry["include-group"])


def unsatisfied(wanted: list[str], pinned: tuple[Requirement, ...]) -> Iterator[str]:
    """The requirements no pin satisfies, for each Python and system they apply to."""
    for text in wanted:
        requirement = Requirement(text)
        for python in PYTHONS:
            for system in SYSTEMS:
                where = {"python_version": python, "python_full_version": f"{python}.0", **system}
                if requirement.marker and not requirement.marker.evaluate(where):
                    continue
                if not any(satisfies(pin, requirement, where) for pin in pinned):
                    yield f"{text}: no pin for Python {python} on {system['platform_system']}"


def satisfies(pin: Requirement, requirement: Requirement, where: dict[str, str]) -> bool:
    """Whether ``pin`` is the wanted package in a wanted version, and applies ``where`` it is wanted."""
    if canonicalize_name(pin.name) != canonicalize_name(requirement.name):
        return False
    version = str(pin.specifier).removeprefix("==")
    return requirement.specifier.contains(version) and (pin.marker is None or pin.marker.evaluate(where))


def careless(lock: str) -> Iterator[str]:
    """What makes a lock file unsafe or bound to one place: a missing hash, a loose pin, an address."""
    for line in lock.replace("\\\n", " ").splitlines():
        if "://" in line or line.startswith("-"):
            yield f"names a place to fetch from: {line[:60]}"
        elif line and not line.startswith("#"):
            if not HASH.search(line):
                yield f"no hash: {line[:60]}"
            if "==" not in line.split(";")[0]:
                yield f"not pinned: {line[:60]}"


def disagreeing(run: tuple[Requirement, ...], dev: tuple[Requirement, ...]) -> Iterator[str]:
    """The packages of ``run`` that ``dev`` lacks or pins otherwise; both go into one environment."""
    known = {(pin.name, str(pin.specifier)) for pin in dev}
    return (str(pin) for pin in run if (pin.name, str(pin.specifier)) not in known)


def checkout_problems(checkout: Path) -> list[str]:
    """Everything wrong with the two lock files of ``checkout``."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    base = [*project["project"]["dependencies"], *group(project, "build")]
    folder = checkout / "requirements"
    locks = {name: (folder / name).read_text(encoding="utf-8") for name in ("run.txt", "dev.txt")}
    wanted = {"run.txt": base, "dev.txt": [*base, *group(project, "dev")]}
    found = []
    for name, lock in locks.items():
        found += [f"{name}: {problem}" for problem in unsatisfied(wanted[name], pins(lock))]
        found += [f"{name}: {problem}" for problem in careless(lock)]
    found += [
        f"dev.txt: differs from run.txt in {pin}"
        for pin in disagreeing(pins(locks["run.txt"]), pins(locks["dev.txt"]))
    ]
    return found


def main(arguments: list[str]) -> int:
    """Print every problem; 1 when there is one."""
    found = checkout_problems(Path(arguments[0] if arguments else "."))
    print("\n".join([*found, "Run `make lock`."]) if found else "lock files satisfy pyproject.toml")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
