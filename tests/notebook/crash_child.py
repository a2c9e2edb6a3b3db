"""Kill a writer at every byte and around every system call; print what the notebook held afterwards.

Run as a program: ``crash_child.py FOLDER``. Each attempt is a forked process that adds one item to a
copy of the same notebook and dies by SIGKILL or SIGXFSZ at a chosen point.
"""

import json
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import filelock  # noqa: F401  (loaded before the fork, so that only our own calls are counted)

from hqguide.notebook import rows, schema  # noqa: F401
from hqguide.notebook.book import Notebook
from hqguide.notebook.lists import Lists
from hqguide.notebook.location import backup_of

CALLS = {
    "open",
    "write",
    "flush",
    "fsync",
    "close",
    "replace",
    "unlink",
    "mkdir",
    "chmod",
    "flock",
    "ftruncate",
}
ADDED = "the item in flight"


def in_child(action: Callable[[], object]) -> bool:
    """Run ``action`` in a fork; whether it lived to the end."""
    pid = os.fork()
    if pid == 0:
        action()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def killed_at_byte(limit: int, action: Callable[[], object]) -> Callable[[], None]:
    """``action`` in a process the kernel kills when a file would grow beyond ``limit`` bytes."""

    def run() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        action()

    return run


def killed_at_call(number: int, action: Callable[[], object]) -> Callable[[], None]:
    """``action`` in a process that kills itself at the ``number``-th entry to or return from a file call."""
    seen = 0

    def watch(_frame: FrameType, event: str, call: Any) -> None:
        nonlocal seen
        if event in ("c_call", "c_return") and call.__name__ in CALLS:
            seen += 1
            if seen == number:
                os.kill(os.getpid(), signal.SIGKILL)

    def run() -> None:
        sys.setprofile(watch)
        action()
        sys.setprofile(None)

    return run


def outcome(path: Path, before: list[str]) -> str:
    """``before`` or ``after`` when the notebook is whole and still takes a write; else what is wrong."""
    lists = Lists(Notebook(path, timeout=1))
    texts = [item.text for item in lists.show()]
    if backup_of(path).exists():
        schema.decode(backup_of(path).read_bytes())
    lists.add("one more")
    if [item.text for item in lists.show()] != [*texts, "one more"]:
        return "the next write failed"
    if path.with_name("notebook.json.new").exists():
        return "litter stays"
    states = {tuple(before): "before", (*before, ADDED): "after"}
    return states.get(tuple(texts), f"found {texts}")


def attempt(
    folder: Path, before: list[str], how: Callable[[Callable[[], object]], Callable[[], None]]
) -> str:
    """One kill on a fresh copy of a notebook holding ``before``; ``lived`` when it was never reached."""
    work = folder / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    path = work / "notebook.json"
    for text in before:
        Lists(Notebook(path)).add(text)
    lived = in_child(how(lambda: Lists(Notebook(path)).add(ADDED)))
    result = outcome(path, before)
    return "lived" if lived and result == "after" else result


def sweep(
    folder: Path, before: list[str], kill: Callable[[int, Callable[[], object]], Callable[[], None]]
) -> dict[str, int]:
    """Kill at point 1, 2, 3, ... until the writer outlives it; how often each outcome was seen."""
    counts: dict[str, int] = {}
    point = 0
    while counts.get("lived", 0) == 0:
        point += 1
        result = attempt(folder, before, lambda action: kill(point, action))  # noqa: B023
        counts[result] = counts.get(result, 0) + 1
    return counts


def main() -> None:
    """Sweep a first write and a later one, by bytes and by calls."""
    folder = Path(sys.argv[1])
    found = {
        f"{name}, {len(before)} items": sweep(folder, before, kill)
        for name, kill in (("bytes", killed_at_byte), ("calls", killed_at_call))
        for before in ([], ["电阻 10k"])
    }
    print(json.dumps(found))  # noqa: T201


if __name__ == "__main__":
    main()
