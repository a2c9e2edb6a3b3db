"""A trader's file into the stock: read in batches, merged, indexed, switched to; resumed when killed."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

import msgspec

from hqguide.errors import GuideError
from hqguide.stock.aside import write_aside
from hqguide.stock.columns import HEAD_ROWS, Columns, find_columns
from hqguide.stock.folder import ASIDE, changing, read_manifest, switch
from hqguide.stock.listfile import ListFile, write_list
from hqguide.stock.model import FORMAT, Aside, Manifest, StockList, StockOffer
from hqguide.stock.numbers import build_numbers
from hqguide.stock.order import Order, day_of, fingerprint, list_name
from hqguide.stock.reading import ListReader, Unread
from hqguide.stock.source import SourceRow, open_source
from hqguide.stock.staging import BATCH, Staging, staging
from hqguide.tables.cells import clean_cell
from hqguide.textindex.store import FORMAT as ENGINE

READING, MERGING, INDEXING = "reading", "merging", "indexing"
"""The stages that progress tells of."""

Progress = Callable[[str, int, int], None]


class Imported(msgspec.Struct, frozen=True):
    """What an import did: the list, the kind of file, rows found read by a broken-off import, rows aside."""

    list: StockList
    kind: str
    resumed: int
    unread: tuple[Unread, ...]


UNREAD_TOLD = 20
"""Rows kept aside that :class:`Imported` tells of; the file has them all."""


def import_list(folder: Path, order: Order, progress: Progress | None = None) -> Imported:
    """Bring the file of ``order`` into the stock in ``folder``; a list of the same name is replaced.

    Until the new index is whole the old one stays in use. ``progress`` is told stage, done and total
    (0: unknown). Raises :class:`GuideError`, the stock as it was, for a file that is no list.
    """
    tell = progress or (lambda stage, done, total: None)
    name = list_name(order.name or order.path.stem)
    with changing(folder):
        as_of, dated_by = day_of(order)
        target = folder / f"list-{fingerprint(order, as_of)}.sqlite"
        draft = target.with_suffix(".new")
        with staging(target.with_suffix(".part")) as rows:
            resumed = rows.done
            columns, kind = _read(order, rows, as_of, tell)
            count, aside = rows.count()
            if not count:
                raise _nothing(rows, order.path)
            tell(MERGING, 0, 0)
            write_list(rows.link, draft)
            told = tuple(islice(rows.unread(), UNREAD_TOLD))
            asides: tuple[Aside, ...] = ()
            if aside:
                kept = write_aside(folder / ASIDE, name, columns, rows.unread(), as_of, order.counter)
                asides = (Aside(str(kept), aside),)
        draft.replace(target)
        entry = _entry(order, name, target, count, (as_of, dated_by), asides)
        others = tuple(one for one in read_manifest(folder).lists if one.name != name)
        _put_in_use(folder, (*others, entry), tell)
    return Imported(entry, kind, resumed, told)


def forget(folder: Path, name: str) -> StockList:
    """Take the list called ``name`` out of the stock; its file of rows kept aside stays."""
    with changing(folder):
        lists = read_manifest(folder).lists
        gone = next((one for one in lists if one.name == name), None)
        if gone is None:
            known = ", ".join(one.name for one in lists) or "none"
            raise GuideError(f"no list called {clean_cell(name)!r}", hint=f"Lists imported: {known}")
        _put_in_use(folder, tuple(one for one in lists if one is not gone), lambda *_: None)
    return gone


def rebuild(folder: Path, progress: Progress | None = None) -> int:
    """Index the part numbers of the lists in use anew, as another version needs; how many lists there are."""
    import shutil

    with changing(folder):
        manifest = read_manifest(folder)
        if manifest.index:
            shutil.rmtree(folder / manifest.index, ignore_errors=True)
            _put_in_use(folder, manifest.lists, progress or (lambda *_: None))
    return len(manifest.lists)


def _read(order: Order, rows: Staging, as_of: str, tell: Progress) -> tuple[Columns, str]:
    """Bring every row that is not there yet into ``rows``; the columns and the kind of file."""
    size = order.path.stat().st_size
    with open_source(order.path, lambda done: tell(READING, done, size)) as source:
        head = list(islice(source.rows, HEAD_ROWS))
        columns = find_columns([[clean_cell(cell) for cell in row.cells] for row in head])
        if columns is None:
            raise GuideError(
                "has no column of part numbers",
                where=str(order.path),
                hint="Give the columns names, such as 型号, 品牌, 数量 or Part Number, Brand, Qty.",
            )
        reader = ListReader(columns, as_of, order.counter)
        body = islice(chain(head, source.rows), columns.rows + rows.done, None)
        for batch in _batches(body):
            read = [found for row in batch if (found := reader.read(row))]
            offers = [found for found in read if isinstance(found, StockOffer)]
            rows.add(offers, [found for found in read if isinstance(found, Unread)], len(batch))
        return columns, source.kind


def _batches(rows: Iterator[SourceRow]) -> Iterator[list[SourceRow]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _nothing(rows: Staging, path: Path) -> GuideError:
    first = next(rows.unread(), None)
    why = f" (line {first.number}: {first.why})" if first else ""
    return GuideError(
        f"holds no part numbers{why}",
        where=str(path),
        hint="Give the columns names, such as 型号, 品牌, 数量 or Part Number, Brand, Qty.",
    )


def _entry(
    order: Order, name: str, file: Path, rows: int, day: tuple[str, str], asides: tuple[Aside, ...]
) -> StockList:
    found = ListFile(file)
    try:
        offers, numbers = found.count()
    finally:
        found.close()
    return StockList(
        name=name,
        source=order.path.name,
        file=file.name,
        rows=rows,
        offers=offers,
        numbers=numbers,
        as_of=day[0],
        dated_by=day[1],
        stale_days=order.stale_days,
        counter=order.counter,
        asides=asides,
    )


def _put_in_use(folder: Path, lists: Sequence[StockList], tell: Progress) -> None:
    """Index the numbers of ``lists`` beside the index in use, then switch to them."""
    ordered = tuple(sorted(lists, key=lambda one: one.name))
    digest = hashlib.sha256(repr((ENGINE, [one.file for one in ordered])).encode())
    index = f"index-{digest.hexdigest()[:16]}"
    files = [folder / one.file for one in ordered]
    if read_manifest(folder).index != index or not (folder / index).exists():
        build_numbers(folder / index, files, lambda done, total: tell(INDEXING, done, total))
    switch(folder, Manifest(FORMAT, index, ordered))
