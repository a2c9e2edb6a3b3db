"""A made-up hall of three floors and a cellar with a plan of its 2F, and one without any floor."""

import msgspec

from hqguide.market.floorplan import (
    Accuracy,
    Area,
    Block,
    Escalator,
    Exit,
    FloorPlan,
    Line,
    Link,
    PlanCounter,
    Polygon,
    Scale,
    Up,
    Zone,
)
from hqguide.market.model import (
    Claim,
    CounterRule,
    Floor,
    Goods,
    Joint,
    MetroExit,
    Name,
    Stall,
)
from tests.map.map_ground import BUILDINGS, MARKET

HALL = "synthetic-hall"


def box(left: float, top: float, right: float, bottom: float) -> Polygon:
    return (left, top), (right, top), (right, bottom), (left, bottom)


def claim(name: str, en: str, zh: str, as_of: str, note: str | None = None) -> Claim:
    return Claim(
        id=name,
        method="field survey",
        confidence="medium",
        source="synthetic",
        goods=(Goods(zh=zh, en=en),),
        as_of=as_of,
        note=note,
    )


FLOORS = (
    Floor(level=-1, label="B1", access=("hidden lift (2020)", "no photos (2020)")),
    Floor(level=1, label="1F", claims=(claim("c1", "reels of parts", "盘料", "2013-04"),)),
    Floor(
        level=2,
        label="2F",
        access=("stairs only (2013), but a later sign draws an escalator (2020)",),
        joined=(Joint(building="synthetic-unsure", level=3),),
        plans=("synthetic-plan",),
        claims=(claim("c2", "tools", "工具", "2026-01"), claim("c3", "old things", "旧货", "2010")),
    ),
    Floor(level=5, label="5F"),
)

RULES = (
    CounterRule(regex=r"^(\d)([A-C])(\d{2})$", example="2A01", reads="floor|zone|serial", source="synthetic"),
)

TOWER = msgspec.structs.replace(
    BUILDINGS[0],
    floors=FLOORS,
    counter_rules=RULES,
    metro=(MetroExit(station="Test Road 测试站", source="synthetic", exit="B"),),
    market_floors=6,
)
BARE = BUILDINGS[3]

STALLS = (
    Stall(
        id="s1",
        kind="counter",
        building=HALL,
        level=2,
        counter="2A02",
        name=Name(zh="甲电子", en="Alpha Parts"),
        claims=(claim("c4", "soldering irons", "电烙铁", "2019"),),
    ),
    Stall(id="s2", kind="shop", building=HALL, level=2, counter="2C09", claims=()),
    Stall(id="s3", kind="shop", building=HALL, level=2, name=Name(en="No Number <b>&"), claims=()),
    Stall(id="s4", kind="shop", building=HALL, level=2, counter="K-7", claims=()),
    Stall(id="s5", kind="shop", building=HALL, level=5, claims=(claim("c5", "wire", "线材", "2021"),)),
)

COUNTERS = tuple(
    PlanCounter(confidence="high", number=f"2A{n:02}", poly=box(10 + 8 * n, 10, 18 + 8 * n, 18))
    for n in range(1, 8)
)

PLAN = FloorPlan(
    id="synthetic-plan",
    building=HALL,
    level=2,
    as_of="2013-04-14",
    source="synthetic",
    evidence="made up",
    up=Up(direction="north", basis="made up", confidence="high"),
    outline=box(0, 0, 100, 60),
    accuracy=Accuracy(units=1.0, caveat="Made up."),
    size=(100, 60),
    scale=Scale(metres_per_unit=0.5, basis="made up", confidence="medium", low=0.4, high=0.6),
    sides={"left": "Left Street", "top": "背面"},
    zones=(
        Zone(id="a", label="2Axx (front)", colour="red", poly=box(5, 5, 95, 25)),
        Zone(id="c", label="2Cxx", colour="blue", poly=box(60, 32, 95, 55)),
    ),
    voids=(Area(kind="void", poly=box(40, 35, 50, 45)),),
    escalators=(
        Escalator(id="W", lanes=(box(8, 40, 16, 43), box(8, 44, 16, 47))),
        Escalator(id="E", lanes=(box(52, 50, 58, 53),)),
    ),
    lifts=(Area(kind="lift", poly=box(90, 0, 96, 4)),),
    stairs=(Area(kind="stairs", poly=box(0, 54, 6, 60), label="1"),),
    toilets=(Area(kind="toilet", poly=box(20, 54, 28, 60)),),
    rooms=(Area(kind="room", poly=box(30, 54, 40, 60), label="机房"),),
    exits=(Exit(at=(50, 60), label="south door"),),
    links=(Link(at=(100, 30), building="synthetic-unsure", label="opening"),),
    streets=(Line(points=((0, 64), (100, 64)), name="南大路"), Line(points=((0, 70), (1, 70)))),
    blocks=(
        Block(
            id="b1",
            kind="block",
            poly=box(20, 32, 34, 46),
            numbers=("2B01", "2B02", "2B03-2B09", "2B10?"),
            order="W to E",
        ),
        Block(id="b2", kind="kiosk", poly=box(24, 48, 27, 51), numbers=("2B77",), cells=1),
        Block(id="b3", kind="block", poly=box(62, 34, 80, 50), label="no numbers"),
    ),
    counters=(
        *COUNTERS,
        PlanCounter(confidence="low", poly=box(80, 10, 88, 18)),
        PlanCounter(confidence="low", number="2A30", as_read="2A3O?", block="b3"),
    ),
    you_are_here=(30, 29),
)

TOWN = msgspec.structs.replace(MARKET, buildings=(TOWER, *BUILDINGS[1:]), stalls=STALLS)
PLANS = (PLAN,)
