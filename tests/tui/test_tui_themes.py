"""Every ink can be read on every ground it is used on."""

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from hqguide.map.drawing import STYLES
from hqguide.tui.ground import ground_of
from hqguide.tui.look import Look
from hqguide.tui.picture import hall_marks, picture, place_marks, view_of
from hqguide.tui.themes import LIGHT, MONO, THEMES
from hqguide.tui.widgets.paint import INKS, colour, inks
from tests.tui.fake_guide import FakeGuide

# Lines of the map beneath the words; they carry no meaning alone.
STROKES = {"street", "zone", "void"}


def contrast(one: Color, other: Color) -> float:
    def luminance(color: Color) -> float:
        parts = [value / 255 for value in color.rgb]
        red, green, blue = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ink", sorted(set(INKS) - STROKES))
def test_inks_have_contrast_on_their_grounds(theme: Theme, ink: str) -> None:
    letters, own, _ = INKS[ink]
    grounds = [own] if own else ["background", "surface", "panel", "row-ground", "row-rest"]
    for ground in grounds:
        ratio = contrast(Color.parse(colour(theme, letters)), Color.parse(colour(theme, ground)))
        assert ratio >= 4.5, (ink, ground, round(ratio, 2))


def test_the_grey_theme_has_no_hue() -> None:
    theme = next(one for one in THEMES if one.name == MONO)
    for letters, ground, _ in INKS.values():
        for name in (letters, ground):
            if name:
                assert len(set(Color.parse(colour(theme, name)).rgb)) == 1, name


def test_every_style_of_the_map_has_an_ink(guide: FakeGuide) -> None:
    look = Look()
    ground = ground_of(guide)
    marks = place_marks(guide.market, "synthetic-hall/1F", look)
    stops = hall_marks(guide.market, ["synthetic-annex"], look)
    drawing = picture(ground, view_of(ground, 80, 24, ()), 80, 24, look, marks, stops)
    styles = {run.style for row in drawing.rows for run in row} - {""}
    assert {"mark", "stop", "hall.closed", "label.station", "attribution"} <= styles
    assert [style for style in styles if style not in INKS and style.rpartition(".")[0] not in INKS] == []


def test_every_style_a_drawing_may_have_has_an_ink() -> None:
    assert [style for style in STYLES if style not in INKS and style.rpartition(".")[0] not in INKS] == []


def test_stops_keep_their_numbers_when_one_has_no_position(guide: FakeGuide) -> None:
    marks = hall_marks(guide.market, ["synthetic-hall", "nowhere", "synthetic-annex"], Look())
    assert [mark.number for mark in marks] == [1, 3]


def test_themes_that_are_not_ours_borrow_the_inks() -> None:
    assert inks(BUILTIN_THEMES["nord"])["han"].color is not None


def test_dark_and_light_differ() -> None:
    light = next(one for one in THEMES if one.name == LIGHT)
    assert not light.dark and THEMES[0].dark
