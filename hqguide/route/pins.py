"""Places the walker insists on: read, held against each other, and found among the sites."""

from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec

from hqguide.errors import GuideError
from hqguide.market.pack import Market
from hqguide.market.places import resolve
from hqguide.route.trip import Trip
from hqguide.text import plain

WORDS = {
    "must": "must be visited",
    "never": "must not be visited",
    "first": "comes first",
    "last": "comes last",
}


class Pins(msgspec.Struct, frozen=True):
    """Paths of pinned places; ``first`` and ``last`` are in the order in which they are to be visited."""

    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    last: tuple[str, ...] = ()

    @property
    def visited(self) -> tuple[str, ...]:
        """Every place that is to be on the walk."""
        return tuple(dict.fromkeys((*self.first, *self.must, *self.last)))

    def bars(self, place: str) -> str | None:
        """The pin that keeps the walk away from ``place``, if one does."""
        return next((path for path in self.never if inside(place, path)), None)


def inside(place: str, path: str) -> bool:
    """Whether ``place`` is the place ``path`` or within it."""
    return place == path or place.startswith(f"{path}/")


def pins_of(market: Market, trip: Trip) -> Pins:
    """The pins of ``trip`` as place paths.

    Raises :class:`GuideError` for a place nobody knows, and for two pins that contradict each other,
    naming both.
    """
    pins = Pins(
        *(tuple(_paths(market, getattr(trip, kind), kind)) for kind in ("must", "never", "first", "last"))
    )
    for path in pins.visited:
        barred = pins.bars(path)
        if barred is not None:
            kind = next(kind for kind in ("first", "last", "must") if path in getattr(pins, kind))
            raise _contradiction(kind, path, "never", barred)
    for path in pins.first:
        if path in pins.last:
            raise _contradiction("first", path, "last", path)
    return pins


def _paths(market: Market, texts: Sequence[str], kind: str) -> Iterator[str]:
    seen = set()
    for text in texts:
        try:
            path = resolve(market, text).path
        except GuideError as error:
            raise GuideError(error.what, where=f"--{kind} {plain(text)}", hint=error.hint) from error
        if path not in seen:
            seen.add(path)
            yield path


def _contradiction(kind: str, path: str, other: str, barred: str) -> GuideError:
    return GuideError(
        f"{path} {WORDS[kind]}, but {barred} {WORDS[other]}",
        where="pins",
        hint=f"Take --{kind} {path} or --{other} {barred} away.",
    )


def broken_pins(pins: Pins, places: Sequence[str]) -> Iterator[str]:
    """What a walk over ``places`` does against ``pins``, in words."""
    for place in places:
        barred = pins.bars(place)
        if barred is not None:
            yield f"{place} is visited, but {barred} {WORDS['never']}"
    for path in pins.visited:
        if not any(inside(place, path) for place in places):
            yield f"{path} {WORDS['must']}, but is not"
    ends = chain(
        zip(pins.first, places, strict=False), zip(reversed(pins.last), reversed(places), strict=False)
    )
    for path, place in ends:
        if not inside(place, path) and any(inside(other, path) for other in places):
            yield f"{path} is not where it is pinned; {place} is"
