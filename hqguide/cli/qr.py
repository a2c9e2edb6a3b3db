"""QR codes of a walk in the terminal, to scan from the screen with a phone that has no network."""

import os
import shutil
import sys

import click

from hqguide.export.qr import HALVES, drawn, limit_for
from hqguide.export.qr_text import LIMIT
from hqguide.route.itinerary import Itinerary


def show_codes(plan: Itinerary, ascii_only: bool = False) -> None:
    """Print the codes: black on white in a terminal, plain characters elsewhere, ASCII where it must be."""
    ascii_only = ascii_only or not _has_halves()
    screen = sys.stdout.isatty()
    coloured = screen and os.environ.get("TERM") != "dumb"
    limit = limit_for(*shutil.get_terminal_size(), ascii_only=ascii_only) if screen else LIMIT
    text = drawn(plan, ascii_only=ascii_only, coloured=coloured, limit=limit)
    click.echo(text, file=sys.stdout, nl=False)


def _has_halves() -> bool:
    """Whether what stdout is encoded in has half blocks."""
    try:
        "".join(HALVES.values()).encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
