"""The application with the synthetic guide."""

from pathlib import Path

import pytest

from hqguide.tui.app import GuideApp
from tests.tui.fake_guide import FakeGuide


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No look from outside; files are written where the test may."""
    for name in ("NO_COLOR", "HQGUIDE_ASCII"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    # Pilot waits this long at least around every key; tests here wait for what they expect to see.
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 1 / 200)


@pytest.fixture
def guide(tmp_path: Path) -> FakeGuide:
    """A synthetic guide with an empty notebook."""
    return FakeGuide(tmp_path / "notebook.json")


@pytest.fixture
def app(guide: FakeGuide) -> GuideApp:
    """The application around the synthetic guide."""
    return GuideApp(opener=lambda: guide)
