"""The netlists of KiCad, as XML and as S-expressions: their components with value, footprint and fields."""

import re
from collections.abc import Iterable, Mapping
from xml.etree import ElementTree

from hqguide.bom.fields import line_of
from hqguide.bom.limits import BOUNDS, MAX_ROWS, ONE_BOARD
from hqguide.bom.model import BomLine, BomLines, Skipped
from hqguide.bom.sexpr import Node, named, parse, word
from hqguide.errors import GuideError
from hqguide.tables.bounds import too_many_rows

_DECLARES = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]*\?>")
_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FLAGS = frozenset(("dnp", "exclude_from_bom", "exclude_from_board", "exclude_from_sim"))
_TOLD_ELSEWHERE = _FLAGS | {"ki_keywords", "ki_fp_filters", "footprint", "sheetfile", "sheetname"}
_HINT = "In KiCad: Tools, Generate Bill of Materials, as CSV; or export the netlist."

Texts = Mapping[str, str]
Component = tuple[str, str, str, str, Texts, Texts]
"""Designator, value, footprint, symbol, fields and marks of a component."""


def read_netlist(text: str, source: str) -> BomLines:
    """The parts of an XML netlist, numbered in their order; :class:`GuideError` for any other XML."""
    if _DECLARES.search(text):
        raise GuideError("declares entities, which a netlist never does", where=source)
    try:
        # Entities were refused above, and the text is bounded.
        root = ElementTree.fromstring(_HIDDEN.sub("", _PROLOGUE.sub("", text)))  # noqa: S314
    except (ElementTree.ParseError, ValueError) as error:
        raise GuideError(f"is damaged XML ({error})", where=source) from error
    components = root.findall("./components/comp")
    if len(components) > MAX_ROWS:
        raise too_many_rows(source, BOUNDS, ONE_BOARD)
    if root.tag != "export" or not components:
        raise GuideError("is XML, but not a netlist of KiCad", where=source, hint=_HINT)
    return _lines(map(_of_element, components), source, "KiCad XML netlist")


def read_sexpr_netlist(text: str, source: str) -> BomLines:
    """The parts of a ``.net`` file, numbered in their order; :class:`GuideError` when it holds none."""
    if text.count("(comp ") > MAX_ROWS:
        raise too_many_rows(source, BOUNDS, ONE_BOARD)
    components = [comp for part in named(parse(text, source), "components") for comp in named(part, "comp")]
    if not components:
        raise GuideError("is a netlist without components", where=source, hint=_HINT)
    return _lines(map(_of_node, components), source, "KiCad netlist")


def _lines(components: Iterable[Component], source: str, form: str) -> BomLines:
    """Components as lines; those marked as no part of the bill are skipped."""
    lines: list[BomLine] = []
    skipped: list[Skipped] = []
    for row, (ref, value, footprint, symbol, fields, marks) in enumerate(components, start=1):
        set_flags = {name.lower() for name, mark in marks.items() if mark.lower() not in ("0", "no", "false")}
        told = {name: text for name, text in fields.items() if name.lower() not in _TOLD_ELSEWHERE}
        line = line_of(
            row, (ref or "?",), value, footprint, told, "dnp" if "dnp" in set_flags else "", symbol
        )
        if "exclude_from_bom" in set_flags:
            skipped.append(Skipped(row, line.text, "marked as excluded from the bill"))
        else:
            lines.append(line)
    return BomLines(source, form, tuple(lines), tuple(skipped))


def _of_element(component: ElementTree.Element) -> Component:
    marks = {p.get("name", ""): p.get("value", "") for p in component.findall("property")}
    fields = {f.get("name", ""): f.text or "" for f in component.findall("./fields/field")} | marks
    fields.setdefault("description", component.findtext("description") or "")
    library = component.find("libsource")
    symbol = f"{library.get('lib', '')}:{library.get('part', '')}" if library is not None else ""
    value, footprint = component.findtext("value") or "", component.findtext("footprint") or ""
    return component.get("ref") or "", value, footprint, symbol, fields, marks


def _of_node(component: Node) -> Component:
    marks = {word(p, "name"): word(p, "value") for p in named(component, "property")}
    fields = {
        word(field, "name"): str(field[-1])
        for group in named(component, "fields")
        for field in named(group, "field")
        if not isinstance(field[-1], list)
    } | marks
    library = next(named(component, "libsource"), [])
    fields.setdefault("description", word(library, "description"))
    symbol = f"{word(library, 'lib')}:{word(library, 'part')}" if library else ""
    return (
        word(component, "ref"),
        word(component, "value"),
        word(component, "footprint"),
        symbol,
        fields,
        marks,
    )
