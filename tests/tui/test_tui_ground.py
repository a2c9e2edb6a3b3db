"""Broken or missing ground: a usable map and a plain message."""

from functools import cached_property
from pathlib import Path

from msgspec.structs import replace

from hqguide.errors import GuideError
from hqguide.map.drawing import Drawing, Run
from hqguide.market.district import District
from hqguide.market.floorplan import Block, FloorPlan
from hqguide.market.pack import Market
from hqguide.tui.app import GuideApp
from hqguide.tui.faces.planthing import plan_lines
from hqguide.tui.ground import ground_of
from hqguide.tui.lit import INK, lit
from hqguide.tui.look import Look
from hqguide.tui.picture import fitted
from hqguide.tui.scenes.aim import beyond, spots
from hqguide.tui.screens.find_pages import evidence_of
from hqguide.tui.spot import Spot, spot_of
from tests.tui.fake_guide import ANSWERS, FakeGuide, square
from tests.tui.seeing import loaded, shows


class Broken(FakeGuide):
    """Its streets and its plans cannot be read."""

    @cached_property
    def district(self) -> District:
        """Nothing but an error."""
        raise GuideError("synthetic streets cannot be read")

    @cached_property
    def floorplans(self) -> tuple[FloorPlan, ...]:
        """Nothing but an error."""
        raise GuideError("synthetic plans cannot be read")


class Nowhere(Broken):
    """And nobody knows where its halls stand."""

    @cached_property
    def market(self) -> Market:
        """The synthetic halls without positions."""
        market = FakeGuide(Path("unused")).market
        halls = tuple(replace(one, position=None) for one in market.buildings)
        return replace(market, buildings=halls)


async def test_without_streets_and_plans_halls_and_floors_are_still_shown(tmp_path: Path) -> None:
    app = GuideApp(opener=lambda: Broken(tmp_path / "notebook.json"))
    async with app.run_test(size=(200, 60), notifications=True) as pilot:
        await loaded(pilot, app)
        await pilot.press("f6")
        await shows(pilot, "Synthetic Annex", "cannot be read")
        await pilot.press("n", "enter", "up", "enter")
        await shows(pilot, "schematic: no plan on record", "2955")
        await pilot.press("escape", "escape", "plus", "0")
        await shows(pilot, "[Synthetic Hall 2F]")


async def test_halls_without_any_position_are_reached_by_name(tmp_path: Path) -> None:
    app = GuideApp(opener=lambda: Nowhere(tmp_path / "notebook.json"))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        app.visit.place = "synthetic-hall/2F"
        await pilot.press("f6")
        await shows(pilot, "Synthetic Hall 2F", "cannot be read")
        app.clear_notifications()
        await shows(pilot, "position unknown")
        await pilot.press("escape", "escape")
        await shows(pilot, "Nobody published where")
    ground = ground_of(Nowhere(tmp_path / "other.json"))
    assert fitted(ground, 80, 20, ()).metres_per_cell > 0
    assert ground.plans == ()
    assert len(ground.troubles()) == 2
    assert ground.troubles() == ()


def test_parts_of_a_floor_are_told_with_what_the_sign_says(guide: FakeGuide) -> None:
    (plan,) = guide.floorplans
    block = Block("b1", "counters", square(30, 25), numbers=("2960", "2961"), cells=2, zone="w", label="Row")
    plan, look = replace(plan, blocks=(block,)), Look()

    def told(thing: str, on: FloorPlan | None = plan) -> str:
        return "\n".join("".join(text for text, _ in line) for line in plan_lines(thing, on, 60, look))

    assert told("block:b1").startswith("Counters Row\nCounters  2960, 2961\nZone      w\nDrawn     2")
    assert told("zone:w").startswith("Zone West\nSource    synthetic-source, 2024-05-01")
    assert told("escalator:E").startswith("the escalator")
    assert told("exit:west door").startswith("the exit: west door")
    assert told("room:office").startswith("Not for sale: office")
    assert told("counter:?3").startswith("A counter whose number cannot be read")
    assert told("zone:C", None) == "Zone C"
    assert told("void").startswith("A void: no floor here.")


def test_a_path_leads_as_deep_as_it_is_known(guide: FakeGuide) -> None:
    market = guide.market
    assert spot_of(market, "synthetic-hall/2F/2955") == Spot("synthetic-hall", 2, "2955")
    assert spot_of(market, "synthetic-hall/2F/zzz") == Spot("synthetic-hall", 2, "zzz")
    assert spot_of(market, "synthetic-annex") == Spot("synthetic-annex")
    assert spot_of(market, "nowhere/1F") is None
    assert Spot("synthetic-hall", 2, "2955").path == "synthetic-hall/2F/2955"


def test_evidence_is_a_share_of_the_best_place() -> None:
    answer = ANSWERS["resistor"]
    places = (replace(answer.places[0], score=0.5), replace(answer.places[2], score=0.25))
    assert evidence_of(replace(answer, places=places)) == {"synthetic-hall": 1.0, "synthetic-annex": 0.5}
    assert evidence_of(replace(answer, places=())) == {}


def test_the_cells_of_the_chosen_thing_are_lit_wide_characters_whole() -> None:
    drawing = Drawing(6, 2, ((Run("a店b", "label"), Run("cd", "zone")), (Run("xxxxxx", ""),)),
                      (0, 1, 1, 0, 1, 0, *(0,) * 6), (None, "counter:x"))  # fmt: skip
    shown = lit(drawing, "counter:x")
    assert shown.rows[0] == (
        Run("a", "label"),
        Run("店", INK),
        Run("b", "label"),
        Run("c", INK),
        Run("d", "zone"),
    )
    assert shown.rows[1] is drawing.rows[1]
    assert lit(drawing, "counter:y") is drawing
    assert lit(drawing, None) is drawing


def test_the_next_thing_lies_ahead_not_aside() -> None:
    known = {"a": (0.0, 0.0), "b": (10.0, 0.0), "c": (4.0, 8.0), "d": (0.0, 3.0)}
    assert beyond(known, "a", known["a"], 1, 0) == "b"
    assert beyond(known, "a", known["a"], 0, 1) == "d"
    assert beyond(known, "a", known["a"], -1, 0) is None
    near = known | {"counter:e": (0.0, 5.0)}
    assert beyond(near, "a", near["a"], 0, 1) == "counter:e"


def test_a_thing_stands_where_it_is_drawn_not_where_a_remark_names_it() -> None:
    rows = tuple((Run("xx", ""),) for _ in range(4))
    drawing = Drawing(2, 4, rows, (1, 1, 0, 0, 0, 0, 2, 1), (None, "counter:x", "void"))
    assert spots(drawing, ("void",)) == {"counter:x": (1.0, 3.0)}
