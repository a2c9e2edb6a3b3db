"""How large a bill of materials may be; a larger one is refused before it fills the memory."""

from hqguide.tables.bounds import Bounds

MAX_BYTES = 32 * 1024 * 1024
"""Bytes of a file."""

MAX_UNPACKED = 256 * 1024 * 1024
"""Bytes a packed workbook may unpack to."""

MAX_GRID = 5_000_000
"""Cells of a sheet, empty ones counted."""

MAX_ROWS = 20_000
"""Rows of a table."""

BOUNDS = Bounds(MAX_UNPACKED, MAX_GRID, MAX_ROWS, "a bill of materials")
"""The same for the readers of tables."""

ONE_BOARD = "Give the bill of materials of one board."
"""What to do about a table that is too long to be a bill of materials."""

MAX_TEXT = 8_000_000
"""Characters of a table or list that is text: more than its rows can need."""

MAX_LINE = 100_000
"""Characters of one line of it."""

MAX_RANGE = 2_000
"""Designators one range such as ``R1-R400`` may stand for."""

MAX_REFS = 10_000
"""Designators of one part."""

MAX_QUANTITY = 1_000_000
"""Pieces of one part for one board."""
