"""Between which seconds of a walk each hall lets buyers in, and what had to be assumed for it."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import date

import msgspec

from hqguide.market.hours import Opening, clock, minutes
from hqguide.market.model import Building
from hqguide.route.pace import Pace
from hqguide.route.sites import Site
from hqguide.route.solver.task import Windows
from hqguide.route.words import short_name

Hours = Callable[[str, date], Opening]


class Door(msgspec.Struct, frozen=True):
    """When a hall is open on the day of the walk, in minutes after midnight; ``known`` when on record.

    A hall that is shut all day opens and closes at the same minute. ``basis`` is who says so, when, and what
    to know about it.
    """

    open: float
    close: float
    known: bool
    basis: str = ""

    @property
    def shut(self) -> bool:
        """Whether the hall does not open at all that day."""
        return self.close <= self.open

    def words(self) -> str:
        """``10:00-18:30``, or ``shut that day``."""
        return "shut that day" if self.shut else f"{clock(self.open)}-{clock(self.close)}"


Doors = Mapping[str, Door]


def doors_of(halls: Iterable[Building], today: date, opening: Hours | None) -> Doors:
    """The door of each hall by its id; none when nobody can tell, and then nothing ever closes.

    A hall without hours on record keeps those that are usual in the district, at their widest. One with
    hours for other days of the week only is shut on this one.
    """
    if opening is None:
        return {}
    return {hall.id: _door(hall, opening(hall.id, today)) for hall in halls}


def _door(hall: Building, known: Opening) -> Door:
    if known.basis == "closed" or not known.open or not known.close:
        return Door(0, 0, known=True)
    if known.basis == "record":
        first, last = minutes(known.open), minutes(known.close)
        return Door(first, last if last > first else 24 * 60 + last, known=True, basis=_basis(known))
    if hall.hours:
        return Door(0, 0, known=True)
    return Door(minutes(known.typical.open), minutes(known.typical.close_latest), known=False)


def _basis(known: Opening) -> str:
    """``tcg-diaba, 2026-09-22: guide-book figure``."""
    basis = ", ".join((*known.sources, *((known.as_of,) if known.as_of else ())))
    first = (known.note or "").partition(". ")[0].rstrip(".")
    return f"{basis}: {first}" if first else basis


def hour_assumptions(halls: Iterable[Building], doors: Doors) -> Iterator[str]:
    """A sentence on each hall whose hours are on record, and one on those for which nobody has them."""
    usual: dict[str, list[str]] = {}
    for hall in halls:
        door = doors.get(hall.id)
        if door is not None and door.basis:
            yield f"{short_name(hall)} {door.words()} ({door.basis})."
        if door is not None and not door.known:
            usual.setdefault(door.words(), []).append(short_name(hall))
    for words, names in sorted(usual.items()):
        yield f"Hours not on record, taken as {words} as is usual in the district: {', '.join(names)}."


def windows_of(
    sites: Iterable[Site], doors: Doors, pace: Pace, depart: int, shut: Container[str] = ()
) -> Iterator[Windows]:
    """For each site when a visit may begin, in seconds after departure, so that it ends before closing.

    Never at a place in ``shut``.
    """
    begin = depart * 60.0
    for site in sites:
        door = doors[site.building.id]
        aisle = pace.aisle_seconds(site.metres)
        opens = door.open * 60 - begin - aisle
        closes = door.close * 60 - begin - aisle - site.seconds
        never = door.shut or site.place in shut or closes < max(0.0, opens)
        yield () if never else ((opens, closes),)
