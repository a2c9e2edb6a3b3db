"""What is set and loaded when the guide starts."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

HEAVY = ("msgspec", "rapidfuzz", "geopy", "numpy", "tinydb", "hqguide.guide", "hqguide.map", "hqguide.market")
APP = Path(__file__).parents[2] / "hqguide" / "tui" / "app.py"


def outcome(code: str) -> Any:
    """What ``code``, run by a fresh interpreter, prints as JSON."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_what_textual_reads_at_import_is_set_before_it_is_imported() -> None:
    code = """
import json, os, sys
for name in ("TEXTUAL_DISABLE_KITTY_KEY", "TEXTUAL_FPS"):
    os.environ.pop(name, None)
import hqguide.tui
early = "textual" in sys.modules
import importlib.abc
seen = {}
class Watch(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == "textual":
            seen.update({k: os.environ.get(k) for k in ("TEXTUAL_DISABLE_KITTY_KEY", "TEXTUAL_FPS")})
sys.meta_path.insert(0, Watch())
class Fake:
    def __init__(self, *a): pass
    def run(self): pass
import builtins
real = builtins.__import__
def guarded(name, *rest, **more):
    module = real(name, *rest, **more)
    if name == "hqguide.tui.app":
        module.GuideApp = Fake
    return module
builtins.__import__ = guarded
hqguide.tui.run()
from textual import constants
print(json.dumps([early, seen, constants.DISABLE_KITTY_KEY, constants.MAX_FPS]))
"""
    early, seen, disabled, fps = outcome(code)
    assert not early
    assert seen == {"TEXTUAL_DISABLE_KITTY_KEY": "1", "TEXTUAL_FPS": "1000"}
    assert disabled is True
    assert fps == 1000


def test_the_reader_may_set_it_otherwise() -> None:
    code = """
import json, os
os.environ["TEXTUAL_FPS"] = "30"
import hqguide.tui, hqguide.tui.app
hqguide.tui.app.GuideApp.run = lambda self: None
hqguide.tui.run()
print(json.dumps(os.environ["TEXTUAL_FPS"]))
"""
    assert outcome(code) == "30"


def test_the_first_screen_needs_nothing_heavy() -> None:
    code = f"""
import json, sys
from hqguide.tui.app import GuideApp
from hqguide.tui.screens import screen_for
app = GuideApp()
screen_for("find", app.visit)
print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))
"""
    assert outcome(code) == []


def test_the_application_stays_small() -> None:
    assert len(APP.read_text(encoding="utf-8").splitlines()) < 150
