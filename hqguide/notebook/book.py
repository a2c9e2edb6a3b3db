"""The notebook as its rooms see it: a TinyDB for reading, a TinyDB for one change."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from hqguide.notebook.location import default_file
from hqguide.notebook.lock import WAIT_SECONDS

if TYPE_CHECKING:
    from tinydb import TinyDB


class Notebook:
    """The notebook file at ``path`` (default :func:`~hqguide.notebook.location.default_file`).

    A change waits at most ``timeout`` seconds for another process. A symbolic link is followed, so that
    the file it names is replaced and not the link. Every call opens the file anew, so what other
    processes wrote is seen, and threads may share one object.
    """

    def __init__(self, path: Path | None = None, timeout: float = WAIT_SECONDS) -> None:
        self.path = Path(os.path.realpath(path or default_file()))
        self.timeout = timeout

    @contextmanager
    def reading(self) -> Iterator["TinyDB"]:
        """The notebook as it is now. Takes no lock and creates nothing."""
        from tinydb import TinyDB

        from hqguide.notebook.storage import AtomicStorage

        yield TinyDB(self.path, storage=AtomicStorage)

    @contextmanager
    def changing(self) -> Iterator["TinyDB"]:
        """The notebook under its lock; saved when the block ends, untouched when it raises."""
        from tinydb import TinyDB

        from hqguide.notebook.storage import AtomicStorage

        storage = AtomicStorage(self.path, self.timeout)
        with storage.transaction():
            yield TinyDB(storage=lambda: storage)
