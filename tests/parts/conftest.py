"""The language of the shipped pack, loaded once."""

from pathlib import Path

import pytest

from hqguide.parts.language import Language, load_language

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="session")
def language() -> Language:
    return load_language(DATA)
