"""``hqguide export``: the planned walk as a file to take along."""

from pathlib import Path
from typing import Any

import click

from hqguide.cli.output import talk
from hqguide.cli.trip import planned, trip_options
from hqguide.errors import FOUND
from hqguide.export.formats import format_named
from hqguide.guide import Guide


@click.command("export")
@trip_options
@click.option("-f", "--format", "fmt", default="html", show_default=True, help="md or html.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write here; stdout when not given.")
@click.option("--force", is_flag=True, help="Replace an existing file.")
@click.pass_obj
def command(guide: Guide, /, fmt: str, output: Path | None, force: bool, **options: Any) -> int:
    """Export the walk over LIST or FILE to Markdown, or to one HTML file that works on a phone offline."""
    format_named(fmt)
    itinerary = planned(guide, options)
    if output is None:
        click.echo(guide.render(itinerary, fmt).encode(), nl=False)
    else:
        guide.export(itinerary, fmt, output, force=force)
        talk(f"wrote {output}: {len(itinerary.stops)} stops")
    return FOUND
