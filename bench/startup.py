"""How long a start takes, side by side in one run: a bare interpreter, ``hqguide find``, first paint.

Usage: python -m bench.startup [ROUNDS]

Every figure is the median wall time over ROUNDS (7) fresh processes, the cases taking turns, files
in the page cache and compiled, as after a first start. First paint runs in a pseudo-terminal of 120
by 40 and counts from before the process starts to the moment the terminal has received a frame (200
characters to see). The peer is the smallest Textual app with an input and a list. Times are printed
and never fail the run; a heavy library loaded by ``find`` does. Needs Linux or macOS.
"""

import fcntl
import json
import os
import pty
import re
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path

from tools.gates import fresh

PYTHON = sys.executable
HQGUIDE = str(Path(PYTHON).with_name("hqguide"))
ROOT = Path(__file__).resolve().parents[1]
QUESTION = ("find", "usb-c", "connector")
FIND_BUDGET_MS = 300
PAINT_RATIO_GOAL = 1.3
FRAME_CHARACTERS = 200
COLUMNS, ROWS = 120, 40
PATIENCE_SECONDS = 20

BARE_APP = """
from textual.app import App
from textual.widgets import Input, OptionList
class Bare(App):
    def compose(self):
        yield Input(placeholder="type to search")
        yield OptionList(*[f"row {number} of a list that is long enough" for number in range(30)])
Bare().run()
"""

_ESCAPES = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[ -/]*[0-OQ-Z\\^-~])"
)


def visible(output: bytes) -> int:
    """How many characters of terminal ``output`` a reader would see: no escapes, controls or blanks."""
    text = _ESCAPES.sub(b"", output).decode("utf-8", "ignore")
    return sum(not character.isspace() and character.isprintable() for character in text)


def whole_run(command: tuple[str, ...], variables: dict[str, str]) -> float:
    """Milliseconds from start to end of ``command``; it must succeed."""
    started = time.perf_counter()
    subprocess.run(command, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - started) * 1000


def first_paint(command: tuple[str, ...], variables: dict[str, str]) -> float:
    """Milliseconds from the start of ``command`` to its first frame on a terminal, then end it.

    Raises RuntimeError with what was printed when no frame comes.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    variables = variables | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env=variables, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    try:
        return _until_frame(ours, started)
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _until_frame(terminal: int, started: float) -> float:
    output = b""
    while time.perf_counter() - started < PATIENCE_SECONDS:
        if not select.select([terminal], [], [], 0.5)[0]:
            continue
        try:
            output += os.read(terminal, 65536)
        except OSError:
            break  # Linux says so when the other end has closed
        if visible(output) >= FRAME_CHARACTERS:
            return (time.perf_counter() - started) * 1000
    raise RuntimeError(f"no frame painted; printed instead: {output[-2000:]!r}")


def heavy_imports() -> list[str]:
    """The heavy libraries ``find`` loads; there should be none."""
    command = (PYTHON, "-m", "tools.gates.imports", "command", *QUESTION)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    loaded: list[str] = json.loads(done.stdout)["loaded"]
    return loaded


def measure(rounds: int, variables: dict[str, str]) -> dict[str, float]:
    """Median milliseconds of each case, after one uncounted round."""
    cases: dict[str, Callable[[], float]] = {
        "python -c pass": lambda: whole_run((PYTHON, "-c", "pass"), variables),
        "hqguide find": lambda: whole_run((HQGUIDE, *QUESTION), variables),
        "bare Textual app, first paint": lambda: first_paint((PYTHON, "-c", BARE_APP), variables),
        "hqguide, first paint": lambda: first_paint((HQGUIDE,), variables),
    }
    times: dict[str, list[float]] = {name: [] for name in cases}
    for turn in range(rounds + 1):
        for name, case in cases.items():
            took = case()
            if turn:
                times[name].append(took)
    return {name: statistics.median(took) for name, took in times.items()}


def main(arguments: list[str]) -> int:
    """Print the table; 1 when ``find`` loads a heavy library."""
    rounds = int(arguments[0]) if arguments else 7
    loaded = heavy_imports()
    with tempfile.TemporaryDirectory() as home:
        medians = measure(rounds, fresh.environment(Path(home)))
    for name, took in medians.items():
        print(f"{name:32s} {took:7.0f} ms")
    find = medians["hqguide find"]
    ratio = medians["hqguide, first paint"] / medians["bare Textual app, first paint"]
    print(f"{'find, budget':32s} {FIND_BUDGET_MS:7d} ms  {'kept' if find <= FIND_BUDGET_MS else 'EXCEEDED'}")
    print(f"{'first paint against bare app':32s} {ratio:7.2f} x   goal {PAINT_RATIO_GOAL} x or less")
    print(f"heavy libraries loaded by find: {', '.join(loaded) or 'none'}")
    return 1 if loaded else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
