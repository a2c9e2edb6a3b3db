"""A TinyDB storage that loses nothing: whole-file replacement, a lock, a backup, a schema version.

TinyDB's own ``JSONStorage`` writes over the old bytes in place, so a kill or a full disk in the middle
loses the file, and two processes overwrite each other.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from hqguide.errors import GuideError
from hqguide.notebook import schema
from hqguide.notebook.atomic import write_atomic
from hqguide.notebook.damage import damaged, missing_beside_backup
from hqguide.notebook.location import backup_of
from hqguide.notebook.lock import WAIT_SECONDS, locked


class AtomicStorage(Storage):
    """One notebook file. Reading needs no lock; writing happens inside :meth:`transaction` only.

    Any number of TinyDB writes inside one transaction become one replacement of the file, at its end;
    an exception inside discards them all. Use one storage, and one ``TinyDB`` on it, per transaction:
    a ``Table`` remembers its next id and its query results, which another process may have outdated.
    """

    def __init__(self, path: Path, timeout: float = WAIT_SECONDS) -> None:
        self.path = path
        self.timeout = timeout
        self._held: schema.Tables | None = None
        self._open = False

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables of the running transaction, else those in the file; ``None`` when there is no file."""
        return self._held if self._open else _load(self.path)[1]

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Keep ``data`` for the end of the transaction; outside of one a :class:`RuntimeError`."""
        if not self._open:
            raise RuntimeError("AtomicStorage is written inside transaction() only")
        self._held = data

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Read, change and replace the file under the lock; :class:`GuideError` when it cannot be done."""
        with locked(self.path, self.timeout):
            before, self._held = _load(self.path)
            self._open = True
            try:
                yield
                if self._held is not None:
                    _save(self.path, before, schema.encode(self._held))
            finally:
                self._held, self._open = None, False


def _load(path: Path) -> tuple[bytes, schema.Tables | None]:
    """The bytes of the file and the tables in them; no bytes and ``None`` when there is none yet."""
    try:
        data = _bytes_of(path)
    except OSError as error:
        raise GuideError(
            f"the notebook cannot be read ({error.strerror or error})",
            where=str(path),
            hint="Nothing was changed. It must be a file you may read; HQGUIDE_HOME names another folder.",
        ) from error
    if data is None:
        return b"", None
    try:
        return data, schema.decode(data)
    except schema.NewerFormatError as error:
        raise GuideError(
            str(error), where=str(path), hint="Nothing was changed. Update hqguide to open this notebook."
        ) from error
    except ValueError as error:
        raise damaged(path, str(error)) from error


def _bytes_of(path: Path) -> bytes | None:
    """The bytes of the file; ``None`` when neither it nor a backup exists."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        if not backup_of(path).exists():
            return None
    # A backup follows its notebook, so another process may have begun both since the look above.
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise missing_beside_backup(path) from error


def _save(path: Path, before: bytes, after: bytes) -> None:
    """Replace the file, its earlier bytes becoming the backup; no write when nothing changed."""
    if after == before:
        return
    if before:
        write_atomic(backup_of(path), before)
    write_atomic(path, after)
