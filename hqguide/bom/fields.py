"""Parts of a drawing by the names of their properties, the same names a table has."""

from collections.abc import Mapping, Sequence

from hqguide.bom import header_words as words
from hqguide.bom.columns import meanings
from hqguide.bom.marks import not_placed, says_not_placed
from hqguide.bom.model import BomLine
from hqguide.tables.cells import clean_cell, emptied

_USED = (words.MPN, words.MAKER, words.DESCRIPTION, words.SUPPLIER_PART, words.REMARKS, words.EXTRA)


def _told(found: Mapping[str, str]) -> tuple[str, ...]:
    """The texts of people, where a part may be said to stay away."""
    return tuple(found.get(field, "") for field in (words.REMARKS, words.DESCRIPTION))


def line_of(
    row: int,
    refs: Sequence[str],
    value: str,
    footprint: str,
    properties: Mapping[str, str],
    dnp: str = "",
    kind: str = "",
) -> BomLine:
    """A line from the reference, value, footprint and further properties of a drawn part."""
    value, footprint = emptied(clean_cell(value)), emptied(clean_cell(footprint))
    found: dict[str, str] = {}
    for name, raw in properties.items():
        cell = emptied(clean_cell(raw))
        field = next((f for f, _ in meanings(clean_cell(name))), "")
        field = words.MPN if field == words.PART_NUMBER else field
        if cell and field in _USED:
            found.setdefault(field, cell)
        for column, fitted in ((words.DNP, False), (words.FITTED, True)):
            if cell and field == column and says_not_placed(cell, fitted=fitted):
                dnp = dnp or name
    extra = " | ".join(
        f"{clean_cell(n)}: {clean_cell(t)}" for n, t in properties.items() if emptied(clean_cell(t))
    )
    text = " | ".join(part for part in (",".join(refs), value, footprint, extra) if part)
    return BomLine(
        rows=(row,),
        text=text,
        refs=tuple(refs),
        quantity=max(1, len(refs)),
        value=value,
        footprint=footprint,
        mpn=found.get(words.MPN, ""),
        manufacturer=found.get(words.MAKER, ""),
        description=found.get(words.DESCRIPTION, ""),
        supplier_part=found.get(words.SUPPLIER_PART, ""),
        dnp=dnp or not_placed(value, found.get(words.MPN, ""), *_told(found)),
        extra=found.get(words.EXTRA, ""),
        remarks=found.get(words.REMARKS, ""),
        kind=clean_cell(kind),
    )
