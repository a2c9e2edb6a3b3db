"""Draw the screenshot of the README: the guide with a query typed in, as an SVG.

Usage: python -m tools.hero OUT.svg [QUERY]

The guide runs without a terminal on the shipped data and an empty notebook, so the picture is what
a new user sees. Fonts the SVG would fetch from the web are left out; the reader's own are used.
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

SIZE = (120, 36)
QUERY = "usb-c connector"


def main(arguments: list[str]) -> int:
    """Write the picture; 2 when no file is named."""
    if not 1 <= len(arguments) <= 2:
        print(__doc__, file=sys.stderr)
        return 2
    from hqguide.tui import ENVIRONMENT
    from tools.screens import picture

    query = arguments[1] if len(arguments) == 2 else QUERY
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(ENVIRONMENT | {"HQGUIDE_HOME": home})
        svg = asyncio.run(picture(SIZE, tuple(query), Path(home) / "notebook.json", f"hqguide: {query}"))
    Path(arguments[0]).write_text(svg, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
