"""``hqguide stock``: traders' stock lists, imported into a local index that ``find`` searches."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hqguide.cli.output import json_out, line, talk
from hqguide.errors import FOUND, NOTHING_FOUND, GuideError
from hqguide.guide import Guide
from hqguide.market.places import resolve
from hqguide.stock.model import STALE_DAYS

if TYPE_CHECKING:
    from hqguide.stock.importing import Imported, Progress
    from hqguide.stock.model import StockList

UNREAD_SHOWN = 5


@click.group("stock")
def command() -> None:
    """Keep traders' stock lists: import FILE, show, forget NAME, rebuild."""


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--name", default="", help="Call the list so, else like its file; one of that name is replaced."
)
@click.option("--counter", default="", metavar="PLACE", help="The counter the list is from.")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of the list, else the date in its file name, else its last change.",
)
@click.option(
    "--stale-after",
    type=click.IntRange(1),
    default=STALE_DAYS,
    show_default=True,
    metavar="DAYS",
    help="Mark its rows stale after so many days.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what was imported as JSON.")
@click.pass_obj
def import_command(
    guide: Guide, file: Path, name: str, counter: str, as_of: datetime | None, stale_after: int, as_json: bool
) -> int:
    """Import the stock list FILE: CSV, TSV, text or a workbook, columns named in Chinese or English.

    A broken-off import goes on where it stopped when it is started again.
    """
    from hqguide.stock.order import Order

    order = Order(
        path=file,
        name=name,
        counter=_path(guide, counter.strip()),
        as_of=as_of.date().isoformat() if as_of else "",
        stale_days=stale_after,
    )
    with _bar() as progress:
        done = guide.stock.import_list(order, progress)
    if as_json:
        json_out(done)
    else:
        _print(done.list)
    _tell(done)
    return FOUND


def _path(guide: Guide, counter: str) -> str:
    """The path of the counter, or its own words when the guide does not know it."""
    try:
        return resolve(guide.market, counter).path if counter else ""
    except GuideError:
        return counter


@contextmanager
def _bar() -> "Iterator[Progress | None]":
    """A progress bar on stderr when that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description:>8}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def tell(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total or None)

        yield tell


def _tell(done: "Imported") -> None:
    """What became of the rows, on stderr."""
    if done.resumed:
        talk(f"went on behind {done.resumed:,} rows read before")
    for row in done.unread[:UNREAD_SHOWN]:
        talk(f"line {row.number}: {row.why}")
    aside = sum(one.rows for one in done.list.asides)
    if aside > UNREAD_SHOWN:
        talk(f"and {aside - UNREAD_SHOWN:,} more rows that cannot be read")
    for one in done.list.asides:
        talk(f"{one.rows:,} rows are kept in {one.path}: mend them there and import that file")
    if done.list.dated_by == "last change of the file":
        talk(f"dated {done.list.as_of} by the last change of the file; --as-of says the real day")


@command.command("show")
@click.option("--json", "as_json", is_flag=True, help="Print the lists as JSON.")
@click.pass_obj
def show_command(guide: Guide, as_json: bool) -> int:
    """The lists imported: rows, part numbers, counter, age, and the rows kept aside."""
    lists = guide.stock.lists
    if as_json:
        json_out(lists)
    elif not lists:
        talk("No list was imported. Import one: hqguide stock import FILE")
    else:
        for one in lists:
            _print(one)
    return FOUND if lists else NOTHING_FOUND


def _print(one: "StockList") -> None:
    today = datetime.now(UTC).astimezone().date()
    stale = f", stale after {one.stale_days} days" if one.stale(one.as_of, today) else ""
    line(f"{one.name}  {one.as_of}{stale}", style="warn" if stale else "title")
    merged = f" ({one.rows - one.offers:,} double)" if one.rows > one.offers else ""
    counter = f" · {one.counter}" if one.counter else ""
    line(f"{one.numbers:,} part numbers in {one.rows:,} rows{merged}{counter} · {one.source}", indent=3)
    for aside in one.asides:
        line(f"{aside.rows:,} rows kept aside: {aside.path}", indent=3, style="dim")


@command.command("forget")
@click.argument("name")
@click.pass_obj
def forget_command(guide: Guide, name: str) -> int:
    """Take the list NAME out of the stock; the file it came from and its rows kept aside stay."""
    gone = guide.stock.forget(name)
    talk(f"forgot {gone.name}: {gone.numbers:,} part numbers")
    return FOUND


@command.command("rebuild")
@click.pass_obj
def rebuild_command(guide: Guide) -> int:
    """Index the part numbers of every list anew, as after an update of hqguide or damage."""
    with _bar() as progress:
        lists = guide.stock.rebuild(progress)
    talk(f"indexed the part numbers of {lists} lists")
    return FOUND
