"""A floor in words: title, the counter asked for, the way to it, date and limits of the plan."""

from collections.abc import Iterator

from hqguide.map.bars import Bar
from hqguide.map.fixtures import GLYPHS, fixtures
from hqguide.map.goods import goods_words, sold_words
from hqguide.map.look import Look
from hqguide.map.names import Tongue, hall_words
from hqguide.map.shapes import shapes
from hqguide.map.wanted import Wanted, beside, neighbours
from hqguide.map.way import way_words
from hqguide.map.wording import say
from hqguide.market.floorplan import FloorPlan
from hqguide.market.model import Building, Stall, floor_label

NORTH = {"north": "^", "east": "<", "south": "v", "west": ">", "unknown": "?"}
MOST_GOODS = 3


def head(look: Look) -> tuple[Bar, ...]:
    """The rows above a floor: which floor, which counter, the way to it."""
    direction = look.plan.up.direction if look.plan else "unknown"
    north = say("north-sign", look.language, sign=NORTH[direction]) if look.plan else ""
    name = " ".join(hall_words(look.building, look.language)[0])
    here = f"{name} {floor_label(look.level)}"
    floor = look.building.floor(look.level)
    sold = sold_words(floor, look.language) if floor else ""
    own = f"floor:{look.building.id}/{floor_label(look.level)}"
    return (Bar(f"{here}: {sold}" if sold else here, "title", north, own), *_problems(look), *_wanted(look))


def foot(look: Look) -> tuple[Bar, ...]:
    """The rows below a floor: what the drawing rests on and how far it may be off."""
    if look.plan:
        return (Bar(plan_words(look.plan, look.language), "attribution"),)
    words = say("schematic-chosen" if look.other else "schematic", look.language)
    if look.other and look.other.block:
        words = f"{words}; {say('other-block', look.language, block=look.other.block)}"
    return (Bar(words, "warning"),)


def legend(plan: FloorPlan, recorded: bool, language: Tongue) -> Bar:
    """The letters on ``plan`` with their meaning."""
    kinds = {fixture.kind for fixture in fixtures(plan)}
    pairs = [(glyph, say(kind, language)) for kind, glyph in GLYPHS.items() if kind in kinds]
    if recorded:
        pairs.append(("o", say("record", language)))
    return Bar(", ".join(f"{glyph} {words}" for glyph, words in pairs), "scale")


def plan_words(plan: FloorPlan, language: Tongue) -> str:
    """Date and source of a plan, how far its lines may be off, and what is known of its scale."""
    if plan.scale:
        metres = max(round(plan.accuracy.units * plan.scale.metres_per_unit, 1), 0.1)
        off = say("metres", language, number=f"{metres:g}")
        scale = say("plan-scale", language, confidence=say(plan.scale.confidence, language))
    else:
        off = say("units", language, number=f"{plan.accuracy.units:g}")
        scale = say("plan-no-scale", language)
    words = say("plan", language, date=plan.as_of, source=plan.source, off=off)
    caveat = f"; {plan.accuracy.caveat}" if plan.accuracy.caveat else ""
    return f"{words}; {scale}{caveat}"


def stall_words(stall: Stall, language: Tongue) -> str:
    """Name, goods and year of a stall on record."""
    name = str(stall.name) if stall.name else ""
    claims = sorted(stall.claims, key=lambda claim: claim.as_of or "", reverse=True)
    goods = [goods_words(goods, language) for claim in claims for goods in claim.goods]
    years = [str(claim.year) for claim in claims if claim.year]
    parts = (
        name,
        ", ".join(dict.fromkeys(goods[:MOST_GOODS])),
        years[0] if years else say("undated", language),
    )
    return "; ".join(part for part in parts if part)


def _problems(look: Look) -> Iterator[Bar]:
    known = [floor.label for floor in look.building.floors]
    label = floor_label(look.level) if look.level else str(look.level)
    if label not in known and not look.plan:
        floors = ", ".join(known) or say("none", look.language)
        yield Bar(say("unknown-floor", look.language, floor=label, floors=floors), "warning")
    if look.plan:
        base = shapes(look.plan)
        if not base.outline:
            yield Bar(say("no-outline", look.language), "warning")
        if base.broken:
            yield Bar(say("bad-shapes", look.language, count=base.broken), "warning")
        if base.crossed:
            yield Bar(say("crossed-shapes", look.language, count=base.crossed), "warning")


def _wanted(look: Look) -> Iterator[Bar]:
    asked, language = look.wanted, look.language
    if asked is None:
        return
    if not asked.known and not look.found.spot:
        yield Bar(_nowhere(look.building, asked, language), "warning")
        return
    names = [stall_words(stall, language) for stall in asked.stalls] or [say("no-stall", language)]
    words = say("wanted", language, number=asked.number, name=names[0])
    yield Bar(f"* {words}", "label.mark", thing=asked.thing)
    way = way_words(look.plan, None, look.found.spot, language) if look.plan else ""
    if way:
        yield Bar(way, "path", thing="way")
    elif look.plan and look.found.spot:
        yield Bar(say("no-start", language), "warning")
    where = "; ".join(_where(look, asked))
    if where:
        yield Bar(where, "warning", thing=asked.thing)


def _where(look: Look, asked: Wanted) -> Iterator[str]:
    language, spot = look.language, look.found.spot
    reading = asked.reading
    if spot:
        if not spot.exact:
            blocks = look.plan.blocks if look.plan else ()
            order = next((block.order for block in blocks if block.poly == spot.poly and block.order), None)
            yield say("in-block-order" if order else "in-block", language, order=order)
        if spot.doubtful:
            yield say("doubtful", language)
        near = beside(shapes(look.plan), spot, asked.number) if look.plan else ()
        if near:
            yield say("beside", language, numbers=", ".join(near))
        return
    if reading and reading.level not in (None, look.level):
        here, there = floor_label(look.level), floor_label(reading.level or 0)
        yield say("other-floor", language, floor=there, here=here)
        return
    if look.plan:
        yield say("not-on-plan" if shapes(look.plan).has_numbers else "blank-plan", language)
    if look.found.zones:
        zones = ", ".join(zone.words[1] for zone in look.found.zones)
        yield say("in-zones", language, zones=zones)
    if reading and reading.words():
        yield say("reads", language, reading=reading_words(asked, language))
    near = neighbours(asked, look.stalls)
    if near:
        yield say("neighbours", language, numbers=", ".join(near))
    if look.plan:
        yield say("no-way", language, number=asked.number)


def reading_words(asked: Wanted, language: Tongue) -> str:
    """How the numbering reads a counter: building, floor, zone, number."""
    reading = asked.reading
    if reading is None:
        return ""
    if language != "zh":
        return reading.words()
    parts = (
        f"{reading.block}号楼" if reading.block else "",
        floor_label(reading.level) if reading.level else "",
        f"{reading.zone}区" if reading.zone else "",
        f"{reading.serial}号" if reading.serial else "",
    )
    return " ".join(part for part in parts if part)


def _nowhere(building: Building, asked: Wanted, language: Tongue) -> str:
    examples = ", ".join(rule.example for rule in building.counter_rules)
    key = "nowhere" if examples else "no-rule"
    return say(key, language, number=asked.number, examples=examples)
