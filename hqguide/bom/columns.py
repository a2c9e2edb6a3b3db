"""Which column holds what: recognised by its name, and where names fail by what stands in it."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import msgspec

from hqguide.bom import header_words as words
from hqguide.bom.designators import is_ref, is_refs, may_be_refs, prefix, split_refs
from hqguide.bom.package import known_package
from hqguide.parts.normalise import fold
from hqguide.parts.sorts import SORTS

Row = Sequence[str]
Fits = Callable[[str], bool]

_NOT_WORD = re.compile(r"[\W_]+")
_SPLIT_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST_NAME = 48
_NUMBER = frozenset(("number", "num", "numbers", "nummer"))
_STRONG = frozenset(
    (
        *(words.REFS, words.QUANTITY, words.VALUE, words.FOOTPRINT, words.MPN, words.DESCRIPTION),
        *(words.PART_NUMBER, words.MAKER, words.SUPPLIER_PART),
    )
)
_HEAD_ROWS = 80
_SAMPLE = 200
_COUNT = re.compile(r"\d{1,6}(?:[.,]0+)?")
_PIECES = re.compile(r"[/|()（）]")
_ITEM_CODE = re.compile(r"[A-Z]0\d")
_WORDY = 0.5


class Columns(msgspec.Struct, frozen=True):
    """The columns of each field, best first; ``header`` is the row of names, -1 when there is none."""

    header: int
    by_field: Mapping[str, tuple[int, ...]]
    recognised: int

    def first(self, row: Row, field: str) -> str:
        """The first cell of ``row`` in a column of ``field`` that is not empty."""
        return next((row[at] for at in self.by_field.get(field, ()) if at < len(row) and row[at]), "")

    def has(self, field: str) -> bool:
        """Whether there is a column for ``field``."""
        return field in self.by_field


@lru_cache(maxsize=4096)
def name_key(cell: str) -> str:
    """A column name as compared: ``Gehäuse``, ``GEHAEUSE:`` and ``gehause`` meet."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", cell) if not unicodedata.combining(c))
    words_only = _NOT_WORD.sub(" ", fold(unicodedata.normalize("NFKC", plain)).replace("#", " no "))
    return " ".join("no" if word in _NUMBER else word for word in words_only.split())


@lru_cache(maxsize=1)
def _names() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """The names of columns, folded like the names they are compared with."""
    return {name_key(name): fields for name, fields in words.NAMES.items()}


@lru_cache(maxsize=4096)
def meanings(cell: str) -> tuple[tuple[str, int], ...]:
    """The fields a column name may mean with strengths from 1 to 3; none when it is no such name."""
    if not cell or len(cell) > _LONGEST_NAME:
        return ()
    for form in (cell, _SPLIT_CAMEL.sub(" ", cell)):
        key = name_key(form)
        found = _names().get(key) or _names().get(key.replace(" ", ""))
        if found:
            return found
    if len(key.split()) > 6:
        return ()
    told = next((((field, strength),) for phrase, field, strength in words.PHRASES if phrase in key), ())
    return told if told and told[0][1] >= 2 else _of_pieces(cell) or told


def _of_pieces(cell: str) -> tuple[tuple[str, int], ...]:
    """What a name of several says, such as ``Valore / Tipo`` or ``Qty (used)``: a value, else the first."""
    pieces = [piece for piece in _PIECES.split(cell) if piece.strip()]
    found = [told for piece in pieces if (told := meanings(piece.strip()))] if len(pieces) > 1 else []
    return next((told for told in found if told[0][0] == words.VALUE), found[0] if found else ())


def columns_of(header: Row, body: Sequence[Row], at: int) -> Columns:
    """The columns that ``header``, the row ``at``, names for the rows of ``body``."""
    return _by_content(body, _assign(header, body), at, 0)


