"""Map: from the district into a hall, onto a floor, to a counter, and back; by key, mouse and number."""

from hqguide.tui.app import GuideApp
from hqguide.tui.scenes.floor import FloorScene
from hqguide.tui.screens.map import MapScreen
from hqguide.tui.screens.where import WhereScreen
from hqguide.tui.widgets.map_canvas import MapCanvas
from tests.tui.fake_guide import FakeGuide
from tests.tui.seeing import Driver, column_of, loaded, row_of, screen_text, shows, type_text, until


async def open_map(pilot: Driver, app: GuideApp) -> MapScreen:
    """The map with the synthetic district on it."""
    await loaded(pilot, app)
    await pilot.press("f6")
    await shows(pilot, "Mock Lane")
    assert isinstance(app.screen, MapScreen)
    return app.screen


async def ask_where(pilot: Driver, app: GuideApp, text: str) -> None:
    """Type ``text`` into the prompt for a place."""
    await pilot.press("slash")
    await until(pilot, lambda: isinstance(app.screen, WhereScreen) and app.focused is not None)
    await type_text(pilot, text)
    await pilot.press("enter")


def floor_of(screen: MapScreen) -> FloorScene:
    """The floor on the screen."""
    assert isinstance(screen.scene, FloorScene)
    return screen.scene


