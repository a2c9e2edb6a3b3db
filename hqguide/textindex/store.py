"""Index folders: written aside, switched to in one step, checked when opened.

A folder holds ``index.json`` and one data folder named in it. A build writes a new data folder and then
replaces ``index.json``, so that a kill at any moment leaves the old index or the new one.
"""

import contextlib
import mmap
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from hqguide.errors import GuideError

if TYPE_CHECKING:
    import numpy.typing as npt

FORMAT = 1
"""Version of the engine: an index of another one is not read."""

META = "index.json"
_DATA = "data-"
_HINT = "Build the index again."


class Meta(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``index.json``: what the index is, what it was made from, its data folder and the size of each file."""

    format: int
    kind: str
    made_from: str
    rows: int
    data: str
    files: Mapping[str, int]


class Draft:
    """The files of an index while it is built; ``rows`` and ``made_from`` are set before it is finished."""

    def __init__(self, folder: Path, files: dict[str, int] | None = None, prefix: str = "") -> None:
        self.folder = folder
        self.prefix = prefix
        self.rows = 0
        self.made_from = ""
        self.files = {} if files is None else files

    def part(self, name: str) -> "Draft":
        """A draft of files of this index whose names begin with ``name``."""
        return Draft(self.folder, self.files, f"{self.prefix}{name}-")

    def array(self, name: str, values: "npt.NDArray[Any]") -> None:
        """Keep ``values`` as ``name.npy``."""
        import numpy as np

        with (self.folder / f"{self.prefix}{name}.npy").open("wb") as file:
            np.save(file, values, allow_pickle=False)
            self._done(file)

    def data(self, name: str, content: bytes) -> None:
        """Keep ``content`` as a file."""
        with (self.folder / f"{self.prefix}{name}").open("wb") as file:
            file.write(content)
            self._done(file)

    def _done(self, file: Any) -> None:
        file.flush()
        os.fsync(file.fileno())
        self.files[Path(file.name).name] = file.tell()


@contextlib.contextmanager
def building(folder: Path, kind: str) -> Iterator[Draft]:
    """Build an index of ``kind`` in ``folder``: it replaces the one there when the block ends well.

    One build at a time for a folder is the caller's care. :class:`GuideError` when the disk refuses.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=_DATA, dir=folder))
        try:
            draft = Draft(fresh)
            yield draft
            meta = Meta(FORMAT, kind, draft.made_from, draft.rows, fresh.name, draft.files)
            _switch(folder, meta)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
    except OSError as error:
        raise GuideError(
            f"the index cannot be written ({error.strerror or error})", where=str(folder)
        ) from error
    for other in folder.glob(f"{_DATA}*"):
        if other != fresh:
            shutil.rmtree(other, ignore_errors=True)


def _switch(folder: Path, meta: Meta) -> None:
    with (folder / f"{META}.new").open("wb") as file:
        file.write(msgspec.json.encode(meta))
        file.flush()
        os.fsync(file.fileno())
    (folder / f"{META}.new").replace(folder / META)


def read_meta(folder: Path, kind: str) -> Meta:
    """What ``index.json`` says; :class:`GuideError` when there is no whole index of ``kind`` and version."""
    try:
        meta = msgspec.json.decode((folder / META).read_bytes(), type=Meta)
        whole = all((folder / meta.data / name).stat().st_size == size for name, size in meta.files.items())
    except FileNotFoundError as error:
        raise GuideError("there is no index, or not all of it", where=str(folder), hint=_HINT) from error
    except (OSError, ValueError) as error:
        raise GuideError(f"the index cannot be read ({error})", where=str(folder), hint=_HINT) from error
    if (meta.format, meta.kind) != (FORMAT, kind):
        raise GuideError(
            f"this is an index of {meta.kind} {meta.format}, not of {kind} {FORMAT}",
            where=str(folder),
            hint=_HINT,
        )
    if not whole:
        raise GuideError("the index is damaged", where=str(folder), hint=_HINT)
    return meta


def open_files(folder: Path, kind: str) -> "Files":
    """The files of the index of ``kind`` in ``folder``; :class:`GuideError` when it is not whole."""
    meta = read_meta(folder, kind)
    return Files(meta, folder / meta.data)


class Files:
    """The files of a whole index, mapped into memory when asked for."""

    def __init__(self, meta: Meta, folder: Path, prefix: str = "") -> None:
        self.meta = meta
        self._folder = folder
        self._prefix = prefix

    def part(self, name: str) -> "Files":
        """The files whose names begin with ``name``."""
        return Files(self.meta, self._folder, f"{self._prefix}{name}-")

    def array(self, name: str, kind: "npt.DTypeLike") -> "npt.NDArray[Any]":
        """``name.npy``, not read but mapped; :class:`GuideError` when it is no list of ``kind``."""
        import numpy as np

        path = self._folder / f"{self._prefix}{name}.npy"
        try:
            with path.open("rb") as file:
                if np.lib.format.read_magic(file) != (1, 0):
                    raise ValueError("an array of another version of numpy")
                shape, _, dtype = np.lib.format.read_array_header_1_0(file)
                if dtype != np.dtype(kind) or len(shape) != 1:
                    raise ValueError(f"not a list of {np.dtype(kind)}")
                begin, mapped = file.tell(), _map(file)
            values: npt.NDArray[Any] = np.zeros(0, dtype)
            return np.frombuffer(mapped, dtype, shape[0], begin) if shape[0] else values
        except (OSError, ValueError) as error:
            raise GuideError(f"the index is damaged ({error})", where=str(path), hint=_HINT) from error

    def mapped(self, name: str) -> mmap.mmap:
        """A file that is not empty, mapped: slices of it are bytes."""
        try:
            with (self._folder / f"{self._prefix}{name}").open("rb") as file:
                return _map(file)
        except (OSError, ValueError) as error:
            raise GuideError("the index is damaged", where=str(self._folder), hint=_HINT) from error

    def data(self, name: str) -> bytes:
        """The bytes of a file."""
        try:
            return (self._folder / f"{self._prefix}{name}").read_bytes()
        except OSError as error:
            raise GuideError("the index is damaged", where=str(self._folder), hint=_HINT) from error


def _map(file: BinaryIO) -> mmap.mmap:
    """The file mapped for reading here and there.

    Without the advice some systems read megabytes around every page that is touched first.
    """
    mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if hasattr(mmap, "MADV_RANDOM"):
        mapped.madvise(mmap.MADV_RANDOM)
    return mapped