def find_columns(rows: Sequence[Row]) -> Columns:
    """The columns of a table: from its best header row, else from what stands in them."""
    best, at, score = None, -1, 0
    for number, row in enumerate(rows[:_HEAD_ROWS]):
        told = [{field for field, _ in found} for cell in row if (found := meanings(cell))]
        fields = {min(may & _STRONG or may) for may in told}
        good = len(fields & _STRONG)
        filled = sum(1 for cell in row if cell)
        enough = len(fields) * 2 >= min(filled, 6) or (len(fields) > 1 and _only_names(row))
        if good > score and enough:
            best, at, score = row, number, good
    if best is None or (score < 2 and not _lone_name(best) and not _counts_below(best, rows[at + 1 :])):
        return _by_content(rows, {}, -1, 0)
    return _by_content(rows[at + 1 :], _assign(best, rows[at + 1 :]), at, score)


def _only_names(row: Row) -> bool:
    """Whether a row of several cells holds words alone, as names of columns do and parts seldom."""
    return not any(char.isdigit() for cell in row for char in cell)


def _counts_below(row: Row, body: Sequence[Row]) -> bool:
    """Whether a row of words names a column of quantities, and numbers stand below that name."""
    if not _only_names(row):
        return False
    at = next((n for n, cell in enumerate(row) if (m := meanings(cell)) and m[0] == (words.QUANTITY, 3)), -1)
    below = [r[at] for r in body[:_SAMPLE] if 0 <= at < len(r) and r[at]]
    return _share(below, _is_count) > _WORDY


def _lone_name(row: Row) -> bool:
    """A header of one name is one only when it names exactly a field and stands alone."""
    filled = [cell for cell in row if cell]
    return len(filled) == 1 and bool(meanings(filled[0])) and meanings(filled[0])[0][1] >= 3


def _assign(header: Row, body: Sequence[Row]) -> dict[str, list[tuple[int, int]]]:
    """Field -> (strength, column), for every column whose name is known."""
    out: dict[str, list[tuple[int, int]]] = {}
    fields = [meanings(cell) for cell in header]
    firm = {found[0][0] for found in fields if found and found[0][1] == 3}
    for at, found in enumerate(fields):
        if not found:
            continue
        field, strength = _choose(
            found, [row[at] for row in body[:_SAMPLE] if at < len(row) and row[at]], firm
        )
        if field:
            out.setdefault(field, []).append((strength, at))
    own = out.pop(words.PART_NUMBER, [])
    if own:
        # Beside a maker's number a bare "part number" is the shop's.
        taken = any(strength >= 3 for strength, _ in out.get(words.MPN, ()))
        out.setdefault(words.SUPPLIER_PART if taken else words.MPN, []).extend(own)
    return out


def _choose(found: tuple[tuple[str, int], ...], cells: Sequence[str], firm: set[str]) -> tuple[str, int]:
    """What an ambiguous name means in this table: ``Part`` may be R1, 10k or STM32, ``Item`` a number."""
    if not cells:
        return found[0]
    refs = _share(cells, is_refs)
    numbers = _share(cells, _is_count)
    for field, strength in found:
        if strength >= 3:
            return field, strength
        if field == words.REFS and refs < 0.3 and not (strength == 2 and _share(cells, may_be_refs) > 0.8):
            continue
        if field in (words.INDEX, words.QUANTITY) and numbers < 0.6:
            continue
        if field == words.REFS and _share(cells, _is_item_code) > 0.3:
            continue
        if field == words.INDEX and words.QUANTITY not in firm and not _numbers_rows(cells):
            return words.QUANTITY, 2
        if (
            field in (words.VALUE, words.MPN, words.KIND, words.DESCRIPTION)
            and refs > 0.6
            and _share(cells, _usual_refs) > 0.3
            and words.REFS not in firm
        ):
            return words.REFS, 2
        if (
            field == words.VALUE
            and strength == 1
            and numbers > 0.9
            and any(f == words.INDEX for f, _ in found)
        ):
            continue
        return field, strength
    return "", 0


