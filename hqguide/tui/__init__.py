"""The full-screen guide. Importing this package loads nothing heavy; :func:`run` does."""

import os
from pathlib import Path

ENVIRONMENT = {
    # Textual's parser gives up on long input-method commits sent as kitty key codes.
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    # Textual draws 60 frames a second at most by default, which is felt where keys follow each other fast.
    "TEXTUAL_FPS": "1000",
}


def run(folder: Path | None = None, notebook: Path | None = None) -> None:
    """Show the guide until the reader quits.

    ``folder`` is the data pack and ``notebook`` the notebook file, both with the usual defaults.
    ``HQGUIDE_ASCII=1`` draws with ASCII characters only. What Textual reads at import is set first.
    """
    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    from hqguide.tui.app import GuideApp

    GuideApp(folder, notebook).run()
