"""``hqguide map``: the district, a hall or a floor, drawn in the terminal or as SVG."""

import shutil
from pathlib import Path

import click

from hqguide.atlas import Tongue
from hqguide.cli.output import line, talk
from hqguide.errors import FOUND
from hqguide.guide import Guide

ROWS_KEPT = 1


@click.command("map")
@click.argument("place", nargs=-1)
@click.option("--where", metavar="WORDS", help="Shade the halls by the evidence for these goods.")
@click.option(
    "--lang", type=click.Choice(["en", "zh", "both"]), default="en", show_default=True, help="Labels."
)
@click.option("--size", metavar="WxH", help="Columns and rows; the terminal's when not given.")
@click.option("--ascii", "ascii_only", is_flag=True, help="ASCII characters only.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write here: FILE.svg, or text.")
@click.option("--force", is_flag=True, help="Replace an existing file.")
@click.pass_obj
def command(
    guide: Guide,
    place: tuple[str, ...],
    where: str | None,
    lang: Tongue,
    size: str | None,
    ascii_only: bool,
    output: Path | None,
    force: bool,
) -> int:
    """Draw the district, or PLACE: a hall's floors, a floor's plan, a counter on its floor."""
    words = " ".join(place)
    if output is not None and output.suffix.lower() == ".svg":
        guide.save(guide.picture_svg(words, where, lang), output, force=force)
        talk(f"wrote {output}")
        return FOUND
    width, height = _size(size)
    drawn = guide.picture(words, where, lang, width, height, ascii_only)
    if output is not None:
        guide.save(drawn + "\n", output, force=force)
        talk(f"wrote {output}")
        return FOUND
    for row in drawn.split("\n"):
        line(row)
    return FOUND


def _size(text: str | None) -> tuple[int, int]:
    """Columns and rows of ``80x24``, or those of the terminal less a row for the prompt."""
    if text is None:
        columns, rows = shutil.get_terminal_size((80, 25))
        return columns, rows - ROWS_KEPT
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and 0 < int(width) <= 1000 and 0 < int(height) <= 500):
        raise click.BadParameter("write it as 80x24, at most 1000x500", param_hint="--size")
    return int(width), int(height)
