"""Draw the screenshot of the README: the guide with a query typed in, as an SVG.

Usage: python tools/hero.py OUT.svg [QUERY]

The guide runs without a terminal on the shipped data and an empty notebook, so the picture is what
a new user sees. Fonts the SVG would fetch from the web are left out; the reader's own are used.
"""

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

SIZE = (120, 36)
QUERY = "usb-c connector"
WEB_FONTS = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)


async def picture(query: str, notebook: Path) -> str:
    """The guide after ``query`` was typed into it, as SVG text."""
    from hqguide.tui.app import GuideApp

    app = GuideApp(None, notebook)
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press(*query)
        await app.workers.wait_for_complete()
        await pilot.pause(1)
        return WEB_FONTS.sub("", app.export_screenshot(title=f"hqguide: {query}"))


def main(arguments: list[str]) -> int:
    """Write the picture; 2 when no file is named."""
    if not 1 <= len(arguments) <= 2:
        print(__doc__, file=sys.stderr)
        return 2
    from hqguide.tui import ENVIRONMENT

    with tempfile.TemporaryDirectory() as home:
        os.environ.update(ENVIRONMENT | {"HQGUIDE_HOME": home})
        svg = asyncio.run(
            picture(arguments[1] if len(arguments) == 2 else QUERY, Path(home) / "notebook.json")
        )
    Path(arguments[0]).write_text(svg, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
