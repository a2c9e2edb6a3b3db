"""Replace a file as a whole: after a crash at any point it holds the old bytes or the new ones."""

import contextlib
import os
import shutil
import time
from pathlib import Path

from hqguide.errors import GuideError

_TRIES = 5
_PAUSE_SECONDS = 0.05


def write_atomic(path: Path, data: bytes) -> None:
    """Put ``data`` in ``path``: a new file beside it, flushed to the disk, then renamed over it.

    The caller holds the lock, so the name of the new file is fixed and a crash leaves no litter to
    pile up. A new file is readable by its owner only; an existing one keeps its permissions.
    Raises :class:`GuideError`, with ``path`` untouched, when the system refuses.
    """
    fresh = path.with_name(f"{path.name}.new")
    try:
        _write_durably(fresh, path, data)
        _replace(fresh, path)
    except OSError as error:
        raise GuideError(
            f"cannot be written ({error.strerror or error})",
            where=str(path),
            hint="The notebook is as it was before. Free some space or mend the permissions, then repeat.",
        ) from error
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _write_durably(fresh: Path, model: Path, data: bytes) -> None:
    """Create ``fresh`` with ``data`` and the permissions of ``model``, down to the disk."""
    fresh.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(fresh, flags, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(FileNotFoundError):
        shutil.copymode(model, fresh)


def _replace(fresh: Path, path: Path) -> None:
    """Rename ``fresh`` over ``path``; Windows refuses while another process reads ``path``, so try again."""
    for _ in range(_TRIES - 1):
        try:
            fresh.replace(path)
        except PermissionError:
            time.sleep(_PAUSE_SECONDS)
        else:
            return
    fresh.replace(path)


def _sync_folder(folder: Path) -> None:
    """Flush the rename itself, where the system can open a folder at all (Windows cannot)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
