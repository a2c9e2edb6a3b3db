"""What every test gets: a home of its own, the shipped data pack, and no clock on Hypothesis."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine stalls now and then: a slow example is no failure. CI draws the same examples every time.
settings.register_profile("hqguide", deadline=None, print_blob=True, derandomize="CI" in os.environ)
settings.load_profile("hqguide")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for what the user records; nothing of the real user is read or written."""
    folder = tmp_path / "hqguide-home"
    monkeypatch.setenv("HQGUIDE_HOME", str(folder))
    monkeypatch.delenv("HQGUIDE_DATA", raising=False)
    return folder
