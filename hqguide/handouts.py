"""What is carried through the halls: a plan gathered with its pictures and positions for a format."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from hqguide.export.formats import format_named, render
from hqguide.export.handout import Handout
from hqguide.export.write import write_bytes, write_text
from hqguide.map.marks import mark_hall
from hqguide.map.names import Tongue
from hqguide.map.svg import district_svg
from hqguide.map.svg_floor import floor_svg
from hqguide.market.district import District
from hqguide.market.floorplan import FloorPlan
from hqguide.market.model import Position
from hqguide.market.pack import Market
from hqguide.market.places import parse_floor
from hqguide.route.itinerary import Itinerary, Stop

# Characters of floor pictures beside no stop at all, and how many fewer with each stop, so that a page for
# 200 items stays below 300 kB. Above that a floor is drawn once, without the counters.
ROOM, ROOM_A_STOP = 160_000, 1_500


def rendered(
    market: Market,
    district: District,
    plans: Sequence[FloorPlan],
    itinerary: Itinerary,
    fmt: str,
    language: Tongue = "en",
) -> str | bytes:
    """``itinerary`` in the format called ``fmt``; an unknown one is a GuideError."""
    return render(fmt, gather(market, district, plans, itinerary, fmt, language))


def save(content: str | bytes, path: Path, *, force: bool = False) -> None:
    """Write ``content`` to ``path``; the file that is there stays whole when that fails."""
    if isinstance(content, bytes):
        write_bytes(path, content, force=force)
    else:
        write_text(path, content, force=force)


def gather(
    market: Market,
    district: District,
    plans: Sequence[FloorPlan],
    itinerary: Itinerary,
    fmt: str,
    language: Tongue = "en",
) -> Handout:
    """``itinerary`` with all that the format called ``fmt`` shows of it; an unknown one is a GuideError."""
    pictures = format_named(fmt).pictures
    return Handout(
        itinerary,
        map_of(market, district, itinerary, language) if pictures else None,
        floors_of(market, plans, itinerary, language) if pictures else {},
        positions_of(market, itinerary),
        language,
    )


def map_of(market: Market, district: District, itinerary: Itinerary, language: Tongue = "en") -> str:
    """The district with the stops of ``itinerary`` numbered, as SVG markup."""
    found = (
        mark_hall(market.by_id[stop.building], language, number)
        for number, stop in enumerate(itinerary.stops, start=1)
        if stop.building in market.by_id
    )
    stops = [mark for mark in found if mark]
    path = [point for leg in itinerary.legs for point in leg.points]
    return district_svg(district, market, stops=stops, path=path, language=language)


def positions_of(market: Market, itinerary: Itinerary) -> Mapping[str, Position]:
    """Where the halls of the stops stand, by building id; a hall nobody has located is missing."""
    halls = dict.fromkeys(stop.building for stop in itinerary.stops if stop.building in market.by_id)
    return {hall: at for hall in halls if (at := market.by_id[hall].position)}


def floors_of(
    market: Market, plans: Sequence[FloorPlan], itinerary: Itinerary, language: Tongue = "en"
) -> Mapping[str, str]:
    """The floor of each stop as SVG markup by the path of the stop, its counter marked where there is room.

    A floor without a plan and without a stall on record is missing; stops on one floor may share a picture.
    """
    levels = {stop: level for stop in itinerary.stops if (level := _level(market, plans, stop)) is not None}
    found = _drawn(market, plans, levels, language, counters=True)
    if sum(map(len, set(found.values()))) > ROOM - ROOM_A_STOP * len(levels):
        found = _drawn(market, plans, levels, language, counters=False)
    return found


def _drawn(
    market: Market,
    plans: Sequence[FloorPlan],
    levels: Mapping[Stop, int],
    language: Tongue,
    *,
    counters: bool,
) -> Mapping[str, str]:
    once: dict[tuple[str, int, str | None], str] = {}
    found = {}
    for stop, level in levels.items():
        counter = stop.place.split("/")[-1] if counters and stop.place.count("/") == 2 else None
        key = (stop.building, level, counter)
        if key not in once:
            building = market.by_id[stop.building]
            once[key] = floor_svg(market, plans, building, level, wanted=counter, language=language)
        found[stop.place] = once[key]
    return found


def _level(market: Market, plans: Sequence[FloorPlan], stop: Stop) -> int | None:
    """The level of a stop of whose floor something can be drawn."""
    level = parse_floor(stop.floor) if stop.floor and stop.building in market.by_id else None
    if level is None:
        return None
    stalls = market.stalls_by_building.get(stop.building, ())
    planned = any(plan.building == stop.building and plan.level == level for plan in plans)
    return level if planned or any(stall.level == level for stall in stalls) else None
