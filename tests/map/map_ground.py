"""A small made-up district: three streets, a lane, a yard, two footprints, a station, five halls."""

from pathlib import Path

from hypothesis import strategies as st

from hqguide.map.view import View
from hqguide.market.district import District, Footprint, Junction, Station, Street
from hqguide.market.model import Alias, Building, Name, Position, State, Status
from hqguide.market.pack import Manifest, Market

LAT, LON = 22.5450, 114.0815


def hall(
    name: str,
    en: str,
    zh: str,
    where: tuple[float, float] | None,
    accuracy: float = 10,
    state: State = "open",
) -> Building:
    position = where and Position(
        lat=where[0], lon=where[1], accuracy_m=accuracy, basis="made up", source="synthetic"
    )
    aliases = (Alias(text=en.split(maxsplit=1)[0], lang="en", kind="short"),) if en else ()
    return Building(
        id=name,
        name=Name(en=en or None, zh=zh or None),
        kind="electronics market",
        status=Status(state=state),
        position=position or None,
        aliases=aliases,
    )


def street(kind: str, *points: tuple[float, float], zh: str = "", en: str = "", sure: bool = True) -> Street:
    return Street(
        kind=kind,
        points=points,
        quality="good",
        name_zh=zh or None,
        name_en=en or None,
        name_basis="map" if sure else "unconfirmed",
    )


WEST, EAST, SOUTH, NORTH = LON - 0.005, LON + 0.005, LAT - 0.004, LAT + 0.004

STREETS = (
    street("service", (LAT + 0.001, LON + 0.001), (LAT + 0.001, LON + 0.003), zh="小巷", en="Small Lane"),
    street("primary", (SOUTH + 0.001, WEST), (SOUTH + 0.001, EAST), zh="南大路", en="South Avenue"),
    street("pedestrian", (SOUTH, LON), (NORTH, LON), zh="中街", en="Middle Street"),
    street("tertiary", (SOUTH, LON + 0.004), (NORTH, LON + 0.004), zh="东路", en="East Rd", sure=False),
    street("residential", (NORTH - 0.001, WEST), (NORTH - 0.001, EAST)),
)

DISTRICT = District(
    attribution="© OpenStreetMap contributors",
    licence="ODbL-1.0",
    streets=STREETS,
    junctions=(
        Junction(("南大路", "中街"), SOUTH + 0.001, LON),
        Junction(("中街",), NORTH - 0.001, LON + 0.002),
    ),
    footprints=(
        Footprint(
            osm_id="way/1",
            points=((LAT, LON + 0.0005), (LAT, LON + 0.0015), (LAT + 0.0008, LON + 0.001)),
            building="synthetic-hall",
        ),
        Footprint(osm_id="way/2", points=((LAT, WEST), (LAT, WEST + 0.001))),
    ),
    stations=(
        Station(
            id="synthetic-station",
            name_zh="测试站",
            name_en="Test Road",
            lines=("1", "7"),
            position=Position(
                lat=SOUTH + 0.001, lon=LON - 0.002, accuracy_m=20, basis="made up", source="synthetic"
            ),
        ),
        Station(id="synthetic-nowhere", name_zh="无处", name_en="Nowhere", lines=()),
    ),
)

BUILDINGS = (
    hall("synthetic-hall", "Alpha Hall (the first)", "甲电子城（第一）", (LAT + 0.0003, LON + 0.001)),
    hall("synthetic-unsure", "Beta Wholesale Market", "乙批发市场", (LAT - 0.001, LON - 0.002), accuracy=60),
    hall("synthetic-closed", "Gamma", "丙", (LAT + 0.002, LON - 0.003), state="closed"),
    hall("synthetic-nowhere", "Delta", "丁", None),
    hall("synthetic-zh", "", "戊数码广场", (LAT + 0.0022, LON + 0.0022)),
    hall("synthetic-same", "Epsilon", "己", (LAT + 0.0003, LON + 0.001), accuracy=90),
)

MARKET = Market(
    folder=Path("synthetic"),
    manifest=Manifest(format=1, name="synthetic", version="0", as_of="2026-01-01"),
    buildings=BUILDINGS,
    stalls=(),
    sources={},
)

CENTRE = View(LAT, LON, 12.0)

views = st.builds(
    View,
    st.floats(SOUTH - 0.002, NORTH + 0.002),
    st.floats(WEST - 0.002, EAST + 0.002),
    st.floats(0.3, 60),
)
languages = st.sampled_from(("en", "zh", "both"))
