"""A file into the lines of a bill of materials, whatever tool wrote it."""

from pathlib import Path

from hqguide.bom.interactive import is_page, read_json, read_page
from hqguide.bom.limits import MAX_BYTES, MAX_LINE, MAX_TEXT, ONE_BOARD
from hqguide.bom.lines import lines_of
from hqguide.bom.model import BomLines
from hqguide.bom.netlist import read_netlist, read_sexpr_netlist
from hqguide.bom.plainlist import read_list
from hqguide.bom.schematic import read_schematic
from hqguide.bom.table import read_table
from hqguide.bom.workbook import read_workbook
from hqguide.errors import GuideError
from hqguide.tables.decoding import decode
from hqguide.tables.package import OLE, ZIP


def read_bom(path: Path) -> BomLines:
    """The lines of the bill in ``path``; its content, not its name, tells the format.

    Raises :class:`GuideError` for a file that cannot be read, is too large, empty or no bill.
    """
    data = _bytes(path)
    where = str(path)
    if data.startswith((ZIP, OLE)):
        table, skipped, doubts = read_workbook(data, where)
        lines = lines_of(table, where, doubts)
        return _with_parts(
            BomLines(where, lines.format, lines.lines, (*lines.skipped, *skipped), lines.doubts)
        )
    text, encoding = decode(data, where)
    if not text.strip():
        raise GuideError("is empty", where=where)
    found = _of_text(text, path)
    return _with_parts(
        BomLines(where, f"{found.format}, {encoding}", found.lines, found.skipped, found.doubts)
    )


def _of_text(text: str, path: Path) -> BomLines:
    where = str(path)
    start = text.lstrip("\ufeff \t\r\n")[:400]
    if start.startswith(("(kicad_sch", "(kicad-sch")):
        return read_schematic(text, path)
    if start.startswith("(export"):
        return read_sexpr_netlist(text, where)
    if start.startswith("EESchema"):
        raise GuideError(
            "is a schematic of KiCad 5 or older", where=where, hint="Give its netlist or a CSV bill."
        )
    if start.startswith(("{", "[")) and path.suffix.lower() in (".json", ""):
        return read_json(text, where)
    if start.lower().startswith(("<!doctype html", "<html")):
        if is_page(text):
            return read_page(text, where)
        raise GuideError("is a web page", where=where, hint="Save the bill of materials as CSV or XLSX.")
    if start.startswith(("<?xml", "<export", "<!DOCTYPE")):
        return read_netlist(text, where)
    _bounded(text, where)
    table = read_table(text, where)
    return lines_of(table, where) if table else read_list(text, where)


def _bounded(text: str, where: str) -> None:
    """Refuse a text that no bill fills before any time is spent on it."""
    if len(text) > MAX_TEXT:
        raise GuideError(
            f"has {len(text) // 10**6:,} million characters; a table of parts may have {MAX_TEXT // 10**6}",
            where=where,
            hint=ONE_BOARD,
        )
    longest = max(map(len, text.splitlines()), default=0)
    if longest > MAX_LINE:
        raise GuideError(
            f"has a line of {longest:,} characters", where=where, hint="Give a table with one part a row."
        )


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size <= MAX_BYTES and path.is_file():
            return path.read_bytes()
    except OSError as error:
        raise GuideError(f"cannot be read ({error.strerror})", where=str(path)) from error
    if not path.is_file():
        raise GuideError("is no file", where=str(path), hint="Name the file of one bill: FOLDER/bom.csv")
    raise GuideError(
        f"has {size // 2**20:,} MB; a bill of materials may have {MAX_BYTES // 2**20}",
        where=str(path),
        hint="Give the bill of one board, as CSV or XLSX.",
    )


def _with_parts(found: BomLines) -> BomLines:
    if not found.lines and not found.skipped:
        raise GuideError(
            "holds no parts", where=found.source, hint="Give a bill of materials or a list of parts."
        )
    return found
