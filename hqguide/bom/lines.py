"""Rows of a table into lines of a bill: each becomes one, joins one, or is skipped with the reason."""

import re
from collections.abc import Sequence

import msgspec

from hqguide.bom import header_words as words
from hqguide.bom.amount import read_amount
from hqguide.bom.columns import Columns, columns_of, find_columns, meanings
from hqguide.bom.designators import is_ref, is_refs, may_be_refs, prefix, split_refs
from hqguide.bom.marks import no_part, not_placed, says_not_placed
from hqguide.bom.model import BomLine, BomLines, Doubt, Skipped
from hqguide.bom.table import Table
from hqguide.parts.sorts import SORTS
from hqguide.tables.cells import emptied, is_formula
from hqguide.tables.rows import TableRow

_PART_NUMBER = re.compile(r"(?=.*\d)(?=.*[A-Z])[A-Z0-9][A-Z0-9./+-]{4,30}")
_COLLATED = re.compile(r"collated components", re.IGNORECASE)


class _Ledger:
    """The lines, skipped rows and doubts while a table is read."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.lines: list[BomLine] = []
        self.skipped: list[Skipped] = []
        self.doubts: list[Doubt] = []
        self.stated: dict[int, int] = {}
        self.seen: set[str] = set()
        self.collated = False

    def skip(self, row: TableRow, why: str) -> None:
        self.skipped.append(Skipped(row.number, row.text, why))

    def doubt(self, row: TableRow, what: str) -> None:
        self.doubts.append(Doubt((row.number,), what))

    def contradictions(self) -> list[Doubt]:
        """Lines whose quantity is not the number of their designators."""
        return [
            Doubt(line.rows, f"quantity {stated}, but {len(line.refs)} designators: {stated} taken")
            for at, stated in self.stated.items()
            if (line := self.lines[at]).refs and stated != len(line.refs)
        ]


def lines_of(table: Table, source: str, doubts: Sequence[Doubt] = ()) -> BomLines:
    """The lines of ``table``; its header and what stands above it are skipped by name."""
    cells = [row.cells for row in table.rows]
    ledger = _Ledger(find_columns(cells))
    header = ledger.columns.header
    for at, row in enumerate(table.rows):
        if at < header:
            ledger.skip(row, "above the names of the columns")
        elif at == header:
            ledger.skip(row, "the names of the columns")
        elif header >= 0 and _is_header(row.cells):
            ledger.skip(row, "the names of the columns again")
            ledger.columns = columns_of(row.cells, cells[at + 1 :], at)
        else:
            _take(row, ledger)
    found = (*doubts, *ledger.doubts, *ledger.contradictions())
    return BomLines(source, table.format, tuple(ledger.lines), tuple(ledger.skipped), found)


def _take(row: TableRow, ledger: _Ledger) -> None:
    """Put one row where it belongs."""
    cells = tuple(emptied(cell) for cell in row.cells)
    columns = ledger.columns
    filled = [cell for cell in cells if cell]
    refs_cell = columns.first(cells, words.REFS)
    if not filled:
        ledger.skip(row, "only placeholders")
    elif why := no_part(cells):
        ledger.skip(row, why)
    elif ledger.lines and len(filled) == 1 and refs_cell and _continues(ledger, refs_cell):
        _continue(row, refs_cell, ledger)
    elif _is_heading(filled, cells, columns):
        ledger.collated = ledger.collated or _COLLATED.search(filled[0]) is not None
        ledger.skip(row, "a heading or remark: no quantity, no designator")
        if not refs_cell and not filled[0].endswith((":", "：")):
            ledger.doubt(row, f"{filled[0][:40]!r} has no quantity: taken as a heading")
    else:
        _line(row, cells, refs_cell, ledger)


def _is_header(cells: Sequence[str]) -> bool:
    """Whether a row inside a table names columns again."""
    filled = [cell for cell in cells if cell]
    known = {found[0][0] for cell in filled if (found := meanings(cell)) and found[0][1] >= 2}
    return len(known) >= 2 and len(known) * 2 >= len(filled) and not any(c.isdigit() for c in "".join(filled))


def _is_heading(filled: Sequence[str], cells: Sequence[str], columns: Columns) -> bool:
    """One cell alone, in a table that counts its parts, that is neither a designator nor names a part."""
    if len(filled) > 1 or not (columns.has(words.REFS) or columns.has(words.QUANTITY)):
        return False
    refs = columns.first(cells, words.REFS)
    if refs:
        return not is_refs(refs) and not _PART_NUMBER.fullmatch(refs)
    if any(columns.first(cells, field) for field in (words.MPN, words.SUPPLIER_PART, words.QUANTITY)):
        return False
    return columns.has(words.QUANTITY) or not any(
        columns.first(cells, field) for field in (words.VALUE, words.DESCRIPTION)
    )


def _continues(ledger: _Ledger, refs_cell: str) -> bool:
    """Whether a lone cell goes on with the designators of the line before."""
    before = ledger.stated.get(len(ledger.lines) - 1, 0)
    return is_refs(refs_cell) and 0 < len(ledger.lines[-1].refs) < before


def _continue(row: TableRow, refs_cell: str, ledger: _Ledger) -> None:
    before = ledger.lines[-1]
    more, _ = split_refs(refs_cell)
    ledger.lines[-1] = msgspec.structs.replace(
        before,
        rows=(*before.rows, row.number),
        refs=tuple(dict.fromkeys((*before.refs, *more))),
        text=f"{before.text} {refs_cell}",
    )


def _line(row: TableRow, cells: tuple[str, ...], refs_cell: str, ledger: _Ledger) -> None:
    """A row that names a part."""
    columns = ledger.columns
    refs, odd = split_refs(refs_cell) if may_be_refs(refs_cell) else ((), ())
    if _excluded(cells, columns):
        ledger.skip(row, "marked as excluded from the bill")
        return
    if ledger.collated and refs and ledger.seen.issuperset(refs):
        ledger.skip(row, "the same parts again, collated")
        return
    line = _fields(row, cells, refs, "" if refs else refs_cell, columns)
    if not any((line.value, line.mpn, line.description, line.supplier_part)) and not _usual(refs):
        # Boards name parts by what they are: ATMEGA16, LED.
        text = refs_cell if refs else _leftover(cells, columns)
        if not text:
            ledger.skip(row, "no designator, value, part number or description")
            ledger.doubt(row, "names no part")
            return
        line = msgspec.structs.replace(line, value=text)
    for what in odd:
        ledger.doubt(row, what)
    for cell in cells:
        if is_formula(cell):
            ledger.doubt(row, f"a formula instead of its result: {cell[:40]}")
    quantity = _quantity(row, cells, refs, ledger)
    if quantity == 0:
        ledger.skip(row, "quantity 0")
        return
    ledger.seen.update(refs)
    ledger.lines.append(msgspec.structs.replace(line, quantity=quantity))


def _fields(
    row: TableRow, cells: tuple[str, ...], refs: tuple[str, ...], no_refs: str, columns: Columns
) -> BomLine:
    """The line of a row, its quantity still open; ``no_refs`` is text in the column of designators."""
    value, *names = _all(cells, columns, words.VALUE) or ("",)
    kind = columns.first(cells, words.KIND)
    if names and not kind:
        kind, *names = names  # Of a name and a value, the name tells what sort of thing it is.
    description, *more = (*_all(cells, columns, words.DESCRIPTION), *names) or ("",)
    if no_refs and not columns.first(cells, words.MPN):
        value, no_refs = f"{no_refs} {value}".strip(), ""  # What a part is called, in the place of its name.
    return BomLine(
        rows=(row.number,),
        text=row.text,
        refs=refs,
        value=value,
        footprint=columns.first(cells, words.FOOTPRINT),
        mpn=columns.first(cells, words.MPN),
        manufacturer=columns.first(cells, words.MAKER),
        description=description,
        supplier_part=columns.first(cells, words.SUPPLIER_PART),
        dnp=_mark(cells, columns),
        extra="; ".join(_all(cells, columns, words.EXTRA)),
        remarks="; ".join((*_all(cells, columns, words.REMARKS), *more, *((no_refs,) if no_refs else ()))),
        kind=kind,
    )


def _usual(refs: Sequence[str]) -> bool:
    """Whether designators have letters everybody uses, so that they are no names of parts."""
    return bool(refs) and all(is_ref(ref) and prefix(ref) in SORTS for ref in refs)


def _leftover(cells: Sequence[str], columns: Columns) -> str:
    """The wording of a row whose known columns say nothing: its longest cell with letters."""
    plain = {
        at for field in (words.INDEX, words.QUANTITY, words.OTHER) for at in columns.by_field.get(field, ())
    }
    texts = [cell for at, cell in enumerate(cells) if at not in plain and any(c.isalpha() for c in cell)]
    return max(texts, key=len, default="")


def _all(cells: Sequence[str], columns: Columns, field: str) -> tuple[str, ...]:
    """The cells of all columns of ``field`` that are filled, each text once."""
    texts = (cells[at] for at in columns.by_field.get(field, ()) if at < len(cells) and cells[at])
    return tuple(dict.fromkeys(texts))


def _mark(cells: Sequence[str], columns: Columns) -> str:
    """The words that say a row is not placed, in a column of its own or in any other."""
    for field, fitted in ((words.DNP, False), (words.FITTED, True)):
        for cell in _all(cells, columns, field):
            if says_not_placed(cell, fitted=fitted):
                return cell
    known = (
        words.VALUE,
        words.REFS,
        words.REMARKS,
        words.DESCRIPTION,
        words.MPN,
        words.FOOTPRINT,
        words.QUANTITY,
    )
    value, *others = (columns.first(cells, field) for field in known)
    return not_placed(value, *others)


def _excluded(cells: Sequence[str], columns: Columns) -> bool:
    cell = columns.first(cells, words.EXCLUDED)
    return bool(cell) and (cell.lower().startswith("exclu") or says_not_placed(cell, fitted=False))


def _quantity(row: TableRow, cells: Sequence[str], refs: Sequence[str], ledger: _Ledger) -> int:
    """Pieces for one board: as written, else as many as there are designators."""
    columns = ledger.columns
    cell = columns.first(cells, words.QUANTITY)
    if not cell:
        if columns.has(words.QUANTITY) and not refs:
            ledger.doubt(row, "no quantity is given: 1 taken")
        return max(1, len(refs))
    quantity, odd = read_amount(cell)
    if odd:
        ledger.doubt(row, odd)
    if quantity is None:
        return max(1, len(refs))
    if quantity:
        ledger.stated[len(ledger.lines)] = quantity
    return quantity
