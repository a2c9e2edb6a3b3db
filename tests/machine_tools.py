"""Programs of the machine that some tests need: without one they are skipped, where CI wants it they fail."""

import os
from typing import NoReturn

import pytest

WANTED = "HQGUIDE_TEST_TOOLS"


def do_without(missing: str) -> NoReturn:
    """Skip the test because ``missing`` is not here; fail where HQGUIDE_TEST_TOOLS=required."""
    if os.environ.get(WANTED) == "required":
        pytest.fail(f"{missing}, and {WANTED}=required")
    pytest.skip(missing)
