"""Long text files line by line in bounded memory: which encoding the bytes really have, then the lines."""

import codecs
from collections.abc import Callable, Generator
from io import BufferedReader, TextIOWrapper
from pathlib import Path

import msgspec

from hqguide.errors import GuideError
from hqguide.tables.decoding import BINARY, MARKS, full_of_controls, no_text, old_encoding, wide_encoding

LONGEST_LINE = 100_000
"""Characters of a line that are read; a longer line is given cut and marked so."""

_HEAD = 64 * 1024
_CHUNK = 1 << 20
_EVIDENCE = 64 * 1024

Done = Callable[[int], None]


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line without its end: its number in the file from 1, its text, whether it was cut."""

    number: int
    text: str
    cut: bool = False


def encoding_of(path: Path) -> str:
    """The encoding of the text in ``path``, whatever its byte order mark promises.

    The whole file is read once. A file most of whose lines are UTF-8 is UTF-8, the others then hold U+FFFD.
    Raises :class:`GuideError` for a file that is no text.
    """
    where = str(path)
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if head.startswith(BINARY):
            raise no_text(where)
        promised = next((encoding for mark, encoding in MARKS if head.startswith(mark)), "")
        encoding = (
            promised if promised.startswith("utf-") and promised != "utf-8-sig" else wide_encoding(head)
        )
        if not encoding:
            encoding = _narrow(path, where)
    if full_of_controls(head.decode(encoding, errors="replace")):
        raise no_text(where)
    return encoding


def _narrow(path: Path, where: str) -> str:
    """UTF-8 when the bytes are, else what the lines that are not ASCII read like."""
    if _is_utf8(path):
        return "utf-8-sig"
    evidence = _beyond_ascii(path)
    lines = evidence.split(b"\n")
    if sum(1 for line in lines if _decodes(line)) * 2 > len(lines):
        return "utf-8-sig"
    encoding = old_encoding(evidence.removeprefix(codecs.BOM_UTF8))
    if not encoding:
        raise no_text(where)
    return encoding


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _beyond_ascii(path: Path) -> bytes:
    """The first lines that hold more than ASCII, some tens of kilobytes of them."""
    out: list[bytes] = []
    size = 0
    with path.open("rb") as file:
        while size < _EVIDENCE and (line := file.readline(_HEAD)):
            if not line.isascii():
                out.append(line.rstrip(b"\r\n"))
                size += len(line)
    return b"\n".join(out)


def _decodes(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def lines_of(path: Path, encoding: str, done: Done | None = None) -> Generator[Line]:
    """The lines of ``path``; ``done`` is told the bytes read so far, every few thousand lines."""
    try:
        with path.open("rb") as raw, TextIOWrapper(raw, encoding=encoding, errors="replace") as file:
            number = 0
            _skip_false_mark(raw, encoding)
            while text := file.readline(LONGEST_LINE):
                number += 1
                cut = len(text) == LONGEST_LINE and text[-1] != "\n"
                if cut:
                    while (more := file.readline(LONGEST_LINE)) and more[-1] != "\n":
                        pass
                yield Line(number, text.rstrip("\n"), cut)
                if done and number % 4096 == 0:
                    done(raw.tell())
    except OSError as error:
        raise GuideError(f"cannot be read ({error.strerror})", where=str(path)) from error


def _skip_false_mark(raw: BufferedReader, encoding: str) -> None:
    """Pass over a byte order mark that promises another encoding than the text has."""
    if not encoding.startswith("utf") and raw.peek(len(codecs.BOM_UTF8)).startswith(codecs.BOM_UTF8):
        raw.read(len(codecs.BOM_UTF8))
