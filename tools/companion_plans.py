"""Digitised floor plans of the research notes as pack records: one set of lists, no polygon lost.

The notes use a key of their own for many things (``core_lifts``, ``kiosk``, ``shops_along_walls``);
here each becomes a kind in one of the lists of :class:`FloorPlan`. What the notes say in words is
said again in the tables below.
"""

import re
from typing import Any, get_args

from hqguide.market.floorplan import (
    Accuracy,
    Area,
    AreaKind,
    Block,
    BlockKind,
    Escalator,
    Exit,
    FloorPlan,
    Line,
    Link,
    PlanCounter,
    Point,
    Polygon,
    Scale,
    Up,
    Zone,
)
from hqguide.market.model import Confidence

Row = dict[str, Any]

SOURCE = "hqbs-photo"
ORIENTATION = {
    "fp-seg": "The cut corners and the turned lift core match the mapped outline of the building.",
    "fp-hew2": "Building 3 is marked at the top right, building 1 along the bottom.",
    "fp-huaqiang-plaza": "Streets are named on the map: Shennan Road at the left, Huaqiang North Road below.",
    "fp-pacific": "No compass and no street name on the plan.",
    "fp-wanshang": "The 4F sign has a compass whose arrow, taken as north, points right.",
    "fp-metro-mall": "No compass on the map.",
    "fp-jiahe": "No compass; the entrance steps are at the bottom of the poster.",
}
SCALES = {
    "fp-seg": "Mapped outline of about 70 by 81 m, drawn as a square on the sign.",
    "fp-hew2": "If the long side is the 84 m of the mapped outline.",
    "fp-pacific": "73 counters whose area in square metres is printed on the plan.",
}
ACCURACY = {
    "fp-seg-7f": Accuracy(
        2, "How many counters a coloured zone holds is a guess; most numbers are illegible."
    ),
    "fp-seg-4f": Accuracy(1, "Booth lines are faint, few numbers can be read; the core is copied from 7F."),
    "fp-seg-10f": Accuracy(2, "Slanted photograph, small text; inner rows of the south-west are outlines."),
    "fp-hew2-4f": Accuracy(0.5, "Counters are drawn without numbers."),
    "fp-huaqiang-plaza-6f": Accuracy(2, "A stylised map without outer walls; the north end lies in shadow."),
    "fp-pacific-1f": Accuracy(0.3),
    "fp-pacific-2f": Accuracy(0.3, "A joint and a reflection cover x 55 to 60 and the west side."),
    "fp-wanshang-2f": Accuracy(1, "Small sign; numbers of single counters cannot be read."),
    "fp-wanshang-4f": Accuracy(
        0.3,
        "The strip at the foot left of x 17 is outside the photograph; blurred "
        "numbers are filled in from the sequence.",
    ),
    "fp-metro-mall-b1": Accuracy(0.5, "A reflection hides blocks near x 58 to 66; there are no numbers."),
    "fp-jiahe-1f": Accuracy(1, "Poster in the background; no numbers can be read."),
    "fp-jiahe-3f": Accuracy(2, "Boxes hide the lower left third; no numbers can be read."),
}
NOTES = {
    "fp-seg-7f": "Evacuation map; its coloured areas follow the number groups 71xx to 74xx and 78xx.",
    "fp-seg-10f": "No void on this floor, counters stand there; only the south-east escalator.",
    "fp-hew2-4f": "4F of building 2 meets 3F of building 3 by one step at the north joint.",
    "fp-huaqiang-plaza-6f": "Map of the LED exchange of 2013; a 2026 map puts the LED floor on 5F.",
    "fp-pacific-1f": "Letting plan; the 1C islands are rings of counters, numbered south, east, north.",
    "fp-pacific-2f": "No number ends in 4: 204 is printed 203B, 214 is 213B, 254 is 253B.",
    "fp-wanshang-2f": "Same frame as the 4F plan.",
    "fp-metro-mall-b1": "Fire evacuation map of the underground mall.",
    "fp-jiahe-1f": "Poster of the components and LED market, ground floor.",
    "fp-jiahe-3f": "Poster of the components and LED market, third floor.",
}
AREAS: dict[str, tuple[str, AreaKind]] = {
    "voids": ("voids", "void"),
    "lightwell": ("voids", "lightwell"),
    "lifts": ("lifts", "lift"),
    "lift_core": ("lifts", "lift core"),
    "lift_lobbies": ("lifts", "lift lobby"),
    "stairs": ("stairs", "stairs"),
    "central_stair": ("stairs", "stairs"),
    "toilets": ("toilets", "toilet"),
    "rooms": ("rooms", "room"),
    "plant": ("rooms", "plant"),
    "corridors": ("rooms", "corridor"),
    "led_center_office": ("rooms", "office"),
    "canopy": ("outside", "canopy"),
    "porch": ("outside", "porch"),
    "hidden": ("hidden", "hidden"),
}
BLOCKS: dict[str, BlockKind] = {
    "blocks": "block",
    "kiosk": "kiosk",
    "kiosks": "kiosk",
    "islands": "island",
    "shops_along_walls": "shops",
}
NUMBER = re.compile(r"(\w+)(\?)?(?:-(\w+)(\?)?)?")
COUNTER = re.compile(r"([0-9A-Z]+)(\?)?(?: \((.*)\))?")
FULL_LED_NUMBER = re.compile(r"(Q\d|H\d)E\d{4}[A-C]?")


