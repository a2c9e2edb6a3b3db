"""A synthetic guide: three halls that do not exist, answers by a small table, a walk made up on the spot."""

import threading
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import msgspec

from hqguide.atlas import Tongue
from hqguide.errands.progress import Progress
from hqguide.errors import GuideError
from hqguide.guide import Guide
from hqguide.handouts import rendered
from hqguide.market.district import District, Junction, Station, StationExit, Street
from hqguide.market.fieldnotes import Advice
from hqguide.market.floorplan import Accuracy, Escalator, Exit, FloorPlan, Link, PlanCounter, Scale, Up, Zone
from hqguide.market.model import (
    Building,
    Claim,
    CounterRule,
    Floor,
    Goods,
    Hours,
    Joint,
    Name,
    Position,
    Source,
    Stall,
    State,
    Status,
)
from hqguide.market.pack import Manifest, Market, default_folder
from hqguide.notebook.lists import ListItem
from hqguide.parts.beside import Context
from hqguide.parts.language import Language, load_language
from hqguide.route.itinerary import Itinerary, LeftOut, Leg, Stop, StopItem, Total
from hqguide.route.pace import Pace, load_pace
from hqguide.route.trip import Trip
from hqguide.search.answer import Answer, CategoryHit, Evidence, PlaceHit, Reason

NOWHERE = 22.5, 114.0


def near(north: float = 0.0, east: float = 0.0) -> Position:
    """A made-up point so many degrees from nowhere."""
    return Position(NOWHERE[0] + north, NOWHERE[1] + east, 10, "test", "synthetic-source")


def _joined(ident: str) -> tuple[Joint, ...]:
    """The second floors of the hall and its annex are joined."""
    other = {"synthetic-hall": "synthetic-annex", "synthetic-annex": "synthetic-hall"}.get(ident)
    return (Joint(other, 2),) if other else ()


def hall(ident: str, zh: str, en: str, state: State, east: float) -> Building:
    """A made-up hall ``east`` degrees from nowhere."""
    claim = Claim(
        id=f"{ident}-claim",
        method="signage photo",
        confidence="medium",
        source="synthetic-source",
        goods=(Goods(zh="电阻", en="resistors", categories=("resistor",)),),
        as_of="2024-05",
    )
    return Building(
        id=ident,
        name=Name(zh=zh, en=en, pinyin="jiǎ lóu"),
        kind="market",
        status=Status(state=state, as_of="2026-01-01", note="made up for the tests"),
        position=near(east=east),
        hours=(Hours(days="daily", open="10:00", close="18:00", source="synthetic-source", as_of="2025"),),
        floors=(
            Floor(level=1, label="1F", claims=(claim,)),
            Floor(level=2, label="2F", access=("hidden lift",), joined=_joined(ident)),
        ),
        counter_rules=(
            CounterRule(r"(\d)(\d{3})", "2955", "floor|serial", "synthetic-source"),
            CounterRule(r"(\d)([A-Z])(\d{2})", "1A07", "floor|zone|serial", "synthetic-source"),
        ),
    )


def square(left: float, top: float, size: float = 10.0) -> tuple[tuple[float, float], ...]:
    """A made-up outline."""
    return ((left, top), (left + size, top), (left + size, top + size), (left, top + size))


PLAN = FloorPlan(
    id="synthetic-hall-2F",
    building="synthetic-hall",
    level=2,
    as_of="2024-05-01",
    source="synthetic-source",
    evidence="made up for the tests",
    up=Up("north", "made up", "high"),
    outline=((0, 0), (100, 0), (100, 40), (0, 40)),
    accuracy=Accuracy(1.0),
    size=(100, 40),
    scale=Scale(0.5, "made up", "medium"),
    zones=(Zone("w", "West", "red", ((1, 1), (45, 1), (45, 39), (1, 39))),),
    escalators=(Escalator("E", (square(60, 15),)),),
    exits=(Exit((0, 20), "west door"),),
    links=(Link((100, 20), "synthetic-annex", "to the annex"),),
    counters=tuple(
        PlanCounter("high", number, square(left, top))
        for number, left, top in (("2954", 5, 5), ("2955", 5, 25), ("2956", 25, 5), ("2957", 80, 5))
    ),
)
STALLS = (
    Stall(
        id="synthetic-stall",
        kind="counter",
        building="synthetic-hall",
        level=2,
        counter="2955",
        name=Name(zh="合成电子", en="Synthetic Parts"),
        claims=(
            Claim(
                id="synthetic-stall-claim",
                method="signage photo",
                confidence="medium",
                source="synthetic-source",
                goods=(Goods(zh="电阻", en="resistors", categories=("resistor",)),),
                as_of="2013",
                as_of_estimated=True,
            ),
        ),
    ),
)

