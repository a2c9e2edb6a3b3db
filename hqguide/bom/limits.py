"""How large a bill of materials may be; a larger one is refused before it fills the memory."""

MAX_BYTES = 32 * 1024 * 1024
"""Bytes of a file."""

MAX_UNPACKED = 256 * 1024 * 1024
"""Bytes a packed workbook may unpack to."""

MAX_GRID = 5_000_000
"""Cells of a sheet, empty ones counted."""

MAX_ROWS = 20_000
"""Rows of a table."""

MAX_RANGE = 2_000
"""Designators one range such as ``R1-R400`` may stand for."""

MAX_REFS = 10_000
"""Designators of one part."""

MAX_CELL = 20_000
"""Characters of a cell that are read."""

MAX_QUANTITY = 1_000_000
"""Pieces of one part for one board."""
