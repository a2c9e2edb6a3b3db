"""Exported Markdown read back, with what somebody ticked in an editor: ``- [x] 100 × **0.1 uF 0603**``."""

import re

from msgspec.structs import replace

from hqguide.notebook.item import ListItem, State

HEADS = ("# Shopping list ", "# Huaqiangbei walk")
"""How the documents begin that are read back."""

_ITEM = re.compile(
    r"[-*+] \[(?P<box>[ xX])\] (?:(?P<count>\d+) × )?\*\*(?P<text>(?:\\.|[^\\*])+)\*\*"
    r"(?: (?P<marks>!{1,3})(?= ·|,|$))?(?:.*, at most ¥(?P<price>[\d,]+(?:\.\d+)?) each)?.*"
)
_NOTE = re.compile(r"\s+[-*+] Note: (?P<note>.*)")
_ESCAPED = re.compile(r"\\(.)")


def read_markdown(text: str) -> tuple[ListItem, ...]:
    """The items of an exported list or walk, each once; ticked ones are bought.

    An item that is at several stops was bought if it is ticked at any of them.
    """
    found: dict[str, ListItem] = {}
    state: State = "wanted"
    latest = ""
    for row in text.splitlines():
        if row.startswith("## "):
            state = "not found" if row == "## Not found" else "wanted"
        elif item := _ITEM.fullmatch(row):
            latest = _plain(item["text"])
            line = _line(item, latest, state)
            if latest not in found or line.state == "bought":
                found[latest] = line
        elif (note := _NOTE.fullmatch(row)) and latest in found:
            found[latest] = replace(found[latest], note=_plain(note["note"]))
    return tuple(found.values())


def _line(item: re.Match[str], text: str, state: State) -> ListItem:
    price = float(item["price"].replace(",", "")) if item["price"] else None
    return ListItem(
        id=0,
        text=text,
        quantity=int(item["count"] or 1),
        target_price=price or None,
        state="bought" if item["box"] != " " else state,
        priority=len(item["marks"] or ""),
    )


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
