"""Where a walk stands: which stop comes next, what is ticked off, and how long the stops took."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby

import msgspec

from hqguide.notebook.dwell import Stay
from hqguide.notebook.walks import Mark, Tick
from hqguide.route.itinerary import Itinerary, Stop, StopItem


class Progress(msgspec.Struct, frozen=True):
    """A walk under way: the plan as it is now, the ticks, and the number of the stop to go to (0: done).

    ``name`` is the list it buys, empty for a file; ``changes`` tell what the latest plan changed.
    """

    plan: Itinerary
    name: str
    ticks: tuple[Tick, ...]
    next_stop: int
    changes: tuple[str, ...] = ()

    def mark(self, stop: Stop, item: StopItem) -> Mark | None:
        """What is known of ``item`` at ``stop``; ``None`` when it is still to be seen to."""
        return mark_of(self.ticks, stop, item)


def mark_of(ticks: Sequence[Tick], stop: Stop, item: StopItem) -> Mark | None:
    """The latest mark of ``item`` at ``stop``, or that the whole place is closed."""
    for tick in reversed(ticks):
        if tick.place == stop.place and (
            tick.mark == "closed" or (tick.item, tick.text) == (item.id, item.text)
        ):
            return tick.mark
    return None


def next_stop(plan: Itinerary, ticks: Sequence[Tick]) -> int:
    """The number of the first stop with something left to see to; 0 when there is none."""
    for number, stop in enumerate(plan.stops, start=1):
        seen = any(tick.place == stop.place for tick in ticks)
        if not seen if not stop.items else any(mark_of(ticks, stop, item) is None for item in stop.items):
            return number
    return 0


def done_places(plan: Itinerary, ticks: Sequence[Tick]) -> frozenset[str]:
    """The places of ``plan`` at which nothing is left to see to."""
    return frozenset(
        stop.place
        for stop in plan.stops
        if stop.items and all(mark_of(ticks, stop, item) is not None for item in stop.items)
    )


def stays(plan: Itinerary, ticks: Sequence[Tick], learnt: int, extra: Mapping[str, float]) -> Iterator[Stay]:
    """How long the stops between the ticks took, from the tick numbered ``learnt`` on.

    A stop begins when its predecessor's last tick and the walk between them are over, so only stops reached
    from the one before them in the plan count. ``extra`` holds the seconds of the search by place, which
    are not part of the dwell.
    """
    legs = {(leg.origin, leg.target): leg.seconds for leg in plan.legs}
    before: Tick | None = ticks[learnt - 1] if learnt else None
    for place, group in groupby(ticks[learnt:], key=lambda tick: tick.place):
        here = list(group)
        if before is not None and (before.place, place) in legs and here[-1].mark != "closed":
            passed = datetime.fromisoformat(here[-1].at) - datetime.fromisoformat(before.at)
            seconds = passed.total_seconds() - legs[before.place, place] - extra.get(place, 0.0)
            if seconds > 0:
                yield Stay(round(seconds, 1), len(here))
        before = here[-1]
