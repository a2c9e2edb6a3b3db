"""What a bill of materials becomes: lines as read, items to buy, and what was left out with the reason."""

import msgspec


class Doubt(msgspec.Struct, frozen=True):
    """Something that may have been read wrongly: the rows it is about (none: the file) and what it is."""

    rows: tuple[int, ...]
    what: str


class Skipped(msgspec.Struct, frozen=True):
    """A row that is no item: its number in the file (0: none), its text and the reason."""

    row: int
    text: str
    why: str


class BomLine(msgspec.Struct, frozen=True):
    """One part of a bill as it is written, cells cleaned and placeholders such as ``~`` emptied.

    ``rows`` are rows of the file (components of a netlist), counted from 1; ``text`` is everything the
    row says. ``quantity`` is for one board. ``dnp`` are the words that say the part is not placed.
    ``extra`` holds ratings such as tolerance, ``remarks`` comments and notes, ``kind`` the row's own
    word for its sort.
    """

    rows: tuple[int, ...]
    text: str
    refs: tuple[str, ...] = ()
    quantity: int = 1
    value: str = ""
    footprint: str = ""
    mpn: str = ""
    manufacturer: str = ""
    description: str = ""
    supplier_part: str = ""
    dnp: str = ""
    extra: str = ""
    remarks: str = ""
    kind: str = ""


class BomLines(msgspec.Struct, frozen=True):
    """A bill as it was read: every row that holds text is in ``lines`` or in ``skipped``."""

    source: str
    format: str
    lines: tuple[BomLine, ...]
    skipped: tuple[Skipped, ...] = ()
    doubts: tuple[Doubt, ...] = ()


class BomItem(msgspec.Struct, frozen=True):
    """One thing to buy; equal parts are one item.

    ``text`` is wording that can be searched for and put on a list, ``zh`` what to show the seller.
    ``category`` is the id of a category or empty, ``via`` what told it, ``why`` the evidence in words.
    ``merged`` counts the lines that became this item.
    """

    text: str
    quantity: int
    refs: tuple[str, ...] = ()
    value: str = ""
    package: str = ""
    footprint: str = ""
    mpn: str = ""
    manufacturer: str = ""
    description: str = ""
    supplier_part: str = ""
    category: str = ""
    via: str = ""
    zh: str = ""
    why: str = ""
    rows: tuple[int, ...] = ()
    merged: int = 1


class Bom(msgspec.Struct, frozen=True):
    """A bill as things to buy. ``warnings`` are doubts; a bill without any was read without guessing."""

    source: str
    format: str
    items: tuple[BomItem, ...]
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[Doubt, ...] = ()
    boards: int = 1
