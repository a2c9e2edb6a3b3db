"""Files with things to buy, told apart by their content: a bill of materials of any tool, or a plain list."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from hqguide.errors import GuideError
from hqguide.export.comeback import MAX_BYTES
from hqguide.notebook.item import ListItem, State, checked
from hqguide.notebook.quickline import read_wishes
from hqguide.notebook.wording import MAX_NOTE, MAX_TEXT

if TYPE_CHECKING:
    from hqguide.bom.model import Bom, BomItem

PLAIN_LISTS = ("", ".txt", ".md", ".list")
READ_AS = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030")
"""Encodings a plain list is believed to be in: a few words are too little to guess at others."""


class Intake(msgspec.Struct, frozen=True):
    """The lines a file brings, and the bill of materials they are from; ``None`` for a plain list."""

    lines: tuple[ListItem, ...]
    bill: "Bom | None" = None


def intake(data: bytes, where: str, read_bill: "Callable[[Path], Bom]") -> Intake:
    """What the file ``where``, which begins with ``data``, brings to a list.

    A text file is a bill when it names its columns. Raises :class:`~hqguide.errors.GuideError` for a file
    that is neither a bill nor a list.
    """
    bill = _bill_in(Path(where), read_bill)
    if bill is None:
        return Intake(lines_in(data, where))
    return Intake(tuple(list_item(item) for item in bill.items), bill)


def read_file(where: str, limit: int = MAX_BYTES) -> bytes:
    """At most ``limit`` bytes and one of the file ``where``; a GuideError if it cannot be read."""
    try:
        with Path(where).open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise GuideError(f"cannot be read ({error.strerror or error})", where=where) from error
    except ValueError as error:
        raise GuideError(f"not a file name ({error})", where=repr(where)) from error


def list_item(item: "BomItem") -> ListItem:
    """The item as a line of a shopping list; the note is what to show the seller, and the designators."""
    note = " · ".join(part for part in (item.zh if item.zh != item.text else "", " ".join(item.refs)) if part)
    note = note if len(note) <= MAX_NOTE else note[: MAX_NOTE - 1] + "…"
    return ListItem(id=0, text=item.text[:MAX_TEXT], quantity=item.quantity, note=note)


def lines_in(data: bytes, where: str) -> tuple[ListItem, ...]:
    """Items from plain text, one a line, with or without bullets and boxes before them.

    Empty lines and lines starting with ``#`` are no items; what is ticked off (``[x]``, ``☑``) is bought.
    """
    from hqguide.bom.plainlist import ticked, unmarked
    from hqguide.tables.decoding import decode

    if len(data) > MAX_BYTES:
        raise GuideError("too large for a list", where=where, hint=f"At most {MAX_BYTES:,} bytes.")
    text, encoding = decode(data, where)
    if encoding not in READ_AS:
        raise GuideError("not UTF-8 text", where=where, hint="Save the list as UTF-8 text.")
    items = []
    for number, row in enumerate(text.splitlines(), start=1):
        words = unmarked(f"{row.strip()} ").strip()
        if words and not row.lstrip().startswith("#"):
            try:
                state: State = "bought" if ticked(row) else "wanted"
                items += [replace(checked(item), state=state) for item in read_wishes(words)]
            except GuideError as error:
                raise GuideError(error.what, where=f"{where}, line {number}", hint=error.hint) from error
    return tuple(items)


def _bill_in(path: Path, read_bill: "Callable[[Path], Bom]") -> "Bom | None":
    """The bill of materials in the file ``path``; ``None`` when it is a plain list, or no file."""
    if not path.is_file():
        return None
    plain = path.suffix.lower() in PLAIN_LISTS
    try:
        bill = read_bill(path)
    except GuideError:
        if plain:
            return None
        raise
    return None if plain and not _names_columns(bill) else bill


def _names_columns(bill: "Bom") -> bool:
    return not bill.format.startswith("list") and any(
        skipped.why == "the names of the columns" for skipped in bill.skipped
    )
