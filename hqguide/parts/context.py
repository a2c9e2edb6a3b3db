"""What stands beside a text in a bill of materials, and what it makes of the text's meanings.

``10k`` is a potentiometer beside RV1, ``red`` a light-emitting diode beside D3, ``VBUS`` a connector
beside J2. Text, designator, footprint, symbol, description and maker each vote for categories.
"""

import re
from collections.abc import Callable, Sequence

import msgspec

from hqguide.parts.footprints import of_footprint, of_library, through_hole
from hqguide.parts.language import Language
from hqguide.parts.meaning import Meaning
from hqguide.parts.model import Record
from hqguide.parts.reading import Via
from hqguide.parts.sorts import Sort, sort_of
from hqguide.parts.value_hints import hints
from hqguide.parts.values import Values, parse
from hqguide.parts.votes import Votes

Read = Callable[[str], Sequence[Meaning]]
"""Meanings of a text alone, best first."""

_TEXT, _DESCRIPTION, _MAKER, _STEP = 0.86, 0.84, 0.3, 0.12
_FOOTPRINT, _FOOTPRINT_STEP, _LIBRARY = 0.72, 0.12, 0.8
_VALUE, _DESIGNATOR, _TOLD = 0.86, 0.62, 0.9
# From this capacitance on, in farad, what stands on two wires is an electrolytic.
_NO_FILM = 1e-6
# A connector is of one of a few usual kinds: these before their group.
_LEAF, _LEAF_STEP = 0.02, 0.01
_LETTERS = re.compile(r"\s*([A-Za-z]+)")
_COLOURS = re.compile(
    r"(?:(?:bright|super|pure|warm|cool|ultra) )?"
    r"(?:red|green|blue|yellow|white|orange|amber|pink|purple|uv|rgbw?"
    r"|[红绿蓝黄白橙紫粉]色?)(?:[ /,+&-]+(?:red|green|blue|yellow|white))*(?: leds?|灯)?",
    re.IGNORECASE,
)
_SIZE = re.compile(r"[\s_/-]*\b(?:smd|0[2468]0[1235]|1206|1210|[35]mm)\b[\s_/-]*", re.IGNORECASE)
# The letters under which values are looked up, by the sort of part.
_VALUED = {
    "resistor": "R",
    "capacitor": "C",
    "inductor": "L",
    "potentiometer": "RV",
    "fuse": "F",
    "crystal": "Y",
}
# Letters that name two sorts of part, told apart by the kind of value beside them.
_OTHER_SORTS = (("X", "frequency", "Y"), ("K", "voltage", "RELAY"))
_RAIL = ("U", "voltage", "ic.power")


class Context(Record, frozen=True):
    """The other columns of the line a text stands in; empty ones are not known."""

    designator: str = ""
    footprint: str = ""
    description: str = ""
    manufacturer: str = ""

    def __bool__(self) -> bool:
        return any((self.designator, self.footprint, self.description, self.manufacturer))


def in_context(
    text: str, alone: Sequence[Meaning], context: Context, read: Read, language: Language
) -> tuple[Meaning, ...]:
    """The meanings of ``text`` beside ``context``, best first, unlikely ones included.

    ``alone`` are those of the text by itself; ``read`` understands the description and the maker.
    """
    letters = _LETTERS.match(context.designator)
    name = _by_value(letters[1].upper() if letters else "", text)
    sort = sort_of(name)
    votes: Votes[Via] = Votes(sort)
    said = {meaning.category: meaning for meaning in reversed(alone)}
    for source, weight in (
        (alone, _TEXT),
        (read(context.description), _DESCRIPTION),
        (read(context.manufacturer), _MAKER),
    ):
        for step, meaning in enumerate(source[:3]):
            said.setdefault(meaning.category, meaning)
            votes.add(meaning.category, weight * meaning.score * (1 - _STEP * step), meaning.via)
    for step, category in enumerate(of_footprint(context.footprint)[:2]):
        votes.add(category, _FOOTPRINT - _FOOTPRINT_STEP * step, "context")
    library = of_library(context.footprint)
    if library:
        votes.add(library, _LIBRARY, "context")
    if sort:
        _by_designator(text, name, context, sort, votes)
    return tuple(
        _meaning(category, score, votes.told(category) or "context", said.get(category), language)
        for category, score in votes.ranked()
    )


def _by_value(letters: str, text: str) -> str:
    """The letters of the sort meant where two sorts share them: X beside a frequency is a crystal."""
    values = parse(text)
    others = (other for same, kind, other in _OTHER_SORTS if letters == same and values.has(kind))
    return next(others, letters)


def _by_designator(text: str, name: str, context: Context, sort: Sort, votes: Votes[Via]) -> None:
    """The usual category of such a designator, and what a value, colour or supply rail says beside it."""
    values = parse(text)
    shape = _shape(context, sort, values)
    letter = _VALUED.get(sort.word, "")
    if letter and values and not any(c.isalpha() for c in values.rest):
        said = f"{text} {context.footprint.replace('_', ' ').replace(':', ' ')}"
        for category, weight in hints(parse(said), letter)[:3]:
            if not shape or shape == category:
                votes.add(category, _VALUE * weight, "value")
    usual = shape or sort.categories[0]
    if through_hole(context.footprint):
        usual = {"passive.chipres": "passive.resistor", "passive.mlcc": "passive.film"}.get(usual, usual)
    votes.add(usual, _DESIGNATOR, "context")
    for step, leaf in enumerate(sort.categories[1:4] if usual == "con" else (), start=1):
        votes.add(leaf, _DESIGNATOR + _LEAF - _LEAF_STEP * step, "context")
    if "opto.led" in sort.categories and _COLOURS.fullmatch(_SIZE.sub("", text).strip()):
        votes.add("opto.led", _TOLD, "value")
    letters, kind, category = _RAIL
    if name == letters and values.has(kind) and not values.rest:
        votes.add(category, _TOLD, "value")


def _shape(context: Context, sort: Sort, values: Values) -> str:
    """The kind of such a part that the footprint tells; empty when it tells none or cannot be right."""
    shape = next(iter(of_footprint(context.footprint)), "")
    if shape == "passive.film" and (values.number("capacitance") or 0.0) >= _NO_FILM:
        return ""
    return shape if shape in sort.categories else ""


def _meaning(category: str, score: float, via: Via, said: Meaning | None, language: Language) -> Meaning:
    if said:
        return msgspec.structs.replace(said, score=score, via=via)
    name = language.by_id[category]
    return Meaning(category, score, via, name.name_en, name.said_zh)
