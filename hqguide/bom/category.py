"""Which category a line is, from everything it says: part number, value, wording, footprint and designator.

Each source votes; votes for the same category strengthen each other, and a designator's letters weaken what
such a part cannot be. Weights are judgements; only their order matters.
"""

import re
from collections.abc import Callable, Sequence

import msgspec

from hqguide.bom.designators import prefix
from hqguide.bom.model import BomLine
from hqguide.bom.package import CHIP, known_package
from hqguide.bom.passives import Nominal, nominal
from hqguide.parts.footprints import of_footprint, of_library, through_hole
from hqguide.parts.foreign_words import in_english
from hqguide.parts.meaning import Meaning
from hqguide.parts.sorts import SORTS, Sort, sort_of
from hqguide.parts.votes import Votes

Understand = Callable[[str], Sequence[Meaning]]
"""Meanings of a text, best first, as :func:`hqguide.parts.understand.understand` gives them."""

_PASSIVE = {"resistor": "R", "capacitor": "C", "inductor": "L"}
_BY_CATEGORY = {
    **dict.fromkeys(("passive.chipres", "passive.resistor"), "R"),
    **dict.fromkeys(("passive.mlcc", "passive.elcap", "passive.tantalum", "passive.film"), "C"),
    "passive.inductor": "L",
}
_ELECTROLYTIC = re.compile(
    r"electrolytic|elko|\bELECT?\b|polymer|\balum|电解|固态|\bCPOL|(?<!un)polari[sz]ed|\bCP\d?\b",
    re.IGNORECASE,
)
_TANTALUM = re.compile(r"tant|钽", re.IGNORECASE)
_FILM = re.compile(
    r"\bfilm|\bMK[PST]\d?\b|polyester|polypropylene|CBB|薄膜|\bX2\b|through[- ]hole|ceramic disc|瓷片",
    re.IGNORECASE,
)
_COLOUR = re.compile(
    r"(?:bright|super|pure|warm|cool|status|power|pwr)?\s?(?:red|green|blue|yellow|white|orange|amber|rgb|rgbw|pink|purple|红|绿|蓝|黄|白|红色|绿色|蓝色|黄色|白色|rot|grün|gelb|blau)"
    r"(?:\s?/\s?\w+|\s?leds?|\s?灯)?",
    re.IGNORECASE,
)
_SIZE = re.compile(r"\b(?:0[2468]0[1235]|1206|1210)\b")
_MOUNTING = re.compile(
    r"smd|smt|tht|th|pth|through[- ]?hole|dip|virtual|passives?|active|misc|other|[a-z]{1,2}", re.IGNORECASE
)
_PLAIN_WORDS = frozenset(
    word
    for text in (
        "resistor resistors res chip smd smt capacitor capacitors cap ceramic cer inductor ind thick film",
        "mlcc ohm ohms multilayer electrolytic elect tant tantalum power thin general purpose fixed metal",
        "carbon 贴片电阻 贴片电容 电阻 电容 电感",
    )
    for word in text.split()
)
# What KiCad and Eagle call any connector, whatever its footprint makes of it.
_CONNECTOR = re.compile(r"CONN(?:ECTOR)?[_ -]?\d+(?:X\d+)?(?:[_ ].*)?", re.IGNORECASE)
# KiCad calls the footprints of polarised capacitors CP_, the others C_.
_UNPOLAR = re.compile(r"(?:^|:)C_(?:Axial|Rect|Disc)")
# What a column of kinds calls a part, whatever its designator begins with.
_NAMED = {"resistor": "R", "capacitor": "C", "inductor": "L"}
_ADJUSTED = re.compile(r"pot|trim|therm|ntc|ptc|varist|ldr|电位器|热敏|压敏|fuse", re.IGNORECASE)
_SAFE = 0.97
_CHIP_WATTS = 0.13
_VIA_PART = ("part number", "part family")
_LEAST = 0.3
# A part number of a known kind says what it is; letters and package only what it may be.
_SURE, _BESIDE_A_NUMBER = 0.85, 0.5


class Found(msgspec.Struct, frozen=True):
    """A category (empty: not known), what told it, the evidence, its Chinese wording, the passive value."""

    category: str = ""
    via: str = ""
    why: str = ""
    term_zh: str = ""
    passive: str = ""
    nominal: Nominal | None = None
    passive_sort: bool = False


