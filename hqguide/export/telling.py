"""What there is to say of a walk, a stop and an item on one line of plain text."""

from hqguide.export.prepare import money
from hqguide.market.model import Position
from hqguide.route.itinerary import Itinerary, LeftOut, Stop, StopItem


def title_of(walk: Itinerary) -> str:
    """``Huaqiangbei walk, 2026-11-23, 1 of 3``."""
    part = f"{walk.part} of {walk.parts}" if walk.parts else ""
    return ", ".join(filter(None, ("Huaqiangbei walk", walk.date, part)))


def hall(stop: Stop) -> str:
    """The name of the building of a stop."""
    return stop.building_name or stop.building or "hall not known"


def where(stop: Stop) -> str:
    """``3F · counter 3100 · 样品电子``, as far as known."""
    counter = f"counter {stop.counter}" if stop.counter else "counter not known"
    return " · ".join(part for part in (stop.floor or "floor not known", counter, stop.name) if part)


def wanted(item: StopItem) -> str:
    """``100 × 0.1 uF capacitor · 贴片电容 (tiēpiàn diànróng), ¥0.05 each, seller 1 of 3 to ask``."""
    price = f", {money(item.price)} each" if item.price is not None else ""
    compared = f", seller {item.quote} of {item.quotes} to ask" if item.quotes else ""
    return f"{item.quantity} × {item.text or '?'}{spoken(item.zh, item.pinyin)}{price}{compared}"


def spoken(zh: str, pinyin: str) -> str:
    """`` · 贴片电容 (tiēpiàn diànróng)``, or nothing when there are no Chinese words."""
    said = f" ({pinyin})" if pinyin else ""
    return f" · {zh}{said}" if zh else said


def evidence(stop: Stop) -> str:
    """Why the walk stops there, from when that knowledge is and where it comes from."""
    dated = f"as of {stop.as_of}" if stop.as_of else "undated"
    return "; ".join(part for part in (stop.why, dated, f"source: {stop.source or 'not given'}") if part)


def accuracy(at: Position) -> str:
    """How far the position of a hall may be off, and whose it is."""
    return f"the hall's, may be off by {at.accuracy_m:.0f} m (source: {at.source or 'not given'})"


def left_out(title: str, left: LeftOut) -> str:
    """``Ask for: nickel strip · 镍带 (niè dài): no record of where``."""
    why = f": {left.why}" if left.why else ""
    return f"{title}: {left.item or '?'}{spoken(left.zh, left.pinyin)}{why}"
