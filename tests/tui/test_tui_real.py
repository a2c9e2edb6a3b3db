"""The shipped data in the real application, and real Chinese typed into a real terminal."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

from hqguide.tui.app import GuideApp
from tests.tui.seeing import loaded, shows, type_text

SIZE = struct.pack("HHHH", 24, 80, 0, 0)
COMMAND = "from pathlib import Path; from hqguide.tui import run; run(None, Path('notebook.json'))"


async def test_a_part_is_found_listed_routed_and_mapped_with_the_shipped_data(tmp_path: Path) -> None:
    app = GuideApp(None, tmp_path / "notebook.json")
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "resistor")
        await shows(pilot, "电阻", "diàn zǔ", "places")
        await pilot.press("down", "a")
        await shows(pilot, "On the list: 1x resistor")
        await pilot.press("f8")
        await shows(pilot, "1 stop ·", "10:00  Start")
        await pilot.press("m")
        await shows(pilot, "[2 Map]", "OpenStreetMap")


def read_until(terminal: int, wanted: str, seconds: float = 15) -> str:
    """What the terminal got until ``wanted`` came."""
    got, end = b"", time.monotonic() + seconds
    while wanted.encode() not in got and time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            got += os.read(terminal, 65536)
    text = got.decode("utf-8", "replace")
    assert wanted in text
    return text


def test_nine_han_characters_typed_at_once_arrive_whole(tmp_path: Path) -> None:
    terminal, inside = pty.openpty()
    fcntl.ioctl(inside, termios.TIOCSWINSZ, SIZE)
    child = subprocess.Popen(
        [sys.executable, "-c", COMMAND],
        stdin=inside, stdout=inside, stderr=inside, cwd=tmp_path,
        env=os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    )  # fmt: skip
    try:
        start = read_until(terminal, "华强北 hqguide")
        assert "\x1b[>25u" not in start
        os.write(terminal, "贴片陶瓷电容华强北".encode())
        read_until(terminal, "贴片陶瓷电容华强北")
    finally:
        child.kill()
        child.wait()
        os.close(terminal)
        os.close(inside)
