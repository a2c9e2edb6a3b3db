"""Cells made clean: control characters and markup gone, placeholders for "nothing" emptied, formulas seen."""

import html
import re

from hqguide.text import plain

MAX_CELL = 20_000
"""Characters of a cell that are read."""

_TAG = re.compile(
    r"</?(?:a|b|i|u|p|br|div|span|font|td|tr|em|strong|sup|sub|html|body|img|li|ul)\b[^<>]{0,400}>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")
_NOTHING = frozenset(
    word
    for text in (
        "- -- --- ~ ? ?? – — / \\ * . _ n/a n.a. na #n/a none null nil nan tbd (none) <none> (null) (blank)",
        "无 empty unknown '' #ref! #value! #name?",
    )
    for word in text.split()
)
_MARKDOWN = re.compile(r"!?\[(?P<label>[^\]]*)\]\([^)]*\)|\*\*(?P<bold>[^*]+)\*\*|`(?P<code>[^`]*)`")
_FORMULA = re.compile(r'^=\s*(?:HYPERLINK\s*\(\s*"[^"]*"\s*[,;]\s*)?"([^"]*)"\s*\)?$', re.IGNORECASE)


def clean_cell(raw: object) -> str:
    """A cell of any kind as one line of safe text; whole numbers lose the ``.0`` of spreadsheets."""
    if isinstance(raw, str) and raw.isalnum() and len(raw) <= MAX_CELL:
        return raw  # Nothing to clean, as in nearly every cell of a long table.
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() and abs(raw) < 1e15 else f"{raw:.12g}"
    text = raw if isinstance(raw, str) else "" if raw is None else str(raw)
    text = text[:MAX_CELL]
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    if text.startswith("=") and (shown := _FORMULA.match(text)):
        # ="0603" keeps a spreadsheet from eating the zero, a link shows its label.
        text = shown[1]
    text = " ".join(plain(text).split())
    if "**" in text or "](" in text or "`" in text:
        text = _MARKDOWN.sub(
            lambda found: found["label"] or found["bold"] or found["code"] or "", text
        ).strip()
    return text[1:] if text.startswith("'") and text.count("'") == 1 else text


def emptied(cell: str) -> str:
    """``cell``, or nothing when it only says that there is nothing (``~``, ``-``, ``n/a``)."""
    return "" if cell.lower() in _NOTHING else cell


def is_formula(cell: str) -> bool:
    """Whether a cell holds a formula instead of its result."""
    return (
        len(cell) > 1
        and cell[0] == "="
        and (cell[1].isalpha() or cell[1] in "(+-@")
        and ("(" in cell or cell[1:].isalnum())
    )
