"""The XML netlist of KiCad: its components with value, footprint and fields."""

import re
from xml.etree import ElementTree

from hqguide.bom.fields import line_of
from hqguide.bom.model import BomLine, BomLines, Skipped
from hqguide.errors import GuideError

_DECLARES = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]*\?>")
_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read_netlist(text: str, source: str) -> BomLines:
    """The parts of a netlist, numbered in their order; :class:`GuideError` for any other XML."""
    if _DECLARES.search(text):
        raise GuideError("declares entities, which a netlist never does", where=source)
    try:
        # Entities were refused above, and the text is bounded.
        root = ElementTree.fromstring(_HIDDEN.sub("", _PROLOGUE.sub("", text)))  # noqa: S314
    except (ElementTree.ParseError, ValueError) as error:
        raise GuideError(f"is damaged XML ({error})", where=source) from error
    components = root.findall("./components/comp")
    if root.tag != "export" or not components:
        raise GuideError(
            "is XML, but not a netlist of KiCad",
            where=source,
            hint="In KiCad: Tools, Generate Bill of Materials, as CSV; or export the netlist as XML.",
        )
    lines: list[BomLine] = []
    skipped: list[Skipped] = []
    for row, component in enumerate(components, start=1):
        marks = {p.get("name", ""): p.get("value", "") for p in component.findall("property")}
        properties = {f.get("name", ""): f.text or "" for f in component.findall("./fields/field")} | marks
        properties.setdefault("description", component.findtext("description") or "")
        flags = {name.lower() for name, value in marks.items() if value.lower() not in ("0", "no", "false")}
        line = line_of(
            row,
            (component.get("ref") or "?",),
            component.findtext("value") or "",
            component.findtext("footprint") or "",
            {name: text for name, text in properties.items() if name.lower() not in _FLAGS},
            "dnp" if "dnp" in flags else "",
            _symbol(component),
        )
        if "exclude_from_bom" in flags:
            skipped.append(Skipped(row, line.text, "marked as excluded from the bill"))
        else:
            lines.append(line)
    return BomLines(source, "KiCad XML netlist", tuple(lines), tuple(skipped))


def _symbol(component: ElementTree.Element) -> str:
    """Library and symbol: ``Device:R``."""
    source = component.find("libsource")
    return f"{source.get('lib', '')}:{source.get('part', '')}" if source is not None else ""


_FLAGS = frozenset(
    ("dnp", "exclude_from_bom", "exclude_from_board", "exclude_from_sim", "ki_keywords", "ki_fp_filters")
)
