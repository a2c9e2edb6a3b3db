"""``hqguide route``: one walk over the list."""

from typing import Any

import click

from hqguide.cli.output import json_out, line, seen
from hqguide.cli.trip import planned, trip_options
from hqguide.errors import FOUND, NOTHING_FOUND
from hqguide.guide import Guide
from hqguide.route.itinerary import Itinerary, LeftOut, Leg, Stop


@click.command("route")
@trip_options
@click.option("--json", "as_json", is_flag=True, help="Answer as one JSON object.")
@click.pass_obj
def command(guide: Guide, /, as_json: bool, **options: Any) -> int:
    """Plan one walk that buys LIST (default: the shopping list), a text FILE, or a bill of materials."""
    itinerary = planned(guide, options)
    if as_json:
        json_out(itinerary)
    else:
        show(itinerary)
    return FOUND if itinerary.stops else NOTHING_FOUND


def show(plan: Itinerary) -> None:
    """Print an itinerary for people."""
    minutes = round(plan.total.seconds / 60)
    line(
        f"{plan.date}, {plan.depart} from {plan.start}: {len(plan.stops)} stops, {minutes} min, "
        f"{plan.total.metres:.0f} m",
        style="title",
    )
    if plan.nearest_first_seconds and plan.nearest_first_seconds > plan.total.seconds:
        saved = round((plan.nearest_first_seconds - plan.total.seconds) / 60)
        line(f"Going to the nearest seller each time would take {saved} min more.", style="dim")
    for number, (stop, leg) in enumerate(zip(plan.stops, plan.legs, strict=False), start=1):
        _stop(number, stop, leg)
    for leg in plan.legs[len(plan.stops) :]:
        line(f"→ {leg.how} ({leg.metres:.0f} m, {round(leg.seconds / 60)} min)", style="dim")
    _left_out("No place on record", plan.unplaced)
    _left_out("Left out", plan.dropped)
    for warning in plan.warnings:
        line(f"Warning: {warning}", style="warn")
    for assumption in plan.assumptions:
        line(f"Assumed: {assumption}", style="dim")


def _stop(number: int, stop: Stop, leg: Leg) -> None:
    where = [stop.building_name, stop.floor or "floor not known"]
    where += [f"counter {stop.counter}"] if stop.counter else []
    where += [stop.name] if stop.name else []
    line(f"→ {leg.how} ({leg.metres:.0f} m, {round(leg.seconds)} s)", style="dim")
    line(f"{number}. {stop.arrive}-{stop.leave}  {' · '.join(where)}", style="title")
    for item in stop.items:
        words = f"  {item.zh} ({item.pinyin})" if item.zh else ""
        line(f"[ ] {item.quantity} × {item.text}{words}", indent=3)
        if item.fallback:
            line(f"else: {item.else_at} ({item.fallback})", indent=7, style="dim")
    line(f"{stop.why} · {seen(stop.as_of)} · {stop.source}", indent=3, style="dim")


def _left_out(title: str, items: tuple[LeftOut, ...]) -> None:
    for item in items:
        words = f" Ask for: {item.zh} ({item.pinyin})" if item.zh else ""
        line(f"{title}: {item.item}. {item.why}{words}", style="warn")
