import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
JSON_BLOCK = re.compile(r"^ *```json\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the data pack that a test may write to."""
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


def examples() -> tuple[dict[str, Any], dict[str, Any]]:
    """The source and the stall that CONTRIBUTING.md shows how to add."""
    source, stall = JSON_BLOCK.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    return json.loads(f"{{{source}}}"), json.loads(stall)


def add(pack: Path, source: dict[str, Any], stall: dict[str, Any]) -> None:
    sources, stalls = pack / "sources.json", pack / "stalls.json"
    sources.write_text(json.dumps(json.loads(sources.read_bytes()) | source), encoding="utf-8")
    stalls.write_text(json.dumps([*json.loads(stalls.read_bytes()), stall]), encoding="utf-8")


def check(pack: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hqguide", "data", "check", str(pack)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")


def test_the_stall_contributing_shows_passes_the_data_check(pack: Path) -> None:
    add(pack, *examples())
    done = check(pack)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_same_stall_without_its_source_does_not(pack: Path) -> None:
    _, stall = examples()
    add(pack, {}, stall)
    done = check(pack)
    assert done.returncode != 0
    assert "visit-2026-11" in done.stdout + done.stderr
