"""What comes back from a walk: lines of another copy of a list, matched to the lines here."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from hqguide.notebook.book import Notebook
from hqguide.notebook.item import ListItem, State, checked
from hqguide.notebook.merging import merge
from hqguide.notebook.wording import clean_name, same_key


class Change(msgspec.Struct, frozen=True):
    """A line whose state changed, as it is now, and the state it had."""

    item: ListItem
    before: State


class Left(msgspec.Struct, frozen=True):
    """A line that came back and was not, or not wholly, taken over, and why."""

    item: ListItem
    why: str


class Returned(msgspec.Struct, frozen=True):
    """What became of every line that came back.

    ``same`` were in that state already. ``differing`` are matched, but say something else in what is never
    taken over: quantity, price or note.
    """

    changed: tuple[Change, ...] = ()
    same: tuple[ListItem, ...] = ()
    added: tuple[ListItem, ...] = ()
    unmatched: tuple[Left, ...] = ()
    differing: tuple[Left, ...] = ()


Pair = tuple[ListItem, ListItem | str]


def take_ticks(notebook: Notebook, name: str, ticks: Sequence[ListItem]) -> Returned:
    """Set the states of the lines of list ``name`` that ``ticks`` name by id and text; none is added."""
    lines = tuple(msgspec.structs.replace(checked(tick), id=tick.id) for tick in ticks)
    return _take(notebook, name, lines, _of_ticks)


def take_list(notebook: Notebook, name: str, lines: Sequence[ListItem]) -> Returned:
    """Bring ``lines`` of an exported list into list ``name``.

    A line that is here already takes over that it was bought or not found; nothing else of it changes, and
    ``wanted`` takes nothing back. The others are added. Importing the same file twice changes nothing.
    """
    lines = tuple(msgspec.structs.replace(checked(line), id=line.id) for line in lines)
    return _take(notebook, name, lines, _of_list)


def _take(
    notebook: Notebook,
    name: str,
    lines: Sequence[ListItem],
    settle: Callable[[Mapping[int, ListItem], Sequence[ListItem]], Returned],
) -> Returned:
    """Settle ``lines`` with the list under its lock, in one write."""
    from hqguide.notebook import rows

    name = clean_name(name)
    with notebook.changing() as db:
        table = rows.table_of(db, name)
        items = rows.read(table, notebook.path)
        found = settle(items, lines)
        now = {change.item.id: change.item for change in found.changed}
        last = max(rows.last_id(db, name, notebook.path), *items, 0)
        merged, touched = merge({**items, **now}, found.added, last)
        if now or touched:
            rows.put(table, [merged[item_id] for item_id in dict.fromkeys((*now, *touched))])
        if touched:
            rows.keep_last_id(db, name, max(last, *touched))
    return msgspec.structs.replace(found, added=tuple(merged[item_id] for item_id in touched))


def _of_ticks(items: Mapping[int, ListItem], ticks: Sequence[ListItem]) -> Returned:
    """A tick means the line still wanted where a text is on the list more than once."""
    return _settled(_pairs(items, ticks, lambda _tick: "wanted"))


def _of_list(items: Mapping[int, ListItem], lines: Sequence[ListItem]) -> Returned:
    pairs = _pairs(items, lines, lambda line: line.state)
    known = {same_key(item.text) for item in items.values()}
    absent = [isinstance(found, str) and same_key(line.text) not in known for line, found in pairs]
    settled = _settled([pair for pair, out in zip(pairs, absent, strict=True) if not out])
    fresh = tuple(line for (line, _), out in zip(pairs, absent, strict=True) if out)
    return msgspec.structs.replace(settled, added=fresh, differing=tuple(_differing(pairs)))


def _settled(pairs: Sequence[Pair]) -> Returned:
    """The changes of state the pairs bring."""
    changed, same, unmatched = [], [], []
    for line, found in pairs:
        if isinstance(found, str):
            unmatched.append(Left(line, found))
        elif line.state in ("wanted", found.state):
            same.append(found)
        else:
            changed.append(Change(msgspec.structs.replace(found, state=line.state), found.state))
    return Returned(tuple(changed), tuple(same), unmatched=tuple(unmatched))


def _pairs(
    items: Mapping[int, ListItem], lines: Sequence[ListItem], prefer: Callable[[ListItem], State]
) -> list[Pair]:
    """Each line with the one here that it means, no one twice, or with why there is none."""
    alike: dict[str, dict[int, ListItem]] = {}
    for item in items.values():
        alike.setdefault(same_key(item.text), {})[item.id] = item
    known = frozenset(alike)
    pairs: list[Pair] = []
    # A line found by its number must not be taken by another of the same text that comes before it.
    for line in sorted(lines, key=lambda line: line.id not in alike.get(same_key(line.text), ())):
        here = alike.get(same_key(line.text), {})
        found = _match(line, here, prefer(line))
        if found is not None:
            del here[found.id]
        pairs.append((line, found or _why(line, items.get(line.id), same_key(line.text) in known)))
    return pairs


def _match(line: ListItem, here: Mapping[int, ListItem], prefer: State) -> ListItem | None:
    """The one of the lines of the same text that is meant: by number, by state, or the only one."""
    preferred = [item for item in here.values() if item.state == prefer]
    for few in ([here[line.id]] if line.id in here else [], preferred, list(here.values())):
        if len(few) == 1:
            return few[0]
    return None


def _why(line: ListItem, there: ListItem | None, known: bool) -> str:
    """Why no line is the one meant; ``there`` has its number, ``known`` says that its text is on the list."""
    if known:
        return "on the list, or named, more than once"
    return f"not on the list, where {line.id} is {there.text}" if there else "not on the list"


def _differing(pairs: Sequence[Pair]) -> Iterator[Left]:
    for line, found in pairs:
        if isinstance(found, ListItem) and (difference := _difference(found, line)):
            yield Left(found, difference)


def _difference(here: ListItem, there: ListItem) -> str:
    """What of quantity, price and the rest the other copy gives otherwise; what it leaves open is none."""
    parts = []
    for field in msgspec.structs.fields(ListItem):
        ours, theirs = getattr(here, field.name), getattr(there, field.name)
        if field.name not in ("id", "text", "state") and theirs not in (ours, field.default):
            parts.append(f"{field.name.replace('_', ' ')} {ours or 'not given'} here, {theirs} there")
    return "; ".join(parts)
