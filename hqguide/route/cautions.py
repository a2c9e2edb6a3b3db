"""What a walker should be warned of, and what the plan had to assume."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from hqguide.market.hours import Opening, clock, minutes
from hqguide.route.anchors import Anchor
from hqguide.route.itinerary import Stop
from hqguide.route.pace import Pace
from hqguide.route.sites import Site
from hqguide.route.timetable import Timetable, Visit
from hqguide.route.trip import DAY
from hqguide.route.walkways import GROUND
from hqguide.route.words import short_name

LATE = 17 * 60 + 30
OLD_YEARS = 5
COARSE_METRES = 50

Hours = Callable[[str, date], Opening]


def age_warnings(stops: Sequence[Stop], today: date) -> Iterator[str]:
    """One sentence for each year of old evidence, and one for evidence without a date."""
    by_year: dict[str, list[str]] = {}
    for stop in stops:
        year = stop.as_of[:4] if stop.as_of else ""
        if not year or today.year - int(year) > OLD_YEARS:
            by_year.setdefault(year, []).append(stop.place)
    for year, places in sorted(by_year.items()):
        listed = ", ".join(dict.fromkeys(places))
        if year:
            yield f"Place last seen {year}: {listed}. Ask before you search."
        else:
            yield f"Nobody knows when this was last seen: {listed}."


def hour_warnings(
    visits: Sequence[Visit], finish: float, today: date, opening: Hours | None
) -> Iterator[str]:
    """Sentences on halls that are shut when the walk comes to them, and on a late end.

    ``finish`` is in minutes after midnight.
    """
    if finish >= DAY:
        yield f"The walk ends after midnight, day {int(finish // DAY) + 1}: split the list."
    elif finish > LATE:
        yield f"The walk ends at {clock(finish)}: many counters pack up from {clock(LATE)}."
    if opening is None:
        return
    stays: dict[str, list[Visit]] = {}
    for visit in visits:
        stays.setdefault(visit[0].id, []).append(visit)
    known = {building: opening(building, today) for building in stays}
    for building, stay in stays.items():
        yield from _hall_words(short_name(stay[0][0]), known[building], stay[0][1], stay[-1][2])
    yield from dict.fromkeys(rule.text for hall in known.values() for rule in hall.warnings)


def _hall_words(name: str, known: Opening, arrive: float, leave: float) -> Iterator[str]:
    if not known.open or not known.close:
        yield f"{name} is closed."
        return
    typical = " as is usual in the district" if known.basis == "typical" else ""
    if arrive < minutes(known.open):
        yield f"{name} opens at {known.open}{typical}; you come at {clock(arrive)}."
    elif leave > minutes(known.close):
        yield f"{name} closes at {known.close}{typical}; you leave at {clock(leave)}."


def start_warnings(start: Anchor) -> Iterator[str]:
    """A sentence when the walk begins in a hall that is closed for good."""
    building = start.building
    if building is not None and building.status.state == "closed":
        since = f" ({building.status.as_of})" if building.status.as_of else ""
        yield f"{short_name(building)}, where the walk begins, is closed{since}; it begins at its door."


def assumptions(pace: Pace, ends: Sequence[Anchor], sites: Sequence[Site], table: Timetable) -> Iterator[str]:
    """Everything the times rest on that nobody measured: paces, positions, floors, exits."""
    yield from pace.words()
    for anchor in ends:
        if anchor.station is not None:
            yield _station_words(anchor)
    used = {site.building.id: site.building for site in sites}
    used |= {end.building.id: end.building for end in ends if end.building is not None}
    for building in used.values():
        position = building.position
        if position is not None and position.accuracy_m >= COARSE_METRES:
            yield f"{short_name(building)}: position good to {position.accuracy_m:.0f} m."
        elif position is None:
            yield f"{short_name(building)}: position unknown, reached through a joined floor."
    for site in sites:
        if site.level is None:
            yield f"{site.place}: floor unknown, search begins on {GROUND}F."
    if table.legs:
        yield "Each hall is entered from the street point nearest to its position; its doors are not mapped."
    if table.straight:
        yield f"Where no street is mapped, the straight line times {pace.street_detour.value:g}."


def _station_words(anchor: Anchor) -> str:
    station = anchor.station
    if station is None:
        raise AssertionError("called for stations only")
    words = f"{anchor.name}: no exit has a known position, so the middle of the station stands for it"
    listed = station.exit(anchor.exit) if anchor.exit else None
    if anchor.exit and listed is None:
        return f"{words}; exit {anchor.exit} is not on record."
    if listed is not None and listed.near_zh:
        return f"{words}; its sign names {'、'.join(listed.near_zh[:4])}."
    return f"{words}."
