"""Map: halls are chosen by key and mouse, the view moves and zooms, the credit stays."""

from hqguide.map.view import View
from hqguide.tui.app import GuideApp
from hqguide.tui.scenes.district import DistrictScene
from hqguide.tui.screens.map import MapScreen
from hqguide.tui.widgets.map_canvas import MapCanvas
from tests.tui.seeing import Driver, column_of, loaded, row_of, screen_text, shows, type_text, until


async def open_map(pilot: Driver, app: GuideApp) -> MapScreen:
    """The map with the synthetic district on it."""
    await loaded(pilot, app)
    await pilot.press("f6")
    await shows(pilot, "Mock Lane")
    assert isinstance(app.screen, MapScreen)
    return app.screen


def view_of(screen: MapScreen) -> View | None:
    """The piece of ground the district shows."""
    assert isinstance(screen.scene, DistrictScene)
    return screen.scene.view


async def test_the_district_its_halls_and_the_credit_are_drawn(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_map(pilot, app)
        await shows(
            pilot,
            "© OpenStreetMap contributors",
            "Synthetic Hall",
            "Synthetic Road",
            "Click a hall",
            "x closed",
        )
        canvas = screen.query_one(MapCanvas)
        assert canvas.drawing is not None
        assert (canvas.drawing.width, canvas.drawing.height) == canvas.size


async def test_keys_step_through_the_halls_and_search_one(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_map(pilot, app)
        await pilot.press("n")
        await shows(pilot, "[Synthetic Hall]", "合成楼 Synthetic Hall", "synthetic-hall · open · ±10 m")
        await pilot.press("n", "n")
        await shows(pilot, "synthetic-ruin · closed")
        await pilot.press("p")
        await shows(pilot, "synthetic-annex · open")
        await pilot.press("f")
        await shows(pilot, "Find]", "合成附楼")


async def test_a_click_chooses_a_hall_a_station_or_a_street(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_map(pilot, app)
        await pilot.click(offset=(column_of(app, "Synthetic Annex") + 2, row_of(app, "Synthetic Annex")))
        await shows(pilot, "synthetic-annex · open")
        await pilot.click(offset=(column_of(app, "Synthetic Station") + 2, row_of(app, "Synthetic Station")))
        await shows(pilot, "合成路口 Synthetic Station", "A         合成楼")
        await pilot.click(offset=(column_of(app, "Mock Lane") + 2, row_of(app, "Mock Lane")))
        await until(pilot, lambda: screen_text(app).splitlines()[18].strip() in {"Mock Lane", "合成街"})
        await app.run_action("screen.find", app.screen)
        assert isinstance(app.screen, MapScreen)


async def test_the_view_moves_zooms_and_comes_back(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_map(pilot, app)
        start = view_of(screen)
        assert start is not None
        await pilot.press("right", "down")
        moved = view_of(screen)
        assert moved is not None
        assert moved.lon > start.lon
        assert moved.lat < start.lat
        await pilot.press("plus", "equals_sign", "minus")
        closer = view_of(screen)
        assert closer is not None
        assert closer.metres_per_cell < start.metres_per_cell
        await shows(pilot, "OpenStreetMap")
        await pilot.press("0")
        assert view_of(screen) == start
        await pilot.press("left", "up")
        assert view_of(screen) != start


async def test_the_wheel_zooms_about_the_mouse_and_a_drag_moves(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_map(pilot, app)
        canvas = screen.query_one(MapCanvas)
        start = view_of(screen)
        assert start is not None
        canvas.post_message(MapCanvas.Wheeled(1, 0, 0))
        await until(pilot, lambda: view_of(screen) is not None and view_of(screen) != start)
        closer = view_of(screen)
        assert closer is not None
        corner, kept = start.bounds(*canvas.size), closer.bounds(*canvas.size)
        assert abs(corner.west - kept.west) < 1e-6
        assert abs(corner.north - kept.north) < 1e-6
        await pilot.mouse_down(canvas, offset=(20, 5))
        await pilot.hover(canvas, offset=(10, 5))
        await pilot.mouse_up(canvas, offset=(10, 5))
        await until(pilot, lambda: (view_of(screen) or closer).lon > closer.lon)


async def test_a_place_without_position_is_said_to_have_none(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot, app)
        app.visit.place = "synthetic-nowhere/1F"
        await pilot.press("f6")
        await shows(pilot, "Nobody published where")


async def test_the_map_waits_for_the_guide_and_is_wide_beside_its_card(app: GuideApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f6")
        await shows(pilot, "Mock Lane")
        await pilot.press("n")
        await shows(pilot, "Floors", "1F  电阻 resistors")
        assert app.screen.query_one("#hall").region.y == app.screen.query_one(MapCanvas).region.y


async def test_an_empty_picture_says_that_it_has_no_hall(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_map(pilot, app)
        await pilot.press(*["right"] * 12)
        await pilot.press("n")
        await shows(pilot, "No hall in this picture.")


async def test_chinese_names_stand_on_the_map_in_chinese(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_map(pilot, app)
        await pilot.press("f2")
        await shows(pilot, "[2 地图]", "合成楼", "合成路", "在哪")


async def test_find_and_map_share_the_chosen_place(app: GuideApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot, app)
        await type_text(pilot, "resistor")
        await pilot.press("down", "down", "m")
        await shows(pilot, "Synthetic Hall 1F", "* 1A07: no stall on record")
        await pilot.press("escape", "escape")
        await shows(pilot, "[Synthetic Hall 1F 1A07]")
