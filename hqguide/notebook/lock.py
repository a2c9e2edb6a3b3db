"""One writer at a time, between processes and between threads."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hqguide.errors import GuideError
from hqguide.notebook.location import lock_of

WAIT_SECONDS = 10.0


@contextmanager
def locked(path: Path, timeout: float) -> Iterator[None]:
    """Hold the lock of the notebook ``path``; waits at most ``timeout`` seconds, then a :class:`GuideError`.

    The operating system frees the lock when its process ends, however it ends. The folder is made
    when it is missing.
    """
    from filelock import FileLock, Timeout

    lock = lock_of(path)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = FileLock(lock, timeout=timeout, mode=0o600)
        held.acquire()
    except Timeout as error:
        raise GuideError(
            f"the notebook is being changed by another hqguide; waited {timeout:g} s",
            where=str(lock),
            hint="Nothing was changed. Close the other one, or wait for it to finish, then repeat. "
            "Only if no hqguide is running: delete this lock file.",
        ) from error
    except OSError as error:
        raise GuideError(
            f"cannot be used as the notebook's folder ({error.strerror or error})",
            where=str(path.parent),
            hint="Make this folder writable, or point HQGUIDE_HOME at one that is.",
        ) from error
    try:
        yield
    finally:
        held.release()
