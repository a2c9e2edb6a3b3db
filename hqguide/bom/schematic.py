"""A schematic of KiCad (6 and newer) with the sheets below it, read without KiCad."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from hqguide.bom.fields import line_of
from hqguide.bom.limits import MAX_BYTES
from hqguide.bom.model import BomLine, BomLines, Doubt, Skipped
from hqguide.bom.sexpr import Node, named, parse, word
from hqguide.errors import GuideError
from hqguide.tables.decoding import decode

_MOST_SHEETS = 200
_OWN = frozenset(
    ("Reference", "Value", "Footprint", "ki_keywords", "ki_fp_filters", "Sim.Device", "Sim.Pins")
)


class _Sheet(msgspec.Struct, frozen=True):
    """A parsed sheet: the file's name, its tree, and the chain of ids of every place it is used in."""

    name: str
    tree: Node


def read_schematic(text: str, path: Path) -> BomLines:
    """The parts of a schematic; units of one part are one line, symbols of the drawing are skipped."""
    root = parse(text, str(path))
    doubts: list[Doubt] = []
    sheets = tuple(_sheets(_Sheet(path.name, root), path, doubts))
    told = _told_by_root(root)
    chain = f"/{word(root, 'uuid')}"
    lines: dict[str, BomLine] = {}
    skipped: list[Skipped] = []
    row = 0
    for sheet in sheets:
        for symbol in named(sheet.tree, "symbol"):
            if not word(symbol, "lib_id"):
                continue
            row += 1
            _place(row, symbol, _refs(symbol, told, chain), lines, skipped)
    return BomLines(
        str(path), "KiCad schematic", tuple(dict.fromkeys(lines.values())), tuple(skipped), tuple(doubts)
    )


def _place(
    row: int, symbol: Node, refs: tuple[str, ...], lines: dict[str, BomLine], skipped: list[Skipped]
) -> None:
    """Make a line of a symbol, or let it join the line of the part it is a unit of."""
    texts = {p[1]: p[2] for p in named(symbol, "property") if len(p) > 2 and isinstance(p[1], str)}
    properties = {name: text for name, text in texts.items() if isinstance(text, str)}
    dnp = "dnp" if word(symbol, "dnp") == "yes" else ""
    rest = {name: text for name, text in properties.items() if name not in _OWN}
    line = line_of(
        row,
        refs,
        properties.get("Value", ""),
        properties.get("Footprint", ""),
        rest,
        dnp,
        word(symbol, "lib_id"),
    )
    if word(symbol, "in_bom") == "no":
        skipped.append(Skipped(row, line.text, "marked as excluded from the bill"))
    elif all(ref.startswith("#") for ref in refs):
        skipped.append(Skipped(row, line.text, "a symbol of the drawing, not a part"))
    elif refs[0] in lines and not refs[0].endswith("?"):
        before = lines[refs[0]]
        joined = msgspec.structs.replace(before, rows=(*before.rows, row))
        lines.update(dict.fromkeys(before.refs, joined))
    else:
        lines.update({f"{ref}@{row}" if ref.endswith("?") else ref: line for ref in refs})


def _refs(symbol: Node, told: dict[str, tuple[str, ...]], chain: str) -> tuple[str, ...]:
    """The designators of a symbol: one for every place its sheet is used in."""
    every: list[str] = []
    here: list[str] = []
    for instances in named(symbol, "instances"):
        for project in named(instances, "project"):
            for place in named(project, "path"):
                ref = word(place, "reference")
                every.append(ref)
                if len(place) > 1 and isinstance(place[1], str) and place[1].startswith(chain):
                    here.append(ref)
    own = next((str(p[2]) for p in named(symbol, "property") if len(p) > 2 and p[1] == "Reference"), "?")
    refs = here or list(told.get(word(symbol, "uuid"), ())) or every[:1] or [own]
    return tuple(dict.fromkeys(ref for ref in refs if ref)) or (own,)


def _told_by_root(root: Node) -> dict[str, tuple[str, ...]]:
    """KiCad 6 keeps the designators of all sheets in the first one: id of a symbol -> designators."""
    out: dict[str, tuple[str, ...]] = {}
    for table in named(root, "symbol_instances"):
        for place in named(table, "path"):
            if len(place) > 1 and isinstance(place[1], str):
                last = place[1].rsplit("/", 1)[-1]
                out[last] = (*out.get(last, ()), word(place, "reference"))
    return out


def _sheets(first: _Sheet, path: Path, doubts: list[Doubt]) -> Iterator[_Sheet]:
    """The sheet and all below it, each file once; a file that is not there is a doubt."""
    folder = path.resolve().parent
    seen = {first.name}
    waiting = [first]
    while waiting:
        sheet = waiting.pop(0)
        yield sheet
        for inner in named(sheet.tree, "sheet"):
            for name in _files(inner):
                if name in seen or len(seen) > _MOST_SHEETS:
                    continue
                seen.add(name)
                tree = _below(folder, name, doubts)
                if tree:
                    waiting.append(_Sheet(name, tree))


def _files(sheet: Node) -> list[str]:
    """The files a sheet names; KiCad 6 calls the property in the language of the user."""
    texts = [(p[1], p[2]) for p in named(sheet, "property") if len(p) > 2]
    return [
        text
        for name, text in texts
        if isinstance(text, str) and (text.endswith(".kicad_sch") or name in ("Sheetfile", "Sheet file"))
    ]


def _below(folder: Path, name: str, doubts: list[Doubt]) -> Node | None:
    """The tree of a sheet file beside or below the first one."""
    target = (folder / name).resolve()
    if not target.is_relative_to(folder) or not target.is_file() or target.stat().st_size > MAX_BYTES:
        doubts.append(Doubt((), f"the sheet {name[:80]!r} is not there: its parts are missing"))
        return None
    try:
        return parse(decode(target.read_bytes(), str(target))[0], str(target))
    except OSError as error:
        raise GuideError(f"cannot be read ({error.strerror})", where=str(target)) from error
