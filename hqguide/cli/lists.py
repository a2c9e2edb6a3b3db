"""``hqguide list``: shopping lists in the notebook."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import click
import msgspec

from hqguide.cli.comeback import read_input, tell
from hqguide.cli.listfile import lines_of_file
from hqguide.cli.output import json_out, line, talk
from hqguide.errors import FOUND
from hqguide.export.comeback import MAX_BYTES, is_ours
from hqguide.guide import Guide
from hqguide.market.kits import kit_called, load_kits
from hqguide.notebook.lists import DEFAULT_LIST, ListItem
from hqguide.notebook.quickline import read_wishes

STATES: Mapping[str, str] = MappingProxyType({"bought": "bought", "missing": "not found", "wanted": "wanted"})


class Call(msgspec.Struct, frozen=True):
    """One call of the command: the list meant, the words after the action, and the options."""

    guide: Guide
    name: str
    words: tuple[str, ...]
    quantity: int | None
    price: float | None
    note: str
    priority: int | None
    as_json: bool


@click.command("list")
@click.argument("words", nargs=-1, metavar="[NAME] [ACTION] [WORDS]...")
@click.option("--qty", "quantity", type=click.IntRange(1), help="Pieces (add).")
@click.option("--price", type=click.FloatRange(0), help="Target price in yuan for one (add).")
@click.option("--note", default="", help="A note to keep with it (add).")
@click.option("--priority", type=click.IntRange(0, 3), help="0 to 3: bought first when time is short (add).")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.pass_obj
def command(
    guide: Guide,
    words: tuple[str, ...],
    quantity: int | None,
    price: float | None,
    note: str,
    priority: int | None,
    as_json: bool,
) -> int:
    """Keep a shopping list: add WORDS, remove ID, show, clear, import FILE, bought ID, missing ID, wanted ID.

    Without NAME the list is called "shopping". `hqguide list names` tells which lists there are. FILE is a
    text with one item a line, a bill of materials, exported JSON, or the ticks of the phone page; - reads
    what is pasted. `kit KIT` adds the lines of a kit, `hqguide list kits` tells which there are.
    """
    if words == ("names",):
        return _names(guide, as_json)
    if words == ("kits",):
        return _kits(guide, as_json)
    name, action, rest = _parse(words)
    return ACTIONS[action](Call(guide, name, rest, quantity, price, note, priority, as_json))


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


def _kits(guide: Guide, as_json: bool) -> int:
    kits = load_kits(guide.market.folder)
    if as_json:
        json_out(kits)
        return FOUND
    for kit in kits:
        line(f"{kit.id}: {kit.en} {kit.zh}, {len(kit.lines)} items")
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
        marks = f"  {'!' * item.priority}" if item.priority else ""
        line(f"{item.id:>3}  {item.quantity:>5} × {item.text}{marks}  [{item.state}]{price}{note}")
    return FOUND


def _add(call: Call) -> int:
    typed = [
        msgspec.structs.replace(
            item,
            quantity=call.quantity or item.quantity,
            target_price=call.price,
            note=call.note,
            priority=item.priority if call.priority is None else call.priority,
        )
        for item in read_wishes(" ".join(call.words))
    ]
    for item in call.guide.lists.add_many(typed, name=call.name):
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
    where = call.words[0]
    data = read_input(where, MAX_BYTES)
    if is_ours(data, where):
        code = tell(call.name, call.guide.take_back(call.name, data, where))
    else:
        lines = lines_of_file(call.guide, data, where)
        items = call.guide.lists.add_many(lines, name=call.name)
        done = sum(item.state == "bought" for item in lines)
        ticked = f", {done} of them ticked off as bought" if done else ""
        talk(f"{len(lines)} lines read, {len(items)} items added to the list {call.name!r}{ticked}")
        code = FOUND
    _json_after(call)
    return code


def _kit(call: Call) -> int:
    if len(call.words) != 1:
        raise click.UsageError("kit takes the name of one; `hqguide list kits` tells which there are")
    kit = kit_called(load_kits(call.guide.market.folder), call.words[0])
    lines = [
        ListItem(id=0, text=row.text, quantity=row.quantity, note=row.note or "", priority=row.priority)
        for row in kit.lines
    ]
    items = call.guide.lists.add_many(lines, name=call.name)
    talk(f"{kit.en}: {len(items)} items added to the list {call.name!r}")
    talk(f"{kit.about} ({', '.join(kit.sources)}, {kit.as_of})")
    return _json_after(call)


ACTIONS: Mapping[str, Callable[[Call], int]] = MappingProxyType(
    {
        "add": _add,
        "remove": _remove,
        "show": _show,
        "clear": _clear,
        "import": _import,
        "kit": _kit,
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
