"""Answers as rows of the result list, and what was understood as one line."""

from typing import TYPE_CHECKING

from hqguide.tui.faces.dates import year
from hqguide.tui.faces.names import fitting
from hqguide.tui.look import Look
from hqguide.tui.runs import Line, Run, cut, ink, pad, spread, width_of

if TYPE_CHECKING:
    from hqguide.search.answer import Answer, PlaceHit

ONE_LINE = 64
YEAR, SURE = 8, 8
CONFIDENCE_INKS = {"high": "good", "medium": "gold", "low": "warn"}


def confidence(level: str, look: Look) -> str:
    """A level of confidence as a word of the interface."""
    key = f"confidence {level}"
    return look.say(key) if level in CONFIDENCE_INKS else level


def hall_of(hit: "PlaceHit", look: Look) -> str:
    """The name of the hall, else of the place itself, else the words for an unknown hall."""
    return hit.building_name or hit.name or look.say("hall unknown")


def where(hit: "PlaceHit", look: Look) -> list[Run]:
    """Building, floor and counter of a place, the building weighing most."""
    runs = [ink(hall_of(hit, look), "title")]
    floor = hit.floor or hit.floors
    runs += [ink(f" {floor}", "gold")] if floor else []
    runs += [ink(f" {hit.counter}", "gold.bold")] if hit.counter else []
    return runs


def result_height(width: int) -> int:
    """How many lines :func:`result_lines` gives for ``width`` columns."""
    return 2 if width < ONE_LINE else 1


def result_lines(hit: "PlaceHit", width: int, look: Look, *, closed: bool = False) -> list[Line]:
    """A place as one line of columns, or as two lines where the columns have no room."""
    sure = look.say("closed") if closed else confidence(hit.confidence, look)
    style = "bad" if closed else CONFIDENCE_INKS.get(hit.confidence, "dim")
    end = (
        *pad([ink(year(hit.as_of, look, hit.as_of_estimated), "dim")], YEAR),
        *pad([ink(sure, style)], SURE),
    )
    goods = [ink(hit.sells, "dim" if closed else "")]
    if hit.name:
        goods += [ink(look.dot + hit.name, "faint")]
    if result_height(width) == 2:
        return [
            spread(_place(hit, width - width_of(end) - 1, look), end, width, look.more),
            pad(cut([("  ", ""), *goods], width, look.more), width),
        ]
    room = width - width_of(end) - 1
    place = min(max(room * 11 // 20, 30), 58)
    line = (
        *pad(_place(hit, place, look), place, look.more),
        ("  ", ""),
        *cut(goods, room - place - 2, look.more),
    )
    return [spread(line, end, width, look.more)]


def _place(hit: "PlaceHit", width: int, look: Look) -> Line:
    """The place in ``width`` columns; the building's name gives way, floor and counter never do."""
    (name, style), *rest = where(hit, look)
    room = max(width - width_of(rest), 4)
    return (*cut([(fitting(name, room, look), style)], room, look.more), *rest)


def meaning(answer: "Answer", look: Look) -> Line:
    """What the query was understood as: the best category, and the next ones in short."""
    if not answer.categories:
        return ()
    first, *others = answer.categories
    runs = [ink(look.say("understood") + " ", "faint"), ink(first.term_zh or first.name_zh, "han")]
    if first.pinyin:
        runs.append(ink(f" {first.pinyin}", "dim"))
    runs.append(ink(f" {first.term_en or first.name_en}", "title"))
    runs.append(ink(f" ({look.say('via', via=first.via)})", "faint"))
    if others:
        names = ", ".join(f"{one.name_zh} {one.name_en}" for one in others[:3])
        runs += [ink(f"{look.dot}{look.say('also')} ", "faint"), ink(names, "dim")]
    return tuple(runs)


def count(answer: "Answer", look: Look, limit: int = 0) -> str:
    """How many places answer, with a plus when only ``limit`` were asked for, and how many are closed."""
    n = len(answer.places)
    many = f"{n}+" if limit and n >= limit else n
    parts = [look.say("place") if n == 1 else look.say("places", n=many) if n else look.say("no places")]
    if answer.closed:
        parts.append(look.say("closed places", n=len(answer.closed)))
    return ", ".join(parts)
