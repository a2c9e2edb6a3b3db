"""List items as TinyDB documents: one table a list, the document id is the item's id."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from tinydb import TinyDB
from tinydb.table import Document, Table

from hqguide.notebook.damage import damaged
from hqguide.notebook.item import ListItem

_PREFIX = "list:"
_LAST_IDS = "last-ids"


def table_of(db: TinyDB, name: str) -> Table:
    """The table of list ``name``; not made on disk by asking."""
    return db.table(_PREFIX + name)


def names(db: TinyDB) -> tuple[str, ...]:
    """The lists that hold something, sorted."""
    listed = (table for table in db.tables() if table.startswith(_PREFIX) and len(db.table(table)))
    return tuple(sorted(table.removeprefix(_PREFIX) for table in listed))


def read(table: Table, path: Path) -> dict[int, ListItem]:
    """The items by id, in the order of their ids; a strange row is a damaged notebook ``path``."""
    items = {}
    for doc in sorted(table, key=lambda doc: doc.doc_id):
        try:
            items[doc.doc_id] = msgspec.convert({**doc, "id": doc.doc_id}, type=ListItem)
        except msgspec.ValidationError as error:
            raise damaged(path, f"{table.name}, item {doc.doc_id}: {error}") from error
    return items


def put(table: Table, items: Iterable[ListItem]) -> None:
    """Write ``items`` under their ids in place of what was there, in two passes whatever their number."""
    docs = [Document(_row(item), item.id) for item in items]
    table.remove(doc_ids=[doc.doc_id for doc in docs])
    table.insert_multiple(docs)


def last_id(db: TinyDB, name: str, path: Path) -> int:
    """The highest id ever given in list ``name``, so that no stale screen removes another line."""
    ids: Mapping[str, object] = next(iter(db.table(_LAST_IDS)), {})
    try:
        return msgspec.convert(ids, type=dict[str, int]).get(name, 0)
    except msgspec.ValidationError as error:
        raise damaged(path, f"{_LAST_IDS}: {error}") from error


def keep_last_id(db: TinyDB, name: str, last: int) -> None:
    """Remember the highest id given in list ``name``."""
    db.table(_LAST_IDS).upsert(Document({name: last}, 1))


def _row(item: ListItem) -> dict[str, object]:
    row: dict[str, object] = msgspec.to_builtins(item)
    del row["id"]
    return row
