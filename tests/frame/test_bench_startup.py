import os
import sys

import pytest

from bench import startup


def test_only_what_a_reader_sees_counts_as_painted() -> None:
    output = b"\x1b[?1049h\x1b[1;31mfind\x1b[0m \x1b]0;title\x07\r\n\x1bP=1s\x1b\\" + "查找│".encode()
    assert startup.visible(output) == len("find查找│")


def test_a_frame_is_seen_when_enough_of_it_has_arrived() -> None:
    program = f"print('x' * {startup.FRAME_CHARACTERS}, flush=True); input()"
    assert startup.first_paint((sys.executable, "-c", program), dict(os.environ)) > 0


def test_a_program_that_never_paints_is_reported_with_what_it_said() -> None:
    with pytest.raises(RuntimeError, match="no pack here"):
        startup.first_paint((sys.executable, "-c", "print('no pack here')"), dict(os.environ))
