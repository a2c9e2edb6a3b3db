import io
from collections.abc import Callable
from typing import Any

import pytest

from hqguide.cli.qr import show_codes
from tests.export.export_plans import plan

Hq = Callable[..., Any]


class Screen(io.TextIOWrapper):
    """Stdout that is a terminal of the given encoding."""

    def __init__(self, encoding: str) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)

    def isatty(self) -> bool:
        """It is."""
        return True

    def shown(self) -> str:
        """What was written to it."""
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode(self.encoding)


def test_route_and_export_show_the_same_codes(hq: Hq) -> None:
    hq("list", "add", "10x usb-c connector")
    route, export = hq("route", "--qr", "--on", "2026-11-24"), hq("export", "-f", "qr", "--on", "2026-11-24")
    assert (route.code, export.code) == (0, 0)
    assert route.out == export.out
    assert route.out.startswith("1/1\n")
    assert "█▀▀▀▀▀█" in route.out
    assert "##############" in hq("route", "--qr", "--ascii", "--on", "2026-11-24").out


def test_a_terminal_gets_black_on_white(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen("utf-8")
    monkeypatch.setattr("sys.stdout", screen)
    monkeypatch.setenv("TERM", "xterm-256color")
    show_codes(plan())
    assert screen.shown().splitlines()[1].startswith("\x1b[38;5;16;48;5;231m ")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_without_half_blocks_gets_ascii(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    screen = Screen(encoding)
    monkeypatch.setattr("sys.stdout", screen)
    monkeypatch.setenv("TERM", "dumb")
    show_codes(plan())
    assert "##############" in screen.shown()
    assert "\x1b" not in screen.shown()
