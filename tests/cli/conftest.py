"""Run the command line as a process would, without starting one."""

import io
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from hqguide.cli.main import run


class Ran(NamedTuple):
    """Exit code, stdout and stderr of one call."""

    code: int
    out: str
    err: str


@pytest.fixture
def hq(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Call ``hqguide`` with words; ``stdin`` is what it reads."""

    def call(*words: str, stdin: bytes = b"") -> Ran:
        before = sys.stdin
        sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
        try:
            code = run(list(words))
        finally:
            sys.stdin = before
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return call
