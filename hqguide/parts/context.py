"""What stands beside a text in a bill of materials, and what it makes of the text's meanings.

``10k`` is a potentiometer beside RV1, ``red`` a light-emitting diode beside D3, ``VBUS`` a connector
beside J2. Text, designator, footprint, symbol, description and maker each vote for categories.
"""

import re
from collections.abc import Callable, Sequence

import msgspec

from hqguide.parts.beside import Context
from hqguide.parts.footprints import of_footprint, of_library, through_hole
from hqguide.parts.language import Language
from hqguide.parts.meaning import Meaning
from hqguide.parts.reading import Via
from hqguide.parts.sorts import SORTS, Sort, sort_of
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
_LONGEST_REF = 4
# Letters of the sort that a footprint alone tells, where there is no designator or one of the maker's own.
_BY_FOOTPRINT = (
    ("passive.pot", "RV"),
    ("passive.chipres", "R"),
    ("passive.resistor", "R"),
    ("passive.mlcc", "C"),
    ("passive.elcap", "C"),
    ("passive.film", "C"),
    ("passive.inductor", "L"),
    ("passive.crystal", "Y"),
    ("opto.led", "LED"),
)
_LETTERS = re.compile(r"\s*([A-Za-z]+(?:_[A-Za-z]+)*)")
_COLOURS = re.compile(
    r"(?:(?:bright|super|pure|warm|cool|ultra) )?"
    r"(?:red|green|blue|yellow|white|orange|amber|pink|purple|uv|rgbw?"
    r"|[红绿蓝黄白橙紫粉]色?)(?:[ /,+&-]+(?:red|green|blue|yellow|white))*(?: leds?|灯)?",
    re.IGNORECASE,
)
_SIZE = re.compile(r"[\s_/-]*\b(?:smd|0[2468]0[1235]|1206|1210|[35]mm)\b[\s_/-]*", re.IGNORECASE)
# Words for kinds of capacitors in a description.
_CAPACITORS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (category, re.compile(words, re.IGNORECASE))
    for category, words in (
        ("passive.tantalum", r"\btant|钽"),
        ("passive.elcap", r"electrolyt|\belko|alumin(?:i)?um|polymer|电解|固态"),
        ("passive.film", r"\bfilm\b|polyester|polypropylene|薄膜"),
    )
)
# The letters under which values are looked up, by the sort of part.
_VALUED = {
    "resistor": "R",
    "capacitor": "C",
    "inductor": "L",
    "potentiometer": "RV",
    "fuse": "F",
    "crystal": "Y",
}
# A part number of a known kind says what it is; letters and package only what it may be.
_NUMBERED: tuple[Via, ...] = ("part number", "part family")
_SURE, _BESIDE_A_NUMBER, _ELSEWHERE = 0.85, 0.5, 0.3
# Words that name a thing outright, whatever letters stand before it; a connector is called by what it serves.
_OUTRIGHT, _SERVES = 0.95, "connector"
# What KiCad and Eagle call any connector, whatever its footprint makes of it.
_ANY_CONNECTOR = re.compile(r"CONN(?:ECTOR)?[_ -]?\d+(?:X\d+)?(?:[_ ].*)?", re.IGNORECASE)
# Numbers that old logic, memory and timers are called by on a drawing.
_OLD_CHIPS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ic.logic", re.compile(r"(?:4[05]\d\d|14[05]\d\d|74\d{2,3}|55[56])[A-Z]{0,2}")),
    ("ic.memory", re.compile(r"(?:27|28|29)C?\d{2,4}|61\d\d|62\d{2,4}|41\d\d\d?|93C?\d\d|24C?\d\d")),
    ("ic.power", re.compile(r"7[89][LM]?\d\d")),
)
# Letters that name two sorts of part, told apart by the kind of value beside them.
_OTHER_SORTS = (("X", "frequency", "Y"), ("K", "voltage", "RELAY"))
# A sign for a whole group of goods is one for each of it that something else tells of.
_OF_ITS_GROUP = 0.5
_RAIL = ("U", "voltage", "ic.power")


def in_context(
    text: str, alone: Sequence[Meaning], context: Context, read: Read, language: Language
) -> tuple[Meaning, ...]:
    """The meanings of ``text`` beside ``context``, best first, unlikely ones included.

    ``alone`` are those of the text by itself; ``read`` understands the description and the maker.
    """
    described = read(context.description)
    name = _by_value(_letters(text, context), text)
    # One word may be the name of a net: "Power" beside a light-emitting diode.
    said_so = (alone, described) if " " in text.strip() else (described,)
    sort = _sort(name, alone, said_so, context)
    settled = bool(alone) and (sort is None or alone[0].category in sort.categories)
    beside = _BESIDE_A_NUMBER if settled and (_is_numbered(alone) or _is_outright(alone)) else 1.0
    votes: Votes[Via] = Votes(sort)
    said = {meaning.category: meaning for meaning in reversed(alone)}
    for source, weight in (
        (alone, _ELSEWHERE if _ANY_CONNECTOR.fullmatch(text) and context.footprint else _TEXT),
        (described, _DESCRIPTION),
        (read(context.manufacturer), _MAKER),
    ):
        for step, meaning in enumerate(source[:3]):
            said.setdefault(meaning.category, meaning)
            votes.add(meaning.category, weight * meaning.score * (1 - _STEP * step), meaning.via)
    for step, category in enumerate(of_footprint(context.footprint)[:2]):
        votes.add(category, (_FOOTPRINT - _FOOTPRINT_STEP * step) * beside, "context")
    library = of_library(context.footprint)
    if library:
        votes.add(library, _LIBRARY * beside, "context")
    if sort:
        _by_designator(text, name, context, sort, votes, beside)
    for group, score in votes.ranked():
        for category, meaning in said.items():
            if category.startswith(f"{group}."):
                votes.add(category, score * _OF_ITS_GROUP, meaning.via)
    return tuple(
        _meaning(category, score, votes.told(category) or "context", said.get(category), language)
        for category, score in votes.ranked()
    )