def _by_content(
    body: Sequence[Row], named: Mapping[str, Sequence[tuple[int, int]]], header: int, score: int
) -> Columns:
    """Columns by name, and for the fields without one by content."""
    fields = {
        field: [at for _, at in sorted(columns, key=lambda c: (-c[0], c[1]))]
        for field, columns in named.items()
    }
    taken = {at for columns in fields.values() for at in columns}
    width = max((len(row) for row in body[:_SAMPLE]), default=0)
    columns = {
        at: cells
        for at in range(width)
        if at not in taken and (cells := [row[at] for row in body[:_SAMPLE] if at < len(row) and row[at]])
    }
    if header < 0:
        _guess_all(columns, body, fields)
    else:
        if words.REFS not in fields:
            _guess(columns, fields, words.REFS, _usual_refs, 0.8)
        _take_wording(columns, fields)
    return Columns(header, {field: tuple(ats) for field, ats in fields.items()}, score)


def _guess_all(columns: dict[int, list[str]], body: Sequence[Row], fields: dict[str, list[int]]) -> None:
    """Fields of a table without names; what is left over is wording."""
    _guess(columns, fields, words.REFS, is_refs, 0.6)
    counters = [at for at, cells in columns.items() if _share(cells, _is_count) > 0.9]
    for at in list(counters):
        numbers = [int(re.split("[.,]", cell)[0]) for cell in columns[at] if _is_count(cell)]
        if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            fields.setdefault(words.INDEX, []).append(at)
            counters.remove(at)
            del columns[at]
    if counters and len(columns) > 1:
        fields[words.QUANTITY] = [counters[0]]
        del columns[counters[0]]
    _guess(columns, fields, words.FOOTPRINT, lambda cell: bool(known_package(cell)) and " " not in cell, 0.6)
    for at in list(columns):
        fields.setdefault(words.VALUE if words.VALUE not in fields else words.DESCRIPTION, []).append(at)


def _take_wording(columns: dict[int, list[str]], fields: dict[str, list[int]]) -> None:
    """Columns whose names say nothing hold what the parts are called when no other column does."""
    wordy = [at for at, cells in columns.items() if _share(cells, _is_wording) > _WORDY]
    for field in (words.VALUE, words.DESCRIPTION):
        if wordy and not ({words.VALUE, words.MPN} & fields.keys() or field in fields):
            fields[field] = [wordy.pop(0)]
    if wordy and words.DESCRIPTION not in fields and words.REFS not in fields:
        fields[words.DESCRIPTION] = wordy


def _is_wording(cell: str) -> bool:
    return any(char.isalpha() for char in cell) and "://" not in cell


def _guess(
    columns: dict[int, list[str]],
    fields: dict[str, list[int]],
    field: str,
    fits: Fits,
    least: float,
) -> None:
    """Give ``field`` the column most of whose cells fit, when enough of them do."""
    ranked = sorted(columns, key=lambda at: (-_share(columns[at], fits), at))
    if ranked and _share(columns[ranked[0]], fits) >= least and len(columns) > 1:
        fields[field] = [ranked[0]]
        del columns[ranked[0]]


def _numbers_rows(cells: Sequence[str]) -> bool:
    """Whether numbers go up, as those of rows do and quantities do not; words number nothing."""
    numbers = [int(re.split("[.,]", cell)[0]) for cell in cells if _is_count(cell)]
    return len(numbers) < 3 or all(a < b for a, b in pairwise(numbers))


def _is_item_code(cell: str) -> bool:
    """Whether a cell is a code such as P04: designators are not filled up with zeros."""
    return _ITEM_CODE.fullmatch(cell) is not None


def _usual_refs(cell: str) -> bool:
    """Whether a cell holds designators of usual letters, and not part numbers such as NE555."""
    refs, _ = split_refs(cell[:400])
    return bool(refs) and all(is_ref(ref) and prefix(ref) in SORTS for ref in refs)


def _is_count(cell: str) -> bool:
    return _COUNT.fullmatch(cell) is not None


def _share(cells: Sequence[str], fits: Fits) -> float:
    return sum(1 for cell in cells if fits(cell)) / len(cells) if cells else 0.0
