"""``hqguide export``: the planned walk, or the list itself, as a file to take along."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from hqguide.atlas import Tongue
from hqguide.cli.output import talk
from hqguide.cli.qr import show_codes
from hqguide.cli.trip import lines_of, planned, planned_split, trip_options
from hqguide.errors import FOUND, GuideError
from hqguide.export.formats import FORMATS, format_named, format_of
from hqguide.export.list_formats import LIST_FORMATS, render_list
from hqguide.export.write import may_write
from hqguide.guide import Guide

DEFAULT = "html"


@click.command("export")
@trip_options
@click.option("-f", "--format", "fmt", help=f"{', '.join(FORMATS)}. By the name of -o, else {DEFAULT}.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write here; stdout when not given.")
@click.option("--force", is_flag=True, help="Replace an existing file.")
@click.option(
    "--list", "bare", is_flag=True, help=f"The list itself instead of a walk: {', '.join(LIST_FORMATS)}."
)
@click.option(
    "--lang", type=click.Choice(["en", "zh"]), default="en", show_default=True, help="Page, paper and maps."
)
@click.option("--split", default=1, metavar="N", help="Divide the list among N people: a file for each.")
@click.pass_obj
def command(
    guide: Guide,
    /,
    fmt: str | None,
    output: Path | None,
    force: bool,
    bare: bool,
    lang: Tongue,
    split: int,
    **options: Any,
) -> int:
    """Export the walk over LIST or FILE: a phone page, paper, a table, a calendar, a map, data."""
    fmt = fmt or _format_of(output, LIST_FORMATS if bare else FORMATS, "md" if bare else DEFAULT)
    if bare:
        _list(guide, options["source"], fmt, output, force)
        return FOUND
    suffix = format_named(fmt).suffix
    if output:
        may_write(output, force=force or split != 1)
    walks = (planned(guide, options),) if split == 1 else planned_split(guide, options, split)
    targets = (output,) if split == 1 else _targets(output, suffix, len(walks), force)
    for target, walk in zip(targets, walks, strict=True):
        if fmt == "qr" and target is None:
            show_codes(walk)
        else:
            _write(guide, guide.render(walk, fmt, lang), target, force, f"{len(walk.stops)} stops")
    return FOUND


def _targets(output: Path | None, suffix: str, people: int, force: bool) -> tuple[Path, ...]:
    """A file for each of ``people``, ``walk-1of3.html`` for ``walk.html``; none may stand in the way."""
    if output is None:
        raise GuideError("a walk for each needs a name for each", where="split", hint="Give one: -o FILE.")
    ending = output.name[-len(suffix) :] if output.name.lower().endswith(suffix) else output.suffix
    stem = output.name.removesuffix(ending)
    targets = tuple(output.with_name(f"{stem}-{at}of{people}{ending}") for at in range(1, people + 1))
    for target in targets:
        may_write(target, force=force)
    return targets


def _list(guide: Guide, source: str, fmt: str, output: Path | None, force: bool) -> None:
    # A list of the notebook is written out even when nothing on it is wanted any more.
    known = source in guide.lists.names()
    lines = guide.lists.show(source) if known else lines_of(guide, source)
    _write(guide, render_list(fmt, guide.shopping(source, lines)), output, force, f"{len(lines)} lines")


def _format_of(output: Path | None, known: Iterable[str], default: str) -> str:
    """The format the name of ``output`` asks for; ``default`` without any ending."""
    fmt = format_of(output.name, known) if output else default
    if fmt is None and output and output.suffix:
        endings = ", ".join(FORMATS[fmt].suffix for fmt in known)
        hint = f"Known endings: {endings}. Or name the format: -f {default}."
        raise GuideError("no format has this ending", where=str(output), hint=hint)
    return fmt or default


def _write(guide: Guide, content: str | bytes, output: Path | None, force: bool, what: str) -> None:
    if output is None:
        _print(content)
    else:
        guide.save(content, output, force=force)
        talk(f"wrote {output}: {what}")


def _print(content: str | bytes) -> None:
    """To stdout as it is; a terminal would only be upset by a binary file."""
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise GuideError("not a text, and stdout is a terminal", hint="Give a file: -o FILE.")
    click.echo(content.encode() if isinstance(content, str) else content, nl=False)
