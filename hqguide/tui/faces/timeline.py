"""The walk as rows: when, where, what to buy with its Chinese words, and the way in between."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from hqguide.tui.faces.names import bare
from hqguide.tui.look import Look
from hqguide.tui.runs import EMPTY, Line, Run, cut, ink, wrap
from hqguide.tui.widgets.chooser import Row

if TYPE_CHECKING:
    from hqguide.route.itinerary import Itinerary, LeftOut, Leg, Stop, StopItem

CLOCK = 7
STATE_INKS = {"bought": "good", "not found": "warn", "closed": "warn"}


def spell_seconds(seconds: float, look: Look) -> str:
    """A duration in minutes, or in hours and minutes from an hour on."""
    minutes = round(seconds / 60)
    if minutes < 60:
        return look.say("minutes", n=minutes)
    return look.say("hours minutes", h=minutes // 60, m=minutes % 60)


def overview(walk: "Itinerary", look: Look, improving: bool = False) -> list[Run]:
    """The walk in one line: stops, time, metres, money, and what it saves; that better is looked for."""
    stops = len(walk.stops)
    parts = [
        look.say("stop") if stops == 1 else look.say("stops", n=stops),
        spell_seconds(walk.total.seconds, look),
        look.say("walked", n=round(walk.total.metres)),
    ]
    if walk.total.cost:
        parts.append(look.say("cost", cost=walk.total.cost))
    runs = [ink(look.dot.join(parts), "title")]
    saved = (walk.nearest_first_seconds or 0) - walk.total.seconds
    if saved >= 60:
        runs.append(ink(look.dot + look.say("saves", n=spell_seconds(saved, look)), "good"))
    if improving:
        runs.append(ink(look.dot + look.say("improving") + look.more, "dim"))
    elif walk.proven:
        runs.append(ink(look.dot + look.say("proven"), "dim"))
    return runs


def walk_rows(walk: "Itinerary", states: Mapping[str, str], look: Look) -> Iterator[Row]:
    """The timeline. Rows of items can be chosen; their key is ``stop:place in the stop``.

    ``states`` holds by that key what is known of an item that is not simply wanted.
    """
    yield from _remarks("changes", tuple(f"{change}." for change in walk.changes), "warn", look)
    yield _text(
        "start",
        [
            ink(f"{walk.depart:<{CLOCK}}", "gold"),
            ink(f"{look.say('start')}  ", "faint"),
            ink(walk.start, "title"),
            ink(f"  {walk.date}", "dim"),
        ],
    )
    for number, stop in enumerate(walk.stops, 1):
        if number <= len(walk.legs):
            yield _leg(f"leg{number}", walk.legs[number - 1], look)
        yield _stop(number, stop, look)
        for index, item in enumerate(stop.items):
            key = f"{number}:{index}"
            yield _item(key, item, states.get(key, "wanted"), look)
    if len(walk.legs) > len(walk.stops):
        yield _leg("last leg", walk.legs[-1], look)
        yield _text(
            "end",
            [(" " * CLOCK, ""), ink(f"{look.say('end')}  ", "faint"), ink(walk.legs[-1].target, "title")],
        )
    if not walk.stops:
        yield _text("none", [ink(look.say("no stops"), "warn")])
    yield from _left_out("unplaced", walk.unplaced, look)
    yield from _left_out("dropped", walk.dropped, look)
    yield from _remarks("warnings", walk.warnings, "warn", look)
    yield from _remarks("assumptions", walk.assumptions, "dim", look)


def _text(key: str, runs: list[Run], indent: int = CLOCK, before: int = 0) -> Row:
    return Row(key, lambda width: [EMPTY] * before + wrap(runs, width, indent), choosable=False)


def _leg(key: str, leg: "Leg", look: Look) -> Row:
    facts = look.dot.join(
        [
            *([leg.how] if leg.how else []),
            spell_seconds(leg.seconds, look),
            look.say("walked", n=round(leg.metres)),
        ]
    )
    runs = [(" " * CLOCK, ""), (f"{look.walk} ", "faint"), ink(facts, "faint")]

    def draw(width: int) -> list[Line]:
        first, *rest = wrap(runs, width, CLOCK + 2)
        bar: list[Run] = [(" " * CLOCK, ""), (f"{look.walk} ", "faint")]
        return [first, *((*bar, *_without_indent(line)) for line in rest)]

    return Row(key, draw, choosable=False)


def _without_indent(line: Line) -> Line:
    """A wrapped line without the blanks it starts with."""
    first, *rest = line
    kept = first[0].lstrip(" ")
    return ((kept, first[1]), *rest) if kept else tuple(rest)


def _stop(number: int, stop: "Stop", look: Look) -> Row:
    runs = [
        ink(f"{stop.arrive:<{CLOCK}}", "gold.bold"),
        ink(f"{number} ", "gold.bold"),
        ink(bare(stop.building_name) or stop.place, "title"),
    ]
    runs += [ink(f" {stop.floor}", "gold")] if stop.floor else []
    runs += [ink(f" {stop.counter}", "gold.bold")] if stop.counter else []
    runs += [ink(look.dot + stop.name, "")] if stop.name else []
    wait = [ink(look.dot + look.say("wait", n=round(stop.wait / 60)), "warn")] if stop.wait >= 60 else []
    why = [
        (" " * CLOCK, ""),
        ink(f"  {stop.arrive}-{stop.leave}", "dim"),
        *wait,
        ink(look.dot + (stop.as_of or look.say("undated")), "dim"),
        ink(look.dot + stop.why if stop.why else "", "faint"),
    ]
    return Row(
        f"stop{number}",
        lambda width: [*wrap(runs, width, CLOCK + 2), cut(why, width, look.more)],
        choosable=False,
    )


def _item(key: str, item: "StopItem", state: str, look: Look) -> Row:
    wanted = state == "wanted"
    runs: list[Run] = [
        (" " * (CLOCK - 2), ""),
        ink(look.box(state), "gold" if wanted else STATE_INKS[state]),
        ink(f" {item.quantity}x ", "gold" if wanted else "faint"),
        ink(item.text, "title" if wanted else "dim"),
    ]
    if not wanted:
        runs.append(ink(f" {look.say(f'state {state}')}", STATE_INKS[state]))
    if item.zh:
        runs += [("   ", ""), ink(item.zh, "han"), ink(f" {item.pinyin}", "dim")]
    if item.quotes > 1:
        runs.append(ink(look.dot + look.say("quote", n=item.quote, of=item.quotes), "gold"))
    if item.fallback:
        runs.append(ink(look.dot + look.say("fallback", place=item.else_at or item.fallback), "faint"))
    return Row(key, lambda width: wrap(runs, width, CLOCK + 2))


def _left_out(title: str, items: "tuple[LeftOut, ...]", look: Look) -> Iterator[Row]:
    if items:
        yield _text(title, [ink(look.say(title), "warn")], before=1)
    for index, one in enumerate(items):
        runs = [(" " * CLOCK, ""), ink(one.item, "title"), ink(f"  {one.why}", "dim")]
        if one.zh:
            runs += [("  ", ""), ink(one.zh, "han"), ink(f" {one.pinyin}", "dim")]
        yield _text(f"{title}{index}", runs, CLOCK + 2)


def _remarks(title: str, lines: tuple[str, ...], style: str, look: Look) -> Iterator[Row]:
    if lines:
        yield _text(title, [ink(look.say(title), "faint")], before=1)
    for index, line in enumerate(lines):
        yield _text(f"{title}{index}", [(" " * CLOCK, ""), ink(line, style)], CLOCK + 2)