HALLS = (
    hall("synthetic-hall", "合成楼", "Synthetic Hall", "open", 0.0),
    hall("synthetic-annex", "合成附楼", "Synthetic Annex", "open", 0.002),
    hall("synthetic-ruin", "合成旧楼", "Synthetic Ruin", "closed", 0.004),
)

RESISTOR = CategoryHit("resistor", "resistor", "电阻", "diàn zǔ", 1.0, "alias")
CAPACITOR = CategoryHit("capacitor", "capacitor", "电容", "diàn róng", 0.6, "typo")
MAGNET = CategoryHit("magnet", "magnet", "磁铁", "cí tiě", 1.0, "alias")


def hit(place: str, **values: object) -> PlaceHit:
    """A made-up place that sells resistors, unless ``values`` say otherwise."""
    building, *rest = place.split("/")
    known = next(one for one in HALLS if one.id == building)
    fields: dict[str, object] = {
        "place": place,
        "building": building,
        "building_name": str(known.name),
        "floor": rest[0] if rest else None,
        "counter": rest[1] if len(rest) > 1 else None,
        "name": None,
        "sells": "resistors, capacitors 电阻 电容",
        "categories": ("resistor",),
        "score": 1.0,
        "status": known.status.state,
        "as_of": "2024-05",
        "confidence": "high",
        "method": "signage photo",
        "source": "synthetic-source",
    }
    return PlaceHit(**(fields | values))  # type: ignore[arg-type]


OLD = Evidence(
    "old-claim", "capacitors", "2013", "low", "operator sign", "synthetic-old", "from a test", superseded=True
)
PLACES = (
    hit("synthetic-hall/2F/2955", name="合成电子 Synthetic Parts", older=(OLD,), note="seen in a test"),
    hit("synthetic-hall/1F/1A07", confidence="medium", as_of="2019"),
    hit("synthetic-annex/1F", confidence="low", as_of=None, sells="resistor kits 电阻包"),
)
RUIN = hit("synthetic-ruin/3F/3001", as_of="2011")
ANSWERS = {
    "resistor": Answer("resistor", "place", (RESISTOR, CAPACITOR), PLACES, (RUIN,)),
    "电阻": Answer("电阻", "place", (RESISTOR,), PLACES[:2]),
    "magnet": Answer("magnet", "category", (MAGNET,), notes=("Ask in the annex.",)),
    "relic": Answer("relic", "closed", (RESISTOR,), (), (RUIN,)),
}


