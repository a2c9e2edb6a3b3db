"""The data of InteractiveHtmlBom: its JSON, or the page that carries it packed with LZ-string."""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from hqguide.bom.fields import line_of
from hqguide.bom.limits import MAX_BYTES
from hqguide.bom.lzstring import unpack
from hqguide.bom.model import BomLine, BomLines, Skipped
from hqguide.errors import GuideError

_PACKED = re.compile(r'LZString\.decompressFromBase64\(\s*"([A-Za-z0-9+/=\s]+)"')
_PLAIN = re.compile(r"var\s+pcbdata\s*=\s*(?=\{)")
_CONFIG = re.compile(r"var\s+config\s*=\s*(?=\{)")
_FIELDS = re.compile(r'"fields"\s*:\s*(\[[^\]]*\])')


def is_page(text: str) -> bool:
    """Whether ``text`` is a page of InteractiveHtmlBom."""
    return "pcbdata" in text and (_PACKED.search(text) is not None or _PLAIN.search(text) is not None)


def read_page(text: str, source: str) -> BomLines:
    """The bill inside a page of InteractiveHtmlBom."""
    packed = _PACKED.search(text)
    if packed:
        json = unpack("".join(packed[1].split()), MAX_BYTES)
    else:
        start = _PLAIN.search(text)
        json = text[start.end() :].split("\n", 1)[0].rstrip().rstrip(";") if start else ""
    config = _CONFIG.search(text)
    names = _FIELDS.search(text, config.end()) if config else None
    return read_json(json, source, _names(names[1]) if names else ())


def _names(text: str) -> tuple[str, ...]:
    try:
        return msgspec.json.decode(text, type=tuple[str, ...])
    except msgspec.MsgspecError:
        return ()


def read_json(text: str, source: str, names: tuple[str, ...] = ()) -> BomLines:
    """The bill in the ``pcbdata`` of InteractiveHtmlBom; ``names`` are those of its fields."""
    try:
        data = msgspec.json.decode(text)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise GuideError(f"is damaged JSON ({str(error)[:80]})", where=source) from error
    data = data.get("pcbdata", data) if isinstance(data, dict) else {}
    bom = data.get("bom") if isinstance(data, dict) else None
    groups = bom.get("both") if isinstance(bom, dict) else None
    if not isinstance(bom, dict) or not isinstance(groups, list):
        raise GuideError(
            "is JSON, but not the data of InteractiveHtmlBom",
            where=source,
            hint="Give the bill of materials as CSV or XLSX.",
        )
    told = bom.get("fields")
    fields: Mapping[str, Any] = told if isinstance(told, dict) else {}
    lines = [line for row, group in enumerate(groups, start=1) if (line := _line(row, group, fields, names))]
    skipped = tuple(
        Skipped(0, f"footprint {number}", "left out by InteractiveHtmlBom")
        for number in bom.get("skipped") or ()
    )
    return BomLines(source, "InteractiveHtmlBom", tuple(lines), skipped)


def _line(row: int, group: Any, fields: Mapping[str, Any], names: tuple[str, ...]) -> BomLine | None:
    """A group of equal parts; each entry is a designator and the number of its footprint."""
    pairs = group[3] if isinstance(group, list) and len(group) > 3 and isinstance(group[3], list) else group
    refs = [str(p[0]) for p in pairs if isinstance(p, list) and p] if isinstance(pairs, list) else []
    numbers = [p[1] for p in pairs if isinstance(p, list) and len(p) > 1] if isinstance(pairs, list) else []
    if not refs:
        return None
    texts = fields.get(str(numbers[0])) if numbers else None
    cells = [str(text) for text in texts] if isinstance(texts, list) else []
    called = (
        names if len(names) == len(cells) else ("Value", "Footprint", *(f"Field {n}" for n in range(3, 99)))
    )
    by_name = dict(zip(called, cells, strict=False))
    rest = {name: text for name, text in by_name.items() if name not in ("Value", "Footprint")}
    return line_of(
        row, tuple(dict.fromkeys(refs)), by_name.get("Value", ""), by_name.get("Footprint", ""), rest
    )
