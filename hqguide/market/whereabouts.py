"""Where the user stands: metro exit, hall, floor, counter or coordinates, into a point and its doubt.

Nobody published where the exits stand, so an exit is the middle of its station with a radius that takes
in the exits; a hall is its point with a radius that takes in its outline, where that is mapped.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from hqguide.errors import GuideError
from hqguide.market.datum import EXAMPLES, Typed, read_coordinates
from hqguide.market.district import District, Station
from hqguide.market.geo import Heading, bearing, compass, metres_between
from hqguide.market.model import Building, Position, Record
from hqguide.market.pack import Market
from hqguide.market.places import Place, key, resolve
from hqguide.text import plain

How = Literal["metro exit", "metro station", "building", "floor", "counter", "area", "coordinates"]

# The signs of Science Museum station name a crossing 252 m from its middle: the farthest of the district.
EXIT_REACH_M = 260.0
# A phone under open sky, 95 % of the time (coordinately.org/learn/gps-accuracy-explained, which names
# gps.gov); between towers it is worse.
PHONE_M = 4.9
TYPED = "typed"
WAYS = (
    "Say a metro exit (华强路 A), a hall or a floor of it (seg-plaza/2F), a counter (华强电子世界 23C217) "
    "or coordinates (22.5441,114.0823)."
)

# Other spellings of the stations: pinyin as people type it, and the traditional characters.
SPELLINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "华强北": ("huaqiangbei", "華強北"),
        "华强路": ("huaqianglu", "華強路"),
        "燕南": (),
        "华新": ("華新",),
        "科学馆": ("kexueguan", "科學館"),
        "通新岭": ("通新嶺",),
        "华强南": ("huaqiangnan", "華強南"),
        "福星": (),
    }
)
_NOISE = frozenset(
    [
        *("metro", "subway", "station", "stop", "exit", "gate", "of", "at", "the"),
        *("地铁", "地铁站", "站", "口", "出口", "号口", "号出口"),
    ]
)
_HAN = r"\u3400-\u9fff"
_SEAM = re.compile(rf"(?<=[{_HAN}])(?=[a-z0-9])|(?<=[a-z0-9])(?=[{_HAN}])")
_EXIT = re.compile(r"[a-z]\d?")


class Here(Record, frozen=True):
    """Where the user is, and by which words it was set.

    ``place`` is a path that ``show`` takes, ``station`` an id of the district, and ``words`` say it in
    English so that :func:`locate` reads them back. ``position`` is ``None`` when nobody published one;
    its ``basis`` says what the point stands for. For an exit, ``sign_zh`` is what its sign names and
    ``leads_to`` the halls on record as reached by it. ``as_of`` is when the place was set, local time.
    """

    how: How
    words: str
    words_zh: str
    place: str | None = None
    level: int | None = None
    station: str | None = None
    exit: str | None = None
    sign_zh: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()
    position: Position | None = None
    as_of: str | None = None

    @property
    def accuracy_m(self) -> float | None:
        """Radius in metres the user is within, or ``None`` without a position."""
        return self.position.accuracy_m if self.position else None


class Near(Record, frozen=True):
    """A hall seen from here: straight distance, and the way to look in degrees from north.

    ``off_by_m`` is how far both points together may be off: within it the direction says nothing.
    """

    place: str
    name_zh: str | None
    name_en: str | None
    status: str
    metres: float
    off_by_m: float
    bearing: float
    heading: Heading

    @property
    def sure(self) -> bool:
        """Whether the hall is far enough away for the direction to hold."""
        return self.metres > self.off_by_m


def locate(market: Market, district: District, text: str) -> Here:
    """Where ``text`` says the user is.

    Takes a station alone or with an exit (``华强路 A``, ``huaqiangbei D1``), whatever
    :func:`~hqguide.market.places.resolve` takes, and coordinates with or without a datum. Raises
    :class:`GuideError` when it is unknown or ambiguous, or outside the district: then with how far away.
    """
    if not text.strip():
        raise GuideError("no place was given", hint=WAYS)
    typed = read_coordinates(text)
    if typed:
        return _at_point(market, district, typed)
    station, letter = _station_in(district, text)
    if station:
        return _at_station(market, station, letter)
    return _at_place(district, resolve(market, text))


def from_here(here: Here, market: Market, count: int = 5) -> tuple[Near, ...]:
    """The ``count`` nearest halls that are not closed, without the one the user is in; nearest first."""
    if here.position is None:
        return ()
    inside = (here.place or "").partition("/")[0]
    seen = (
        _near(here.position, building, building.position)
        for building in market.buildings
        if building.position and building.status.state != "closed" and building.id != inside
    )
    return tuple(sorted(seen, key=lambda near: (near.metres, near.place))[: max(count, 0)])


def _near(here: Position, building: Building, there: Position) -> Near:
    angle = bearing(here, there)
    return Near(
        place=building.id,
        name_zh=building.name.zh,
        name_en=building.name.en,
        status=building.status.state,
        metres=round(metres_between(here, there), 1),
        off_by_m=round(here.accuracy_m + there.accuracy_m, 1),
        bearing=round(angle, 1),
        heading=compass(angle),
    )


def _at_point(market: Market, district: District, typed: Typed) -> Here:
    if typed.said:
        basis = "typed" if typed.datum == "WGS-84" else f"typed, converted from {typed.datum}"
    else:
        basis = "typed; no datum was named, so it is read as WGS-84"
    radius = round(max(typed.rounding_m, PHONE_M), 1)
    lat, lon = round(typed.lat, 6), round(typed.lon, 6)  # a tenth of a metre
    at = Position(lat=lat, lon=lon, accuracy_m=radius, basis=basis, source=TYPED)
    _within(market, district, at)
    words = f"{at.lat:.6f},{at.lon:.6f} WGS-84"
    return Here(how="coordinates", words=words, words_zh=words, position=at)


def _within(market: Market, district: District, at: Position) -> None:
    """Raise :class:`GuideError` when ``at`` lies off the ground the district's files cover."""
    points = [point for street in district.streets for point in street.points]
    points += [(p.lat, p.lon) for p in _positions(market, district)]
    if not points:
        return
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    lat, lon = min(max(at.lat, min(lats)), max(lats)), min(max(at.lon, min(lons)), max(lons))
    if (lat, lon) == (at.lat, at.lon):
        return
    edge = Position(lat=lat, lon=lon, accuracy_m=0, basis="edge of the map", source="")
    metres, heading = metres_between(edge, at), compass(bearing(edge, at))
    far = f"{metres / 1000:,.1f} km" if metres >= 1000 else f"{metres:.0f} m"
    raise GuideError(
        f"{at.lat:.5f},{at.lon:.5f} (WGS-84) is outside the district: {far} {heading.en} of its edge",
        hint=f"Numbers from Amap are GCJ-02 and from Baidu BD-09. {EXAMPLES}",
    )


