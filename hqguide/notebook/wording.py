"""What a list accepts: names, texts, quantities and prices checked on the way in."""

import math
import re
import unicodedata

from hqguide.errors import GuideError
from hqguide.text import plain

MAX_NAME = 40
MAX_TEXT = 200
MAX_NOTE = 500
MAX_QUANTITY = 1_000_000
MAX_PRICE = 10_000_000
MAX_PRIORITY = 3

# 10mΩ and 10MΩ are different parts; 5mm and 5MM, 8mhz and 8MHz are not.
_MEGA = re.compile(r"(?<=\d)(\s?)M(?!(?i:m|hz))")


def clean_name(name: str) -> str:
    """``name`` of a list, stripped: 1 to 40 printable characters, else a :class:`GuideError`."""
    name = unicodedata.normalize("NFC", name.strip())
    if not 1 <= len(name) <= MAX_NAME or not name.isprintable():
        raise GuideError(
            f"{shown(name)} is no name for a list", hint=f"Use 1 to {MAX_NAME} printable characters."
        )
    return name


def clean_text(text: str) -> str:
    """What to buy, on one line without surplus blanks: 1 to 200 characters, else a :class:`GuideError`."""
    return _clean(text, 1, MAX_TEXT, "what to buy")


def clean_note(note: str) -> str:
    """A note on one line, at most 500 characters, else a :class:`GuideError`."""
    return _clean(note, 0, MAX_NOTE, "a note")


def clean_quantity(quantity: int) -> int:
    """``quantity`` in pieces, a whole number from 1 to 1 000 000, else a :class:`GuideError`."""
    if type(quantity) is not int or not 1 <= quantity <= MAX_QUANTITY:
        raise GuideError(f"{quantity} is no quantity", hint=f"Use a whole number from 1 to {MAX_QUANTITY:,}.")
    return quantity


def clean_price(price: float | None) -> float | None:
    """``price`` in yuan each, above 0 and finite, else a :class:`GuideError`; ``None`` is none."""
    if price is None:
        return None
    if not math.isfinite(price) or not 0 < price <= MAX_PRICE:
        raise GuideError(f"{price} is no price", hint=f"Use yuan each, above 0, at most {MAX_PRICE:,}.")
    return float(price)


def clean_priority(priority: int) -> int:
    """``priority``, a whole number from 0 to 3, else a :class:`GuideError`."""
    if type(priority) is not int or not 0 <= priority <= MAX_PRIORITY:
        raise GuideError(f"{priority} is no priority", hint=f"Use a whole number from 0 to {MAX_PRIORITY}.")
    return priority


def join_notes(old: str, new: str) -> str:
    """``old`` with ``new`` behind it, unless it says so already."""
    if not old or not new or new in old.split("; "):
        return old or new
    return clean_note(f"{old}; {new}")


def same_key(text: str) -> str:
    """Equal for texts that mean the same line: case and width of characters aside, milli and mega apart."""
    text = unicodedata.normalize("NFKC", text)
    if "M" in text:
        text = _MEGA.sub(r"\1mega", text)
    return text.casefold()


def shown(text: str) -> str:
    """``text`` quoted for an error message: safe to print, shortened."""
    text = plain(text)
    return f"'{text}'" if len(text) <= MAX_NAME else f"'{text[: MAX_NAME - 1]}…'"


def _clean(text: str, shortest: int, longest: int, what: str) -> str:
    text = " ".join(plain(text).split())
    if not shortest <= len(text) <= longest:
        raise GuideError(
            f"{what} has {len(text)} characters", hint=f"Use {shortest} to {longest} characters on one line."
        )
    return text
