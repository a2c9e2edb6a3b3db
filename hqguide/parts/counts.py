"""How many of the goods are wanted: ``100 pcs``, ``qty 5``, ``十个``, ``5 usb plugs``.

It says nothing of what they are.
"""

import re

_COUNT = re.compile(
    r"(?<![\w.,/-])\d{1,6}(?:,\d{3})?\s?(?:pcs|pieces?|units?|ea|pc(?=\s*(?:$|[,;)]|of\b)))\b"
    r"|\b(?:qty|quantity)[\s:.]*\d{1,6}\b"
    # What it may cost.
    r"|\b(?:(?:under|below|about|around|max|over|less than|up to|at most)\s)?[$€£¥]?\d{1,6}(?:\.\d\d)?\s?"
    r"(?:yuan|rmb|cny|kuai|dollars?|usd|hkd|euros?|eur|bucks|pounds|quid)\b"
    r"|\d{1,6}\s?(?:块钱|块|元钱|元|蚊)(?:以内|以下|左右|一个|一条)?"
    r"|数量[\s:]*\d{1,6}"
    # A measure word that goes on is part of a name: 51单片机, 5件套, 第三只手.
    r"|(?<![\w.])\d{1,6}\s?[个只颗片粒枚条根件支](?![机板式装套])"
    r"|(?<![第单])[一二两三四五六七八九十百千万]{1,4}[个只颗粒枚](?![机板式装套])",
    re.IGNORECASE,
)

_UNITS = (
    "v|a|w|mm|cm|m|k|r|g|p|n|u|pin|pins|way|ways|pos|position|ohm|ohms|kohm|inch|in|uf|nf|pf|uh|mh|nh|hz|khz|mhz|ghz|awg|bit|"
    "bits|x|ma|mah|volt|volts|watt|amp|amps|channel|ch|segment|digit|port|core|conductor|degree|lead|针|芯|位|寸|欧|路|英寸|"
    "phase|axis|layer|layers|turn|turns|wire|wires|colou?r|cell|cells|stage|speed|band|key|slot|gang|pole|throw|line|row|rows"
)
# A bare number before words counts them, unless a unit follows that makes it part of the name.
_BARE = re.compile(rf"(?P<n>\d{{1,3}})\s+(?!(?:{_UNITS})\b)(?P<t>\S.*)", re.IGNORECASE)
_CHIPS = frozenset(("317", "337", "555", "556", "741", "386", "358", "324", "393", "603", "805", "402"))
# A comma between two digits is a decimal one.
_NEXT_WISH = re.compile(r"\s*(?:[;，；、]|,(?=\s)|(?<!\d),)\s*(?=\d{1,6}\s?(?:[xX×*个個只颗片]|\s|pcs))")


def bare_count(text: str) -> tuple[int, str] | None:
    """The unmarked count ``text`` begins with, and the rest: ``5 usb plugs``; ``None`` for ``555 timer``."""
    found = _BARE.fullmatch(text)
    if found and int(found["n"]) and found["n"] not in _CHIPS and any(char.isalpha() for char in found["t"]):
        return int(found["n"]), found["t"]
    return None


def wishes_in(row: str) -> list[str]:
    """The pieces of ``row`` cut at commas before which and after which something is counted."""
    return _NEXT_WISH.split(row)


def without_counts(text: str) -> str:
    """A cleaned text without its quantities."""
    return _COUNT.sub(" ", text).strip()
