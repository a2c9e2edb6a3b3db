"""``hqguide`` alone on a terminal opens the screens without loading the command line first."""

import subprocess
import sys

import pytest

from hqguide import __main__, tui

ALONE = """
import io, sys
class Terminal(io.StringIO):
    def isatty(self):
        return True
told, sys.stdin, sys.argv = sys.stdout, Terminal(), ["hqguide"]
from hqguide import __main__, tui
tui.run = lambda: print("click" in sys.modules, "msgspec" in sys.modules, file=told)
sys.stdout = Terminal()
__main__.main()
"""


def test_the_screens_open_before_the_command_line_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, encoding="utf-8", timeout=60)
    assert done.stdout.split() == ["False", "False"], done.stderr


def test_a_pipe_gets_the_help_instead(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["hqguide"])
    monkeypatch.setattr(tui, "run", lambda: pytest.fail("opened the screens in a pipe"))
    with pytest.raises(SystemExit) as left:
        __main__.main()
    assert left.value.code == 0
    assert "find" in capsys.readouterr().out
