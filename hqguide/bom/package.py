"""Packages: ``Resistor_SMD:R_0603_1608Metric`` is 0603, ``SOIC-8_3.9x4.9mm_P1.27mm`` is SOIC-8."""

import re
from functools import lru_cache

from hqguide.text import plain

_METRIC = {
    "0402": "01005",
    "0603": "0201",
    "1005": "0402",
    "1608": "0603",
    "2012": "0805",
    "3216": "1206",
    "3225": "1210",
    "4532": "1812",
    "5025": "2010",
    "6332": "2512",
}
_SIZES = "01005|0201|0402|0603|0805|1206|1210|1806|1808|1812|2010|2220|2225|2512"
_BOTH = re.compile(rf"(?<!\d)({_SIZES})[_ ]?\(?\d{{4}}\)?[_ ]?Metric", re.IGNORECASE)
_IPC = re.compile(r"(?:RES|CAP|IND|LED|DIO|FUS|BEA)[CM]?(\d{4})(?:X\d+)?[LMN]?(?![\d])", re.IGNORECASE)
_CHIP = re.compile(rf"(?:^|(?<=[_\-:/ (,])|(?<=[A-Za-z]))({_SIZES})(?![\d.])")
_IC = re.compile(
    r"(?<![A-Za-z0-9])((?:P|C|S|Q|V|L|T|H|M|W|U|X|SS|TSS|VSS|MS|HTSS|HS|SHRINK-|TF|UF|WL)?"
    r"(?:DIP|DIL|SOIC|SOP|SO|QFP|QFN|DFN|SON|BGA|CSP|LCC|LGA)"
    r"|SOT|SOD|TO|DO|SC|SIP|TSOP|TSOT|MSOP)"
    r"[-_ ]?(\d{1,4}(?:-\d{1,2}){0,2}(?:[A-Z]{1,3}(?![A-Za-z0-9]))?)(?!\d)",
    re.IGNORECASE,
)
_PITCHED = re.compile(
    r"(QFP|QFN|SOIC|SOP|SOT|BGA|SON|DFN|TSSOP|SSOP)\d{2,3}P\d{2,4}X\d{2,4}(?:X\d{1,4})?-(\d{1,4})",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?<![A-Za-z0-9])(D2?PAK\w?|TO-?\d{2,3}\w*|HC-?49\w*|SM[ABC](?:F|J)?(?![A-Za-z])|MELF|MINIMELF|POWERDI\w*)",
    re.IGNORECASE,
)
CHIP = re.compile(r"0\d{3,4}|1[28]\d\d|2[05]\d\d")
"""A size of chip resistors and capacitors."""

_IS_CRYSTAL = re.compile(r"crystal|xtal|resonator|(?<![a-z])osc|\d\s?[mk]hz|晶振|振荡器", re.IGNORECASE)
# Crystals are sold by their metric size; libraries also write it as length and width.
_CRYSTAL_SIZE = re.compile(r"(?<!\d)(1210|1612|2012|2016|2520|3215|3225|4025|5032|6035|7050)(?!\d)")
_CRYSTAL_SIDES = re.compile(r"(?<![\d.])(?:L)?([1-7])\.(\d)0?(?:x|-W)([1-7])\.(\d)0?(?!\d)", re.IGNORECASE)
_LIBRARY = re.compile(r"^[^:]{1,60}:")


@lru_cache(maxsize=1024)
def known_package(text: str) -> str:
    """The package ``text`` names in its usual spelling, empty when it names none known here."""
    text = _LIBRARY.sub("", text.strip())[:200]
    if not any(char.isalnum() for char in text):
        return ""
    both = _BOTH.search(text)
    if both:
        return both[1]
    if coded := _by_ipc_code(text):
        return coded
    if found := _CHIP.search(text):
        return found[1]
    if found := _PITCHED.search(text):
        return f"{found[1].upper()}-{found[2]}"
    if found := _IC.search(text):
        return f"{found[1].upper().rstrip('-')}-{found[2].upper()}"
    found = _NAMED.search(text)
    return found[1].upper() if found else ""


def _by_ipc_code(text: str) -> str:
    found = _IPC.search(text)
    return _METRIC.get(found[1], "") if found else ""


@lru_cache(maxsize=1024)
def crystal_package(text: str) -> str:
    """The metric size of a crystal or oscillator (``3225``) that ``text`` names, empty for anything else."""
    if not _IS_CRYSTAL.search(text):
        return ""
    if found := _CRYSTAL_SIZE.search(text):
        return found[1]
    sides = _CRYSTAL_SIDES.search(text)
    return "".join(sides.groups()) if sides else ""


def package(footprint: str) -> str:
    """The package of a footprint, or its own name without library when the package is not known."""
    return known_package(footprint) or plain(_LIBRARY.sub("", footprint.strip()))[:60]
