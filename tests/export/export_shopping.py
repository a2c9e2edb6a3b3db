"""Synthetic shopping lists for the export tests."""

from pathlib import Path

from hqguide.errors import GuideError
from hqguide.export.shopping import Shopping, shopping_of
from hqguide.market.model import Building, Floor, Name, Stall, Status
from hqguide.market.pack import Manifest, Market
from hqguide.notebook.item import ListItem, checked
from hqguide.route.itinerary import Item, Offer

HALL = Building(
    "synthetic-hall",
    Name("合成电子城", "Synthetic Hall (test only)"),
    "hall",
    Status("open"),
    floors=tuple(Floor(level, f"{level}F") for level in range(1, 6)),
)
STALLS = (
    Stall("synthetic-1", "counter", (), "synthetic-hall", 1, "3100", Name("样品电子")),
    Stall("synthetic-2", "counter", (), "synthetic-hall", 2, "3101"),
)
MARKET = Market(Path("synthetic"), Manifest(1, "synthetic", "0", "2026-11-23"), (HALL,), STALLS, {})


def offer(number: int) -> Offer:
    """The ``number``-th synthetic place that may sell a thing."""
    return Offer(
        place=f"synthetic-hall/{number + 1}F/{3100 + number}",
        weight=1 - number / 10,
        as_of="2013-04-14" if number else None,
        why="sign reads 贴片电容",
        confidence="medium",
        source="synthetic-source",
    )


def shopping() -> Shopping:
    """A tidy list with a line in every state; the last has no place on record."""
    lines = (
        ListItem(1, "0.1 uF 0603 capacitor", 100, 1.5),
        ListItem(2, "USB-C connector", 20, note="for the lamp", state="bought"),
        ListItem(5, "nickel strip 8 mm", state="not found"),
    )
    items = (
        Item("0.1 uF 0603 capacitor", 100, "贴片电容", "tiēpiàn diànróng", tuple(map(offer, range(5)))),
        Item("USB-C connector", 20, "USB-C母座", "USB-C mǔzuò", (offer(0),)),
        Item("nickel strip 8 mm", 1),
    )
    return shopping_of(MARKET, "shopping", lines, items)


def shopping_filled(text: str) -> Shopping:
    """A list in which every text is ``text``, as far as a list takes it."""
    line = ListItem(1, text if " ".join(text.split()) else "x", 2, 1.0, text)
    try:
        line = checked(line)
    except GuideError:
        line = ListItem(1, "x")
    place = Offer(text, 1.0, text, text, text, text)
    return shopping_of(MARKET, text, (line,), (Item(text, 2, text, text, (place,)),))
