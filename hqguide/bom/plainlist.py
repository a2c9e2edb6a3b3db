"""Lists as people type them: ``10x 100nF 0603, 2 usb c``, ``R1-R4: 10k``, one part a line."""

import re
from itertools import zip_longest

from hqguide.bom.designators import is_ref, prefix, split_refs
from hqguide.bom.limits import BOUNDS, MAX_QUANTITY, MAX_ROWS, ONE_BOARD
from hqguide.bom.marks import no_part, not_placed
from hqguide.bom.model import BomLine, BomLines, Doubt, Skipped
from hqguide.parts.counts import bare_count, wishes_in
from hqguide.parts.sorts import SORTS
from hqguide.tables.bounds import too_many_rows
from hqguide.tables.cells import clean_cell

_BOX = r"\[[ xX]?\]"
_BULLET = re.compile(rf"^(?:[-*+•·▪◦☐□☑✓✔✅–]|{_BOX}|\(?\d{{1,3}}[.)、](?=\s|[^\d\s]))\s*(?:{_BOX}\s*)?")
_TICKED = re.compile(r"\s*(?:[-*+•]\s*)?(?:\[[xX]\]|[☑✓✔✅])")
_TIMES = r"[xX×✕*＊]"
_PIECES = r"(?:pcs\.?|pieces|pc|units|ea|stk\.?|stück|个|個|只|隻|颗|顆|枚|件|片|支|根|张|台|把|条)"
_MARKED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<n>\d{{1,7}})\s?{_TIMES}\s+(?P<t>.+)",
        rf"(?P<n>\d{{1,7}}){_TIMES}(?=[^\d\s])(?P<t>.+)",
        rf"{_TIMES}(?P<n>\d{{1,7}})\s+(?P<t>.+)",
        rf"(?P<n>\d{{1,7}})\s?{_PIECES}(?:\sof\b|\s|(?=[\u4e00-\u9fff]))\s*(?P<t>.+)",
        rf"(?P<t>.+?)[\s,:;(\[]+{_TIMES}\s?(?P<n>\d{{1,7}})[)\]]?",
        rf"(?P<t>.+?)[\s,:;(\[]+(?P<n>\d{{1,7}})\s?(?:{_PIECES}|{_TIMES})[)\]]?",
        rf"(?P<t>.*[\u4e00-\u9fff].*?)\s?{_TIMES}?(?P<n>\d{{1,7}})\s?{_PIECES}",
        r"(?P<t>.+?)\s*[:=]\s*(?P<n>\d{1,5})",
    )
)
_REFS = re.compile(r"(?P<refs>[A-Za-z]{1,4}\d[\w\-,–~ ]*?)\s*(?:[:=\t]|\s-\s|(?<=\d)\s+)\s*(?P<t>\S.*)")
_GAP = re.compile(r"\s{2,}|\t+")
_NAMED = re.compile(r"(?P<refs>[A-Z][A-Z0-9_]{1,5}):\s+(?P<t>\S.*)")
_COUNTED_X = re.compile(r"[xX×]\d{1,5}")
_HIGH_NUMBER = 100
_UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}")
_LINK = re.compile(r"https?://\S+|www\..*", re.IGNORECASE)
_PRICE = re.compile(r"\d[.,]\d\d\s?(?:EUR|USD|GBP|[€$£¥])\W*$")


def read_list(text: str, source: str) -> BomLines:
    """Every line of ``text`` as parts to buy; comments, links alone and totals are skipped by name."""
    lines: list[BomLine] = []
    skipped: list[Skipped] = []
    doubts: list[Doubt] = []
    rows = text.splitlines()
    for number, (raw, below) in enumerate(zip_longest(rows, rows[1:], fillvalue=""), start=1):
        row = clean_cell(raw)
        if number > MAX_ROWS:
            raise too_many_rows(source, BOUNDS, ONE_BOARD)
        if not any(char.isalnum() for char in row):
            if row:
                skipped.append(Skipped(number, row, "no words"))
            continue
        why = "a heading" if row and _UNDERLINE.fullmatch(below.strip()) else _no_wish(row)
        if why:
            skipped.append(Skipped(number, row, why))
            continue
        if line := _in_columns(raw, number):
            lines.append(line)
            continue
        for wish in _wishes(unmarked(row)):
            line, odd = _wish(wish, number)
            lines.append(line)
            doubts.extend(Doubt((number,), what) for what in odd)
    return BomLines(source, "list", tuple(lines), tuple(skipped), tuple(doubts))


