import json
import subprocess
import sys
from pathlib import Path

import pytest

from hqguide.export.formats import FORMATS
from tools.gates.offline import TOUCHED_THE_NETWORK

ROOT = Path(__file__).resolve().parents[2]


def offline(target: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Call ``target`` in a process that ends at the first touch of the network."""
    command = [sys.executable, "-m", "tools.gates.offline", target, *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120)


def guide(*words: str) -> str:
    """What hqguide answers when run offline, without its talk; it must succeed and say something."""
    done = offline("hqguide.__main__:main", *words)
    assert done.returncode == 0, f"{words}: exit {done.returncode}\n{done.stdout}{done.stderr}"
    assert done.stdout or done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("find", "usb-c", "connector"),
        ("find", "电阻", "--json"),
        ("find", "led", "--near", "seg-plaza"),
        ("show", "seg-plaza"),
        ("hours", "seg-plaza"),
        ("say", "resistor"),
        ("data", "check"),
        ("data", "stats"),
    ],
    ids=" ".join,
)
def test_a_question_is_answered_without_a_network(words: tuple[str, ...]) -> None:
    guide(*words)


def test_a_list_becomes_a_walk_and_every_file_without_a_network(tmp_path: Path) -> None:
    guide("list", "add", "usb-c connector")
    guide("list", "add", "10k resistor 0603")
    assert "usb-c connector" in guide("list", "show")
    assert json.loads(guide("route", "--depart", "10:00", "--json"))["stops"]
    for form in FORMATS:
        guide("export", "-f", form, "-o", str(tmp_path / f"walk.{form}"))
        assert (tmp_path / f"walk.{form}").stat().st_size > 0


@pytest.mark.parametrize(
    ("module", "call"),
    [("urllib.request", "urlopen('http://192.0.2.1/')"), ("socket", "getaddrinfo('hq.invalid', 80)")],
)
def test_a_program_that_touches_the_network_is_caught_even_if_it_hides_it(
    module: str, call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt = f"    try:\n        {module}.{call}\n    except OSError:\n        pass\n"
    (tmp_path / "talker.py").write_text(f"import {module}\ndef main():\n{attempt}")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    done = offline("talker:main")
    assert done.returncode == TOUCHED_THE_NETWORK
    assert "network: socket." in done.stderr
