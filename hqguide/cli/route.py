"""``hqguide route``: one walk over the list."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any

import click

from hqguide.cli.output import json_out, line, seen
from hqguide.cli.qr import show_codes
from hqguide.cli.trip import planned, planned_split, trip_options
from hqguide.errors import FOUND, NOTHING_FOUND
from hqguide.guide import Guide
from hqguide.route.itinerary import Itinerary, LeftOut, Leg, Stop, StopItem


@click.command("route")
@trip_options
@click.option("--json", "as_json", is_flag=True, help="Answer as one JSON object.")
@click.option("--split", default=1, metavar="N", help="Divide the list among N people who walk at once.")
@click.option("--qr", is_flag=True, help="Show the walk as QR codes, to scan with a phone.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw the codes with ASCII characters only.")
@click.pass_obj
def command(guide: Guide, /, as_json: bool, split: int, qr: bool, ascii_only: bool, **options: Any) -> int:
    """Plan one walk that buys LIST (default: the shopping list), a text FILE, or a bill of materials."""
    if split != 1:
        return _divided(planned_split(guide, options, split), as_json)
    itinerary = planned(guide, options)
    if as_json:
        json_out(itinerary)
    elif qr:
        show_codes(itinerary, ascii_only)
    else:
        show(itinerary)
    return FOUND if itinerary.stops else NOTHING_FOUND


def _divided(plans: tuple[Itinerary, ...], as_json: bool) -> int:
    if as_json:
        json_out(plans)
    for plan in () if as_json else plans:
        line(f"Person {plan.part} of {plan.parts}", style="title")
        show(plan)
        line()
    return FOUND if any(plan.stops for plan in plans) else NOTHING_FOUND


def show(plan: Itinerary, marks: Mapping[tuple[int, int], str] = MappingProxyType({})) -> None:
    """Print an itinerary for people; ``marks`` holds the tick boxes of items by stop and place in it."""
    minutes = round(plan.total.seconds / 60)
    line(
        f"{plan.date}, {plan.depart} from {plan.start}: {_counted(len(plan.stops))}, {minutes} min, "
        f"{plan.total.metres:.0f} m",
        style="title",
    )
    for words in summary(plan):
        line(words, style="dim")
    for number, (stop, leg) in enumerate(zip(plan.stops, plan.legs, strict=False), start=1):
        _stop(number, stop, leg, [marks.get((number, place), " ") for place in range(1, len(stop.items) + 1)])
    for leg in plan.legs[len(plan.stops) :]:
        line(f"→ {leg.how} ({leg.metres:.0f} m, {round(leg.seconds / 60)} min)", style="dim")
    for left in plan.unplaced:
        _left_out("No place on record" if left.why.startswith("No record") else "Not on the walk", (left,))
    _left_out("Left out", plan.dropped)
    for warning in plan.warnings:
        line(f"Warning: {warning}", style="warn")
    for assumption in plan.assumptions:
        line(f"Assumed: {assumption}", style="dim")


def _counted(stops: int) -> str:
    return "1 stop" if stops == 1 else f"{stops} stops"


def summary(plan: Itinerary) -> Iterator[str]:
    """What the plan saves, how good it is, and what it costs, a sentence each."""
    saved = round(((plan.nearest_first_seconds or 0) - plan.total.seconds) / 60)
    if saved > 0:
        yield f"Going to the nearest seller each time costs {saved} min more, doubtful places counted in."
    if plan.nearest_first_items is not None and plan.dropped:
        bought = len({(item.id, item.text) for stop in plan.stops for item in stop.items})
        fit = f"{bought} of {bought + len(plan.dropped)} items fit in"
        fewer = f"; going to the nearest seller each time would get {plan.nearest_first_items}"
        yield f"{fit}{fewer if plan.nearest_first_items < bought else ''}."
    if plan.proven and plan.stops:
        yield "No other choice of places and order is better, under the assumptions below."
    if plan.total.cost:
        rate = plan.trip.value_of_time
        weighed = f", weighed against time at {rate:g} yuan an hour" if rate else ""
        yield f"{plan.total.cost:g} yuan at the prices known{weighed}."


def _stop(number: int, stop: Stop, leg: Leg, boxes: Sequence[str]) -> None:
    where = [stop.building_name, stop.floor or "floor not known"]
    where += [f"counter {stop.counter}"] if stop.counter else []
    where += [stop.name] if stop.name else []
    line(f"→ {leg.how} ({leg.metres:.0f} m, {round(leg.seconds)} s)", style="dim")
    line(f"{number}. {stop.arrive}-{stop.leave}  {' · '.join(where)}", style="title")
    if stop.wait:
        line(f"wait {stop.wait / 60:.0f} min until it opens", indent=3, style="warn")
    rows = zip(boxes, stop.items, strict=True)
    for (fallback, words), run in groupby(rows, key=lambda row: (row[1].fallback, row[1].else_at)):
        together = list(run)
        for box, item in together:
            _item(box, item)
        if fallback:
            those = f" for these {len(together)}" if len(together) > 1 else ""
            line(f"else{those}: {words} ({fallback})", indent=7, style="dim")
    source = f" · {seen(stop.as_of)} · {stop.source}" if stop.source else ""
    line(f"{stop.why}{source}", indent=3, style="dim")


def _item(box: str, item: StopItem) -> None:
    words = f"  {item.zh} ({item.pinyin})" if item.zh else ""
    asked = f"  ask the price ({item.quote} of {item.quotes})" if item.quotes > 1 else ""
    price = f"  {item.price:g} yuan each" if item.price is not None else ""
    line(f"[{box}] {item.quantity} × {item.text}{words}{price}{asked}", indent=3)


def _left_out(title: str, items: tuple[LeftOut, ...]) -> None:
    for item in items:
        words = f" Ask for: {item.zh} ({item.pinyin})" if item.zh else ""
        line(f"{title}: {item.item}. {item.why}{words}", style="warn")
