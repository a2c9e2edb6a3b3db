"""Screens of the guide as SVG pictures, taken without a terminal on the shipped data."""

import html
import re
from collections.abc import Sequence
from pathlib import Path

from rich.cells import cell_len

WEB_FONTS = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)
TEXT = re.compile(r'(<text [^>]*?textLength=")([\d.]+)("[^>]*>)([^<]*)(</text>)')


def by_columns(svg: str) -> str:
    """``svg`` with every run of text as wide as its terminal columns; Rich counts characters."""

    def widened(match: re.Match[str]) -> str:
        text = html.unescape(match[4])
        width = float(match[2]) / max(1, len(text)) * cell_len(text)
        return f"{match[1]}{width:.1f}{match[3]}{match[4]}{match[5]}"

    return TEXT.sub(widened, svg)


async def picture(
    size: tuple[int, int], keys: Sequence[str], notebook: Path, title: str, theme: str | None = None
) -> str:
    """The guide of ``size`` columns and rows after ``keys`` were pressed, as SVG text."""
    from hqguide.tui.app import GuideApp

    app = GuideApp(None, notebook)
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        if theme:
            app.theme = theme
        for key in keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
        await pilot.pause(0.6)
        return by_columns(WEB_FONTS.sub("", app.export_screenshot(title=title)))