async def test_enter_goes_from_the_district_to_a_counter_and_backspace_all_the_way_back(
    app: GuideApp,
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_map(pilot, app)
        await pilot.press("enter")
        await shows(pilot, "Choose a hall, a floor")
        app.clear_notifications()
        await pilot.press("n", "enter")
        await shows(pilot, "what is sold", ">  1F", "synthetic-hall/1F · open")
        await pilot.press("up")
        await shows(pilot, ">  2F", "synthetic-hall/2F · open", "about 2013")
        await pilot.press("down", "up", "up", "enter")
        await shows(pilot, "Synthetic Hall 2F", "2954", "synthetic-hall/2F · open")
        await pilot.press("n")
        await shows(pilot, "synthetic-hall/2F/2954 · open", "Number    2F, number 954")
        await pilot.press("enter")
        await shows(pilot, "* 2954: no stall on record", "Way       from the escalator about")
        await pilot.press("backspace")
        await shows(pilot, "what is sold", ">  2F")
        await pilot.press("escape")
        await shows(pilot, "OpenStreetMap", "[Synthetic Hall 2F 2954]")
        await pilot.press("escape")
        await shows(pilot, "Click a hall")


async def test_arrows_go_to_the_next_counter_that_way_and_pan_a_closer_view(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_map(pilot, app)
        await ask_where(pilot, app, "synthetic-hall/2F/2955")
        await shows(pilot, "* 2955: 合成电子")
        await pilot.press("up")
        await shows(pilot, "synthetic-hall/2F/2954")
        await pilot.press("right")
        await shows(pilot, "synthetic-hall/2F/2956")
        await pilot.press("left", "left")
        await until(pilot, lambda: floor_of(screen).thing != "counter:synthetic-hall/2F/2956")
        assert floor_of(screen).view is None
        await pilot.press("plus")
        canvas = screen.query_one(MapCanvas)
        canvas.post_message(MapCanvas.Picked("floor"))
        await shows(pilot, "synthetic-hall/2F · open")
        canvas.post_message(MapCanvas.Picked("way"))
        await shows(pilot, "Way       from the escalator")
        near = floor_of(screen).view
        assert near is not None
        await pilot.press(*["down"] * 6)
        after = floor_of(screen).view
        assert after is not None and after.y > near.y
        await pilot.press("minus", "0")
        assert floor_of(screen).view is None


async def test_a_floor_without_a_plan_shows_its_numbers_and_still_answers(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await open_map(pilot, app)
        await ask_where(pilot, app, "synthetic-hall/1F/1A07")
        await shows(pilot, "1A07: no stall on record", "schematic: no plan on record")
        await pilot.press("plus", "minus", "down", "0")
        assert floor_of(screen).view is None
        await pilot.press("n")
        await shows(pilot, "synthetic-hall/1F/1A07 · open")


async def test_the_prompt_says_what_is_unknown_and_can_be_mended(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_map(pilot, app)
        await ask_where(pilot, app, "qwertyuiop")
        await shows(pilot, "no place called 'qwertyuiop'")
        await pilot.press(*["backspace"] * 10)
        await type_text(pilot, "Synthetic Annex 2F")
        await pilot.press("enter")
        await shows(pilot, "Synthetic Annex 2F", "synthetic-annex/2F · open")


async def test_the_prompt_shows_a_station_and_leaves_everything_on_escape(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_map(pilot, app)
        await ask_where(pilot, app, "合成路口")
        await shows(pilot, "[Synthetic Station station]", "A         合成楼")
        await pilot.press("g", "escape")
        await shows(pilot, "[Synthetic Station station]")


async def test_a_double_click_goes_in_and_a_click_tells_what_is_there(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_map(pilot, app)
        await pilot.click(
            offset=(column_of(app, "Synthetic Hall") + 3, row_of(app, "Synthetic Hall")), times=2
        )
        await shows(pilot, "what is sold")
        await pilot.click(offset=(10, row_of(app, " 2F ")))
        await shows(pilot, ">  2F")
        await pilot.click(offset=(column_of(app, "= synthetic-annex") + 3, row_of(app, "= synthetic-annex")))
        await shows(pilot, "synthetic-annex/2F · open")
        await pilot.click(offset=(3, 1))
        await shows(pilot, "synthetic-hall · open")
        await pilot.click(offset=(10, row_of(app, " 2F ")), times=2)
        await shows(pilot, "Synthetic Hall 2F")
        for there, says in (
            ("2957", "synthetic-hall/2F/2957"),
            ("West", "Zone West"),
            ("E  ⢸", "the escalator"),
            ("west door", "west door"),
        ):
            await pilot.click(offset=(column_of(app, there) + 1, row_of(app, there)))
            await shows(pilot, says)


async def test_a_way_over_leads_to_the_joined_floor_of_the_other_hall(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_map(pilot, app)
        await ask_where(pilot, app, "synthetic-hall/2F")
        await shows(pilot, "Synthetic Hall 2F")
        screen.query_one(MapCanvas).post_message(MapCanvas.Picked("link:synthetic-annex", twice=True))
        await shows(pilot, "Synthetic Annex 2F", "synthetic-annex/2F")
        await pilot.press("escape", "escape")
        await shows(pilot, "[Synthetic Annex 2F]")


async def test_wheel_and_drag_move_a_floor_and_change_floors_in_a_stack(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_map(pilot, app)
        canvas = screen.query_one(MapCanvas)
        await ask_where(pilot, app, "Synthetic Hall")
        await shows(pilot, ">  1F")
        canvas.post_message(MapCanvas.Wheeled(1, 5, 5))
        await shows(pilot, ">  2F")
        canvas.post_message(MapCanvas.Dragged(1, 1))
        await pilot.press("0")
        await shows(pilot, ">  1F")
        await pilot.press("n", "enter")
        canvas.post_message(MapCanvas.Wheeled(2, 5, 5))
        await until(pilot, lambda: floor_of(screen).view is not None)
        closer = floor_of(screen).view
        canvas.post_message(MapCanvas.Dragged(3, 2))
        await until(pilot, lambda: floor_of(screen).view != closer)
        await pilot.press("f")
        await shows(pilot, "Find]", "合成楼")


async def test_where_are_these_shades_halls_by_evidence_until_it_is_taken_away(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        await app.run_action("screen.where", app.screen)
        await shows(pilot, "Nothing on record to show.")
        await type_text(pilot, "resistor")
        await shows(pilot, "2955")
        await pilot.press("down", "w")
        await shows(pilot, "evidence: # much  + some  - little", "Shaded by evidence: “resistor”")
        await pilot.press("w")
        await until(pilot, lambda: "evidence:" not in screen_text(app))


async def test_a_hall_whose_counter_nobody_knows_shows_the_floor_and_says_so(
    app: GuideApp, guide: FakeGuide
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        app.visit.place = "synthetic-hall/2F/zzz"
        await pilot.press("f6")
        await shows(pilot, "Synthetic Hall 2F", "ZZZ", "no counter ZZZ on record")


async def test_a_window_that_changes_its_size_on_a_floor_is_drawn_anew(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_map(pilot, app)
        await ask_where(pilot, app, "synthetic-hall/2F/2955")
        canvas = screen.query_one(MapCanvas)
        for size in ((200, 60), (50, 14), (40, 10), (120, 36), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        await shows(pilot, "* 2955: 合成电子", "2957")
        assert canvas.drawing is not None
        assert (canvas.drawing.width, canvas.drawing.height) == canvas.size


async def test_halls_and_floors_are_said_in_chinese(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_map(pilot, app)
        await ask_where(pilot, app, "synthetic-hall/2F/2955")
        await pilot.press("f2")
        await shows(pilot, "合成楼 2F", "走法", "Enter 进入")
        await pilot.press("escape")
        await shows(pilot, "合成楼", "入口", "hidden lift")
