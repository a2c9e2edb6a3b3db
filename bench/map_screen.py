"""What the map costs on a terminal: opening it once the guide is up, and bytes written for a pan step.

Usage: python -m bench.map_screen [STEPS]

The guide runs in a pseudo-terminal of 80 by 24. Opening is counted from the key to the last byte of
the frame; a pan step likewise, over STEPS (20) steps in four directions. The peer is what mapscii
publishes of itself: it writes the whole frame again at every step, so its bytes are counted as those
of our own frame written whole, in the same colours.
"""

import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

from bench.startup import HQGUIDE, visible
from tools.gates import fresh

COLUMNS, ROWS = 80, 24
QUIET_SECONDS = 0.35
PATIENCE_SECONDS = 20
OPEN_GOAL_MS = 60
MAP_KEY = b"\x1b[17~"  # F6
PANS = (b"\x1b[C", b"\x1b[B", b"\x1b[D", b"\x1b[A")


class Terminal:
    """The guide behind a pseudo-terminal."""

    def __init__(self, variables: dict[str, str]) -> None:
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        shown = variables | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.process = subprocess.Popen(
            (HQGUIDE,), env=shown, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        )
        os.close(theirs)

    def until_quiet(self, quiet: float = QUIET_SECONDS) -> tuple[bytes, float]:
        """What is written until nothing more comes, and the seconds to the last of it."""
        started = last = time.perf_counter()
        output = b""
        while time.perf_counter() - started < PATIENCE_SECONDS:
            if select.select([self.ours], [], [], 0.01)[0]:
                output += os.read(self.ours, 65536)
                last = time.perf_counter()
            elif time.perf_counter() - last > quiet and (output or time.perf_counter() - started > 2):
                break
        return output, last - started

    def press(self, keys: bytes) -> tuple[bytes, float]:
        """Type ``keys`` and wait for the answer."""
        os.write(self.ours, keys)
        return self.until_quiet()

    def close(self) -> None:
        """End the guide."""
        self.process.kill()
        self.process.wait()
        os.close(self.ours)


def main(arguments: list[str]) -> int:
    """Print opening time and bytes a step."""
    steps = int(arguments[0]) if arguments else 20
    with tempfile.TemporaryDirectory() as home:
        terminal = Terminal(fresh.environment(Path(home)))
        try:
            terminal.until_quiet(quiet=1.5)
            frame, first = terminal.press(MAP_KEY)
            terminal.press(b"\x1b[15~")  # F5, back to Find
            again, second = terminal.press(MAP_KEY)
            written, took = zip(*(terminal.press(PANS[n % 4]) for n in range(steps)), strict=True)
        finally:
            terminal.close()
    print(f"map opened, first time       {first * 1000:7.0f} ms  {len(frame):6d} bytes")
    print(
        f"map opened again             {second * 1000:7.0f} ms  {len(again):6d} bytes  goal {OPEN_GOAL_MS} ms"
    )
    size, step = statistics.median(map(len, written)), statistics.median(took) * 1000
    print(f"pan step, median of {steps:<8d} {step:7.0f} ms  {size:6.0f} bytes")
    print(f"whole frame each step, as mapscii writes     {len(frame):6d} bytes ({visible(frame)} signs)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
