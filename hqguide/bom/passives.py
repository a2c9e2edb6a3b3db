"""Values of resistors, capacitors and inductors in one spelling: ``0.1u``, ``100n`` and ``104`` meet.

A designator says the unit that a bare number lacks: 120 is 120 ohm beside R7 and 12 pF (IEC 60062) or 120 pF
beside C7, which is a doubt and is said so.
"""

import re
from collections.abc import Mapping

import msgspec

from hqguide.parts.values import Values, parse

_E24 = frozenset(
    f"{n}"
    for n in (10, 11, 12, 13, 15, 16, 18, 20, 22, 24, 27, 30, 33, 36, 39, 43, 47, 51, 56, 62, 68, 75, 82, 91)
)
_BARE = re.compile(r"\d{1,7}(?:[.,]\d{1,4})?|\.\d{1,4}")
_SMALL = re.compile(r"(?<=\d)\s?([UNP])(?=[\dF\s/,;(_-]|$)")
_COMMA = re.compile(r"(?<=\d),(?=\d)")
_NO_HENRY = re.compile(r"(?<=\d)\s?([munpUN])(?![A-Za-z0-9%])")
_INFIX_HENRY = re.compile(r"(?<![\w.])(\d{1,3})([unpm])(\d{1,2})(?!\w)")
_LONE_OHM = re.compile(r"(?<=\d)\s?(?:E|Ω|Ohms?|OHMS?|r)(?![A-Za-z0-9])")
_INFIX_E = re.compile(r"(?<![\w.])(\d{1,3})E(\d{1,2})(?![\w.])")
_BIG_K = re.compile(r"(?<=\d)\s?(?:Kohms?|KOhms?|KOHMS?|Kohm|kΩ|KΩ)")
_SIZE_FIRST = re.compile(r"^((?:01005|0[2468]0[1235]|1206|1210|1812|2010|2512)(?:\s?SMD)?)[\s,/]+(\S.*)$")
_STARTS = re.compile(r"(?:[^\d_]{0,40}[\s:=])?[<>~±≈]?\s?(?:\d|\.\d|R\d)")
_UNSURE = re.compile(r"(?<=[\dkKMR])\?")
_WHAT: Mapping[str, tuple[str, str]] = {
    "R": ("resistance", "ohm"),
    "C": ("capacitance", "F"),
    "L": ("inductance", "H"),
}
_STEPS = ((1e9, "G"), (1e6, "M"), (1e3, "k"), (1.0, ""), (1e-3, "m"), (1e-6, "u"), (1e-9, "n"), (1e-12, "p"))
_GOOD_CODE = re.compile(r"[1-9]\d[1-7]")
_CODE4 = re.compile(r"[1-9]\d\d[1-4]")


class Nominal(msgspec.Struct, frozen=True):
    """The value of a passive part: number in SI units, one spelling for all equal ones, all else it says."""

    number: float
    text: str
    values: Values
    doubt: str = ""


def nominal(sort: str, value: str, extra: str = "") -> Nominal | None:
    """What ``value`` means for a resistor (``R``), capacitor (``C``) or coil (``L``); ``None``: nothing."""
    kind, unit = _WHAT[sort]
    source = _UNSURE.sub("", _COMMA.sub(".", value)).strip()
    source = _SIZE_FIRST.sub(r"\2", source)
    if not _STARTS.match(source):
        return None
    all_values = parse(_spelled(sort, f"{source} {extra}".strip()))
    source = re.sub(r"^[^\d.]{3,40}[\s:=](?=\.?\d)", "", source)
    head = re.split(r"[\s/;(|]+|(?<=\d)_", source, maxsplit=1)[0]
    if _BARE.fullmatch(head) and not _unit_follows(source[len(head) :]):
        number, doubt = _bare(sort, head)
        return Nominal(number, spell(number, unit), all_values, doubt)
    own = parse(_spelled(sort, source)).number(kind)
    said = own if own is not None else all_values.number(kind)
    return None if said is None else Nominal(said, spell(said, unit), all_values)


def _unit_follows(rest: str) -> bool:
    """Whether a unit stands behind a blank: ``100 nF``, ``10 k``."""
    return re.match(
        r"\s+(?:[pnuµμmkKMUN]?(?:[FfHh]|[oO][hH][mM][sS]?|Ω|R)?)(?![A-Za-z0-9])", rest
    ) is not None and bool(rest.strip())


def _spelled(sort: str, text: str) -> str:
    """Capital U, N and P are small in values; a bare prefix beside a coil is of henry, E is ohm."""
    text = _SMALL.sub(lambda found: found[1].lower(), text)
    if sort == "R":
        return _INFIX_E.sub(r"\1R\2", _LONE_OHM.sub("R", _BIG_K.sub("k", text)))
    if sort == "C":
        return text
    return _NO_HENRY.sub(lambda found: f"{found[1].lower()}H", _INFIX_HENRY.sub(r"\1.\3\2H", text))


def _bare(sort: str, digits: str) -> tuple[float, str]:
    """A number without a unit, and the doubt about it."""
    number = float(digits)
    if sort == "R":
        return _bare_ohms(digits, number)
    if sort == "L":
        if _GOOD_CODE.fullmatch(digits) and digits[:2] in _E24:
            return int(digits[:2]) * 10 ** int(digits[2]) * 1e-6, f"{digits} is read as a code in microhenry"
        return number * 1e-6, f"{digits} has no unit: microhenry taken"
    if _GOOD_CODE.fullmatch(digits):
        return int(digits[:2]) * 10 ** int(digits[2]) * 1e-12, ""
    if "." in digits or number < 1:
        return number * 1e-6, f"{digits} has no unit: microfarad taken"
    return number * 1e-12, f"{digits} has no unit: picofarad taken"


def _bare_ohms(digits: str, number: float) -> tuple[float, str]:
    if _GOOD_CODE.fullmatch(digits) and digits[:2] in _E24:
        ohms = int(digits[:2]) * 10.0 ** int(digits[2])
        return ohms, f"{digits} is read as the code of {spell(ohms, 'ohm')}, not as {digits} ohm"
    if _CODE4.fullmatch(digits) and digits[3] != "0" and number > 1000:
        ohms = int(digits[:3]) * 10.0 ** int(digits[3])
        return ohms, f"{digits} is read as the code of {spell(ohms, 'ohm')}, not as {digits} ohm"
    return number, ""


def spell(number: float, unit: str) -> str:
    """A number in the spelling of bills: 100nF, 4.7k, 120R, 10uH."""
    if number == 0:
        return "0R" if unit == "ohm" else f"0{unit}"
    if unit == "ohm" and 1e-3 < number < 1:
        return f"{number:.4g}R"
    for step, letter in _STEPS:
        if number >= step * 0.99999:
            shown = f"{number / step:.4g}"
            if unit == "ohm":
                return f"{shown}{letter or 'R'}" if letter != "m" else f"{shown}mR"
            # 0.1 F and above are supercapacitors; 1000 uF is how an electrolytic is called.
            if unit == "F" and letter == "m" and number < 0.02:
                return f"{number * 1e6:.6g}uF"
            return f"{shown}{letter}{unit}"
    return f"{number:.4g}{unit}"
