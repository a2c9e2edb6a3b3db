"""Marks of the SVG map: chosen places, numbered stops, metro stations, halls. Names come after all marks."""

from collections.abc import Sequence

from hqguide.map.halls import Hall
from hqguide.map.marks import Mark, Pin
from hqguide.map.page import Spot
from hqguide.map.sheet import Sheet
from hqguide.map.svg_style import ACCENT, METRO
from hqguide.map.svg_text import number, safe
from hqguide.market.district import Station

PIN, RING, DOT, STATION, HALL = 7.0, 7.0, 4.0, 5.5, 2.4
DIGIT = 3.2


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
        if spot and hall.building.id not in marked and sheet.try_keep(spot, HALL):
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


def _dot(hall: Hall, x: float, y: float) -> str:
    place = f'cx="{number(x)}" cy="{number(y)}" r="{number(HALL)}"'
    if hall.style == "hall.closed":
        left, top, right, bottom = (number(value) for value in (x - HALL, y - HALL, x + HALL, y + HALL))
        d = f"M{left} {top}L{right} {bottom}M{left} {bottom}L{right} {top}"
        return f'<path stroke="currentColor" opacity=".7" d="{d}"/>'
    if hall.unsure:
        return f'<circle fill="none" stroke="currentColor" stroke-dasharray="1.4 1" opacity=".8" {place}/>'
    return f'<circle fill="currentColor" opacity=".8" {place}/>'
