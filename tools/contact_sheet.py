"""Draw the map screens in every size, theme and language on one sheet, as a PNG.

Usage: python -m tools.contact_sheet OUT.png [CHROMIUM]

Each screen is taken in a process of its own, because NO_COLOR and ASCII are read at the start.
CHROMIUM (``chromium``) turns the sheet into a picture; it loads nothing from outside.
"""

import asyncio
import base64
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

SIZES = ((80, 24), (120, 36), (200, 60))
LOOKS: dict[str, dict[str, str]] = {
    "dark": {},
    "light": {},
    "ascii": {"HQGUIDE_ASCII": "1"},
    "no colour": {"NO_COLOR": "1"},
}
VIEWS = {"district": ("f6",), "hall": ("f6", "n", "enter"), "floor": ("f6", "n", "enter", "enter")}
ONE = "one"


def sheet() -> Iterator[tuple[str, tuple[int, int], str, str, str]]:
    """Title, size, look, language and view of each screen."""
    for size in SIZES:
        for look in LOOKS:
            yield f"{size[0]}x{size[1]} {look} en", size, look, "en", "district"
        yield f"{size[0]}x{size[1]} dark zh", size, "dark", "zh", "district"
    for view in ("hall", "floor"):
        for size in SIZES[:2]:
            for language in ("en", "zh"):
                yield f"{view} {size[0]}x{size[1]} {language}", size, "dark", language, view


def take(size: str, look: str, language: str, view: str, out: Path) -> None:
    """One screen into ``out``, in this process."""
    from hqguide.tui import ENVIRONMENT
    from tools.screens import picture

    os.environ.update(ENVIRONMENT)
    width, height = size.split("x")
    keys = VIEWS[view] + (("f2",) if language == "zh" else ())
    theme = None
    if look == "light":
        from hqguide.tui.themes import LIGHT

        theme = LIGHT
    with tempfile.TemporaryDirectory() as home:
        os.environ["HQGUIDE_HOME"] = home
        svg = asyncio.run(picture((int(width), int(height)), keys, Path(home) / "notebook.json", view, theme))
    out.write_text(svg, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Write the sheet; 2 when no file is named."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    if arguments[0] == ONE:
        size, look, language, view, out = arguments[1:6]
        take(size, look, language, view, Path(out))
        return 0
    chromium = arguments[1] if len(arguments) > 1 else "chromium"
    with tempfile.TemporaryDirectory() as folder:
        cells: list[str] = []
        for number, (title, dimensions, look, language, view) in enumerate(sheet()):
            svg = Path(folder) / f"{number}.svg"
            shape = f"{dimensions[0]}x{dimensions[1]}"
            command = [
                sys.executable,
                "-m",
                "tools.contact_sheet",
                ONE,
                shape,
                look,
                language,
                view,
                str(svg),
            ]
            subprocess.run(command, check=True, env=os.environ | LOOKS[look])
            picture = base64.b64encode(svg.read_bytes()).decode()
            image = f'<img src="data:image/svg+xml;base64,{picture}">'
            cells.append(f"<figure>{image}<figcaption>{title}</figcaption></figure>")
        page = Path(folder) / "sheet.html"
        page.write_text(
            "<style>body{margin:8px;display:grid;grid-template-columns:repeat(5,1fr);gap:6px;background:#888;"
            "font:11px sans-serif}figure{margin:0}img{width:100%}</style>" + "".join(cells),
            encoding="utf-8",
        )
        browser = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser += ["--no-first-run", f"--user-data-dir={folder}/profile", "--window-size=1800,1500"]
        subprocess.run([*browser, f"--screenshot={Path(arguments[0]).resolve()}", page.as_uri()], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
