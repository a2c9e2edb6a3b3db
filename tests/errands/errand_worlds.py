"""A synthetic market with a notebook, and plans over it made without a search for what the words mean."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import msgspec

from hqguide.errands.planning import Errands, Ground
from hqguide.errands.walking import Walking
from hqguide.market.hours import Opening, load_calendar
from hqguide.market.pack import default_folder
from hqguide.market.places import resolve
from hqguide.notebook.book import Notebook
from hqguide.notebook.lists import ListItem
from hqguide.route.itinerary import Item, Offer
from tests.route.route_worlds import grid_district, grid_market, pace

DAY = "2026-11-24"
A1, A2 = "synthetic-a/1F/1A01", "synthetic-a/2F/2A01"
B1, C1 = "synthetic-b/1F/1A01", "synthetic-c/1F/1A01"
SELLERS = {
    "resistor": ((A1, 0.9), (C1, 0.8)),
    "screw": ((A1, 0.9), (B1, 0.9)),
    "screen": ((A2, 0.9), (C1, 0.5)),
    "cable": ((B1, 0.9),),
    "nothing": (),
}


class SyntheticErrands(Errands):
    """Knows who sells what by the table above."""

    def __init__(self, now: Callable[[], datetime] | None = None) -> None:
        ground = Ground(grid_market(), grid_district(), None, None)  # type: ignore[arg-type]
        super().__init__(ground, pace, now)

    def items(self, lines: Sequence[ListItem]) -> tuple[Item, ...]:
        """The wanted lines with the sellers of the table."""
        return tuple(
            Item(
                text=line.text,
                quantity=line.quantity,
                id=line.id,
                offers=tuple(
                    Offer(place, weight, "2026", f"sells {line.text}", "high", "synthetic")
                    for place, weight in SELLERS[line.text]
                ),
            )
            for line in lines
            if line.state == "wanted"
        )

    def items_again(self, lines: Sequence[ListItem]) -> tuple[Item, ...]:
        """The same."""
        return self.items(lines)

    def _open(self, building: str, day: date) -> Opening:
        typical = msgspec.structs.replace(load_calendar(default_folder()).typical[0])
        return Opening(day, "record", "10:00", "20:00", "2026", ("synthetic",), typical, building)


def walking(path: Path) -> Walking:
    """The walk of a notebook at ``path``."""
    return Walking(Notebook(path), pace, lambda text: resolve(grid_market(), text).path)
