"""The guide behind a pseudo-terminal of 80 by 24, for measuring what a reader waits for."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from pathlib import Path

from bench.startup import HQGUIDE

COLUMNS, ROWS = 80, 24
QUIET_SECONDS = 0.35
PATIENCE_SECONDS = 20
# What a terminal that can hold a frame back until it is whole says of itself; FRAME_END then ends each frame.
WHOLE_FRAMES = b"\x1b[?2026;1$y"
FRAME_END = b"\x1b[?2026l"


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

    def press(self, keys: bytes, quiet: float = QUIET_SECONDS) -> tuple[bytes, float]:
        """Type ``keys`` and wait for the answer."""
        os.write(self.ours, keys)
        return self.until_quiet(quiet)

    def cpu_seconds(self) -> float:
        """The processor time the guide took so far, all threads together; Linux only."""
        clocks = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(clock.read_text().split()[0]) for clock in clocks) / 1e9

    def close(self) -> None:
        """End the guide."""
        self.process.kill()
        self.process.wait()
        os.close(self.ours)
