"""The shipped guide, loaded once."""

import pytest

from hqguide.guide import Guide


@pytest.fixture(scope="session")
def guide() -> Guide:
    return Guide()