def _positions(market: Market, district: District) -> Iterator[Position]:
    yield from (building.position for building in market.buildings if building.position)
    yield from (station.position for station in district.stations if station.position)


def _station_in(district: District, text: str) -> tuple[Station | None, str | None]:
    """The station whose very name ``text`` is, and the exit named beside it."""
    words = [word for word in _SEAM.sub(" ", key(text)).split() if word not in _NOISE]
    ends = (len(words) - 1, 0) if len(words) > 1 else ()
    for at in (None, *(i for i in ends if _EXIT.fullmatch(words[i]))):
        letter = None if at is None else words[at].upper()
        name = "".join(word for i, word in enumerate(words) if i != at)
        name = re.sub("(?:地铁|地鐵)?站$", "", name)
        for station in district.stations:
            if name in _names(station):
                return station, letter
    return None, None


def _names(station: Station) -> set[str]:
    """The names of ``station`` without blanks."""
    names = (station.id, station.name_zh, station.name_en, *SPELLINGS.get(station.name_zh, ()))
    return {key(name).replace(" ", "") for name in names}


def _at_station(market: Market, station: Station, letter: str | None) -> Here:
    signed = {name: one.near_zh for one in station.exits for name in one.name.upper().split("/")}
    leading = _leading(market, station)
    known = sorted({*signed, *leading})
    if letter and letter not in known:
        note = f" {station.note}" if station.note else ""
        raise GuideError(
            f"no exit {letter} of {station.name_en} station on record",
            hint=f"Exits known: {', '.join(known) or 'none'}.{note} The station alone will do.",
        )
    exit_en, exit_zh = (f" exit {letter}", f"{letter}口") if letter else ("", "")
    basis = "middle of the station; where its exits stand is not on record"
    return Here(
        how="metro exit" if letter else "metro station",
        words=f"{station.name_en} station{exit_en}",
        words_zh=f"{station.name_zh}站{exit_zh}",
        station=station.id,
        exit=letter,
        sign_zh=signed.get(letter or "", ()),
        leads_to=leading.get(letter or "", ()),
        position=_spread(station.position, EXIT_REACH_M, basis),
    )


def _leading(market: Market, station: Station) -> dict[str, tuple[str, ...]]:
    """The halls each exit of ``station`` leads to, by the metro notes of the halls."""
    halls: dict[str, tuple[str, ...]] = {}
    for building in market.buildings:
        for one in building.metro:
            if one.exit and station.name_zh in one.station:
                halls[one.exit.upper()] = (*halls.get(one.exit.upper(), ()), building.id)
    return halls


def _at_place(district: District, place: Place) -> Here:
    counter, hall = place.counter or (place.stalls[0].id if place.stalls else None), place.building
    level = place.path.split("/")[1] if hall and place.level is not None else ""
    name_en = hall.label if hall else plain(place.path)
    name_zh = (hall.name.zh if hall else None) or name_en
    return Here(
        how="area" if hall is None else "counter" if counter else "floor" if level else "building",
        words=" ".join(part for part in (name_en, level, counter if hall else None) if part),
        words_zh=" ".join(part for part in (name_zh, level, counter if hall else None) if part),
        place=place.path,
        level=place.level,
        position=_in_hall(district, hall) if hall else None,
    )


def _in_hall(district: District, hall: Building) -> Position | None:
    outline = district.footprint(hall.id)
    if hall.position is None or outline is None:
        return hall.position
    at = hall.position
    corners = (
        Position(lat=lat, lon=lon, accuracy_m=0, basis=at.basis, source=at.source)
        for lat, lon in outline.points
    )
    return _spread(
        at, max(metres_between(at, corner) for corner in corners), "middle of the outline; anywhere inside"
    )


def _spread(at: Position | None, radius_m: float, basis: str) -> Position | None:
    """The point ``at`` with a radius of at least ``radius_m``."""
    if at is None:
        return None
    radius = max(radius_m, at.accuracy_m)
    return Position(lat=at.lat, lon=at.lon, accuracy_m=round(radius, 1), basis=basis, source=at.source)
