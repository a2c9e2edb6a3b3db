"""Packed workbooks measured before anything reads them: bombs and far corners are refused."""

import re
import zipfile
import zlib
from typing import IO

from hqguide.errors import GuideError
from hqguide.tables.bounds import Bounds, too_large

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How workbooks begin: packed ones, and the XLS of old."""

_CELL = re.compile(rb'<(?:\w+:)?c [^>]*?r="([A-Z]{1,4})(\d{1,8})"')
_REPEATED = re.compile(rb'number-(?:columns|rows)-repeated="(\d{1,9})"[^>]*?(?:value-type|table:value)')
_CHUNK = 1 << 20


def check_package(source: IO[bytes], where: str, bounds: Bounds) -> None:
    """Refuse a package that unpacks to too much, or whose far corner would fill the memory."""
    try:
        with zipfile.ZipFile(source) as package:
            parts = package.infolist()
            if sum(part.file_size for part in parts) > bounds.unpacked:
                raise too_large(where, bounds)
            left = bounds.unpacked
            for part in parts:
                if part.filename.endswith((".xml", ".bin", ".rels")):
                    with package.open(part) as stream:
                        left = _check_part(stream, left, where, bounds)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise GuideError(
            "is a damaged or protected package, no workbook",
            where=where,
            hint="Open it in a spreadsheet program and save it again.",
        ) from error


def _check_part(stream: IO[bytes], left: int, where: str, bounds: Bounds) -> int:
    """Read one part of a package through; what may still be unpacked after it."""
    columns = rows = 1
    tail = b""
    while chunk := stream.read(_CHUNK):
        left -= len(chunk)
        if left < 0:
            raise too_large(where, bounds)
        text = tail + chunk
        found = _CELL.findall(text)
        columns = max(columns, *(_column(letters) for letters in {letters for letters, _ in found}), 1)
        rows = max(rows, *(int(number) for number in {number for _, number in found}), 1)
        if columns * rows > bounds.grid or any(int(n) > bounds.rows for n in _REPEATED.findall(text)):
            raise too_large(where, bounds)
        tail = text[-200:]
    return left


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
