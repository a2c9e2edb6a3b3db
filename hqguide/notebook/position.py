"""The place the user is at, remembered in the notebook: the latest one only, never a trail of them."""

from datetime import UTC, datetime

import msgspec

from hqguide.market.whereabouts import Here
from hqguide.notebook.book import Notebook

_TABLE = "here"
_ROW = 1


class Whereabouts:
    """Where the user said to be. Every call reads or changes the file; nothing is cached.

    All of them raise :class:`~hqguide.errors.GuideError` for a notebook that cannot be read, changed or
    locked. TinyDB is loaded with the first call.
    """

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def get(self) -> Here | None:
        """The place set last, with ``as_of``, or ``None``; it is kept as it was read then."""
        from hqguide.notebook.damage import damaged

        with self._notebook.reading() as db:
            row = db.table(_TABLE).get(doc_id=_ROW)
        if row is None:
            return None
        try:
            return msgspec.convert(row, type=Here)
        except msgspec.ValidationError as error:
            raise damaged(self._notebook.path, f"{_TABLE}: {error}") from error

    def set(self, here: Here, when: datetime | None = None) -> Here:
        """Remember ``here`` in place of what was set before, dated ``when`` (default: now, local time)."""
        from tinydb.table import Document

        stamp = (when or datetime.now(UTC)).astimezone().isoformat(timespec="minutes")
        dated = msgspec.structs.replace(here, as_of=stamp)
        with self._notebook.changing() as db:
            db.drop_table(_TABLE)
            db.table(_TABLE).insert(Document(msgspec.to_builtins(dated), _ROW))
        return dated

    def forget(self) -> bool:
        """Forget the place; whether one was set. Until the next change the backup holds it."""
        with self._notebook.changing() as db:
            known = len(db.table(_TABLE)) > 0
            db.drop_table(_TABLE)
        return known
