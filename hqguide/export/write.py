"""Write a file whole or not at all."""

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hqguide.errors import GuideError

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_text(path: Path, text: str, *, force: bool = False) -> None:
    """Write ``text`` to ``path`` as UTF-8 with the line ends it has, as :func:`write_bytes` does."""
    write_bytes(path, text.encode("utf-8", "replace"), force=force)


def write_bytes(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write ``data`` to ``path``.

    It is written aside in the same folder, flushed to the disk and moved into place, so a
    failure leaves an earlier file as it was. An existing file is replaced only with ``force``, and
    keeps its permissions. Raises :class:`GuideError` when the file exists or cannot be written.
    """
    with _mendable(path):
        target = Path(os.path.realpath(path))
        _replace(target, data, _existing(target, path, force))


def may_write(path: Path, *, force: bool = False) -> None:
    """Raise the :class:`GuideError` that :func:`write_bytes` would for what stands at ``path``, if any."""
    with _mendable(path):
        _existing(Path(os.path.realpath(path)), path, force)


@contextmanager
def _mendable(path: Path) -> Iterator[None]:
    """Turn what the system says against ``path`` into a :class:`GuideError`."""
    try:
        yield
    except OSError as error:
        raise GuideError(
            f"cannot be written ({error.strerror or error})", where=str(path), hint=_hint(error, path)
        ) from error
    except ValueError as error:
        raise GuideError(f"not a file name ({error})", where=repr(str(path))) from error


def _existing(target: Path, path: Path, force: bool) -> os.stat_result | None:
    """What stands at ``target`` and may be replaced; ``None`` for nothing."""
    try:
        old = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(old.st_mode):
        raise GuideError("is a folder", where=str(path), hint="Name a file inside it.")
    if not stat.S_ISREG(old.st_mode):
        raise GuideError("is not an ordinary file", where=str(path), hint="Choose another file name.")
    if not force:
        raise GuideError("exists already", where=str(path), hint="Choose another name, or force it.")
    return old


def _replace(target: Path, data: bytes, old: os.stat_result | None) -> None:
    aside = target.with_name(f".hqguide-{secrets.token_hex(6)}.tmp")
    handle = os.open(aside, _FLAGS, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if old is not None:
            aside.chmod(stat.S_IMODE(old.st_mode))
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


def _hint(error: OSError, path: Path) -> str:
    if isinstance(error, FileNotFoundError):
        return f"Make the folder {path.parent} first, or choose another."
    return "Check free space and permissions, or choose another folder."
