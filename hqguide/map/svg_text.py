"""Pieces of SVG text: numbers short, words escaped, paths and labels as elements."""

from collections.abc import Iterable
from html import escape

from hqguide.text import plain


def number(value: float) -> str:
    """``value`` with at most one decimal: ``12.5``, ``7``, ``0``."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def safe(text: str) -> str:
    """``text`` fit for an element or an attribute: no control characters, marks escaped."""
    return escape(plain(text), quote=True)


def track(points: Iterable[tuple[float, float]], closed: bool = False) -> str:
    """The ``d`` of a path through ``points``."""
    joined = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{joined}{'Z' if closed else ''}"


def words(x: float, y: float, text: str, kind: str, anchor: str = "start") -> str:
    """A text element with its base line at ``y``."""
    place = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text class="{kind}" x="{number(x)}" y="{number(y)}"{place}>{safe(text)}</text>'
