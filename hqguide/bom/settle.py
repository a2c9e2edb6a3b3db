"""Puts what a line states where it belongs: a value written as a part number, a shop's number as a value."""

import re

from msgspec import structs

from hqguide.bom.designators import prefix
from hqguide.bom.model import BomLine
from hqguide.bom.passives import nominal
from hqguide.parts.foreign_words import latin_units
from hqguide.parts.sorts import SORTS

_PASSIVE = {"resistor": "R", "capacitor": "C", "inductor": "L"}
_SYMBOL_NAME = re.compile(
    r"[RCL]|CP1?|(?:R|C|CP1?|L|D|FB|LED|FERRITE_BEAD)_(?:US|SMALL(?:_US)?|POLARI[SZ]ED(?:_SMALL)?|CORE_\w+|ALT|UNPOLARI[SZ]ED)",
    re.IGNORECASE,
)
_TRANSISTOR = re.compile(r"Q_(?:(NPN|PNP)|(N|P)(?:MOS|JFET))(?:_\w+)?")
_SHOP_NUMBER = re.compile(r"C\d{4,8}")
_ORDER_NUMBER = re.compile(r"\d{1,4}-(?P<own>[A-Z0-9][\w./+-]{5,30}?)(?:CT|TR|DKR)?(?:-ND)?")
_SPECIFICATION = re.compile(
    r"[~<>≈]?\d[\d.,]*\s?(?:[pnuµμmkKM]|[mMkK]?(?:ohms?|Ω|OHM)|[pnuµμm]?[FH]\b)|0[2468]\d\d\s+\S"
)
_PLAIN_VALUE = re.compile(r"[~<>≈]?\d[\d.,]*\s?(?:[pnuµμmkKMR]?(?:ohms?|Ω|F|H)?|Ohms?)\d{0,2}", re.IGNORECASE)


def settled(line: BomLine) -> BomLine:
    """``line`` with units in Latin letters, and value and part number in their places."""
    value, mpn, supplier = latin_units(line.value), latin_units(line.mpn), line.supplier_part
    if _SYMBOL_NAME.fullmatch(value):
        value = ""
    if symbol := _TRANSISTOR.fullmatch(value):
        value = f"{symbol[1]} transistor" if symbol[1] else f"{symbol[2]}-channel MOSFET"
    if line.refs and _SHOP_NUMBER.fullmatch(value):
        value, supplier = "", supplier or value
    description, extra = latin_units(line.description), latin_units(line.extra)
    if mpn and _is_specification(mpn, line):
        if _states_value(value, line):
            extra = f"{extra}; {mpn}".removeprefix("; ")
        else:
            description = f"{value} {description}".strip()
            value = mpn
        mpn = ""
    if not mpn and (ordered := _ORDER_NUMBER.fullmatch(value or supplier)) and _is_number(ordered["own"]):
        supplier, mpn, value = supplier or value, ordered["own"], ""  # Digi-Key and Mouser wrap the maker's.
    return structs.replace(
        line, value=value, mpn=mpn, supplier_part=supplier, description=description, extra=extra
    )


def _is_number(text: str) -> bool:
    """Whether a text has the letters and digits of a maker's number, and is no value."""
    return sum(map(str.isalpha, text)) > 1 and sum(map(str.isdigit, text)) > 1 and text[0].isalpha()


def _sort(line: BomLine) -> str:
    sort = SORTS.get(prefix(line.refs[0])) if line.refs else None
    return _PASSIVE.get(sort.word, "") if sort else ""


def _is_specification(mpn: str, line: BomLine) -> bool:
    """Whether a text in the place of a part number is a value with ratings: ``0603 100nF X7R 16V``."""
    looks_so = (" " in mpn and _SPECIFICATION.match(mpn)) or (
        _PLAIN_VALUE.fullmatch(mpn) and not mpn.isdigit()
    )
    return bool(looks_so) and _states_value(mpn, line)


def _states_value(text: str, line: BomLine) -> bool:
    sort = _sort(line)
    return bool(text and sort and nominal(sort, text))
