"""A digitised floor plan as SVG: shapes, fixtures, the wanted counter and the way to it."""

from collections.abc import Sequence
from typing import NamedTuple

from hqguide.map.boxes import Box, Boxes, beside
from hqguide.map.fill import middle
from hqguide.map.fixtures import called, fixtures
from hqguide.map.furniture import SCALES
from hqguide.map.look import Look
from hqguide.map.page import WIDTH
from hqguide.map.planview import Point, box_of
from hqguide.map.shapes import Shape, shapes
from hqguide.map.svg_page import STRONG_CELL
from hqguide.map.svg_style import ACCENT
from hqguide.map.svg_text import number, safe, track, words
from hqguide.map.wording import say
from hqguide.market.floorplan import FloorPlan
from hqguide.text import cells, plain

MARGIN, CELL, TALL, DISC, DOT = 14.0, 5.0, 11.0, 5.0, 1.6
LONGEST_BAR, STRIP = 90.0, 14.0
_FILL = 'fill="currentColor" stroke="currentColor"'
LOOKS = {
    "zone": f'{_FILL} fill-opacity=".05" stroke-opacity=".5" stroke-dasharray="4 3"',
    "block": f'{_FILL} fill-opacity=".08" stroke-opacity=".6"',
    "counter": f'{_FILL} fill-opacity=".05" stroke-opacity=".5" stroke-width=".7"',
    "void": 'fill="none" stroke="currentColor" stroke-opacity=".5" stroke-dasharray="1 3"',
    "room": f'{_FILL} fill-opacity=".18" stroke-opacity=".3"',
    "outside": f'{_FILL} fill-opacity=".1" stroke-opacity=".3"',
}
_STRONG = f'class="accent-line" stroke="{ACCENT}"'


class Sheet(NamedTuple):
    """A plan on the page: units of the page a plan unit, and where the plan's corner lies."""

    look: Look
    plan: FloorPlan
    scale: float
    left: float
    top: float
    boxes: Boxes

    def spot(self, point: Point) -> Point:
        """A point of the plan on the page."""
        return self.left + point[0] * self.scale, self.top + point[1] * self.scale

    def spots(self, points: Sequence[Point]) -> list[Point]:
        """Points of the plan on the page."""
        return [self.spot(point) for point in points]


def plan_markup(seen: Look, plan: FloorPlan, top: float) -> tuple[list[str], float]:
    """The plan from ``top`` down: its markup, and where it ends."""
    base = shapes(plan)
    left, high, right, low = box_of(base.points or ((0.0, 0.0), (100.0, 100.0)))
    scale = (WIDTH - 2 * MARGIN) / max(right - left, 1)
    tall = max(low - high, 1) * scale + 2 * MARGIN
    boxes = Boxes(WIDTH, top + tall)
    boxes.take(Box(0, 0, WIDTH, top))
    sheet = Sheet(seen, plan, scale, MARGIN - left * scale, top + MARGIN - high * scale, boxes)
    out = [*_ground(sheet, base.shapes, base.outline), *_way(sheet)]
    out += [
        *_fixtures(sheet),
        *_streets(sheet),
        *_recorded(sheet, base.shapes),
        *_wanted(sheet),
        *_names(sheet, base.shapes),
        *_scale(sheet, top + tall),
    ]
    return out, top + tall + (STRIP if plan.scale else 0)


def _ground(sheet: Sheet, all_shapes: Sequence[Shape], outline: Sequence[Point]) -> list[str]:
    """One path for each kind of shape, large ones below."""
    out = []
    for kind, look in LOOKS.items():
        d = "".join(track(sheet.spots(shape.poly), closed=True) for shape in all_shapes if shape.kind == kind)
        if d:
            out.append(f'<path {look} d="{d}"/>')
    lanes = [poly for fixture in fixtures(sheet.plan) for poly in fixture.polys]
    d = "".join(track(sheet.spots(poly), closed=True) for poly in lanes)
    out.append(f'<path fill="none" stroke="currentColor" stroke-opacity=".7" d="{d}"/>' if d else "")
    if outline:
        d = track(sheet.spots(outline), closed=True)
        out.append(f'<path fill="none" stroke="currentColor" stroke-width="2" d="{d}"/>')
    for zone in sheet.look.found.zones:
        d = track(sheet.spots(zone.poly), closed=True)
        out.append(f'<path {_STRONG} fill="{ACCENT}" fill-opacity=".12" stroke-width="2" d="{d}"/>')
    return out


def _streets(sheet: Sheet) -> list[str]:
    """The streets beside the building with their names."""
    out = []
    for line in sheet.plan.streets:
        if line.name:
            look = 'fill="none" stroke="currentColor" stroke-opacity=".2" stroke-width="4"'
            out.append(f'<path {look} d="{track(sheet.spots(line.points))}"/>')
            out += _beside(sheet, sheet.spot(line.points[0]), line.name, "street", CELL, gap=3)
    return out


