"""What a walker should be warned of, and what the plan had to assume."""

from collections.abc import Iterator, Sequence
from datetime import date

from hqguide.market.hours import ClosingRule, clock
from hqguide.market.model import Building
from hqguide.route.anchors import Anchor
from hqguide.route.errand import Errand
from hqguide.route.itinerary import Stop
from hqguide.route.pace import Pace
from hqguide.route.sites import Site
from hqguide.route.timetable import Timetable
from hqguide.route.trip import DAY
from hqguide.route.walkways import GROUND
from hqguide.route.words import short_name

LATE = 17 * 60 + 30
OLD_YEARS = 5
COARSE_METRES = 50
SOON = 30
LONG_WAIT = 15 * 60.0


def age_warnings(stops: Sequence[Stop], today: date) -> Iterator[str]:
    """One sentence for each year of old evidence, and one for evidence without a date."""
    by_year: dict[str, list[str]] = {}
    for stop in stops:
        year = stop.as_of[:4] if stop.as_of else ""
        if not year or today.year - int(year) > OLD_YEARS:
            by_year.setdefault(year, []).append(_where(stop))
    for year, places in sorted(by_year.items()):
        listed = ", ".join(dict.fromkeys(places))
        if year:
            yield f"Place last seen {year}: {listed}. Ask before you search."
        else:
            yield f"Nobody knows when this was last seen: {listed}."


def _where(stop: Stop) -> str:
    """Hall, floor and counter of a stop in words; a stall without a number by its name."""
    at = f"counter {stop.counter}" if stop.counter else stop.name
    return " ".join(part for part in (stop.building_name or stop.place, stop.floor, at) if part)


def odd_warnings(errand: Errand, table: Timetable) -> Iterator[str]:
    """Sentences on a list that is empty, on a budget too small for the way, and on a day that is over."""
    if not errand.items:
        yield "The list is empty: there is nothing to buy."
    if errand.budget is not None and not table.stops and table.seconds > errand.budget:
        yield f"The way alone takes {table.seconds / 60:.0f} minutes, with nothing bought."
    last = max((door.close for door in errand.doors.values()), default=DAY)
    if errand.doors and errand.depart >= last:
        yield f"You leave at {clock(errand.depart)}; every place that sells something is closed by then."
    if table.stops and table.stops[0].wait >= LONG_WAIT:
        in_time = clock(errand.depart + table.stops[0].wait / 60)
        opens = clock(errand.doors[table.stops[0].building].open)
        yield (
            f"You leave at {clock(errand.depart)}, but the first place on the walk opens at {opens}: "
            f"to leave at {in_time} is early enough (--depart {in_time})."
        )


def hour_warnings(errand: Errand, table: Timetable) -> Iterator[str]:
    """Sentences on halls that open or close about when the walk comes to them, and on a late end."""
    finish = errand.depart + table.seconds / 60
    if finish >= DAY:
        yield f"The walk ends after midnight, day {int(finish // DAY) + 1}: split the list."
    elif finish > LATE and table.stops:
        yield f"The walk ends at {clock(finish)}: many counters pack up from {clock(LATE)}."
    stays: dict[str, tuple[Building, float]] = {}
    for (building, arrive, leave), stop in zip(table.visits, table.stops, strict=True):
        stays[building.id] = building, leave
        if stop.wait:
            opens = clock(errand.doors[building.id].open)
            wait = f"{stop.wait / 60:.0f} min" if stop.wait >= 60 else "a moment"
            yield f"{short_name(building)} opens at {opens}; you come at {clock(arrive)} and wait {wait}."
    for building, leave in stays.values():
        door = errand.doors.get(building.id)
        if door is not None and leave > door.close - SOON:
            usual = "" if door.known else " as is usual in the district"
            yield f"{short_name(building)} closes at {clock(door.close)}{usual}; you leave at {clock(leave)}."
    yield from errand.shut.warnings()
    if errand.opening is not None:
        known = [errand.opening(building, errand.today) for building in stays]
        told = {rule.id for rule in errand.shut.rules.values()}
        rules = {rule.id: rule for hall in known for rule in hall.warnings if rule.id not in told}
        yield from map(_rule_words, rules.values())


def _rule_words(rule: ClosingRule) -> str:
    """A rule that only warns, and that it does."""
    return rule.sentence if rule.effect == "open" else f"{rule.sentence} No place is left out for that."


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
            yield f"{short_name(site.building)}: floor unknown, search begins on {GROUND}F."
        if site.drawn:
            yield f"{short_name(site.building)} {site.floor}: {site.drawn}."
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