class _Sign(msgspec.Struct, frozen=True):
    """What a sign for a category is: what told it, the evidence, its Chinese wording."""

    via: str
    why: str
    zh: str = ""


class _Votes(Votes[_Sign]):
    """Votes for the category of a line; every sign is remembered."""

    def __init__(self, sort: Sort | None) -> None:
        super().__init__(sort)
        self.wording: dict[str, str] = {}

    def vote(self, category: str, weight: float, via: str, why: str, zh: str = "") -> None:
        """Add a sign; the Chinese wording of a weaker one stands where the strongest has none."""
        self.add(category, weight, _Sign(via, why, zh))
        if zh:
            self.wording.setdefault(category, zh)


def find_category(line: BomLine, understand: Understand) -> Found:
    """The category of a line with the evidence for it; an empty one when nothing tells."""
    letters = prefix(line.refs[0]) if line.refs else ""
    sort = _sort(letters, line)
    passive = _PASSIVE.get(sort.word, "") if sort else ""
    said = line.value or line.description
    value = nominal(passive, said, f"{line.extra} {line.description}") if passive and said else None
    misnamed = bool(sort and passive and not value) and not _fits(sort, line)
    number = _numbered(line, understand) if not value else ""
    if number and sort and not sort.sure and number not in sort.categories:
        sort, misnamed = None, False
    beside = _BESIDE_A_NUMBER if number and (sort is None or number in sort.categories) else 1.0
    votes = _Votes(None if misnamed else sort)
    if passive and value:
        _vote_passive(passive, value, line, votes)
    _vote_words(line, votes, understand, with_value=value is None)
    _vote_footprint(line, votes, beside)
    if sort:
        weight = 0.15 if misnamed else 0.42 * beside
        votes.vote(_default(sort, line), weight, "designator", f"designator {line.refs[0]}")
        if "opto.led" in sort.categories and _COLOUR.fullmatch(_SIZE.sub("", line.value).strip()):
            votes.vote("opto.led", 0.9, "value", f"a colour: {line.value}")
    category, score = next(iter(votes.ranked()), ("", 0.0))
    told = votes.told(category)
    if told is None or score < _LEAST:
        return Found(passive=passive, nominal=value)
    by_letters = bool(sort) and passive != ""
    if category not in _BY_CATEGORY:
        passive, value = "", None
    elif not passive:
        passive = _BY_CATEGORY[category]
        value = _told_value(passive, line)
    zh = told.zh or votes.wording.get(category, "")
    return Found(category, told.via, told.why, zh, passive, value, by_letters)


def _fits(sort: Sort | None, line: BomLine) -> bool:
    """Whether the footprint is none of another sort of part: a jumper may be called CT101."""
    told = of_footprint(line.footprint)
    return not told or sort is None or told[0] in sort.categories


def _told_value(passive: str, line: BomLine) -> Nominal | None:
    """The value of a part without designator; further words make it more than its value."""
    found = nominal(passive, line.value or line.description, line.extra)
    more = found.values.rest if found else ""
    return found if found and not (set(re.findall(r"[^\W\d]{3,}", more.lower())) - _PLAIN_WORDS) else None


def _numbered(line: BomLine, understand: Understand) -> str:
    """The category of a part number of a known kind in the line, empty when there is none."""
    for text in (line.mpn, line.value):
        for meaning in understand(text)[:1] if text else ():
            if meaning.via in _VIA_PART and meaning.score >= _SURE:
                return meaning.category
    return ""


def _vote_footprint(line: BomLine, votes: _Votes, beside: float) -> None:
    """The footprint, the device of Eagle, the symbol of KiCad; a value may be the name of a footprint.

    ``beside`` is how much they count: less where a part number says what it is.
    """
    device = line.description if " " not in line.description else ""
    for step, category in enumerate(of_footprint(line.footprint)[:2]):
        votes.vote(category, (0.72 - 0.12 * step) * beside, "footprint", f"footprint {line.footprint[:40]}")
    for name in (device, line.mpn, line.value.replace(" ", "_") if len(line.value) > 4 else ""):
        for category in of_footprint(name)[:1] if name else ():
            votes.vote(category, 0.5 * beside, "name", f"name {name[:40]}")
    library = of_library(line.kind)
    if library == "discrete.mosfet" and re.search("NPN|PNP", line.kind):
        library = "discrete.bjt"
    if library:
        votes.vote(library, 0.8 * beside, "symbol", f"symbol {line.kind[:40]}")


