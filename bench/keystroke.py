"""From a key to its painted frame while a query is typed into the search box.

Usage: python -m bench.keystroke [ROUNDS]

The guide runs in a pseudo-terminal of 80 by 24 with the shipped pack. Each key is sent once the frame of the
one before is whole, and the time runs to the last byte of its frame. The peer is the same program drawing 60
frames a second at most, which is how Textual ships.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from bench.terminal import Terminal
from tools.gates import fresh

QUERIES = ("usb-c connector", "dianzu", "贴片电阻", "LM358", "10k 0603", "esp32 module", "resistr", "duhui")
GOALS_MS = (10, 16)
QUIET_SECONDS = 0.08
CLEAR = b"\x15"  # Ctrl+U


def keys_to_frames(variables: dict[str, str], rounds: int) -> list[float]:
    """Milliseconds from each key of the queries to the last byte of its frame."""
    terminal = Terminal(variables)
    taken = []
    try:
        terminal.until_quiet(quiet=1.5)
        for query in QUERIES * rounds:
            for key in query:
                output, seconds = terminal.press(key.encode(), QUIET_SECONDS)
                taken += [seconds * 1000] if output else []
            terminal.press(CLEAR)
    finally:
        terminal.close()
    return taken


def main(arguments: list[str]) -> int:
    """Print the quantiles of ours and of the peer."""
    rounds = int(arguments[0]) if arguments else 3
    print(f"{'ms from key to painted frame':34} {'p50':>6} {'p95':>6} {'max':>6}  keys")
    for name, extra in (("as shipped", {}), ("at Textual's own 60 frames", {"TEXTUAL_FPS": "60"})):
        with tempfile.TemporaryDirectory() as home:
            taken = keys_to_frames(fresh.environment(Path(home)) | extra, rounds)
        p95 = statistics.quantiles(taken, n=20)[-1]
        print(f"{name:34} {statistics.median(taken):6.1f} {p95:6.1f} {max(taken):6.1f}  {len(taken)}")
    print(f"{'goal':34} {GOALS_MS[0]:6} {GOALS_MS[1]:6}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
