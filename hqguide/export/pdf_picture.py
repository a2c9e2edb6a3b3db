"""Pictures of our map renderer on paper: shapes through fpdf2's SVG reader, words set by us.

fpdf2 reads no style sheets, no ``currentColor`` and no SVG text of other than built-in fonts, so these
are resolved here. Only markup of :mod:`hqguide.map` is read.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring, register_namespace, tostring

import msgspec

from hqguide.export.pdf_paper import FONT, INK, Paper
from hqguide.export.phone_pictures import without_style

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_TURN = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\) rotate\(-90\)")
# What the style sheet of the pictures sets: the width of roads, and type in units of the picture.
_ROADS = {"r0": "8", "r1": "6", "r2": "4", "r3": "2.4", "r4": "1.4"}
_SIZES = {"street": 9.0, "hall": 9.0, "small": 8.0, "strong": 10.5}
_SIZE, _INK, _WHITE = 9.5, "#111111", (255, 255, 255)
_POINTS = 72 / 25.4


class _Word(msgspec.Struct, frozen=True):
    """Text at a base line in units of the picture; ``turned`` runs upwards."""

    text: str
    x: float
    y: float
    size: float
    anchor: str
    light: bool
    turned: bool = False


def height_of(svg: str, width: float) -> float:
    """How tall a picture is that is ``width`` wide."""
    _, _, across, tall = _box(svg)
    return width * tall / across


def put_picture(paper: Paper, svg: str, width: float) -> None:
    """Draw ``svg`` at the current height, ``width`` millimetres wide, and go on below it."""
    root = fromstring(without_style(svg))  # noqa: S314 (our own renderer's markup)
    words = list(_words(root))
    shapes = _shapes(root)
    sheet = paper.sheet
    left, top, scale = sheet.l_margin, sheet.y, width / _box(svg)[2]
    with sheet.rect_clip(left, top, width, height_of(svg, width)):
        sheet.image(BytesIO(shapes), x=left, y=top, w=width)
    for word in words:
        _put(paper, word, left, top, scale)
    sheet.set_xy(sheet.l_margin, top + height_of(svg, width) + 3)


def _box(svg: str) -> tuple[float, float, float, float]:
    found = re.search(r'viewBox="([^"]*)"', svg)
    left, top, across, tall = map(float, found[1].split()) if found else (0.0, 0.0, 360.0, 240.0)
    return left, top, across, tall


def _words(root: Element) -> Iterator[_Word]:
    for element in root.iter(f"{_NAMESPACE}text"):
        kind = element.get("class", "")
        size = _SIZES.get(kind, float(element.get("font-size", _SIZE)))
        text, anchor = element.text or "", element.get("text-anchor", "start")
        light = kind.startswith("on-")
        turn = _TURN.match(element.get("transform", ""))
        if turn:
            yield _Word(text, float(turn[1]), float(turn[2]), size, anchor, light, turned=True)
            continue
        xs, ys = element.get("x", "0").split(), element.get("y", "0").split()
        # Several places are those of the characters one by one.
        pieces = list(text) if len(xs) > 1 else [text]
        for piece, x, y in zip(pieces, xs, ys, strict=False):
            yield _Word(piece, float(x), float(y), size, anchor, light)


def _shapes(root: Element) -> bytes:
    """The picture without its words, in colours fpdf2 reads."""
    register_namespace("", _NAMESPACE.strip("{}"))
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in (f"{_NAMESPACE}text", f"{_NAMESPACE}title", f"{_NAMESPACE}desc"):
                parent.remove(child)
        if parent.get("class") in _ROADS:
            parent.set("stroke-width", _ROADS[parent.get("class", "")])
        for name in ("fill", "stroke"):
            if parent.get(name) == "currentColor":
                parent.set(name, _INK)
    return tostring(root)


def _put(paper: Paper, word: _Word, left: float, top: float, scale: float) -> None:
    sheet = paper.sheet
    text = paper.known(word.text)
    sheet.set_font(FONT, size=word.size * scale * _POINTS)
    sheet.set_text_color(*(_WHITE if word.light else INK))
    wide = sheet.get_string_width(text)
    back = {"middle": wide / 2, "end": wide}.get(word.anchor, 0.0)
    x, y = left + word.x * scale, top + word.y * scale
    if word.turned:
        with sheet.rotation(90, x, y):
            sheet.text(x - back, y, text)
    else:
        sheet.text(x - back, y, text)
