"""Gate: tracked files hold nothing of one machine, no package registry, no generated or huge file.

Usage: python -m tools.gates.git_hygiene [CHECKOUT]
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

MEGABYTE = 1024 * 1024

# Character classes such as [s] keep a pattern from matching its own line in this file.
PATTERNS = {
    "machine path": re.compile(r"(?<![\w.~-])/(?:work|root|opt/pypi|tmp/brief)(?![\w-])"),
    "package registry": re.compile(
        r"pypi[.]org|pythonhosted[.]org|registry[.]npmjs|deb[.]debian|npmmirror[.]com|proxy[.]golang",
        re.IGNORECASE,
    ),
    "name of the workshop": re.compile(r"\bdos[s]ier|(?<![\w-])share[d]/", re.IGNORECASE),
    "replacement character": re.compile("\N{REPLACEMENT CHARACTER}"),
}

GENERATED_NAMES = {"__pycache__", ".venv", "dist", "build", "htmlcov", ".coverage", ".DS_Store", "Thumbs.db"}
GENERATED_SUFFIXES = {".pyc", ".pyo", ".whl", ".orig", ".rej", ".swp"}


def file_problems(name: str, content: bytes) -> Iterator[str]:
    """What is wrong with one tracked file; ``name`` is its path below the checkout, with slashes."""
    path = PurePosixPath(name)
    if GENERATED_NAMES & set(path.parts) or path.suffix in GENERATED_SUFFIXES:
        yield f"{name}: generated, does not belong in git"
    if len(content) > MEGABYTE and path.parts[0] != "data":
        yield f"{name}: {len(content):,} bytes, at most {MEGABYTE:,} outside data/"
    if b"\0" in content:
        return
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), start=1):
        for what, pattern in PATTERNS.items():
            match = pattern.search(line)
            if match:
                yield f"{name}:{number}: {what} {match.group()!r}"


def checkout_problems(checkout: Path) -> tuple[int, list[str]]:
    """How many files git tracks in ``checkout`` (deleted ones left out), and what is wrong with them."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=checkout, capture_output=True, check=True)
    names = [name for name in listing.stdout.decode().split("\0") if name and (checkout / name).is_file()]
    return len(names), [
        problem for name in names for problem in file_problems(name, (checkout / name).read_bytes())
    ]


def main(arguments: list[str]) -> int:
    """Print every problem; 1 when there is one, or when git tracks nothing here."""
    count, found = checkout_problems(Path(arguments[0] if arguments else "."))
    print("\n".join(found) if found else f"{count} tracked files are clean")
    return 1 if found or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
