"""The walk that is under way: its plan, and what was ticked off on it."""

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from hqguide.notebook.book import Notebook
from hqguide.notebook.item import ListItem

Mark = Literal["bought", "not found", "closed"]

_TABLE = "walk"
_ROW = 1


class Tick(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing that came to be known on the walk: ``mark`` of an item at a place, or of the whole place.

    ``item`` is the number of the line, 0 when the mark is about the place. ``at`` is local time, ISO 8601.
    """

    place: str
    mark: Mark
    at: str
    item: int = 0
    text: str = ""


class Walk(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A plan as it was made last, the lines it is for, and the ticks in the order they were made.

    ``name`` is the list the lines are from, empty for a file. ``plan`` is the itinerary as plain values.
    ``learnt`` is how many of the ticks the visitor's own pace was learnt from already.
    """

    name: str
    lines: tuple[ListItem, ...]
    plan: Mapping[str, Any]
    ticks: tuple[Tick, ...] = ()
    learnt: int = 0


class Walks:
    """The one walk under way in a notebook. Every call reads or changes the file; nothing is cached.

    All of them raise :class:`~hqguide.errors.GuideError` for a notebook that cannot be read, changed or
    locked.
    """

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def get(self) -> Walk | None:
        """The walk under way, ``None`` when there is none."""
        from hqguide.notebook.damage import damaged

        with self._notebook.reading() as db:
            row = db.table(_TABLE).get(doc_id=_ROW)
        if row is None:
            return None
        try:
            return msgspec.convert(row, type=Walk)
        except msgspec.ValidationError as error:
            raise damaged(self._notebook.path, f"{_TABLE}: {error}") from error

    def put(self, walk: Walk) -> None:
        """Keep ``walk`` in place of the one there was."""
        from tinydb.table import Document

        with self._notebook.changing() as db:
            db.drop_table(_TABLE)
            db.table(_TABLE).insert(Document(msgspec.to_builtins(walk), _ROW))

    def end(self) -> bool:
        """Forget the walk; whether there was one. Until the next change the backup holds it."""
        with self._notebook.changing() as db:
            known = len(db.table(_TABLE)) > 0
            db.drop_table(_TABLE)
        return known