def _way(sheet: Sheet) -> list[str]:
    way = sheet.look.way
    if way is None:
        return []
    look = f'{_STRONG} fill="none" stroke-width="2.4" stroke-dasharray="0.1 5" stroke-linecap="round"'
    return [f'<path {look} d="{track(sheet.spots(way.points))}"/>']


def _fixtures(sheet: Sheet) -> list[str]:
    """A letter in a disc for each, the start of the way strong and named."""
    out: list[str] = []
    way = sheet.look.way
    for fixture in sorted(fixtures(sheet.plan), key=lambda one: way is None or one != way.start):
        x, y = sheet.spot(fixture.at)
        start = way is not None and fixture == way.start
        if not sheet.boxes.place((Box(x - DISC, y - DISC, x + DISC, y + DISC),)) and not start:
            continue
        ink = "on-accent" if start else "on-ink"
        fill = f'class="accent" fill="{ACCENT}"' if start else 'fill="currentColor" fill-opacity=".75"'
        place = f'cx="{number(x)}" cy="{number(y)}" r="{number(DISC)}"'
        out.append(f"<g><title>{safe(called(fixture, sheet.plan, sheet.look.language))}</title>")
        out.append(f"<circle {fill} {place}/>")
        out.append(
            f'<text class="{ink}" fill="#fff" font-size="8" x="{number(x)}" y="{number(y + 3)}" '
            f'text-anchor="middle">{fixture.glyph}</text></g>'
        )
    if way:
        who = called(way.start, sheet.plan, sheet.look.language).removeprefix("the ")
        text = f"{say('start', sheet.look.language)}: {who}"
        out += _beside(sheet, sheet.spot(way.start.at), text, "strong", STRONG_CELL)
    return out


def _wanted(sheet: Sheet) -> list[str]:
    spot, asked = sheet.look.found.spot, sheet.look.wanted
    if spot is None or asked is None:
        return []
    d = track(sheet.spots(spot.poly), closed=True)
    x, y = sheet.spot(middle(spot.poly))
    ring = f'<circle {_STRONG} fill="none" stroke-width="2" cx="{number(x)}" cy="{number(y)}" r="12"/>'
    shape = f'<path {_STRONG} fill="{ACCENT}" fill-opacity=".6" stroke-width="1.5" d="{d}"/>'
    return [shape, ring, *_beside(sheet, (x, y), asked.number, "strong", STRONG_CELL, gap=14)]


def _recorded(sheet: Sheet, all_shapes: Sequence[Shape]) -> list[str]:
    """A dot in each counter with a stall on record."""
    known = sheet.look.recorded
    spots = [sheet.spot(shape.middle) for shape in all_shapes if shape.is_on(known)]
    return [f'<circle fill="currentColor" cx="{number(x)}" cy="{number(y)}" r="{DOT}"/>' for x, y in spots]


def _names(sheet: Sheet, all_shapes: Sequence[Shape]) -> list[str]:
    """Zones first, then counters and blocks, then rooms: the longest form that fits in the shape."""
    order = {"zone": 0, "counter": 1, "block": 1}
    out = []
    for shape in sorted(all_shapes, key=lambda one: order.get(one.kind, 2)):
        left, _, right, _ = shape.box
        room = (right - left) * sheet.scale
        x, y = sheet.spot(shape.middle)
        for text in shape.words:
            wide = cells(plain(text)) * CELL
            box = Box(x - wide / 2, y - TALL / 2, x + wide / 2, y + TALL / 2)
            if wide <= room and sheet.boxes.place((box,)):
                out.append(words(x, y + 3, text, "hall" if shape.kind == "zone" else "small", "middle"))
                break
    return out


def _beside(sheet: Sheet, spot: Point, text: str, kind: str, cell: float, gap: float = DISC + 2) -> list[str]:
    """Words next to a spot, moved into the page where no side is free."""
    wide = cells(plain(text)) * cell
    box = sheet.boxes.place(beside(*spot, gap, wide, TALL))
    if box is None:
        left = min(max(spot[0] - wide / 2, 0), max(WIDTH - wide, 0))
        box = Box(left, spot[1] + gap, left + wide, spot[1] + gap + TALL)
        sheet.boxes.take(box)
    return [words(box.left, box.bottom - 3, text, kind)]


def _scale(sheet: Sheet, y: float) -> list[str]:
    """A bar of a round distance below the plan, where metres are known."""
    if sheet.plan.scale is None:
        return []
    a_metre = sheet.scale / sheet.plan.scale.metres_per_unit
    metres = max((one for one in SCALES if one * a_metre <= LONGEST_BAR), default=SCALES[0])
    end = MARGIN + metres * a_metre
    bar = f'<path fill="none" stroke="currentColor" d="M{number(MARGIN)} {number(y)}v5H{number(end)}v-5"/>'
    about = say("metres", sheet.look.language, number=metres)
    return [bar, words(end + 4, y + 6, about, "small")]
