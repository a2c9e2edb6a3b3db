"""Lines of a bill into things to buy: understood, sorted out, equal parts merged, quantities multiplied."""

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from hqguide.bom.category import Found, Understand, find_category
from hqguide.bom.designators import is_ref, prefix
from hqguide.bom.limits import MAX_QUANTITY
from hqguide.bom.marks import not_sold
from hqguide.bom.model import Bom, BomItem, BomLine, BomLines, Doubt, Skipped
from hqguide.bom.package import package
from hqguide.bom.settle import settled
from hqguide.bom.wording import chinese_of, package_of, text_of
from hqguide.errors import GuideError
from hqguide.parts.normalise import fold, part_key

_NO_NUMBER = re.compile(r"generic|various|any|tbd|unknown|custom|diy|see .*", re.IGNORECASE)
_BARE_LETTERS = frozenset(
    ("TP", "FID", "FD", "FM", "H", "MH", "MP", "HOLE", "MTG", "LOGO", "G", "REF", "JP", "SJ", "NT", "G1")
)
_COMPARED = ("dielectric", "voltage", "tolerance", "power", "current", "bead")
_REMEMBERED = 4096
_FIRST_WORDS = 12


class _Group(msgspec.Struct):
    """Lines that are one item: the first tells the wording, the others add to it."""

    lines: list[BomLine]
    found: Found
    traits: dict[str, float | str]


def normalise(bill: BomLines, understand: Understand, names: Mapping[str, str] | None = None) -> Bom:
    """``bill`` as things to buy for one board; every line becomes an item, joins one or is skipped.

    ``names`` are the Chinese names of categories by id. Equal passive values merge (0.1uF, 100nF, 104)
    when package and every stated rating agree; equal part numbers always do.
    """
    remembered = lru_cache(maxsize=_REMEMBERED)(lambda text: tuple(understand(text)))
    groups: dict[tuple[str, ...], list[_Group]] = {}
    skipped: list[Skipped] = list(bill.skipped)
    doubts: list[Doubt] = list(bill.doubts)
    for line in map(settled, bill.lines):
        why = f"not to be placed ({line.dnp})" if line.dnp else _not_for_market(line)
        if why:
            skipped.extend(Skipped(row, line.text, why) for row in line.rows)
            continue
        found = find_category(line, remembered)
        if found.nominal and found.nominal.doubt:
            doubts.append(Doubt(line.rows, found.nominal.doubt))
        if found.passive_sort and not found.nominal and not line.mpn and len(line.value) < 2:
            doubts.append(Doubt(line.rows, "no value is given"))
        _put(line, found, groups)
    items = [_item(group, remembered, names or {}) for same in groups.values() for group in same]
    doubts.extend(_twins(bill.lines))
    items.sort(key=lambda item: item.rows)
    skipped.sort(key=lambda s: (s.row == 0, s.row))
    return Bom(bill.source, bill.format, tuple(items), tuple(skipped), tuple(doubts))


def multiplied(bom: Bom, boards: int, spare: float = 0.0) -> Bom:
    """``bom`` for ``boards`` boards with ``spare`` (0.05 is 5 %) more of each item, rounded up.

    Raises :class:`GuideError` for fewer than one board, a negative spare or more than a list can hold.
    """
    if boards < 1 or not 0 <= spare <= 10:
        raise GuideError("boards must be at least 1, and spares between 0 and 1000 %")
    items = []
    for item in bom.items:
        # Rounded before the ceiling: 100 * 1.1 is a hair above 110.
        wanted = math.ceil(round(item.quantity * boards * (1 + spare), 6))
        if wanted > MAX_QUANTITY:
            raise GuideError(f"{wanted:,} pieces of {item.text!r} are more than the {MAX_QUANTITY:,} allowed")
        items.append(msgspec.structs.replace(item, quantity=wanted))
    return msgspec.structs.replace(bom, items=tuple(items), boards=boards)


