"""Read a file of a data pack strictly: whatever is wrong with it becomes an error that names it."""

from pathlib import Path
from typing import TypeVar

import msgspec

from hqguide.errors import GuideError

MAX_BYTES = 64 * 1024 * 1024
HINT = "Reinstall hqguide, or point HQGUIDE_DATA at a complete data pack."

T = TypeVar("T")


def read_bytes(path: Path) -> bytes:
    """The bytes of ``path``; :class:`GuideError` when it is missing, unreadable or far too large."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise GuideError("larger than any data pack", where=str(path), hint=HINT)
        return path.read_bytes()
    except OSError as error:
        raise GuideError(f"cannot be read ({error.strerror})", where=str(path), hint=HINT) from error


def decode(path: Path, kind: type[T], data: bytes | None = None) -> T:
    """Decode ``path``, or the ``data`` read from it, as ``kind``; unknown fields are refused."""
    try:
        return msgspec.json.decode(read_bytes(path) if data is None else data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise GuideError(f"broken data: {error}", where=str(path), hint=HINT) from error