def _sort(letters: str, line: BomLine) -> Sort | None:
    """The sort the letters of the designator name; ``Rfb1`` and ``C_out`` begin like R and C."""
    found = sort_of(letters)
    named = SORTS.get(_NAMED.get(in_english(line.kind).strip().lower().removesuffix("s"), ""))
    if found and named and not _ADJUSTED.search(f"{line.value} {line.description} {line.mpn}"):
        return named
    if found or not letters:
        return found
    begins = letters[0]
    if begins in "RC" and line.value and nominal(begins, line.value):
        return SORTS[begins]
    return next((SORTS[letters[:n]] for n in (4, 3) if letters[:n] in SORTS), None)


def _default(sort: Sort, line: BomLine) -> str:
    usual = sort.categories[0]
    if usual == "passive.chipres" and through_hole(line.footprint):
        return "passive.resistor"
    if usual == "passive.mlcc" and through_hole(line.footprint):
        return "passive.film"
    return usual


def _vote_passive(sort: str, value: Nominal, line: BomLine, votes: _Votes) -> None:
    """A resistor, capacitor or coil with a value: footprint and size of the value tell the kind."""
    category = {"R": _resistor, "C": _capacitor}.get(sort, _coil)(value, line)
    votes.vote(category, 0.86, "value", f"designator {line.refs[0]}, value {value.text}")


def _coil(_value: Nominal, _line: BomLine) -> str:
    return "passive.inductor"


def _resistor(value: Nominal, line: BomLine) -> str:
    if CHIP.fullmatch(known_package(line.footprint)):
        return "passive.chipres"
    watts = value.values.number("power")
    if not line.footprint and watts and watts > _CHIP_WATTS:
        return "passive.resistor"
    return "passive.resistor" if through_hole(f"{line.footprint} {line.description}") else "passive.chipres"


def _capacitor(value: Nominal, line: BomLine) -> str:
    words = in_english(f"{line.description} {line.value} {line.kind} {line.extra} {line.remarks}")
    if _TANTALUM.search(f"{words} {line.footprint}"):
        return "passive.tantalum"
    if _ELECTROLYTIC.search(words):
        return "passive.elcap"
    told = [c for c in of_footprint(f"{line.footprint} {line.kind}") if c.startswith("passive.")]
    if of_library(line.kind) == "passive.elcap" and not CHIP.fullmatch(known_package(line.footprint)):
        told = ["passive.elcap", *told]
    if told and told[0] in ("passive.elcap", "passive.tantalum", "passive.film"):
        if told[0] == "passive.film" and value.number >= 1e-6 and not _UNPOLAR.search(line.footprint):
            return "passive.elcap"
        return told[0]
    if CHIP.fullmatch(known_package(line.footprint)):
        return "passive.mlcc"
    if value.number >= 47e-6:
        return "passive.elcap"
    if _FILM.search(words) or (through_hole(line.footprint) and value.number < 1e-6):
        return "passive.film"
    return "passive.elcap" if through_hole(line.footprint) else "passive.mlcc"


def _vote_words(line: BomLine, votes: _Votes, understand: Understand, *, with_value: bool) -> None:
    """The part number, value, description and kind as texts."""
    for meaning in understand(line.mpn)[:3] if line.mpn else ():
        if meaning.via in _VIA_PART or meaning.score >= _SAFE:
            votes.vote(
                meaning.category, meaning.score, meaning.via, f"part number {line.mpn}", meaning.term_zh
            )
    texts = [("value", line.value, 0.15 if _CONNECTOR.fullmatch(line.value) else 0.86)] if with_value else []
    kind = "" if _MOUNTING.fullmatch(line.kind) or ":" in line.kind else line.kind
    texts += [
        ("description", line.description, 0.88),
        ("kind", kind, 0.8),
        ("remark", line.remarks[:80], 0.3),
    ]
    for source, text, weight in texts:
        if len(text) < 2 or (source == "value" and text == line.mpn):
            continue
        for step, meaning in enumerate(understand(in_english(text.replace("_", " ")))[:3]):
            own = weight * meaning.score * (1 - 0.12 * step)
            if source == "value" and meaning.via == "value" and kind:
                own *= 0.7  # 8 ohm may be a resistor or a loudspeaker: the column of kinds knows.
            why = f"{source} {text[:60]!r}" if source != "value" else f"value {text[:40]!r}"
            votes.vote(meaning.category, own, meaning.via, why, meaning.term_zh)