class FakeGuide(Guide):
    """Answers from the tables above. ``warming`` and ``planning`` hold the workers until they are set."""

    def __init__(self, notebook: Path) -> None:
        super().__init__(None, notebook)
        self.warming, self.planning = threading.Event(), threading.Event()
        self.warming.set()
        self.planning.set()
        self.asked: list[str] = []
        self.explained: list[str] = []
        self.answers = dict(ANSWERS)
        self.plan_error: GuideError | None = None

    @cached_property
    def market(self) -> Market:
        """Three halls, one stall."""
        return Market(
            folder=Path("synthetic"),
            manifest=Manifest(format=1, name="Synthetic pack", version="0", as_of="2026-01-01"),
            buildings=HALLS,
            stalls=STALLS,
            sources={"synthetic-source": Source("A test", "test", "none", "here")},
        )

    @cached_property
    def district(self) -> District:
        """Two streets that cross, and a station."""
        lat, lon = NOWHERE
        road = (lat, lon - 0.004), (lat, lon + 0.006)
        lane = (lat - 0.003, lon + 0.001), (lat + 0.003, lon + 0.001)
        return District(
            attribution="© synthetic",
            licence="none",
            streets=(
                Street("primary", road, "good", "合成路", "Synthetic Road"),
                Street("primary", lane, "good", "合成街", "Mock Lane"),
            ),
            junctions=(Junction((), lat - 0.002, lon - 0.003), Junction((), lat + 0.002, lon + 0.005)),
            footprints=(),
            stations=(
                Station(
                    "synthetic-station",
                    "合成路口",
                    "Synthetic Station",
                    ("9",),
                    near(0.001, 0.001),
                    exits=(StationExit("A", ("合成楼",)),),
                ),
            ),
        )

    @cached_property
    def floorplans(self) -> tuple[FloorPlan, ...]:
        """The second floor of the first hall."""
        return (PLAN,)

    @cached_property
    def language(self) -> Language:
        """The shipped words, which bills of materials are read with."""
        return load_language(default_folder())

    @cached_property
    def _written_pace(self) -> Pace:
        return load_pace(default_folder())

    @cached_property
    def _advice(self) -> tuple[Advice, ...]:
        return ()

    def warm(self) -> None:
        """Wait until the test lets it."""
        self.warming.wait(10)

    def find(
        self,
        query: str,
        limit: int = 10,
        near: str | None = None,
        *,
        why: bool = False,
        instead: bool = False,
        context: Context | None = None,
    ) -> Answer:
        """The answer of the table, or that nothing is known."""
        self.asked.append(query)
        if query == "boom":
            raise GuideError("a query that fails", hint="Made up.")
        answer = self.answers.get(query, Answer(query, "nothing"))
        if not why:
            return answer
        self.explained.append(query)
        told = (Reason(0.8, "a made-up reason"), Reason(0.25, f"the score of {query}"))
        places = tuple(msgspec.structs.replace(place, why=told) for place in answer.places)
        return msgspec.structs.replace(answer, places=places)

    def plan(self, lines: Sequence[ListItem], trip: Trip) -> Itinerary:
        """Everything that is not a magnet is bought at two stops."""
        self.planning.wait(10)
        if self.plan_error is not None:
            raise self.plan_error
        wanted = [line for line in lines if line.state == "wanted"]
        bought = [
            StopItem(one.text, one.quantity, "电阻", "diàn zǔ", "synthetic-annex/1F", id=one.id)
            for one in wanted
        ]
        found = [one for one in bought if one.text != "magnet"]
        stops = tuple(
            Stop(
                place.place, place.building, place.building_name, place.floor, place.counter, place.name,
                f"10:{10 + 20 * number:02d}", f"10:{18 + 20 * number:02d}", tuple(found[number::2]),
                "best evidence", place.as_of, place.source,
            )
            for number, place in enumerate(PLACES[:2])
            if found[number::2]
        )  # fmt: skip
        way = (NOWHERE, (NOWHERE[0], NOWHERE[1] + 0.001))
        legs = tuple(
            Leg("here", stop.place, 240.0, 300.0, "walk east, escalator to 2F", way) for stop in stops
        )
        return Itinerary(
            start="Synthetic Station",
            date="2026-11-23",
            depart=trip.depart,
            stops=stops,
            legs=legs,
            total=Total(3900.0, 480.0, 12.5),
            unplaced=tuple(
                LeftOut(one.text, "no place on record", "磁铁", "cí tiě")
                for one in wanted
                if one.text == "magnet"
            ),
            dropped=(LeftOut("inductor", "over the time budget"),) if len(wanted) > 2 else (),
            warnings=("Hours of Synthetic Hall are of 2025.",),
            assumptions=("70 m a minute",),
            nearest_first_seconds=4500.0,
            proven=True,
            trip=trip,
        )

    def render(self, itinerary: Itinerary, fmt: str, language: Tongue = "en") -> str | bytes:
        """The made-up walk as it is: no checker would let it pass."""
        return rendered(self.market, self.drawn_district, self.floorplans, itinerary, fmt, language)

    def better_plans(self, lines: Sequence[ListItem], trip: Trip) -> Iterator[Itinerary]:
        """The one plan there is."""
        yield self.plan(lines, trip)

    def split_plan(self, lines: Sequence[ListItem], trip: Trip, people: int) -> tuple[Itinerary, ...]:
        """Every so-manieth line for each."""
        wanted = [line for line in lines if line.state == "wanted"]
        plans = [self.plan(wanted[number::people], trip) for number in range(people)]
        return tuple(
            msgspec.structs.replace(plan, part=number, parts=people) for number, plan in enumerate(plans, 1)
        )

    def replan(self, here: str = "", at: str = "") -> Progress:
        """What is still wanted, planned again, with a change made up."""
        lines = self.lists.show()
        plan = msgspec.structs.replace(self.plan(lines, Trip()), changes=("A made-up change",))
        return self.walking.begin(plan, lines, "shopping")
