"""What differs between two plans for the same errand, told to somebody who has read the first."""

from collections.abc import Callable, Iterator, Sequence, Set

from hqguide.market.hours import clock, minutes
from hqguide.route.itinerary import Itinerary, Stop

Line = tuple[int, str]
_NAMED = 4


def changes(
    old: Itinerary,
    new: Itinerary,
    done: Set[str],
    reason: Callable[[Line, str], str],
    bought: Set[Line] = frozenset(),
) -> tuple[str, ...]:
    """Sentences on what is new in ``new``, in order of weight; none when nothing changed.

    ``done`` are the places of ``old`` that are behind the walker, ``bought`` the lines that need nothing
    more. ``reason`` says in words, if it can, why a line is no longer looked for at a place.
    """
    ahead = [stop for stop in old.stops if stop.place not in done]
    return (
        *_moved(old, new, reason, bought),
        *_left_out(old, new, bought),
        *_stops(ahead, new),
        *_order(ahead, new),
        *_finish(old, new),
    )


def _lines(stops: Sequence[Stop]) -> dict[Line, str]:
    """Where each line is had; the first place of those compared."""
    found: dict[Line, str] = {}
    for stop in stops:
        for item in stop.items:
            found.setdefault((item.id, item.text), stop.place)
    return found


def _moved(
    old: Itinerary, new: Itinerary, reason: Callable[[Line, str], str], bought: Set[Line]
) -> Iterator[str]:
    before, after = _lines(old.stops), _lines(new.stops)
    moves: dict[str, list[str]] = {}
    for line, place in after.items():
        was = before.get(line)
        if line in bought or was == place:
            continue
        if was is None:
            moves.setdefault(f"on the walk now, at {place}", []).append(line[1])
        else:
            why = reason(line, was)
            words = f"now at {place} instead of {was}{', because ' if why else ''}{why}"
            moves.setdefault(words, []).append(line[1])
    for words, texts in moves.items():
        yield f"{_some(texts)} {words}"


def _some(texts: Sequence[str]) -> str:
    more = f" and {len(texts) - _NAMED} more" if len(texts) > _NAMED else ""
    return ", ".join(texts[:_NAMED]) + more


def _left_out(old: Itinerary, new: Itinerary, bought: Set[Line]) -> Iterator[str]:
    before = _lines(old.stops)
    for left in (*new.dropped, *new.unplaced):
        if (left.id, left.item) in before and (left.id, left.item) not in bought:
            yield f"{left.item} is left out: {left.why.rstrip('.')}"


def _stops(ahead: Sequence[Stop], new: Itinerary) -> Iterator[str]:
    before, after = [stop.place for stop in ahead], [stop.place for stop in new.stops]
    for words, places in (
        ("less", [place for place in before if place not in after]),
        ("more", [place for place in after if place not in before]),
    ):
        if places:
            yield f"{len(places)} {'stop' if len(places) == 1 else 'stops'} {words}: {_some(places)}"


def _order(ahead: Sequence[Stop], new: Itinerary) -> Iterator[str]:
    """Whether the stops both plans have come in another order now."""
    after = [stop.place for stop in new.stops]
    before = [stop.place for stop in ahead if stop.place in after]
    now = [place for place in after if place in before]
    if before != now:
        first = next(place for place, was in zip(now, before, strict=True) if place != was)
        yield f"Another order: {first} comes earlier now"


def _finish(old: Itinerary, new: Itinerary) -> Iterator[str]:
    was, now = (minutes(plan.depart) + plan.total.seconds / 60 for plan in (old, new))
    if abs(now - was) >= 1:
        yield f"You are done at {clock(now)} instead of {clock(was)}"
