"""A synthetic district for the route bench: halls, floors, counters, and lists of items sold at them.

Nothing here is a real place. Twelve halls of three to eight floors stand in two rows along three streets. A
floor has five aisles with twenty counters each and three cross aisles, two staircases, an escalator and
a lift. Times are seconds; the speeds are round assumptions.
"""

import math
import random
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hqguide.route.solver.task import Task

STOP_SECONDS = 60.0
AISLE, STREET = 1.0, 1.2  # metres a second
STAIRS, ESCALATOR, LIFT_WAIT, LIFT_FLOOR, CROSSING = 20.0, 30.0, 60.0, 6.0, 15.0
HALLS, AISLES, COUNTERS_AN_AISLE, CROSS_AISLES = 12, 5, 20, 3
STREETS = (-10.0, 75.0, 165.0)

Times = NDArray[np.float64]
Spot = tuple[float, int]  # metres along the aisle, and its number


@dataclass(frozen=True)
class Hall:
    """Where a hall stands, how large it is, and its floors."""

    east: float
    north: float
    wide: float
    deep: float
    floors: int

    def walk(self, a: Spot, b: Spot) -> float:
        """Seconds between two spots of one floor, along aisles and the best cross aisle."""
        if a[1] == b[1]:
            return abs(a[0] - b[0]) / AISLE
        crossings = (self.wide * number / (CROSS_AISLES - 1) for number in range(CROSS_AISLES))
        across = min(abs(a[0] - x) + abs(b[0] - x) for x in crossings)
        return (across + abs(a[1] - b[1]) * self.deep / AISLES) / AISLE

    def portals(self) -> tuple[Spot, ...]:
        """Staircase, escalator, staircase, lift; doors are at the escalator's cross aisle, front and back."""
        middle = self.wide / 2
        return (0.0, 0), (middle, AISLES // 2), (self.wide, AISLES - 1), (middle, AISLES - 1)


@dataclass(frozen=True)
class District:
    """Halls, counters as (hall, floor, spot), and seconds between any two ways in and out of a floor."""

    halls: tuple[Hall, ...]
    counters: tuple[tuple[int, int, Spot], ...]
    portal: dict[tuple[int, int, int], int]
    between: Times


def district(seed: int = 1) -> District:
    """The halls and counters of a seed."""
    rng = random.Random(seed)  # noqa: S311 - a synthetic district
    halls = tuple(
        Hall(
            number // 2 * 110 + rng.uniform(-5, 5),
            number % 2 * 90,
            rng.choice([50, 60, 70]),
            rng.choice([30, 36, 42]),
            rng.randint(3, 8),
        )
        for number in range(HALLS)
    )
    half = COUNTERS_AN_AISLE // 2
    counters = tuple(
        (number, floor, (hall.wide * (column + 0.5) / half, aisle))
        for number, hall in enumerate(halls)
        for floor in range(hall.floors)
        for aisle in range(AISLES)
        for column in range(half)
        for _ in range(2)
    )
    return District(halls, counters, *_portals(halls))


def _portals(halls: tuple[Hall, ...]) -> tuple[dict[tuple[int, int, int], int], Times]:
    """Numbers of all portals, the station last, and the shortest times between them (Floyd and Warshall)."""
    keys = [(h, f, p) for h, hall in enumerate(halls) for f in range(hall.floors) for p in range(4)]
    portal = {key: number for number, key in enumerate(keys)}
    times = np.full((len(keys) + 1, len(keys) + 1), np.inf)
    np.fill_diagonal(times, 0.0)

    def join(a: int, b: int, seconds: float) -> None:
        times[a, b] = times[b, a] = min(times[a, b], seconds)

    for h, f, p in keys:
        spots = halls[h].portals()
        for q in range(p):
            join(portal[h, f, p], portal[h, f, q], halls[h].walk(spots[p], spots[q]))
        for g in range(f):
            if p == 3:
                join(portal[h, f, p], portal[h, g, p], LIFT_WAIT + LIFT_FLOOR * (f - g))
            elif g == f - 1:
                join(portal[h, f, p], portal[h, g, p], ESCALATOR if p == 1 else STAIRS)
    doors = [(h, back, *_door(hall, back)) for h, hall in enumerate(halls) for back in (False, True)]
    station = len(keys)
    for h, back, east, north in doors:
        way = halls[h].walk(halls[h].portals()[1], (halls[h].wide / 2, AISLES - 1 if back else 0)) + 6
        entry = portal[h, 0, 1]
        join(station, entry, way + _street(-50.0, 75.0, east, north))
        for g, other_back, other_east, other_north in doors:
            if g != h:
                on = (
                    halls[g].walk(halls[g].portals()[1], (halls[g].wide / 2, AISLES - 1 if other_back else 0))
                    + 6
                )
                join(entry, portal[g, 0, 1], way + _street(east, north, other_east, other_north) + on)
    for middle in range(len(times)):
        np.minimum(times, times[:, middle, None] + times[None, middle], out=times)
    return portal, times


def _door(hall: Hall, back: bool) -> tuple[float, float]:
    north = hall.north + hall.deep + 3 if back else hall.north - 3
    return hall.east + hall.wide / 2, min(STREETS, key=lambda street: abs(street - north))


def _street(east: float, north: float, other_east: float, other_north: float) -> float:
    """Seconds along the streets; changing the street costs a crossing."""
    if north == other_north:
        return abs(east - other_east) / STREET
    return (abs(east - other_east) + abs(north - other_north)) / STREET + CROSSING


def errand(place: District, items: int, seed: int, yuan: float = 0.0, *, different: bool = False) -> Task:
    """A list of ``items``, each sold at 3 to 50 counters, three quarters of them on its home floors.

    The walk starts and ends at the station, site 0. ``yuan`` is what a unit of money is worth in seconds.
    The counters of an item are drawn 3 to 50 times (the logarithm even), so that one drawn twice counts
    once; with ``different`` it is drawn on until there are so many different ones.
    """
    rng = random.Random(seed * 1000 + items)  # noqa: S311 - a synthetic list
    floors: dict[tuple[int, int], list[int]] = {}
    for number, (hall, floor, _) in enumerate(place.counters):
        floors.setdefault((hall, floor), []).append(number)
    homes = []
    for _ in range(max(4, items // 12)):
        chosen = rng.sample(sorted(floors), rng.randint(2, 4))
        homes.append([counter for floor in chosen for counter in rng.sample(floors[floor], 30)])
    sold: list[dict[int, float]] = []
    for _ in range(items):
        home, base = rng.choice(homes), math.exp(rng.uniform(math.log(2), math.log(200)))
        offers: dict[int, float] = {}
        wanted, draws = round(math.exp(rng.uniform(math.log(3), math.log(50)))), 0
        while (len(offers) if different else draws) < wanted:
            draws += 1
            counter = rng.choice(home) if rng.random() < 0.75 else rng.randrange(len(place.counters))
            offers[counter] = round(base * rng.uniform(0.85, 1.2), 2) * yuan
        sold.append(offers)
    counters = sorted({counter for offers in sold for counter in offers})
    site = {counter: number for number, counter in enumerate(counters, start=1)}
    return Task(
        travel=travel(place, counters),
        start=0,
        end=0,
        stop=(0.0, *(STOP_SECONDS for _ in counters)),
        offers=tuple(tuple((site[at], cost) for at, cost in sorted(offers.items())) for offers in sold),
    )


def travel(place: District, counters: list[int]) -> Times:
    """Seconds between the station, row 0, and counters: by portals, or along the aisles of one floor."""
    exits = np.full((len(counters) + 1, len(place.between)), np.inf)
    exits[0, -1] = 0.0
    floors: dict[tuple[int, int], list[int]] = {}
    for row, counter in enumerate(counters, start=1):
        hall, floor, spot = place.counters[counter]
        floors.setdefault((hall, floor), []).append(row)
        for number, other in enumerate(place.halls[hall].portals()):
            exits[row, place.portal[hall, floor, number]] = place.halls[hall].walk(spot, other)
    reach = np.full_like(exits, np.inf)
    for number in range(exits.shape[1]):
        rows = np.flatnonzero(np.isfinite(exits[:, number]))
        reach[rows] = np.minimum(reach[rows], exits[rows, number, None] + place.between[number])
    times = np.full((len(exits), len(exits)), np.inf)
    for number in range(exits.shape[1]):
        rows = np.flatnonzero(np.isfinite(exits[:, number]))
        times[:, rows] = np.minimum(times[:, rows], reach[:, number, None] + exits[rows, number])
    for (hall, _), inside in floors.items():
        spots = [place.counters[counters[row - 1]][2] for row in inside]
        for row, spot in zip(inside, spots, strict=True):
            walks = [place.halls[hall].walk(spot, neighbour) for neighbour in spots]
            times[row, inside] = np.minimum(times[row, inside], walks)
    return times
