"""Index folders: written aside, switched to in one step, checked when opened.

A folder holds ``index.json`` and one data folder named in it with a single file, in which ``index.json``
says where each array lies. A build writes a new data folder and then replaces ``index.json``, so that a
kill at any moment leaves the old index or the new one.
"""

import contextlib
import hashlib
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

FORMAT = 2
"""Version of the engine: an index of another one is not read."""

META = "index.json"
ARRAYS = "arrays"
SMALL = 200_000
"""Bytes up to which an array lies with the other small ones, which are read together at opening."""

_DATA = "data-"
_HINT = "Build the index again."
_BYTES = "bytes"
_NAME = "".join(map(chr, range(48, 58))) + "abcdefghijklmnopqrstuvwxyz_-"
_SEAL = 32
# A file is mapped from a multiple of this on; 64 KB is what Windows wants, the most of all systems.
_PAGE = 65_536
_ALIGNED = 64


class Section(msgspec.Struct, frozen=True, array_like=True):
    """Where in the data file an array lies: the kind of its numbers, its first byte, how many there are."""

    kind: str
    begin: int
    count: int


class _Version(msgspec.Struct, frozen=True):
    """What every version of ``index.json`` says."""

    format: int
    kind: str


class Meta(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``index.json``: what the index is, what it was made from, its data folder, and what lies where in it.

    From byte ``small`` of the file to its end at ``size`` are the arrays that are read at opening.
    """

    format: int
    kind: str
    made_from: str
    rows: int
    data: str
    size: int
    small: int
    sections: Mapping[str, Section]


class Draft:
    """The data of an index while it is built; ``rows`` and ``made_from`` are set before it is finished."""

    def __init__(self, file: BinaryIO) -> None:
        self.rows = 0
        self.made_from = ""
        self._file = file
        self._sections: dict[str, Section] = {}
        self._small: list[tuple[str, str, bytes, int]] = []
        file.write(bytes(_ALIGNED))

    def part(self, name: str) -> "DraftPart":
        """A draft of data of this index whose names begin with ``name``."""
        return DraftPart(self, f"{name}-")

    def array(self, name: str, values: "npt.NDArray[Any]", *, early: bool = False) -> None:
        """Keep ``values``, little-endian, under ``name``; ``early`` is read at opening whatever its size."""
        kind = values.dtype.newbyteorder("<")
        plain = values.astype(kind, copy=False)
        if early or plain.nbytes <= SMALL:
            self._small.append((name, kind.str, plain.tobytes(), len(plain)))
        else:
            self._write(name, kind.str, plain.data, len(plain))

    def data(self, name: str, content: bytes) -> None:
        """Keep ``content`` under ``name``."""
        self._small.append((name, _BYTES, content, len(content)))

    def text(self, name: str, content: bytes) -> None:
        """Keep ``content``, at least a byte, where it can be mapped alone."""
        self._pad(_PAGE)
        self._write(name, _BYTES, content, len(content))

    def finished(self, kind: str, data: str) -> Meta:
        """What describes the data, all of which is on the disk now in the folder ``data``."""
        self._pad(_PAGE)
        small = self._file.tell()
        for section in self._small:
            self._write(*section)
        size = self._file.tell()
        meta = Meta(FORMAT, kind, self.made_from, self.rows, data, size, small, self._sections)
        self._file.seek(0)
        self._file.write(_seal(meta))
        self._file.flush()
        os.fsync(self._file.fileno())
        return meta

    def _write(self, name: str, kind: str, content: bytes | memoryview, count: int) -> None:
        self._pad(_ALIGNED)
        self._sections[name] = Section(kind, self._file.tell(), count)
        self._file.write(content)

    def _pad(self, to: int) -> None:
        """Zeros up to the next multiple of ``to``."""
        self._file.write(bytes(-self._file.tell() % to))


class DraftPart:
    """Data of a draft whose names begin alike."""

    def __init__(self, whole: Draft, prefix: str) -> None:
        self._whole, self._prefix = whole, prefix

    def array(self, name: str, values: "npt.NDArray[Any]", *, early: bool = False) -> None:
        """Keep ``values``; ``early`` is read at opening whatever its size."""
        self._whole.array(self._prefix + name, values, early=early)

    def text(self, name: str, content: bytes) -> None:
        """Keep ``content`` where it can be mapped alone."""
        self._whole.text(self._prefix + name, content)


def _seal(meta: Meta) -> bytes:
    """What the file of arrays begins with: that of another index, of the same size too, begins otherwise."""
    described = (meta.kind, meta.made_from, meta.rows, meta.size, meta.small, meta.sections)
    return hashlib.sha256(msgspec.json.encode(described, order="deterministic")).digest()


@contextlib.contextmanager
def building(folder: Path, kind: str) -> Iterator[Draft]:
    """Build an index of ``kind`` in ``folder``: it replaces the one there when the block ends well.

    One build at a time for a folder is the caller's care. :class:`GuideError` when the disk refuses.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=_DATA, dir=folder))
        try:
            with (fresh / ARRAYS).open("wb") as file:
                draft = Draft(file)
                yield draft
                meta = draft.finished(kind, fresh.name)
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
        content = (folder / META).read_bytes()
        named = msgspec.json.decode(content, type=_Version)
        if (named.format, named.kind) != (FORMAT, kind):
            raise GuideError(
                f"this is an index of {named.kind} {named.format}, not of {kind} {FORMAT}",
                where=str(folder),
                hint=_HINT,
            )
        meta = msgspec.json.decode(content, type=Meta)
        inside = not meta.data.strip(_NAME) and 0 <= meta.small <= meta.size
        whole = inside and (folder / meta.data / ARRAYS).stat().st_size == meta.size
    except FileNotFoundError as error:
        raise GuideError("there is no index, or not all of it", where=str(folder), hint=_HINT) from error
    except (OSError, ValueError) as error:
        raise GuideError(f"the index cannot be read ({error})", where=str(folder), hint=_HINT) from error
    if not whole:
        raise GuideError("the index is damaged", where=str(folder), hint=_HINT)
    return meta


def open_files(folder: Path, kind: str) -> "Files":
    """The data of the index of ``kind`` in ``folder``; :class:`GuideError` when it is not whole."""
    meta = read_meta(folder, kind)
    path = folder / meta.data / ARRAYS
    try:
        with path.open("rb") as file:
            if file.read(_SEAL) != _seal(meta):
                raise GuideError("the index is damaged", where=str(folder), hint=_HINT)
            mapped = _map(file)
    except (OSError, ValueError) as error:
        raise GuideError(f"the index is damaged ({error})", where=str(path), hint=_HINT) from error
    if hasattr(mmap, "MADV_WILLNEED") and meta.small < meta.size:
        mapped.madvise(mmap.MADV_WILLNEED, meta.small, meta.size - meta.small)
    return Files(meta, path, mapped)


class Files:
    """The arrays of a whole index, mapped into memory."""

    def __init__(self, meta: Meta, path: Path, mapped: mmap.mmap, prefix: str = "") -> None:
        self.meta = meta
        self._path = path
        self._mapped = mapped
        self._prefix = prefix

    def part(self, name: str) -> "Files":
        """The data whose names begin with ``name``."""
        return Files(self.meta, self._path, self._mapped, f"{self._prefix}{name}-")

    def array(self, name: str, kind: "npt.DTypeLike") -> "npt.NDArray[Any]":
        """The array called ``name``, not read but mapped; :class:`GuideError` when it is none of ``kind``."""
        import numpy as np

        wanted = np.dtype(kind).newbyteorder("<")
        place = self._place(name, wanted.str)
        try:
            return np.frombuffer(self._mapped, wanted, place.count, place.begin)
        except ValueError as error:
            raise self._damaged(name) from error

    def mapped(self, name: str) -> mmap.mmap:
        """A text mapped alone: slices of it are bytes."""
        place = self._place(name, _BYTES)
        try:
            with self._path.open("rb") as file:
                return _map(file, place.count, place.begin)
        except (OSError, ValueError) as error:
            raise self._damaged(name) from error

    def data(self, name: str) -> bytes:
        """The bytes called ``name``."""
        place = self._place(name, _BYTES)
        return self._mapped[place.begin : place.begin + place.count]

    def _place(self, name: str, kind: str) -> Section:
        place = self.meta.sections.get(self._prefix + name)
        if place is None or place.kind != kind:
            raise self._damaged(name)
        return place

    def _damaged(self, name: str) -> GuideError:
        return GuideError(f"the index is damaged ({name})", where=str(self._path), hint=_HINT)


def _map(file: BinaryIO, size: int = 0, begin: int = 0) -> mmap.mmap:
    """The file, or ``size`` bytes of it from ``begin`` on, mapped for reading here and there.

    Without the advice some systems read megabytes around every page that is touched first.
    """
    mapped = mmap.mmap(file.fileno(), size, access=mmap.ACCESS_READ, offset=begin)
    if hasattr(mmap, "MADV_RANDOM"):
        mapped.madvise(mmap.MADV_RANDOM)
    return mapped
