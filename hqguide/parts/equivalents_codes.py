"""How numberings write values: ``10K``, ``10K0``, ``1002`` for one resistance, ``33`` for 3.3 volts.

Values are kept as plain decimals of their unit (ohm, picofarad, volt), so that two spellings of one
value are equal. The codes are those of IEC 60062 (letter for the point, digits and number of zeros).
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from types import MappingProxyType

CODES: Mapping[str, str] = MappingProxyType(
    {
        "": r"[A-Z0-9]+",
        "letter": r"\d{1,3}[RKM]\d{0,2}|R\d{1,3}",
        "letter4": r"(?=[\dRKM]{4})\d{1,3}[RKM]\d{0,2}",
        "zeros4": r"\d{4}",
        "zeros3": r"\d{3}|\dR\d|R\d\d",
        "point": r"\d{1,2}\.\d{1,2}",
        "tenths": r"\d\d",
        "two": r"\d\d",
        "three": r"\d{3}",
        "digits": r"\d{2,5}",
    }
)
"""Spelling -> the expression it looks like. ``""`` is a word copied as it is."""

_SHOWN = ("size", "tolerance", "dielectric")
_COPIED = ("", "two", "three", "digits")
_STEPS = {"R": 1, "K": 1_000, "M": 1_000_000}
_TENTH = Decimal("0.1")


def read_code(code: str, text: str) -> str | None:
    """The value ``text`` says in the spelling ``code``; ``None`` when it says none."""
    if code in _COPIED:
        return text
    try:
        return plain(_READ[code](text))
    except (InvalidOperation, ValueError):
        return None


def write_code(code: str, value: str) -> str:
    """``value`` in the spelling ``code``; empty when that cannot say it."""
    if code in _COPIED:
        return value
    try:
        written = _WRITE[code](Decimal(value))
    except InvalidOperation:
        return ""
    return written if re.fullmatch(CODES[code], written) and read_code(code, written) == value else ""


def plain(number: Decimal) -> str:
    """A decimal without exponent and zeros behind the point."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _read_letter(text: str) -> Decimal:
    letter = next(char for char in text if char in _STEPS)
    return Decimal(text.replace(letter, ".").rstrip(".") or "0") * _STEPS[letter]


def _read_zeros(text: str) -> Decimal:
    if "R" in text:
        return Decimal(text.replace("R", "."))
    return Decimal(text[:-1]) * Decimal(10) ** int(text[-1])


def _write_letter(number: Decimal) -> str:
    letter = next(one for one in ("M", "K", "R") if number >= _STEPS[one] or one == "R")
    whole, _, rest = plain(number / _STEPS[letter]).partition(".")
    return f"{'' if whole == '0' and rest else whole}{letter}{rest}"


def _write_letter4(number: Decimal) -> str:
    text = _write_letter(number)
    return text + "0" * (4 - len(text))


def _write_zeros(number: Decimal, digits: int) -> str:
    """``digits`` significant figures and the number of zeros; a letter R for the point of small values."""
    if number < 10 ** (digits - 1):
        whole, _, rest = plain(number).partition(".")
        return f"{whole}R{rest or '0'}" if number >= 1 else f"R{rest:0<2}"
    zeros = max(0, len(f"{int(number)}") - digits)
    return f"{int(number) // 10**zeros}{zeros}"


def _write_tenths(number: Decimal) -> str:
    return f"{int(number / _TENTH):02d}"


_READ: Mapping[str, Callable[[str], Decimal]] = {
    "letter": _read_letter,
    "letter4": _read_letter,
    "zeros3": _read_zeros,
    "zeros4": _read_zeros,
    "point": Decimal,
    "tenths": lambda text: Decimal(text) * _TENTH,
}
_WRITE: Mapping[str, Callable[[Decimal], str]] = {
    "letter": _write_letter,
    "letter4": _write_letter4,
    "zeros3": lambda number: _write_zeros(number, 2),
    "zeros4": lambda number: _write_zeros(number, 3),
    "point": lambda number: f"{number:.1f}" if number == round(number, 1) else plain(number),
    "tenths": _write_tenths,
}


def shown(field: str, value: str) -> str:
    """A field for people: ``10 kΩ``, ``100 nF``, ``50 V``, ``±1 %``; empty for one that says no value."""
    if field == "ohms":
        return _scaled(Decimal(value), (("M", 10**6), ("k", 10**3), ("", 1)), "Ω")
    if field == "picofarads":
        return _scaled(Decimal(value), (("µ", 10**6), ("n", 10**3), ("p", 1)), "F")
    if field == "volts":
        return f"{value} V"
    return value if field in _SHOWN else ""


def _scaled(number: Decimal, steps: tuple[tuple[str, int], ...], unit: str) -> str:
    letter, step = next((one for one in steps if number >= one[1]), steps[-1])
    return f"{plain(number / step)} {letter}{unit}"
