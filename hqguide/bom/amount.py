"""Quantities as they are written in bills: ``10``, ``10 pcs``, ``1,000``, ``2x``, ``1.0``."""

import math
import re

from hqguide.bom.limits import MAX_QUANTITY

_PIECES = (
    r"(?:pcs?\.?|pieces?|ea\.?|each|units?|nos?\.?|stk\.?|stück|x|×|个|個|只|颗|件|片|枚|本|套|组|张|台|条|根|米|卷|包|块|шт\.?"
    r"|м|m|sets?|pairs?|kits?)"
)
_AMOUNT = re.compile(rf"[x×]?\s*(?P<n>\d[\d\s.,' ]*)\s*{_PIECES}?", re.IGNORECASE)


def read_amount(cell: str) -> tuple[int | None, str]:
    """The quantity in ``cell`` and a remark when it is odd; ``None`` when it is no quantity."""
    found = _AMOUNT.fullmatch(cell.strip())
    number = _number(found["n"].strip()) if found else None
    if number is None or number > MAX_QUANTITY:
        return None, f"{cell[:40]!r} is no quantity"
    if not number.is_integer():
        return math.ceil(number), f"the quantity {cell[:40]} is no whole number and was rounded up"
    return int(number), ""


def _number(text: str) -> float | None:
    """A number with thousands marked by comma, point, blank or apostrophe."""
    grouped = re.fullmatch(r"\d{1,3}(?:[,'\s ]\d{3})+(?:\.0+)?", text)
    if grouped:
        return float(re.sub(r"[,'\s ]", "", text))
    if re.fullmatch(r"\d{1,9}(?:[.,]\d{1,6})?", text):
        return float(text.replace(",", "."))
    return None
