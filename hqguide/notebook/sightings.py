"""What the visitor saw with their own eyes: dated facts in the notebook, never changed, only taken out."""

import re
from datetime import date
from typing import Annotated, Literal, get_args

import msgspec

from hqguide.errors import GuideError
from hqguide.notebook.book import Notebook
from hqguide.notebook.wording import MAX_NAME, MAX_NOTE, MAX_TEXT, clean_note, clean_text, shown

Seen = Literal["sells", "lacks", "closed"]

_TABLE = "sightings"
_LAST = "sightings-last"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Sighting(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing seen at ``place`` (a path such as ``seg-plaza/2F/2955``) on the day ``on``, ISO 8601.

    ``text`` are the goods in the visitor's words, ``term`` the guide's own word for them in the other
    language, ``categories`` what they were read as; all are empty for ``closed``. ``uid`` is the same in
    every notebook the sighting is copied to.
    """

    uid: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}$")]
    place: str
    seen: Seen
    on: Annotated[str, msgspec.Meta(pattern=rf"^{_DAY.pattern}$")]
    text: Annotated[str, msgspec.Meta(max_length=MAX_TEXT)] = ""
    term: Annotated[str, msgspec.Meta(max_length=MAX_TEXT)] = ""
    categories: tuple[str, ...] = ()
    part_numbers: tuple[str, ...] = ()
    name: Annotated[str, msgspec.Meta(max_length=MAX_NAME)] = ""
    remark: Annotated[str, msgspec.Meta(max_length=MAX_NOTE)] = ""


def new_sighting(
    place: str, seen: Seen, text: str, on: date, *, name: str = "", remark: str = ""
) -> Sighting:
    """A sighting checked before it is kept; :class:`GuideError` says which part of it is refused.

    The latest day is today's in Shenzhen, whatever the computer's own time zone, as for the ticks of a walk.
    """
    if seen not in get_args(Seen):
        raise GuideError(
            f"{shown(seen)} is nothing to note", hint=f"Use one of: {', '.join(get_args(Seen))}."
        )
    from uuid import uuid4

    from hqguide.market.hours import today

    if on > today():
        raise GuideError(f"{on} is still to come in Shenzhen", hint="Give the day it was seen on.")

    name = " ".join(name.split())
    if len(name) > MAX_NAME or not name.isprintable():
        raise GuideError(f"{shown(name)} is no name", hint=f"Use at most {MAX_NAME} printable characters.")
    return Sighting(
        uid=uuid4().hex,
        place=place,
        seen=seen,
        on=on.isoformat(),
        text="" if seen == "closed" else clean_text(text),
        name=name,
        remark=clean_note(remark),
    )


class Sightings:
    """The sightings of one notebook, by number. Every call reads or changes the file; nothing is cached.

    All of them raise :class:`GuideError` for a notebook that cannot be read, changed or locked.
    """

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def all(self) -> dict[int, Sighting]:
        """The sightings by number, in the order they were noted."""
        from hqguide.notebook.damage import damaged

        with self._notebook.reading() as db:
            rows = sorted(db.table(_TABLE), key=lambda row: row.doc_id)
        try:
            return {row.doc_id: msgspec.convert(dict(row), type=Sighting) for row in rows}
        except msgspec.ValidationError as error:
            raise damaged(self._notebook.path, f"{_TABLE}: {error}") from error

    def add(self, *fresh: Sighting) -> tuple[int, ...]:
        """Keep ``fresh``; their numbers. A number is never given twice, one that is there keeps its own."""
        from tinydb.table import Document

        if not fresh:
            return ()
        with self._notebook.changing() as db:
            table = db.table(_TABLE)
            known = {row["uid"]: row.doc_id for row in table}
            marker = next(iter(db.table(_LAST)), None)
            last = max([*known.values(), *(marker.values() if marker else ()), 0])
            for sighting in fresh:
                if sighting.uid not in known:
                    last += 1
                    known[sighting.uid] = last
                    table.insert(Document(msgspec.to_builtins(sighting), last))
            db.table(_LAST).upsert(Document({"number": last}, 1))
        return tuple(known[sighting.uid] for sighting in fresh)

    def remove(self, number: int) -> Sighting:
        """Take a sighting out and return it; :class:`GuideError` for an unknown number."""
        found = self.all()
        if number not in found:
            there = ", ".join(map(str, found)) or "none"
            raise GuideError(f"no sighting {number}", hint=f"Numbers there are: {there}.")
        with self._notebook.changing() as db:
            db.table(_TABLE).remove(doc_ids=[number])
        return found[number]