def ticked(row: str) -> bool:
    """Whether ``row`` is ticked off: ``[x]``, ``- [X]``, ``☑``."""
    return _TICKED.match(row) is not None


def unmarked(row: str) -> str:
    """``row`` without the bullet, box or number a list puts before it, and without quotes around it."""
    return _BULLET.sub("", row.strip('"'))


def _in_columns(raw: str, number: int) -> BomLine | None:
    """A row set in columns: ``33R    R7,R8`` or ``74HC00 x2    Quad NAND``; ``None`` when it is not."""
    chunks = [clean_cell(chunk) for chunk in _GAP.split(raw.strip()) if chunk.strip()]
    if len(chunks) < 2:
        return None
    if _COUNTED_X.fullmatch(chunks[1]):
        chunks[:2] = [f"{chunks[0]} {chunks[1]}"]
    named = [c for c in chunks if _sure_refs(c, next((o for o in chunks if o != c), ""))]
    rest = [chunk for chunk in chunks if chunk not in named]
    text = clean_cell(raw)
    if len(named) == 1 and rest:
        refs, _ = split_refs(named[0])
        value, *more = rest
        return BomLine(
            (number,), text, refs, len(refs), value, description=" ".join(more), dnp=not_placed(value, *more)
        )
    quantity, wording, marked = _counted(chunks[0])
    if marked and wording != chunks[0]:
        return BomLine((number,), text, (), quantity, wording, description=" ".join(chunks[1:]))
    return None


def _sure_refs(text: str, beside: str, whole: str = "") -> bool:
    """Whether ``text`` is designators and not a part number such as NE555 or L298N.

    ``whole`` is the row when only a blank may stand between the two.
    """
    refs, _ = split_refs(text)
    if not refs or not all(is_ref(ref) and prefix(ref) in SORTS for ref in refs):
        return False
    marked = whole[len(text) :].lstrip()[:1] in (":", "=", "-") if whole else False
    few = int(re.sub(r"\D", "", refs[0])[:5]) < _HIGH_NUMBER and not whole
    return marked or len(refs) > 1 or beside[:1].isdigit() or few


def _wishes(row: str) -> list[str]:
    """The wishes of a row: cut at commas when each piece begins with its own count."""
    pieces = wishes_in(row)
    return pieces if len(pieces) > 1 and _counted(pieces[0])[1] != pieces[0] else [row]


def _no_wish(row: str) -> str:
    if row.startswith(("#", "//")):
        return "a comment"
    if ticked(row):
        return "ticked off"
    if row.endswith((":", "：")) and _counted(row)[1] == row:
        return "a heading"
    if _PRICE.search(row) and _counted(row)[1] == row:
        return "a price, not a part"
    return "a link, not a part" if _LINK.fullmatch(row) else no_part((row,))


def _wish(text: str, number: int) -> tuple[BomLine, tuple[str, ...]]:
    """One wish: designators, quantity and wording."""
    found = _REFS.fullmatch(text) or _NAMED.fullmatch(text)
    if found and (found.re is _NAMED or _sure_refs(found["refs"], found["t"], text)):
        refs, odd = split_refs(found["refs"])
        value = found["t"].strip()
        return BomLine((number,), text, refs, len(refs), value, dnp=not_placed(value)), odd
    quantity, wording, sure = _counted(text)
    line = BomLine((number,), text, quantity=quantity, value=wording, dnp=not_placed(wording))
    return line, () if sure else (f"{quantity} is taken as the quantity of {wording[:40]!r}",)


def _counted(text: str) -> tuple[int, str, bool]:
    """Quantity, wording, and whether the quantity was marked as one."""
    for pattern in _MARKED:
        found = pattern.fullmatch(text)
        if found and 0 < int(found["n"]) <= MAX_QUANTITY and not found["n"].startswith("0"):
            return int(found["n"]), found["t"].strip(" -:,"), True
    bare = bare_count(text)
    return (*bare, False) if bare else (1, text, True)
