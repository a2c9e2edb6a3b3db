"""Marks of the SVG map: chosen places, numbered stops, metro stations, halls. Names come after all marks."""

from collections.abc import Sequence

from hqguide.map.boxes import Box
from hqguide.map.halls import Hall
from hqguide.map.marks import Mark, Pin
from hqguide.map.page import Spot
from hqguide.map.shade import NAMES
from hqguide.map.sheet import Sheet
from hqguide.map.svg_style import ACCENT, METRO
from hqguide.map.svg_text import number, safe, words
from hqguide.map.wording import say
from hqguide.market.district import Station

PIN, RING, DOT, STATION, HALL = 7.0, 7.0, 4.0, 5.5, 2.4
DIGIT = 3.2
KEY_WIDTH, KEY_STEP, SHADE_STEP = 200.0, 42.0, 1.2
SHADES = (0, 0.25, 0.55, 1)


def put_marks(sheet: Sheet, marks: Sequence[Mark]) -> list[tuple[Mark, Spot]]:
    """Chosen places: a strong dot, and the dashed circle they may be off by."""
    shown = [(mark, spot) for mark in marks if (spot := sheet.spot(mark.lat, mark.lon))]
    for mark, spot in shown:
        place = f'cx="{number(spot[0])}" cy="{number(spot[1])}"'
        ring = number(max(mark.accuracy_m * sheet.page.scale, RING))
        look = f'class="accent-line" fill="none" stroke="{ACCENT}" stroke-dasharray="2 3"'
        sheet.marks.append(f'<circle {look} {place} r="{ring}"/>')
        sheet.marks.append(f'<circle class="accent" fill="{ACCENT}" {place} r="{number(DOT)}"/>')
        sheet.keep(spot, DOT, DOT)
    return shown


def put_pins(sheet: Sheet, pins: Sequence[Pin]) -> list[tuple[Pin, Spot]]:
    """Stops as plates with their numbers."""
    shown = [(pin, spot) for pin in pins if (spot := sheet.spot(pin.mark.lat, pin.mark.lon))]
    for pin, spot in shown:
        half = half_width(pin)
        sheet.keep(spot, half, PIN)
        sheet.marks.append(_plate(spot, (half, PIN, PIN), "accent", ACCENT, pin.numbers))
    return shown


def half_width(pin: Pin) -> float:
    """Half the width of a stop's plate."""
    return max(PIN, DIGIT * (len(pin.numbers) + 1))


def put_stations(sheet: Sheet, stations: Sequence[Station]) -> list[tuple[Station, Spot]]:
    """Metro stations as an M on a plate."""
    known = [(station, station.position) for station in stations if station.position]
    shown = [(station, spot) for station, at in known if (spot := sheet.spot(at.lat, at.lon))]
    for _, spot in shown:
        sheet.keep(spot, STATION, STATION)
        sheet.marks.append(_plate(spot, (STATION, STATION, STATION / 2), "metro", METRO, "M"))
    return shown


def put_halls(sheet: Sheet, halls: Sequence[Hall], marked: frozenset[str]) -> list[tuple[Hall, Spot]]:
    """Halls as dots, hollow when unsure, crossed when closed; not those ``marked`` nor under another mark."""
    shown = []
    for hall in halls:
        spot = sheet.spot(hall.position.lat, hall.position.lon)
        if spot and hall.building.id not in marked and sheet.try_keep(spot, dot_half(hall)):
            shown.append((hall, spot))
            sheet.marks.append(_dot(hall, *spot))
    return shown


def _plate(spot: Spot, shape: tuple[float, float, float], kind: str, colour: str, text: str) -> str:
    """A rounded box round ``spot`` with white words; ``shape`` is half width, half height, corner."""
    (x, y), (half, tall, corner) = spot, shape
    return (
        f'<rect class="{kind}" fill="{colour}" x="{number(x - half)}" y="{number(y - tall)}" '
        f'width="{number(2 * half)}" height="{number(2 * tall)}" rx="{number(corner)}"/>'
        f'<text class="on-accent" fill="#fff" x="{number(x)}" y="{number(y + 3.4)}" '
        f'text-anchor="middle">{safe(text)}</text>'
    )


def shade_key(sheet: Sheet) -> None:
    """The dots of much, some and little evidence with their meaning, at the lower left of the map."""
    y, x = sheet.page.height - HALL * 3, HALL * 4
    sheet.boxes.take(Box(0, y - 8, KEY_WIDTH, sheet.page.height))
    sheet.names.append(words(HALL, y + 3, f"{say('evidence', sheet.language)}:", "small"))
    x += KEY_STEP - HALL
    for level in (3, 2, 1):
        sheet.marks.append(_shade(level, x, y))
        sheet.names.append(words(x + 3 * HALL + 2, y + 3, say(NAMES[level], sheet.language), "small"))
        x += KEY_STEP


def dot_half(hall: Hall) -> float:
    """Half the width of a hall's dot, which grows with its evidence."""
    return HALL + SHADE_STEP * int(hall.style[-1]) if hall.style.startswith("hall.shade") else HALL


def _shade(level: int, x: float, y: float, unsure: bool = False) -> str:
    size = f'cx="{number(x)}" cy="{number(y)}" r="{number(HALL + SHADE_STEP * level)}"'
    look = f'class="accent" fill="{ACCENT}" fill-opacity="{SHADES[level]}"'
    dashes = ' stroke-dasharray="1.4 1"' if unsure else ""
    return f'<circle {look} stroke="currentColor" stroke-width=".8"{dashes} {size}/>'


def _dot(hall: Hall, x: float, y: float) -> str:
    if hall.style.startswith("hall.shade"):
        return _shade(int(hall.style[-1]), x, y, hall.unsure)
    place = f'cx="{number(x)}" cy="{number(y)}" r="{number(HALL)}"'
    if hall.style == "hall.closed":
        left, top, right, bottom = (number(value) for value in (x - HALL, y - HALL, x + HALL, y + HALL))
        d = f"M{left} {top}L{right} {bottom}M{left} {bottom}L{right} {top}"
        return f'<path stroke="currentColor" opacity=".7" d="{d}"/>'
    if hall.unsure:
        return f'<circle fill="none" stroke="currentColor" stroke-dasharray="1.4 1" opacity=".8" {place}/>'
    return f'<circle fill="currentColor" opacity=".8" {place}/>'
