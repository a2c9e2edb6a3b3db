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

from hqguide.guide import Guide
from hqguide.market.model import floor_label
from hqguide.tui.app import GuideApp
from hqguide.tui.scenes.building import BuildingScene
from hqguide.tui.scenes.floor import FloorScene
from hqguide.tui.spot import Spot, spot_of
from hqguide.tui.visit import Visit
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
        await pilot.press("w")
        await shows(pilot, "[2 Map]", "OpenStreetMap")


def test_every_hall_and_every_floor_is_drawn_told_and_entered() -> None:
    guide = Guide()
    visit = Visit(guide=guide)
    floors = 0
    for building in guide.market.buildings:
        scene = BuildingScene(visit, guide, building)
        assert scene.draw(80, 17).height == 17
        assert any(text for line in scene.card(76) for text, _ in line)
        for level in scene.levels:
            floor = FloorScene(visit, guide, building, level)
            assert floor.draw(80, 17).at(0, 0) == f"floor:{building.id}/{floor_label(level)}"
            assert any(text for line in floor.card(76) for text, _ in line)
            if floor.step(1) and (floor.thing or "").startswith("counter:"):
                spot = floor.inside()
                assert spot is None or spot.hall == building.id
            floors += 1
    assert floors > len(guide.market.buildings)


def test_a_counter_number_opens_on_the_floor_it_decodes_to() -> None:
    market = Guide().market
    assert spot_of(market, "华强电子世界 23C217") == Spot("hqew-1", 4, "23C217")
    assert spot_of(market, "2955") == Spot("seg-plaza", 2, "2955")
    assert spot_of(market, "duhui 4F") == Spot("duhui", 4)


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
