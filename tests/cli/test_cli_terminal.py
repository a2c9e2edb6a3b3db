"""Odd terminals: no UTF-8, a closed pipe, twenty columns, an interrupt."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from hqguide.cli import main

HQ = [sys.executable, "-m", "hqguide"]


def run(*words: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*HQ, *words], capture_output=True, env={**os.environ, **env}, timeout=60)


def test_a_terminal_without_utf8_gets_escapes_and_json_stays_utf8() -> None:
    latin = run("find", "led", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert latin.returncode == 0
    assert b"\\u" in latin.stdout
    assert b"The terminal is set to ascii" in latin.stderr
    assert b"Traceback" not in latin.stderr
    json = run("find", "--json", "led", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert "华强" in json.stdout.decode("utf-8")


def test_a_narrow_terminal_still_shows_the_answer() -> None:
    ran = run("find", "led", COLUMNS="20", LINES="5")
    assert ran.returncode == 0
    assert b"hqew-2/5F" in ran.stdout


def test_no_control_character_of_a_hostile_pack_reaches_the_terminal(tmp_path: Path) -> None:
    source = Path(__file__).parents[2] / "data"
    for file in source.glob("*.json"):
        text = file.read_text(encoding="utf-8")
        if file.name == "stalls.json":
            text = text.replace('"en":"development boards"', '"en":"\\u001b[2Jdevelopment\\u202e boards"')
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    ran = run("find", "development boards", HQGUIDE_DATA=str(tmp_path))
    assert ran.returncode == 0
    assert b"\x1b[2J" not in ran.stdout
    assert "\u202e" not in ran.stdout.decode()
    assert b"[2Jdevelopment boards" in ran.stdout


def test_a_closed_pipe_is_no_error() -> None:
    with subprocess.Popen(
        [*HQ, "data", "sources"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_an_interrupt_leaves_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(**_: object) -> None:
        raise click.Abort

    monkeypatch.setattr(main.cli, "main", interrupted)
    assert main.run(["find", "led"]) == 130
