"""Many queries at once: one a line, as words or, with context, as JSON objects."""

import sys
from collections.abc import Callable
from pathlib import Path

import msgspec

from hqguide.cli.output import json_out, talk
from hqguide.errors import FOUND, NOTHING_FOUND, GuideError
from hqguide.parts.beside import Context
from hqguide.search.answer import Answer

_SHOWN = 200


class _Line(msgspec.Struct, frozen=True):
    """A query with the other columns of its line; fields of other names are passed over."""

    q: str
    designator: str = ""
    footprint: str = ""
    description: str = ""
    manufacturer: str = ""


def answer_lines(ask: Callable[[str, Context], Answer], name: str, *, with_context: bool) -> int:
    """Answer every line of the file ``name`` (``-``: stdin); the exit code says whether anything was found.

    A line that cannot be answered is reported with its number and answered with nothing; the rest goes on.
    """
    found = False
    for number, line in enumerate(_lines(name), start=1):
        if not line.strip():
            continue
        try:
            query, context = _parted(line) if with_context else (line, Context())
            answer = ask(query, context)
        except GuideError as error:
            talk(f"{name}, line {number}: {error.what}")
            answer = Answer(line[:_SHOWN], "nothing", notes=(error.what,))
        found = found or answer.answer != "nothing"
        json_out(answer)
    return FOUND if found else NOTHING_FOUND


def _parted(line: str) -> tuple[str, Context]:
    """The query of a JSON line and its context."""
    try:
        row = msgspec.json.decode(line, type=_Line)
    except msgspec.MsgspecError as error:
        example = '{"q": "10k", "designator": "RV1"}'
        raise GuideError(f"no JSON object with a query: {error}; expected e.g. {example}") from error
    return row.q, Context(row.designator, row.footprint, row.description, row.manufacturer)


def _lines(name: str) -> list[str]:
    data = sys.stdin.buffer.read() if name == "-" else _read(Path(name))
    try:
        return data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise GuideError("not UTF-8 text", where=name, hint="Save the file as UTF-8.") from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise GuideError(f"cannot be read ({error.strerror})", where=str(path)) from error
