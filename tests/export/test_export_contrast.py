"""Contrast of the phone page's colours by WCAG 2.2, 1.4.3: what text stands on, in light and in dark."""

import re
from importlib import resources

import pytest

CSS = resources.files("hqguide.export").joinpath("templates", "walk.css").read_text("utf-8")
LEAST = 4.5
PAIRS = [
    ("ink", "bg"),
    ("ink", "card"),
    ("soft", "bg"),
    ("soft", "card"),
    ("red", "card"),
    ("red", "wash"),
    ("card", "red"),
    ("card", "green"),
    ("amber-ink", "amber"),
]


def colours(dark: bool) -> dict[str, str]:
    """The custom properties of the root in six hex digits; dark ones go over light ones."""
    blocks = re.findall(r":root\{([^}]*)\}", CSS)
    found: dict[str, str] = {}
    for block in blocks[: 2 if dark else 1]:
        for name, value in re.findall(r"--([\w-]+):#([0-9a-f]+)", block):
            found[name] = "".join(digit * 2 for digit in value) if len(value) == 3 else value
    return found


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_ratio_is_that_of_the_standard() -> None:
    assert contrast("000000", "ffffff") == pytest.approx(21)
    assert contrast("777777", "ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_what_it_stands_on(text: str, ground: str, dark: bool) -> None:
    found = colours(dark)
    assert contrast(found[text], found[ground]) >= LEAST
