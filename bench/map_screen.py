"""What the map costs on a terminal: opening it once the guide is up, and bytes written for a pan step.

Usage: python -m bench.map_screen [STEPS]

The guide runs in a pseudo-terminal of 80 by 24. Opening is counted from the key to the last byte of
the frame; a pan step likewise, over STEPS (20) steps in four directions. The peer is what mapscii
publishes of itself: it writes the whole frame again at every step, so its bytes are counted as those
of our own frame written whole, in the same colours.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from bench.startup import visible
from bench.terminal import Terminal
from tools.gates import fresh

OPEN_GOAL_MS = 60
MAP_KEY = b"\x1b[17~"  # F6
PANS = (b"\x1b[C", b"\x1b[B", b"\x1b[D", b"\x1b[A")


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
