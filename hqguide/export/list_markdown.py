"""A shopping list as Markdown: what is wanted, what is bought and what was not found."""

from collections.abc import Iterator

from hqguide.export.markdown import escape
from hqguide.export.prepare import money
from hqguide.export.shopping import Shopping
from hqguide.export.telling import spoken
from hqguide.notebook.item import ListItem
from hqguide.route.itinerary import Item

_STATES = (("wanted", "To buy", " "), ("not found", "Not found", " "), ("bought", "Bought", "x"))


def list_markdown(shopping: Shopping) -> str:
    """The list as one Markdown document, ending in a newline. No text of it can become structure."""
    lines = [f"# Shopping list {escape(shopping.name)}", ""]
    both = list(zip(shopping.lines, shopping.items, strict=True))
    for state, title, mark in _STATES:
        here = [pair for pair in both if pair[0].state == state]
        if here:
            lines += [f"## {title}", "", *(row for pair in here for row in _line(shopping, *pair, mark)), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _line(shopping: Shopping, line: ListItem, item: Item, mark: str) -> Iterator[str]:
    price = f", at most {escape(money(line.target_price))} each" if line.target_price is not None else ""
    words = escape(spoken(item.zh, item.pinyin))
    marks = f" {'!' * line.priority}" if line.priority else ""
    yield f"- [{mark}] {line.quantity} × **{escape(line.text) or '?'}**{marks}{words}{price}"
    if line.note:
        yield f"  - Note: {escape(line.note)}"
    for offer in item.offers[:1]:
        dated = f"as of {offer.as_of}" if offer.as_of else "undated"
        yield f"  - {escape(f'{shopping.place(offer.place)}: {offer.why}; {dated}; source: {offer.source}')}"