def _letters(text: str, context: Context) -> str:
    """The capital letters of the designator; none where it is the beginning of the text itself."""
    if len(context.designator) > _LONGEST_REF and text.upper().startswith(context.designator.upper()):
        return ""
    found = _LETTERS.match(context.designator)
    return found[1].upper() if found else ""


def _is_numbered(meanings: Sequence[Meaning]) -> bool:
    """Whether the best meaning is a part number's."""
    return any(m.via in _NUMBERED and m.score >= _SURE for m in meanings[:1])


def _is_outright(meanings: Sequence[Meaning]) -> bool:
    """Whether plain words name a thing outright, and no whole group of goods."""
    return any(
        m.via in ("alias", "category") and m.score >= _OUTRIGHT and "." in m.category for m in meanings[:1]
    )


def _sort(
    name: str, alone: Sequence[Meaning], said_so: Sequence[Sequence[Meaning]], context: Context
) -> Sort | None:
    """The sort that letters name, unless a number or the plain words of ``said_so`` say another.

    Without letters the footprint of a passive part names it.
    """
    sort = sort_of(name)
    if sort is None:
        told = of_footprint(context.footprint)[:1]
        return next((SORTS[letters] for c, letters in _BY_FOOTPRINT if c in told), None)
    if sort.sure:
        return sort
    if _is_numbered(alone):
        return sort if alone[0].category in sort.categories else None
    if sort.word != _SERVES:
        for source in said_so:
            if _is_outright(source) and source[0].category not in sort.categories:
                return None
    return sort


def _by_value(letters: str, text: str) -> str:
    """The letters of the sort meant where two sorts share them: X beside a frequency is a crystal."""
    values = parse(text)
    others = (other for same, kind, other in _OTHER_SORTS if letters == same and values.has(kind))
    return next(others, letters)


def _by_designator(
    text: str, name: str, context: Context, sort: Sort, votes: Votes[Via], beside: float
) -> None:
    """The usual category of such a designator, and what a value, colour or supply rail says beside it."""
    values = parse(text)
    shape = _shape(text, context, sort, values)
    letter = _VALUED.get(sort.word, "")
    if letter and values and not any(c.isalpha() for c in values.rest):
        said = f"{text} {context.footprint.replace('_', ' ').replace(':', ' ')}"
        for category, weight in hints(parse(said), letter)[:3]:
            if not shape or shape == category:
                votes.add(category, _VALUE * weight, "value")
    usual = shape or sort.categories[0]
    if through_hole(context.footprint):
        usual = {"passive.chipres": "passive.resistor", "passive.mlcc": "passive.film"}.get(usual, usual)
    votes.add(usual, _DESIGNATOR * beside, "context")
    for step, leaf in enumerate(sort.categories[1:4] if usual == "con" else (), start=1):
        votes.add(leaf, (_DESIGNATOR + _LEAF - _LEAF_STEP * step) * beside, "context")
    if "opto.led" in sort.categories and _COLOURS.fullmatch(_SIZE.sub("", text).strip()):
        votes.add("opto.led", _TOLD, "value")
    if sort.word == "IC":
        for category, number in _OLD_CHIPS:
            if number.fullmatch(text.strip()):
                votes.add(category, _TOLD, "part family")
    letters, kind, category = _RAIL
    if name == letters and values.has(kind) and not values.rest:
        votes.add(category, _TOLD, "value")


def _shape(text: str, context: Context, sort: Sort, values: Values) -> str:
    """The kind of such a part that words or the footprint tell; empty when none does or it cannot be."""
    if sort.word == "capacitor":
        said = f"{text} {context.description}"
        kind = next((category for category, words in _CAPACITORS if words.search(said)), "")
        if kind:
            return kind
    shape = next(iter(of_footprint(context.footprint)), "")
    if shape == "passive.film" and (values.number("capacitance") or 0.0) >= _NO_FILM:
        return ""
    return shape if shape in sort.categories else ""


def _meaning(category: str, score: float, via: Via, said: Meaning | None, language: Language) -> Meaning:
    if said:
        return msgspec.structs.replace(said, score=score, via=via)
    name = language.by_id[category]
    return Meaning(category, score, via, name.name_en, name.said_zh)
