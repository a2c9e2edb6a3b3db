"""How large a table may be, and the errors that say so."""

import msgspec

from hqguide.errors import GuideError


class Bounds(msgspec.Struct, frozen=True):
    """Most bytes a package may unpack to, cells (empty ones counted) and rows of a sheet.

    ``thing`` is what the table is, for the words of an error: "a bill of materials".
    """

    unpacked: int
    grid: int
    rows: int
    thing: str


def too_large(where: str, bounds: Bounds) -> GuideError:
    """The error for a workbook that unpacks to more than ``bounds``."""
    return GuideError(
        f"unpacks to more than {bounds.thing} can hold",
        where=where,
        hint="Copy its rows into a new workbook, or save it as CSV.",
    )


def too_many_rows(where: str, bounds: Bounds, hint: str) -> GuideError:
    """The error for a table with more rows than ``bounds``."""
    return GuideError(f"has more than {bounds.rows:,} rows", where=where, hint=hint)