def polygon(value: list[Any]) -> Polygon:
    """A list of pairs as a polygon."""
    return tuple((float(x), float(y)) for x, y in value)


def is_polygon(value: Any) -> bool:
    """Whether ``value`` is a list of at least three points."""
    return (
        isinstance(value, list)
        and len(value) > 2
        and all(
            isinstance(p, list) and len(p) == 2 and all(isinstance(n, int | float) for n in p) for p in value
        )
    )


def shapes(value: Any) -> list[tuple[list[Any], Row]]:
    """The (polygon, record) pairs in the several forms the notes use for a list of shapes."""
    if is_polygon(value):
        return [(value, {})]
    if isinstance(value, dict):
        return [(poly, value) for poly in value.get("polys", [value.get("poly")])]
    return [(item, {}) if is_polygon(item) else (item["poly"], item) for item in value]


def count_polygons(value: Any) -> int:
    """How many polygons ``value`` holds at any depth, groups of loose points aside."""
    if is_polygon(value):
        return 1
    if isinstance(value, dict):
        return sum(count_polygons(v) for key, v in value.items() if key not in ("core_lifts", "lifts_at"))
    return sum(count_polygons(v) for v in value) if isinstance(value, list) else 0


def areas_of(row: Row) -> dict[str, tuple[Area, ...]]:
    """The lists of areas by field name."""
    found: dict[str, list[Area]] = {}
    for key, (field, kind) in AREAS.items():
        for poly, item in shapes(row.get(key, [])):
            label = item.get("label") or item.get("name") or item.get("id")
            if item.get("id") and item.get("label"):
                label = f"{item['id']}: {item['label']}"
            found.setdefault(field, []).append(Area(kind=kind, poly=polygon(poly), label=label))
    return {field: tuple(areas) for field, areas in found.items()}


def lift_cars(row: Row) -> tuple[Point, ...]:
    """Single lift cars, of the core and of the lobbies."""
    cars = [*row.get("core_lifts", [])]
    for lobby in row.get("lift_lobbies", []):
        cars += lobby["lifts"]
    return tuple((float(x), float(y)) for x, y in cars)


def number_text(text: str) -> str | None:
    """``7411-7420`` or ``7261?`` of a number as noted; ``None`` when its digits are not all there."""
    match = NUMBER.fullmatch(text.split(" ", maxsplit=1)[0])
    if match is None:
        return None
    number = match[1] if match[3] is None else f"{match[1]}-{match[3]}"
    return number + ("?" if match[2] or match[4] else "")


def block_kind(key: str, item: Row) -> BlockKind:
    """Counters and shops by the words of the note, else what the key says."""
    words = item.get("kind", "") if key == "blocks" else ""
    if "shops" in words:
        return "shops"
    return "counters" if "counters" in words else BLOCKS[key]


def blocks_of(row: Row) -> tuple[tuple[Block, ...], tuple[PlanCounter, ...]]:
    """The blocks, and the single counters noted inside them."""
    blocks: list[Block] = []
    counters: list[PlanCounter] = []
    for key in BLOCKS:
        for poly, item in shapes(row.get(key, [])):
            numbers = item.get("numbers", [])
            numbers = [numbers] if isinstance(numbers, str) else numbers
            readable = [number for number in map(number_text, numbers) if number]
            kind = block_kind(key, item)
            block = Block(
                id=f"b{len(blocks) + 1}",
                kind=kind,
                poly=polygon(poly),
                numbers=tuple(readable),
                order=item.get("order"),
                cells=item.get("cells"),
                zone=item.get("zone"),
                confidence=item.get("confidence") or item.get("conf"),
                label=label_of(item, kind, partly=len(readable) < len(numbers)),
            )
            blocks.append(block)
            counters += [shop_of(shop, block.id) for shop in item.get("shops", [])]
    return tuple(blocks), tuple(counters)


def label_of(item: Row, kind: BlockKind, *, partly: bool) -> str | None:
    """Where a block stands, from its note; what its kind says already is left out."""
    if kind == "island":
        return None
    label = item.get("note") or item.get("side") or item.get("row") or item.get("kind")
    if partly:
        return "some numbers cannot be read"
    return None if label in (None, "counters", "shops", "wall counters", "shops (pink)") else label


