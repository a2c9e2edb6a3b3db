"""``hqguide walk``: set out on a planned walk, tick things off, plan the rest anew from where one stands."""

from collections.abc import Callable
from typing import Any

import click

from hqguide.cli.output import json_out, line, talk
from hqguide.cli.route import show as show_plan
from hqguide.cli.trip import lines_of, setting_out_options, trip_of
from hqguide.errands.progress import Progress
from hqguide.errands.rest import bought as bought_lines
from hqguide.errors import FOUND, NOTHING_FOUND
from hqguide.guide import Guide
from hqguide.notebook.walks import Mark

BOXES = {"bought": "x", "not found": "-", "closed": "#"}
NAMED = 4
_JSON = click.option("--json", "as_json", is_flag=True, help="Answer as one JSON object.")


@click.group("walk")
def command() -> None:
    """Walk a plan: set out, tick off, and plan the rest again when a place is closed."""


@command.command("start")
@setting_out_options
@_JSON
@click.pass_obj
def start(guide: Guide, /, as_json: bool, **options: Any) -> int:
    """Plan LIST or FILE as `hqguide route` does, and set out now: the plan is kept until the walk ends."""
    source = options["source"]
    lines = lines_of(guide, source)
    begun = guide.errands.setting_out(lines, trip_of(options))
    for words in begun.told:
        talk(words)
    plan = guide.plan(lines, begun.trip)
    name = source if source in guide.lists.names() else ""
    if ticks := guide.walking.ticks_made():
        talk(f"The walk before ends here, with {ticks} tick{'s' if ticks != 1 else ''}.")
    return _answer(guide.walking.begin(plan, lines, name), as_json)


@command.command("show")
@_JSON
@click.pass_obj
def show(guide: Guide, as_json: bool) -> int:
    """Show the walk with what is ticked off: x bought, - not found, # closed."""
    progress = guide.walking.now()
    if progress is None:
        talk("No walk is under way. Set out: hqguide walk start")
        return NOTHING_FOUND
    return _answer(progress, as_json)


def _marking(name: str, mark: Mark, words: str) -> Callable[..., int]:
    @command.command(name, help=words)
    @click.argument("which", nargs=-1, required=True, metavar="STOP|STOP.ITEM|PLACE...")
    @_JSON
    @click.pass_obj
    def marked(guide: Guide, which: tuple[str, ...], as_json: bool) -> int:
        for one in which:
            progress = guide.walking.tick(one, mark)
            last = progress.ticks[-1].place
            if mark == "closed" and last not in {stop.place for stop in progress.plan.stops}:
                talk(f"{last} is not on the plan; no stop in it will be planned on this walk.")
        if as_json:
            json_out(progress)
        else:
            _next(progress)
            if mark != "bought":
                talk("Plan the rest anew from here: hqguide walk replan")
        return FOUND

    return marked


bought = _marking("bought", "bought", "Tick off everything at STOP (3), or one item of it (3.2), as bought.")
missing = _marking("missing", "not found", "STOP (3), or one item of it (3.2), is not to be had there.")
closed = _marking("closed", "closed", "STOP, or PLACE with every stop in it (seg-plaza/2F), is closed.")


@command.command("undo")
@click.pass_obj
def undo(guide: Guide) -> int:
    """Take away what was ticked last."""
    before = guide.walking.now()
    after = guide.walking.undo()
    for tick in before.ticks if before else ():
        if tick not in after.ticks:
            talk(f"No longer {tick.mark}: {tick.text or tick.place}")
    _next(after)
    return FOUND


@command.command("replan")
@click.option(
    "--from", "here", default="", metavar="EXIT|PLACE", help="You stand here; else where you ticked."
)
@click.option("--at", default="", metavar="HH:MM", help="It is this time; else what the clock says.")
@_JSON
@click.pass_obj
def replan(guide: Guide, here: str, at: str, as_json: bool) -> int:
    """Plan what is left anew, and say what changes."""
    return _answer(guide.replan(here, at), as_json)


@command.command("end")
@click.option("--note", is_flag=True, help="Note what was bought and what was not there for the next time.")
@click.pass_obj
def end(guide: Guide, note: bool) -> int:
    """End the walk. What its stops took is learnt; the list keeps what was ticked."""
    if note:
        noted = len(guide.note_walk())
        talk(f"{noted} thing{'s' if noted != 1 else ''} noted; `hqguide note show` tells them")
    talk("The walk is over." if guide.walking.end() else "No walk was under way.")
    return FOUND


@command.command("pace")
@click.option("--forget", is_flag=True, help="Forget it and go back to the figures of the guide.")
@_JSON
@click.pass_obj
def pace(guide: Guide, forget: bool, as_json: bool) -> int:
    """How long you spend at a stop, learnt from your ticks; plans use it."""
    if forget:
        talk(f"{guide.walking.forget_dwell()} timed stops forgotten")
    own = guide.walking.own_dwell()
    used = guide.pace
    if as_json:
        json_out({"stop": used.stop.value, "item": used.item.value, "timed_stops": own.stops if own else 0})
        return FOUND
    line(f"{used.stop.value:g} s at each stop: {used.stop.source}")
    line(f"{used.item.value:g} s for each item: {used.item.source}")
    return FOUND


def _answer(progress: Progress, as_json: bool) -> int:
    if as_json:
        json_out(progress)
        return FOUND
    for change in progress.changes:
        line(f"Changed: {change}.", style="warn")
    marks = {
        (number, place): BOXES[mark]
        for number, stop in enumerate(progress.plan.stops, start=1)
        for place, item in enumerate(stop.items, start=1)
        if (mark := progress.mark(stop, item))
    }
    show_plan(progress.plan, marks)
    _next(progress)
    return FOUND


def _next(progress: Progress) -> None:
    if not progress.next_stop:
        talk(_ended(_not_had(progress)))
        return
    stop = progress.plan.stops[progress.next_stop - 1]
    what = ", ".join(item.text for item in stop.items if progress.mark(stop, item) is None) or "a look"
    talk(f"Next: stop {progress.next_stop}, {stop.place}: {what}")


def _not_had(progress: Progress) -> tuple[str, ...]:
    """What the walk was to buy, or could not, and was not ticked off as bought."""
    plan, had = progress.plan, bought_lines(progress.ticks)
    wanted = [(item.id, item.text) for stop in plan.stops for item in stop.items]
    wanted += [(left.id, left.item) for left in (*plan.dropped, *plan.unplaced)]
    return tuple(text for number, text in dict.fromkeys(wanted) if (number, text) not in had)


def _ended(lacking: tuple[str, ...]) -> str:
    """What to do when no stop is left, with some of what was not had by name."""
    if not lacking:
        return "Nothing is left to buy on this walk. End it: hqguide walk end"
    more = f" and {len(lacking) - NAMED} more" if len(lacking) > NAMED else ""
    return f"No stop is left. Not bought: {', '.join(lacking[:NAMED])}{more}. End it: hqguide walk end"
