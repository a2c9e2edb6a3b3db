"""What to import: the file, its name among the lists, its day, and what tells one order from another."""

import hashlib
import re
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from hqguide.errors import GuideError
from hqguide.stock.fields import read_day
from hqguide.stock.model import FORMAT, STALE_DAYS
from hqguide.tables.cells import clean_cell

LONGEST_NAME = 60
_NOT_IN_A_NAME = re.compile(r"[^\w.-]+")


class Order(msgspec.Struct, frozen=True):
    """What to import and how; an empty ``name`` or ``as_of`` is taken from the file."""

    path: Path
    name: str = ""
    counter: str = ""
    as_of: str = ""
    stale_days: int = STALE_DAYS


def list_name(text: str) -> str:
    """``text`` as the name of a list: letters, digits, ``.``, ``-`` and ``_``."""
    name = _NOT_IN_A_NAME.sub("-", clean_cell(text)).strip("-.")[:LONGEST_NAME]
    if not name:
        raise GuideError("a list needs a name with a letter or digit", hint="Example: --name seg-2955")
    return name


def fingerprint(order: Order, as_of: str) -> str:
    """A name for the content of the file and how it is to be read."""
    try:
        with order.path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
    except OSError as error:
        raise GuideError(f"cannot be read ({error.strerror})", where=str(order.path)) from error
    digest.update(repr((FORMAT, order.counter, as_of)).encode())
    return digest.hexdigest()[:16]


def day_of(order: Order) -> tuple[str, str]:
    """The day of the list and what tells it: the option, the name of the file, or its last change."""
    if order.as_of:
        return order.as_of, "given"
    if named := read_day(order.path.name):
        return named, "name of the file"
    try:
        changed = datetime.fromtimestamp(order.path.stat().st_mtime, UTC).date()
    except OSError as error:
        raise GuideError(f"cannot be read ({error.strerror})", where=str(order.path)) from error
    return changed.isoformat(), "last change of the file"