def _twins(lines: Sequence[BomLine]) -> list[Doubt]:
    """Designators that stand in more than one row."""
    rows: dict[str, list[int]] = {}
    for line in lines:
        for ref in line.refs:
            rows.setdefault(ref, []).append(line.rows[0])
    found: dict[tuple[int, ...], list[str]] = {}
    for ref, places in rows.items():
        if len(places) > 1 and is_ref(ref):
            found.setdefault(tuple(places), []).append(ref)
    return [Doubt(places, f"{', '.join(refs[:5])} in more than one row") for places, refs in found.items()]


def _not_for_market(line: BomLine) -> str:
    """Why a line is nothing a market sells; a part number of a maker makes it a part."""
    letters = prefix(line.refs[0]) if line.refs else ""
    if line.mpn and not line.mpn.startswith("#") and letters not in ("FID", "LOGO"):
        numbered = any(c.isdigit() for c in line.mpn)
        return not_sold(line.value or line.description, _FIRST_WORDS) if not numbered else ""
    # A name of a footprint says it only where the letters do not name a real part.
    texts = [line.value]
    if letters in _BARE_LETTERS or not letters:
        texts += [line.footprint, line.kind]
    why = next((why for text in texts if text and (why := not_sold(text))), "")
    why = why or not_sold(line.description, _FIRST_WORDS)
    if not why and letters in ("TP", "FID") and not line.description:
        why = not_sold("fiducial" if letters == "FID" else "test point")
    return why


def _put(line: BomLine, found: Found, groups: dict[tuple[str, ...], list[_Group]]) -> None:
    """Add a line to the item it is equal to, or begin a new one."""
    traits = _traits(found)
    same = groups.setdefault(_key(line, found), [])
    for group in same:
        if all(traits[kind] == had for kind, had in group.traits.items() if kind in traits):
            group.lines.append(line)
            group.traits |= traits
            return
    same.append(_Group([line], found, traits))


def _key(line: BomLine, found: Found) -> tuple[str, ...]:
    """What equal parts share."""
    if line.mpn and not _NO_NUMBER.fullmatch(line.mpn):
        return ("mpn", part_key(line.mpn), found.nominal.text if found.nominal else "")
    size = package_of(line) or fold(package(line.footprint))
    if found.nominal:
        return ("value", found.passive, found.category, found.nominal.text, size)
    name = line.value or line.description or line.supplier_part or found.category
    return (
        "name",
        part_key(fold(name)),
        size,
        fold(line.description) if not line.value else "",
        found.category,
    )


def _traits(found: Found) -> dict[str, float | str]:
    values = found.nominal.values if found.nominal else None
    if not values:
        return {}
    out: dict[str, float | str] = {}
    for kind in _COMPARED:
        if values.has(kind):
            text = values.text(kind).upper().replace("NPO", "C0G").replace("NP0", "C0G").replace("COG", "C0G")
            out[kind] = text if kind == "dielectric" else values.number(kind) or 0.0
    return out


def _item(group: _Group, understand: Understand, names: Mapping[str, str]) -> BomItem:
    first, found = group.lines[0], group.found
    richest = max(group.lines, key=lambda line: len(line.mpn) + len(line.extra)) if found.nominal else first
    refs = [ref for line in group.lines for ref in line.refs]
    rows = tuple(dict.fromkeys(row for line in group.lines for row in line.rows))

    def told(field: str) -> str:
        return next((text for line in group.lines if (text := str(getattr(line, field)))), "")

    return BomItem(
        text=text_of(richest, found, understand),
        quantity=sum(line.quantity for line in group.lines),
        refs=tuple(dict.fromkeys(refs)),
        value=first.value,
        package=package_of(first),
        footprint=first.footprint,
        mpn=told("mpn"),
        manufacturer=told("manufacturer"),
        description=told("description"),
        supplier_part=told("supplier_part"),
        category=found.category,
        via=found.via,
        zh=chinese_of(richest, found, names),
        why=found.why,
        rows=rows,
        merged=len(group.lines),
    )
