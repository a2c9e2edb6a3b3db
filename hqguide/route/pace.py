"""How long walking, climbing and buying take: every duration of the walk, read from ``walking.json``."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec.structs import replace

from hqguide.errors import GuideError
from hqguide.market.model import Record, floor_label
from hqguide.market.pack import read_file

FILE = "walking.json"
Unit = Literal["m/s", "ratio", "m", "s", "floor"]
Value = Annotated[float, msgspec.Meta(ge=0, le=86400)]


class Quantity(Record, frozen=True):
    """One figure with its unit and its source; a source that begins with "assumption" is nobody's measure."""

    value: Value
    unit: Unit
    source: str


class Climb(Record, frozen=True):
    """A change of floor: seconds, and what is taken (``escalator``, ``stairs`` or ``lift``)."""

    seconds: float
    means: str


class Pace(Record, frozen=True):
    """The figures of ``walking.json``; each is explained in ``docs/walking.md``."""

    about: str
    vertical: Literal["escalator", "stairs", "lift"]
    street_speed: Quantity
    aisle_speed: Quantity
    street_detour: Quantity
    join_gap: Quantity
    enter_building: Quantity
    counter_walk: Quantity
    zone_walk: Quantity
    zone_counter: Quantity
    joined_passage: Quantity
    escalator_floor: Quantity
    escalator_top: Quantity
    stairs_up: Quantity
    stairs_down: Quantity
    lift_wait: Quantity
    lift_floor: Quantity
    stop: Quantity
    item: Quantity
    find_counter: Quantity
    find_floor: Quantity
    failed_search: Quantity

    def figures(self) -> dict[str, Quantity]:
        """Every figure by its name in the file, in file order."""
        values = {name: getattr(self, name) for name in self.__struct_fields__}
        return {name: value for name, value in values.items() if isinstance(value, Quantity)}

    def street_seconds(self, metres: float) -> float:
        """Seconds for ``metres`` of street."""
        return metres / self.street_speed.value

    def aisle_seconds(self, metres: float) -> float:
        """Seconds for ``metres`` inside a hall."""
        return metres / self.aisle_speed.value

    def climb(self, origin: int, target: int) -> Climb:
        """From one level to another of a building; escalators end at ``escalator_top``."""
        floors = abs(storey(target) - storey(origin))
        top = max(origin, target)
        if self.vertical == "stairs":
            up = target > origin
            return Climb(floors * (self.stairs_up if up else self.stairs_down).value, "stairs")
        if self.vertical == "escalator" and top <= self.escalator_top.value:
            return Climb(floors * self.escalator_floor.value, "escalator")
        return Climb(self.lift_wait.value + floors * self.lift_floor.value, "lift")

    def stop_seconds(self, level: int | None, counter: str | None) -> float:
        """Seconds at a place before anything is handed over: the search for it and the talk."""
        return self.stop.value + self.search_seconds(level, counter)

    def search_seconds(self, floor: int | str | None, counter: str | None) -> float:
        """Seconds to find a place of which the floor or the counter is not known."""
        if floor is None:
            return self.find_floor.value
        return self.find_counter.value if counter is None else 0.0

    def with_dwell(self, stop: float, item: float, source: str) -> "Pace":
        """The same pace with other seconds for each stop and each line."""
        return replace(
            self,
            stop=replace(self.stop, value=stop, source=source),
            item=replace(self.item, value=item, source=source),
        )

    def doubt_seconds(self, weight: float) -> float:
        """Expected seconds lost because a place of this ``weight`` (0 to 1) may not sell the item."""
        return (1.0 - min(1.0, max(0.0, weight))) * self.failed_search.value

    def words(self) -> tuple[str, ...]:
        """The figures that shape a walk, one short sentence each."""
        return (
            f"Walking {self.street_speed.value:g} m/s in streets, {self.aisle_speed.value:g} m/s in aisles.",
            f"{self.counter_walk.value:g} m from the middle of a floor to each counter.",
            self._zone_words(),
            self._vertical_words(),
            f"{self.enter_building.value:g} s to go into a building.",
            f"{self.stop.value:g} s at each stop and {self.item.value:g} s for each item.",
            f"{self.find_counter.value:g} s to find an unknown counter, {self.find_floor.value:g} s a floor.",
            f"A doubtful place may cost up to {self.failed_search.value:g} s more; no time includes that.",
        )

    def _zone_words(self) -> str:
        near = 2 * self.zone_counter.value
        far = near + 2 * self.zone_walk.value
        return f"Zones are told by counter numbers: {near:g} m inside one, {far:g} m from one to another."

    def _vertical_words(self) -> str:
        lift = f"{self.lift_wait.value:g} s for the lift and {self.lift_floor.value:g} s a floor"
        if self.vertical == "stairs":
            return f"Stairs: {self.stairs_up.value:g} s a floor up, {self.stairs_down.value:g} s down."
        if self.vertical == "lift":
            return f"Lifts: {lift}."
        top = floor_label(int(self.escalator_top.value))
        return f"Escalators to {top}: {self.escalator_floor.value:g} s a floor; above it {lift}."


UNITS: dict[str, Unit] = {
    "street_speed": "m/s",
    "aisle_speed": "m/s",
    "street_detour": "ratio",
    "join_gap": "m",
    "counter_walk": "m",
    "zone_walk": "m",
    "zone_counter": "m",
    "joined_passage": "m",
    "escalator_top": "floor",
}


def storey(level: int) -> int:
    """Storeys above the ground: 0 for 1F, -1 for B1, because no level is called 0."""
    return level - 1 if level > 0 else level


def load_pace(folder: Path) -> Pace:
    """Read ``walking.json`` of ``folder``; :class:`GuideError` names a figure that cannot be."""
    pace = read_file(folder, FILE, Pace)
    for name, figure in pace.figures().items():
        unit = UNITS.get(name, "s")
        if figure.unit != unit:
            raise GuideError(
                f"{name} is in {figure.unit}", where=str(folder / FILE), hint=f"Give it in {unit}."
            )
    for name in ("street_speed", "aisle_speed"):
        if pace.figures()[name].value <= 0:
            raise GuideError(f"{name} must be above 0 m/s", where=str(folder / FILE))
    if pace.street_detour.value < 1:
        raise GuideError("street_detour must be 1 or more", where=str(folder / FILE))
    return pace
