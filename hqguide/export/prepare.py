"""A plan made ready to be written out: safe text, measures in words, names by language."""

import datetime as dt
import hashlib
import json
import re
from typing import Any, TypeVar

import msgspec

from hqguide.route.itinerary import Itinerary
from hqguide.text import plain

T = TypeVar("T", bound=msgspec.Struct)

# Han characters with the CJK and full-width punctuation that is set with them.
_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+")
_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]")


def clean(value: T) -> T:
    """The same plan or other struct with every text in it on one line, single-spaced and plain."""
    return msgspec.convert(_clean(msgspec.to_builtins(value)), type(value))


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(plain(value).split())
    if isinstance(value, dict):
        return {key: _clean(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(inner) for inner in value]
    return value


def plan_key(itinerary: Itinerary) -> str:
    """16 hex digits that stay the same while the date, the stops and what to buy there stay the same."""
    walk = [itinerary.date]
    for stop in itinerary.stops:
        walk.append(stop.place)
        walk.extend(f"{item.quantity} {item.text}" for item in stop.items)
    walk.extend(left.item for left in (*itinerary.unplaced, *itinerary.dropped))
    return hashlib.sha256(json.dumps(walk).encode()).hexdigest()[:16]


def count_items(itinerary: Itinerary) -> int:
    """Lines of the shopping list in the plan, those without a place and those left out included."""
    placed = sum(len(stop.items) for stop in itinerary.stops)
    return placed + len(itinerary.unplaced) + len(itinerary.dropped)


def duration(seconds: float) -> str:
    """``1 h 05 min``, ``12 min`` or ``40 s``."""
    if seconds < 60:
        return f"{max(0, round(seconds))} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes:02d} min" if hours else f"{minutes} min"


def distance(metres: float) -> str:
    """``850 m`` below a kilometre, else ``1.9 km``."""
    whole = max(0, round(metres))
    return f"{whole} m" if whole < 1000 else f"{metres / 1000:.1f} km"


def money(yuan: float) -> str:
    """``¥120`` or ``¥1,234.50``."""
    return f"¥{yuan:,.2f}".removesuffix(".00")


def day_of(date: str) -> dt.date | None:
    """The day an ISO date names; ``None`` when ``date`` is none."""
    try:
        return dt.date.fromisoformat(date)
    except ValueError:
        return None


def weekday(date: str) -> int | None:
    """0 for Monday to 6 for Sunday; ``None`` when ``date`` is not an ISO date."""
    day = day_of(date)
    return day.weekday() if day else None


def split_name(name: str) -> tuple[str, str]:
    """The Chinese and the other part of a ``华强广场 Huaqiang Plaza`` name; either may be empty."""
    first, _, rest = name.partition(" ")
    if _HAN.search(first):
        return first, rest
    return "", name


def short_name(name: str) -> str:
    """The Chinese part of a name, else the other, without what stands in brackets."""
    return _ASIDE.sub("", split_name(name)[0] or name).strip()


def han_runs(text: str) -> list[tuple[str, bool]]:
    """``text`` cut into runs, each with whether it is Chinese, so that the right glyphs can be asked for."""
    runs = []
    end = 0
    for match in _HAN.finditer(text):
        if match.start() > end:
            runs.append((text[end : match.start()], False))
        runs.append((match.group(), True))
        end = match.end()
    if end < len(text):
        runs.append((text[end:], False))
    return runs
