"""``hqguide data``: look after the data pack."""

from pathlib import Path

import click

from hqguide.cli.output import json_out, line, talk
from hqguide.errors import BAD_INPUT, FOUND
from hqguide.guide import Guide


@click.group("data")
def command() -> None:
    """Check, count, cite and build the data pack."""


@command.command("check")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON.")
@click.pass_obj
def check_command(guide: Guide, folder: Path | None, as_json: bool) -> int:
    """Check the pack (or the one in FOLDER) against every rule of docs/data.md."""
    from hqguide.market.check import check
    from hqguide.market.check_problem import Problem
    from hqguide.market.pack import default_folder
    from hqguide.parts.equivalents import FILE, check_equivalents

    target = folder or guide.folder or default_folder()
    problems = (*check(target), *(Problem(FILE, "", what) for what in check_equivalents(target)))
    if as_json:
        json_out(problems)
    else:
        for problem in problems:
            line(str(problem))
        talk(f"{len(problems)} problems" if problems else "no problems")
    return BAD_INPUT if problems else FOUND


@command.command("stats")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
@click.pass_obj
def stats_command(guide: Guide, as_json: bool) -> int:
    """Coverage by building, floor, counter, category and year, and what nobody is known to sell."""
    from hqguide.cli.stats import show
    from hqguide.market.stats import stats

    names = {category.id: category.name_en for category in guide.language.categories}
    found = stats(guide.market, names)
    if as_json:
        json_out(found)
    else:
        show(found, names)
    return FOUND


@command.command("sources")
@click.option("--json", "as_json", is_flag=True, help="Print the sources as JSON.")
@click.pass_obj
def sources_command(guide: Guide, as_json: bool) -> int:
    """Every source with its date and licence."""
    if as_json:
        json_out(guide.market.sources)
        return FOUND
    for name, source in guide.market.sources.items():
        line(f"{name}: {source.title}", style="title")
        line(f"{source.kind}, {source.date or 'undated'}, licence {source.licence}, {source.where}", indent=2)
    return FOUND


@command.command("build")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.pass_obj
def build_command(guide: Guide, folder: Path | None) -> int:
    """Build the word index of the pack (or of the one in FOLDER) anew after its words were changed.

    A pack of many stalls also gets a directory, a folder in which find looks them up.
    """
    from hqguide.export.write import write_text
    from hqguide.market.pack import default_folder
    from hqguide.parts.build_index import build_index
    from hqguide.search.signs_on_disk import write_directory

    pack = folder or guide.folder or default_folder()
    write_text(pack / "index.json", build_index(pack).decode(), force=True)
    talk(f"wrote {pack / 'index.json'}")
    directory = write_directory(pack)
    if directory:
        talk(f"wrote {directory}")
    return FOUND
