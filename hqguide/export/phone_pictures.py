"""The floor pictures of the phone page: each drawn once, shown again by reference."""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from hqguide.export.handout import Handout
from hqguide.route.itinerary import Itinerary

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_HEAD = re.compile(r"<svg [^>]*?viewBox=\"([^\"]*)\"[^>]*>")
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


class Shown(msgspec.Struct, frozen=True):
    """One picture at one stop. ``first`` says that the drawing is here; others refer to it by ``id``.

    ``svg`` and ``title`` are markup.
    """

    id: str
    svg: Any
    box: str
    title: Any
    first: bool


def style_of(handout: Handout) -> str:
    """The style sheet of the pictures, which is the same in each."""
    found = (_STYLE.search(svg) for svg in (handout.map_svg, *handout.floors.values()) if svg)
    return next((match[1] for match in found if match), "")


def without_style(svg: str) -> str:
    """The picture without its style sheet, so that a page has it only once."""
    return _STYLE.sub("", svg, count=1)


def pictures_of(handout: Handout, walk: Itinerary) -> Mapping[int, Shown]:
    """The picture of each stop of ``walk`` by its place in the row, from 0; stops without one are missing."""
    from markupsafe import Markup

    ids: dict[str, str] = {}
    shown = {}
    for at, (own, _) in enumerate(zip(handout.itinerary.stops, walk.stops, strict=True)):
        svg = handout.floors.get(own.place)
        head = _HEAD.match(svg) if svg else None
        if not svg or not head:
            continue
        first = svg not in ids
        name = ids.setdefault(svg, f"f{len(ids)}")
        title = _TITLE.search(svg)
        about, end, drawing = without_style(svg).partition("</desc>")
        body = f'{about}{end}<g id="{name}" class="hq-map">{drawing.replace("</svg>", "</g></svg>")}'
        shown[at] = Shown(
            name,
            Markup(body),  # noqa: S704 (our own renderer's markup)
            head[1],
            Markup(title[1] if title else ""),  # noqa: S704 (escaped by our own renderer)
            first,
        )
    return shown
