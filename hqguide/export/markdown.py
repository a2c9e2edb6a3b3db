"""A plan as Markdown (CommonMark with task lists) that reads well raw and rendered."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from hqguide.export.prepare import clean, count_items, distance, duration, money, weekday
from hqguide.route.itinerary import Itinerary, LeftOut, Leg, Stop, StopItem

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Characters that can open or close emphasis, code, links, HTML, tables, mathematics or a heading.
_INLINE = re.compile(r"[\\`*_\[\]<>~|$#@]|&(?=#?\w+;)|:(?=//)|(?<=www)\.", re.IGNORECASE)
# A list marker, a rule or a heading underline at the start of a block.
_BLOCK = re.compile(r"^(?:(\d+)([.)])(?=\s|$)|()([-+=]))")


def escape(text: str) -> str:
    """``text`` (one line) with a backslash before whatever Markdown could read as structure."""
    return _BLOCK.sub(r"\1\3\\\2\4", _INLINE.sub(r"\\\g<0>", text))


def to_markdown(itinerary: Itinerary) -> str:
    """The plan as one Markdown document, ending in a newline. No datum in it can become structure."""
    walk = clean(itinerary)
    lines = [*_header(walk), *_notes("Mind", walk.warnings)]
    for number, (stop, leg) in enumerate(zip_longest(walk.stops, walk.legs), 1):
        if stop is not None:
            lines += _stop(number, stop, leg)
        elif leg is not None:
            lines += ["## To the end", "", _way(leg), ""]
    lines += _left_out("Ask for these (no known place)", walk.unplaced)
    lines += _left_out("Left out", walk.dropped)
    lines += _notes("Assumed", walk.assumptions)
    return "\n".join(lines).rstrip("\n") + "\n"


def _header(walk: Itinerary) -> Iterator[str]:
    day = weekday(walk.date)
    yield "# Huaqiangbei walk" + (f", {escape(walk.date)}" if walk.date else "")
    yield ""
    if day is not None:
        yield f"- Day: {_DAYS[day]}"
    yield f"- Start: {escape(walk.start) or 'not given'}, {escape(walk.depart) or 'any time'}"
    yield f"- List: {count_items(walk)} items, {len(walk.stops)} stops"
    yield f"- Walk: {duration(walk.total.seconds)}, {distance(walk.total.metres)} on foot"
    if walk.total.cost:
        yield f"- Cost: {money(walk.total.cost)}, counting only target prices on the list"
    if walk.nearest_first_seconds is not None:
        yield f"- Going to the nearest counter each time: {duration(walk.nearest_first_seconds)}"
    if walk.proven:
        yield "- No better choice of places and order exists under the assumptions below (proved)."
    yield ""


def _stop(number: int, stop: Stop, leg: Leg | None) -> Iterator[str]:
    yield f"## {number}. {escape(stop.building_name or stop.building)}"
    yield ""
    counter = f"counter {escape(stop.counter)}" if stop.counter else "counter not known"
    where = [escape(stop.floor) if stop.floor else "floor not known", counter]
    if stop.name:
        where.append(escape(stop.name))
    yield f"Where: **{' · '.join(where)}**"
    yield ""
    yield f"When: {escape(stop.arrive)} to {escape(stop.leave)}"
    yield ""
    if leg is not None:
        yield _way(leg)
        yield ""
    for item in stop.items:
        yield from _item(item)
    if stop.items:
        yield ""
    dated = f"as of {escape(stop.as_of)}" if stop.as_of else "undated"
    yield "Evidence: " + "; ".join(
        part for part in (escape(stop.why), dated, f"source: {escape(stop.source) or 'not given'}") if part
    )
    yield ""


def _way(leg: Leg) -> str:
    figures = f"{distance(leg.metres)}, {duration(leg.seconds)}"
    return f"Way: {escape(leg.how)} ({figures})" if leg.how else f"Way: {figures}"


def _item(item: StopItem) -> Iterator[str]:
    yield f"- [ ] {item.quantity} × **{escape(item.text) or '?'}** {_spoken(item.zh, item.pinyin)}".rstrip()
    if item.fallback:
        yield f"  - If not here: {escape(item.else_at or item.fallback)}"


def _spoken(zh: str, pinyin: str) -> str:
    said = f" ({escape(pinyin)})" if pinyin else ""
    return f"· {escape(zh)}{said}" if zh or pinyin else ""


def _left_out(title: str, items: tuple[LeftOut, ...]) -> Iterator[str]:
    if items:
        yield f"## {title}"
        yield ""
        for left in items:
            words = _spoken(left.zh, left.pinyin)
            yield f"- [ ] {left.quantity} × **{escape(left.item) or '?'}** {words}".rstrip()
            if left.why:
                yield f"  - {escape(left.why)}"
        yield ""


def _notes(title: str, notes: tuple[str, ...]) -> Iterator[str]:
    if notes:
        yield f"## {title}"
        yield ""
        yield from (f"- {escape(note)}" for note in notes)
        yield ""
