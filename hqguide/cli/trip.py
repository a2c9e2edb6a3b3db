"""The options that say what walk is wanted, shared by ``route`` and ``export``."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from hqguide.cli.listfile import lines_of_file
from hqguide.cli.output import talk
from hqguide.errands.departure import over
from hqguide.errors import GuideError
from hqguide.guide import Guide
from hqguide.intake import read_file
from hqguide.notebook.lists import DEFAULT_LIST, ListItem
from hqguide.route.itinerary import Itinerary
from hqguide.route.trip import Trip, budget_minutes, day

# Looking up so many lines takes seconds, so that it is said.
MANY_LINES = 500
PINS = ("must", "never", "first", "last")

_OPTIONS = (
    click.argument("source", metavar="[LIST|FILE]", default=DEFAULT_LIST),
    click.option("--from", "start", default="", metavar="EXIT|PLACE", help="Start here."),
    click.option("--to", "end", default="", metavar="EXIT|PLACE", help="End here."),
    click.option(
        "--on", "day", default="", metavar="YYYY-MM-DD", help="The day of the walk; today when not given."
    ),
    click.option("--budget", default="", metavar="TIME", help="Time there is: 2h, 90m, 1h30."),
    click.option(
        "--value-of-time", type=float, metavar="YUAN", help="What an hour is worth: prices count then too."
    ),
    click.option("--compare", default=1, metavar="K", help="Ask at K sellers for each item."),
    click.option(
        "--compare-only", multiple=True, metavar="WORDS", help="Compare only items with these words."
    ),
    click.option("--must", multiple=True, metavar="PLACE", help="Go there too."),
    click.option("--never", multiple=True, metavar="PLACE", help="Do not go there."),
    click.option("--first", multiple=True, metavar="PLACE", help="Go there first."),
    click.option("--last", multiple=True, metavar="PLACE", help="Go there last."),
)


_LEAVE = click.option("--depart", default="10:00", show_default=True, metavar="HH:MM", help="Leave at.")
_LEAVE_NOW = click.option("--depart", default="", show_default="now", metavar="HH:MM", help="Leave at.")


def trip_options(function: Callable[..., int]) -> Callable[..., int]:
    """Add the list argument and the trip options to a command."""
    return _with(function, _LEAVE)


def setting_out_options(function: Callable[..., int]) -> Callable[..., int]:
    """The same for a walk that begins now when no time is given."""
    return _with(function, _LEAVE_NOW)


def _with(function: Callable[..., int], leave: Callable[..., Any]) -> Callable[..., int]:
    first, *others = _OPTIONS
    for option in reversed((first, leave, *others)):
        function = option(function)
    return function


def lines_of(guide: Guide, source: str) -> tuple[ListItem, ...]:
    """The items of a file or of a list in the notebook; an empty list is a GuideError."""
    if source in guide.lists.names():
        lines = guide.lists.show(source)
    elif Path(source).is_file():
        lines = _from_file(guide, Path(source))
    else:
        raise GuideError(
            f"no list and no file called {source!r}",
            hint="Make one: hqguide list add 10x 100nF 0603. Lists: "
            + (", ".join(guide.lists.names()) or "none"),
        )
    wanted = sum(item.state == "wanted" for item in lines)
    if not wanted:
        raise GuideError(f"nothing wanted on {source!r}", hint="`hqguide list wanted ID` puts an item back.")
    if wanted >= MANY_LINES:
        talk(f"Looking up who sells {wanted:,} lines.")
    return lines


def _from_file(guide: Guide, path: Path) -> tuple[ListItem, ...]:
    """The items of a plain list, one a line, or of a bill of materials in any other format, numbered."""
    lines = lines_of_file(guide, read_file(str(path)), str(path))
    return tuple(replace(line, id=number) for number, line in enumerate(lines, start=1))


def trip_of(options: Mapping[str, Any]) -> Trip:
    """The trip the options of :func:`trip_options` ask for."""
    if options["compare_only"] and options["compare"] == 1:
        raise click.UsageError(
            "--compare-only says what to compare; say with --compare K at how many sellers"
        )
    return Trip(
        start=options["start"],
        end=options["end"],
        depart=options["depart"],
        date=options["day"],
        budget_minutes=budget_minutes(options["budget"]),
        **{name: options[name] for name in ("value_of_time", "compare", "compare_only", *PINS)},
    )


def planned(guide: Guide, options: Mapping[str, Any]) -> Itinerary:
    """The itinerary for the options of :func:`trip_options`."""
    return guide.plan(lines_of(guide, options["source"]), _on_a_day(guide, options))


def _on_a_day(guide: Guide, options: Mapping[str, Any]) -> Trip:
    """The trip of the options; a day or a time of today that is over is said."""
    trip, now = trip_of(options), guide.errands.now()
    today = now.date()
    if trip.date and day(trip) < today:
        talk(f"{day(trip)} is past: today is {today}.")
    elif (day(trip) if trip.date else today) == today and over(trip, now):
        talk(f"It is {now:%H:%M}: {trip.depart} is past. For tomorrow: --on {today + timedelta(days=1)}.")
    return trip


def planned_split(guide: Guide, options: Mapping[str, Any], people: int) -> tuple[Itinerary, ...]:
    """An itinerary for each of ``people`` who walk at once, for the options of :func:`trip_options`."""
    return guide.split_plan(lines_of(guide, options["source"]), _on_a_day(guide, options), people)
