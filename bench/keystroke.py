"""From a key to its painted frame while a query is typed into the search box.

Usage: python -m bench.keystroke [ROUNDS]

The guide runs in a pseudo-terminal of 80 by 24 with the shipped pack. Each key is sent once the answer to
the one before is whole, and the time runs from writing the key to the last byte written for it, however many
frames that takes. Processor time counts all threads of the guide; it says more than the clock on a machine
with other work. The peer is the same program drawing 60 frames a second at most, which is how Textual ships.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from bench.terminal import FRAME_END, WHOLE_FRAMES, Terminal
from tools.gates import fresh

QUERIES = ("usb-c connector", "dianzu", "贴片电阻", "LM358", "10k 0603", "esp32 module", "resistr", "duhui")
GOALS_MS = (10, 16)
QUIET_SECONDS = 0.08
CLEAR = b"\x15"  # Ctrl+U


class Keystroke(NamedTuple):
    """What one key took: milliseconds by the clock and of processor, frames and bytes written."""

    clock: float
    cpu: float
    frames: int
    written: int


MEASURES: tuple[tuple[str, Callable[[Keystroke], float]], ...] = (
    ("ms to the painted frame", lambda key: key.clock),
    ("ms of processor", lambda key: key.cpu),
    ("frames", lambda key: key.frames),
    ("bytes", lambda key: key.written),
)


def keystrokes(variables: dict[str, str], rounds: int) -> list[Keystroke]:
    """What each key of the queries took."""
    terminal = Terminal(variables)
    taken = []
    try:
        terminal.until_quiet()
        os.write(terminal.ours, WHOLE_FRAMES)
        terminal.until_quiet(quiet=1.5)
        for query in QUERIES * rounds:
            for key in query:
                before = terminal.cpu_seconds()
                output, seconds = terminal.press(key.encode(), QUIET_SECONDS)
                cpu = (terminal.cpu_seconds() - before) * 1000
                if output:
                    frames = output.count(FRAME_END)
                    taken.append(Keystroke(seconds * 1000, cpu, frames, len(output)))
            terminal.press(CLEAR)
    finally:
        terminal.close()
    return taken


def main(arguments: list[str]) -> int:
    """Print the quantiles of ours and of the peer."""
    rounds = int(arguments[0]) if arguments else 3
    print(f"{'for each key':52} {'p50':>7} {'p95':>7} {'max':>7}  keys")
    for name, extra in (("as shipped", {}), ("at Textual's own 60 frames", {"TEXTUAL_FPS": "60"})):
        with tempfile.TemporaryDirectory() as home:
            taken = keystrokes(fresh.environment(Path(home)) | extra, rounds)
        for what, measure in MEASURES:
            values = [measure(key) for key in taken]
            p95 = statistics.quantiles(values, n=20)[-1]
            label = f"{name}: {what}"
            print(f"{label:52} {statistics.median(values):7.1f} {p95:7.1f} {max(values):7.1f}  {len(values)}")
    print(f"{'goal: ms to the painted frame':52} {GOALS_MS[0]:7} {GOALS_MS[1]:7}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
