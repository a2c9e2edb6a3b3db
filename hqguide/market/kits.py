"""Kits: what to buy for a whole thing, line by line, and who says that it is sold as a part here."""

from pathlib import Path
from typing import Annotated

import msgspec

from hqguide.errors import GuideError
from hqguide.market.model import Record
from hqguide.market.pack import read_file

FILE = "kits.json"
Count = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]


class KitLine(Record, frozen=True):
    """One thing to buy: ``text`` as it is searched for, ``zh`` as a source writes it.

    ``sources`` say that it is part of the thing, or that it is sold here as a part of such things.
    """

    text: str
    sources: tuple[str, ...]
    as_of: str
    quantity: Count = 1
    priority: Annotated[int, msgspec.Meta(ge=0, le=3)] = 0
    categories: tuple[str, ...] = ()
    zh: str | None = None
    note: str | None = None


class Kit(Record, frozen=True):
    """A list to start from; ``about`` tells where the idea is from and what is doubtful in it."""

    id: str
    en: str
    zh: str
    about: str
    sources: tuple[str, ...]
    as_of: str
    lines: tuple[KitLine, ...]


def load_kits(folder: Path) -> tuple[Kit, ...]:
    """Read ``kits.json`` of ``folder``; :class:`GuideError` when it is missing or broken."""
    return read_file(folder, FILE, tuple[Kit, ...])


def kit_called(kits: tuple[Kit, ...], name: str) -> Kit:
    """The kit with the id or name ``name``; :class:`GuideError` names those there are."""
    wanted = name.strip().casefold()
    for kit in kits:
        if wanted in (kit.id.casefold(), kit.en.casefold(), kit.zh.casefold()):
            return kit
    known = ", ".join(kit.id for kit in kits) or "none"
    raise GuideError(f"no kit called {name.strip()[:40]!r}", hint=f"Kits: {known}.")
