"""Cells of a stock list as numbers and days: ``5K``, ``1.2万``, ``￥0.35/pcs``, ``2025年11月3日``."""

import re
from datetime import date

MOST_PIECES = 10_000_000_000
"""Pieces of one part a row may offer; a larger number is a slip."""
MOST_MONEY = 10_000_000.0
"""Price of one piece that is believed."""

_PIECES = r"(?:pcs?\.?|pieces?|ea\.?|k?pcs|个|個|只|颗|顆|片|枚|支|套|盘|卷)?"
_QUANTITY = re.compile(
    rf"[>≥~约]?\s*(?P<n>\d[\d,\s']*(?:\.\d+)?)\s*(?P<times>[kKwWmM]|千|万|萬)?\s*\+?\s*{_PIECES}\s*\+?",
    re.IGNORECASE,
)
_TIMES = {"k": 1_000, "千": 1_000, "w": 10_000, "万": 10_000, "萬": 10_000, "m": 1_000_000, "": 1}
_MONEY = re.compile(
    r"(?P<before>[^\d.\-]{0,6})(?P<n>\d[\d,\s]*(?:\.\d+)?|\.\d+)\s*(?P<after>[^\d]{0,16})", re.IGNORECASE
)
_CURRENCIES = (
    ("HKD", ("hkd", "hk$", "港币", "港元")),
    ("USD", ("usd", "us$", "$", "美元", "美金")),
    ("EUR", ("eur", "€", "欧元")),
    ("CNY", ("cny", "rmb", "¥", "￥", "元", "块", "yuan")),
)
_NO_PRICE = frozenset(
    ("", "-", "--", "询价", "面议", "电询", "tbd", "n/a", "rfq", "call", "ask", "0", "0.0", "0.00")
)
_DAY = re.compile(
    r"(?<!\d)(?P<y>20\d\d)(?P<s>[-/.年_]?)(?P<m>0[1-9]|1[0-2]|(?<=[-/.年_])[1-9])(?:[-/.月_]?)"
    r"(?P<d>0[1-9]|[12]\d|3[01]|(?<=[-/.月_])[1-9])(?!\d)"
)


def read_quantity(cell: str) -> int | None:
    """The pieces ``cell`` names; ``None`` when it is no quantity."""
    if cell.isdecimal() and cell.isascii():
        number = int(cell) if len(cell) <= 12 else MOST_PIECES + 1
        return number if number <= MOST_PIECES else None
    found = _QUANTITY.fullmatch(cell)
    if not found:
        return None
    times = _TIMES[(found["times"] or "").lower()]
    count = round(float(re.sub(r"[,\s']", "", found["n"])[:20]) * times)
    return count if count <= MOST_PIECES else None


def read_price(cell: str) -> float | None:
    """The price of one piece ``cell`` names; ``None`` when it is no price."""
    try:
        price = float(cell)
    except ValueError:
        found = _MONEY.fullmatch(cell)
        if not found or not _is_money(found["before"], found["after"]):
            return None
        price = float(re.sub(r"[,\s]", "", found["n"])[:20])
    return price if 0 <= price <= MOST_MONEY else None


def _is_money(before: str, after: str) -> bool:
    """Whether what stands around a number is a currency, ``each`` or nothing."""
    left = re.sub(r"[\s/每个個只pcseah.:：]|含税|未税", "", f"{before}{after}".casefold())
    return not left or bool(read_currency(f"{before}{after}"))


def asks_price(cell: str) -> bool:
    """Whether ``cell`` says that the price must be asked for."""
    return cell.casefold() in _NO_PRICE


def read_currency(text: str) -> str:
    """The currency ``text`` names as ISO code; empty when it names none."""
    if text.isascii() and text.replace(".", "").isdecimal():
        return ""
    folded = text.casefold()
    return next((code for code, signs in _CURRENCIES if any(sign in folded for sign in signs)), "")


def read_day(text: str) -> str:
    """The first full date in ``text`` as ISO date; empty when there is none."""
    for found in _DAY.finditer(text):
        try:
            return date(int(found["y"]), int(found["m"]), int(found["d"])).isoformat()
        except ValueError:
            continue
    return ""
