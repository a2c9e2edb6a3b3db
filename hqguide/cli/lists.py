"""``hqguide list``: shopping lists in the notebook."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import click
import msgspec

from hqguide.cli.output import json_out, line, talk
from hqguide.errors import FOUND, GuideError
from hqguide.guide import Guide
from hqguide.notebook.item import checked
from hqguide.notebook.lists import DEFAULT_LIST, ListItem
from hqguide.notebook.quickline import read_quickline

STATES: Mapping[str, str] = MappingProxyType({"bought": "bought", "missing": "not found", "wanted": "wanted"})


class Call(msgspec.Struct, frozen=True):
    """One call of the command: the list meant, the words after the action, and the options."""

    guide: Guide
    name: str
    words: tuple[str, ...]
    quantity: int | None
    price: float | None
    note: str
    as_json: bool


@click.command("list")
@click.argument("words", nargs=-1, metavar="[NAME] [ACTION] [WORDS]...")
@click.option("--qty", "quantity", type=click.IntRange(1), help="Pieces (add).")
@click.option("--price", type=click.FloatRange(0), help="Target price in yuan for one (add).")
@click.option("--note", default="", help="A note to keep with it (add).")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.pass_obj
def command(
    guide: Guide, words: tuple[str, ...], quantity: int | None, price: float | None, note: str, as_json: bool
) -> int:
    """Keep a shopping list: add WORDS, remove ID, show, clear, import FILE, bought ID, missing ID, wanted ID.

    Without NAME the list is called "shopping". `hqguide list names` tells which lists there are.
    """
    if words == ("names",):
        return _names(guide, as_json)
    name, action, rest = _parse(words)
    return ACTIONS[action](Call(guide, name, rest, quantity, price, note, as_json))


def _parse(words: tuple[str, ...]) -> tuple[str, str, tuple[str, ...]]:
    """The list's name, the action and what follows; a lone unknown word is a list to show."""
    if not words:
        return DEFAULT_LIST, "show", ()
    if words[0] in ACTIONS:
        return DEFAULT_LIST, words[0], words[1:]
    if len(words) == 1:
        return words[0], "show", ()
    if words[1] in ACTIONS:
        return words[0], words[1], words[2:]
    known = ", ".join(ACTIONS)
    raise click.UsageError(f"{words[1]!r} is no action; known: {known}")


def _names(guide: Guide, as_json: bool) -> int:
    names = guide.lists.names()
    if as_json:
        json_out(names)
        return FOUND
    for name in names:
        line(name)
    return FOUND


def _show(call: Call) -> int:
    items = call.guide.lists.show(call.name)
    if call.as_json:
        json_out(items)
        return FOUND
    if not items:
        name = "" if call.name == DEFAULT_LIST else f"{call.name} "
        talk(f"The list {call.name!r} is empty. Add to it: hqguide list {name}add 10x 100nF 0603")
    for item in items:
        price = f"  ≤ {item.target_price:g} yuan" if item.target_price is not None else ""
        note = f"  ({item.note})" if item.note else ""
        line(f"{item.id:>3}  {item.quantity:>5} × {item.text}  [{item.state}]{price}{note}")
    return FOUND


def _add(call: Call) -> int:
    text, counted = read_quickline(" ".join(call.words))
    item = call.guide.lists.add(
        text, quantity=call.quantity or counted, target_price=call.price, note=call.note, name=call.name
    )
    talk(f"{item.quantity} × {item.text} on the list {call.name!r} (id {item.id})")
    return _json_after(call)


def _remove(call: Call) -> int:
    for item_id in _ids(call):
        item = call.guide.lists.remove(item_id, name=call.name)
        talk(f"removed {item.quantity} × {item.text}")
    return _json_after(call)


def _mark(state: str) -> Callable[[Call], int]:
    def mark(call: Call) -> int:
        for item_id in _ids(call):
            item = call.guide.lists.mark(item_id, STATES[state], name=call.name)  # type: ignore[arg-type]
            talk(f"{item.text}: {item.state}")
        return _json_after(call)

    return mark


def _clear(call: Call) -> int:
    talk(f"{call.guide.lists.clear(name=call.name)} items removed from the list {call.name!r}")
    return _json_after(call)


def _import(call: Call) -> int:
    if len(call.words) != 1:
        raise click.UsageError("import takes one FILE")
    lines = read_lines(Path(call.words[0]))
    items = call.guide.lists.add_many(lines, name=call.name)
    talk(f"{len(lines)} lines read, {len(items)} items added to the list {call.name!r}")
    return _json_after(call)


ACTIONS: Mapping[str, Callable[[Call], int]] = MappingProxyType(
    {
        "add": _add,
        "remove": _remove,
        "show": _show,
        "clear": _clear,
        "import": _import,
        "bought": _mark("bought"),
        "missing": _mark("missing"),
        "wanted": _mark("wanted"),
    }
)


def _json_after(call: Call) -> int:
    if call.as_json:
        json_out(call.guide.lists.show(call.name))
    return FOUND


def _ids(call: Call) -> list[int]:
    if not call.words:
        raise click.UsageError("give the id of an item; `hqguide list` shows them")
    try:
        return [int(word) for word in call.words]
    except ValueError:
        raise click.UsageError(f"an id is a number, not {' '.join(call.words)!r}") from None


def read_lines(path: Path) -> tuple[ListItem, ...]:
    """Items from a plain text file, one a line; empty lines and lines starting with ``#`` are no items."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise GuideError(f"cannot be read ({error.strerror})", where=str(path)) from error
    except UnicodeDecodeError as error:
        raise GuideError("not UTF-8 text", where=str(path), hint="Save the list as UTF-8 text.") from error
    items = []
    for number, row in enumerate(text.splitlines(), start=1):
        if row.strip() and not row.lstrip().startswith("#"):
            words, quantity = read_quickline(row)
            item = ListItem(id=0, text=words, quantity=quantity)
            try:
                items.append(checked(item))
            except GuideError as error:
                raise GuideError(error.what, where=f"{path}, line {number}", hint=error.hint) from error
    return tuple(items)
