"""Synthetic districts and markets for the route tests; no place here is real."""

from pathlib import Path

from hqguide.market.district import District, Station, StationExit, Street
from hqguide.market.model import Building, Floor, Joint, Name, Position, Stall, Status
from hqguide.market.pack import Manifest, Market, default_folder
from hqguide.route.itinerary import Item, Offer
from hqguide.route.pace import Pace, load_pace

NORTH = 1 / 110_750  # degrees of latitude in a metre near 22.54 N
EAST = 1 / 102_860
ORIGIN = (22.54, 114.08)


def point(east: float, north: float) -> tuple[float, float]:
    return ORIGIN[0] + north * NORTH, ORIGIN[1] + east * EAST


def position(east: float, north: float, accuracy: float = 10) -> Position:
    lat, lon = point(east, north)
    return Position(lat=lat, lon=lon, accuracy_m=accuracy, basis="synthetic", source="synthetic")


def street(name: str, *corners: tuple[float, float]) -> Street:
    points = tuple(point(*corner) for corner in corners)
    return Street(kind="residential", points=points, quality="good", name_en=name)


def station(identity: str = "huaqiang-road", east: float = 0, north: float = 0) -> Station:
    return Station(
        id=identity,
        name_zh="合成站" if identity == "huaqiang-road" else f"合成{identity}",
        name_en=f"Synthetic {identity}",
        lines=("0",),
        position=position(east, north),
        exits=(StationExit("A", ("合成大厦",)),),
    )


def district(*streets: Street, stations: tuple[Station, ...] = (station(),)) -> District:
    return District("synthetic", "none", streets, (), (), stations)


def hall(
    identity: str,
    where: Position | None,
    levels: tuple[int, ...] = (1, 2, 3),
    joined: dict[int, tuple[str, int]] | None = None,
    state: str = "open",
) -> Building:
    floors = tuple(
        Floor(
            level=level,
            label=f"{level}F" if level > 0 else f"B{-level}",
            joined=(Joint(*joined[level]),) if joined and level in joined else (),
        )
        for level in levels
    )
    status = Status(state="closed", as_of="2019-04") if state == "closed" else Status(state="open")
    return Building(
        id=identity,
        name=Name(en=f"Hall {identity.removeprefix('synthetic-').upper()} (synthetic)"),
        kind="electronics market",
        status=status,
        position=where,
        floors=floors,
    )


def stall(building: str | None, level: int | None, counter: str | None, name: str | None = None) -> Stall:
    identity = f"synthetic-{building}-{level}-{counter}"
    named = Name(en=name) if name else None
    return Stall(
        id=identity, kind="counter", claims=(), building=building, level=level, counter=counter, name=named
    )


def market(buildings: tuple[Building, ...], stalls: tuple[Stall, ...] = ()) -> Market:
    manifest = Manifest(format=1, name="synthetic", version="0", as_of="2026-11-23")
    return Market(Path("synthetic"), manifest, buildings, stalls, {})


def pace() -> Pace:
    return load_pace(default_folder())


def item(text: str, *offers: tuple[str, float], number: int = 0, as_of: str | None = "2026") -> Item:
    return Item(
        text=text,
        quantity=2,
        zh="合成",
        pinyin="héchéng",
        offers=tuple(
            Offer(place, weight, as_of, f"sells {text}", "high", "synthetic") for place, weight in offers
        ),
        id=number,
        target_price=1.5,
    )


def grid_market() -> Market:
    """Two halls north of a street, joined on 2F, and one across a crossing."""
    first = hall("synthetic-a", position(100, 40), joined={2: ("synthetic-b", 2)})
    second = hall("synthetic-b", position(180, 40))
    third = hall("synthetic-c", position(100, -200, accuracy=60), levels=(-1, 1, 2))
    lost = hall("synthetic-lost", None)
    shut = hall("synthetic-shut", position(50, 30), state="closed")
    stalls = tuple(
        stall(building, level, f"{level}A{number:02d}")
        for building in ("synthetic-a", "synthetic-b", "synthetic-c")
        for level in (1, 2)
        for number in (1, 2)
    )
    return market((first, second, third, lost, shut), stalls)


def grid_district() -> District:
    """A long street, and one that crosses it at 145 m."""
    return district(
        street("Main St", (-50, 0), (300, 0)),
        street("Cross St", (145, 100), (145, -300)),
    )
