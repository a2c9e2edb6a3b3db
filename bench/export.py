"""How long each export of a walk with many items takes and how large it is, beside a peer where there is one.

Usage: python -m bench.export [ITEMS] [ROUNDS]

The walk is synthetic: ITEMS (200) invented goods at stops in the halls of the data pack that have a position,
five items a stop. `first` is the first export of the process, with the libraries it loads; `ms` is the median
of ROUNDS (5) more. Both are processor time. Formats with pictures include drawing them. A peer is another
library writing out the same data it has read back from our file; it has no wording, escaping or checking to
do. Times are printed and never fail the run.
"""

import io
import json
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise

from hqguide.export.formats import FORMATS
from hqguide.export.list_formats import LIST_FORMATS
from hqguide.guide import Guide
from hqguide.handouts import rendered
from hqguide.market.model import Building
from hqguide.notebook.item import ListItem
from hqguide.route.itinerary import Itinerary, Leg, Stop, StopItem, Total

ITEMS, ROUNDS, ITEMS_A_STOP, POINTS_A_LEG = 200, 5, 5, 8
GOAL_MS: Mapping[str, int] = {"html": 300, "pdf": 3000}
GOAL_KB: Mapping[str, int] = {"html": 300}
OTHER_GOAL_MS = 1000


def synthetic_walk(halls: tuple[Building, ...], items: int) -> Itinerary:
    """A walk through ``halls`` in turn that buys ``items`` invented goods."""
    counts = [min(ITEMS_A_STOP, items - at) for at in range(0, items, ITEMS_A_STOP)]
    stops = tuple(_stop(halls[at % len(halls)], at, count) for at, count in enumerate(counts))
    places = [halls[at % len(halls)].position for at in range(-1, len(counts))]
    legs = tuple(
        Leg(
            "synthetic start",
            "synthetic end",
            250.0,
            240.0,
            "out of the hall, north-east 190 m, into the next one, escalator up to 2F",
            tuple(
                (one.lat + (two.lat - one.lat) * step / 9, one.lon + (two.lon - one.lon) * step / 9)
                for step in range(1, POINTS_A_LEG + 1)
            ),
        )
        for one, two in pairwise(places)
        if one and two
    )
    return Itinerary("Synthetic start", "2026-11-24", "10:00", stops, legs, Total(30_000.0, 12_000.0, 0.0))


def _stop(hall: Building, number: int, items: int) -> Stop:
    floor = hall.floors[number % len(hall.floors)].label if hall.floors else None
    clock = 600 + 8 * number
    return Stop(
        f"{hall.id}/{floor}/synthetic-{number}" if floor else hall.id,
        hall.id,
        str(hall.name),
        floor,
        f"S{number:03}",
        "合成样品电子 Synthetic Sample Electronics",
        f"{clock // 60 % 24:02}:{clock % 60:02}",
        f"{(clock + 6) // 60 % 24:02}:{(clock + 6) % 60:02}",
        tuple(_item(number * ITEMS_A_STOP + at) for at in range(items)),
        "电阻/电容 resistors and capacitors, 片状器件 SMD chip components, 开关/接插件 switches",
        "2013-04-14",
        "synthetic-source",
    )


def _item(number: int) -> StopItem:
    text = f"synthetic capacitor no. {number} 0603 X7R 50 V"
    return StopItem(
        text, 10 + number, "贴片电容", "tiēpiàn diànróng", "synthetic/4F", "Synthetic Hall 4F", number
    )


def milliseconds(call: Callable[[], object]) -> float:
    """Processor time of one call."""
    start = time.process_time()
    call()
    return (time.process_time() - start) * 1e3


def _xlsx(data: bytes) -> Callable[[], object]:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data))
    return lambda: book.save(io.BytesIO())


def _ics(data: bytes) -> Callable[[], object]:
    import vobject

    calendar = vobject.readOne(data.decode())
    serialize: Callable[[], object] = calendar.serialize
    return serialize


def _gpx(data: bytes) -> Callable[[], object]:
    import gpxpy

    track = gpxpy.parse(data.decode())
    return lambda: track.to_xml(version="1.1")


def _geojson(data: bytes) -> Callable[[], object]:
    import geojson

    collection = geojson.loads(data)
    return lambda: geojson.dumps(collection, indent=1, ensure_ascii=False)


def _json(data: bytes) -> Callable[[], object]:
    value = json.loads(data)
    return lambda: json.dumps(value, indent=1, ensure_ascii=False)


PEERS: Mapping[str, tuple[str, Callable[[bytes], Callable[[], object]]]] = {
    "xlsx": ("openpyxl", _xlsx),
    "ics": ("vobject", _ics),
    "gpx": ("gpxpy", _gpx),
    "geojson": ("geojson", _geojson),
    "json": ("json", _json),
}


def report(name: str, fmt: str, rounds: int, make: Callable[[], str | bytes]) -> None:
    """Print the row of one format."""
    made: list[str | bytes] = []
    first = milliseconds(lambda: made.append(make()))
    data = made[0].encode() if isinstance(made[0], str) else made[0]
    took = statistics.median(milliseconds(make) for _ in range(rounds))
    goal, most = GOAL_MS.get(fmt, OTHER_GOAL_MS), GOAL_KB.get(fmt)
    met = took <= goal and (most is None or len(data) <= most * 1000)
    wanted = f"{goal} ms" + (f", {most} kB" if most else "")
    beside = ""
    if fmt in PEERS:
        peer, read = PEERS[fmt]
        other = read(data)
        beside = f"{peer} {statistics.median(milliseconds(other) for _ in range(rounds)):.0f} ms"
    met_word = "met" if met else "MISSED"
    print(f"{name:14}{first:>9.0f}{took:>9.0f}{len(data) / 1000:>9.1f}  {wanted:16}{met_word:8}{beside}")


def main(items: int, rounds: int) -> None:
    """Print a row for every format of a walk, and of a list."""
    guide = Guide()
    halls = tuple(hall for hall in guide.market.buildings if hall.position)
    walk = synthetic_walk(halls, items)
    print(f"{items} items, {len(walk.stops)} stops in {len({stop.building for stop in walk.stops})} halls")
    print(f"{'format':14}{'first':>9}{'ms':>9}{'kB':>9}  {'goal':16}{'':8}peer")
    for fmt in FORMATS:
        report(fmt, fmt, rounds, partial(rendered, guide.market, guide.district, guide.floorplans, walk, fmt))
    lines = [ListItem(at + 1, item.text, item.quantity) for at, item in enumerate(_all(walk))]
    shopping = guide.shopping("synthetic", lines)
    for fmt, render in LIST_FORMATS.items():
        report(f"list {fmt}", "", rounds, partial(render, shopping))


def _all(walk: Itinerary) -> list[StopItem]:
    return [item for stop in walk.stops for item in stop.items]


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*given, *(ITEMS, ROUNDS)[len(given) :])
