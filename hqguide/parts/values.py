"""Read the value of a component from text: ``4k7 0805 1%``, ``100nF X7R``, ``104``, ``01C``, ``M3x10``.

Sources: IEC 60062 for letter and digit codes (4k7, R010, 104) and for the three-character E96 code of
chip resistors (01C = 10 kohm).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from hqguide.parts.normalise import clean
from hqguide.parts.value_grammar import patterns, spelled

_PREFIX = {
    "p": 1e-12,
    "n": 1e-9,
    "u": 1e-6,
    "m": 1e-3,
    "": 1.0,
    "R": 1.0,
    "k": 1e3,
    "M": 1e6,
    "G": 1e9,
    "T": 1e12,
}
_EIA96 = {"Z": 1e-3, "Y": 1e-2, "R": 1e-2, "X": 0.1, "S": 0.1, "A": 1.0, "B": 10.0, "H": 10.0}
_EIA96 |= {"C": 100.0, "D": 1e3, "E": 1e4, "F": 1e5}
_SMALL_ONLY = {"capacitance", "inductance", "charge"}


class Quantity(msgspec.Struct, frozen=True):
    """One value found: its kind, its number in SI units (0 where it has none) and the words as written."""

    kind: str
    number: float
    text: str


class Values(msgspec.Struct, frozen=True):
    """Everything that was read as a value, and ``rest``, the words that were not.

    Numbers are SI: ohm, farad, henry, hertz, volt, ampere, watt, metre; tolerance in per cent.
    """

    quantities: tuple[Quantity, ...] = ()
    rest: str = ""

    def __bool__(self) -> bool:
        return bool(self.quantities)

    def number(self, kind: str) -> float | None:
        """The first number of a kind (``"capacitance"``), ``None`` when there is none."""
        return next((q.number for q in self.quantities if q.kind == kind), None)

    def text(self, kind: str) -> str:
        """The first words of a kind as written (``"package"`` gives ``0603``), empty when there are none."""
        return next((q.text for q in self.quantities if q.kind == kind), "")

    def has(self, kind: str) -> bool:
        """Whether a value of this kind was found."""
        return any(q.kind == kind for q in self.quantities)


@lru_cache(maxsize=1024)
def parse(text: str) -> Values:
    """Every value in ``text``. Never raises; text without a value gives empty :class:`Values`."""
    source = spelled(clean(text))
    taken: list[tuple[int, int]] = []
    found = []
    for kind, pattern in patterns(source):
        for match in pattern.finditer(source):
            start, end = match.span()
            if end == start or any(a < end and start < b for a, b in taken):
                continue
            taken.append((start, end))
            found.append((start, _quantity(kind, match)))
    found.sort(key=lambda item: item[0])
    return Values(tuple(quantity for _, quantity in found), " ".join(_left(source, taken)))


def _left(source: str, taken: list[tuple[int, int]]) -> Iterator[str]:
    """The words of ``source`` outside the taken spans."""
    at = 0
    for start, end in sorted(taken):
        yield from source[at:start].split()
        at = end
    yield from source[at:].split()


def _quantity(kind: str, match: re.Match[str]) -> Quantity:
    """What a pattern found, in SI units."""
    groups = match.groupdict()
    text = groups.get("t") or match.group().strip()
    digits = groups.get("n") or groups.get("n2") or "0"
    prefix = groups.get("p") or ""
    if kind == "eia96":
        return Quantity("resistance", round(10 ** ((int(digits) - 1) / 96) * 100) * _EIA96[prefix], text)
    if kind == "code":
        return Quantity(kind, float(int(digits[:2]) * 10 ** int(digits[2])), text)
    if kind == "tolerance":
        return Quantity(kind, float(digits) / (1e4 if text.lower().endswith("ppm") else 1.0), text)
    if groups.get("d"):
        digits = f"{digits}.{groups['d']}"
    if "/" in digits:
        above, below = digits.split("/")
        number = int(above) / (int(below) or 1)
    else:
        number = float(digits)
    return Quantity(kind, number * _scale(kind, prefix), text)


def _scale(kind: str, prefix: str) -> float:
    """The factor of a unit prefix; capital P, N, U are read as small in BOMs, K as k."""
    if kind == "millimetre":
        return 1e-3
    if kind == "inch":
        return 0.0254
    if prefix in ("K", "P", "N", "U", "r", "g", "t"):
        prefix = prefix.swapcase()
    if prefix == "M" and kind in _SMALL_ONLY:
        prefix = "m"
    return _PREFIX[prefix]