def shop_of(shop: Row, block: str) -> PlanCounter:
    """A counter of the LED map; it has a shape of its own or only a block."""
    cell = shop.get("cell")
    read = shop["counter"]
    clean = read.rstrip("?")
    names = [name.strip() for name in (shop["name_zh"] or "").split("/") if name.strip()]
    return PlanCounter(
        number=clean if FULL_LED_NUMBER.fullmatch(clean) else None,
        as_read=read if read.endswith("?") else None,
        poly=polygon(cell) if cell else None,
        block=None if cell else block,
        confidence=shop["confidence"],
        names_zh=tuple(name.rstrip("?") for name in names),
        note="name on the sign not certain" if "?" in (shop["name_zh"] or "") else None,
    )


def counter_of(item: Row) -> PlanCounter:
    """A counter of a letting plan."""
    match = COUNTER.fullmatch(item["counter"])
    if match is None:
        raise SystemExit(f"counter {item['counter']!r} cannot be understood")
    return PlanCounter(
        number=match[1],
        as_read=item["counter"] if match[2] else None,
        poly=polygon(item["poly"]),
        confidence=item["confidence"],
        area_m2=item.get("area_m2"),
        note=match[3],
    )


def links_of(row: Row, place: Row) -> tuple[Link, ...]:
    """Ways into the next block; the blocks of one hall share its building id."""
    return tuple(
        Link(
            at=tuple(link["at"]),
            building=place["building"],
            block="building " + link["to"][-1],
            label="opening in the north wall" if link["to"].endswith("3") else "open joint in the south wall",
        )
        for link in row.get("links", [])
    )


def exits_of(row: Row) -> tuple[Exit, ...]:
    """Exits, and the metro mark of the LED map."""
    exits = [*row.get("exits", []), *([row["metro"]] if "metro" in row else [])]
    return tuple(Exit(at=tuple(one["at"]), label=one.get("label") or one["note"]) for one in exits)


def by_prefix(table: dict[str, str], plan: str) -> str:
    """The entry whose key ``plan`` starts with."""
    return next(text for key, text in table.items() if plan.startswith(key))


def scale_of(row: Row) -> Scale | None:
    """Metres a unit, where the notes give them."""
    scale = row["scale"]
    if scale is None:
        return None
    low, high = scale.get("range", (None, None))
    return Scale(
        metres_per_unit=scale["metres_per_unit"],
        basis=by_prefix(SCALES, row["id"]),
        confidence=scale["confidence"],
        low=low,
        high=high,
    )


def plan_of(row: Row, place: Row) -> FloorPlan:
    """One plan; stops when a polygon of the notes is missing from the result."""
    blocks, shops = blocks_of(row)
    confidence = row["up"]["confidence"]
    plan = FloorPlan(
        id=row["id"],
        building=place["building"],
        level=place["level"],
        block=place["block"],
        as_of=row["as_of"],
        source=SOURCE,
        evidence=row["evidence"],
        up=Up(
            direction=row["up"]["direction"],
            basis=by_prefix(ORIENTATION, row["id"]),
            confidence=confidence if confidence in get_args(Confidence) else None,
        ),
        outline=polygon(row["outline"]),
        size=tuple(row["plane"]["extent_used"]),
        accuracy=ACCURACY[row["id"]],
        scale=scale_of(row),
        sides={k: v for k, v in row["streets"].items() if v and k in ("left", "right", "top", "bottom")},
        zones=tuple(
            Zone(id=z["id"], label=z["label"], colour=z["colour"], poly=polygon(z["poly"]))
            for z in row.get("zones", [])
        ),
        escalators=tuple(
            Escalator(id=e["id"], lanes=tuple(polygon(lane) for lane in e["lanes"]), label=e.get("label"))
            for e in row.get("escalators", [])
        ),
        lift_cars=lift_cars(row),
        exits=exits_of(row),
        links=links_of(row, place),
        aisles=tuple(Line(points=polygon(a["line"])) for a in row.get("aisles", [])),
        streets=tuple(Line(points=polygon(s["line"]), name=s["name"]) for s in row.get("street_lines", [])),
        blocks=blocks,
        counters=(*(counter_of(c) for c in row.get("counters", [])), *shops),
        you_are_here=tuple(row["you_are_here"]) if row.get("you_are_here") else None,
        note=NOTES.get(row["id"]),
        **areas_of(row),
    )
    # Loose points that happen to stand in threes and more are lift cars, not a polygon.
    cars = sum(1 for lobby in row.get("lift_lobbies", []) if is_polygon(lobby["lifts"]))
    wanted, got = count_polygons(row) - cars, sum(1 for _ in plan.polygons())
    if wanted != got:
        raise SystemExit(f"{row['id']}: {wanted} polygons noted but {got} kept")
    return plan
