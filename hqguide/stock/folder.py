"""The stock folder: a file of offers for each list, an index over all, a manifest of what is in use.

Everything new is written beside what is in use; replacing the manifest switches to it in one step, and
only then is what is no longer named removed.
"""

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from hqguide.errors import GuideError
from hqguide.stock.model import FORMAT, Manifest

MANIFEST = "stock.json"
ASIDE = "aside"
"""Folder of the rows kept aside; never tidied, as the user works in it."""

_LOCK = "stock.lock"
_WAIT_SECONDS = 10.0
_EMPTY = Manifest(FORMAT, "", ())


def manifest_file(folder: Path) -> Path:
    """The file that is there exactly when there is a stock."""
    return folder / MANIFEST


def read_manifest(folder: Path) -> Manifest:
    """What is in use; an empty manifest when nothing was imported yet."""
    path = manifest_file(folder)
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError:
        return _EMPTY
    except OSError as error:
        raise GuideError(f"cannot be read ({error.strerror})", where=str(path)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise GuideError(
            f"broken: {error}", where=str(path), hint="Delete this file and import the lists again."
        ) from error
    if found.format != FORMAT:
        raise GuideError(
            f"is of format {found.format}, this hqguide reads format {FORMAT}",
            where=str(path),
            hint="Import the lists again with this hqguide, or use the one that imported them.",
        )
    return found


def switch(folder: Path, manifest: Manifest) -> None:
    """Put ``manifest`` in use, then remove every file that it does not name."""
    path = manifest_file(folder)
    fresh = path.with_suffix(".new")
    with fresh.open("wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(manifest)))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    _tidy(folder, manifest)


def _tidy(folder: Path, manifest: Manifest) -> None:
    """Remove what is not in use; what another process still has open is removed the next time."""
    import shutil

    kept = {MANIFEST, _LOCK, ASIDE, manifest.index, *(entry.file for entry in manifest.lists)}
    for path in folder.iterdir():
        if path.name in kept:
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                path.unlink()


@contextmanager
def changing(folder: Path) -> Iterator[None]:
    """Hold the stock for one change; :class:`GuideError` when another process is at it or the disk fails."""
    from filelock import FileLock, Timeout

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(folder / _LOCK, timeout=_WAIT_SECONDS):
            yield
    except Timeout as error:
        raise GuideError(
            "the stock is being changed by another hqguide",
            where=str(folder / _LOCK),
            hint="Nothing was changed. Wait for it to finish, then repeat.",
        ) from error
    except OSError as error:
        raise GuideError(
            f"cannot be written ({error.strerror or error})",
            where=str(error.filename or folder),
            hint="The stock is as it was. Free some space or mend the permissions, then repeat.",
        ) from error
